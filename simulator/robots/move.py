"""What a robot does in one turn: skills or faults shown, facts asked for, remedies offered.

Robots play with signals alone, without words; ``None`` in the place of a move is silence.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from simulator.call.personality import Personality
from simulator.call.signals import Signals
from simulator.call.state import Story
from simulator.scenario.model import Scenario


@dataclass(frozen=True, slots=True)
class Move:
    """One turn of the trainee. Ids are the contract's, and the scenario's own ``never_say`` and ``must_say``."""

    does: tuple[str, ...] = ()
    #: Facts.
    asks: tuple[str, ...] = ()
    #: Remedies.
    offers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """How the call stands for a robot whose turn it is."""

    scenario: Scenario
    personality: Personality
    story: Story
    seed: int


#: What a robot does next; None: it stays silent.
Trainee = Callable[[Standing], Move | None]


def signals_of_move(move: Move, scenario: Scenario) -> Signals:
    """Return the signals that the ears would make of this move.

    An ask implies ``ask_fact`` and an offer ``offer_remedy`` (decisions 1), a remedy that policy never allows is a ``forbidden_offer``, a
    sentence of ``never_say`` counts as its fault too. Whoever admits a fault names the company's part of it.
    """
    heard = dict.fromkeys(move.does)
    for never in scenario.policy.never_say:
        if never.id in heard and never.fault:
            heard[never.fault] = None
    if move.asks:
        heard["ask_fact"] = None
    for remedy in scenario.policy.remedies:
        if remedy.id in move.offers and remedy.agent_may == "never":
            heard["forbidden_offer"] = None
    if move.offers:
        heard["offer_remedy"] = None
    return Signals(
        heard=tuple(heard),
        asked=move.asks,
        offered=dict.fromkeys(move.offers, -1),
        names_fault="admit_fault" in heard,
    )
