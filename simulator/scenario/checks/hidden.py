"""Whether a line or an ending can never come because another always comes first.

SC306 and SC311 of scenario-format 4.2, by the engine's order: endings in file order, then reactions, then interruptions, then the beats
of the stage; among those the one with the most conditions, then the one that was said less often, then the first in the file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from simulator.authored.tree import Block, locate
from simulator.scenario.checks.formula import Formula, World, formula_of, opposite
from simulator.scenario.checks.implies import possible
from simulator.scenario.checks.moments import (
    Path,
    beats_with_places,
    certain_endings,
    in_pack,
    worlds_of,
)
from simulator.scenario.lint_finding import Findings
from simulator.scenario.model import Beat, Scenario, When

#: So many pairs of conditions are compared in one file; a trainer's file has a few hundred, and a hostile one ends here.
MOST_PAIRS = 8_000
CERTAIN = 1000


@dataclass(slots=True)
class Pairs:
    """Counts the comparisons that are left."""

    left: int = MOST_PAIRS

    def first(self, one: Formula, others: Iterable[tuple[str, Formula]], world: World) -> str:
        """Return the name of the first of the others that holds whenever ``one`` does; empty if none does."""
        for name, other in others:
            if self.left <= 0:
                break
            self.left -= 1
            if not possible((one, opposite(other)), world):
                return name
        return ""


def check_hidden(scenario: Scenario, tree: Block, findings: Findings) -> None:
    """Add what is always overtaken by something else."""
    _Hidden(scenario, tree, findings).lines()
    _endings(scenario, tree, findings)


def asks(when: When) -> frozenset[str]:
    """Return the facts that a condition wants to be asked for, at any depth; the engine tells an answer by the same rule."""
    found: set[str] = set()
    for condition in when.conditions:
        found.update(condition.ids if condition.word in ("asked", "asked_any") else ())
        for branch in condition.branches:
            found |= asks(branch)
    return frozenset(found)


def answers(beat: Beat) -> frozenset[str]:
    """Return the facts that a beat tells when it is asked for them."""
    return asks(beat.when).intersection(beat.reveals)


class _Hidden:
    """The lines of one scenario, each with what it waits for."""

    def __init__(self, scenario: Scenario, tree: Block, findings: Findings) -> None:
        self._tree = tree
        self._findings = findings
        self._world = worlds_of(scenario)["beat"]
        self._pairs = Pairs()
        self._places: dict[str, Path] = {}
        self._formulas: dict[str, Formula] = {}
        self._endings = [(ending.id, formula_of(ending.when, self._world)) for ending in certain_endings(scenario)]
        self._interruptions = [each for each in scenario.interruptions if each.chance >= CERTAIN and not _talks(each.when)]
        self._reactions = [beat for beat in scenario.reactions if beat.repeat]
        self._groups: dict[str, list[Beat]] = defaultdict(list)
        for key, beat, at in beats_with_places(scenario):
            self._places[beat.id] = (key, at)
            self._formulas[beat.id] = formula_of(beat.when, self._world)
            self._groups[beat.stage].append(beat)
        for each in self._interruptions:
            self._formulas[each.id] = formula_of(each.when, self._world)

    def lines(self) -> None:
        """Add every beat and reaction that something else always overtakes."""
        for beats in self._groups.values():
            lasting = sorted((beat for beat in beats if beat.repeat), key=lambda beat: -len(beat.when.conditions))
            for beat in beats:
                if self._findings.full() or self._pairs.left <= 0:
                    return
                if beat.when.conditions or not beat.repeat:  # every stage needs its fallback line, whether it is ever said or not
                    self._line(beat, lasting)

    def _line(self, beat: Beat, lasting: list[Beat]) -> None:
        mine = self._formulas[beat.id]
        if not possible((mine,), self._world):
            return  # SC301 says so
        ending = self._pairs.first(mine, self._endings, self._world)
        if ending:
            self._add(beat, "ending", ending)
            return
        first = self._pairs.first(mine, self._rivals(beat, lasting), self._world)
        if first:
            self._add(beat, "main", first)

    def _rivals(self, beat: Beat, lasting: list[Beat]) -> Iterator[tuple[str, Formula]]:
        """Yield, with what they wait for, the lines that come before this one whenever they fit, however often they were said."""
        told = answers(beat) if beat.stage else frozenset()  # only beats of a stage are added as answers
        if beat.stage:
            for reaction in self._reactions:
                if not _still_answers(told, reaction):
                    yield reaction.id, self._formulas[reaction.id]
            for interruption in self._interruptions if not told else ():
                yield interruption.id, self._formulas[interruption.id]
        size = len(beat.when.conditions)
        for other in lasting:
            if len(other.when.conditions) <= size:
                break
            if not _still_answers(told, other):
                yield other.id, self._formulas[other.id]

    def _add(self, beat: Beat, variant: str, other: str) -> None:
        path = self._places[beat.id]
        node, _ = locate(self._tree, (*path, "when") if beat.when.conditions else (*path, "id"))
        if not in_pack(node):
            self._findings.add("SC306", node, variant, beat=beat.id, other=other)


def _still_answers(told: frozenset[str], other: Beat) -> bool:
    """Return whether an answer is said behind the other line: unless that one refuses the question."""
    return bool(told) and not (told <= asks(other.when) and not other.reveals)


def _talks(when: When) -> bool:
    """Return whether it waits for how long the agent talks; such an interruption does not come at the end of a reply."""
    return any(
        condition.word == "talking_seconds_at_least" or any(_talks(branch) for branch in condition.branches)
        for condition in when.conditions
    )


def _endings(scenario: Scenario, tree: Block, findings: Findings) -> None:
    world = worlds_of(scenario)["ending"]
    certain = {ending.id for ending in certain_endings(scenario)}
    above: list[tuple[str, Formula]] = []
    pairs = Pairs()
    for at, ending in enumerate(scenario.endings):
        mine = formula_of(ending.when, world)
        if possible((mine,), world):
            first = pairs.first(mine, above, world)
            if first:
                node, _ = locate(tree, ("endings", at, "id"))
                findings.add("SC311", node, ending=ending.id, other=first)
        if ending.id in certain:
            above.append((ending.id, mine))
