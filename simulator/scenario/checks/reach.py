"""How far a call can get: which stages, lines, facts and agreements some call or other may bring about.

Everything here is a "perhaps": what is said to be in reach may still never come, but what is not in reach never does. Only gains are
followed (what is known stays known); that one line may spoil another is not looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from simulator.scenario.checks.formula import Bounds, Variable, World, formula_of
from simulator.scenario.checks.implies import possible
from simulator.scenario.checks.moments import Looked, worlds_of
from simulator.scenario.model import Beat, Scenario, Stage, When

#: A file in which every round brings only little more is not followed to the end; then everything counts as in reach.
MOST_ROUNDS = 40


@dataclass(slots=True)
class Reach:
    """What is in reach."""

    stages: set[str] = field(default_factory=set)
    #: Beats and reactions.
    lines: set[str] = field(default_factory=set)
    facts: set[str] = field(default_factory=set)
    remedies: set[str] = field(default_factory=set)


def reach_of(scenario: Scenario) -> Reach:
    """Return what the calls of a scenario may bring about."""
    follow = _Follow(scenario)
    for _ in range(MOST_ROUNDS):
        if not follow.one_round():
            return follow.reach
    return Reach(
        {stage.id for stage in scenario.stages},
        {beat.id for beat in (*scenario.beats, *scenario.reactions)},
        {fact.id for fact in scenario.facts},
        {remedy.id for remedy in scenario.policy.remedies},
    )


def world_in_reach(scenario: Scenario, reach: Reach, world: World) -> World:
    """Return a world in which nothing is known, agreed or said that is out of reach."""
    beyond: dict[Variable, Bounds] = {("knows", fact.id): (0, 0) for fact in scenario.facts if fact.id not in reach.facts}
    beyond |= {("agreed", each.id): (0, 0) for each in scenario.policy.remedies if each.id not in reach.remedies}
    beyond |= {("said", beat.id): (0, 0) for beat in (*scenario.beats, *scenario.reactions) if beat.id not in reach.lines}
    return replace(world, bounds={**world.bounds, **beyond})


class _Follow:
    """Goes round until nothing new comes into reach."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._worlds = worlds_of(scenario)
        self.reach = Reach({scenario.stages[0].id})

    def one_round(self) -> bool:
        """Look at everything that is not in reach yet; return whether something came into it."""
        here = {looked: world_in_reach(self._scenario, self.reach, world) for looked, world in self._worlds.items()}
        new = [beat for beat in (*self._scenario.beats, *self._scenario.reactions) if self._can_be_said(beat, here)]
        for beat in new:
            self.reach.lines.add(beat.id)
            self.reach.facts.update(beat.reveals)
            self.reach.remedies.update((beat.agrees_to,) if beat.agrees_to else ())
        ways = {beat.go_to for beat in new if beat.go_to}
        for stage, following in zip(self._scenario.stages, (*self._scenario.stages[1:], None), strict=True):
            if stage.id in self.reach.stages:
                ways |= self._ways_on(stage, following, here)
        fresh = ways - self.reach.stages
        self.reach.stages |= fresh
        return bool(new or fresh)

    def _can_be_said(self, beat: Beat, here: Mapping[Looked, World]) -> bool:
        if beat.id in self.reach.lines or (beat.stage and beat.stage not in self.reach.stages):
            return False
        return _may_be(beat.when, here["beat"])

    def _ways_on(self, stage: Stage, following: Stage | None, here: Mapping[Looked, World]) -> set[str]:
        ways = set()
        if following and following.id not in self.reach.stages and _may_be(stage.done_when, here["stage"]):
            ways.add(following.id)
        if stage.back_to and stage.back_to not in self.reach.stages and _may_be(stage.back_when, here["stage"]):
            ways.add(stage.back_to)
        return ways


def _may_be(when: When | None, world: World) -> bool:
    return when is not None and possible((formula_of(when, world),), world)
