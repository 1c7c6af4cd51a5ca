"""The voice in a process of its own: what is asked of it, in which order, and what becomes of a child that dies or hangs.

There is no thread here: whoever owns it turns its handle (``turn``, or ``line``, which waits). The child renders one line at a time; a
line that is needed now goes before those prepared. Every line has a deadline by its length, the first one a longer one because the voice
is loaded for it. A child that dies is replaced and the line tried once more; one that hangs is killed, replaced, and its line is lost -
said so, never raised into the call.
"""

from __future__ import annotations

import contextlib
import tempfile
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, cast

from simulator.devices.child_process import ChildProcess, ProcessGone
from simulator.devices.line_cache import LineCache
from simulator.devices.ports import VoiceName
from simulator.devices.rendered_line import LineRequest, Rendered, wordless
from simulator.devices.voices.child import serve
from simulator.devices.voices.word_times import WordTime
from simulator.problems import Problem

#: Rendered lines kept in memory (about 10 MB).
MOST_KEPT = 64
#: Prepared lines that wait; older wishes are forgotten first.
MOST_PREPARED = 24
#: So many losses without a line between them, and the voice is given a rest.
MOST_LOSSES = 3
REST_S = 30.0
#: While waiting for the child the pipe is looked at this often.
LONGEST_WAIT_S = 0.1
#: An idle child ends by itself within this time.
GOODBYE_S = 1.0

