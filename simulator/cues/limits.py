"""Set a limit: a refusal with its reason and something else instead, or a calm limit to abuse. A flat no is none.

Whether something else is offered is seen over the whole turn, so this module also tells a limit from a flat refusal for
``dismissal``.
"""

from __future__ import annotations

from simulator.cues.candidate import Candidate
from simulator.cues.phrase import phrase, rule
from simulator.transcript.normalise import Normalised

_SKILL = "set_limit"

#: A refusal of what the caller wants. "I can't see", "I can't imagine", "I can't promise" refuse nothing by themselves.
REFUSAL = phrase(
    "(?:<I>|they|the system|it|that|this|you|there|policy) (?:really |just |still |simply |"
    "unfortunately |personally |actually |currently |regrettably )*(?:(?:can|could|may) not|(?:am|are|"
    "is|will be|was|were) (?:not (?:able|allowed|authorised|permitted|in a position|possible|available|"
    "something|eligible|going to|covered|entitled|"
    "qualified)|unable|no longer able|not something)|do not|will not|would not|is no|are no|have no|no "
    "longer) (?:(?:be able |really |just |simply |ever |currently |allowed |able |permitted )*(?:to "
    ")?)(?:help|assist|do|give|offer|change|cancel|process|make|provide|accept|honour|approve|decide|"
    "pay|refund|replace|waive|extend|allow|"
    "take|get|let|return|exchange|reverse|go|issue|authorise|grant|guarantee|promise|fix|send|put|"
    "transfer|move|add|remove|cover|price match|match|share|discuss|disclose|way|exceptions?|refunds?|"
    "eligible|have|carry|sell|ship|support|compensate|override|reopen|say|that|"
    "possible|more|solution|option|stock|any|options|open)|(?:is|are) (?:not|no longer) (?:possible|"
    "available|allowed|refundable|covered|returnable|eligible|something (?:i|we))|non refundable|not "
    "(?:possible|an option|something <I>)|out of the question|(?:unable|not able) to (?:help|assist|do|"
    "offer|change|cancel|process|provide|accept|approve|refund|replace|waive|extend|give|make|issue)"
)
#: What takes the edge off: another way, a reason with a way, a next step.
INSTEAD = phrase(
    "(?:what|here is what|but|however|instead|although|though) (?:i|we) (?:can|will|could|am able|"
    "would)|instead|(?:i|we) (?:can|could|will|am going to|are going to|would) (?:however|instead|still|"
    "though|also|certainly|definitely|gladly)|what i can do|what we can do|(?:i|we) (?:can|could) "
    "(?!not|see|understand|hear|tell|only say|imagine)\\w+|"
    "(?:i|we) (?:will|am going to|are going to|have) (?!not|be honest|need)\\w+|let me (?!be|tell|"
    "explain)\\w+|you (?:can|could|may) (?!not|read|see for|go (?:and|to)|look|find|check|call back|"
    "wait|always (?:complain|leave|go))\\w+|"
    "(?:would|if) you (?:like|prefer)|how about|another (?:way|option)|alternative|(?:i|we) (?:would|"
    "am) (?:like|happy|glad|able) to|may i (?:suggest|offer)|can i (?:offer|suggest)|as soon as|once "
    "(?:the|we|i|you|it)|the (?:fastest|best|next) (?:option|way|thing)|i am sending|i am (?:opening|"
    "putting|asking|checking|passing)"
)
#: Refusals that are none: of perception, of promising too much, of blame, and what keeps a promise.
_HARMLESS = phrase(
    "(?:can|could) not (?:see|find|hear|imagine|thank|apologise|agree|stress|wait|locate|understand|"
    "believe|begin|help but|get (?:in|into|it to|through)|quite|tell (?:from|if)|say sorry|access|"
    "express|let (?:this|that|it)|even)|(?:will|do|would) not (?:let (?:this|that|it|you)|take (?:long|"
    "more|up|too)|give up|go anywhere|"
    "have to|want (?:you|this|that|to (?:keep|make|waste|promise))|need to|stop until|be (?:long|"
    "charged)|happen|leave|hesitate|worry|mind|know|think|see|have (?:the|your|a record|that "
    "information)|make you|cost)|do not (?:get|go|let|give up|do that|worry|have that)|you (?:do not|"
    "will not|can not) (?:have|need|get|be|take|make|pay)|you (?:can|could|may|will|would|are|were|do) "
    "not|it (?:is|was|does|did|will|would) not (?:get|go|do|take|have|make|your)|"
    "that (?:is|was|does) not (?:help|go|get|make|have|available)|there (?:is|are|was) no (?:need|"
    "charge|rush|doubt|way you)|this (?:does|will|should|would) not (?:happen|have|take)|not (?:go|"
    "going) anywhere|i do not (?:have|make|take) (?:to|any more)|it (?:can|could|may) not (?:get|go|"
    "take)"
)

