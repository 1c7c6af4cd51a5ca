"""The caller at the left of a call: ring, mood, curve, and what moved her."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from simulator.desktop.parts.curve import ThinLine
from simulator.desktop.parts.labels import label, wrapped
from simulator.desktop.parts.panes import emptied, hair_line, scrolling
from simulator.desktop.parts.ring import Ring
from simulator.desktop.theme import Look
from simulator.screens.call_screen import CallScreen
from simulator.screens.moved import MovedRow


class CallerPanel(QFrame):
    """Practice help: how angry the caller is and why."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("look", "rightline")
        self._ring = Ring(look, "Caller's anger")
        self._name = wrapped("", "strong", bold=True)
        self._mood = wrapped("", bold=True)
        self._started = wrapped("", "small", "plain")
        self._line = ThinLine(look)
        self._title = wrapped("", tone="plain", bold=True)
        self._rows: tuple[MovedRow, ...] = ()
        self._grid = QGridLayout()
        self._lay_out()

    def show_caller(self, screen: CallScreen) -> None:
        """Show the caller as she is now."""
        mood = screen.mood
        spoken = f"{mood.word}, {mood.temper} of 100, {screen.standing}"
        self._ring.show_ring(mood.temper, screen.person.initials, screen.standing, mood.tone, spoken)
        self._name.show_text(screen.person.name)
        self._mood.show_text(mood.words, f"{mood.word}, {mood.temper} of 100")
        self._mood.set_tone(mood.tone)
        self._started.show_text(screen.started)
        self._line.show_line(screen.curve, mood.tone, f"Anger so far: {screen.started}, {mood.temper} now")
        self._title.show_text(screen.moved_title)
        if screen.moved != self._rows or not screen.moved:
            self._show_rows(screen.moved)

    def _show_rows(self, rows: tuple[MovedRow, ...]) -> None:
        self._rows = rows
        emptied(self._grid)
        for number, row in enumerate(rows):
            shape = label(f"{row.shape} {row.points}".strip(), tone=row.tone)
            shape.show_text(f"{row.shape} {row.points}".strip(), row.spoken)
            self._grid.addWidget(shape, number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(wrapped(row.words), number, 1)
        if not rows:
            self._grid.addWidget(wrapped("Nothing yet.", tone="plain"), 0, 0, 1, 2)

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 28, 20, 20)
        column.setSpacing(4)
        column.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(12)
        for part in (self._name, self._mood, self._started):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(part)
        column.addSpacing(16)
        column.addWidget(self._line)
        column.addSpacing(16)
        column.addWidget(hair_line())
        column.addSpacing(16)
        column.addWidget(self._title)
        column.addSpacing(4)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(content, "The caller", "bare"))
