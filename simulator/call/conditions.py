"""Whether a ``when`` holds at this moment of the story.

Every word of the vocabulary is one row of ``CHECKS``: given the condition, it makes the check that is asked at every turn. Robots ask some
millions a minute, so everything that the condition alone decides is worked out once. Temper is compared in whole points, rounded half up,
as it is shown on screen (decisions 7).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

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


Check = Callable[[Story, Moment], bool]


def whole_points(temper: int) -> int:
    """Return thousandths of a point as whole points, half rounded up."""
    return (temper + 500) // 1000


def fits(when: When, story: Story, moment: Moment) -> bool:
    """Return whether all conditions hold."""
    return check_of(when)(story, moment)


@lru_cache(maxsize=4096)
def check_of(when: When) -> Check:
    """Return the check of all conditions together."""
    checks = [check_of_condition(condition) for condition in when.conditions]
    match checks:
        case []:
            return lambda _story, _moment: True
        case [only]:
            return only
        case [one, other]:
            return lambda story, moment: one(story, moment) and other(story, moment)

    def all_hold(story: Story, moment: Moment) -> bool:
        # Plain loops here and below: all() and any() over a generator cost more than what they ask.
        for check in checks:  # noqa: SIM110
            if not check(story, moment):
                return False
        return True

    return all_hold


def check_of_condition(condition: Condition) -> Check:
    """Return the check of one condition."""
    return CHECKS[condition.word](condition)


def _any_of(condition: Condition) -> Check:
    checks = [check_of(branch) for branch in condition.branches]

    def any_holds(story: Story, moment: Moment) -> bool:
        for check in checks:  # noqa: SIM110
            if check(story, moment):
                return True
        return False

    return any_holds


def _none_of(condition: Condition) -> Check:
    any_holds = _any_of(condition)
    return lambda story, moment: not any_holds(story, moment)


def _heard(c: Condition) -> Check:
    what = c.ids[0]
    return lambda story, moment: what in moment.heard


def _heard_any(c: Condition) -> Check:
    none_of = frozenset(c.ids).isdisjoint
    return lambda story, moment: not none_of(moment.heard)


def _asked(c: Condition) -> Check:
    fact = c.ids[0]
    return lambda story, moment: fact in moment.asked


def _asked_any(c: Condition) -> Check:
    none_of = frozenset(c.ids).isdisjoint
    return lambda story, moment: not none_of(moment.asked)


def _least_points(c: Condition) -> Check:
    least = -(-c.number // 1000)
    return lambda story, moment: (story.temper + 500) // 1000 >= least


def _most_points(c: Condition) -> Check:
    most = c.number // 1000
    return lambda story, moment: (story.temper + 500) // 1000 <= most


CHECKS: Mapping[str, Callable[[Condition], Check]] = {
    "heard": _heard,
    "heard_any": _heard_any,
    "asked": _asked,
    "asked_any": _asked_any,
    "offered": lambda c: lambda s, m: c.ids[0] in s.on_table,
    "offered_any": lambda c: lambda s, m: not s.on_table.keys().isdisjoint(c.ids),
    "heard_before": lambda c: lambda s, m: c.ids[0] in s.heard,
    "heard_before_all": lambda c: lambda s, m: s.heard.keys() >= set(c.ids),
    "never_heard": lambda c: lambda s, m: c.ids[0] not in s.heard,
    "heard_times": lambda c: lambda s, m: s.heard.get(c.ids[0], 0) >= c.number,
    "knows": lambda c: lambda s, m: c.ids[0] in s.known,
    "knows_all": lambda c: lambda s, m: s.known.issuperset(c.ids),
    "missing": lambda c: lambda s, m: c.ids[0] not in s.known,
    "missing_any": lambda c: lambda s, m: not s.known.issuperset(c.ids),
    "agreed": lambda c: lambda s, m: c.ids[0] in s.agreed,
    "agreed_any": lambda c: lambda s, m: not s.agreed.keys().isdisjoint(c.ids),
    "agreed_all": lambda c: lambda s, m: s.agreed.keys() >= set(c.ids),
    "not_agreed": lambda c: lambda s, m: c.ids[0] not in s.agreed,
    "anger_at_least": _least_points,
    "anger_at_most": _most_points,
    "mood": lambda c: lambda s, m: m.mood == c.ids[0],
    "mood_any": lambda c: lambda s, m: m.mood in c.ids,
    "turns_at_least": lambda c: lambda s, m: s.turns >= c.number,
    "turns_in_stage_at_least": lambda c: lambda s, m: s.turns_in_stage >= c.number,
    "said": lambda c: lambda s, m: c.ids[0] in s.said,
    "not_said": lambda c: lambda s, m: c.ids[0] not in s.said,
    "talking_seconds_at_least": lambda c: lambda s, m: m.talking_ms >= c.number,
    "silence_seconds_at_least": lambda c: lambda s, m: m.silence_ms >= c.number,
    "any_of": _any_of,
    "none_of": _none_of,
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
