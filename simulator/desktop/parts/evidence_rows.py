"""All rows with their evidence, in the three groups of the score."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from simulator.desktop.parts.buttons import KeyButton
from simulator.desktop.parts.labels import frame, label, wrapped
from simulator.desktop.parts.meters import ScoreBar
from simulator.desktop.parts.panes import card, emptied, hair_line, scrolling
from simulator.desktop.parts.quote import QuoteButton
from simulator.desktop.theme import Look
from simulator.screens.rows_screen import EvidenceRow, RowGroup, RowsScreen


class EvidenceRows(QWidget):
    """The second face of the card.

    Signals:
        back: to the card.
        play: evidence was pressed; ask ``wanted_ms``.
    """

    back = Signal()
    play = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.wanted_ms = 0
        self._rows: dict[str, QWidget] = {}
        self._playable = False
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(32, 24, 32, 24)
        self._column.setSpacing(16)
        self._area: QScrollArea = scrolling(self._content, "All steps with evidence")
        self._target = ""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    def show_rows(self, screen: RowsScreen, playable: bool) -> None:
        """Show all rows of a card."""
        self._rows, self._playable = {}, playable
        emptied(self._column)
        head = QHBoxLayout()
        head.setSpacing(12)
        back = KeyButton("Back to the card", "Esc")
        back.clicked.connect(self.back)
        head.addWidget(back)
        head.addWidget(wrapped(screen.title, "title"), 1)
        self._column.addLayout(head)
        for group in screen.groups:
            self._column.addWidget(self._group(group))
        for note in screen.notes:
            self._column.addWidget(wrapped(note, "small", "plain"))
        self._column.addStretch()

    def go_to(self, row: str) -> None:
        """Bring a row to the top of the window; empty goes to the first."""
        self._target = row
        QTimer.singleShot(0, self, self._scroll)

    def _scroll(self) -> None:
        row = self._rows.get(self._target)
        top = row.mapTo(self._content, row.rect().topLeft()).y() - 16 if row is not None else 0
        self._area.verticalScrollBar().setValue(top)

    def _group(self, group: RowGroup) -> QFrame:
        made, column = card(10)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label(group.title, "strong", bold=True))
        head.addWidget(wrapped(group.about, tone="plain"), 1)
        if group.score >= 0:
            meter = ScoreBar(self._look, group.title, group.score)
            meter.setMaximumWidth(self._look.pixels(160))
            head.addWidget(meter, 1)
            head.addWidget(label(str(group.score), bold=True))
        column.addLayout(head)
        for row in group.rows:
            column.addWidget(hair_line())
            column.addWidget(self._row(row))
        return made

    def _row(self, row: EvidenceRow) -> QWidget:
        made = frame("bare")
        made.setAccessibleName(row.spoken)
        self._rows[row.id] = made
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(10)
        shape = label(row.shape, tone=row.tone, bold=True)
        shape.setMinimumWidth(self._look.pixels(16))
        head.addWidget(shape)
        title = wrapped(row.label, bold=True)
        title.show_text(row.label, row.spoken)
        head.addWidget(title, 1)
        head.addWidget(label(" · ".join(part for part in (row.outcome, row.worth) if part), tone="plain"))
        column.addLayout(head)
        inside = QVBoxLayout()
        inside.setContentsMargins(self._look.pixels(26), 0, 0, 0)
        inside.setSpacing(6)
        for quote in row.quotes:
            button = QuoteButton(quote, row.tone, self._playable, with_rule=True)
            button.clicked.connect(self._play)
            inside.addWidget(button)
        if row.missing:
            inside.addWidget(wrapped(row.missing, tone="plain"))
        if row.try_this:
            inside.addWidget(wrapped(f"Try: “{row.try_this}”"))
        column.addLayout(inside)
        return made

    def _play(self) -> None:
        button = self.sender()
        if isinstance(button, QuoteButton) and self._playable:
            self.wanted_ms = button.from_ms
            self.play.emit()
