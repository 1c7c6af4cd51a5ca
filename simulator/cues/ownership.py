"""Take ownership: a first-person commitment to act on this case.

"Happy to help", "one moment" and "we are here to help" commit to nothing. Whatever the verb, "I will ..." commits unless the
verb only talks, asks or waits; naming what does *not* commit generalises better than naming what does.
"""

from __future__ import annotations

from simulator.cues.phrase import rule

_SKILL = "take_ownership"
#: After "I will", "let me": verbs that commit to nothing in this case.
_IDLE = (
    "(?:(?:have to |need to )?(?:need|require|be (?:honest|happy|glad|with you|here|able|right|clear|"
    "frank|straight|back|waiting|ending|forced|hanging|disconnecting|blunt|truthful)|know|ask (?:you|"
    "for|that|a)|tell (?:you|me)|say|explain|let (?:you|me)|have (?:to|a|the|your|no|you (?:restart|"
    "hold|try|go|unplug|power|turn))|"
    "hold|wait|not|never|see you|hear|listen(?! to the)|speak (?:with you|to you|up|slower|english|"
    "clearly)|talk to you|repeat|put you|place you|end|hang|disconnect|terminate|close the (?:call|line|"
    "chat)|transfer|walk you|"
    "get (?:your|you to|the name|some|a few|that from you|to (?:the point|know))|take (?:your|a "
    "(?:moment|break)|down your|that as)|give you (?:a (?:moment|second|minute|chance|number|reference|"
    "tip)|one|two|some|time|my|the (?:number|address|link|reference))|confirm (?:your|with you|a few|"
    "you|who)|verify (?:your|you|who|some)|"
    "start by (?:asking|getting|saying)|start with|begin|also need|appreciate|understand|want|like|love|"
    "hope|think|guess|bet|admit|remind you|show you|call the police|report you|"
    "assume|suggest|recommend|advise|mention|answer|indicate|put (?:it|this|that) (?:in perspective|"
    "another|differently|bluntly|plainly)|do what is called|break|clarify|help you (?:understand|find)|"
    "describe|guide|try something|try another|go (?:now|home)|do (?:nothing|no such)|just (?:say|need|"
    "ask|be honest|tell|put|have to|wait)|only (?:say|need|ask|be)|stop you|interrupt|finish|break "
    "(?:it|this|that)|summari\\w+|recap|read (?:that|it|this) back|see if i (?:understand|got|have)|"
    "pause|"
    "make (?:a|one) thing clear|point out|assure|promise|allow you|forgive|accept your|pretend|believe|"
    "receive|get (?:a|an) (?:commission|bonus)|miss|cost|never|probably|try to be|take long|happen|"
    "depend|expire|arrive|charge you|sue|hope)\\b)"
)
_LEAD = "(?:am |are )?(?:<HEDGE> )*"
_ACTING = (
    "(?!looking forward|looking (?:at a|for your)|calling (?:about|from|to|you (?:about|from))|going to|"
    "seeing|hearing|saying|telling|asking (?:you|for|because|if|that)|being|wondering|hoping|having|"
    "getting (?:an? |the |that|no |nowhere|tired|annoyed|frustrated|angry)|understanding|listening|"
    "talking|speaking|trying to (?:help|explain|tell|be|understand|say|talk|assist)|"
    "thinking|feeling|doing (?:my job|well|fine|good|great|my best to (?:help|stay))|putting you|"
    "placing you|ending|hanging|disconnecting|transferring|showing|sitting|standing|waiting|beginning|"
    "warning|losing|assuming|needing|closing the call|following you|wasting|working (?:here|from|late|"
    "today)|reading (?:that|here)|coming|"
    "missing|experiencing|facing|currently (?:closed|experiencing|facing)|offering an|happening|"
    "expecting|kidding|joking|afraid|confused|suggesting|unable|existing|using|running (?:out|a "
    "promotion|an? offer|a sale)|evening|morning)[a-z]+ing"
)
_DONE = (
    "(?:asked (?!you)|raised|opened|escalated|reported|forwarded|passed|arranged|booked|scheduled|"
    "contacted|called (?!you)|spoken|spoke|notified|alerted|submitted|filed|requested|chased|emailed "
    "(?!you)|messaged|told (?:them|him|her|my|the|our)|"
    "let (?:my|the|our|them)|taken care|flagged|gone ahead|sent (?:a message|this|it|that|the (?:report|"
    "request|case|details|file)|your (?:case|file|details))|handed|shared|got (?:hold|them|him|her|the "
    "depot)|set up|ordered|put (?:in|through|this|that|it|a (?:request|note|flag|trace|rush))|started|"
    "cancelled (?:it|that|the (?:order|wrong))|made sure|looked into|checked with|traced|tracked|"
    "located|logged)"
)

