"""The brief: what to know, what is allowed, whether everything is ready, and one button."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from simulator.desktop.parts.buttons import KeyButton
from simulator.desktop.parts.consent import ConsentCard
from simulator.desktop.parts.keys import RETURN, press_marked
from simulator.desktop.parts.labels import label, wrapped
from simulator.desktop.parts.notice_bar import NoticeBar
from simulator.desktop.parts.own_voice_card import OwnVoiceCard
from simulator.desktop.parts.panes import Columns, bar, card, scrolling
from simulator.desktop.parts.policy_lists import PolicyLists
from simulator.desktop.parts.preflight_lines import PreflightLines
from simulator.desktop.parts.ring import Ring
from simulator.desktop.parts.top_bar import TopBar
from simulator.desktop.theme import Look
from simulator.screens.brief_screen import (
    UNCHECKED,
    BriefScreen,
    ReadyLine,
    readiness,
    with_line,
)
from simulator.screens.preferences import KeepSound

HEADSET = "A headset is assumed: over loudspeakers the microphone would hear the caller."


class BriefPage(QWidget):
    """The page before a call.

    Signals:
        back: to the home page.
        take: take the call; ask ``speaking()`` and ``keep_sound()`` how.
    """

    back = Signal()
    take = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("look", "page")
        self._lines: tuple[ReadyLine, ...] = ()
        self._coming: Iterator[ReadyLine] | None = None
        self._next_line = QTimer(self)
        self._next_line.setInterval(0)
        self._next_line.timeout.connect(self._check_next)
        back = KeyButton("Back", "Esc")
        back.clicked.connect(self.back)
        self._top = TopBar((back,), ())
        self._ring = Ring(look, "Caller", 64)
        self._caller, self._situation = wrapped("", "title"), wrapped()
        self._first, self._warning = NoticeBar("calm", "→"), NoticeBar("irritated", "▲")
        self._policy = PolicyLists(look)
        self._speak, self._type = QRadioButton("Speak, by headset"), QRadioButton("Type my replies")
        self._preflight, self._why_not, self._consent = PreflightLines(), NoticeBar("irritated", "▲"), ConsentCard()
        self.own_voice = OwnVoiceCard(look)
        self._problem = NoticeBar("furious", "✗")
        self._take = KeyButton("Take the call", "Enter", "primary", tall=True)
        self._lay_out()

    def show_screen(self, screen: BriefScreen, lines: Iterator[ReadyLine], keep_sound: KeepSound, speaking: bool) -> None:
        """Show a brief; the lines of the preflight are asked for one by one while the page is already there."""
        self._top.show_title(screen.title, screen.chips)
        self._ring.show_ring(0, screen.initials, "", "plain", screen.caller)
        self._caller.show_text(screen.caller)
        self._situation.show_text(screen.situation)
        self._first.show_sentence(screen.first)
        self._warning.show_sentence(screen.warning)
        self._policy.show_lists(screen.lists)
        self._problem.show_sentence("")
        self._consent.show_answer(keep_sound)
        self._lines = UNCHECKED  # what was missing the last time must not choose for this call
        (self._speak if speaking else self._type).setChecked(True)
        self.check(lines)

    def check(self, lines: Iterator[ReadyLine]) -> None:
        """Look at the machine anew."""
        self._lines, self._coming = UNCHECKED, lines
        self._next_line.start()
        self._show_readiness()

    def leave(self) -> None:
        """Stop looking at the machine."""
        self._next_line.stop()
        self._coming = None

    def speaking(self) -> bool:
        """Return whether the trainee wants to speak."""
        return self._speak.isChecked()

    def keep_sound(self) -> KeepSound:
        """Return the answer about the recording; empty while there is none."""
        return self._consent.answer()

    def show_problem(self, sentence: str) -> None:
        """Say why the call could not be started."""
        self._problem.show_sentence(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the call, Escape goes back."""
        if press_marked(event):
            return
        if event.key() in RETURN:
            self.own_voice.press_first() if self.own_voice.listening else self._try_to_take()
        elif event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        content = QWidget()
        body = QVBoxLayout(content)
        body.setContentsMargins(32, 24, 32, 24)
        body.setSpacing(16)
        columns = Columns(self._look, 860)
        columns.add(self._left(), 5)
        columns.add(self._right(), 3)
        body.addWidget(columns)
        body.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._top)
        self._area = scrolling(content, "Brief")
        self._area.verticalScrollBar().rangeChanged.connect(self._show_what_is_read)
        outer.addWidget(self._area, 1)
        outer.addWidget(self._bottom())

    def _left(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        who, inside = card(12)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._ring)
        head.addWidget(self._caller, 1)
        inside.addLayout(head)
        inside.addWidget(self._situation)
        inside.addWidget(self._first)
        inside.addWidget(self._warning)
        column.addWidget(who)
        column.addWidget(self._policy)
        column.addStretch()
        return side

    def _right(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._how())
        column.addWidget(self._consent)
        column.addWidget(self.own_voice)
        column.addStretch()
        return side

    def _how(self) -> QFrame:
        made, inside = card(8)
        inside.addWidget(label("How do you want to answer?", "strong", bold=True))
        group = QButtonGroup(self)
        for button in (self._speak, self._type):
            group.addButton(button)
            button.setAccessibleName(button.text())
            inside.addWidget(button)
        self._headset = wrapped(HEADSET, "small", "plain")
        inside.addWidget(self._headset)
        inside.addSpacing(4)
        inside.addWidget(self._preflight)
        inside.addWidget(self._why_not)
        self._speak.toggled.connect(self._show_readiness)
        return made

    def _bottom(self) -> QFrame:
        made, row = bar("bottombar")
        row.setContentsMargins(32, 12, 32, 12)
        row.addWidget(self._problem, 1)
        row.addStretch()
        self._take.clicked.connect(self._try_to_take)
        row.addWidget(self._take)
        return made

    def _check_next(self) -> None:
        line = next(self._coming, None) if self._coming is not None else None
        if line is None:
            self.leave()
        else:
            self._lines = with_line(self._lines, line)
        self._show_readiness()

    def _show_readiness(self) -> None:
        able = readiness(self._lines)
        self._speak.setEnabled(able.may_speak)
        if not able.may_speak and able.may_type and self._speak.isChecked():
            self._type.setChecked(True)
        self._preflight.show_lines(self._lines)
        self._why_not.show_sentence(able.sentence)
        self._headset.setVisible(self.speaking())
        self._consent.setVisible(self.speaking())
        if not self.speaking():
            self.own_voice.stop()  # nobody sees the card any more, so its microphone must not stay open
        self.own_voice.setVisible(self.speaking() and self.own_voice.isEnabled())
        self._take.setEnabled(able.may_speak if self.speaking() else able.may_type)

    def _show_what_is_read(self) -> None:
        """Bring the sentences into sight once their card has grown."""
        if self.own_voice.listening:
            self._area.ensureWidgetVisible(self.own_voice)

    def _try_to_take(self) -> None:
        if not self._take.isEnabled():
            return
        if self.speaking() and not self.keep_sound():
            self._consent.ask()
            self._problem.show_sentence("One answer first: may the recording be kept?")
            return
        self.take.emit()
