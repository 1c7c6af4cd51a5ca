"""What a window (or a terminal) sees of a running call.

The conductor behind it has no thread of its own: whoever shows the call turns its handle with ``turn()`` - a timer on the GUI thread,
a loop in a terminal. Nothing here blocks for longer than a few milliseconds except ``close``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, Protocol

from simulator.call.events import Happening
from simulator.call.state import CallState
from simulator.problems import Problem
from simulator.scoring.finding import Scorecard

#: ``preparing``: model and voice are loading while the telephone rings; ``ringing``: ready to be answered; ``live``: answered;
#: ``marking``: hung up, tracks are being packed and the card is made; ``over``: the scorecard is there; ``failed``: see ``problem``.
Stand = Literal["preparing", "ringing", "live", "marking", "over", "failed"]


class LiveCall(Protocol):
    """One call from the first ring to the scorecard."""

    @property
    def stand(self) -> Stand:
        """Return where the call stands."""

    @property
    def progress(self) -> tuple[float, str]:
        """Return how far preparing or marking is (0-1) and a few words on what is being done."""

    @property
    def problem(self) -> Problem | None:
        """Return what stops or disturbs the call at present, if anything; it is shown in the window, never in a dialog."""

    @property
    def state(self) -> CallState | None:
        """Return the engine's state; None before the call is answered."""

    @property
    def scorecard(self) -> Scorecard | None:
        """Return the card once the call is over."""

    @property
    def session(self) -> Path | None:
        """Return the session's folder once the call is answered."""

    @property
    def microphone(self) -> str:
        """Return the microphone's name for the level meter; empty in a typed call."""

    def answer(self) -> None:
        """Pick up; allowed when ``ringing``."""

    def press(self, happening: Happening) -> None:
        """Report a button: ``HangUpPressed()``, ``HoldPressed()``, ``DonePressed()``, ``MutePressed(True)``, ..."""

    def type_reply(self, text: str) -> None:
        """Give a typed reply, or a slash command of the command line (typed calls)."""

    def turn(self) -> bool:
        """Take what has happened since; return True when the state changed."""

    def now_ms(self) -> int:
        """Return the time of the call."""

    def interim(self) -> str:
        """Return what the recogniser hears at this moment, for the eye only."""

    def level(self) -> int:
        """Return the microphone's loudness, -90 to 0 dBFS."""

    def spoken_share(self) -> float:
        """Return how much of the caller's present line has been played, 0-1, by words (for the caption)."""

    def close(self) -> None:
        """Stop everything in order; the session is on disk already."""
