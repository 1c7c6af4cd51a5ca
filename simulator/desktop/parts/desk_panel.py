"""The desk at the right of a call: the account page, what to find out, and the notes pad."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from simulator.desktop.icons import icon
from simulator.desktop.parts.labels import PlainLabel, label, wrapped
from simulator.desktop.parts.panes import card, emptied, scrolling
from simulator.desktop.theme import Look
from simulator.screens.call_screen import AccountRow, CallScreen, FindOutRow

#: Notes are reported when the trainee pauses for this long.
NOTES_AFTER_MS = 600
#: In pixels.
_LEAST_NOTES = 56


class DeskPanel(QFrame):
    """What the trainee has before him.

    Signals:
        noted: the notes changed; ask ``notes()``.
    """

    noted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("look", "leftline")
        self._account_card, account = card(8)
        self._find_card, find = card(8)
        self._notes_card, notes = card(4)
        self._account, self._find = QGridLayout(), QGridLayout()
        self._account_note = wrapped("", "small", "plain")
        self._find_title = wrapped("", tone="plain", bold=True)
        self._shown: tuple[tuple[AccountRow, ...], tuple[FindOutRow, ...]] | None = None
        self._pad = QPlainTextEdit()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(NOTES_AFTER_MS)
        self._wait.timeout.connect(self.noted)
        self._fill_cards(account, find, notes)
        self._lay_out()
        look.changed.connect(self._forget)

    def show_desk(self, screen: CallScreen) -> None:
        """Show the account page and the checklist as they are now."""
        self._account_card.setVisible(bool(screen.account))
        self._find_card.setVisible(bool(screen.find_out))
        self._find_title.show_text(screen.find_out_title)
        self._account_note.show_text(screen.account_note)
        self._account_note.setVisible(bool(screen.account_note))
        if self._shown != (screen.account, screen.find_out):
            self._shown = (screen.account, screen.find_out)
            self._show_account(screen.account)
            self._show_find(screen.find_out)

    def notes(self) -> str:
        """Return the notes as they stand, and regard them as reported."""
        self._wait.stop()
        return self._pad.toPlainText()

    def clear_notes(self) -> None:
        """Begin a new pad."""
        self._pad.clear()
        self._wait.stop()
        self._shown = None

    def _show_account(self, rows: tuple[AccountRow, ...]) -> None:
        emptied(self._account)
        for number, row in enumerate(rows):
            self._account.addWidget(wrapped(row.label, tone="plain"), number, 0, Qt.AlignmentFlag.AlignTop)
            value = wrapped("locked" if row.locked else row.value, tone="plain" if row.locked else None)
            value.show_text(value.text(), f"{row.label}: {'locked for now' if row.locked else row.value}")
            self._account.addWidget(value, number, 1, Qt.AlignmentFlag.AlignTop)

    def _show_find(self, rows: tuple[FindOutRow, ...]) -> None:
        emptied(self._find)
        for number, row in enumerate(rows):
            self._find.addWidget(self._box(row), number, 0, Qt.AlignmentFlag.AlignTop)
            words = wrapped(row.label)
            words.show_text(row.label, row.spoken)
            self._find.addWidget(words, number, 1)

    def _box(self, row: FindOutRow) -> PlainLabel:
        side = self._look.pixels(18)
        made = label()
        made.setPixmap(
            icon(self._look, "known" if row.known else "unknown", "calm" if row.known else "muted").pixmap(QSize(side, side))
        )
        made.setAccessibleName("known" if row.known else "not known yet")
        return made

    def _fill_cards(self, account: QVBoxLayout, find: QVBoxLayout, notes: QVBoxLayout) -> None:
        account.addWidget(wrapped("Account", tone="plain", bold=True))
        self._account.setHorizontalSpacing(12)
        self._account.setVerticalSpacing(6)
        self._account.setColumnStretch(0, 2)
        self._account.setColumnStretch(1, 3)
        account.addLayout(self._account)
        account.addWidget(self._account_note)
        find.addWidget(self._find_title)
        self._find.setHorizontalSpacing(8)
        self._find.setVerticalSpacing(6)
        self._find.setColumnStretch(1, 1)
        find.addLayout(self._find)
        heading = label("Notes", tone="plain", bold=True)
        notes.addWidget(heading)
        self._pad.setProperty("look", "pad")
        self._pad.setAccessibleName("Notes")
        self._pad.setPlaceholderText("Write down what you hear")
        self._pad.setTabChangesFocus(True)
        # Qt would ask for the height of ten lines and make the whole column scroll.
        self._pad.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._pad.setMinimumHeight(_LEAST_NOTES)
        self._pad.textChanged.connect(self._wait.start)
        notes.addWidget(self._pad, 1)

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._account_card)
        column.addWidget(self._find_card)
        column.addWidget(self._notes_card, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(content, "Your desk", "bare"))

    def _forget(self) -> None:
        self._shown = None
