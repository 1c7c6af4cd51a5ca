"""What is allowed and what is not, as short lists in cards."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from simulator.desktop.parts.labels import label, wrapped
from simulator.desktop.parts.panes import card, emptied
from simulator.desktop.theme import Look
from simulator.screens.brief_screen import PolicyList


class PolicyLists(QWidget):
    """The lists in one card, each under its heading."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._frame: QFrame
        self._frame, self._column = card(12)
        outer.addWidget(self._frame)

    def show_lists(self, lists: tuple[PolicyList, ...]) -> None:
        """Show these lists in place of the former ones."""
        emptied(self._column)
        self.setVisible(bool(lists))
        for each in lists:
            self._column.addWidget(_list(self._look, each))


def _list(look: Look, each: PolicyList) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    grid.addWidget(wrapped(each.title, bold=True), 0, 0, 1, 2)
    for row, words in enumerate(each.rows, start=1):
        shape = label(each.shape, tone=each.tone)
        shape.show_text(each.shape, each.title)
        shape.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        shape.setMinimumWidth(look.pixels(16))
        grid.addWidget(shape, row, 0)
        grid.addWidget(wrapped(words), row, 1)
    return made
