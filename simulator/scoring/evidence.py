"""From a cue to its evidence: the words quoted, when they were said, and whether they were recognised well enough to count.

Evidence is *weak* when more than half of its words are below the limit of confidence. Weak evidence never makes a finding and
never takes anything away; what rests on nothing else could not be told (decisions 1).
"""

from __future__ import annotations

from collections.abc import Iterable

from simulator.cues.cue import Certainty, Cue
from simulator.scoring.finding import Evidence
from simulator.scoring.marked_call import Reply
from simulator.transcript.words import LOW_CONFIDENCE, Word

#: A quote longer than this is cut at a word.
LONGEST_QUOTE = 120


def of_cue(cue: Cue, reply: Reply, credit: int = 0, note: str = "") -> Evidence:
    """Return the evidence of a cue in its reply; the times are those of its words, of the reply where it was typed."""
    words = spoken(cue, reply)
    timed = words if words and words[-1].end_ms > 0 else ()
    from_ms = timed[0].start_ms if timed else reply.from_ms
    to_ms = timed[-1].end_ms if timed else reply.to_ms
    return Evidence(reply.turn, cue.quote, from_ms, to_ms, cue.rule, cue.certainty, credit, note, cue.start, cue.end)


def of_reply(reply: Reply, rule: str, credit: int = 0, note: str = "", certainty: Certainty = "sure") -> Evidence:
    """Return evidence that a whole reply is."""
    return Evidence(
        reply.turn, shortened(reply.text), reply.from_ms, reply.to_ms, rule, certainty, credit, note, 0, len(reply.text)
    )


def of_time(from_ms: int, to_ms: int, rule: str, credit: int = 0, note: str = "", turn: int = -1) -> Evidence:
    """Return evidence that is a stretch of time and has no words."""
    return Evidence(turn, "", from_ms, to_ms, rule, "sure", credit, note)


def spoken(cue: Cue, reply: Reply) -> tuple[Word, ...]:
    """Return the words of the reply that the cue's span touches."""
    found, at = [], 0
    for word in reply.words:
        at = reply.text.find(word.text, at)
        if at < 0:
            return ()
        if at < cue.end and at + len(word.text) > cue.start:
            found.append(word)
        at += len(word.text)
    return tuple(found)


def is_weak(cue: Cue, reply: Reply) -> bool:
    """Return whether more than half of the cue's words were recognised with low confidence."""
    words = spoken(cue, reply)
    return 2 * sum(1 for word in words if word.confidence < LOW_CONFIDENCE) > len(words)


def shortened(text: str, most: int = LONGEST_QUOTE) -> str:
    """Return the text, cut at a word where it is too long to quote."""
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"


def in_order(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return evidence in the order of the call, each once, whatever order it was found in."""
    return tuple(sorted(set(evidence), key=_order))


def _order(evidence: Evidence) -> tuple[int, int, int, int, str, str, str, int, int]:
    turn = evidence.turn if evidence.turn >= 0 else 1_000_000
    return (
        evidence.from_ms,
        turn,
        evidence.start,
        evidence.end,
        evidence.rule,
        evidence.certainty,
        evidence.quote + evidence.note,
        evidence.credit,
        evidence.to_ms,
    )
