"""Devices without sound: a clock that is turned by hand, a mouth that only shows its lines, ears for typed words.

Typed calls run on them; so do tests. The caller's line takes the time that it would take to say it, on a clock that moves only when the
next reply is typed, so a person may think as long as they like.
"""

from __future__ import annotations

from collections.abc import Callable

from simulator.call.events import Happening, LineFinished, LineStarted

#: A caller says about 170 words a minute.
WORD_MS = 350
#: Even one word comes with a breath; ``/interrupt`` begins 1.5 s before a line's end.
LEAST_LINE_MS = 2_000


class HandClock:
    """Time of the call, moved by hand."""

    def __init__(self) -> None:
        self._now = 0

    def now_ms(self) -> int:
        """Return the time of the call."""
        return self._now

    def move_to(self, ms: int) -> None:
        """Move the clock forward to this time; it never goes back."""
        self._now = max(self._now, ms)


class SilentMouth:
    """Shows lines and says nothing; a line takes the time of its words."""

    def __init__(self, clock: HandClock, report: Callable[[Happening], None]) -> None:
        self._clock = clock
        self._report = report

    def prepare(self, text: str, mood: str) -> None:
        """Do nothing: a caption needs no rendering."""

    def speak(self, line: int, text: str, mood: str) -> None:
        """Report the line as said at once, with the time that saying it takes."""
        begin = self._clock.now_ms()
        self._clock.move_to(begin + max(LEAST_LINE_MS, WORD_MS * len(text.split())))
        self._report(LineStarted(line, begin))
        self._report(LineFinished(line, begin, self._clock.now_ms()))

    def stop(self) -> None:
        """Do nothing: the line is over already."""

    def close(self) -> None:
        """Do nothing."""


class NoEars:
    """Ears of a typed call: replies come from the keyboard."""

    def finish_utterance(self) -> None:
        """Do nothing."""

    def interim(self) -> str:
        """Return nothing."""
        return ""

    def level(self) -> int:
        """Return silence, -90 dBFS."""
        return -90

    def mute(self, on: bool) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing."""
