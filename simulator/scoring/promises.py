"""Promises of something inside this very call, and whether the deed was heard: a reference, a recap, an explanation, a handover, a mail.

A promise that was not kept takes the credit of the words that made it back to half (scoring 2: broken promises inside the call cancel the
credit; half is the mild reading, and the row says which promise it was). It is called broken only where nothing else can be meant: the
promise is without an *if*, a *when*, a later day, a letter or an unsure word; the trainee replied again afterwards, every such reply could
be made out, and the caller did not hang up; and the deed was heard neither behind the promise in the same reply nor in any later one. What
a deed is is read widely: who promises to explain and then says something of any length has explained.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from simulator.cues.phrase import phrase
from simulator.scoring.marked_call import MarkedCall, Reply
from simulator.transcript.normalise import MARKS, Normalised, normalise
from simulator.transcript.spoken_numbers import NUMBER_WORDS

_OWN = "(?:<I> (?:will|shall|am going to|are going to)|let me|let us) (?:<HEDGE> )*"
_SENT = "(?:emails?|mail|confirmation|link|list|letter|copy|form|message|text)"
_IN_THE_CALL = "(?:while (?:you|we) are|before (?:we|you) (?:hang|end|finish|go)|(?:on|during) (?:this|the) (?:call|line|phone))"
#: So many words behind a promise in the same reply, and in the next one, are the deed itself, whatever they say.
_AND_DOES_IT, _DOES_IT_NEXT = 4, 6
#: So many figures in a row are a number to quote.
_FIGURES = 3
#: Endings that took the floor away from the trainee.
_CUT_SHORT = frozenset({"", "hung_up", "timed_out"})
_ONLY_IF = phrase("if|when|whenever|once|unless|as soon as|should you|in case|until|after")
#: What is promised for later, or in writing, need not be heard in the call.
_LATER = phrase(
    "tomorrow|today|tonight|later|this (?:morning|afternoon|evening|week)|next week|<WEEKDAY>|within ~3 <UNIT>|"
    "by (?:then|noon|midday|<NUM>)|(?:by|in|with|per|through) (?:an |a |the |your |our )?"
    "(?:email|mail|text|message|post|letter|writing)|email you|text you|call you|ring you"
)


@dataclass(frozen=True, slots=True)
class BrokenPromise:
    """Words that promised something inside the call that was not heard afterwards."""

    turn: int
    #: Characters of the reply's text.
    start: int
    end: int
    #: What was promised, as in "a reference number".
    what: str


@dataclass(frozen=True, slots=True)
class _Kind:
    what: str
    made: re.Pattern[str]
    #: Cues that keep it.
    kept_by: frozenset[str]
    #: Words that keep it, besides.
    words: re.Pattern[str]
    #: A number to quote keeps it.
    figures: bool = False
    #: A sentence behind it in the same reply keeps it, whatever it says.
    by_talking: bool = False
    #: Its words say that it is for this call, whatever else they name.
    names_the_call: bool = False


_KINDS = (
    _Kind(
        "a number to quote",
        phrase(f"{_OWN}(?:give|read|tell|get) you ~3 (?:reference|case|ticket|claim|confirmation|booking) (?:number|code|id)"),
        frozenset({"give_reference", "reference"}),
        phrase("(?:reference|number|code) is"),
        figures=True,
    ),
    _Kind(
        "to say it once more",
        phrase(f"{_OWN}(?:read|say|repeat|(?:go|run) (?:over|through)|sum|play) ~4 "
               "(?:back to you|read back|once more|again|at the end|everything up|it all up)|"
               f"{_OWN}(?:summarise|recap|sum up|read ~2 back)"),
        frozenset({"recap", "paraphrase", "explain_plan", "give_reference"}),
        phrase("so to sum up|once more|in short|to recap|i have"),
        figures=True,
        by_talking=True,
    ),
    _Kind(
        "to explain it",
        phrase(
            f"{_OWN}(?:explain(?: it| this| that| everything)?|walk you through|run you through"
            "|tell you (?:what happened|why|how (?:it|this|that)))"
        ),
        frozenset("explain_plan admit_fault give_timeframe paraphrase set_limit offer_remedy offer_options teach recap".split()),
        phrase("because|the reason|what happened (?:is|was)|it is about"),
        by_talking=True,
    ),
    _Kind(
        "to bring somebody in",
        phrase(f"{_OWN}(?:put you through|connect you|transfer you|bring in|bring|get|fetch) ~4 <TEAM> "
               "(?:now|right now|right away|on the line|on the phone|(?:in|into|onto) (?:the|this) call)"),
        frozenset({"transfer", "put_on_hold"}),
        phrase("<TEAM> is (?:here|on the line|with us)|putting you through|here is"),
    ),
    _Kind(
        "to send it during the call",
        phrase(f"{_OWN}(?:send|email|text|mail) ~8 {_SENT} ~4 {_IN_THE_CALL}|{_IN_THE_CALL} ~5 {_OWN}(?:send|email|text|mail)"),
        frozenset(),
        phrase(f"sent|posted|have it|gone out|on (?:its|the) way|inbox|arrived|sending|{_SENT}"),
        names_the_call=True,
    ),
)


def broken_promises(call: MarkedCall) -> tuple[BrokenPromise, ...]:
    """Return the promises of this call that were made plainly and not kept, in its order."""
    if call.kind in _CUT_SHORT:
        return ()
    return tuple(each for at, reply in enumerate(call.replies) for each in _broken_in(call, at, reply))


def _broken_in(call: MarkedCall, at: int, reply: Reply) -> Iterable[BrokenPromise]:
    later = call.replies[at + 1 :]
    if reply.unclear or not later or any(each.unclear for each in later):
        return
    text = normalise(reply.text, reply.words)
    for kind in _KINDS:
        for match in kind.made.finditer(text.text):
            first, last = text.token_range(match.start(), match.end())
            if _is_plain(text, first, kind) and not (_is_handed_over(kind, call, reply) or _is_kept(kind, text, last, later)):
                yield BrokenPromise(reply.turn, *text.span(first, last), kind.what)


def _is_plain(text: Normalised, first: int, kind: _Kind) -> bool:
    begin, end = text.sentence(first)
    words = " ".join(text.words[begin:end])
    if _ONLY_IF.search(words) or (not kind.names_the_call and _LATER.search(words)):
        return False
    return not any(token.low for token in text.tokens[begin:end])


def _is_handed_over(kind: _Kind, call: MarkedCall, reply: Reply) -> bool:
    """Return whether somebody was brought in: the call was passed on or held, or the caller accepted the handover as it was offered."""
    accepted = {each.remedy for each in call.agreed}
    return "transfer" in kind.kept_by and bool(call.kind == "escalated" or call.holds or accepted & {cue.remedy for cue in reply.cues})


def _is_kept(kind: _Kind, text: Normalised, last: int, later: tuple[Reply, ...]) -> bool:
    closed = text.sentence(last - 1)[1]
    behind = text.words[closed if closed < len(text.words) else last :]
    follows = normalise(later[0].text, later[0].words).words
    if kind.by_talking and (_spoken(behind) >= _AND_DOES_IT or _spoken(follows) >= _DOES_IT_NEXT):
        return True
    return _does(kind, " ".join(text.words[last:])) or any(_keeps(kind, each) for each in later)


def _spoken(words: tuple[str, ...]) -> int:
    return sum(word not in MARKS for word in words)


def _keeps(kind: _Kind, reply: Reply) -> bool:
    """Return whether a later reply does it; to promise it once more is not to do it."""
    text = normalise(reply.text, reply.words)
    again = [text.span(*text.token_range(match.start(), match.end())) for match in kind.made.finditer(text.text)]
    cues = (cue for cue in reply.cues if cue.skill in kind.kept_by)
    if any(all(cue.end <= start or cue.start >= end for start, end in again) for cue in cues):
        return True
    return _does(kind, kind.made.sub(" ", text.text))


def _does(kind: _Kind, words: str) -> bool:
    if kind.words.search(words):
        return True
    run = 0
    for word in words.split() if kind.figures else ():
        run = run + 1 if word in NUMBER_WORDS or len(word) == 1 else 0
        if run >= _FIGURES:
            return True
    return False
