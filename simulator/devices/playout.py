"""What the caller's side of the line sounds like, sample by sample, and which samples were really played.

Pure arithmetic on a clock of samples: whoever pulls decides how fast time goes. A sound card's callback pulls in real time, the demo in
virtual time, and both get the same reports. Nothing here waits or locks: orders come in through a deque, reports go out through another,
and a deque's append and popleft are atomic. Everything pulled since the clock was reset also goes to the sink, silence included, so the
caller's track is what was played and not what was meant to be.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

#: Mono sound, 32-bit float, full scale 1.0.
Samples = NDArray[np.float32]
#: Takes what was played; must neither wait nor raise, it runs inside the sound card's callback.
Sink = Callable[[Samples], None]

#: A caller who is interrupted falls silent within this time.
FADE_MS = 30


@dataclass(frozen=True, slots=True)
class Started:
    """The first sample of a line was played."""

    line: int
    sample: int


@dataclass(frozen=True, slots=True)
class Finished:
    """A line is over; ``to_sample`` is the one after its last. A line that was never begun has no ``Started`` and no length."""

    line: int
    from_sample: int
    to_sample: int
    stopped_early: bool


Report = Started | Finished


@dataclass(slots=True)
class _Line:
    """A line on its way out."""

    line: int
    rest: Samples
    length: int
    from_sample: int = 0
    stopping: bool = False


@dataclass(frozen=True, slots=True)
class _Play:
    line: int
    samples: Samples


@dataclass(frozen=True, slots=True)
class _Stop:
    fade: int


@dataclass(frozen=True, slots=True)
class _ResetClock:
    sink: Sink | None


class Playout:
    """Plays one line after another into whoever pulls.

    ``pull`` belongs to one thread at a time; everything else may be called from anywhere.
    """

    def __init__(self, rate: int, sink: Sink | None = None) -> None:
        self.rate = rate
        self._sink = sink
        self._orders: deque[_Play | _Stop | _ResetClock] = deque()
        self._reports: deque[Report] = deque()
        self._waiting: deque[_Line] = deque()
        self._current: _Line | None = None
        self._position = 0
        self._counting = False
        self._resetting = False
        self._spoken = (0, 0)

    def play(self, line: int, samples: Samples) -> None:
        """Play these samples, at ``rate``, after whatever is playing now."""
        mono = np.ascontiguousarray(np.clip(samples, -1.0, 1.0), dtype=np.float32).reshape(-1)
        self._orders.append(_Play(line, mono))

    def stop(self, fade_ms: int = FADE_MS) -> None:
        """Fall silent: fade out the present line and drop those that wait; each is reported finished."""
        self._orders.append(_Stop(self.rate * fade_ms // 1000))

    def reset_clock(self, sink: Sink | None = None) -> None:
        """Make the next sample number 0 and hand everything from there on to the sink (the present one if None)."""
        self._resetting = True
        self._orders.append(_ResetClock(sink))

    def take_reports(self) -> tuple[Report, ...]:
        """Return what has happened since the last call, in order."""
        taken = []
        while self._reports:
            taken.append(self._reports.popleft())
        return tuple(taken)

    def position(self) -> int:
        """Return how many samples were played since the clock was reset; 0 from the order on, though the next pull obeys it."""
        return 0 if self._resetting else self._position

    def spoken_samples(self) -> int:
        """Return how many samples of the latest line have been played; stays there when it is over."""
        return self._spoken[0]

    def spoken_share(self) -> float:
        """Return how much of the latest line has been played, 0-1."""
        spoken, length = self._spoken
        return spoken / length if length else 0.0

    def pull(self, count: int) -> Samples:
        """Return the next samples, zeros where nobody speaks."""
        while self._orders:
            self._obey(self._orders.popleft())
        out = np.zeros(count, dtype=np.float32)
        filled = 0
        while (self._current or self._begin_next(filled)) and filled < count:
            filled += self._speak(out[filled:], filled)
        self._position += count
        if self._sink and self._counting:
            self._sink(out)
        return out

    def _obey(self, order: _Play | _Stop | _ResetClock) -> None:
        match order:
            case _Play(line, samples):
                self._waiting.append(_Line(line, samples, len(samples)))
            case _Stop(fade):
                self._stop(fade)
            case _ResetClock(sink):
                self._sink = sink or self._sink
                if self._current:
                    # A line that began before the call's sample 0 counts from there.
                    self._current.from_sample = 0
                self._position, self._counting, self._resetting = 0, True, False

    def _stop(self, fade: int) -> None:
        if (current := self._current) and not current.stopping:
            kept = current.rest[:fade]
            current.rest = kept * np.linspace(1.0, 0.0, len(kept), dtype=np.float32)
            current.stopping = True
            if not len(kept):
                self._finish(self._position)
        while self._waiting:
            dropped = self._waiting.popleft()
            self._reports.append(Finished(dropped.line, self._position, self._position, stopped_early=True))

    def _begin_next(self, filled: int) -> bool:
        """Begin the line that waits, if any; a line without samples is over at once."""
        while self._waiting:
            begun = self._current = self._waiting.popleft()
            begun.from_sample = self._position + filled
            self._spoken = (0, begun.length)
            self._reports.append(Started(begun.line, begun.from_sample))
            if len(begun.rest):
                return True
            self._finish(begun.from_sample)
        return False

    def _speak(self, room: Samples, filled: int) -> int:
        current = self._current
        assert current is not None
        count = min(len(room), len(current.rest))
        room[:count] = current.rest[:count]
        current.rest = current.rest[count:]
        self._spoken = (self._spoken[0] + count, current.length)
        if not len(current.rest):
            self._finish(self._position + filled + count)
        return count

    def _finish(self, at: int) -> None:
        current = self._current
        assert current is not None
        self._reports.append(Finished(current.line, current.from_sample, at, current.stopping))
        self._current = None
