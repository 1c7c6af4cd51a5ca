"""Two sentences to read before a call: a quiet card that can be left out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from simulator.desktop.parts.buttons import KeyButton
from simulator.desktop.parts.labels import label, wrapped
from simulator.desktop.parts.meters import LevelMeter, ScoreBar
from simulator.desktop.parts.notice_bar import NoticeBar
from simulator.desktop.theme import Look
from simulator.screens.own_voice_screen import TITLE, Act, OwnVoiceScreen


class OwnVoiceCard(QFrame):
    """The step as a card.

    Signals:
        pressed: a button; ask ``wanted``.
    """

    pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.wanted: Act = "begin"
        self._buttons: tuple[tuple[Act, str], ...] = ()
        self._words, self._privacy = wrapped("", tone="plain"), wrapped("", "small", "plain")
        self._problem = NoticeBar("irritated", "◐")
        self._sentences = (wrapped("", "strong"), wrapped("", "strong"))
        self._progress, self._meter = ScoreBar(look, "How much was read", 0, "calm"), LevelMeter(look)
        self._first, self._second = KeyButton(""), KeyButton("", look="link")
        self._how_far = QWidget()
        self._lay_out()

    def show_screen(self, screen: OwnVoiceScreen) -> None:
        """Show the step as it stands."""
        self._words.show_text(screen.words)
        self._problem.show_sentence(screen.problem)
        for shown, sentence in zip(self._sentences, (*screen.sentences, "", ""), strict=False):
            shown.show_text(sentence)
            shown.setVisible(bool(sentence))
        self._how_far.setVisible(screen.progress >= 0)
        self._progress.setValue(max(0, screen.progress))
        self._progress.setAccessibleName(f"How much was read, {max(0, screen.progress)} of 100")
        self._meter.show_level(screen.level)
        self._privacy.show_text(screen.privacy)
        self._privacy.setVisible(bool(screen.privacy))
        self._show_buttons(screen.buttons)

    @property
    def listening(self) -> bool:
        """Return whether the sentences are being read."""
        return self._buttons[:1] == (("finish", self._first.words()),)

    def press_first(self) -> None:
        """Press the first button by a key."""
        self._first.click()

    def stop(self) -> None:
        """Stop a reading that is no longer wanted."""
        if self.listening:
            self._second.click()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(label(TITLE, "strong", bold=True))
        for part in (self._words, self._problem, *self._sentences):
            column.addWidget(part)
        far = QHBoxLayout(self._how_far)
        far.setContentsMargins(0, 4, 0, 4)
        far.setSpacing(12)
        far.addWidget(self._progress, 1)
        far.addWidget(self._meter)
        column.addWidget(self._how_far)
        row = QHBoxLayout()
        row.setSpacing(12)
        for button in (self._first, self._second):
            row.addWidget(button)
            button.clicked.connect(self._press)
        row.addStretch()
        column.addLayout(row)
        column.addWidget(self._privacy)

    def _show_buttons(self, buttons: tuple[tuple[Act, str], ...]) -> None:
        if buttons == self._buttons:
            return
        self._buttons = buttons
        for number, button in enumerate((self._first, self._second)):
            there = number < len(buttons)
            button.show_words(buttons[number][1] if there else "")
            button.setVisible(there)

    def _press(self) -> None:
        number = 0 if self.sender() is self._first else 1
        self.wanted = self._buttons[number][0]
        self.pressed.emit()
