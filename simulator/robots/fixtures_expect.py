"""Whether what a fixture expects has come true, and what happened instead.

Every word under ``expect`` is one row of ``ANSWERS``: what there is at this moment, and whether that is what was named. Anger is
compared in whole points, as it is shown on screen.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from simulator.call.conditions import whole_points
from simulator.call.signals import Signals
from simulator.call.state import Story
from simulator.robots.fixtures_file import Expectation


@dataclass(frozen=True, slots=True)
class Complaint:
    """One expectation that did not hold, with the line where it is written."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What a step, or the whole call, has come to."""

    story: Story
    #: Where the caller's lines came from, in order: ids of beats, endings, silence steps.
    said: tuple[str, ...]
    mood: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether it holds, and what there is."""

    holds: bool
    got: str


def unmet(expectations: tuple[Expectation, ...], seen: Seen, where: str) -> tuple[Complaint, ...]:
    """Return a complaint for every expectation that does not hold; ``where`` names the step: "turn 3"."""
    found = []
    for each in expectations:
        answer = ANSWERS[each.word](each, seen)
        if not answer.holds:
            found.append(Complaint(each.line, f"{where}: expected {words_of(each)}, got {answer.got}"))
    return tuple(found)


def unheard(expectations: tuple[Expectation, ...], signals: Signals) -> tuple[Complaint, ...]:
    """Return a complaint for every id that a sentence of the detection list should have given and did not, or gave and should not."""
    found = []
    for each in expectations:
        word = each.word.removeprefix("not_")
        got = {"heard": signals.heard, "asks": signals.asked, "offers": tuple(signals.offered)}[word]
        wrong = [what for what in each.ids if (what in got) == each.word.startswith("not_")]
        if wrong:
            there = f"{word} {', '.join(got)}" if got else f"{word} nothing"
            found.append(Complaint(each.line, f"expected {each.word.replace('_', ' ')} {', '.join(wrong)}, got {there}"))
    return tuple(found)


def words_of(each: Expectation) -> str:
    """Return an expectation in words: "stage venting", "anger at most 45"."""
    return f"{each.word.replace('_', ' ')} {', '.join(each.ids)}"


def _said(each: Expectation, seen: Seen) -> Answer:
    return Answer(each.ids[0] in seen.said, ", then ".join(seen.said) or "no line at all")


def _one(each: Expectation, got: str) -> Answer:
    return Answer(each.ids[0] == got, got or "none")


def _all(each: Expectation, got: Collection[str]) -> Answer:
    return Answer(all(what in got for what in each.ids), ", ".join(sorted(got)) or "none")


def _most(each: Expectation, got: int) -> Answer:
    return Answer(got <= each.number(), str(got))


def _least(each: Expectation, got: int) -> Answer:
    return Answer(got >= each.number(), str(got))


ANSWERS: Mapping[str, Callable[[Expectation, Seen], Answer]] = {
    "says": _said,
    "stage": lambda each, seen: _one(each, seen.story.stage),
    "mood": lambda each, seen: _one(each, seen.mood),
    "knows": lambda each, seen: _all(each, seen.story.known),
    "knows_all": lambda each, seen: _all(each, seen.story.known),
    "agreed": lambda each, seen: _all(each, seen.story.agreed),
    "ending": lambda each, seen: _one(each, seen.story.ending),
    "kind": lambda each, seen: _one(each, seen.story.kind),
    "anger_at_most": lambda each, seen: _most(each, whole_points(seen.story.temper)),
    "anger_at_least": lambda each, seen: _least(each, whole_points(seen.story.temper)),
    "turns_at_most": lambda each, seen: _most(each, seen.story.turns),
    "turns_at_least": lambda each, seen: _least(each, seen.story.turns),
}
