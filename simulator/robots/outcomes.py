"""How many calls of one robot came out, without the steps: what gates count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.call.personality import draw
from simulator.call.state import Story
from simulator.call.story import begin
from simulator.robots.bots import BOTS
from simulator.robots.farm import Farm
from simulator.robots.move import Standing
from simulator.robots.planner import calm_to_the_end
from simulator.robots.playing import latest_turn, play
from simulator.robots.trainees import TRAINEES
from simulator.robots.typed_calls import typed_call
from simulator.scenario.model import Scenario

#: Calls that one process plays at a time.
BATCH = 100


@dataclass(frozen=True, slots=True)
class Job:
    """One call to be played."""

    robot: str
    seed: int
    #: None: from the start.
    story: Story | None = None
    #: True: every act is said in words and heard by the real cues.
    in_words: bool = False


@dataclass(frozen=True, slots=True)
class Came:
    """What became of it."""

    ending: str
    kind: str
    #: Turns that were played.
    turns: int
    #: Best endings that a line had closed off, as the file says.
    closed_off: frozenset[str]


def outcomes(farm: Farm, scenario: Scenario, jobs: Sequence[Job]) -> list[Came]:
    """Return what becomes of each of these calls, in their order."""
    batches = [tuple(jobs[first : first + BATCH]) for first in range(0, len(jobs), BATCH)]
    return [came for batch in farm.results(_played, scenario, batches) for came in batch]


def _played(scenario: Scenario, jobs: tuple[Job, ...]) -> list[Came]:
    return [_in_words(scenario, job) if job.in_words else _by_signals(scenario, job) for job in jobs]


def _by_signals(scenario: Scenario, job: Job) -> Came:
    caller = draw(scenario, job.seed)
    story = job.story or begin(scenario, caller)
    most = max(1, latest_turn(scenario) - story.turns)
    if job.robot == "calm":
        end, turns = calm_to_the_end(Standing(scenario, caller, story, job.seed), most)
    else:
        call = play(scenario, TRAINEES[job.robot], job.seed, story=story, most_turns=most)
        end, turns = call.story, call.turns
    return Came(end.ending, end.kind, turns, end.closed_off)


def _in_words(scenario: Scenario, job: Job) -> Came:
    story = typed_call(scenario, BOTS[job.robot], job.seed).story
    return Came(story.ending, story.kind, story.turns, story.closed_off)