RULES = (
    rule(
        _SKILL,
        "limit: I can't ..., what I can do is ...",
        "(?:what|the (?:best|most)|but) (?:i|we) can (?:do|offer)(?: \\w+)? (?:is|instead|for you|today|"
        "right now|though)|(?:what|all) i can do is|here is what i can do",
        "can_do can_offer",
        unless="what can (?:i|we) do|nothing",
    ),
    rule(
        _SKILL,
        "limit: I want to help, but not while ...",
        "(?:i|we) (?:want|would like|am happy|will|can|am here|really want|do want) ~8 (?:but |and |however "
        ")?(?:i |we )?(?:need|ask|can not|will not|must ask|have to ask) (?:\\w+ ){0,3}(?:you )?(?:\\w+ "
        "){0,6}(?:language|shout\\w*|swear\\w*|insult\\w*|respectful\\w*|call(?:ed|ing)? (?:me )?names|"
        "spoken to|abus\\w+|civil|polite|yell\\w*|threat\\w*)|"
        "(?:please|i (?:need|have to|must|would|will have to|am going to) (?:to )?(?:ask|insist)|i ask) "
        "(?:you )?(?:\\w+ ){0,4}(?:language|without (?:the )?(?:swearing|insults|shouting|abuse|names)|"
        "(?:not|stop) (?:to )?(?:swear\\w*|insult\\w*|call\\w* me names|speak to me like|threaten\\w*|use "
        "that|be abusive)|keep (?:this|it|things) (?:civil|respectful|polite))|if (?:the|this) (?:language|"
        "shouting|swearing|insults|abuse|continues?) ~4 (?:i|we) (?:will|may|am)|"
        "(?:i|we) (?:will|may|might|have to|would have to|am going to have to) (?:have to )?(?:end|close|"
        "terminate) (?:the|this) (?:call|chat|conversation) if",
        "language shout swear insult respect names abus civil polite yell threat if",
        unless="shut up|you people",
    ),
)


def refusals(text: Normalised) -> list[tuple[int, int]]:
    """Return the token ranges of the refusals of what the caller wants."""
    found = []
    for match in REFUSAL.finditer(text.text):
        first, last = text.token_range(match.start(), match.end())
        around = " ".join(text.words[max(first - 1, 0) : last + 3])
        if not _HARMLESS.search(around):
            found.append((first, last))
    return found


def softened(text: Normalised, first: int, last: int) -> bool:
    """Return whether the turn offers something else before or after the refusal in these tokens."""
    before, after = " ".join(text.words[:first]), " ".join(text.words[last:])
    return bool(INSTEAD.search(after) or INSTEAD.search(before))


def find(text: Normalised) -> list[Candidate]:
    """Return refusals that come with something else instead."""
    return [
        Candidate(_SKILL, "limit: a refusal with something else instead", "sure", a, b)
        for a, b in refusals(text)
        if softened(text, a, b)
    ]
