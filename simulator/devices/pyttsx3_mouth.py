"""How the caller's lines reach the loudspeaker: rendered in the voice's process, played by our own stream, reported sample by sample.

A line begins when its first sample was played and ends with its last; pyttsx3 itself never plays. What cannot be rendered is shown as a
caption for as long as reading it takes and reported as ``silent``: a broken voice never stops a call. Whoever turns the handle calls
``poll`` (live every 15 ms, the demo at every step of its own time).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from simulator.call.events import Happening, LineFinished, LineStarted
from simulator.devices.playout import Playout, Started
from simulator.devices.rendered_line import LineRequest, Rendered
from simulator.devices.voice_process import Patience, VoiceProcess
from simulator.problems import Problem
from simulator.transcript.caption import caption

__all__ = ["CallerMouth", "LineRequest", "Patience", "Rendered", "VoiceProcess"]

#: Reading a caption, ms a character and at least.
READING_MS = 60
LEAST_READING_MS = 1_200


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is to be said."""

    line: int
    text: str
    mood: str


@dataclass(frozen=True, slots=True)
class _Silent:
    """A line that is only shown, and until when."""

    line: int
    from_ms: int
    due_ms: int


class CallerMouth:
    """The caller's mouth (``ports.Mouth``) over a voice process and a playout.

    With ``wait`` a line is rendered before ``speak`` returns: in the demo's own time, which stands still meanwhile.
    """

    def __init__(
        self,
        process: VoiceProcess,
        playout: Playout,
        report: Callable[[Happening], None],
        *,
        wait: bool = False,
        close_stream: Callable[[], None] | None = None,
    ) -> None:
        self._process = process
        self._playout = playout
        self._report = report
        self._wait = wait
        self._close_stream = close_stream
        self._wanted: deque[_Line] = deque()
        self._playing: dict[int, tuple[_Line, Rendered]] = {}
        self._silent: _Silent | None = None
        #: What is being played, and how much of the latest line was spoken when nothing is.
        self._speaking: tuple[_Line, Rendered] | None = None
        self._share = 1.0
        self._now_ms = 0

    @property
    def problem(self) -> Problem | None:
        """Return what is the matter with the voice at present, if anything."""
        return self._process.problem

    def prepare(self, text: str, mood: str) -> None:
        """Render a likely line ahead of need; returns at once."""
        self._process.prepare(text, mood)

    def speak(self, line: int, text: str, mood: str) -> None:
        """Say the line after those that were asked for before it."""
        self._wanted.append(_Line(line, text, mood))
        self._share = 0.0
        if self._wait:
            self._process.line(text, mood)
        else:
            self._process.want(text, mood)
        self._move_on()

    def stop(self) -> None:
        """Fall silent; every line that was being said, or was about to be, is reported finished."""
        self._playout.stop()
        waiting, self._wanted = self._wanted, deque()
        if self._silent:
            self._end_silent(self._now_ms)
        for wanted in waiting:
            self._report(LineFinished(wanted.line, self._now_ms, self._now_ms))

    def poll(self, now_ms: int) -> None:
        """Take the time and what has happened since: pass on reports, begin lines whose sound has come."""
        self._now_ms = max(self._now_ms, now_ms)
        self._process.turn()
        self._pass_on_reports()
        if self._silent and self._now_ms >= self._silent.due_ms:
            self._end_silent(self._silent.due_ms)
        self._move_on()

    def spoken_share(self) -> float:
        """Return how much of the latest line's text has been spoken, 0-1, whole words; 0 until it begins, 1 once it is over."""
        return self._share_so_far() if self._speaking else self._share

    def close(self) -> None:
        """End the voice's process and the stream."""
        self._process.close()
        if self._close_stream is not None:
            self._close_stream()

    def _move_on(self) -> None:
        """Begin the lines whose turn it is: sound into the playout, what failed as a caption once it is quiet."""
        while self._wanted and not self._silent:
            wanted = self._wanted[0]
            found = self._process.look(wanted.text, wanted.mood)
            if found == "waiting" or (found == "failed" and self._playing):
                return
            self._wanted.popleft()
            if isinstance(found, str):
                self._begin_silent(wanted)
            else:
                self._playing[wanted.line] = (wanted, found)
                self._playout.play(wanted.line, found.sound(self._playout.rate))

    def _pass_on_reports(self) -> None:
        for report in self._playout.take_reports():
            if isinstance(report, Started):
                self._speaking = self._playing.get(report.line)
                self._report(LineStarted(report.line, self._ms(report.sample)))
            else:
                more_to_come = bool(self._wanted) or len(self._playing) > 1
                self._share = 0.0 if more_to_come else self._share_so_far() if report.stopped_early else 1.0
                self._speaking = None
                self._playing.pop(report.line, None)
                self._report(LineFinished(report.line, self._ms(report.from_sample), self._ms(report.to_sample)))

    def _share_so_far(self) -> float:
        if self._speaking is None:
            return self._share
        wanted, rendered = self._speaking
        ms = self._ms(self._playout.spoken_samples())
        return min(1.0, rendered.characters_spoken(ms) / max(1, len(wanted.text.rstrip())))

    def _begin_silent(self, wanted: _Line) -> None:
        reading = max(LEAST_READING_MS, READING_MS * len(caption(wanted.text)))
        self._silent = _Silent(wanted.line, self._now_ms, self._now_ms + reading)
        self._share = 1.0
        self._report(LineStarted(wanted.line, self._now_ms))

    def _end_silent(self, at_ms: int) -> None:
        silent, self._silent = self._silent, None
        if silent:
            self._report(LineFinished(silent.line, silent.from_ms, at_ms, silent=True))

    def _ms(self, sample: int) -> int:
        return sample * 1000 // self._playout.rate
