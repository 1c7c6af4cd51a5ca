"""Home: one call that is offered first, and all scenarios below it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from simulator.desktop.parts.buttons import KeyButton
from simulator.desktop.parts.flow import ColumnGrid, FlowLayout
from simulator.desktop.parts.keys import RETURN, press_marked, single_key, writing
from simulator.desktop.parts.labels import chip, label, wrapped
from simulator.desktop.parts.panes import card, emptied, scrolling
from simulator.desktop.parts.scenario_card import ScenarioButton
from simulator.desktop.theme import Look
from simulator.screens.home_screen import HomeScreen, NextCall, matching

_LEAST_CARD = 290


class HomePage(QWidget):
    """The first page.

    Signals:
        chosen: path of the scenario whose brief is to be opened.
        look_again: read the folder anew.
        open_folder: show the folder of the scenarios.
    """

    chosen = Signal(str)
    look_again = Signal()
    open_folder = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._screen: HomeScreen | None = None
        self._greeting = label("", "title")
        self._first, self._first_column = card(6)
        self._empty = self._empty_card()
        self._heading = label("All scenarios", "strong", bold=True)
        self._count = chip("")
        self._search = QLineEdit()
        self._search.setPlaceholderText("Search   /")
        self._search.setAccessibleName("Search the scenarios")
        self._search.textChanged.connect(self._fill)
        self._nothing = wrapped("No scenario has these words.", tone="plain")
        self._grid = ColumnGrid(look.pixels(_LEAST_CARD))
        self._lay_out()
        look.changed.connect(self._retheme)

    def show_screen(self, screen: HomeScreen) -> None:
        """Show the shelf as it is now."""
        self._screen = screen
        self._greeting.show_text(screen.greeting)
        self._first.setVisible(screen.next is not None)
        self._empty.setVisible(bool(screen.empty))
        self._search.setVisible(screen.search)
        for part in (self._heading, self._count):
            part.setVisible(bool(screen.cards))
        self._count.show_text(str(len(screen.cards)), f"{len(screen.cards)} scenarios")
        if screen.next is not None:
            self._show_first(screen.next)
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the brief of the call that is offered first, or found; / goes to the search."""
        screen = self._screen
        if press_marked(event):
            return
        if event.key() in RETURN and self._search.hasFocus():
            self._choose_found()
        elif event.key() in RETURN and screen is not None and screen.next is not None:
            self.chosen.emit(screen.next.path)
        elif event.key() == Qt.Key.Key_Slash and single_key(event) and not writing(self.focusWidget()):
            self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(36, 28, 36, 28)
        column.setSpacing(16)
        column.addWidget(self._greeting)
        column.addWidget(self._first)
        column.addWidget(self._empty)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._heading)
        row.addWidget(self._count)
        row.addStretch(2)
        row.addWidget(self._search, 1)
        column.addLayout(row)
        column.addWidget(self._nothing)
        column.addWidget(self._grid)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(content, "Scenarios"))

    def _show_first(self, offered: NextCall) -> None:
        emptied(self._first_column)
        self._first_column.setContentsMargins(22, 22, 22, 22)
        self._first_column.addWidget(wrapped(offered.why, tone="plain"))
        self._first_column.addWidget(wrapped(offered.title, "title"))
        self._first_column.addWidget(wrapped(offered.summary, tone="plain"))
        self._first_column.addSpacing(4)
        chips = QWidget()
        flow = FlowLayout()
        for text in offered.chips:
            flow.addWidget(chip(text))
        chips.setLayout(flow)
        self._first_column.addWidget(chips)
        self._first_column.addSpacing(8)
        button = KeyButton("Read the brief", "Enter", "primary", tall=True)
        button.clicked.connect(self._choose_first)
        self._first_column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _empty_card(self) -> QFrame:
        made, column = card(8)
        column.setContentsMargins(22, 22, 22, 22)
        column.addWidget(wrapped("Nothing to practise with yet", "title"))
        self._what_to_do = wrapped(tone="plain")
        column.addWidget(self._what_to_do)
        row = QHBoxLayout()
        row.setSpacing(8)
        folder, again = KeyButton("Open the folder", "", "primary", tall=True), KeyButton("Look again", tall=True)
        folder.clicked.connect(self.open_folder)
        again.clicked.connect(self.look_again)
        row.addWidget(folder)
        row.addWidget(again)
        row.addStretch()
        column.addSpacing(8)
        column.addLayout(row)
        return made

    def _fill(self) -> None:
        if self._screen is None:
            return
        self._what_to_do.show_text(self._screen.empty)
        cards = matching(self._screen.cards, self._search.text())
        self._nothing.setVisible(bool(self._screen.cards) and not cards)
        buttons = [ScenarioButton(self._look, each) for each in cards]
        for button in buttons:
            button.clicked.connect(self._choose)
        self._grid.show_widgets(buttons)

    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, ScenarioButton) and not button.property("broken"):
            self.chosen.emit(button.path)

    def _choose_found(self) -> None:
        """Open the first card that the search has left."""
        cards = matching(self._screen.cards, self._search.text()) if self._screen is not None else ()
        playable = [card.path for card in cards if not card.broken]
        if playable:
            self.chosen.emit(playable[0])

    def _choose_first(self) -> None:
        if self._screen is not None and self._screen.next is not None:
            self.chosen.emit(self._screen.next.path)

    def _retheme(self) -> None:
        self._grid.set_least_width(self._look.pixels(_LEAST_CARD))
