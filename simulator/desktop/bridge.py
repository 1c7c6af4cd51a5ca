"""The timer that turns the running call's handle on the GUI thread.

The conductor has no thread of its own and no signal crosses a thread: every 15 ms it takes what devices have put into its
inbox, and the page is told whether the engine's state changed. That delay is below what anybody notices in a conversation.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

from simulator.live.live_call import LiveCall

TURN_EVERY_MS = 15


class Bridge(QObject):
    """Turns one call at a time."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._call: LiveCall | None = None
        self._show: Callable[[bool], None] | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TURN_EVERY_MS)
        self._timer.timeout.connect(self.turn)

    @property
    def running(self) -> bool:
        """Return whether the timer runs."""
        return self._timer.isActive()

    def start(self, call: LiveCall, show: Callable[[bool], None]) -> None:
        """Turn this call from now on; ``show`` is told after each turn whether the state changed."""
        self._call, self._show = call, show
        self._timer.start()

    def turn(self) -> None:
        """Turn the handle once and show what came of it."""
        if self._call is not None and self._show is not None:
            self._show(self._call.turn())

    def stop(self) -> None:
        """Let go of the call without closing it."""
        self._timer.stop()
        self._call = self._show = None
