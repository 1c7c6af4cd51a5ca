"""Walks that make straight for a line or an ending, whatever it takes: what hardly ever happens by chance is looked for as well."""

from __future__ import annotations

from random import Random

from simulator.call.state import Story
from simulator.robots.errands import left_to, left_to_hear
from simulator.robots.leads import Leads, reckless
from simulator.robots.left import IMPOSSIBLE
from simulator.robots.move import Move, signals_of_move
from simulator.robots.walk_moves import Card, Hand
from simulator.scenario.model import Beat, Ending

Target = Beat | Ending
#: So many of the moves are left to chance: a line that another one hides is sometimes reached by a detour.
BY_CHANCE = 0.15


class Aim:
    """Chooses the moves of such walks."""

    def __init__(self, leads: Leads) -> None:
        self._leads = reckless(leads)

    def card(self, hand: Hand, story: Story, target: Target, chance: Random) -> Card | None:
        """Return the move that brings the target nearer; None: any will do."""
        if chance.random() < BY_CHANCE:
            return None
        turn = int(chance.random() * 1000)
        if isinstance(target, Ending):
            left = left_to(target, self._leads, story, turn)
        else:
            left = left_to_hear(target, self._leads, story, turn)
        if left.cost >= IMPOSSIBLE:
            return None
        kinds = {kind for kind, _ in left.errands}
        for (kind, _), errand in left.errands.items():
            if errand.now and (errand.does or errand.asks or errand.offers) and (kind != "close" or "heat" not in kinds):
                move = Move(errand.does, errand.asks, errand.offers)
                return Card(move, signals_of_move(move, self._leads.scenario))
        cards = hand.bad if "heat" in kinds else hand.talk if "cool" in kinds else ()
        return cards[int(chance.random() * len(cards))] if cards else None
