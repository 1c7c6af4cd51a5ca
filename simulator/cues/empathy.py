"""Acknowledge the feeling: names or validates the caller's feeling or burden.

Bare "I understand" names nothing and counts for nothing; "I understand, but" neither (the guards see to the second).
"""

from __future__ import annotations

from simulator.cues.phrase import rule

_SKILL = "acknowledge_feeling"
_KNOW = (
    "(?:understanding|understand|see|imagine|hear|appreciate|know|get|tell|sense|recognise|realise|feel|"
    "acknowledge|sympathise|empathise|respect)"
)
_NOT_OURS = "(?:do|did|can|could) not (?:really )?(?:see|understand|know|get) why|why are you"

RULES = (
    rule(
        _SKILL,
        "empathy: I understand how ... (feeling)",
        "<I> (?:am |can |could |do |really |fully |totally |completely |truly |certainly |absolutely |also |"
        "just |definitely |very much "
        f"|only |well |am sure )*{_KNOW} ~9 <FEEL>",
        "understand see imagine hear appreciate know get tell sense recogni realis feel acknowledge sympath empath respect",
        unless=_NOT_OURS + "|(?:see|get|have|know) ~3 (?:trouble|problem)",
    ),
    rule(
        _SKILL,
        "empathy: (can) understand, without a subject",
        "(?:^|can |could |totally |completely |fully |absolutely |definitely |only )(?:understand|imagine|"
        "hear|appreciate|get|see) "
        "~6 <FEEL>",
        "understand imagine hear appreciate get see",
        unless=_NOT_OURS,
    ),
    rule(
        _SKILL,
        "empathy: your frustration",
        "(?:understand|hear|share|feel|acknowledge|appreciate|see|recognise|sympathise with|know|get|aware "
        "of|noted|note|for|about|"
        "with) (?:all )?(?:of )?(?:your|(?<!for )the|you have) (?:very |real |valid |obvious |"
        "understandable |current )*(?:and )?"
        "(?:frustrat\\w+|concerns?|disappointment|anger|worry|worries|annoyance|upset|stress|distress|urgency|feelings?|pain|"
        "irritation|discomfort|anxiety|displeasure|dissatisfaction|unhappiness|impatience|embarrassment|hesitation)",
        "frustrat concern disappointment anger worr annoyance upset stress distress urgency feeling pain irritation discomfort "
        "anxiety dissatisfaction unhappiness impatience embarrass displeas hesitation",
        unless="(?:any|no|other|further|more|some|address|raise|questions or) concerns?",
    ),
    rule(
        _SKILL,
        "empathy: that must be ... (feeling)",
        "(?:that|this|it|which|you|things|must|what|all of (?:that|this|it)) ?(?:must|has to|have to|had to|"
        "would|could|may|might) "
        "(?:really |all |certainly )?(?:be|have been|feel|have felt|seem|leave you|make you|have left you|have made you) ~5 "
        "(?:<FEEL>|a lot|not easy|anybody|busy|on your mind|exasperat\\w+)",
        "must has_to have_to had_to would could may might",
        unless="(?:that|this|it) would be (?:difficult|hard) (?:for us|to)",
    ),
    rule(
        _SKILL,
        "empathy: must be ... (feeling)",
        "(?:must|has to) (?:really |all )?(?:be|have been|feel) ~4 <FEEL>",
        "must has_to",
    ),
    rule(
        _SKILL,
        "empathy: that sounds ... (feeling)",
        "(?:sounds?|feels?|seems?) (?:like )?(?:a |an |such a |quite a )?(?:really |very |so |incredibly |"
        "truly |absolutely |quite |"
        "pretty |extremely |like |utterly |beyond |rather )*(?:a |an |such a )?<FEEL>",
        "sound feel seem",
        unless="(?:if|that) you feel|sorry ~3 you feel|i feel|we feel",
    ),
    rule(
        _SKILL,
        "empathy: that is ... (feeling)",
        "(?:that|this|it|which|the wait|waiting|situation|news) (?:is|was|has been|are) (?:such |really |"
        "very |so |incredibly |truly |"
        "absolutely |quite |pretty |extremely |just |a |an |most |certainly |utterly |definitely |"
        "understandably |all |both |too |"
        "rather |completely |more than )*(?:frustrat\\w+|annoying|upsetting|disappointing|inconvenient|stressful|worrying|"
        "awful|horrible|horrid|terrible|dreadful|rotten|rubbish|nasty|distressing|exhausting|tiring|irritating|maddening|"
        "infuriating|unpleasant|unfair|unacceptable|unsettling|embarrassing|concerning|nightmare|hassle|alarming|heartbreaking|"
        "shocking|hard on you|no fun|not fun|not easy|disheartening|inexcusable|a lot to|outrageous|ridiculous|too long|"
        "a long (?:time|wait)|a pain|rough|tough|scary|frightening|painful|miserable|lousy|grim|draining|aggravating)"
        "(?! (?:but|however) (?:i|we) (?:can not|do not))",
        "is was been are",
        unless="is (?:that|this|it) (?:really )?(?:too|a)|(?:not|is nothing) (?:that|very|so) (?:hard|difficult)",
    ),
    rule(
        _SKILL,
        "empathy: I would feel the same",
        "(?:where you are coming from)|(?:i|we|anybody|anyone|everybody|most people|any of us|who) would "
        "(?:have |all |definitely |probably |certainly |not |"
        "absolutely |honestly |surely |likely )*(?:be|been|feel|felt) ~4 (?:<FEEL>|the same|that way|same|too|as well)",
        "would coming_from",
    ),
    rule(
        _SKILL,
        "empathy: the same in your place",
        "(?:in your (?:place|position|shoes|situation)|if i were you|if it were me)",
        "your i_were it_were",
    ),
    rule(
        _SKILL,
        "empathy: you have every right",
        "(?:every|full|the|a) (?:right|reason) to (?:be|feel|expect|complain|want|ask)|right to be <FEEL>|"
        "do not blame you|(?:you are|you have been) ~2 (?:right|entitled) to (?:be|feel|expect)",
        "right reason blame entitled",
    ),
    rule(
        _SKILL,
        "empathy: sorry to hear",
        "(?:sorry|sad|saddened|hate|hates|horrified|concerned|gutted|dismayed|upset|disappointed|"
        "disappointing|troubled|not good|"
        "not like|not love|never (?:like|want|good)|never nice|distressed|shame|regret|upsetting|unhappy|not happy) ~1 "
        "(?:to )?(?:hear|hearing|learn|see|read)",
        "hear learn see read",
        unless="good to hear|glad to hear",
    ),
    rule(
        _SKILL,
        "empathy: sorry for your loss",
        "sorry for your loss|my condolences|our condolences|condolences",
        "loss condolences",
    ),
    rule(
        _SKILL,
        "empathy: not what you need",
        "(?:not|never|hardly|far from|least|isnt) (?:\\w+ ){0,3}(?:what|the (?:\\w+ )?(?:experience|service|"
        "way|kind|sort|news|start|"
        "standard)|experience|service|how|a way|news|something|anything) (?:\\w+ ){0,4}(?:need|needs|want|"
        "wanted|expect|expected|like|"
        "hope|hoped|deserve|should|aim|look for|aspire|would)",
        "not never hardly far_from least",
        unless="do not know what|not sure what|is not something (?:we|i) (?:can|do|would|offer)|not what (?:you|i|"
        "we) (?:asked|ordered|said)|"
        "if (?:it|that|this) is not|you do not (?:need|want|have)",
    ),
    rule(
        _SKILL,
        "empathy: the last thing you need",
        "last thing (?:you|anybody|any of us|somebody) ~2 (?:need|needs|needed|want|wants|wanted)",
        "last_thing",
    ),
    rule(
        _SKILL,
        "empathy: nobody should have to",
        "(?:(?:nobody|no customer|no person) (?:should|ought|deserves|wants|likes|enjoys|needs)|you should "
        "(?:not|never|not ever)) "
        "(?:ever )?(?:(?:have|had|need|be left) ~1 )?(?:to )?(?:have|wait|go|deal|chase|be|repeat|explain|"
        "put|ask|fight|call|that|this|sit|worry|live)",
        "nobody no_customer no_person you_should_not you_should_never",
        unless="you should (?:have|be|wait|call|ask|explain|go|put|repeat|deal|chase|worry)|nobody (?:needs|wants) "
        "to (?:talk|listen|hear)",
    ),
    rule(
        _SKILL,
        "empathy: I know how important",
        "(?:know|understand|see|appreciate|realise|recognise|get|hear|imagine|aware|remember) ~5 (?:how "
        "(?:important|much|long|hard|busy|"
        "eager|badly|difficult|vital|critical|valuable|keen|precious|big)|(?:is|are|was) (?:so |very |"
        "really )?(?:important|precious|valuable)|matters|"
        "means (?:a lot|to)|never (?:easy|fun)|no fun|not (?:easy|fun|ideal|pleasant|great|nice))",
        "know understand see appreciate realise recognise get hear imagine aware remember",
        unless="(?:know|tell|find out|see|check) how (?:long|much) (?:it|that|this|you (?:owe|paid|were)|the|is|"
        "have|did)|how (?:long|much) do",
    ),
    rule(
        _SKILL,
        "empathy: it makes sense that you are ...",
        "makes (?:perfect |complete |total |absolute )?sense (?:that|why|you)|understandable|understandably|"
        "rightly so|and rightly|no wonder|"
        "can not (?:even |begin to |possibly )?(?:imagine|blame)|i (?:would )?not blame you|quite rightly|you are not wrong to",
        "sense understandabl rightly wonder imagine blame not_wrong",
    ),
    rule(
        _SKILL,
        "empathy: what a ... (burden)",
        "(?:what an?|such an?|how) (?:really |very |incredibly |absolutely |truly |utterly |totally "
        ")?(?:<FEEL>|mess|shame|day|week|start|"
        "ordeal|disaster|way to|blow|bother|letdown)",
        "what_a such_a how",
        unless="(?:know|tell|see|check|determine|find out) how|how (?:concern|hard|mad|cross)",
    ),
    rule(
        _SKILL,
        "empathy: I feel bad for you",
        "<I> (?:do |really |truly )?(?:feel|felt) ~1 (?:bad|terrible|awful|sorry|for you|dreadful|your)",
        "feel felt",
    ),
    rule(
        _SKILL,
        "empathy: that is not good",
        "(?:that|this|it) (?:definitely |certainly |really |just )?(?:is|was|does|will|sounds) "
        "(?:definitely |certainly |really |clearly |just |"
        "simply |absolutely |completely |totally )?not (?:\\w+ )?(?:good|great|ideal|okay|acceptable|right|"
        "fair|on|fun|pleasant|nice|cool|easy|sound good|sound right|"
        "sound fun|good enough|feel good|look good)",
        "not",
        unless="not (?:right|good) (?:number|address|one|card|time|place)|(?:if|is|was) (?:that|this|it) (?:is )?not|"
        "does not look right to (?:us|me)",
    ),
    rule(
        _SKILL,
        "empathy: no way to ...; days without ...",
        "(?:that is|is|was) no way (?:to|for)|(?:hours?|days?|weeks?|months?) (?:without|with no|on hold|in "
        "the (?:cold|dark|rain))|"
        "(?:been through|gone through|going through|put up with|put through) (?:a lot|enough|so much|all)",
        "no_way without with_no hold cold dark rain through put_up",
        unless="(?:how many|if) ~2 (?:hours|days|weeks)|after ~2 (?:days|weeks|months) without|within",
    ),
    rule(
        _SKILL,
        "empathy: why you are upset",
        "(?:why|that|know|see|when|hear) you (?:are|feel|would be|might be|must be|would feel|were|have been) ~3 <FEEL>",
        "you",
        unless="(?:do|did|can) not (?:see|understand|know|get) why|sorry ~2 you (?:are )?feel|why are you|that you "
        "(?:are )?concerned|"
        "if you (?:are|feel)",
    ),
    rule(
        _SKILL,
        "empathy: you sound upset",
        "you (?:sound|seem|look|do sound|are clearly|are obviously|are understandably) ~2 <FEEL>",
        "you",
    ),
    rule(
        _SKILL,
        "empathy: ... is the worry",
        "(?:is|was|must be) (?:the|your|a) (?:big |real |main |biggest )?(?:worry|fear|hard part|worst part)",
        "worry fear part",
    ),
    rule(
        _SKILL,
        "empathy: ... is a pain",
        "is (?:such |really |quite |just |a bit of )*an? (?:real |huge |big |right |total )?(?:pain|hassle|"
        "nightmare|burden|headache|shame|disgrace)",
        "pain hassle nightmare burden headache shame disgrace",
    ),
    rule(
        _SKILL,
        "empathy: oh no",
        "oh no|oh dear|goodness(?: me)?|oh gosh|ouch|yikes|oof|my goodness",
        "oh_ goodness gosh ouch yikes oof",
        unless="oh no (?:you|i|we|it|that is not) (?:do|did|can|will|is)",
    ),
    rule(
        _SKILL,
        "empathy: you deserve better",
        "you (?:deserve|deserved) (?:\\w+ )?(?:better|more|an answer|to be)|(?:better|more) than (?:that|this)",
        "deserve better_than more_than",
    ),
    rule(
        _SKILL,
        "empathy: ... so much time, again",
        "(?:i|we) (?:know|understand|get|see|appreciate) ~3 (?:waiting|waited|chasing|calling|repeating) ~6 "
        "(?:long|again|hours|days|weeks|times|ages|"
        "enough|already|much)",
        "waiting waited chasing calling repeating",
    ),
)
