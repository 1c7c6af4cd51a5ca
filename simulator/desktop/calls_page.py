"""My calls: every recorded call; opening one shows its card again."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from simulator.desktop.models.calls_model import CallsModel
from simulator.desktop.parts.buttons import KeyButton
from simulator.desktop.parts.keys import RETURN, press_marked
from simulator.desktop.parts.labels import label, wrapped
from simulator.desktop.parts.panes import card
from simulator.desktop.theme import Look
from simulator.screens.calls_screen import CallsScreen


class CallsPage(QWidget):
    """The list of recorded calls.

    Signals:
        chosen: path of the session to open.
        practise: there is no call yet; go and choose a scenario.
    """

    chosen = Signal(str)
    practise = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("look", "page")
        self._title = label("My calls", "title")
        self._model = CallsModel()
        self._table = self._make_table()
        self._empty, column = card(8)
        column.setContentsMargins(22, 22, 22, 22)
        self._sentence = wrapped("", "strong")
        column.addWidget(self._sentence)
        button = KeyButton("Choose a scenario", "Enter", "primary", tall=True)
        button.clicked.connect(self.practise)
        column.addSpacing(8)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(36, 28, 36, 28)
        outer.setSpacing(16)
        outer.addWidget(self._title)
        outer.addWidget(self._empty)
        outer.addWidget(self._table, 1)
        outer.addStretch()
        look.changed.connect(self._measure)
        self._measure()

    def show_screen(self, screen: CallsScreen) -> None:
        """Show the calls so far."""
        self._title.show_text(screen.title)
        self._sentence.show_text(screen.empty)
        self._model.show_calls(screen)
        self._empty.setVisible(bool(screen.empty))
        self._table.setVisible(not screen.empty)
        self._measure()
        if screen.rows:
            self._table.selectRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the marked call."""
        if press_marked(event):
            return
        if event.key() not in RETURN:
            super().keyPressEvent(event)
        elif self._table.isVisibleTo(self):
            self._open(self._table.currentIndex())
        else:
            self.practise.emit()

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setProperty("look", "calls")
        table.setModel(self._model)
        table.setAccessibleName("Recorded calls; Enter opens the card")
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.clicked.connect(self._open)
        return table

    def _open(self, index: QModelIndex) -> None:
        path = self._model.session_at(index.row())
        if path:
            self.chosen.emit(path)

    def _measure(self) -> None:
        high = self._look.pixels(44)
        self._table.verticalHeader().setDefaultSectionSize(high)
        self._table.horizontalHeader().setFixedHeight(high)
        # As high as its rows, so that a short list does not look like a form that waits to be filled in.
        self._table.setMaximumHeight(high * (self._model.rowCount() + 1) + 2)
