"""What the trainee said, in words, whatever becomes of the process that recognises it.

Vosk runs in a process of its own (``devices.vosk_ears``), because a damaged model can crash, abort or hang it, and because
a window's locale breaks its JSON. This half has no thread: whoever owns it turns its handle with ``take``, ``wait``,
``ready`` or ``drain``, and ``feed`` only notes the sound and hands on what fits. Never more than a second of sound is
unanswered, so a write never waits.

What was fed since the last finish is kept. A process that dies or does not answer is replaced, hears it again, and nothing
is lost.
"""

from __future__ import annotations

import contextlib
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from simulator.call.events import DeviceLost, Happening
from simulator.devices.child_process import ChildProcess, ProcessGone
from simulator.devices.kept_sound import SAMPLE_BYTES, Gap, KeptSound, Mark
from simulator.devices.vosk_ears import RATE, HeardSound, HeardWord, hear
from simulator.model_files import INSTALL_COMMAND, manifest, wrong_sizes
from simulator.paths import assets_folder
from simulator.problems import Problem, ProblemError, machine_lacks
from simulator.transcript.words import Word

#: A spoken sentence; hearing zeros warms almost nothing.
WARM_UP = assets_folder() / "warm-up.wav"
#: Seconds for loading the model and warming up; an empty ``model.conf`` makes Vosk hang for good (reliability 1.4).
LOAD_S = 20.0
#: Seconds without any answer while something is unanswered: a block takes 30 ms, so the process hangs.
ANSWER_S = 6.0
#: The owner may itself have stood still (laptop lid, debugger): no single wait counts for more than this.
LONGEST_WAIT_S = 0.5
#: Messages that may be unanswered: one second of sound.
UNANSWERED = 8
#: Sound since the last finish is kept up to ten minutes; from two minutes on, what a piece accounts for is let go.
MOST_KEPT_BYTES = 600 * SAMPLE_BYTES * RATE
SETTLE_FROM_BYTES = 120 * SAMPLE_BYTES * RATE
#: Deaths in a row, without a finished turn between, that are mended by a new process.
REPLACEMENTS = 2

AGAIN = "End the call, close other programs and start it again."
INSTALL = f"Run: {INSTALL_COMMAND}"

Stand = Literal["new", "loading", "listening", "lost", "closed"]