RULES = (
    rule(
        _SKILL,
        "ownership: I will ... (act)",
        "(?:<I> (?:will|shall|are going to|am going to|am about to|are about to|intend to)|let me|let us(?= "
        "(?:check|look into|investigate|fix|sort|review|get this|take a look|see what we can|put this right|"
        f"find out))|allow me to|permit me to) {_LEAD}(?!{_IDLE}|get (?:started|going|you up and running)|"
        "help\\b|assist\\b)[a-z]+",
        "will shall going about let_me let_us allow intend permit",
        unless="if <I> (?:will|am going)|(?:will|can|to) let (?:me|us)|what <I> will (?:not|need)|then (?:i|we) "
        "will talk|you let me|(?:where|what|how|when) (?:i|we) will|let (?:me|us) know|or (?:i|we) will|"
        "(?:tell|show|explain|say) (?:you )?what (?:i|we) (?:will|am)",
    ),
    rule(
        _SKILL,
        "ownership: ... and check, send, call ...",
        "(?:i will|we will|let me|i am going to|we are going to) ~10 (?:and|then) (?:<HEDGE> )*(?:check|"
        "look|find|fix|sort|send|call|ring|chase|email|update|come back|get back|let you know|report|book|"
        "cancel|put|make sure|see what|follow)",
        "and then",
        unless="restart|unplug|you (?:can|to)|let me know",
    ),
    rule(
        _SKILL,
        "ownership: I want to put this right",
        "<I> (?:really |do |just )*(?:would like to |would love to |would really like to |want to |am keen to |"
        "am determined to )(?:really |just )?(?:make (?:this|that|it|things|sure) ?(?:right|that|you|this|it)?|get (?:this|"
        "that|it|to the bottom|you (?:sorted|your|back|a))|put (?:this|that|it|things)|fix|sort|resolve|"
        "solve|look into|investigate|find out|turn this|see this|take a (?:closer )?look|dig|check|review|"
        "escalate|arrange|work|help (?:you )?(?:get|resolve|fix|sort))",
        "want would keen determined",
        unless="if you would like|do you want|i want to (?:make sure|be sure|check|know|confirm) (?:that )?(?:i "
        "(?:understand|understood|have|got|heard|am)|you (?:are|know|have|understand))|i want to know",
    ),
    rule(
        _SKILL,
        "ownership: I am ...ing",
        "(?:<IAM>|i have been) (?:<HEDGE> |going to be |currently |presently |busy |already |right here |"
        f"here |personally |in the middle of |all )*{_ACTING}",
        "i_am we_are have_been",
        unless="(?:before|while|until|if|because|why|whatever|where|how|when|that) (?:i am|we are) \\w+ing|(?:i am|"
        "we are) (?:working|looking|trying) (?:as )?(?:hard|fine)|what (?:i am|we are) (?:hearing|seeing|"
        "getting|saying|asking|looking)|who (?:i am|we are)",
    ),
    rule(
        _SKILL,
        "ownership: I have ... (done)",
        f"<I> (?:have )?(?:<HEDGE> |since |gone ahead and |went ahead and |been able to )*{_DONE}(?! (?:you "
        "(?:already|that|twice|three)|like))",
        "i_ we_",
        unless="(?:if|when|that|before|until|after|why|because|case|as|what) (?:i|we) (?:sent|told|asked|called|"
        "checked|changed|added|found|put|spoke|done)|(?:i|we) (?:told|asked) you|have (?:i|we)|did (?:i|we)|"
        "we (?:sent|charged|put|got|cancelled|changed|booked|shipped|called) ~4 (?:wrong|twice|mistake|"
        "error)",
    ),
    rule(
        _SKILL,
        "ownership: what I am doing is ...",
        "(?:what|here is what) <I> (?:am doing|will do|am going to do)|here is what <I> (?:will|am going to|are going to)",
        "what",
        unless="what (?:i|we) (?:will|can) (?:not|never)",
    ),
    rule(
        _SKILL,
        "ownership: leave it with me",
        "leave (?:it|this|that|everything) (?:with|to) (?:me|us)|you have my word|(?:i am|we are) (?:right |"
        "already |all )?on (?:it|this|top of|the case)|count on me|my responsibility|(?:i|we) (?:will |do |"
        "am |are )?(?:take|taking|accept) "
        "(?:full |personal |complete |this |the )*(?:responsibility|ownership|charge)|(?:stops|stay|staying|"
        "ends) (?:right here )?with (?:me|you until)|you can rely on me|i own (?:this|that|it)|consider it "
        "done|on my (?:list|desk)|i am your (?:contact|person)|i promise (?:you )?(?:that )?(?:i|we) will|"
        "<I> commit to|i am responsible|<I> (?:will|am going to) personally|you will not have to (?:call|"
        "chase|explain|repeat|worry|do)|make (?:it|this|that|things) right",
        "leave word on_it on_this on_top case count responsib ownership charge stops stay ends rely own "
        "consider list desk contact_ person promise commit make_it make_this make_things make_that "
        "you_will_not_have",
        unless="you (?:take|accept)|not my responsibility|your responsibility|who is responsible|take charge of your",
    ),
    rule(
        _SKILL,
        "ownership: I will help you with this",
        "(?:<I> (?:will|am going to|are going to)|let me|allow me to) (?:<HEDGE> )*(?:help|assist) (?:you "
        ")?(?:to )?(?:with (?:this|that|your|the)|get|sort|resolve|fix|find|solve|out with)",
        "help assist",
        unless="(?:happy|glad|here|love) to help",
    ),
    rule(
        _SKILL,
        "ownership: I will do my best",
        "<I> (?:will|am going to|can|promise to) (?:<HEDGE> )*(?:do|try) (?:my|our|everything|all) (?:very "
        ")?(?:best|utmost|hardest|i can|we can)",
        "best utmost hardest everything all",
    ),
    rule(
        _SKILL,
        "ownership: now (checking), broken off",
        "^(?:(?:okay|right|sure|yes|so|just|now|one moment|one second|give me a second|great|thanks|thank "
        "you|hold on|mm) )*(?:checking|looking into|pulling up|working on|investigating)(?! (?:account|"
        "out))",
        "checking looking pulling working investigating",
    ),
    rule(
        _SKILL,
        "ownership: I do it for you",
        "<I> (?:make|look|send|call|check|fix|take|do|find|arrange|bring|ask) (?:it|this|that|in|for|now|"
        "the|you|into|my) ~4 (?:for you|right now|now|today|computer|immediately)",
        "i_ we_",
        unless="(?:what|how|when|if|can|could|will|would|may|should|and|that|did|do|not|as|let) <I>|(?:can|could|"
        "will|shall|may|should) (?:i|we)",
    ),
)
