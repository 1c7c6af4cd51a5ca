"""The bots by name: what a synthetic trainee does next, given how the call stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from simulator.call.chance import pick
from simulator.call.hearing import caller_lines
from simulator.call.state import CallState
from simulator.robots.calm import calm_reply, said
from simulator.robots.sentences import FAULTS

#: Says this next; nothing at all for an empty text.
Bot = Callable[[CallState, int], str]


def rude_reply(state: CallState, seed: int) -> str:
    """Return what the rude bot says: a fault every turn."""
    if not caller_lines(state):
        return said("greet", state, seed)
    faults = tuple(FAULTS)
    fault = faults[(pick(seed, 0, "rude", len(faults)) + len(state.transcript)) % len(faults)]
    wordings = FAULTS[fault]
    return wordings[pick(seed, len(state.transcript), fault, len(wordings))]


def silent_reply(state: CallState, seed: int) -> str:
    """Return nothing."""
    return ""


BOTS: Mapping[str, Bot] = {"calm": calm_reply, "rude": rude_reply, "silent": silent_reply}