Stand = Literal["waiting", "failed"]


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a line may take, in seconds."""

    least: float = 3.0
    #: hibari needs 0.003 s a character on a free core.
    per_character: float = 0.03
    #: The first line of a child waits for the voice to be loaded.
    start: float = 25.0

    def for_line(self, text: str, first: bool) -> float:
        """Return the seconds that this line may take."""
        return max(self.least, self.per_character * len(text)) + (self.start if first else 0.0)


@dataclass(frozen=True, slots=True)
class _InFlight:
    """The line that the child is rendering."""

    number: int
    request: LineRequest
    attempt: int
    due: float


class VoiceProcess:
    """Renders lines in a child. Owned by one thread."""

    def __init__(
        self,
        voice: VoiceName,
        pace: str = "normal",
        cache: LineCache | None = None,
        patience: Patience | None = None,
        prelude: Callable[[], None] | None = None,
    ) -> None:
        self.voice = voice
        self.pace = pace
        self.problem: Problem | None = None
        self._cache = cache
        self._patience = patience or Patience()
        self._prelude = prelude
        self._child: ChildProcess | None = None
        #: The child's folder for passing files, cleared up here because a killed child cannot.
        self._room: tempfile.TemporaryDirectory[str] | None = None
        self._answered = False
        self._now: list[tuple[LineRequest, int]] = []
        self._prepared: list[tuple[LineRequest, int]] = []
        self._in_flight: _InFlight | None = None
        self._kept: OrderedDict[LineRequest, Rendered] = OrderedDict()
        self._failed: set[LineRequest] = set()
        self._number = self._losses = 0
        self._rest_until = 0.0
        self._closed = False

    @property
    def pid(self) -> int:
        """Return the child's process number, 0 when there is none."""
        return self._child.pid if self._child else 0

    def prepare(self, text: str, mood: str) -> None:
        """Render a likely line when nothing is needed now; returns at once."""
        request = self._request(text, mood)
        if self._pending(request) or self._known(request):
            return
        self._prepared.append((request, 1))
        del self._prepared[:-MOST_PREPARED]
        self.turn()

    def want(self, text: str, mood: str) -> None:
        """Ask for a line that is needed now; ``look`` says when it is there."""
        request = self._request(text, mood)
        self._failed.discard(request)
        if self._known(request):
            return
        self._prepared = [(waiting, attempt) for waiting, attempt in self._prepared if waiting != request]
        if all(waiting != request for waiting, _ in self._now):
            self._now.append((request, 1))
        self.turn()

    def look(self, text: str, mood: str) -> Rendered | Stand:
        """Return the line if it is there, else whether it is still to come; never waits."""
        request = self._request(text, mood)
        if rendered := self._kept.get(request) or wordless(text):
            return rendered
        if request in self._failed or self._closed:
            return "failed"
        if not self._pending(request):
            # It was pushed out of memory by lines that came after it.
            self.want(text, mood)
        return self._kept.get(request, "waiting")

    def line(self, text: str, mood: str, timeout: float = 60.0) -> Rendered | None:
        """Return the line, waiting up to ``timeout`` seconds for it; None when it cannot be had."""
        self.want(text, mood)
        deadline = time.monotonic() + timeout
        while (found := self.look(text, mood)) == "waiting":
            left = deadline - time.monotonic()
            if left <= 0:
                self._give_up(self._request(text, mood))
                return None
            self.turn(min(left, LONGEST_WAIT_S))
        return found if isinstance(found, Rendered) else None

    def turn(self, timeout: float = 0.0) -> None:
        """Take the answers that are there (waiting ``timeout`` seconds for the first), hand on the next line, mind the deadline."""
        self._hand_on()
        if self._child is None or self._closed:
            return
        try:
            while (answer := self._child.receive(timeout)) is not None:
                timeout = 0.0
                self._take(answer)
        except ProcessGone as error:
            self._lost(str(error), try_again=True)
        if self._in_flight and time.monotonic() > self._in_flight.due:
            self._lost("it did not answer in time", try_again=False)
        self._hand_on()

    def close(self) -> None:
        """End the child."""
        self._closed = True
        child, busy = self._child, self._in_flight is not None or not self._answered
        self._child = self._in_flight = None
        if child is not None:
            with contextlib.suppress(ProcessGone):
                child.send(("end",))
            # One that is in the middle of something may hang: there is nothing in it that a kill could spoil.
            self._end(child, patience=0.0 if busy else GOODBYE_S)

    def _request(self, text: str, mood: str) -> LineRequest:
        return LineRequest(text, self.voice, mood, self.pace)

    def _known(self, request: LineRequest) -> bool:
        """Return whether the line needs no rendering (any more), looking into memory, the disk and the child's hands."""
        if request in self._kept:
            self._kept.move_to_end(request)
            return True
        if wordless(request.text) or (self._in_flight and self._in_flight.request == request):
            return True
        stored = self._cache.get(request) if self._cache else None
        if stored:
            self._keep(request, stored)
        return stored is not None

    def _keep(self, request: LineRequest, rendered: Rendered) -> None:
        self._kept[request] = rendered
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)

    def _pending(self, request: LineRequest) -> bool:
        """Return whether the line waits or is in the child's hands."""
        if self._in_flight and self._in_flight.request == request:
            return True
        return any(waiting == request for waiting, _ in (*self._now, *self._prepared))

    def _give_up(self, request: LineRequest) -> None:
        self._failed.add(request)
        self._now = [(waiting, attempt) for waiting, attempt in self._now if waiting != request]

    def _hand_on(self) -> None:
        """Give the idle child the most urgent line."""
        if self._in_flight or self._closed or not (self._now or self._prepared):
            return
        if time.monotonic() < self._rest_until:
            self._fail_all()
            return
        try:
            child = self._child or self._start()
            request, attempt = (self._now or self._prepared).pop(0)
            self._number += 1
            due = time.monotonic() + self._patience.for_line(request.text, first=not self._answered)
            self._in_flight = _InFlight(self._number, request, attempt, due)
            child.send(("render", self._number, request.text, request.voice, request.mood, request.pace))
        except (ProcessGone, OSError) as error:
            self._lost(str(error), try_again=True)

    def _start(self) -> ChildProcess:
        self._room = tempfile.TemporaryDirectory(prefix="voice-", ignore_cleanup_errors=True)
        self._child = ChildProcess("voice", serve, self._room.name, self._prelude)
        self._answered = False
        return self._child

    def _end(self, child: ChildProcess, patience: float = 0.0) -> None:
        child.end(patience)
        if self._room:
            self._room.cleanup()

    def _take(self, answer: tuple[object, ...]) -> None:
        current = self._in_flight
        if answer[0] == "ready" or current is None or answer[1] != current.number:
            return
        self._in_flight = None
        self._answered, self._losses = True, 0
        if answer[0] == "failed":
            self._failed.add(current.request)
            self.problem = Problem(
                "machine", f"The voice could not say a line ({answer[2]}).", "Such a line is shown as a caption."
            )
            return
        samples, rate, words = cast(tuple[bytes, int, tuple[WordTime, ...]], answer[2:])
        rendered = Rendered(samples, rate, words)
        self.problem = None
        self._failed.discard(current.request)
        self._keep(current.request, rendered)
        if self._cache:
            self._cache.put(current.request, rendered)

    def _lost(self, reason: str, *, try_again: bool) -> None:
        """Kill what is left of the child, decide about its line, and start another at the next need."""
        child, self._child = self._child, None
        current, self._in_flight = self._in_flight, None
        if child is not None:
            self._end(child)
        self._losses += 1
        self.problem = Problem(
            "machine", f"The voice stopped ({reason}).", "It is started again; a line it owes is shown as a caption."
        )
        if current and try_again and current.attempt < 2:
            self._now.insert(0, (current.request, current.attempt + 1))
        elif current:
            self._failed.add(current.request)
        if self._losses >= MOST_LOSSES:
            self._rest_until = time.monotonic() + REST_S
            self._losses = 0
            self._fail_all()

    def _fail_all(self) -> None:
        self._failed |= {request for request, _ in (*self._now, *self._prepared)}
        self._now, self._prepared = [], []
