"""Which moves a walk can make at a moment, good ones and bad ones, and which of them it makes.

Walks try what a trainee might try, not what is best: a good move asks, offers or says something that fits the part of the call; a bad one
is a fault, a question or an offer that comes too early, or a word that ends the call. Of two by chance, the one that was made less often
is taken, so that seldom moves are not left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from simulator.call.signals import Signals
from simulator.call.state import Story
from simulator.robots.leads import Leads, said_in, whens_of
from simulator.robots.manners import (
    GOOD,
    LAST_WORDS,
    OTHER_FAULTS,
    RUDE,
    SHOWN_IN,
    SLIPS,
)
from simulator.robots.move import Move, signals_of_move
from simulator.scenario.model import Scenario

#: Of the good moves where something can be asked or offered, so many ask or offer.
MATTER_SHARE = 0.7
#: Of these, so many do the first thing that is left: asks come before offers, offers before words.
FIRST_SHARE = 0.8


@dataclass(slots=True)
class Card:
    """A move that a walk can make, ready to be played."""

    move: Move
    signals: Signals
    fact: str = ""
    remedy: str = ""
    word: str = ""
    used: int = 0


@dataclass(frozen=True, slots=True)
class Hand:
    """The moves of one stage; ``first`` greet, for the first reply."""

    first: tuple[Card, ...]
    talk: tuple[Card, ...]
    #: What something here, or an ending, listens for.
    words: tuple[Card, ...]
    asks: tuple[Card, ...]
    offers: tuple[Card, ...]
    bad: tuple[Card, ...]


def hands_of(leads: Leads) -> Mapping[str, Hand]:
    """Return the moves of every stage."""
    return {stage: _hand(leads, stage) for stage in leads.stages}


def drawn(hand: Hand, leads: Leads, story: Story, chance: Random, good: float) -> Card:
    """Return a move: with the share ``good`` (0-1) a good one, else a bad one."""
    if chance.random() >= good:
        return _less_used(hand.bad, chance)
    if not story.turns:
        return _less_used(hand.first, chance)
    if chance.random() < MATTER_SHARE:
        kinds = [cards for cards in _fresh(hand, leads, story) if cards]
        if kinds:
            # Facts come before offers, offers before closing words, most of the time.
            return _less_used(kinds[0] if chance.random() < FIRST_SHARE else kinds[-1], chance)
    return _less_used(hand.talk, chance)


def _fresh(hand: Hand, leads: Leads, story: Story) -> tuple[list[Card], ...]:
    """Return what is left to ask, to offer and to say in this stage."""
    known = story.known
    return (
        [card for card in hand.asks if card.fact not in known],
        [card for card in hand.offers if card.remedy not in story.agreed and known.issuperset(leads.remedies[card.remedy].needs)],
        [card for card in hand.words if card.word not in story.heard],
    )


def _less_used(cards: list[Card] | tuple[Card, ...], chance: Random) -> Card:
    one, other = cards[int(chance.random() * len(cards))], cards[int(chance.random() * len(cards))]
    taken = one if one.used <= other.used else other
    taken.used += 1
    return taken


def _hand(leads: Leads, stage: str) -> Hand:
    scenario = leads.scenario
    shown = _shown(leads, stage)
    here = [beat for beat in leads.beats.values() if beat.stage in ("", stage)]
    told = {fact for beat in here for fact in beat.reveals}
    taken = {remedy: beat.stage for beat in here for remedy in (beat.agrees_to, beat.turns_down)}
    granted = [remedy.id for remedy in scenario.policy.remedies if remedy.id in taken and remedy.agent_may != "never"]
    talk = [Move((skill,)) for skill in shown] + [Move(pair) for pair in pairwise(shown)]
    talk += [Move(offers=(remedy,)) for remedy in granted if not taken[remedy]]
    first = [Move(("greet", skill)) for skill in shown]
    words = [Move((skill,)) for skill in _listened_for(leads, stage)]
    asks = [Move((skill,) if skill else (), asks=(fact.id,)) for fact in scenario.facts if fact.id in told for skill in ("", *shown[:3])]
    offers = [Move((skill,) if skill else (), offers=(id_,)) for id_ in granted if taken[id_] for skill in ("", *shown[:3])]
    return Hand(*(_cards(scenario, moves) for moves in (first, talk, words, asks, offers, _bad_moves(scenario))))


def _shown(leads: Leads, stage: str) -> tuple[str, ...]:
    admits = leads.scenario.company_at_fault in ("yes", "partly")
    return tuple(skill for skill in SHOWN_IN[leads.stages[stage].place] if admits or skill != "admit_fault")


def _listened_for(leads: Leads, stage: str) -> Iterable[str]:
    """Yield the good things to say that something in this stage, or an ending, waits for; last words at the close only."""
    closing = leads.stages[stage].place == "closing"
    names: dict[str, None] = {}
    for when in whens_of(leads.scenario, stage):
        names.update(dict.fromkeys(said_in(when)))
    own = {must.id for must in leads.scenario.policy.must_say}
    return (name for name in names if (name in GOOD or name in own) and (closing or name not in LAST_WORDS))


def _bad_moves(scenario: Scenario) -> list[Move]:
    faults = dict.fromkeys((*RUDE, *SLIPS, *OTHER_FAULTS, *(never.id for never in scenario.policy.never_say), *sorted(LAST_WORDS)))
    early = [Move(asks=(fact.id,)) for fact in scenario.facts]
    offers = [Move(offers=(remedy.id,)) for remedy in scenario.policy.remedies]
    return [*(Move((fault,)) for fault in faults), *early, *offers, Move(("set_limit",)), Move(("signal_listening",))]


def _cards(scenario: Scenario, moves: Iterable[Move]) -> tuple[Card, ...]:
    return tuple(_card(scenario, move) for move in dict.fromkeys(moves))


def _card(scenario: Scenario, move: Move) -> Card:
    fact, remedy, word = (ids[0] if ids else "" for ids in (move.asks, move.offers, move.does))
    return Card(move, signals_of_move(move, scenario), fact, remedy, word)
