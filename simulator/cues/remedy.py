"""Offer a remedy: a concrete fix or compensation offered, promised or done. "We'll see" is none."""

from __future__ import annotations

from simulator.cues.phrase import rule

_SKILL = "offer_remedy"
_NOUN = (
    "(?:refunds?|credits?|replacements?|discounts?|vouchers?|coupons?|compensation|reimbursements?|free "
    "(?:\\w+)|gift (?:card|voucher|certificate)|"
    "goodwill|gesture|money back|new one|brand new \\w+|exchange|rebate|free upgrade|bonus points|"
    "(?:loyalty|reward) points|miles|loaner|courtesy (?:car|vehicle)|repair|full amount|difference|"
    "promo code|code for|return label|prepaid label|partial refund|deduction|"
    "adjustment|reduction|extension|payment (?:plan|arrangement)|chargeback|substitute|another one|"
    "reshipment|travel funds|free of charge|hotel room|taxi)"
)
_VERB = (
    "(?:refund|reimburse|replace|credit|waive|compensate|reverse|exchange|swap|repair|rebook|reship|"
    "upgrade you (?:\\w+ ){0,6}(?:free|room|class|suite|charge|cost|seat)|resend|re send|remove (?:the|"
    "that|this|those|it|your)|knock|take ~4 off|took ~4 off|taken ~4 off|knocked ~4 off|"
    "send (?:you )?(?:out )?(?:a |an |the |another |one |your |new )*(?:new(?! (?:email|message|otp|"
    "link|request|bill|invoice|form|password|card to the))|replacement|replacement|another (?!email|"
    "message|link|code|form|text|survey|request)|fresh|correct|right|missing|spare|engineer|technician|"
    "plumber|courier|driver|electrician|mechanic|cleaner|label)|sent (?:you )?(?:out )?(?:a |an |the |"
    "another )*(?:new|replacement|another|fresh|correct)|"
    "fixed|reset (?:your|the)|unlock(?:ed)?|restore|restored|extend(?:ed)?|deduct(?:ed)?|adjust(?:ed)? "
    "(?:your|the|that)|correct(?:ed)? (?:your|the|that|this) (?:bill|invoice|account|charge|amount|"
    "address)|put (?:it|that|this|the|your|a|everything|\\w+ \\w+) (?:\\w+ ){0,3}back|"
    "putting (?:\\w+ ){1,4}back|give (?:you )?(?:\\w+ ){0,3}(?:back|free|off|new one|new)|return (?:the|"
    "your|that) (?:money|payment|amount|funds|deposit)|drop the|write (?:it|that|this|the \\w+) off|"
    "wipe|cancel (?:the|that|this|your|it) (?:\\w+ )?(?:charge|fee|fine|"
    "invoice|bill|penalty|interest|duplicate|order and|payment|renewal|contract without)|book (?:you "
    ")?(?:in )?(?:a |an |the |another |on )*(?:technician|engineer|plumber|electrician|courier|room|"
    "taxi|flight|visit|seat|replacement|earlier|later|new)|booked (?:a |an |the |you )*(?:technician|"
    "engineer|plumber|taxi|flight|visit|"
    "onto|on the|replacement|another|new)|schedule (?:a|an|the) (?:technician|engineer|visit|repair|"
    "redelivery|pick ?up)|expedite|rush|collect (?:it|the|that)|redeliver|deliver (?:it|the|a) (?:again|"
    "tomorrow|today|new)|cover (?:the|your|that)|honour|price match|match (?:the|that)|pay (?:for|you|"
    "the|your|that|back)|double (?:your|the)|"
    "throw in|treat you|switch you|move you (?:to|onto|up)|push (?:it|this|that|your \\w+) (?:through|"
    "to the)|refunded|reimbursed|replaced|credited|waived|compensated|reversed|exchanged|swapped|"
    "repaired|rebooked|reshipped|resent|removed (?:the|that|your)|cancelled the (?:charge|fee|"
    "duplicate)|"
    "refunding|reimbursing|replacing|crediting|waiving|compensating|reversing|exchanging|swapping|"
    "repairing|rebooking|reshipping|resending|expediting|rushing|covering|"
    "sending (?:you )?(?:out )?(?:a |an |the |another )*(?:new|replacement|another|engineer|technician|"
    "courier|driver|voucher|correct)|taking ~4 off|knocking)"
)
_MAY = (
    "(?:<I> (?:can|could|will|shall|would like to|would be happy to|am going to|are going to|am able to|"
    "are able to|have|had|am|are|would be able to|would love to|will be able to|am happy to|are happy "
    "to|did|went ahead and|want to|"
    "just|already|may be able to|might be able to|should be able to)|let me|let us|allow me to|and|then|"
    "or|to|can (?:i|we)|could (?:i|we)|shall (?:i|we)|may (?:i|we)|so)"
)
_STRICT = (
    "(?:<I> (?:can|could|will|shall|would like to|would be happy to|am going to|are going to|am able to|"
    "are able to|have|am|are|would love to|will be able to|am happy to|are happy to|went ahead and|want "
    "to|just|already|"
    "may be able to|might be able to|should be able to|would)|let me|let us|allow me to|can (?:i|we)|"
    "could (?:i|we)|shall (?:i|we)|may (?:i|we)|how about (?:i|we)|what if (?:i|we)|what about (?:i|we)|"
    "if (?:i|we))"
)
_GIVE = (
    "(?:offer|give|issue|send|process|provide|apply|add|arrange|put|get|do|make|submit|start|request|"
    "extend|approve|set up|organise|throw|include|place|initiate|ship|order|sort|book|deliver|drop off|"
    "bring|raise|post|line up|lend|see about)"
)
_GIVING = (
    "(?:offered|given|issued|sent|processed|provided|applied|added|arranged|put|got|made|submitted|"
    "started|requested|extended|approved|set up|organised|placed|initiated|shipped|ordered|booked|"
    "included|offering|giving|issuing|sending|processing|providing|applying|adding|arranging|putting|"
    "getting|submitting|starting|approving|placing|initiating|shipping|ordering|booking|including)"
)
_NO_OFFER = (
    "(?:if|whether|when|once|until|before|after|did) (?:you|they|it|he|she) ~5 (?:refund|replacement|"
    "credit)|(?:refund|return|exchange|credit) (?:policy|policies|rules|department|team|request is|"
    "form)|credit (?:card|score|check|report|history)|"
    "(?:do|did|have) you ~3 (?:receive|received|get|got|want|ask|asked|request|requested) ~3 (?:refund|"
    "replacement|credit)|you (?:want|wanted|would like|asked for|were promised|requested|are (?:looking|"
    "asking) for|need) ~3 (?:refund|replacement|credit|discount|compensation)|"
    "see (?:what|if|whether) ~3 (?:can|could) be done|we will see|not ~2 (?:refund|replace|credit|"
    "compensate|waive|offer|give|exchange)|no refunds?|(?:why|unable|can not|do not) ~4 (?:refund|"
    "replace|credit|waive|exchange)|if we (?:refund|replace|had)|"
    "check (?:if|whether|on|the status)|(?:status|progress) of (?:your|the)|(?:ask|asking) for (?:a |your )?(?:refund|credit)"
)

