"""Whether a condition can ever be true, and if not, which two lines of it stand against each other.

SC301 of scenario-format 4.2. Only what contradicts itself, or the program as such, is reported here; that a remedy is never agreed to
is found by ``reachable``, and that a fact is never told has its own code.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from simulator.authored.tree import Block, locate
from simulator.scenario.checks.formula import (
    Formula,
    World,
    formula_of_condition,
    whole_points,
)
from simulator.scenario.checks.implies import possible
from simulator.scenario.checks.moments import (
    NEVER_HEARD,
    Path,
    in_pack,
    places,
    worlds_of,
)
from simulator.scenario.lint_finding import Findings
from simulator.scenario.model import Condition, Scenario, When

#: Words that say the opposite of each other where they name the same.
_OPPOSITES = (
    ({"heard", "heard_any", "heard_before", "heard_before_all", "heard_times"}, {"never_heard"}),
    ({"knows", "knows_all"}, {"missing", "missing_any"}),
    ({"agreed", "agreed_any", "agreed_all"}, {"not_agreed"}),
    ({"said"}, {"not_said"}),
)
_MOODS = ("mood", "mood_any")
#: Messages about what the scenario says elsewhere; a line of a pack may well find its use in another scenario.
_BY_THE_SCENARIO = ("too_calm", "mood_gone", "no_silence")
_BOUNDS = {"anger_at_least": "at least", "anger_at_most": "at most"}


def check_never_true(scenario: Scenario, tree: Block, findings: Findings) -> None:
    """Add every condition, and every case of an ``any_of``, that no call can bring about."""
    worlds = worlds_of(scenario)
    check = _Check(scenario, tree, findings)
    for place in places(scenario):
        if findings.full():
            return
        world = worlds[place.looked]
        if place.looked == "beat" and any(place.id in condition.ids for condition in _all_said(place.when)):
            world = replace(world, bounds={**world.bounds, ("said", place.id): (0, 0)})
        check.when(place.when, place.path, world, ())


def _all_said(when: When) -> Iterator[Condition]:
    for condition in when.conditions:
        if condition.word == "said":
            yield condition
        for branch in condition.branches:
            yield from _all_said(branch)


class _Check:
    """Looks through the conditions of one scenario."""

    def __init__(self, scenario: Scenario, tree: Block, findings: Findings) -> None:
        self._scenario = scenario
        self._tree = tree
        self._findings = findings

    def when(self, when: When, path: Path, world: World, around: tuple[Formula, ...]) -> None:
        """Look at one ``when``; ``around`` is what holds beside it where it is a case of an ``any_of``."""
        formulas = tuple(formula_of_condition(condition, world) for condition in when.conditions)
        if possible((*around, *formulas), world):
            for at, condition in enumerate(when.conditions):
                if condition.word == "any_of":
                    self._cases(condition, (*path, "any_of"), world, (*around, *formulas[:at], *formulas[at + 1 :]))
            return
        last = next(at for at in range(len(formulas)) if not possible((*around, *formulas[: at + 1]), world))
        found = when.conditions[last]
        if not possible((formulas[last],), world):
            self._alone(found, (*path, found.word), world)
            return
        other = next((at for at in range(last) if not possible((formulas[at], formulas[last]), world)), None)
        if other is not None:
            variant, details = self._pair(when.conditions[other], found, world)
            self._add((*path, found.word), variant, **details)
        elif around and not possible((*around, formulas[last]), world):
            self._add((*path, found.word), "around", word=found.word)
        else:
            self._add((*path, found.word), "together", words=", ".join(each.word for each in when.conditions))

    def _cases(self, condition: Condition, path: Path, world: World, around: tuple[Formula, ...]) -> None:
        for at, branch in enumerate(condition.branches):
            self.when(branch, (*path, at), world, around)

    def _alone(self, condition: Condition, path: Path, world: World) -> None:
        """Add why a single line of a ``when`` is never true."""
        calmest = str(whole_points(self._scenario.anger.calmest))
        word = condition.word
        if word == "any_of":
            self._cases(condition, path, world, ())
        elif word in _BOUNDS:
            wanted = _points(condition)
            self._add(path, "too_angry" if word == "anger_at_least" else "too_calm", wanted=wanted, calmest=calmest)
        elif word in _MOODS:
            self._add(path, "mood_gone", mood=condition.ids[0], calmest=calmest)
        elif word == "said":
            self._add(path, "itself", beat=condition.ids[0])
        elif word == "silence_seconds_at_least":
            self._add(path, "silence" if path[0] != "endings" else "no_silence")
        elif word == "talking_seconds_at_least":
            self._add(path, "talking")
        elif NEVER_HEARD.intersection(condition.ids):
            self._add(path, "measured", skill=next(what for what in condition.ids if what in NEVER_HEARD))
        else:
            self._add(path, "none_of" if word == "none_of" else "together", words=word)

    def _pair(self, one: Condition, other: Condition, world: World) -> tuple[str, dict[str, str]]:
        """Return which message says why two lines exclude each other, and its words."""
        by_word = {one.word: one, other.word: other}
        if set(by_word) == set(_BOUNDS):
            return "bounds", {"least": _points(by_word["anger_at_least"]), "most": _points(by_word["anger_at_most"])}
        mood = next((each for each in (one, other) if each.word in _MOODS), None)
        bound = next((each for each in (one, other) if each.word in _BOUNDS), None)
        if mood and bound and len(mood.ids) == 1 and world.moods[mood.ids[0]]:
            least, most = world.moods[mood.ids[0]][0]
            wanted = f"{_BOUNDS[bound.word]} {_points(bound)}"
            return "mood", {"mood": mood.ids[0], "range": f"{least}-{most}", "wanted": wanted}
        if one.word in _MOODS and other.word in _MOODS:
            return "moods", {}
        for yes, no in _OPPOSITES:
            same = [name for name in one.ids if name in other.ids]
            if same and {one.word, other.word} <= yes | no and {one.word, other.word} & no:
                return "opposites", {"one": one.word, "other": other.word, "name": same[0]}
        if "silence_seconds_at_least" in by_word:
            return "silent", {"word": one.word if other.word == "silence_seconds_at_least" else other.word}
        return "together", {"words": f"{one.word}, {other.word}"}

    def _add(self, path: Path, variant: str, **details: str) -> None:
        node, _ = locate(self._tree, path)
        if not (in_pack(node) and variant in _BY_THE_SCENARIO):
            self._findings.add("SC301", node, variant, **details)


def _points(condition: Condition) -> str:
    points, rest = divmod(condition.number, 1000)
    return str(points) if not rest else f"{points}.{rest:03}".rstrip("0")
