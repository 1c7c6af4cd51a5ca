"""Offer options: two or more ways forward, or the question which one is preferred."""

from __future__ import annotations

from simulator.cues.phrase import rule

_SKILL = "offer_options"
_NO_OR = (
    "or (?:so|not|later|less|more|anything|any|something|whatever|two|three|five|six|seven|ten|twelve|"
    "eight|four|nine|earlier|sooner|longer|concerns?|issues?|problems?|questions?|nothing|other|similar|"
    "call|email|visit|chat|message|at|both)"
)

RULES = (
    rule(
        _SKILL,
        "options: either ... or",
        "either (?!way|of|that|\\.)(?:\\w+ ){1,22}or(?! (?:not|so|later)\\b)",
        "either",
        unless="not either|(?:me|him|her|they|it) either",
    ),
    rule(
        _SKILL,
        "options: two options, a choice",
        "(?:two|couple of|few|some|different|several|three|both|these|following|other|your|the|alternative|"
        "have|here are|give you|offer you) (?:\\w+ )?(?:options|choices|alternatives|possibilities|ways "
        "(?:to|we|i|forward|around|of))|"
        "(?:it is|that is|entirely|completely|totally|all|all that is) up to you|(?:your|the) (?:choice|"
        "call|decision|preference) (?:is yours|entirely)|your choice|leave (?:the (?:choice|decision)|that|"
        "it) (?:up )?to you|you (?:can|may|get to|are free to) (?:choose|pick|decide)|choose between|pick "
        "between|"
        "(?:another|one|other|second|alternative) (?:option|alternative|possibility|way) (?:is|would|we|i|"
        "could|might|forward)|option (?:a|one|b|two)|whatever (?:suits|works|is (?:easier|easiest|best)|you "
        "prefer)|whichever|alternatively|(?:one|an) alternative",
        "option choice alternativ possibilit ways up_to_you call decision preference leave choose pick "
        "decide way whatever whichever",
        unless="(?:no|any|only|not (?:have|many)|without) (?:other |more |two )?(?:options?|choice|alternative)|on "
        "(?:our|the) (?:website|menu)|settings? ~2 options?|run out of|out of options|explore|options? "
        "(?:menu|tab|page|button)|(?:all|exhausted) (?:of )?(?:the|our) options",
    ),
    rule(
        _SKILL,
        "options: which would you prefer",
        "(?:would|do|if|what|which) (?:\\w+ ){0,3}you (?:would |might |may |\\w+ly )?(?:prefer|rather)|"
        "which (?:one |of (?:these|those|the two|them) |of (?:the )?\\w+ \\w+ |option |way |\\w+ )?(?:would|"
        "do you (?:want|prefer|like)|works?|suits?|is (?:best|easier|better|more convenient)|"
        "you (?:want|prefer|like))|(?:what|which) (?:\\w+ ){0,2}(?:works|suits|would (?:suit|work)|is "
        "(?:best|convenient|good)) (?:best )?(?:for )?you|when would (?:suit|be (?:good|best|convenient)|"
        "work|you like)|(?:is there (?:a|any)|any|a) (?:\\w+ )?(?:time|day|date|slot) (?:that |which "
        ")?(?:suits|works|you prefer|convenient)|"
        "do you have a preference|your preference|what would you like (?:me|us) to do|what would you like "
        "to do|how would you like (?:to|me|us|it|your)|where would you like|tell me (?:which|what) you "
        "(?:prefer|want|would)|(?:best|good|convenient) (?:time|day) (?:to|for)",
        "prefer rather which works suits suit best convenient good preference would_you_like tell_me",
        unless="if you (?:would )?prefer(?:red)? (?:not|to wait)|(?:i|we) would (?:rather|prefer)|which (?:would|"
        "works) (?:have|not)|best time of|which (?:is|will|would) (?:be|take|mean|have)",
    ),
    rule(
        _SKILL,
        "options: would you like ... or ...",
        "(?:would you (?:like|want|prefer|be)|do you want|shall (?:i|we)|should (?:i|we)|would it be|is it|"
        f"can (?:i|we)|could (?:i|we)|would) ~14 (?!{_NO_OR})or(?! (?:so|not|else|later)\\b) ",
        "or",
        unless="_|(?:more|another|few) or|(?:any|further) ~5 or|or (?:any|other|more|so|not|later)|is it (?:on|a|"
        "the|still|for|blinking|your|in|under|red|from|just)|(?:name|number|email|address|date|phone|"
        "reference|account|order) or|two or|one or",
    ),
    rule(
        _SKILL,
        "options: I can ... or ...",
        "(?:i|we|you) (?:can|could|will|may) (?:either )?~16 or (?:<HEDGE> |alternatively |if you (?:like|"
        "prefer|would like|would prefer|would rather|want) |else |even )*(?:i|we|you|put|have|send|get|give|"
        "offer|refund|replace|swap|book|wait|keep|take|rebook|cancel|go|a|an|the|your|"
        "try|return|arrange|do|exchange|simply|leave|move|change|start|pick|collect|come|make|use|by|to|in|"
        "for|on|credit|full|store|apply|choose|connect|transfer)(?! (?:so|few|later|any|more|two|three))",
        "or",
        unless="(?:one|two|three|four|five|an hour|day|week|minute|couple|today|tomorrow) or|or (?:any|other|so|"
        "not|later|less|more)|(?:let (?:me|us) know|call|contact|message|reply|email|ask|reach) ~8 or|check "
        "(?:if|whether)|see (?:if|whether)|(?:name|number|email|address|questions|concerns|issue|problem) "
        "or",
    ),
    rule(
        _SKILL,
        "options: or, if you prefer",
        "(?:or|and|alternatively|otherwise|also) (?:else |also )?(?:if (?:you|that) (?:would )?(?:prefer|"
        "rather|like|want|does not (?:suit|work)|is easier|not)|(?:i|we) (?:can|could) (?:also|instead|"
        "alternatively)|instead (?:i|we))|if you (?:would )?(?:prefer|rather) ~8 (?:i|we|you) (?:can|could|"
        "will)|if (?:you would rather|that does not work|that is easier|that suits you better|"
        "neither)|<I> (?:can|could) also (?!see|understand|hear|confirm|tell|help)|(?:or|otherwise) (?:i|"
        "we) (?:can|could|will)|or would you",
        "prefer rather instead also otherwise or_would or_i or_we if_that if_neither like want",
        unless="(?:help|anything|questions?|see|check|name|number|email) ~4 or (?:i|we)|or i will (?:end|hang|"
        "disconnect)|i can also (?:be|take your)|if you want to (?:know|see)",
    ),
    rule(
        _SKILL,
        "options: morning or afternoon, card or voucher",
        "(?:morning or (?:the |an |in the )?(?:afternoon|evening)|today or tomorrow|by (?:phone|email|post) "
        "or|email or (?:phone|post|text)|(?:refund|replacement|credit|voucher|exchange|repair|money back) "
        "or (?:a |an |the )?(?:\\w+ ){0,2}(?:refund|replacement|credit|voucher|exchange|repair|money|new)|"
        "home or|aisle or|pick ?up or delivery|delivery or pick ?up|now or)",
        "or",
        unless="was it|were you|is it|did (?:it|you)|or later|now or (?:never|ever)",
    ),
)
