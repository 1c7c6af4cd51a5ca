"""Plays a block of walks and counts what the caller said, where, and how the calls ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from simulator.call import story as telling
from simulator.call.personality import Personality, draw
from simulator.call.state import Story
from simulator.call.temper import mood_of
from simulator.robots.aim import Aim, Target
from simulator.robots.leads import Leads, leads_of
from simulator.robots.move import Move
from simulator.robots.playing import latest_turn
from simulator.robots.walk_moves import Hand, drawn, hands_of
from simulator.robots.watch import Watch
from simulator.scenario.model import Scenario

#: Share of good moves, from a very able trainee to a hopeless one.
TEMPERAMENTS = (0.95, 0.8, 0.6, 0.3)
#: Callers that the walks meet, by seed.
CALLERS = 20
#: Of so many walks, one makes straight for a line that nobody has heard yet in this block, or for one of the endings.
AIMED_OF = 20
#: The moments of every so manyth walk are kept for the gates.
KEPT_OF = 10


@dataclass(frozen=True, slots=True)
class EndingTally:
    """How often walks came to an ending, and how many turns they took together."""

    times: int = 0
    turns: int = 0

    @property
    def mean_turns(self) -> float:
        """Mean length of these calls in turns; 0 where there are none."""
        return self.turns / self.times if self.times else 0.0


@dataclass(frozen=True, slots=True)
class Sample:
    """A moment of a walk from which gates play on."""

    #: Of the call; it draws the caller, too.
    seed: int
    story: Story


@dataclass(frozen=True, slots=True)
class Block:
    """What one block of walks showed."""

    turns: int
    #: (source of a line, mood) -> times.
    said: Mapping[tuple[str, str], int]
    silent: Mapping[tuple[str, str], int]
    stages: Mapping[str, int]
    endings: Mapping[str, EndingTally]
    #: Ending -> seed and moves of the shortest walk.
    quickest: Mapping[str, tuple[int, tuple[Move, ...]]]
    samples: tuple[Sample, ...]
    #: As ``Watch.seen``.
    watched: tuple[tuple[int, int], ...]


class _Walker:
    """One block's memory: which moves were made, what was counted."""

    def __init__(self, scenario: Scenario, chance: Random) -> None:
        self.scenario = scenario
        self.leads: Leads = leads_of(scenario)
        self.aim = Aim(self.leads)
        self.hands: Mapping[str, Hand] = hands_of(self.leads)
        self.watch = Watch(scenario)
        self.chance = chance
        self.latest = latest_turn(scenario)
        self.turns = 0
        self.said: Counter[tuple[str, str]] = Counter()
        self.silent: Counter[tuple[str, str]] = Counter()
        self.stages: Counter[str] = Counter()
        self.samples: list[Sample] = []

    def walk(self, caller: Personality, seed: int, good: float, keep: bool, target: Target | None) -> tuple[Story, list[Move]]:
        """Play one walk to its end, by chance or straight for a target."""
        scenario, moves = self.scenario, []
        story = telling.begin(scenario, caller)
        while not story.ending and story.turns < self.latest:
            hand = self.hands[story.stage]
            card = self.aim.card(hand, story, target, self.chance) if target else None
            card = card or drawn(hand, self.leads, story, self.chance, good)
            moves.append(card.move)
            stage = story.stage
            story, outcome = telling.play_turn(scenario, caller, story, card.signals, seed)
            self.stages[stage] += 1
            for line in outcome.lines:
                self.said[line.source, line.mood] += 1
            if outcome.heard_at is not None:
                self.watch.look(stage, outcome.heard_at, story)
            if not outcome.lines and not story.ending:
                self.silent[stage, mood_of(story.temper, scenario.anger)] += 1
            if keep and not story.ending:
                self.samples.append(Sample(seed, story))
        self.turns += len(moves)
        return story, moves

    def target(self, turn: int) -> Target:
        """Return a line that was not heard yet, else one of the endings in turn."""
        heard = {source for source, _ in self.said}
        unheard = [beat for beat in self.leads.beats.values() if beat.id not in heard]
        choice: Sequence[Target] = unheard or self.scenario.endings
        return choice[turn % len(choice)]


def walk_block(scenario: Scenario, piece: tuple[int, int, int]) -> Block:
    """Return what the walks of this block show; ``piece``: the seed, the block's number, and how many walks."""
    seed, number, count = piece
    walker = _Walker(scenario, Random(f"walks {seed} {number}"))
    callers = [draw(scenario, each) for each in range(CALLERS)]
    endings: dict[str, EndingTally] = {}
    quickest: dict[str, tuple[int, tuple[Move, ...]]] = {}
    for walk in range(count):
        # Every temperament meets every caller: the one changes with each walk, the other with every fourth.
        caller = (seed + walk // len(TEMPERAMENTS)) % CALLERS
        good = TEMPERAMENTS[walk % len(TEMPERAMENTS)]
        # The odd step lets every temperament be kept.
        keep = walk % KEPT_OF == (walk // KEPT_OF) % len(TEMPERAMENTS)
        target = walker.target(number + walk // AIMED_OF) if walk % AIMED_OF == AIMED_OF - 1 else None
        story, moves = walker.walk(callers[caller], caller, good, keep, target)
        before = endings.get(story.ending, EndingTally())
        endings[story.ending] = EndingTally(before.times + 1, before.turns + len(moves))
        if story.ending and (story.ending not in quickest or len(moves) < len(quickest[story.ending][1])):
            quickest[story.ending] = caller, tuple(moves)
    return Block(
        turns=walker.turns,
        said=dict(walker.said),
        silent=dict(walker.silent),
        stages=dict(walker.stages),
        endings=endings,
        quickest=quickest,
        samples=tuple(walker.samples),
        watched=walker.watch.seen(),
    )
