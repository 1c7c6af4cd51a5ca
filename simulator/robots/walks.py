"""Seeded walks: thousands of calls with good and bad moves by chance, and what they showed.

The walks are played in blocks, each with its own chance and its own memory of moves, so the result is the same for any number of processes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from simulator.robots.farm import Farm
from simulator.robots.move import Move, Standing
from simulator.robots.playing import PlayedCall, latest_turn, play
from simulator.robots.walk_block import Block, EndingTally, Sample, walk_block
from simulator.robots.watch import ConditionTally, tallies
from simulator.scenario.model import ANY_MOOD, Scenario

__all__ = ("ConditionTally", "EndingTally", "Sample", "Walks", "walk")

#: Walks of one block: enough that seldom moves are sought, few enough that two processes end together.
BLOCK = 250


@dataclass(frozen=True, slots=True)
class Walks:
    """What ``count`` walks showed."""

    count: int
    seed: int
    #: Of all walks together.
    turns: int
    #: Beat, reaction, interruption or ending -> how often it was said.
    hits: Mapping[str, int]
    #: (the same, mood) -> how often it was said in this mood.
    moods: Mapping[tuple[str, str], int]
    #: Of these, the moods without lines of their own: those of the nearest mood were used.
    gaps: Mapping[tuple[str, str], int]
    #: Ending -> how often and how long; "" for walks that found none.
    endings: Mapping[str, EndingTally]
    conditions: tuple[ConditionTally, ...]
    #: (stage, mood) -> turns in which the caller had nothing to say.
    silent: Mapping[tuple[str, str], int]
    #: Stage -> turns played in it.
    stages: Mapping[str, int]
    #: Ending -> the shortest call that reached it.
    quickest: Mapping[str, PlayedCall]
    samples: tuple[Sample, ...]

    def ended(self, ending: str) -> int:
        """Return how many walks came to this ending."""
        return self.endings[ending].times if ending in self.endings else 0


def walk(scenario: Scenario, count: int = 3_000, seed: int = 0, processes: int = 2) -> Walks:
    """Return what ``count`` seeded walks show; the same for any number of processes."""
    pieces = [(seed, number, min(BLOCK, count - first)) for number, first in enumerate(range(0, count, BLOCK))]
    with Farm(processes) as farm:
        return _together(scenario, count, seed, farm.results(walk_block, scenario, pieces))


def _together(scenario: Scenario, count: int, seed: int, blocks: list[Block]) -> Walks:
    moods: Counter[tuple[str, str]] = Counter()
    silent: Counter[tuple[str, str]] = Counter()
    stages: Counter[str] = Counter()
    for block in blocks:
        moods.update(block.said)
        silent.update(block.silent)
        stages.update(block.stages)
    hits: Counter[str] = Counter()
    for (source, _), times in moods.items():
        hits[source] += times
    return Walks(
        count=count,
        seed=seed,
        turns=sum(block.turns for block in blocks),
        hits=dict(sorted(hits.items())),
        moods=dict(sorted(moods.items())),
        gaps=_gaps(scenario, moods),
        endings=_endings(scenario, blocks),
        conditions=tallies(scenario, [block.watched for block in blocks]),
        silent=dict(sorted(silent.items())),
        stages={stage.id: stages[stage.id] for stage in scenario.stages},
        quickest=_quickest(scenario, blocks),
        samples=tuple(sample for block in blocks for sample in block.samples),
    )


def _gaps(scenario: Scenario, moods: Mapping[tuple[str, str], int]) -> dict[tuple[str, str], int]:
    says = {part.id: part.say for group in (scenario.beats, scenario.reactions, scenario.interruptions) for part in group}
    return {
        (source, mood): times
        for (source, mood), times in sorted(moods.items())
        if source in says and says[source].lines and mood not in says[source].lines and ANY_MOOD not in says[source].lines
    }


def _endings(scenario: Scenario, blocks: Iterable[Block]) -> dict[str, EndingTally]:
    found: dict[str, EndingTally] = {}
    for block in blocks:
        for ending, tally in block.endings.items():
            before = found.get(ending, EndingTally())
            found[ending] = EndingTally(before.times + tally.times, before.turns + tally.turns)
    order = [*(ending.id for ending in scenario.endings), ""]
    return {ending: found[ending] for ending in sorted(found, key=order.index)}


def _quickest(scenario: Scenario, blocks: Iterable[Block]) -> dict[str, PlayedCall]:
    """Return the shortest call to each ending, played again move by move."""
    best: dict[str, tuple[int, tuple[Move, ...]]] = {}
    for block in blocks:
        for ending, (seed, moves) in block.quickest.items():
            if ending not in best or len(moves) < len(best[ending][1]):
                best[ending] = seed, moves
    return {ending.id: _again(scenario, *best[ending.id]) for ending in scenario.endings if ending.id in best}


def _again(scenario: Scenario, seed: int, moves: tuple[Move, ...]) -> PlayedCall:
    def next_move(standing: Standing) -> Move:
        return moves[standing.story.turns]

    return play(scenario, next_move, seed, most_turns=min(len(moves), latest_turn(scenario)))
