"""A whole call of a robot with the caller's story: signals only, no clock, no sound.

A turn lasts thirty seconds (decisions 2). A robot that stays silent plays the steps of the silence list instead, and the call goes on
until an ending fits or the most turns are played.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.call import story as telling
from simulator.call.floor import silence_after
from simulator.call.personality import draw
from simulator.call.state import Story
from simulator.call.temper import mood_of
from simulator.robots.move import Move, Standing, Trainee, signals_of_move
from simulator.scenario.model import Condition, Scenario, When

#: A call without an ending of kind ``timed_out`` is played for so many turns a minute that it is meant to take.
TURNS_A_MINUTE = 4


@dataclass(frozen=True, slots=True)
class Step:
    """One turn and what came of it."""

    #: None: silence.
    move: Move | None
    #: Where the caller's lines come from: ids of beats, endings, interruptions, silence steps.
    lines: tuple[str, ...]
    #: After the turn: the mood, the temper in thousandths of a point, the stage.
    mood: str
    temper: int
    stage: str


@dataclass(frozen=True, slots=True)
class PlayedCall:
    """A call as it went."""

    seed: int
    steps: tuple[Step, ...]
    #: Ending and its kind; empty where the most turns were played without one.
    ending: str
    kind: str
    #: Replies of the trainee; of a silent one, steps of the silence list.
    turns: int
    #: The story at the end.
    story: Story


def play(
    scenario: Scenario,
    trainee: Trainee,
    seed: int,
    *,
    story: Story | None = None,
    most_turns: int | None = None,
) -> PlayedCall:
    """Return the call of this trainee from the start, or from ``story`` on; ``most_turns`` are counted from there."""
    caller = draw(scenario, seed)
    story = story or telling.begin(scenario, caller)
    before = story.turns
    steps: list[Step] = []
    silences = 0
    limit = latest_turn(scenario) if most_turns is None else most_turns
    while not story.ending and len(steps) < limit:
        move = trainee(Standing(scenario, caller, story, seed))
        if move is None and not scenario.silence:
            break
        if move is None:
            due_ms = silence_after(scenario.silence, silences)
            story, outcome = telling.play_silence(scenario, caller, story, silences, due_ms)
            silences += 1
        else:
            story, outcome = telling.play_turn(scenario, caller, story, signals_of_move(move, scenario), seed)
            silences = 0
        sources = tuple(line.source for line in outcome.lines)
        steps.append(Step(move, sources, mood_of(story.temper, scenario.anger), story.temper, story.stage))
    turns = story.turns - before or len(steps)
    return PlayedCall(seed, tuple(steps), story.ending, story.kind, turns, story)


def latest_turn(scenario: Scenario) -> int:
    """Return the turn at which the call is over at the latest: where its time runs out, else by the minutes it is meant to take."""
    limits = [turn for ending in scenario.endings if ending.kind == "timed_out" for turn in _turns_named(ending.when)]
    return min(limits) if limits else max(20, TURNS_A_MINUTE * scenario.length_ms // 60_000)


def _turns_named(when: When) -> Iterator[int]:
    for condition in when.conditions:
        yield from _turns_in(condition)


def _turns_in(condition: Condition) -> Iterator[int]:
    if condition.word == "turns_at_least":
        yield condition.number
    if condition.word == "any_of":
        for branch in condition.branches:
            yield from _turns_named(branch)