RULES = (
    rule(
        _SKILL,
        "remedy: I can refund, replace, credit ...",
        f"{_STRICT} (?:<HEDGE> |gone ahead and |been able to |either |of course |absolutely |simply |"
        "certainly |offer to |arrange to |get them to |ask them to |have somebody |have them |get somebody "
        "to |"
        f"have an? \\w+ )*{_VERB}",
        "",
        unless=_NO_OFFER,
    ),
    rule(
        _SKILL,
        "remedy: ... and refund, replace, credit",
        "(?:will|can|going to|let me|could|have) ~12 (?:and|or|then|to) (?:<HEDGE> |i will |i can |i have |"
        f"we will |we can |we have )*{_VERB}",
        "and or then to",
        unless=_NO_OFFER + "|(?:you|they) (?:can|could|will) ~8 (?:to|and|or) (?:refund|return|exchange|replace)|to (?:fix|"
        "unlock|restore|extend|cover)|and (?:fix|pay)",
    ),
    rule(
        _SKILL,
        "remedy: I can offer you a refund ...",
        f"{_STRICT} (?:<HEDGE> |been able to |gladly |certainly |absolutely |either )*(?:{_GIVE}|{_GIVING}) ~8 {_NOUN}",
        "offer give issue send process provide apply add arrang put get do make submit start request exten "
        "approv set organis throw includ plac initiat ship order sort "
        "book deliver drop bring rais post line giv got made lend lent see",
        unless=_NO_OFFER + "|(?:get|find|look|see|check|add|send|order) ~5 (?:new (?:email|number|message|customers|password "
        "link)|another (?:question|look|moment|minute|number|email))|(?:call|contact|message|tell|ask|let) "
        "~3 another|point (?:is|was)",
    ),
    rule(
        _SKILL,
        "remedy: you will get a refund ...",
        "you (?:will|should|are going to|are entitled to|can(?= (?:have|get|choose|expect))|qualify for|are "
        "eligible for) ?(?:then |"
        "also |now |soon |still |be )*(?:get|receive|see|have|be given|be getting|receiving|given|find|"
        f"refunded|credited|reimbursed|compensated|a|an|the|your)? ?~5 {_NOUN}|"
        "you will (?:be |get )(?:fully |completely )?(?:refunded|credited|reimbursed|compensated)|you will "
        "(?:get|have|see|receive) (?:your|the|that|all|every|it) ~4 (?:back|money|refund|credited)|you "
        "(?:will )?(?:not|never) (?:be charged|have to pay|pay|be billed|owe)|will not (?:be charged|cost "
        "you|charge you)",
        "you_ will_not",
        unless=_NO_OFFER + "|you can (?:see|find|get|have) ~4 (?:our|new (?:email|number))|how|if you (?:see|get|receive)|"
        "(?:can|should) you ~3 (?:another|new)|your new|you (?:can|would|should) ~6 (?:another|new) "
        "(?:\\w+)",
    ),
    rule(
        _SKILL,
        "remedy: a refund is on its way",
        "(?:your|a|the|that|this|another|full|new|and|both|it|money|amount|payment|fee|charge|penalty|order|"
        f"balance|parcel|item|password|account|service|line|it) ?(?:\\w+ ){{0,3}}?{_NOUN}? ?(?:has|have|is|"
        "are|was|will|should|can|could|does|had) (?:now |just |already |also |"
        "be |been |being |all |successfully |get |fully |automatically )*(?:refunded|credited|reimbursed|"
        "waived|replaced|reversed|issued|approved|initiated|on (?:its|the) way|shipped|restored|resent|"
        "reshipped|applied|wiped|cleared|removed from|taken off|dropped|unlocked|compensated|exchanged|"
        "repaired|rebooked|refund you)",
        "refunded credited reimbursed waived replaced reversed issued approved initiated on_its on_the "
        "shipped restored resent applied wiped cleared removed taken dropped unlocked compensated exchanged "
        "repaired rebooked upgraded",
        unless=_NO_OFFER + "|(?:invoice|bill|statement|letter|card|order|ticket|parcel|package|item|it) (?:was|has been|is|had "
        "been) (?:issued|shipped|approved|on (?:its|the) way)(?! again| today| tonight| now)|(?:was|were) "
        "(?:shipped|issued|applied|approved) (?:on|in|to|by|last)|(?:not|never) (?:been )?(?:applied|issued|"
        "shipped|refunded)|\\?|you (?:are saying|said)|so (?:your|the)|should (?:already )?have|(?:while|"
        "until|once|as soon as|when|after|before|if) ~6 (?:restored|repaired|replaced|cleared|approved|"
        "applied|issued|shipped)|being repaired",
    ),
    rule(
        _SKILL,
        "remedy: refund processed",
        "(?:your|the|a) (?:\\w+ )?replacement (?:ships|leaves|arrives|goes out)|(?:refund|credit|"
        "replacement|voucher|compensation|reimbursement|discount|reversal|exchange|return label) (?:of ~6 "
        ")?(?:has|have|is|are|was|will|should) (?:now |just |already |also |be |been |being |all |"
        "successfully |get )*(?:processed|sent|issued|done|made|put|started|arranged|added|set|submitted|in "
        "(?:place|progress|the)|there|"
        "yours|with you|go|going|come|coming|arrive|ships|leaves|goes out|arrives|show|reach|reaching|take|"
        "post|land|hit|dispatched|posted|ready|delivered|back|booked|logged|ship|leave|leaving|be|through|"
        "appear)",
        "refund credit replacement voucher compensation reimbursement discount reversal exchange label",
        unless=_NO_OFFER + "|not (?:been )?(?:processed|sent|issued)|\\?|denied|declined|if",
    ),
    rule(
        _SKILL,
        "remedy: would you like a refund ...",
        "(?:would you (?:like|prefer|rather|accept|be (?:happy|okay|willing))|do you want|would you want|"
        "how about|what about|what if|can i (?:offer|interest)|could i offer|may i offer|shall i|should i|"
        f"would it help if|if you (?:like|want|prefer)|would) ~8 (?:{_NOUN}|{_VERB})",
        "would want about what_if offer shall should if_you",
        unless="credit (?:card|score)|do you want to (?:dispute|report)|another (?:question|look|moment|minute|"
        "number|email|time|day)|new (?:number|email|address)|if you want (?:a|your) (?:refund|money)|refund "
        "policy",
    ),
    rule(
        _SKILL,
        "remedy: free of charge",
        "(?:free of charge|at no (?:extra |additional )?(?:cost|charge)|no (?:extra |additional |further "
        ")?(?:charge|cost) (?:to|for) you|there (?:is|will be) no charge|on the house|on us|without (?:any "
        ")?(?:charge|cost|fee|penalty)|for (?:no|free)(?: extra)?(?: cost| charge)?|no money|complimentary|"
        "as (?:a|an) (?:goodwill|apology|gesture|thank you|one time)|for your trouble|will not charge you)",
        "free no_ on_the_house on_us without complimentary as_a will_not_charge trouble",
        unless="toll free|feel free|no cost (?:way|option)|on us$|follow us on|that is on us|based on us|not free|"
        "for (?:no|free) (?:reason|apparent|one)|no (?:way|reason|idea|problem)|that one is on us|it is on "
        "us|mistake is on us|fault is on us",
    ),
    rule(
        _SKILL,
        "remedy: it should work again",
        "(?:that|it|this|everything|your \\w+|the \\w+|which) (?:should|will|is|has) (?:now |all |also |be |"
        "already )*(?:working (?:again|now|fine)|fixed|sorted|back (?:on|up|to normal)|resolved|work "
        "(?:again|now)|live again|active again|corrected|reactivated|reconnected)",
        "working fixed sorted back_ resolved work live active corrected reactivated reconnected",
        unless="\\?|(?:if|until|once|when|whether|expect|before|after|as soon as) ~6 (?:fixed|sorted|back|resolved|"
        "working)|not (?:fixed|working|been)|will be (?:fixed|sorted|resolved)",
    ),
    rule(
        _SKILL,
        "remedy: percent or money off",
        "(?:percent|dollars|euros|pounds) (?:off|discount|credit|voucher|refund|back)|half price|(?:give|"
        "giving|gave) you (?:\\w+ ){0,3}(?:new|free|back)|make you (?:a )?new|give you (?:a )?new",
        "off discount credit voucher refund back half new free",
        unless="did|was|were promised|percent off (?:was|is) (?:not|only|for)",
    ),
)
