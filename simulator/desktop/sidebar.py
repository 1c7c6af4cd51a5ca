"""The way between the three places that work: Practise, My calls, Settings."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout

from simulator.desktop.icons import icon
from simulator.desktop.parts.labels import label, wrapped
from simulator.desktop.theme import Look

PLACES = (("practise", "Practise"), ("calls", "My calls"), ("settings", "Settings"))
#: With large text the places stay readable and the page keeps its room.
_WIDEST = 320


class Sidebar(QFrame):
    """A column of places, one of which is the present one.

    Signals:
        chosen: name of the place that was clicked.
    """

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("look", "sidebar")
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 20, 12, 20)
        column.setSpacing(4)
        title = label("Angry Caller", "strong", bold=True)
        title.setContentsMargins(12, 0, 0, 14)
        column.addWidget(title)
        for name, words in PLACES:
            if name == "settings":
                column.addStretch()
            column.addWidget(self._place(name, words))
        note = wrapped("Everything stays on this computer.", "small", "plain")
        note.setContentsMargins(12, 12, 8, 0)
        column.addWidget(note)
        self._group.idClicked.connect(self._clicked)
        look.changed.connect(self._repaint)
        self._repaint()

    def show_place(self, name: str) -> None:
        """Mark the present place."""
        self._buttons[name].setChecked(True)

    def _place(self, name: str, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("look", "side")
        button.setCheckable(True)
        button.setAutoExclusive(False)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAccessibleName(words)
        self._group.addButton(button, len(self._buttons))
        self._buttons[name] = button
        return button

    def _clicked(self, number: int) -> None:
        self.chosen.emit(PLACES[number][0])

    def _repaint(self) -> None:
        side = self._look.pixels(18)
        self.setFixedWidth(min(self._look.pixels(200), _WIDEST))
        for name, button in self._buttons.items():
            button.setIcon(icon(self._look, name))
            button.setIconSize(QSize(side, side))
