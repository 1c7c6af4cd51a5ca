"""What in a scenario leads to what: who tells a fact, who agrees to a remedy, how one gets from stage to stage.

Read from the scenario once; the calm robot plans with it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from simulator.call.conditions import Check, Moment, check_of_condition
from simulator.call.playbook import SameScenario
from simulator.robots.manners import GOOD, LAST_WORDS
from simulator.scenario.model import (
    Beat,
    Condition,
    Ending,
    Remedy,
    Scenario,
    Stage,
    When,
)

HOTTEST = 100_000
#: Nothing heard, nothing asked: conditions about the present reply do not hold by themselves.
NOTHING = Moment()


@dataclass(frozen=True, slots=True)
class Way:
    """One way from a stage to another: its ``done_when`` or ``back_when``, or a beat that goes there."""

    to: str
    when: When | None = None
    beat: Beat | None = None


@dataclass(frozen=True, slots=True)
class Leads:
    """What leads to what, by id."""

    scenario: Scenario
    stages: Mapping[str, Stage]
    beats: Mapping[str, Beat]
    tellers: Mapping[str, tuple[Beat, ...]]
    takers: Mapping[str, tuple[Beat, ...]]
    ways: Mapping[str, tuple[Way, ...]]
    #: (from, to) -> the stages on the shortest way, ``to`` included; missing where there is none.
    routes: Mapping[tuple[str, str], tuple[str, ...]]
    remedies: Mapping[str, Remedy]
    needed: tuple[str, ...]
    #: Mood -> the lowest and the highest temper in it.
    moods: Mapping[str, tuple[int, int]]
    #: What a calm agent may say here: the good skills and this scenario's ``must_say``.
    sayable: frozenset[str]
    #: Remedies that may be offered.
    offerable: frozenset[str]
    best: tuple[Ending, ...]
    #: Ending -> the remedies that it wants agreed.
    agreed_in: Mapping[str, frozenset[str]]
    #: Address of a condition -> its check; the scenario is kept, so addresses stay.
    checks: Mapping[int, Check]


def leads_of(scenario: Scenario) -> Leads:
    """Return what leads to what in this scenario."""
    return _leads(SameScenario(scenario))


def reckless(leads: Leads) -> Leads:
    """Return the same for somebody who stops at nothing: faults and forbidden offers lead somewhere, too."""
    listened_for = frozenset(name for when in whens_of(leads.scenario) for name in said_in(when))
    return replace(leads, sayable=leads.sayable | listened_for, offerable=frozenset(leads.remedies))


@lru_cache(maxsize=8)
def _leads(key: SameScenario) -> Leads:
    scenario = key.scenario
    beats = (*scenario.beats, *scenario.reactions)
    ways = {stage.id: tuple(_ways(scenario, at, stage)) for at, stage in enumerate(scenario.stages)}
    return Leads(
        scenario=scenario,
        stages={stage.id: stage for stage in scenario.stages},
        beats={beat.id: beat for beat in beats},
        tellers={fact.id: tuple(beat for beat in beats if fact.id in beat.reveals) for fact in scenario.facts},
        takers={
            remedy.id: tuple(beat for beat in beats if beat.agrees_to == remedy.id) for remedy in scenario.policy.remedies
        },
        ways=ways,
        routes=_routes(ways),
        remedies={remedy.id: remedy for remedy in scenario.policy.remedies},
        needed=tuple(fact.id for fact in scenario.facts if fact.needed),
        moods=_mood_ranges(scenario),
        sayable=GOOD | LAST_WORDS | {must.id for must in scenario.policy.must_say},
        offerable=frozenset(remedy.id for remedy in scenario.policy.remedies if remedy.agent_may != "never"),
        best=scenario.best_endings(),
        agreed_in={ending.id: frozenset(_agreed(ending.when)) for ending in scenario.endings},
        checks={id(condition): check_of_condition(condition) for when in whens_of(scenario) for condition in conditions_of(when)},
    )


def whens_of(scenario: Scenario, stage: str | None = None) -> Iterator[When]:
    """Yield every ``when`` of the scenario; with a stage, those that are looked at while the call is in it."""
    for beat in (*scenario.beats, *scenario.reactions):
        if stage is None or beat.stage in ("", stage):
            yield beat.when
    for group in (scenario.interruptions, scenario.endings):
        yield from (part.when for part in group)
    for each in scenario.stages:
        if stage in (None, each.id):
            yield from (when for when in (each.done_when, each.back_when) if when is not None)


def conditions_of(when: When) -> Iterator[Condition]:
    """Yield the conditions at any depth."""
    for condition in when.conditions:
        yield condition
        for branch in condition.branches:
            yield from conditions_of(branch)


def said_in(when: When) -> Iterator[str]:
    """Yield the ids that it listens for, at any depth."""
    for condition in conditions_of(when):
        if condition.word in ("heard", "heard_any", "heard_before", "heard_before_all", "heard_times", "never_heard"):
            yield from condition.ids


def _agreed(when: When) -> Iterable[str]:
    for condition in conditions_of(when):
        if condition.word in ("agreed", "agreed_all", "agreed_any"):
            yield from condition.ids


def _ways(scenario: Scenario, at: int, stage: Stage) -> Iterable[Way]:
    if stage.done_when is not None and at + 1 < len(scenario.stages):
        yield Way(scenario.stages[at + 1].id, when=stage.done_when)
    for beat in scenario.beats:
        if beat.stage == stage.id and beat.go_to and beat.go_to != stage.id:
            yield Way(beat.go_to, beat=beat)
    for beat in scenario.reactions:
        if beat.go_to and beat.go_to != stage.id:
            yield Way(beat.go_to, beat=beat)
    if stage.back_to and stage.back_when is not None:
        yield Way(stage.back_to, when=stage.back_when)


def _routes(ways: Mapping[str, tuple[Way, ...]]) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the shortest route between any two stages, breadth-first."""
    routes: dict[tuple[str, str], tuple[str, ...]] = {}
    for start in ways:
        routes[start, start] = ()
        waiting = deque([start])
        while waiting:
            stage = waiting.popleft()
            for way in ways[stage]:
                if (start, way.to) not in routes:
                    routes[start, way.to] = (*routes[start, stage], way.to)
                    waiting.append(way.to)
    return routes


def _mood_ranges(scenario: Scenario) -> dict[str, tuple[int, int]]:
    starts = list(scenario.anger.moods.items())
    ends = [start - 1_000 for _, start in starts[1:]] + [HOTTEST]
    return {mood: (start, end) for (mood, start), end in zip(starts, ends, strict=True)}
