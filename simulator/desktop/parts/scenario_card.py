"""One scenario of the shelf as a button, and a file with a mistake in the same place."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from simulator.desktop.parts.buttons import FaceButton
from simulator.desktop.parts.labels import label, wrapped
from simulator.desktop.theme import Look
from simulator.screens.home_screen import HARDEST, ScenarioCard


class Dots(QWidget):
    """Difficulty as dots; the card's own name says it to a screen reader."""

    def __init__(self, look: Look, filled: int) -> None:
        super().__init__()
        self._look, self._filled = look, filled
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for five dots."""
        return QSize(self._look.pixels(16) * HARDEST - self._look.pixels(8), self._look.pixels(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        step, size = self._look.pixels(16), self._look.pixels(8)
        for index in range(HARDEST):
            painter.setBrush(self._look.colour("text" if index < self._filled else "line"))
            painter.drawEllipse(index * step, (self.height() - size) // 2, size, size)


class ScenarioButton(FaceButton):
    """A card of the grid; pressing it opens the brief."""

    def __init__(self, look: Look, card: ScenarioCard) -> None:
        super().__init__("scenario", card.spoken)
        self.path = card.path
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(4)
        column.addWidget(wrapped(card.title, "strong", bold=True))
        column.addWidget(wrapped(card.summary, tone="plain"))
        column.addStretch()
        column.addSpacing(4)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        if card.difficulty:
            foot.addWidget(Dots(look, card.difficulty))
        foot.addWidget(wrapped(card.kind, "small", "plain"), 1)
        scored = card.last.isdigit()
        foot.addWidget(
            label(card.last, "body" if scored else "small", card.last_tone, bold=scored), 0, Qt.AlignmentFlag.AlignRight
        )
        column.addLayout(foot)
        self.let_through()
        if card.broken:
            self.setProperty("broken", True)
            self.setCursor(Qt.CursorShape.ArrowCursor)
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
