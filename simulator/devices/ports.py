"""What a call needs of the outside world, as protocols: a mouth, ears, and a clock.

The conductor knows only these. Real devices, the demo's virtual time and the tests' pretend devices stand behind them alike. A device
never calls the engine: it puts happenings of ``call.events`` into the inbox.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class VoiceName:
    """A voice that is there."""

    name: str
    engine: str
    language: str
    sex: str
    age: str = "adult"


class Clock(Protocol):
    """Milliseconds since the call was answered."""

    def now_ms(self) -> int:
        """Return the time of the call."""


class Mouth(Protocol):
    """Says the caller's lines."""

    def prepare(self, text: str, mood: str) -> None:
        """Render a likely line ahead of need; returns at once."""

    def speak(self, line: int, text: str, mood: str) -> None:
        """Say the line; reports ``LineStarted`` and ``LineFinished``."""

    def stop(self) -> None:
        """Fall silent within 30 ms; the line that was being said is reported finished."""

    def close(self) -> None:
        """End the voice's process and the stream."""


class Ears(Protocol):
    """Hears the trainee."""

    def finish_utterance(self) -> None:
        """Report ``TraineeTurn`` with everything heard since the last one."""

    def interim(self) -> str:
        """Return the unfinished recognition, for the eye only."""

    def level(self) -> int:
        """Return the present loudness in dBFS, -90 to 0."""

    def mute(self, on: bool) -> None:
        """Hear zeros while on."""

    def close(self) -> None:
        """End the recogniser's process and the stream."""
