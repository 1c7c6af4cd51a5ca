"""A scenario made ready to be played: what every turn looks up, worked out once.

It decides nothing of its own. Robots play some hundred thousand turns of a scenario before a person hears it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from simulator.call.conditions import Check, check_of, facts_asked, words_used
from simulator.call.line_text import filled, lines_in
from simulator.scenario.model import Beat, Ending, Interruption, Say, Scenario, Stage


@dataclass(frozen=True, slots=True)
class ReadyBeat:
    """A beat or reaction with what choosing it needs."""

    beat: Beat
    check: Check
    #: The fewer, the more conditions it has: the first rank of the choice.
    rank: int
    #: Facts that its conditions want to be asked for.
    asked: frozenset[str]
    #: For "Why this line?".
    why: str


@dataclass(frozen=True, slots=True)
class ReadyStage:
    """A stage with the ways out of it; None where there is none."""

    following: str
    done: Check | None
    back: Check | None
    back_to: str


@dataclass(frozen=True, slots=True)
class Playbook:
    """Everything that a turn looks up, by id."""

    beats: Mapping[str, ReadyBeat]
    endings: tuple[tuple[Ending, Check], ...]
    #: Those that words can trigger; long speech waits until it can be interrupted (decisions 8).
    interruptions: tuple[tuple[Interruption, Check], ...]
    stages: Mapping[str, ReadyStage]
    #: Remedy -> the facts that it needs.
    needs: Mapping[str, frozenset[str]]
    #: (part of the scenario as in ``part_of``, mood) -> the wordings that rotate.
    wordings: Mapping[tuple[str, str], tuple[str, ...]]


class SameScenario:
    """A scenario as a key: the same object, the same values (scenarios hold mappings and cannot be hashed)."""

    __slots__ = ("scenario",)

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario

    def __hash__(self) -> int:
        return hash(self.scenario.sha256)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SameScenario) and self.scenario is other.scenario


def playbook(scenario: Scenario) -> Playbook:
    """Return the scenario made ready to be played."""
    return _made_ready(SameScenario(scenario))


@lru_cache(maxsize=8)
def _made_ready(key: SameScenario) -> Playbook:
    scenario = key.scenario
    return Playbook(
        beats={beat.id: _ready_beat(beat) for beat in (*scenario.beats, *scenario.reactions)},
        endings=tuple((ending, check_of(ending.when)) for ending in scenario.endings),
        interruptions=tuple(
            (each, check_of(each.when))
            for each in scenario.interruptions
            if "talking_seconds_at_least" not in words_used(each.when)
        ),
        stages={stage.id: _ready_stage(scenario, at, stage) for at, stage in enumerate(scenario.stages)},
        needs={remedy.id: frozenset(remedy.needs) for remedy in scenario.policy.remedies},
        wordings={(part, mood): _wordings(say, mood, scenario) for part, say in _says(scenario) for mood in scenario.anger.moods},
    )


def _ready_beat(beat: Beat) -> ReadyBeat:
    words = " ".join(condition.word for condition in beat.when.conditions)
    why = f"{beat.id}: {words}" if words else f"{beat.id}: nothing else fitted"
    return ReadyBeat(beat, check_of(beat.when), -len(beat.when.conditions), facts_asked(beat.when), why)


def _ready_stage(scenario: Scenario, at: int, stage: Stage) -> ReadyStage:
    following = scenario.stages[at + 1].id if at + 1 < len(scenario.stages) else ""
    return ReadyStage(
        following=following,
        done=check_of(stage.done_when) if following and stage.done_when is not None else None,
        back=check_of(stage.back_when) if stage.back_to and stage.back_when is not None else None,
        back_to=stage.back_to,
    )


def _wordings(say: Say, mood: str, scenario: Scenario) -> tuple[str, ...]:
    return tuple(filled(line, scenario) for line in lines_in(say, mood, scenario.anger))


def part_of(source: str, kind: str = "") -> str:
    """Return the name of a part that says something: beats by their ids, the others by kind and id, which may be the same word."""
    return f"{kind} {source}" if kind else source


def _says(scenario: Scenario) -> Iterable[tuple[str, Say]]:
    yield part_of("opening", "call"), scenario.opening.say
    yield part_of("unclear", "call"), scenario.unclear
    for beat in (*scenario.beats, *scenario.reactions):
        yield part_of(beat.id), beat.say
    for interruption in scenario.interruptions:
        yield part_of(interruption.id, "interruption"), interruption.say
    for number, step in enumerate(scenario.silence, 1):
        yield part_of(f"silence-{number}", "call"), step.say
    for ending in scenario.endings:
        yield part_of(ending.id, "ending"), ending.say