@dataclass(frozen=True, slots=True)
class Heard:
    """The answer to ``finish(tag)``: every word since the one before, and where in the call the sound stood."""

    tag: int
    words: tuple[Word, ...]
    at_ms: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words that Vosk committed by itself, and the sample of the call until which they account for the sound."""

    words: tuple[Word, ...]
    until: int


def check_model(model: Path) -> None:
    """Refuse a model folder that is missing or damaged, before Vosk can crash or hang on it.

    Raises:
        ProblemError: what is wrong with it, and the remedy.
    """
    if not model.is_dir():
        raise machine_lacks("There is no recognition model here.", INSTALL, str(model))
    wrong = wrong_sizes(model, manifest())
    if wrong:
        damage = f"The recognition model is damaged: {wrong[0]} is missing or has the wrong size."
        raise machine_lacks(damage, INSTALL, str(model))


class Recogniser:
    """Hears 16 kHz sound, and answers every ``finish`` with the words since the one before.

    ``report`` is called with ``DeviceLost("recogniser", ...)`` when two replacements in a row have failed. Without a
    ``warm_up`` sentence the first three seconds cost half a second more.
    """

    def __init__(
        self,
        model: Path,
        report: Callable[[Happening], None] = lambda _: None,
        *,
        warm_up: Path | None = WARM_UP,
    ) -> None:
        self.model = model
        self._report = report
        self._warm_up = warm_up
        self._stand: Stand = "new"
        self._problem: Problem | None = None
        self._process: ChildProcess | None = None
        self._kept = KeptSound(MOST_KEPT_BYTES)
        self._answers: deque[Heard] = deque()
        self._pieces: list[_Piece] = []
        self._interim = ""
        self._child_begins_at = 0
        self._unanswered = 0
        self._waited_s = self._turned_at = 0.0
        self._deaths = 0
        self._has_listened = False

    @property
    def dropped(self) -> int:
        """Return how many samples were given up because the recogniser was ten minutes behind."""
        return self._kept.dropped

    @property
    def process_id(self) -> int:
        """Return the number of the recogniser's process; 0 when there is none."""
        return self._process.pid if self._process else 0

    def start(self) -> None:
        """Check the model's files and begin to load; returns in about 20 ms.

        Raises:
            ProblemError: the model is missing or damaged.
        """
        check_model(self.model)
        self._problem = None
        self._deaths = 0
        self._stand = "loading"
        self._spawn(self._warm_up)

    def ready(self, timeout: float = 0.0) -> bool:
        """Return whether it listens, after at most ``timeout`` seconds.

        Raises:
            ProblemError: the model could not be loaded.
        """
        self._turn_until(lambda: self._stand != "loading", timeout)
        if self._problem is not None:
            raise ProblemError(self._problem)
        return self._stand == "listening"

    def feed(self, block: bytes) -> None:
        """Hear 16-bit mono sound at 16 kHz, of any length; never waits."""
        self._kept.add(block)
        if self._stand == "lost":
            self._kept.settle_all()
        self._turn(0.0)

    def finish(self, tag: int) -> None:
        """Ask for the words since the last finish; ``take`` or ``wait`` has them within 50 ms as a rule."""
        self._kept.mark(tag)
        if self._stand == "lost":
            self._answer_all_with_what_is_known()
        self._turn(0.0)

    def take(self) -> Heard | None:
        """Return the next answer if it has come."""
        self._turn(0.0)
        return self._answers.popleft() if self._answers else None

    def wait(self, timeout: float) -> Heard:
        """Return the next answer.

        Raises:
            ProblemError: there was none within ``timeout`` seconds.
        """
        self._turn_until(lambda: bool(self._answers), timeout)
        if not self._answers:
            raise ProblemError(self._problem or Problem("machine", "The speech recogniser does not answer.", "Try again."))
        return self._answers.popleft()

    def drain(self, timeout: float) -> bool:
        """Wait until every whole block (125 ms) fed so far has been heard; return whether it has."""
        self._turn_until(self._idle, timeout)
        return self._idle()

    def interim(self) -> str:
        """Return the words since the last finish as far as they are known, for the eye only; any thread may ask."""
        return self._interim

    def renew(self) -> None:
        """Begin a new recording at sample 0 with a fresh, cold recogniser; what is left of the one before is forgotten."""
        self._turn_until(lambda: self._stand == "listening" and self._unanswered == 0, LOAD_S)
        self._kept = KeptSound(MOST_KEPT_BYTES)
        self._pieces.clear()
        self._interim = ""
        self._child_begins_at = 0
        try:
            self._hand_on(("renew",))
        except ProcessGone as error:
            self._replace(str(error))

    def close(self) -> None:
        """End the process; one that does not within a second is killed."""
        self._stand = "closed"
        with contextlib.suppress(ProcessGone):
            self._hand_on(("end",))
        self._end_process(1.0)

    def _idle(self) -> bool:
        return self._stand == "listening" and self._kept.all_handed and self._unanswered == 0

    # -- turning the handle ---------------------------------------------------------------------------------------------

    def _turn_until(self, done: Callable[[], bool], timeout: float) -> None:
        deadline = time.monotonic() + timeout
        while True:
            left = deadline - time.monotonic()
            self._turn(max(0.0, min(left, LONGEST_WAIT_S)) if not done() else 0.0)
            if done() or left <= 0 or self._process is None:
                return

    def _turn(self, timeout: float) -> None:
        """Hand on what fits, take the answers that are there (waiting for the first), and mind the deadline."""
        if self._process is None:
            return
        try:
            self._hand_on_what_fits()
            while (answer := self._process.receive(timeout)) is not None:
                self._waited_s = timeout = 0.0
                self._take_answer(answer)
                if self._process is None:
                    return
                self._hand_on_what_fits()
            self._mind_deadline()
        except ProcessGone as error:
            self._replace(str(error))

    def _hand_on_what_fits(self) -> None:
        while self._stand == "listening" and self._unanswered < UNANSWERED:
            item = self._kept.next()
            if item is None:
                return
            if isinstance(item, Mark):
                self._hand_on(("finish", item.tag))
            elif isinstance(item, Gap):
                self._hand_on(("gap", item.samples))
            else:
                self._hand_on(("sound", item))

    def _hand_on(self, message: tuple[object, ...]) -> None:
        if self._process is not None:
            self._unanswered += 1
            self._process.send(message)

    def _mind_deadline(self) -> None:
        now = time.monotonic()
        waiting = self._stand == "loading" or self._unanswered > 0
        self._waited_s = self._waited_s + min(now - self._turned_at, LONGEST_WAIT_S) if waiting else 0.0
        self._turned_at = now
        if self._waited_s > (LOAD_S if self._stand == "loading" else ANSWER_S):
            raise ProcessGone("it did not answer in time")

    def _take_answer(self, answer: tuple[object, ...]) -> None:
        kind, *rest = answer
        if kind == "ready":
            self._stand = "listening"
            self._has_listened = True
            return
        if kind == "failed":
            raise ProcessGone(cast(str, rest[0]))
        self._unanswered -= 1
        if kind == "heard":
            words, interim, samples = cast(HeardSound, tuple(rest))
            self._note_sound(words, interim, self._child_begins_at + samples)
        else:
            tag, rest_words = cast(tuple[int, tuple[HeardWord, ...]], tuple(rest))
            self._note_finish(tag, rest_words)

    def _note_sound(self, words: tuple[HeardWord, ...] | None, interim: str, until: int) -> None:
        if words is not None:
            self._pieces.append(_Piece(self._on_our_clock(words), until))
            if self._kept.kept_bytes > SETTLE_FROM_BYTES:
                self._kept.settle_until(until)
        known = [word.text for piece in self._pieces for word in piece.words]
        self._interim = " ".join([*known, interim] if interim else known)

    def _note_finish(self, tag: int, words: tuple[HeardWord, ...]) -> None:
        self._deaths = 0
        self._kept.settle_mark(tag)
        self._answer(tag, self._on_our_clock(words))

    def _answer(self, tag: int, words: tuple[Word, ...]) -> None:
        before = tuple(word for piece in self._pieces for word in piece.words)
        self._pieces.clear()
        self._interim = ""
        self._answers.append(Heard(tag, before + words, self._kept.begins_at * 1000 // RATE))

    def _on_our_clock(self, words: tuple[HeardWord, ...]) -> tuple[Word, ...]:
        ahead = self._child_begins_at / RATE
        return tuple(
            Word(w.text, max(0, round((ahead + w.start_s) * 1000)), max(0, round((ahead + w.end_s) * 1000)), w.confidence)
            for w in words
        )

    # -- a process and its end ------------------------------------------------------------------------------------------

    def _spawn(self, warm_up: Path | None) -> None:
        self._child_begins_at = self._kept.begins_at
        self._kept.rewind()
        self._pieces = [piece for piece in self._pieces if piece.until <= self._child_begins_at]
        self._unanswered = 0
        self._waited_s = 0.0
        self._turned_at = time.monotonic()
        try:
            self._process = ChildProcess("recogniser", hear, str(self.model), str(warm_up) if warm_up else None)
        except OSError as error:
            self._give_up(f"The speech recogniser cannot be started ({error}).", AGAIN)

    def _replace(self, how: str) -> None:
        """Load a new process and let it hear again what was kept; after two of those in a row give up."""
        self._end_process(0.0)
        self._deaths += 1
        if self._stand == "loading" and not self._has_listened:
            self._give_up(f"The speech recogniser could not load its model ({how}).", INSTALL)
        elif self._deaths > REPLACEMENTS:
            self._give_up(f"The speech recogniser stopped {self._deaths} times ({how}).", AGAIN)
        else:
            self._stand = "loading"
            # What was kept is heard at once and warms as well.
            self._spawn(None)

    def _give_up(self, what: str, remedy: str) -> None:
        self._stand = "lost"
        self._problem = Problem("machine", what, remedy, str(self.model))
        self._answer_all_with_what_is_known()
        if self._has_listened:
            self._report(DeviceLost("recogniser", f"{what} {remedy}"))

    def _answer_all_with_what_is_known(self) -> None:
        for tag in self._kept.settle_all():
            self._answer(tag, ())

    def _end_process(self, patience: float) -> None:
        if self._process is not None:
            self._process.end(patience)
        self._process = None
        self._unanswered = 0
