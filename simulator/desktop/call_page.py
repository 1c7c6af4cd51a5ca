"""The call: caller, transcript and desk side by side, and the buttons with their keys.

Single keys act only while no text field has the focus: a field gets its keys first because Qt offers them there first, and a
button that is marked gets Space. Nothing opens over the call; what disturbs it stands in a quiet bar.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from simulator.call.events import NotesChanged
from simulator.desktop.call_actions import FUNCTION_KEYS, SINGLE_KEYS, happening_of
from simulator.desktop.models.transcript_model import TranscriptModel
from simulator.desktop.parts.buttons import KeyButton
from simulator.desktop.parts.caller_panel import CallerPanel
from simulator.desktop.parts.control_bar import ControlBar
from simulator.desktop.parts.desk_panel import DeskPanel
from simulator.desktop.parts.keys import RETURN, press_marked, single_key, writing
from simulator.desktop.parts.labels import chip, label
from simulator.desktop.parts.notice_bar import NoticeBar
from simulator.desktop.parts.top_bar import TopBar
from simulator.desktop.parts.transcript import TranscriptView
from simulator.desktop.theme import Look
from simulator.live.live_call import LiveCall
from simulator.screens.call_screen import CallScreen, call_screen, pulse_of
from simulator.screens.transcript_lines import bubbles

#: A second Escape within this time ends the call.
ESCAPE_AGAIN_MS = 2_000
#: Width of the caller's and of the desk's column in the drawn targets, and the share of the window that they may take.
_CALLER, _DESK, _MOST = 260, 316, 0.29
#: Below this width (at full size of text) the top bar says less.
_ROOMY = 1000


class CallPage(QWidget):
    """The page of a running call.

    Signals:
        state_shown: the page was brought up to date.
    """

    state_shown = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("look", "page")
        self._call: LiveCall | None = None
        self._screen: CallScreen | None = None
        self._keeps_sound = False
        self._noted = ""
        self._recording, self._clock = chip("", "furious"), label("00:00", "strong", bold=True)
        self._pause = KeyButton("Pause", "F8")
        self._top = TopBar((), (self._recording, self._clock, self._pause))
        self._notice = NoticeBar("irritated", "▲")
        self._caller, self._desk = CallerPanel(look), DeskPanel(look)
        self._model, self._transcript = TranscriptModel(), TranscriptView(look)
        self._transcript.show_model(self._model)
        self._hint = label("", tone="plain")
        self._hint.setWordWrap(True)
        self._controls = ControlBar(look)
        self._escape = QTimer(self)
        self._escape.setSingleShot(True)
        self._escape.setInterval(ESCAPE_AGAIN_MS)
        self._lay_out()
        self._connect()

    def take_call(self, call: LiveCall, typed: bool, keeps_sound: bool) -> None:
        """Show this call from now on."""
        self._call, self._screen = call, None
        self._desk.clear_notes()
        self._noted = ""
        self._controls.show_kind(typed, call.microphone)
        self._controls.arm_end(False)
        self._keeps_sound = keeps_sound
        self._recording.set_tone("furious" if keeps_sound else "plain")
        self._measure()
        self._clock.setVisible(not typed)
        self.turned(True)
        if typed:
            self._controls.write()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_call(self) -> None:
        """Let go of the call, with the last notes reported."""
        if self._call is not None and self._call.stand == "live":
            self._report_notes()
        self._escape.stop()
        self._call = None

    def turned(self, changed: bool) -> None:
        """Show what has become of the call since the last turn of its handle."""
        call = self._call
        if call is None or call.state is None:
            return
        pulse = pulse_of(call.now_ms(), call.level(), call.interim(), call.spoken_share())
        if changed or self._screen is None:
            self._show(call_screen(call.state))
            self._model.show_bubbles(bubbles(call.state))
        self._model.show_spoken(pulse.spoken)
        self._model.show_interim(pulse.interim)
        self._clock.show_text(pulse.clock)
        self._controls.show_level(pulse.level)
        self._notice.show_problem(call.problem)

    def act(self, action: str) -> None:
        """Report a button or key to the call."""
        call, screen = self._call, self._screen
        if call is None or call.state is None or screen is None or not _allowed(action, screen):
            return
        self._disarm()
        if action == "end":
            self._report_notes()
        call.press(happening_of(action, call.state))

    def send(self) -> None:
        """Give the typed reply to the call; in a spoken call Ctrl+Enter is done speaking."""
        call, screen = self._call, self._screen
        if call is None or screen is None or not screen.buttons.may_finish:
            return
        if not screen.typed:
            self.act("done")
        elif text := self._controls.take_reply():
            call.type_reply(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the keys that nobody before the page wanted."""
        if event.key() in RETURN and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.send()
        elif event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self._press_escape()
        elif event.key() in FUNCTION_KEYS and not event.isAutoRepeat():
            self.act(FUNCTION_KEYS[event.key()])
        elif press_marked(event):
            return
        elif event.key() in SINGLE_KEYS and single_key(event) and not writing(QApplication.focusWidget()):
            self.act(SINGLE_KEYS[event.key()])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for the transcript in a narrow window or with large text."""
        super().resizeEvent(event)
        self._measure()

    def _show(self, screen: CallScreen) -> None:
        before, self._screen = self._screen, screen
        if before is None or before.chips != screen.chips:
            self._top.show_title(screen.title, screen.chips)
        self._caller.show_caller(screen)
        self._desk.show_desk(screen)
        self._controls.show_buttons(screen.buttons)
        self._pause.show_words(screen.buttons.pause)
        self._pause.setEnabled(screen.buttons.may_pause)
        self._hint.show_text(screen.hint)
        self._hint.set_tone(None if screen.your_turn else "plain")
        self.state_shown.emit()

    def _lay_out(self) -> None:
        middle = QFrame()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(8)
        column.addWidget(self._transcript, 1)
        hint = QHBoxLayout()
        hint.setContentsMargins(28, 0, 28, 0)
        hint.addWidget(self._hint)
        column.addLayout(hint)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._caller)
        body.addWidget(middle, 1)
        body.addWidget(self._desk)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._top)
        outer.addWidget(self._notice)
        outer.addLayout(body, 1)
        outer.addWidget(self._controls)

    def _connect(self) -> None:
        self._pause.setObjectName("pause")
        self._pause.clicked.connect(self._press_pause)
        self._controls.pressed.connect(self.act)
        self._controls.typed.connect(self.send)
        self._desk.noted.connect(self._report_notes)
        self._escape.timeout.connect(self._disarm)
        self._look.changed.connect(self._retheme)
        self._look.app.focusChanged.connect(self._focus_moved)

    def _press_pause(self) -> None:
        self.act("pause")

    def _press_escape(self) -> None:
        if self._escape.isActive():
            self.act("end")
        else:
            self._escape.start()
            self._controls.arm_end(True)

    def _disarm(self) -> None:
        self._escape.stop()
        self._controls.arm_end(False)

    def _report_notes(self) -> None:
        """Report the notes if they are other than last time."""
        notes = self._desk.notes()
        if self._call is not None and notes != self._noted:
            self._noted = notes
            self._call.press(NotesChanged(notes))

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isVisible():
            self._controls.show_keys(writing(new))

    def _retheme(self) -> None:
        self._measure()
        self._screen = None

    def _measure(self) -> None:
        roomy = self.width() >= self._look.pixels(_ROOMY)
        kept = "● Recording stays on this computer" if self._keeps_sound else "Only the transcript is kept"
        short = "● Recording" if self._keeps_sound else "Transcript only"
        self._recording.show_text(kept if roomy else short, kept)
        self._top.make_room()
        for panel, wide in ((self._caller, _CALLER), (self._desk, _DESK)):
            panel.setFixedWidth(round(min(self._look.pixels(wide), self.width() * _MOST)))


def _allowed(action: str, screen: CallScreen) -> bool:
    buttons = screen.buttons
    allowed = {
        "done": buttons.may_finish and not screen.typed,
        "hold": buttons.may_hold,
        "pause": buttons.may_pause,
        "end": True,
    }
    allowed["mute"] = buttons.may_act and not screen.typed
    return allowed.get(action, buttons.may_act)
