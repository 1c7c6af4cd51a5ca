"""Keep doing this, or change one thing: a sentence, its evidence, and a sentence to try."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from simulator.desktop.parts.labels import wrapped
from simulator.desktop.parts.panes import card
from simulator.desktop.parts.quote import QuoteButton
from simulator.screens.card_screen import Advice


def advice_card(advice: Advice, playable: bool, play: Callable[[], None]) -> QFrame:
    """Return the card of one advice; ``play`` is called when its evidence is pressed."""
    made, column = card(8)
    column.addWidget(wrapped(f"{advice.shape} {advice.title}", tone=advice.tone, bold=True))
    column.addWidget(wrapped(advice.sentence, "strong", bold=True))
    if advice.quote is not None:
        quote = QuoteButton(advice.quote, advice.tone, playable)
        quote.clicked.connect(play)
        column.addWidget(quote)
    if advice.try_this:
        column.addWidget(wrapped("Next time, try:", tone="plain"))
        column.addWidget(wrapped(f"“{advice.try_this}”", bold=True))
    column.addStretch()
    return made
