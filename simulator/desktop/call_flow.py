"""One call on its way through the pages: ringing, call, marking, card.

Which page is shown follows from the stand of the call and from nothing else; the main window only puts it on top.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from simulator.desktop.bridge import Bridge
from simulator.desktop.call_page import CallPage
from simulator.desktop.services import FinishedCall
from simulator.desktop.theme import Look
from simulator.desktop.waiting_page import WaitingPage
from simulator.live.live_call import LiveCall
from simulator.scenario.model import Scenario
from simulator.screens.waiting_screen import waiting_screen


class CallFlow(QObject):
    """Owns the running call.

    Signals:
        finished: the card is there; take it with ``take_finished()``.
        left: the trainee did not take the call, or it could not begin.
        type_instead: the trainee wants to type, as speaking failed.
    """

    finished = Signal()
    left = Signal()
    type_instead = Signal()

    def __init__(self, look: Look, show_page: Callable[[QWidget], None]) -> None:
        super().__init__()
        self._show_page = show_page
        self._bridge = Bridge(self)
        self.waiting, self.page = WaitingPage(look), CallPage(look)
        self._call: LiveCall | None = None
        self._scenario: Scenario | None = None
        self._typed = self._keeps_sound = False
        self._stand = ""
        self.waiting.answer.connect(self._answer)
        self.waiting.leave.connect(self._leave)
        self.waiting.type_instead.connect(self.type_instead)

    @property
    def call(self) -> LiveCall | None:
        """Return the running call, if there is one."""
        return self._call

    @property
    def running(self) -> bool:
        """Return whether the timer turns."""
        return self._bridge.running

    def start(self, call: LiveCall, scenario: Scenario, typed: bool, keeps_sound: bool) -> None:
        """Ring."""
        self.close()
        self._call, self._scenario, self._typed, self._keeps_sound = call, scenario, typed, keeps_sound
        self._bridge.start(call, self._turned)
        self._turned(True)

    def take_finished(self) -> FinishedCall | None:
        """Return the call that is over and let go of it."""
        call = self._call
        if call is None or call.state is None or call.scorecard is None:
            return None
        done = FinishedCall(str(call.session or ""), call.state, call.scorecard)
        self.close()
        return done

    def close(self) -> None:
        """Stop the timer and the call in order."""
        self._bridge.stop()
        self.page.leave_call()
        call, self._call, self._stand = self._call, None, ""
        if call is not None:
            call.close()

    def _turned(self, changed: bool) -> None:
        call, scenario = self._call, self._scenario
        if call is None or scenario is None:
            return
        stand = call.stand
        if stand == "live":
            self._enter_call(call) if self._stand != stand else self.page.turned(changed)
        elif stand == "over":
            self._stand = stand
            self._bridge.stop()
            self.finished.emit()
        else:
            if self._stand == "live":
                self.page.leave_call()
            self.waiting.show_screen(waiting_screen(scenario, stand, call.progress, call.problem, self._typed))
            if self._stand != stand:
                self._show_page(self.waiting)
        self._stand = stand if self._call is not None else ""

    def _enter_call(self, call: LiveCall) -> None:
        self._show_page(self.page)
        self.page.take_call(call, self._typed, self._keeps_sound)

    def _answer(self) -> None:
        if self._call is not None and self._call.stand == "ringing":
            self._call.answer()

    def _leave(self) -> None:
        self.close()
        self.left.emit()
