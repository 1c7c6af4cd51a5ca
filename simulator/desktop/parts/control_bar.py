"""The buttons of a call, the microphone's level, and the field for typed replies."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from simulator.desktop.call_actions import SHOWN
from simulator.desktop.parts.buttons import KeyButton
from simulator.desktop.parts.flow import FlowLayout
from simulator.desktop.parts.keys import RETURN
from simulator.desktop.parts.labels import wrapped
from simulator.desktop.parts.meters import LevelMeter
from simulator.desktop.theme import Look
from simulator.screens.call_screen import Buttons
from simulator.transcript.literal import one_line


class ReplyField(QPlainTextEdit):
    """Where a reply is typed; Enter sends it, as nobody writes paragraphs to a caller.

    Signals:
        sent: Enter was pressed.
    """

    sent = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "field")
        self.setPlaceholderText("Type what you say to the caller")
        self.setAccessibleName("Your reply")
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.fit()

    def fit(self) -> None:
        """Be two lines high, whatever the size of the text."""
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 2 + 26)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send with Enter; leave Ctrl+Enter to the page, which sends as well."""
        if event.key() in RETURN and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.sent.emit()
        else:
            super().keyPressEvent(event)


class ControlBar(QFrame):
    """The bar at the bottom of a call.

    Signals:
        pressed: name of the action whose button was clicked.
        typed: a reply was typed; take it with ``take_reply()``.
    """

    pressed = Signal(str)
    typed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("look", "bottombar")
        self._look = look
        self._buttons = {name: KeyButton(words, SHOWN[name][0], tall=True) for name, words in _WORDS}
        self._end = KeyButton("End call", "Esc Esc", "danger", tall=True)
        self._send = KeyButton("Send", "Ctrl+Enter", "primary", tall=True)
        self._reply = ReplyField()
        self._reply.sent.connect(self.typed)
        self._microphone = wrapped("", "small", "plain")
        self._meter = LevelMeter(look)
        self._typing, self._mic, self._flow_host = QWidget(), QWidget(), QWidget()
        self._lay_out()
        self._connect()
        look.changed.connect(self._reply.fit)

    def show_kind(self, typed: bool, microphone: str) -> None:
        """Be the bar of a typed or of a spoken call."""
        self._is_typed = typed
        self._typing.setVisible(typed)
        self._mic.setVisible(not typed)
        self._buttons["done"].setVisible(not typed)
        self._buttons["mute"].setVisible(not typed)
        self._reply.clear()
        self._microphone.show_text(f"Your microphone · {one_line(microphone)}" if microphone else "Your microphone")
        self.show_keys(typed)

    def show_buttons(self, buttons: Buttons) -> None:
        """Show what the buttons do at present."""
        self._buttons["hold"].show_words(buttons.hold)
        self._buttons["mute"].show_words(buttons.mute)
        self._buttons["done"].setEnabled(buttons.may_finish)
        self._send.setEnabled(buttons.may_finish)
        self._buttons["hold"].setEnabled(buttons.may_hold)
        self._buttons["transfer"].setEnabled(buttons.may_act)
        self._buttons["mute"].setEnabled(buttons.may_act)

    def show_keys(self, writing: bool) -> None:
        """Show the keys that act at present: others while a text field has the focus."""
        for name, button in self._buttons.items():
            button.show_key(SHOWN[name][1 if writing else 0])

    def show_level(self, level: int) -> None:
        """Show the microphone's level, 0-100."""
        self._meter.show_level(level)

    def arm_end(self, on: bool) -> None:
        """Say that one more Escape ends the call."""
        self._end.show_words("Press Esc again to end" if on else "End call")
        self._end.show_key("" if on else "Esc Esc")
        self._end.arm(on)

    def take_reply(self) -> str:
        """Return the typed reply and empty the field; the focus stays there."""
        text = self._reply.toPlainText().strip()
        if text:
            self._reply.clear()
        return text

    def write(self) -> None:
        """Put the cursor into the field for replies."""
        self._reply.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(12)
        typing = QHBoxLayout(self._typing)
        typing.setContentsMargins(0, 0, 0, 0)
        typing.setSpacing(12)
        typing.addWidget(self._reply, 1)
        typing.addWidget(self._send, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(self._typing)
        row = QHBoxLayout()
        row.setSpacing(12)
        mic = QVBoxLayout(self._mic)
        mic.setContentsMargins(0, 0, 0, 0)
        mic.setSpacing(4)
        mic.addWidget(self._microphone)
        mic.addWidget(self._meter)
        flow = FlowLayout(12)
        for button in self._buttons.values():
            flow.addWidget(button)
        self._flow_host.setLayout(flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._flow_host.setSizePolicy(policy)
        row.addWidget(self._mic, 1)
        row.addWidget(self._flow_host, 2, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._end, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)

    def _connect(self) -> None:
        for name, button in (*self._buttons.items(), ("end", self._end)):
            button.setObjectName(name)
            button.clicked.connect(self._press)
        self._send.clicked.connect(self.typed)

    def _press(self) -> None:
        self.pressed.emit(self.sender().objectName())


_WORDS = (("done", "Done speaking"), ("hold", "Hold"), ("transfer", "Transfer"), ("mute", "Mute"))
