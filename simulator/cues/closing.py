"""Close the call: further help, thanks, a reference, the plan once more, good-bye, and hanging up."""

from __future__ import annotations

from simulator.cues.phrase import rule

_DIGITS = (
    "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|\\w+teen|twenty|thirty|forty|fifty|"
    "sixty|seventy|eighty|ninety|hundred|[a-z])"
)

RULES = (
    rule(
        "check_further",
        "further help: anything else",
        "(?:any|some)thing else(?! (?:happen|went|wrong|is broken|broken|damaged|on the (?:bill|account)|"
        "you (?:noticed|remember|saw|bought|ordered)))|(?:any|some) other (?:questions?|concerns?|issues?|"
        "queries|problems?|way|ways|thing|things|matters?|requests?|help|points?|topics?|business)|any "
        "(?:more|further) (?:questions?|concerns?|help|issues?|queries|trouble|problems?|assistance|"
        "difficult\\w+)|"
        "(?:other|more|further|additional) (?:questions?|concerns?|queries|assistance|help|support|issues)|"
        "anything more|anything further|another (?:question|matter|issue|concern)",
        "else other more further additional another",
        unless="(?:try|trying|tried|do|doing|say|was|for|with|on|about|check) (?:any|some)thing else(?= (?:while|"
        "first|now|then|[.]|$))|(?:let us|let me|we can|i will) (?:\\w+ )?(?:any|some)thing else|(?:nothing|"
        "not|cannot|can not) (?:\\w+ ){0,4}(?:anything|somebody|anybody) else|(?:blame|like|find|ask|call|"
        "for|with|to|from|by|than|get|tell|does|has|as|talk to|speak to) (?:any|some)body else|somebody "
        "else|"
        "before (?:i|we) (?:do|say|can|ask) (?:anything|any)|no (?:other|further|more)|(?:avoid|prevent|"
        "cause|without|need|for|provide|require) ~3 (?:any )?(?:other|more|further|additional) (?:issues|"
        "problems|concerns|information|details|trouble|help|assistance) (?:from|about|in the)|one more|did "
        "(?:anything|anybody)|was there (?:anything|anybody)|how (?:can|may) (?:i|we) (?:help|assist) you "
        "further|(?:i|we) will ask|to assist you further|further (?:delay|inconvenience)",
    ),
    rule(
        "check_further",
        "further help: what else, how else",
        "(?:what|how|where) else (?:can|may|could|might|would|do|should) (?:i|we|you)",
        "else",
    ),
    rule(
        "check_further",
        "further help: if you need anything",
        "(?:if|should|whenever|in case|when|do|are|have|let (?:me|us) know (?:if|when)) (?:ever )?(?:(?:you|"
        "there)(?: ever| still| do| are| is| also| would| might| will)*|anything) ?(?:\\w+ ){0,1}(?:have|"
        "need|want|run into|encounter|require|face|experience|get|notice|come across|any|anything|unsure|"
        "comes up|other) ?(?:to \\w+ )?(?:us |me )?(?:\\w+ )?(?:for )?(?:anything|any (?:\\w+ "
        ")?(?:questions?|help|problems?|issues?|trouble|concerns?|assistance|difficult\\w+|doubts?)|more|"
        "further|"
        "questions|help|problems|issues|trouble|a hand|assistance|something|else|comes up)(?! (?:number|"
        "other number|proof|receipt|invoice|idea|record|document|photo|picture|details|of (?:the|these)|"
        "money|left|error|message|lights?))",
        "if should whenever case when do_you are_you have_you let_me let_us",
        unless="(?:do|did) you (?:have|need|get|see|receive|notice|experience) (?:any|anything) (?:\\w+ "
        ")?(?:number|proof|receipt|error|message|record|photo|document|pain|damage|lights?|symptoms?|"
        "insurance|allerg\\w+|animals?|pets?)|if you (?:have|had) (?:read|told)|if you (?:want|need) (?:a |"
        "your |the )?(?:help you|help,? you)|if you want (?:my|me to) help|anything (?:in|on|to do)|do you "
        "need (?:it|this|the)|"
        "if you need to|do you (?:get|notice|experience) any|are you (?:any|having any)|have you (?:any|"
        "noticed|had)|when you need",
    ),
    rule(
        "check_further",
        "further help: feel free to call",
        "(?:feel free|do not hesitate|not hesitate|never hesitate|always welcome|welcome) (?:to )?(?:call|"
        "contact|reach|message|write|ring|ask|come|let|get|drop|email|dm|send|pop|chat)|(?:reach out|get in "
        "touch|come back|give us a (?:shout|call|ring)|just (?:message|call|ring|shout|ask|reply|write)|do "
        "(?:ring|call)|call us back|drop us a (?:line|message|note)|let (?:me|us) know|message us|contact "
        "us|call us|ring us|"
        "write to us|shout) (?:\\w+ ){0,2}(?:if|should|whenever|any ?time|with any|again if|when) (?:you(?! (?:"
        "find|found|think|agree|like|would|can see|see|want))|there|anything|any|it|that|things|something|needed|"
        "the (?:issue|problem|trouble|error|fault) (?:persists|continues|comes back|returns))|(?:issue|problem|error) "
        "(?:persists|continues) (?:please |just |do )?(?:let (?:me|us)|contact|call|message|reach|reply|dm|"
        "get back)|(?:i am|we are) (?:only |just )?(?:a (?:call|"
        "message|phone call|click) away|here if you|always here if)|(?:if|should) (?:it|that|this|the \\w+|"
        "anything|something) (?:\\w+ )?(?:happens?|comes?|goes?|occurs?|breaks?|returns?|fails?) (?:\\w+ "
        "){0,3}(?:again|back|wrong|else|up) ~6 (?:call|ring|message|contact|reach|let (?:me|us)|write|shout|"
        "get (?:back|in)|come back|reply)",
        "feel_free hesitate welcome reach get_in come_back shout just_ do_ring do_call call ring drop_us "
        "let_me let_us message contact write away here if_ should persists continues",
        unless="let (?:me|us) know (?:if|when) (?:you (?:receive|have (?:received|tried|done|the|your)|are (?:able|"
        "at|on|still|okay|ready|available)|can|see|still|get (?:the|it)|want|would|prefer)|it (?:works|"
        "arrives|helps|is)|that (?:works|helps|suits|is)|this (?:works|helps|is)|the)|(?:have|need) to call "
        "us|(?:can|should|must|will) (?:only )?(?:call|contact) us (?:if|when) (?:you|it|the) (?:can|have|"
        "office)|you (?:can|should|must) (?:call|contact) (?:us )?back (?:when|if)",
    ),
    rule(
        "check_further",
        "further help: is that everything",
        "(?:is that (?:all|everything)|does that (?:cover|answer|take care of|solve|settle|sort) "
        "(?:everything|all|your|it)|(?:have|did) (?:i|we) (?:answered|covered|taken care of|answer|cover|"
        "sorted|sort|solved|missed|miss|resolved|resolve|addressed) (?:everything|all|your|anything)|are "
        "you all set|is everything clear|(?:all|everything) (?:sorted|clear|set) (?:for|\\?|then|now|on)|"
        "(?:something|anything) (?:else )?(?:you (?:wanted|want|would like|needed) to|left|unclear|open|at "
        "all|i have missed|i missed|still|on your mind|not clear)|still (?:open|unsure|unclear|bothering|"
        "worrying)|(?:questions|anything) (?:for me|before (?:we|i|you))|any questions|before (?:i let you "
        "go|you go|we (?:finish|hang up|end|close))(?= (?:is|was|do|did|any|can|are|have))|(?:questions|"
        "doubts) (?:about|on) (?:any|that|this|what))",
        "is_that does_that have_ did_ all_set everything sorted something anything still questions before doubts",
        unless="if you have any questions (?:you|read|look|check) ~4 website|before (?:we|i|you) (?:go|start|"
        "begin) (?:on|any)|is that all \\?$ you|is that all you|tell me (?:something|anything)|(?:something|"
        "anything) at all (?:to|on|in) (?:the|do)|still open (?:on|since)",
    ),
    rule(
        "thank",
        "thanks: thank you",
        "(?:thank you|thank|thanks|many thanks|cheers|much obliged|much appreciated)(?! (?:god|goodness|"
        "heavens|to (?:our|the|your|my|you)|for nothing|for (?:shouting|yelling|screaming|being (?:so "
        ")?(?:rude|difficult|helpful not)|wasting|the (?:attitude|lecture|insult)|your attitude|"
        "interrupting|swearing|insulting|making my)|but no|lord|them|him|her|in advance for stopping))",
        "thank cheers obliged appreciated",
        unless="(?:no|say|said|says|saying|without|even|not|never|would) ~1 (?:thank|thanks)(?! you very much for| "
        "you so much for)|thanks to (?:you|your|our|the)|thank(?:s| you) for (?:shouting|yelling|screaming|"
        "nothing)|you (?:can|should|could|will|may) thank|cheers up",
    ),
    rule(
        "thank",
        "thanks: I appreciate your ...",
        "(?:^|<I> (?:do |really |truly |very much |sincerely |certainly |also |greatly |so |would |deeply |"
        "just want to say (?:i|we) )*)(?:appreciate|value|am grateful|are grateful|am thankful|are "
        "thankful)(?: for)? (?:your (?!frustrat|concern|anger|situation|point|position|feeling|disappoint|"
        "worr|upset|urgency|side)\\w+|you (?!are (?:upset|frustrat|angry)|have (?:been|had|waited|a)|feel|"
        "do not|want|would|can not|may|might|will)\\w+|it(?! is)|that(?! (?:you|this|it|is|the))|the "
        "(?:time|opportunity|feedback|detail|heads|call|patience|info\\w*|kind|extra)|all (?:your|the|of)|"
        "this(?! is)|(?:\\w+ )?(?:feedback|patience|loyalty))",
        "appreciate value grateful thankful",
        unless="would appreciate (?:it|that) if (?:you|i)|appreciate (?:it|that) if you (?:stop|would stop|did not|"
        "lower|calm)|but|appreciate (?:it|that) must|appreciate your (?:frustrat|concern|point)",
    ),
    rule(
        "thank",
        "thanks: grateful for your patience",
        "(?:grateful|thankful|gratitude|appreciation) (?:for|to)|appreciate (?:your|the) (?:patience|time|"
        "call|understanding|loyalty|business|honesty|feedback|cooperation|help|kindness)|(?:patience|time|"
        "understanding|feedback|honesty|help) is (?:much |very much |greatly |really |so )?appreciated",
        "grateful thankful gratitude appreciat",
    ),
    rule(
        "give_reference",
        "reference: your reference is ...",
        "(?:(?:reference|case|ticket|confirmation|claim|complaint|order|incident|booking|tracking|return|"
        "rma|report|your|the|a) (?:reference |case |ticket |tracking )?(?:number|id|code|reference|name|no)|"
        f"reference|case|ticket)(?: \\w+){{0,4}}? (?:is|are|will be|number|as|called|it is)(?: number)? "
        f"(?:\\w+ ){{0,1}}{_DIGITS}(?! (?:of|moment|needed|required|on|the|your|way))",
        "reference number id code case ticket",
        unless="\\?|(?:what|which) is|(?:do|did) you|your (?:account|phone|policy|card|order) number is it|"
        "(?:could|can|may) (?:i|you)|that is a|is (?:a|an|in|on|at|not)|number one|if i|ending in",
    ),
    rule(
        "give_reference",
        "reference: write down this number",
        "(?:write|note|jot|take|quote|keep|save|mention|use) (?:\\w+ ){0,3}(?:down )?(?:this|the|that|your|"
        "it|these)? ?(?:case |reference |ticket |confirmation |claim |complaint )?(?:number|reference|code|"
        "id)(?! (?:please )?\\?)|(?:here is|this is|i have|i will give you|let me give you|give you|you "
        "will (?:get|have|receive)|i can give you|with|got a pen) (?:a |the |your |my )?(?:case |reference |"
        "ticket |confirmation |claim |complaint |tracking |direct )+(?:number|reference|code|id|name)|"
        "(?:give|giving|get|have|with|here is|send|text|email|sending|texting) (?:you )?(?:a|the|your) "
        "(?:reference|case number|ticket number|confirmation number|tracking number)|got a pen|have a pen|"
        "pen (?:and paper )?(?:handy|ready)|(?:is under|filed under|logged under|under) (?:reference|case|"
        "ticket|number)|quote (?:it|that|this|the)|quote ~2 (?:ticket|case|reference|claim|number)",
        "write note jot take quote keep save mention use here this have give let get with pen under send text email",
        unless="(?:could|can|may|might|would|will) (?:i|you) (?:please )?(?:\\w+ )?(?:have|get|give|take|tell|send|"
        "confirm|provide|use|note)|do you have|what is|i need|need (?:your|a|the)|give (?:me|us)|take your|"
        "(?:please )?(?:provide|send|share|dm|email|confirm|give) (?:us |me )?(?:with )?your|have your|"
        "along with|with your|use (?:the|this|that|your) (?:code|number) (?:to|for|at|when)|did",
    ),
    rule(
        "recap",
        "recap: to sum up",
        "(?:(?:so |just |right |okay )*(?:to (?:sum (?:it |this |that )?up|summarise|recap|go over (?:it|"
        "that|this|the plan)|run through (?:it|that|this|the plan) (?:again|once))|in summary|let me "
        "(?:just )?(?:sum (?:it |this |that )?up|summarise|recap|run through|go over|repeat (?:the plan|"
        "what (?:i|we) (?:will|agreed))|read that back)|a quick (?:recap|summary)|quick recap|once more|one "
        "more time|here is the (?:plan|summary)|what we (?:have )?agreed))|"
        "so (?:again |once more |just to recap )?(?:the plan is|what (?:happens|we (?:have )?agreed)|i will "
        "~14 and you will|you will (?:get|have|see|receive) ~14 (?:and|you (?:will )?(?:send|get|quote))|"
        "that is (?:the|a) ~8 (?:and|plus) (?:the|a|your))|so (?:refund|the refund|money|that is) ~12 "
        "(?:and|you)",
        "sum recap run go_over summary once_more one_more plan agreed so_",
        unless="tell me|could you|can you|(?:explain|say|ask|repeat|tell) (?:\\w+ ){0,3}(?:once more|one more "
        "time)|one more time (?:you|and|i will)|sorry once more|apolog\\w+ once more|once more (?:for|sorry|"
        "time)|if i (?:have )?(?:understand|understood)|understood|let me (?:summarise|recap|repeat|go "
        "over) (?:what (?:you|i have heard)|your)|to make sure i",
    ),
    rule(
        "say_goodbye",
        "good-bye",
        "(?:goodbye|bye|bye bye|take care|have a (?:good|nice|great|lovely|wonderful|pleasant|better|safe) "
        "(?:\\w+ )?(?:day|evening|night|weekend|afternoon|one|morning|rest|week|time)|enjoy the rest|so "
        "long|all the best|see you)(?! (?:of (?:it|this|that|everything|the|your)|then i|not))",
        "bye take_care have_a enjoy so_long all_the_best see_you",
        unless="see you (?:have|are|were|paid|ordered|called|did|want|can|bought|got|had)|(?:as|so|not) so long|"
        "took so long|(?:take|taking|taken) so long|(?:waiting|waited|wait|been|was|is) so long|take care "
        "of|so long (?:for|to|and|as)|"
        "you (?:did not )?have a (?:good|nice)",
    ),
    rule(
        "end_call",
        "call ended by the agent",
        "(?:i am|i will be|i will|i am going to|we will) (?:now |just |going to |have to )*(?:end|ending|"
        "terminate|terminating|disconnect|disconnecting|hang up|hanging up|drop|cut|close|closing)"
        "(?: up| off)?(?: this| the| our)?(?: call| line| conversation| chat| now| on you| you off)?|(?:this call|"
        "conversation|call) (?:is|will be) (?:over|ended|terminated|finished)|<I> (?:have to|must|will have "
        "to) (?:end|terminate|disconnect|hang up)",
        "end_ ending terminat disconnect hang close closing drop cut over ended",
        unless="not (?:end|hang|disconnect|close|drop|cut)|before (?:i|we)|if (?:you|this|it|the)|close (?:the|"
        "this|your|that|it|out) ?(?:case|ticket|account|order|request)|drop (?:off|the|it|by)|(?:close|"
        "closing|end|ending|cut|cutting|drop) (?!(?:this|the|our) (?:call|chat|line|conversation)|now|you "
        "off)\\w+|until|after|"
        "unless|at the end|end of|(?:will|i will) close$|otherwise",
    ),
)
