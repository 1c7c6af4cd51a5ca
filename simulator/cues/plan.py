"""Explain the plan and give a time frame: what will happen next, and when. "Soon" alone is no time."""

from __future__ import annotations

from simulator.cues.phrase import rule

_PLAN = "explain_plan"
_TIME = "give_timeframe"
_COUNT = (
    "(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "twenty|thirty|forty|fifty|sixty|ninety|hundred|few|couple of|half an|half a|several|the next|next|"
    "next few|next couple of)"
)
_UNIT = (
    "(?:seconds?|minutes?|hours?|days?|weeks?|months?|business days?|working days?|business hours?|"
    "working hours?|calendar days?|billing cycles?|weekend|fortnight)"
)
_SPAN = (
    f"(?:{_COUNT} ){{1,4}}(?:(?:to|or|and|and a half|more|full|short|maximum) ?){{0,2}}(?:{_COUNT} "
    f"){{0,3}}(?:more |full |business |working |calendar |or so )?{_UNIT}"
)
_PAST = (
    "(?:ago|since|already been|been (?:waiting|on|without|trying|calling)|waited|have been|has been|had "
    "been|you (?:have )?(?:waited|called|paid|ordered|were|spent|had|got|sent|did|rang|spoke)|for the "
    "(?:past|last)|in the (?:past|last)|over the (?:past|last)|"
    "last (?:night|week|month|year|time)|yesterday|did (?:you|it|they)|was (?:it|there|the)|were you|"
    "how (?:long|many)|when (?:did|was|were)|must have|it took|took|i see (?:that )?you|without|used to|"
    "so you|have you|took us|kept you|late)"
)
_HOLD = (
    "(?:give|allow) me|bear with|hold (?:on|for)|wait|waiting|one (?:moment|second|minute)|(?:could|can|"
    "would|will) you (?:wait|hold|give|spare)|put you on hold|be (?:right )?(?:back|with you)|restart|"
    "leave it (?:off|unplugged)|unplug|every few|if you (?:want|cancel|return)|return (?:it )?within|"
    "policy|past (?:the )?"
)
_FUTURE = (
    "(?:will|shall|can|going to|should|would|may|might|takes?|taking|expect(?:ed|s)?|usually|normally|"
    "typically|allow|arrives?|be|hear|have it|get it|done|up to|turnaround|within|comes?|ready|i am|we "
    "are|due|starts?|ships?|promise|aim|needs?|let me|let us|booked|scheduled|is)"
)

