"""Exploration: every kind of situation that a call can get into, breadth-first, as far as the number of states allows.

Stories are folded: two are the same situation if stage, temper in steps of five points, what is known, agreed and on the table, which lines
are used up, and what conditions have heard are the same. From each situation every move of its stage is tried. Situations that are equally
far (stage, number of facts and of agreed remedies) wait in one row, and the rows take turns, so that a small number of states reaches the
close. It is no proof, and says how much it has not looked at.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from simulator.call import story as telling
from simulator.call.conditions import whole_points
from simulator.call.personality import Personality, draw
from simulator.call.state import Story
from simulator.robots.leads import Leads, conditions_of, leads_of, whens_of
from simulator.robots.playing import latest_turn
from simulator.robots.walk_block import Sample
from simulator.robots.walk_moves import Card, hands_of
from simulator.scenario.model import Scenario

TEMPER_STEP = 5
#: Turns that must be left for a situation to count: later it is the time and not the situation that decides.
TURNS_LEFT = 14

#: Stage, number of facts known, number of remedies agreed.
Row = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Explored:
    """What was looked at, and what was not: it is no proof."""

    #: Different situations that were reached.
    checked: int
    #: Of these, from how many nothing was tried any more.
    waiting: int
    #: One moment for each situation.
    samples: tuple[Sample, ...]
    #: Turns in which the caller had nothing to say.
    silent: int = 0


class _Frontier:
    """The situations that were reached, and those from which nothing was tried yet, in rows by how far the call is."""

    def __init__(self, leads: Leads) -> None:
        once = {beat.id for beat in leads.beats.values() if not beat.repeat}
        conditions = [condition for when in whens_of(leads.scenario) for condition in conditions_of(when)]
        named = {condition.word: set[str]() for condition in conditions}
        for condition in conditions:
            named[condition.word].update(condition.ids)
        self._lines = once | named.get("said", set()) | named.get("not_said", set())
        self._words = set().union(
            *(named.get(word, set()) for word in ("heard_before", "heard_before_all", "never_heard", "heard_times"))
        )
        self._reached: set[Hashable] = set()
        self._rows: dict[Row, deque[Story]] = {}
        self.stories: list[Story] = []

    def reach(self, story: Story) -> None:
        """Note a story, unless its situation was reached before."""
        key = self._folded(story)
        if key not in self._reached:
            self._reached.add(key)
            self._rows.setdefault((story.stage, len(story.known), len(story.agreed)), deque()).append(story)
            self.stories.append(story)

    def _folded(self, story: Story) -> Hashable:
        return (
            story.stage,
            whole_points(story.temper) // TEMPER_STEP,
            story.known,
            frozenset(story.agreed),
            frozenset(story.on_table),
            story.closed_off,
            frozenset(self._lines.intersection(story.said)),
            frozenset(self._words.intersection(story.heard)),
        )

    def waiting(self) -> int:
        """Return from how many situations nothing was tried yet."""
        return sum(len(stories) for stories in self._rows.values())

    def in_turn(self) -> Iterator[Story]:
        """Yield the situations to try next, the oldest of each row in turn, until there are none."""
        while self.waiting():
            for row in tuple(self._rows):
                if self._rows[row]:
                    yield self._rows[row].popleft()


def explore(scenario: Scenario, states: int = 2_000, seed: int = 0) -> Explored:
    """Return the first ``states`` different situations; ``seed`` draws the caller."""
    leads, caller = leads_of(scenario), draw(scenario, seed)
    cards = {
        stage: [card for card in (*hand.talk, *hand.words, *hand.asks, *hand.offers, *hand.bad) if _single(card)]
        for stage, hand in hands_of(leads).items()
    }
    frontier, silent = _Frontier(leads), 0
    frontier.reach(telling.begin(scenario, caller))
    latest = latest_turn(scenario) - TURNS_LEFT
    for story in frontier.in_turn():
        for card in cards[story.stage]:
            silent += _tried(scenario, caller, story, card, seed, frontier, latest)
            if len(frontier.stories) >= states:
                samples = tuple(Sample(seed, each) for each in frontier.stories)
                return Explored(len(samples), frontier.waiting(), samples, silent)
    samples = tuple(Sample(seed, each) for each in frontier.stories)
    return Explored(len(samples), 0, samples, silent)


def _single(card: Card) -> bool:
    move = card.move
    return len(move.does) + len(move.asks) + len(move.offers) == 1


def _tried(
    scenario: Scenario, caller: Personality, story: Story, card: Card, seed: int, frontier: _Frontier, latest: int
) -> bool:
    """Try a move; return whether the caller had nothing to say to it."""
    after, outcome = telling.play_turn(scenario, caller, story, card.signals, seed)
    if not after.ending and after.turns <= latest:
        frontier.reach(after)
    return not outcome.lines and not after.ending
