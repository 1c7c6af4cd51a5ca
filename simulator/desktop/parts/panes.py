"""Areas that pages are laid out in: a scrolling column, columns that stack when the window is narrow, cards and bars."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from simulator.desktop.parts.labels import frame
from simulator.desktop.theme import Look


def scrolling(content: QWidget, name: str, look: str = "page") -> QScrollArea:
    """Return a scroll area around the content; its name is what a screen reader calls it."""
    content.setProperty("look", look)
    area = QScrollArea()
    area.setProperty("look", look)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(name)
    area.setWidget(content)
    return area


def card(spacing: int = 8) -> tuple[QFrame, QVBoxLayout]:
    """Return a card and the column inside it."""
    made = frame("card")
    column = QVBoxLayout(made)
    column.setContentsMargins(16, 16, 16, 16)
    column.setSpacing(spacing)
    return made, column


def bar(look: str) -> tuple[QFrame, QHBoxLayout]:
    """Return the bar at the top or at the bottom of a page and the row inside it."""
    made = frame(look)
    row = QHBoxLayout(made)
    row.setContentsMargins(20, 8, 20, 8)
    row.setSpacing(12)
    return made, row


def hair_line() -> QFrame:
    """Return a hair line."""
    return frame("hair")


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout and let go of its widgets."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        if inner is not None:
            emptied(inner)


class Columns(QWidget):
    """Widgets side by side while the window is wide enough, else one below the other."""

    def __init__(self, look: Look, least_width: int, gap: int = 16) -> None:
        super().__init__()
        self._look, self._least = look, least_width
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(gap)
        look.changed.connect(self._turn)

    def add(self, widget: QWidget, stretch: int) -> None:
        """Add a column; ``stretch`` is its share of the width."""
        self._row.addWidget(widget, stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack or stand side by side."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        wide = self.width() >= self._look.pixels(self._least)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != direction:
            self._row.setDirection(direction)
