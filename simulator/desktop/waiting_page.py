"""The two waits of a call: the telephone rings while model and voice load, and the card is made after hanging up."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.desktop.parts.buttons import KeyButton
from simulator.desktop.parts.keys import RETURN, press_marked
from simulator.desktop.parts.labels import wrapped
from simulator.desktop.parts.notice_bar import NoticeBar
from simulator.desktop.parts.ring import Ring
from simulator.desktop.theme import Look
from simulator.screens.waiting_screen import WaitingScreen


class WaitingPage(QWidget):
    """One ring, one sentence, one button.

    Signals:
        answer: pick up.
        leave: do not take this call.
        type_instead: take the call with typed replies.
    """

    answer = Signal()
    leave = Signal()
    type_instead = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self._screen: WaitingScreen | None = None
        self._ring = Ring(look, "Progress", 180)
        self._title, self._words = wrapped("", "title"), wrapped("", tone="plain")
        self._problem = NoticeBar("furious", "✗")
        self._answer = KeyButton("Answer", "Enter", "primary", tall=True)
        self._type = KeyButton("Type my replies instead", "", "primary", tall=True)
        self._leave = KeyButton("Not now", "Esc", tall=True)
        self._answer.clicked.connect(self.answer)
        self._type.clicked.connect(self.type_instead)
        self._leave.clicked.connect(self.leave)
        self._lay_out()

    def show_screen(self, screen: WaitingScreen) -> None:
        """Show how far it is."""
        if screen == self._screen:
            return
        self._screen = screen
        self._ring.show_ring(screen.progress, screen.initials, "", "plain", screen.words)
        self._title.show_text(screen.title)
        self._words.show_text(screen.words)
        self._problem.show_sentence(screen.problem)
        self._answer.setVisible(screen.stand in ("preparing", "ringing"))
        self._answer.setEnabled(screen.stand == "ringing")
        self._type.setVisible(screen.stand == "failed" and not screen.typed)
        self._leave.setVisible(screen.stand != "marking")
        self._leave.show_words("Back" if screen.stand == "failed" else "Not now")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter answers, Escape leaves."""
        if press_marked(event):
            return
        stand = self._screen.stand if self._screen is not None else "preparing"
        if event.key() in RETURN and stand == "ringing":
            self.answer.emit()
        elif event.key() == Qt.Key.Key_Escape and stand != "marking":
            self.leave.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(16)
        for part in (self._title, self._words):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self._problem)
        column.addSpacing(16)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        for button in (self._answer, self._type, self._leave):
            row.addWidget(button)
        row.addStretch()
        column.addLayout(row)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addLayout(column, 3)
        middle.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(middle)
        outer.addStretch(3)
