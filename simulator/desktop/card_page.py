"""The card after a call: one sentence first, then why, then everything, and the call to hear again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from simulator.desktop.parts.advice_card import advice_card
from simulator.desktop.parts.buttons import KeyButton
from simulator.desktop.parts.curve import BandedCurve
from simulator.desktop.parts.evidence_rows import EvidenceRows
from simulator.desktop.parts.keys import RETURN, press_marked, single_key
from simulator.desktop.parts.labels import wrapped
from simulator.desktop.parts.notice_bar import NoticeBar
from simulator.desktop.parts.panes import Columns, card, emptied, scrolling
from simulator.desktop.parts.player_bar import PlayerBar
from simulator.desktop.parts.score_panel import ScorePanel
from simulator.desktop.parts.top_bar import TopBar
from simulator.desktop.services import TrackPlayer
from simulator.desktop.theme import Look
from simulator.screens.card_screen import Advice, CardScreen
from simulator.screens.rows_screen import RowsScreen


class CardPage(QWidget):
    """The card of one call.

    Signals:
        again: call again.
        report: open the report.
        home: back to the home page.
    """

    again = Signal()
    report = Signal()
    home = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("look", "page")
        self._screen: CardScreen | None = None
        home, report, again = KeyButton("Home", "Esc"), KeyButton("Report"), KeyButton("Call again", "Enter", "primary")
        home.clicked.connect(self.home)
        report.clicked.connect(self.report)
        again.clicked.connect(self.again)
        self._top = TopBar((home,), (report, again))
        self._headline, self._ended = wrapped("", "title"), wrapped("", tone="plain")
        self._curve = BandedCurve(look)
        self._advice, self._notices = QVBoxLayout(), QVBoxLayout()
        self._problem = NoticeBar("irritated", "▲")
        self._score, self._rows, self._player = ScorePanel(look), EvidenceRows(look), PlayerBar(look)
        self._faces = QStackedWidget()
        self._lay_out()
        self._score.row_wanted.connect(self._show_rows)
        self._rows.back.connect(self._show_card)
        self._rows.play.connect(self._play_row)

    def show_screen(self, screen: CardScreen, rows: RowsScreen, player: TrackPlayer | None) -> None:
        """Show the card of a call."""
        self._screen = screen
        self._player.take_player(player, screen.length_ms)
        self._top.show_title(screen.title, screen.chips)
        self._headline.show_text(screen.headline)
        self._ended.show_text(screen.ended)
        self._curve.show_curve(screen.curve)
        self._show_advice(screen)
        self._show_notices(screen)
        self._score.show_score(screen)
        self._rows.show_rows(rows, self._player.playable)
        self._problem.show_sentence("")
        self._show_card()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Fall silent."""
        self._player.leave()

    def show_problem(self, sentence: str) -> None:
        """Say what could not be done."""
        self._problem.show_sentence(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter calls again, Space plays, Escape goes back."""
        if press_marked(event):
            return
        if event.key() in RETURN:
            self.again.emit()
        elif event.key() == Qt.Key.Key_Space and single_key(event):
            self._player.toggle()
        elif event.key() == Qt.Key.Key_Escape:
            self._go_back()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        content = QWidget()
        body = QVBoxLayout(content)
        body.setContentsMargins(32, 24, 32, 24)
        body.setSpacing(16)
        body.addWidget(self._problem)
        columns = Columns(self._look, 900, 20)
        columns.add(self._left(), 13)
        columns.add(self._score, 6)
        body.addWidget(columns)
        body.addStretch()
        self._faces.addWidget(scrolling(content, "The card"))
        self._faces.addWidget(self._rows)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._top)
        outer.addWidget(self._faces, 1)
        outer.addWidget(self._player)

    def _left(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        first, inside = card(6)
        inside.addWidget(self._headline)
        inside.addWidget(self._ended)
        inside.addSpacing(6)
        inside.addWidget(self._curve)
        column.addWidget(first)
        column.addLayout(self._advice)
        self._notices.setSpacing(16)
        column.addLayout(self._notices)
        column.addStretch()
        return side

    def _show_advice(self, screen: CardScreen) -> None:
        emptied(self._advice)
        both = Columns(self._look, 520)
        if screen.keep is not None:
            both.add(advice_card(screen.keep, self._player.playable, self._play_keep), 1)
        if screen.change is not None:
            both.add(advice_card(screen.change, self._player.playable, self._play_change), 1)
        self._advice.addWidget(both)

    def _show_notices(self, screen: CardScreen) -> None:
        emptied(self._notices)
        for title, sentence in screen.notices:
            made, inside = card(6)
            inside.addWidget(wrapped(f"▲ {title}", tone="angry", bold=True))
            inside.addWidget(wrapped(sentence))
            self._notices.addWidget(made)
        if screen.debrief:
            made, inside = card(6)
            inside.addWidget(wrapped("A question to take with you", tone="plain", bold=True))
            inside.addWidget(wrapped(screen.debrief))
            self._notices.addWidget(made)

    def _show_rows(self, row: str) -> None:
        self._faces.setCurrentIndex(1)
        self._rows.go_to(row)

    def _show_card(self) -> None:
        self._faces.setCurrentIndex(0)

    def _go_back(self) -> None:
        if self._faces.currentIndex() == 1:
            self._show_card()
        else:
            self.home.emit()

    def _play_keep(self) -> None:
        self._play(self._screen.keep if self._screen else None)

    def _play_change(self) -> None:
        self._play(self._screen.change if self._screen else None)

    def _play(self, advice: Advice | None) -> None:
        if advice is not None and advice.quote is not None:
            self._player.play_evidence(advice.quote.from_ms)

    def _play_row(self) -> None:
        self._player.play_evidence(self._rows.wanted_ms)