RULES = (
    rule(
        _TIME,
        "time: within ... days",
        "(?:within|in|in about|in around|in under|in less than|after|over|inside) (?:about |around |roughly "
        "|approximately |just |only |less than |under |the |as little as |no more than |at most |maximum "
        f")*{_SPAN}(?! (?:ago|before|late|old|earlier))",
        "within in_ after over inside",
        unless=f"{_PAST}|{_HOLD}|(?:in|over|within) the (?:past|last)|within (?:ninety|thirty|sixty) days of|made in|purchase",
    ),
    rule(
        _TIME,
        "time: takes ... days",
        "(?:takes?|taking|take|allow|up to|needs?|expect|requires?|wait(?:ing)? time (?:is|of)|about|around|"
        f"roughly|approximately|only|another|next) (?:\\w+ ){{0,3}}{_SPAN}",
        "take taking allow up_to need expect require about around roughly approximately wait another next",
        unless=f"{_PAST}|{_HOLD}|about (?:a|an|one|the) (?:hour|day|week)s? (?:ago|late)",
    ),
    rule(
        _TIME,
        "time: ... days, ahead",
        f"(?:{_FUTURE}) ~7 {_SPAN}(?! (?:ago|before|late|old|earlier|free|of))",
        "minute hour day week month second",
        unless=f"{_PAST}|{_HOLD}|free|(?:is|be|are|have|been) (?:for )?{_SPAN} (?:late|old)|credit|discount|off|"
        f"days? (?:policy|limit|window)|{_UNIT} (?:policy|return|window)|by {_COUNT} days?|extend|extra|a "
        "day|(?:plan|contract|trial|term|subscription)",
    ),
    rule(
        _TIME,
        "time: by ...",
        "(?:by|before|until|no later than|not later than|latest by|at the latest|at latest) (?:the )?(?:end "
        "of (?:the |this |next |business |my |your )*(?:day|week|month|today|tomorrow|business|shift|"
        "\\w+day)|close of|today|tonight|tomorrow|noon|midday|midnight|<WEEKDAY>|next (?:week|month|"
        "<WEEKDAY>)|this (?:evening|afternoon|morning|weekend|time)|"
        "(?:about |around )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: thirty| "
        "fifteen| forty five)? ?(?:am|pm|oclock|p m|a m|in the|today|tomorrow|this|tonight|at the latest|"
        "latest|\\.|$)|the \\w+(?:th|st|nd|rd|first|second|third)|<MONTH>|morning|evening|lunch\\w*|"
        "christmas|"
        "then|\\w+(?:th|first|second|third) of)|at the latest",
        "by before until latest later",
        unless="did (?:it|you|they)|was (?:it|there|supposed)|were you|you (?:paid|called|ordered|needed|need "
        "(?:it|this|that|the))|do you need|date you|before (?:today|then|this|tomorrow)|should have|"
        "supposed|promised|called before|last (?:week|month)|until (?:today|then|now|this)|yesterday|told|"
        "ends? by",
    ),
    rule(
        _TIME,
        "time: today, tomorrow, on ...",
        "(?:(?:i|we|you|he|she|they|it|that|this|who|which|and|team|refund|engineer|technician|driver|"
        "courier|order|parcel|package|replacement|manager|supervisor|payment|money|card|letter|service|one|"
        "part|line) )(?:will|shall|am going to|are going to|is going to|can|should|would|am|is|are|ships?|"
        "arrives?|goes|leaves?|comes?) ~9 "
        "(?:today|tonight|tomorrow|this (?:afternoon|evening|morning|week|weekend)|first thing|(?:on|this|"
        "next|by|coming) <WEEKDAY>|next (?:week|month|day|morning|<WEEKDAY>)|the (?:next|same) day|at "
        "(?:\\w+ )?(?:\\w+ )?(?:am|pm|oclock|noon)|between (?:\\w+ ){1,4}and|overnight|the day after|every "
        "(?:day|\\w+ hours|morning)|at noon|"
        "at (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven)|from (?:tomorrow|monday|today)|as "
        "of (?:today|now|tomorrow)|<WEEKDAY>)",
        "today tonight tomorrow this_ first_thing monday tuesday wednesday thursday friday saturday sunday "
        "next_ day am pm oclock noon between right_now straight immediately overnight every at_ as_of",
        unless="here to help|how (?:can|may) (?:i|we)|help (?:you )?(?:with )?today|(?:for|with|assist) you today|"
        "today \\?|was|were|you (?:want|need|would like|prefer)|rent|did|or tomorrow|or the|can (?:do|help)|"
        "(?:is|are) (?:closed|late|delayed|open|blinking)|anything else|else (?:i|we)|this morning (?:i|"
        "you)|calling|can see|last|late this|experience|i see|for you today|sort out|should have|speaking|"
        "right now (?:you|because|so|in your)|in your area|(?:i am|we are) (?:\\w+ )?(?:late|sorry)|if",
    ),
    rule(
        _TIME,
        "time: a bare span",
        "^(?:(?:okay|yes|sure|so|oh|usually|normally|probably|it is|that is|in) )*(?:about |around |roughly "
        f"|less than |under |up to |within |no more than |approximately |maybe |only |at most )*{_SPAN}(?: "
        "at most| tops| maximum| or so| or less| from now| please)?(?= [.]|$)",
        "minute hour day week month",
        unless="\\?|wait|hold|give me|ago",
    ),
    rule(
        _TIME,
        "time: tomorrow, without a verb",
        "^(?:\\w+ ){0,3}(?:tomorrow|tonight|this afternoon|this evening|(?:on |by |next )?<WEEKDAY>)(?: "
        "\\w+){0,4} (?:at|between|by|morning|latest|the man|is coming|comes|he|you will|it will)",
        "tomorrow tonight afternoon evening day",
        unless="was|were|did|yesterday",
    ),
    rule(
        _TIME,
        "time: between ... and ...",
        "between (?:the )?(?:\\w+ ){1,3}and (?:\\w+ )?(?:am|pm|oclock|noon|one|two|three|four|five|six|"
        "seven|eight|nine|ten|eleven|twelve|tomorrow|<WEEKDAY>)",
        "between",
        unless="was|were|did",
    ),
    rule(
        _TIME,
        "time: in a few minutes",
        "in (?:just )?(?:a|one|the next) (?:few |couple of |couple )?(?:minutes?|hours?|moments|days?|seconds?)",
        "in_",
        unless=f"{_PAST}|{_HOLD}",
    ),
    rule(
        _PLAN,
        "plan: first ... then ...",
        "(?:first|to start|step one|firstly|initially) (?:of all )?(?:\\w+ ){1,30}?(?:[.?] )?(?:\\w+ "
        "){0,12}?(?:then|after that|next|second|secondly|afterwards|finally|once)",
        "first to_start step firstly initially",
        unless="first (?:name|line|time|of two|payment|charge|call|one|order)|(?:calm|calmed) down",
    ),
    rule(
        _PLAN,
        "plan: here is what we will do",
        "(?:here is|this is|that is|let me (?:explain|tell you|walk you through|be clear about|run through|"
        "say)|i will (?:explain|tell you|walk you through|run you through)|so|what i would like to explain "
        "is) (?:exactly )?(?:what|how|the) (?:<I>|happens|is going to|will|the (?:next|plan|process)|it|"
        "this|plan|next|things) ?(?:\\w+ )?(?:will|happens?|are|am|going|next|works?|plan|step|process|"
        "is)|what (?:happens|will happen|is going to happen|i will do|we will do|i am going to do|we are "
        "going to do|i would like to do|i am doing|comes) (?:next|now|is|from here|after|then|for you|"
        "today)|the (?:next steps?|plan|process|procedure|way (?:it|this|that) works) "
        "(?:is|are|would|will|from|here|goes|now)|next steps?|my plan|"
        "our plan|how (?:it|this|that) (?:works|will work|goes)|let me (?:explain|walk you "
        "through|tell you) (?:the|how|what)",
        "what the_ next plan process steps how",
        unless="what happens (?:next|now) \\?|do you know|(?:your|current|data|payment|phone|rate|service|"
        "insurance|monthly|price|tariff|annual|family) plan|plan (?:is|you)|(?:what|which) plan|let me "
        "(?:explain|tell you) (?:why|that)|tell me|what happened|see what|the process of|not (?:know|how)|"
        "in the process|(?:that|this) is how it (?:is|works)",
    ),
    rule(
        _PLAN,
        "plan: once ..., ... will",
        "(?:once|as soon as|after|when|until|then|after that|afterwards|the moment|next|later|at that point|"
        "and then|subsequently) ?~14 (?:<I>|you|it|they|he|she|that|this|your \\w+|the \\w+|our \\w+|"
        "somebody|everything|a \\w+|an \\w+) (?:\\w+ )?(?:will|can then|should|is going to|are going to|am "
        "going to|goes|gets|would then)",
        "once as_soon until after when then from_there afterwards moment next later point subsequently",
        unless="you do (?:that|this)|able to|after (?:\\w+ing|having|all|two|three|four|five|a|forty)|and then (?:got|had|was|were|you)|"
        "when (?:you|i|we) (?:can|call|called)|when (?:did|was|were|will|can|"
        "should|is|are|you (?:get|have) a)|(?:can not|unable|not) ~5 until|after you calm|\\?|looking after|"
        "then (?:i|we) can not|when you (?:want|calm)|then you (?:should|will have|will need|can (?:go|read|"
        "wait|find))|if you ~12 then i can",
    ),
    rule(
        _PLAN,
        "plan: you will receive ...",
        "you (?:will|are going to|can expect to|should) (?:then |also |now |soon |shortly |be |just |still "
        ")*(?:get|receive|hear|have|getting|receiving|hearing|contacted|notified|emailed|updated|called|"
        "informed|sent|(?<!should )see)(?! (?:to |no |me|us|wait|it connect|the (?:light|button|option)))",
        "you_",
        unless="(?:should|would) you|you should (?:have (?:read|called|told|been|known|checked|done|got|received)|"
        "see a doctor|find (?:it|that|the) (?:on|in))|(?:what|when|which|that) you (?:would|should)|you "
        "(?:should|would) (?:have|see|find|get) (?:a|an|the) (?:light|button|sticker|number|label|code|"
        "option|tab|menu|link (?:on|at))|if you (?:should|would)|you will have to|i see|did|you should have",
    ),
    rule(
        _PLAN,
        "plan: we will get back to you",
        "(?:<I>|they|he|she|somebody|team|manager|supervisor|specialist|adviser|engineer|technician|driver|"
        "courier|who|colleague|department|depot|insurer|assessor|store|warehouse|lead|leader) (?:will|shall|"
        "am going to|are going to|is going to|would|can|should) (?:<HEDGE> |then |be |also |definitely |"
        "personally |always )*(?:get(?:ting)? (?:right |straight )?back to you|get in (?:touch|contact)|be "
        "in touch|in touch|contact(?:ing)? you|call(?:ing)? "
        "(?:you|back)|ring(?:ing)? you|phone you|phoning you|give you (?:a call|a ring|an update|the)|"
        "email(?:ing)? you|text(?:ing)? you|message you|write to you|writes to you|follow(?:ing)? up|"
        "update(?: you)?|updating you|keep you (?:posted|informed|updated|in the loop)|let you know|"
        "reach(?:ing)? out|reach you|send(?:ing)? you (?:a|an|the|your|confirmation|that|this)|come (?:back|"
        "out|round|over|to)|notify you|inform you|return your call)|(?:they|he|she|somebody|team|manager|"
        "supervisor|specialist|adviser|engineer|technician|driver|courier|who|colleague|department|depot|"
        "insurer|assessor|store|warehouse|lead|leader) (?:will|is going to|are going to) (?:then |also |be "
        ")?"
        "(?:visit|arrive|pick (?:it|that|the)|collect|bring|deliver|review|look at|decide|respond|reply|"
        "drop|investigate|check|come)",
        "will shall going would can should",
        unless="(?:can|could|should|would) (?:i|we) (?:call|ring|phone|email|text|contact|follow|come|reach)|(?:i|"
        "we) can (?:call|ring|email|come|visit|review|decide|look)(?! you)|if (?:we|they|i) (?:can|should|"
        "would)|should (?:call|contact) you|would (?:i|we|they)|can (?:respond|review|visit|decide|look|"
        "deliver|arrive|update|come)|so i can|should have|did",
    ),
    rule(
        _PLAN,
        "plan: I will ... and then ...",
        "<I> (?:will|am going to|are going to|shall) ~18 (?:and|then|after which|before) (?:then )?(?:<I> "
        "(?:will|am|are|can)|you (?:will|can|get|should)|the \\w+ (?:will|is|goes)|call (?:you )?back|ring "
        "you|text you|email you|let you|update|get back|come back|send you|follow|report back|it (?:will|"
        "goes|should))",
        "and then which before",
        unless="if you|and (?:you|i) can (?:not|go|read)|before (?:i|we) can",
    ),
    rule(
        _PLAN,
        "plan: it goes to ..., is being worked on",
        "(?:the|your|our|this|that|it|which) (?:\\w+ ){0,3}(?:will be (?!able|repaired|difficult|"
        "hard)\\w+(?:ed|en|t|wn)|is being (?!repaired)|are being|goes (?:to|out|into|back|through)|is going "
        "to|will go|will then|is on (?:its|the|his) way|are on (?:their|the) way|will (?:phone|call|ring|"
        "write|arrive|restart|reset|show|take|appear|drop|deliver|collect|carry|reach)|writes|looks at|"
        "restarts)(?: \\w+)",
        "will is_being are_being goes gets is_going on_its on_their on_the writes looks restarts",
        unless="\\?|(?:this|that|it) will be (?:difficult|hard|all|fine|okay|recorded|a problem)|(?:call|line) "
        "(?:will be|is being) recorded|if|will need to (?:wait|call)|(?:that|it) will not|who will be|this "
        "call",
    ),
    rule(
        _PLAN,
        "plan: working on it, to be back ...",
        "(?:team|teams|engineers|technicians|crew|crews|developers|specialists|department|we|they|"
        "colleagues) (?:are|is) (?:\\w+ )?(?:working|looking|investigating|reviewing|fixing|processing) "
        "?(?:on|into|hard)?",
        "working looking investigating reviewing fixing processing",
        unless="why|what|if|not|are working (?:fine|from|hours|late|with)",
    ),
    rule(
        _PLAN,
        "plan: the claim goes to ...",
        "(?:claim|case|request|refund|form|report|file|order|ticket|complaint|parcel|photos?|application|"
        "payment) (?:then |now |straight |will |first )*(?:goes|go|gets|lands|moves|is (?:passed|sent|"
        "forwarded|reviewed|checked)|will be|takes?|needs?) ",
        "goes go_ gets lands moves is_ will take need",
        unless="\\?|(?:payment|order) (?:is sent|will be declined)|did",
    ),
)
