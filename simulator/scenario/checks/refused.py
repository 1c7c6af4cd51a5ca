"""Whether a needed fact can be lost for good: SC315 of scenario-format 4.2.

Only what never passes again counts: something once heard or once said, or a temper from which no way leads down. A refusal that the
trainee can talk the caller out of is what the exercise is about.
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authored.tree import Block, locate
from simulator.scenario.checks.formula import World, formula_of, opposite
from simulator.scenario.checks.hidden import asks
from simulator.scenario.checks.implies import possible
from simulator.scenario.checks.moments import (
    Path,
    beats_with_places,
    certain_endings,
    worlds_of,
)
from simulator.scenario.house_effects import MIDDLE, soothers_of
from simulator.scenario.lint_finding import Findings
from simulator.scenario.model import Beat, Condition, Fact, Scenario, When

_ASKED = ("asked", "asked_any")
_HEARD = ("heard_before", "heard_before_all", "heard_times")


def check_refused(scenario: Scenario, tree: Block, findings: Findings) -> None:
    """Add every needed fact that the caller may refuse for the rest of the call."""
    check = _Check(scenario, tree, findings)
    for fact in scenario.facts:
        if fact.needed:
            check.fact(fact)


class _Check:
    """Looks at the needed facts of one scenario."""

    def __init__(self, scenario: Scenario, tree: Block, findings: Findings) -> None:
        self._scenario = scenario
        self._tree = tree
        self._findings = findings
        self._world: World = worlds_of(scenario)["beat"]
        self._lines = {beat.id: beat for _, beat, _ in beats_with_places(scenario)}

    def fact(self, fact: Fact) -> None:
        """Look at one fact: who gives it, and what stands in the way for ever."""
        givers = [(key, beat, at) for key, beat, at in beats_with_places(self._scenario) if fact.id in beat.reveals]
        stages = {beat.stage for _, beat, _ in givers}
        if givers and "" not in stages and all(self._only_if_asked(beat, fact.id) for _, beat, _ in givers):
            for at, reaction in enumerate(self._scenario.reactions):
                if reaction.repeat and fact.id not in reaction.reveals and fact.id in asks(reaction.when):
                    self._by_reaction(fact.id, reaction, ("reactions", at, "when"), stages)
        losses = [{(each.word, each.ids): each for each in self._lost_by(beat.when, fact.id, stages)} for _, beat, _ in givers]
        shared = set.intersection(*(set(each) for each in losses)) if losses else set()
        if shared:
            key, _, at = givers[0]
            condition = next(losses[0][each] for each in losses[0] if each in shared)
            if not self._ends(When((_once(condition),))):
                self._add((key, at, "when", condition.word), _lost(condition), fact.id, condition.ids[0])

    def _only_if_asked(self, beat: Beat, fact: str) -> bool:
        asked = formula_of(When((Condition("asked", (fact,)),)), self._world)
        return not possible((formula_of(beat.when, self._world), opposite(asked)), self._world)

    def _by_reaction(self, fact: str, reaction: Beat, path: Path, stages: set[str]) -> None:
        """Add that this reaction refuses the fact for ever, if all it waits for beside the question stays true."""
        lasting = []
        for condition in reaction.when.conditions:
            if condition.word in _ASKED and fact in condition.ids:
                continue
            if not self._lasts(condition, fact, stages):
                return
            lasting.append(condition)
        if not lasting or self._ends(When(tuple(lasting))):
            return
        first = lasting[0]
        words = {"stage": min(stages), "limit": str(first.number // 1000)} if first.word == "anger_at_least" else {}
        variant = "main" if words else "said" if first.word == "said" else "heard"
        self._add((*path, first.word), variant, fact, first.ids[0] if first.ids else "", **words)

    def _lasts(self, condition: Condition, fact: str, stages: set[str]) -> bool:
        """Return whether a condition stays true once it is, and can come true while the fact is still missing."""
        if condition.word == "said":
            return self._said_before(condition.ids[0], fact, stages)
        return condition.word in _HEARD or (condition.word == "anger_at_least" and self._never_calmer())

    def _said_before(self, line: str, fact: str, stages: set[str]) -> bool:
        beat = self._lines.get(line)
        return beat is not None and fact not in beat.reveals and beat.stage in {"", *stages}

    def _lost_by(self, when: When, fact: str, stages: set[str]) -> Iterator[Condition]:
        """Yield the conditions of a giver that never come back once they are lost."""
        for condition in when.conditions:
            said = condition.word == "not_said" and self._said_before(condition.ids[0], fact, stages)
            if said or condition.word == "never_heard":
                yield condition

    def _never_calmer(self) -> bool:
        anger = self._scenario.anger
        if any(each.anger < 0 for each in (*self._scenario.beats, *self._scenario.reactions)):
            return False
        return anger.most_down_per_turn <= 0 or all(effect >= 0 for effect in soothers_of(anger, MIDDLE).values())

    def _ends(self, when: When) -> bool:
        """Return whether the call is over anyway where this holds."""
        world = worlds_of(self._scenario)["ending"]
        here = formula_of(when, world)
        return any(not possible((here, opposite(formula_of(each.when, world))), world) for each in certain_endings(self._scenario))

    def _add(self, path: Path, variant: str, fact: str, what: str, **details: str) -> None:
        node, _ = locate(self._tree, path)
        self._findings.add("SC315", node, variant, fact=fact, what=what, **details)


def _once(condition: Condition) -> Condition:
    """Return the condition that has made this one false for ever."""
    return Condition("said" if condition.word == "not_said" else "heard_before", condition.ids)


def _lost(condition: Condition) -> str:
    return "lost_said" if condition.word == "not_said" else "lost_heard"
