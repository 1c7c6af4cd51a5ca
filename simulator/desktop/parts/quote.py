"""Evidence as a button: its words, its moment, and a press that plays it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from simulator.desktop.parts.buttons import FaceButton
from simulator.desktop.parts.labels import label, wrapped
from simulator.screens.card_screen import Quote
from simulator.screens.tokens import Tone


class QuoteButton(FaceButton):
    """One piece of evidence. Without sound it is only words and does nothing. ``with_rule`` adds by what it was found."""

    def __init__(self, quote: Quote, tone: Tone, playable: bool, with_rule: bool = False) -> None:
        heard = f" at {quote.time}" if quote.time else ""
        super().__init__("quote", f"{quote.text}{heard}{', play' if playable else ''}")
        self.from_ms = quote.from_ms
        self.setProperty("tone", tone)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 12, 7)
        row.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(wrapped(quote.text))
        if with_rule and quote.rule:
            found_by = f"Found by the rule {quote.rule}"
            words.addWidget(wrapped(found_by, "small", "plain"))
            self.setAccessibleDescription(found_by)
        row.addLayout(words, 1)
        if quote.time:
            row.addWidget(label(f"{quote.time} ▸" if playable else quote.time, tone="plain"), 0, Qt.AlignmentFlag.AlignBottom)
        self.let_through()
        if playable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
