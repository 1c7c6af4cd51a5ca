"""Dismiss, hide behind policy, order to calm down.

A refusal with a reason and an alternative is a limit (``limits``). The weak point of every text rule (scoring 0.6): where
only the absence of an alternative speaks, the finding is *possible*.
"""

from __future__ import annotations

from simulator.cues.candidate import Candidate
from simulator.cues.limits import refusals, softened
from simulator.cues.phrase import phrase, rule
from simulator.transcript.normalise import Normalised

RULES = (
    rule(
        "dismiss",
        "dismissal: nothing I can do",
        "(?:nothing|not (?:a )?(?:thing|much|anything)|no way|not anything) (?:else |more |further |really |"
        "left )?(?:that )?(?:i|we|anybody) (?:can|could) (?:do|help|offer|change)|(?:can|could) not (?:do "
        "(?:anything|nothing|more|much)|help (?:you|with (?:that|this))|assist (?:you|with (?:that|this)))|"
        "nothing to (?:do with me|be done)|nothing in the system|there is nothing (?:here|left|in|more (?:i|we|to|that))|"
        "(?:i|we) (?:can not|do not) (?:help|assist)(?! but)|no can do|that is (?:all|it) (?:i|we) can "
        "(?:do|say|offer|tell you)|out of luck|tough luck|too bad|hard luck",
        "nothing not no luck too_bad that_is",
        unless="nothing (?:i|we) can do (?:about (?:the )?(?:past|that) )?but|what (?:i|we) can do|but (?:i|we) "
        "(?:can|will)|nothing (?:i|we) would|(?:until|unless)|not say|if there is (?:any|nothing)|instead|"
        "can not help (?:but|feeling)|(?:he|she|they|somebody|agent) (?:told|said)|you were told|nothing "
        "you (?:can|could)|(?:says?|said|told you|hear|heard) ~3 nothing",
    ),
    rule(
        "dismiss",
        "dismissal: not my job, not my problem",
        "(?:is |are )?not (?:\\w+ )?(?:my|our) (?:\\w+ )?(?:job|problem|department|concern|business|area|"
        "call|role|desk|thing)|not (?:what )?(?:i|we) (?:do|handle|deal with)(?: here)?|(?:we|i) do not "
        "(?:do|handle|deal with) (?:that|this|those|it|refunds|complaints|returns)|wrong (?:department|"
        "number|place|person|desk)|(?:none of|nothing to do with) (?:my|our|me|us)|above my (?:pay|station)|"
        "not paid (?:enough|to)",
        "not wrong none nothing above",
        unless="what (?:i|we) can|transfer|put you through|let me|i will|i can|charged the wrong|number (?:was|is)",
    ),
    rule(
        "dismiss",
        "dismissal: you will just have to ...",
        "you (?:will |would |are going to )?(?:just |simply |still )*(?:have|need|got) to (?:just |simply "
        ")?(?:wait|live with|accept|deal with|be patient|call back|call (?:us )?(?:tomorrow|later|again|"
        "your|the)|contact (?:the|your|them|another|a different)|speak (?:to|with) (?:the|your|them)|take "
        "it up|go (?:to|back|through|and|online)|get over|put up|check (?:the|our) (?:website|site|faq|app)|"
        "figure|read)|"
        "(?:take it or leave it|suit yourself|deal with it|get over it|live with it|get used to it|is what "
        "it is|that is life|like (?:everybody|everyone|anybody) else|wait your turn|whatever|so what(?= "
        "[.?]|$)|who cares|i (?:do not|could not) (?:really )?care|not a big deal|no big deal|it is (?:just|"
        "only) (?:a |an )?(?:\\w+ ){0,3}(?:dollars|euros|pounds|cents|delay|scratch|day|days|minutes|bag|"
        "toaster|phone|shirt|game)|is only (?:\\w+ ){0,2}(?:dollars|euros|pounds|minutes|days))",
        "have_to need_to got_to take_it suit deal get_over live get_used what_it that_is_life like_ wait "
        "whatever so_what cares care deal only just",
        unless="not (?:just )?(?:have|need|got) to|never (?:have|need) to|no longer|without|should not have to|i "
        "will|whatever (?:you|it|suits|works|is|the|happened|i|we|form|option)|(?:shame|sorry|frustrating|"
        "hard|understand|know) ~6 (?:have|need) to (?:wait|deal|live)|so what (?:i|we|you|happened|is|that|"
        "did|was|are|the)|make you|you (?:have|had) to (?:wait|call back|deal) (?:\\w+ ){0,3}(?:so|again|"
        "long|three|twice|for)|if you (?:have|need)|do not (?:want|like)|tell me|i can|we can|we will|only "
        "(?:take|need|takes)|would only|you (?:need|have) to (?:ask|speak|contact|call) ~8 (?:and i|i will)|"
        "that is only|all you (?:have|need)",
    ),
    rule(
        "dismiss",
        "dismissal: it is on the website",
        "(?:it is|that is|everything is|details are|all|information is|you (?:can|could|will|should) "
        "(?:\\w+ )?(?:find|see|read|look|check|go|get) (?:\\w+ ){0,4}) ?(?:\\w+ ){0,5}(?:on|in|at|to) "
        "(?:the|our|your) (?:web ?site|site|faq|faqs|terms|contract|manual|app|email|web page|help page|"
        "small print|fine print|brochure|homepage|knowledge base)|(?:check|read|see|visit|look at|go to|"
        "consult|refer to|review) (?:the|our|your) (?:\\w+ )?(?:website|site|faq|faqs|terms|contract|manual|"
        "email|help page|help section|small print|fine print|web page|policy|policies)|"
        "(?:google|look) it up|read (?:it )?(?:there|yourself|the (?:email|letter|terms|contract|fine|small|"
        "instructions|manual|label))|explained there|all there in|(?:google|search|do) it yourself|we "
        "(?:have )?(?:sent|emailed) you (?:that|all|the (?:email|letter|terms))|call the number on (?:your|"
        "the) (?:card|back|bill|letter)",
        "website site faq terms contract manual app email page print brochure google look_it read search "
        "yourself there call contact ask try speak talk go_",
        unless="should have|(?:i|we) (?:will|can|could|would|am|have|see|just|should) (?:\\w+ ){0,2}(?:check|look|"
        "call|contact|read|go|review|see|visit|ask|speak|talk|send|email)|let me|did you|have you|could you|"
        "can you|where|i am|what does|send (?:you|it)|sent you (?:an|a|the) (?:email|text|link|new)|showed|"
        "wrong|in the email (?:i|we)|our (?:web ?site|site|app) (?:is|was|has|showed|did|does|went|says|"
        "lists)|error|to make (?:this|it) (?:easier|quick)|next time|you (?:tried|saw|read|found|were|used|"
        "placed|checked)|for next time|in (?:the|your) app (?:under|and|there)|which|if you (?:\\w+ "
        ")?(?:website|app)|while i|on the app or",
    ),
    rule(
        "dismiss",
        "dismissal: I already told you",
        "(?:i|we) (?:have )?(?:already|just) (?:told|explained|said|answered|been through)|(?:like|as) i "
        "(?:have )?(?:already |just )?(?:said|told|explained|mentioned)|how many (?:more )?times (?:do|must|"
        "should) i|(?:what|which) part of|(?:are you|you are) (?:not )?(?:deaf|listening)|listen (?:lady|"
        "man|mate|buddy|sir|madam|to me|here|up|pal|love|mister)|the answer (?:is|was|remains|stays|will "
        "be) no|i said no|no means|final answer|end of (?:story|discussion)|period \\.$|(?:have|got) "
        "(?:other|better|more important) (?:calls|customers|things|people)|wast(?:e|ing) (?:my|our|"
        "everybody) (?:\\w+ )?time|hurry up|get to the point|make it quick|what do you (?:want|expect) "
        "(?:me|us|from me)(?: to)?|you (?:can|could) (?:always )?(?:complain|leave|cancel|go elsewhere|find "
        "another|try your luck)|good luck with that|stop (?:complaining|whining|moaning|arguing|calling)|"
        "why are you (?:telling me|calling me|bothering)|not going to argue|do not (?:argue|start)|nobody "
        "else (?:has )?(?:complain\\w+|mind\\w*)|(?:you are|do not be|stop being) (?:so |very |too |just |"
        "being )*(?:overreacting|dramatic|difficult|unreasonable|ridiculous|silly|rude)|other (?:customers|"
        "people) (?:have )?(?:wait|waited|have it|are waiting|got it worse)|call back (?:later|tomorrow|"
        "when|another|on|in|next)|try again (?:later|tomorrow)|^(?:no|nope|sorry no|sorry but no|no sorry|"
        "can not|not possible)(?: sir| madam| way)? [.?]?$",
        "already just like_i as_i times part deaf listen answer i_said no_means final end_of period other "
        "better important wast hurry point quick want expect complain leave cancel luck stop why argue "
        "start nobody overreact dramatic difficult unreasonable ridiculous silly rude call_back try_again "
        "no_ nope not not_possible",
        unless="i (?:have )?just (?:told|explained) (?:him|her|them|my|the)|i will call back|(?:they|somebody|he|"
        "she|we|i) (?:will|can|could|would|to|promised|should|did not|never) (?:\\w+ )?call back|a call "
        "back|call (?:you )?back (?:tomorrow|later|on|in) (?:with|at|before|and)|you (?:had|have had|were "
        "told|were asked) to call back|told to call back|told you to call|call me back|not overreact|(?:i|"
        "we) will|never|(?:will|to) call back|wasted your|waste of your|no sorry for|as i mentioned",
    ),
    rule(
        "policy_shield",
        "policy: company policy, the rules",
        "(?:(?:it is|that is|against|due to|because of|per|as per|under|by|following|with|just|is|this is|"
        "the|company|store|our|strict) )(?:the |our |just |strictly |company |store |a |my |simply |"
        "standard |strict )*(?:policy|policies|rules?|procedure|protocol|regulations?|terms and "
        "conditions)(?! (?:number|holder|document|year|is (?:active|up|paid|valid|due))| for (?:cases|"
        "situations) like)|(?:policy|rules?|system|computer|terms|contract|procedure) (?:clearly |just |"
        "simply |here |only )?(?:says?|states?|does not (?:let|allow|permit)|do not (?:let|allow|permit)|"
        "will not (?:let|allow)|is (?:policy|very clear|clear|what it|the (?:rule|policy))|are (?:the|clear|"
        "rules)|forbids?|requires?)|"
        "not (?:allowed|permitted|authorised) to|no exceptions?|do not make the (?:rules|policy|policies|"
        "prices)|(?:only|just) (?:doing my job|following (?:the |orders|my )|work here)|my hands are tied|"
        "rules are rules|computer says|that is how (?:it|we|things) (?:is|works?|do|are)|(?:how|the way) "
        "(?:it|things) (?:is|are|works?)(?: here)?$|we do not (?:do|make|allow|offer|give|accept|issue|take|"
        "refund) (?:refunds?|exceptions|returns|that|this|those|exchanges|compensation|it)(?! to you)|"
        "(?:not|no) (?:refund\\w*|return\\w*|exchange\\w*|exceptions?) (?:on|for|after|without)|not "
        "(?:something )?(?:we|i) (?:do|offer|allow|can)|no refunds?|non refundable",
        "policy policies rule procedure protocol regulation terms system computer contract not_ no_ do_not "
        "only just hands how the_way non",
        unless="policy is to|insurance policy|your (?:\\w+ )?policy|policy (?:number|holder)|(?:without|behind|not "
        "about|hide|hiding) ~4 (?:policy|policies|rules?)|(?:policy|rules?) (?:lets|allows) (?:me|us)|"
        "(?:best|fastest|most) (?:\\w+ ){0,3}policy|(?:no|not) (?:refund\\w*) (?:arrived|came|showed|has|"
        "was|yet|received)|i can (?:offer|give|do|send|put|take|open|instead)|what i can|^let me|(?:so|then|"
        "and|but) let me|i will|read "
        "you|quote|within (?:the )?policy|as a rule|by the system|system (?:says|shows|is|requires) (?:you|"
        "that|it)|because the system|if you have the",
    ),
    rule(
        "calm_down_order",
        "order: calm down",
        "(?:calm (?:yourself )?down|calm yourself|stay calm|be calm|keep calm|relax|take it easy|chill|"
        "chill out|cool (?:it|down|off)|settle down|simmer down|get a grip|control yourself|compose "
        "yourself|pull yourself together|take a (?:deep )?breath|(?:lower|mind|watch) (?:your|the) (?:voice|"
        "tone|language|attitude|mouth)|"
        "(?:no|not any|is no) (?:need|reason|point) (?:for you )?(?:to|in|for) (?:be |get |getting |being "
        ")?(?:shout\\w*|yell\\w*|scream\\w*|raise\\w*|upset|angry|rude|so|this|swear\\w*|that tone|take "
        "that tone|worked up|emotional|aggressive)|(?:stop|stopped|stopping|quit) (?:shouting|yelling|"
        "screaming|swearing|being (?:so )?(?:rude|angry|emotional|aggressive))|do not (?:shout|yell|scream|"
        "raise your voice|get (?:angry|upset|worked|so|emotional|excited)|be (?:so )?(?:angry|upset|rude)|"
        "take that tone|talk to me like|speak to me like|you (?:dare|raise))|"
        "you (?:need|have|ought) to (?:calm|relax|stop (?:shouting|yelling|swearing)|lower|be quiet|settle|"
        "cool)|shut up|be quiet|quiet down|you are (?:too |so |being |very |getting )(?:emotional|loud|"
        "aggressive|worked up|hysterical))",
        "calm relax easy chill cool settle simmer grip control compose together breath voice tone language "
        "attitude mouth need reason point stop quit shout shut quiet emotional loud aggressive worked "
        "hysterical raise yell",
        unless="not (?:tell|telling|going to tell|ask|asking) (?:you )?(?:to )?(?:calm|relax)|(?:told|telling|"
        "tell) (?:you )?to (?:calm|relax)|(?:i|we) (?:will|need to|should|am|can) (?:\\w+ )?(?:calm|relax|"
        "take a (?:deep )?breath|keep calm|stay calm)|you can relax|so you can relax|no need to worry|sit "
        "back and relax|(?:very|so) calm|stay calm i|thank you for (?:staying|being|keeping)|cool (?:drink|"
        "place|room)|i want to help",
    ),
)

_UNFORTUNATE = phrase("unfortunately|i am afraid|regrettably|sorry (?:but )?(?:we|i|that|it|there|no)|policy|only")
_REASON_ONLY = phrase("promise|guarantee|approve that one|decide on")


def _flat_refusals(text: Normalised) -> list[Candidate]:
    """Find refusals that leave the caller with nothing."""
    found = []
    for first, last in refusals(text):
        piece = " ".join(text.words[first : last + 3])
        if softened(text, first, last) or _REASON_ONLY.search(piece):
            continue
        found.append(Candidate("dismiss", "dismissal: a flat no, nothing else offered", "possible", first, last))
    return found


def find(text: Normalised) -> list[Candidate]:
    """Return flat refusals."""
    return _flat_refusals(text)
