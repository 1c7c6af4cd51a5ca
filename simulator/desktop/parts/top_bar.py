"""The bar at the top of a page: a title with chips that give way when the window is narrow, and buttons that do not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from simulator.desktop.parts.flow import FlowLayout
from simulator.desktop.parts.labels import TitleLabel, chip
from simulator.desktop.parts.panes import emptied

_GAP, _SIDE = 12, 20


class TopBar(QFrame):
    """Title and chips at the left, what belongs to the page at the right."""

    def __init__(self, before: tuple[QWidget, ...], after: tuple[QWidget, ...]) -> None:
        super().__init__()
        self.setProperty("look", "topbar")
        self._title, self._chips, self._host = TitleLabel(), FlowLayout(), QWidget()
        self._host.setLayout(self._chips)
        self._others = (*before, *after)
        self._texts: tuple[str, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, 8, _SIDE, 8)
        row.setSpacing(_GAP)
        for widget in before:
            row.addWidget(widget)
        row.addWidget(self._title)
        row.addWidget(self._host, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        for widget in after:
            row.addWidget(widget)

    def show_title(self, title: str, chips: tuple[str, ...]) -> None:
        """Show a title with its chips."""
        self._title.show_text(title)
        if chips != self._texts:
            self._texts = chips
            emptied(self._chips)
            for text in chips:
                self._chips.addWidget(chip(text))
        self.make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop the chips where they would squeeze the title."""
        super().resizeEvent(event)
        self.make_room()

    def make_room(self) -> None:
        """Show the chips only where title and buttons leave room for them."""
        others = sum(widget.sizeHint().width() + _GAP for widget in self._others if not widget.isHidden())
        needed = others + self._title.sizeHint().width() + self._chips.sizeHint().width() + 2 * (_SIDE + _GAP)
        self._host.setVisible(needed <= self.width())
