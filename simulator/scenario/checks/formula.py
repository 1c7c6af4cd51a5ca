"""What a ``when`` says, as a formula over what can be counted and bounded: heard or not, known or not, how angry, how often.

Every word of the vocabulary becomes bounds on variables, joined by "every" and "some". A variable is a kind and a name, such as
``("heard", "insult")`` (0 or 1) or ``("temper", "")`` (whole points). The meaning is that of the engine's own table of words; a test
holds the two against each other at random moments.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from simulator.scenario.model import Anger, Condition, When

Variable = tuple[str, str]
Bounds = tuple[int, int]
#: More than anything can be counted to.
EVER = 10**15
MOST_TEMPER = 100

TEMPER = ("temper", "")
MOOD = ("mood", "")
TURNS = ("turns", "")
STAGE_TURNS = ("turns in stage", "")
TALKING = ("talking", "")
SILENCE = ("silence", "")
#: Kinds of variables that are 0 or 1.
YES_OR_NO = frozenset({"heard", "asked", "offered", "knows", "agreed", "said"})


@dataclass(frozen=True, slots=True)
class Within:
    """A variable lies between two numbers, both included."""

    variable: Variable
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Every:
    """All parts hold; without parts it always holds."""

    parts: tuple[Formula, ...] = ()


@dataclass(frozen=True, slots=True)
class Some:
    """At least one part holds; without parts it never holds."""

    parts: tuple[Formula, ...] = ()


Formula = Within | Every | Some


@dataclass(frozen=True, slots=True)
class World:
    """What is always so at the moments at which a condition is looked at."""

    #: Mood -> the whole points at which the caller is in it, as stretches.
    moods: Mapping[str, tuple[Bounds, ...]]
    #: False where the mood may be that of a moment ago: endings and stages are looked at again after a line has moved the temper.
    mood_follows_temper: bool = True
    #: Bounds of variables that are narrower than they could be.
    bounds: Mapping[Variable, Bounds] = field(default_factory=dict)

    def bounds_of(self, variable: Variable) -> Bounds:
        """Return what a variable can be."""
        found = self.bounds.get(variable)
        if found is not None:
            return found
        return (0, 1) if variable[0] in YES_OR_NO else (0, MOST_TEMPER) if variable == TEMPER else (0, EVER)


def whole_points(temper: int) -> int:
    """Return thousandths of a point as whole points, half rounded up, as conditions see them (decisions 7)."""
    return (temper + 500) // 1000


def moods_in_points(anger: Anger) -> dict[str, tuple[Bounds, ...]]:
    """Return the stretch of whole points of every mood; a mood that starts where the next one does has none."""
    starts = list(anger.moods.items())
    least = [0, *(-(-start // 1000) for _, start in starts[1:])]
    most = [*(start - 1 for start in least[1:]), MOST_TEMPER]
    return {name: ((low, high),) if low <= high else () for (name, _), low, high in zip(starts, least, most, strict=True)}


def formula_of(when: When, world: World) -> Formula:
    """Return what a ``when`` says."""
    if len(when.conditions) == 1:
        return formula_of_condition(when.conditions[0], world)
    return Every(tuple(formula_of_condition(condition, world) for condition in when.conditions))


def formula_of_condition(condition: Condition, world: World) -> Formula:
    """Return what one line of a ``when`` says."""
    if condition.word == "any_of":
        return Some(tuple(formula_of(branch, world) for branch in condition.branches))
    if condition.word == "none_of":
        return Every(tuple(opposite(formula_of(branch, world)) for branch in condition.branches))
    if condition.word in ("mood", "mood_any"):
        return Some(tuple(part for mood in condition.ids for part in _mood(mood, world)))
    return _WORDS[condition.word](condition)


def opposite(formula: Formula) -> Formula:
    """Return the formula that holds where this one does not."""
    if isinstance(formula, Every):
        return Some(tuple(opposite(part) for part in formula.parts))
    if isinstance(formula, Some):
        return Every(tuple(opposite(part) for part in formula.parts))
    below = (Within(formula.variable, 0, formula.least - 1),) if formula.least > 0 else ()
    above = (Within(formula.variable, formula.most + 1, EVER),) if formula.most < EVER else ()
    outside = (*below, *above)
    return outside[0] if len(outside) == 1 else Some(outside)


def _mood(mood: str, world: World) -> tuple[Within, ...]:
    if world.mood_follows_temper:
        return tuple(Within(TEMPER, least, most) for least, most in world.moods[mood])
    at = list(world.moods).index(mood)
    return (Within(MOOD, at, at),)


def _each(kind: str, least: int, most: int) -> Callable[[Condition], tuple[Formula, ...]]:
    return lambda condition: tuple(Within((kind, name), least, most) for name in condition.ids)


def _one(kind: str, least: int, most: int) -> Callable[[Condition], Formula]:
    return lambda condition: Within((kind, condition.ids[0]), least, most)


def _some(kind: str, least: int, most: int) -> Callable[[Condition], Formula]:
    each = _each(kind, least, most)
    return lambda condition: Some(each(condition))


def _every(kind: str, least: int, most: int) -> Callable[[Condition], Formula]:
    each = _each(kind, least, most)
    return lambda condition: Every(each(condition))


def _at_least(variable: Variable, per: int = 1) -> Callable[[Condition], Formula]:
    return lambda condition: Within(variable, -(-condition.number // per), EVER)


_WORDS: Mapping[str, Callable[[Condition], Formula]] = {
    "heard": _one("heard", 1, 1),
    "heard_any": _some("heard", 1, 1),
    "asked": _one("asked", 1, 1),
    "asked_any": _some("asked", 1, 1),
    "offered": _one("offered", 1, 1),
    "offered_any": _some("offered", 1, 1),
    "heard_before": _one("times", 1, EVER),
    "heard_before_all": _every("times", 1, EVER),
    "never_heard": _one("times", 0, 0),
    "heard_times": lambda condition: Within(("times", condition.ids[0]), condition.number, EVER),
    "knows": _one("knows", 1, 1),
    "knows_all": _every("knows", 1, 1),
    "missing": _one("knows", 0, 0),
    "missing_any": _some("knows", 0, 0),
    "agreed": _one("agreed", 1, 1),
    "agreed_any": _some("agreed", 1, 1),
    "agreed_all": _every("agreed", 1, 1),
    "not_agreed": _one("agreed", 0, 0),
    "anger_at_least": _at_least(TEMPER, 1000),
    "anger_at_most": lambda condition: Within(TEMPER, 0, condition.number // 1000),
    "turns_at_least": _at_least(TURNS),
    "turns_in_stage_at_least": _at_least(STAGE_TURNS),
    "said": _one("said", 1, 1),
    "not_said": _one("said", 0, 0),
    "talking_seconds_at_least": _at_least(TALKING),
    "silence_seconds_at_least": _at_least(SILENCE),
}
