"""What to change and what to say instead of a fault, where its row of the card counts several faults and speaks of another one.

"Ask each thing only once" helps nobody who said the same sentence twice. Faults that are not here have a row whose words fit them.
"""

from __future__ import annotations

from collections.abc import Mapping

from simulator.scoring.faults import FaultTable
from simulator.scoring.finding import Evidence

#: Fault -> (the one thing to change, a sentence to try).
_INSTEAD: Mapping[str, tuple[str, str]] = {
    "calm_down_order": (
        "Answer the problem and not the tone; nobody calms down because they are told to.",
        "I hear you. Let me deal with the problem itself, one step at a time.",
    ),
    "robotic": ("When you come back to something, say it in new words.", "Let me put that another way."),
    "ask_again": ("Ask each thing only once.", "I have that noted already, so I won't ask again."),
    "sarcasm": ("Answer the problem and not the tone.", "I hear you. Let me deal with the problem itself, one step at a time."),
}


def instead_of(evidence: Evidence, table: FaultTable) -> tuple[str, str] | None:
    """Return what to change and what to say instead of the fault that this evidence shows, or None for the words of its row."""
    return next((_INSTEAD[what] for what in table if what in _INSTEAD and evidence in table[what]), None)
