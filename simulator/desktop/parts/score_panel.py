"""The score: one figure, three lines, and the steps."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from simulator.desktop.parts.buttons import FaceButton, KeyButton
from simulator.desktop.parts.labels import label, wrapped
from simulator.desktop.parts.meters import ScoreBar
from simulator.desktop.parts.panes import card, emptied
from simulator.desktop.theme import Look
from simulator.screens.card_screen import CardScreen, Step


class ScorePanel(QWidget):
    """The right side of the card.

    Signals:
        row_wanted: id of the row whose evidence is to be shown; empty for all.
    """

    row_wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        made, self._column = card(8)
        outer.addWidget(made)

    def show_score(self, screen: CardScreen) -> None:
        """Show the score and the steps of a call."""
        column = self._column
        emptied(column)
        head = QHBoxLayout()
        head.setSpacing(10)
        figure = label(screen.score, "figure")
        figure.show_text(screen.score, f"Score {screen.score} {screen.beside_score}")
        head.addWidget(figure, 0, Qt.AlignmentFlag.AlignBottom)
        beside = wrapped(screen.beside_score, tone="plain")
        beside.setContentsMargins(0, 0, 0, self._look.pixels(8))
        head.addWidget(beside, 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        if screen.steps:
            column.addLayout(self._lines(screen))
            column.addSpacing(12)
            column.addWidget(label("Steps", tone="plain", bold=True))
        steps = QVBoxLayout()
        steps.setSpacing(0)
        for step in screen.steps:
            steps.addWidget(self._step(step))
        column.addLayout(steps)
        every = KeyButton(f"{screen.all_rows} ▸", "", "link")
        every.clicked.connect(self._want_all)
        column.addWidget(every, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()

    def _lines(self, screen: CardScreen) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(screen.lines):
            grid.addWidget(label(name, bold=True), row, 0)
            grid.addWidget(ScoreBar(self._look, name, value), row, 1)
            grid.addWidget(label(str(value)), row, 2, Qt.AlignmentFlag.AlignRight)
        return grid

    def _step(self, step: Step) -> FaceButton:
        button = FaceButton("step", step.spoken)
        button.setObjectName(step.id)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(button)
        row.setContentsMargins(2, 7, 2, 7)
        row.setSpacing(10)
        shape = label(step.shape, tone=step.tone, bold=True)
        shape.setMinimumWidth(self._look.pixels(16))
        row.addWidget(shape)
        row.addWidget(wrapped(step.label), 1)
        row.addWidget(label(step.right, tone="plain"))
        button.let_through()
        button.clicked.connect(self._want)
        return button

    def _want(self) -> None:
        self.row_wanted.emit(self.sender().objectName())

    def _want_all(self) -> None:
        self.row_wanted.emit("")
