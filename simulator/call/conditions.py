"""Whether a ``when`` holds at this moment of the story.

Every word of the vocabulary is one row of ``TESTS``. Temper is compared in whole points, rounded half up, as it is shown on screen
(decisions 7).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from simulator.call.state import Story
from simulator.scenario.model import Condition, When


@dataclass(frozen=True, slots=True)
class Moment:
    """What is true at this moment beside the story itself."""

    #: Ids heard, facts asked for in the present reply.
    heard: Collection[str] = ()
    asked: Collection[str] = ()
    mood: str = ""
    talking_ms: int = 0
    silence_ms: int = 0


def whole_points(temper: int) -> int:
    """Return thousandths of a point as whole points, half rounded up."""
    return (temper + 500) // 1000


def fits(when: When, story: Story, moment: Moment) -> bool:
    """Return whether all conditions hold."""
    return all(TESTS[condition.word](condition, story, moment) for condition in when.conditions)


def _any_of(condition: Condition, story: Story, moment: Moment) -> bool:
    return any(fits(branch, story, moment) for branch in condition.branches)


Test = Callable[[Condition, Story, Moment], bool]

TESTS: Mapping[str, Test] = {
    "heard": lambda c, s, m: c.ids[0] in m.heard,
    "heard_any": lambda c, s, m: any(what in m.heard for what in c.ids),
    "asked": lambda c, s, m: c.ids[0] in m.asked,
    "asked_any": lambda c, s, m: any(fact in m.asked for fact in c.ids),
    "offered": lambda c, s, m: c.ids[0] in s.on_table,
    "offered_any": lambda c, s, m: any(remedy in s.on_table for remedy in c.ids),
    "heard_before": lambda c, s, m: c.ids[0] in s.heard,
    "heard_before_all": lambda c, s, m: all(what in s.heard for what in c.ids),
    "never_heard": lambda c, s, m: c.ids[0] not in s.heard,
    "heard_times": lambda c, s, m: s.heard.get(c.ids[0], 0) >= c.number,
    "knows": lambda c, s, m: c.ids[0] in s.known,
    "knows_all": lambda c, s, m: all(fact in s.known for fact in c.ids),
    "missing": lambda c, s, m: c.ids[0] not in s.known,
    "missing_any": lambda c, s, m: any(fact not in s.known for fact in c.ids),
    "agreed": lambda c, s, m: c.ids[0] in s.agreed,
    "agreed_any": lambda c, s, m: any(remedy in s.agreed for remedy in c.ids),
    "agreed_all": lambda c, s, m: all(remedy in s.agreed for remedy in c.ids),
    "not_agreed": lambda c, s, m: c.ids[0] not in s.agreed,
    "anger_at_least": lambda c, s, m: whole_points(s.temper) * 1000 >= c.number,
    "anger_at_most": lambda c, s, m: whole_points(s.temper) * 1000 <= c.number,
    "mood": lambda c, s, m: m.mood == c.ids[0],
    "mood_any": lambda c, s, m: m.mood in c.ids,
    "turns_at_least": lambda c, s, m: s.turns >= c.number,
    "turns_in_stage_at_least": lambda c, s, m: s.turns_in_stage >= c.number,
    "said": lambda c, s, m: c.ids[0] in s.said,
    "not_said": lambda c, s, m: c.ids[0] not in s.said,
    "talking_seconds_at_least": lambda c, s, m: m.talking_ms >= c.number,
    "silence_seconds_at_least": lambda c, s, m: m.silence_ms >= c.number,
    "any_of": _any_of,
    "none_of": lambda c, s, m: not _any_of(c, s, m),
}


def words_used(when: When) -> frozenset[str]:
    """Return the words of the vocabulary that occur in it, at any depth."""
    used: set[str] = set()
    for condition in when.conditions:
        used.add(condition.word)
        for branch in condition.branches:
            used |= words_used(branch)
    return frozenset(used)


def facts_asked(when: When) -> frozenset[str]:
    """Return the facts that it wants to be asked for, at any depth."""
    asked: set[str] = set()
    for condition in when.conditions:
        if condition.word in ("asked", "asked_any"):
            asked.update(condition.ids)
        for branch in condition.branches:
            asked |= facts_asked(branch)
    return frozenset(asked)
