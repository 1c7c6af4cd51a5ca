"""From blocks of a microphone to the trainee's words: what happens to each block, in which order.

Resampled once to 16 kHz, a block goes to the trainee's track, to the voice activity and to the recogniser, so all three
count the same samples. Muted, zeros take its place: the clock must run. There is no thread here; ``devices.live_ears`` owns
one, and the demo feeds the pipeline directly in the story's time.
"""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from simulator.call.events import Happening, TraineeTurn
from simulator.devices.recogniser import Heard, Recogniser
from simulator.devices.voice_activity import Voice, VoiceActivity
from simulator.devices.voice_meter import VoiceMeter
from simulator.own_voice import VoiceHeard
from simulator.problems import machine_lacks
from simulator.transcript.words import Word

RATE = 16_000
SAMPLES_PER_MS = RATE // 1000
SILENT_DBFS = -90
#: The meter falls by so much from one block to the next.
FALL_DB = 2
#: Seconds after which a turn is reported without words although the recogniser has not answered; they come with the next turn.
TURN_DEADLINE_S = 15.0
FILL_SAMPLES = RATE // 10


@dataclass(frozen=True, slots=True)
class _Asked:
    """A finish that waits for its words."""

    tag: int
    voice: Voice
    #: When it was asked for, on the call's clock and on the machine's.
    at_ms: int
    since: float
    measured: VoiceHeard | None


class EarsPipeline:
    """Hears blocks, reports ``SpeechStarted``, ``SpeechStopped`` and ``TraineeTurn``. Owned by one thread.

    ``track`` gets every block as 16-bit mono sound at 16 kHz, from sample 0 of the call on. ``meter``, where the voice is to be measured,
    is the one that the voice activity judges by.
    """

    def __init__(
        self,
        recogniser: Recogniser,
        voice: VoiceActivity,
        report: Callable[[Happening], None],
        *,
        rate: int = RATE,
        channels: int = 1,
        device: str = "",
        track: Callable[[bytes], None] | None = None,
        meter: VoiceMeter | None = None,
    ) -> None:
        self._recogniser = recogniser
        self._voice = voice
        self._report = report
        self._track = track
        self._meter = meter
        #: Samples at 16 kHz that were heard since the call began.
        self.samples = 0
        self._muted = False
        self._level = SILENT_DBFS
        self._tags = 0
        self._asked: deque[_Asked] = deque()
        #: Words that came after their turn had been reported.
        self._late: tuple[Word, ...] = ()
        self.change_input(rate, channels, device)

    def change_input(self, rate: int, channels: int, device: str = "") -> None:
        """Expect blocks of this rate (Hz) and number of channels, of which the first is heard, from the microphone of this name."""
        self._channels = channels
        self._device = device
        if self._meter is not None:
            self._meter.cut()  # what another microphone heard is not compared with what this one hears
        self._resampler = resampler(rate)

    def level(self) -> int:
        """Return the present loudness in dBFS, -90 to 0; any thread may ask."""
        return SILENT_DBFS if self._muted else self._level

    def mute(self, on: bool) -> None:
        """Hear zeros from now on, or hear again."""
        self._muted = on

    def measure(self, block: bytes) -> None:
        """Measure the loudness only: the call has not begun."""
        self._note_level(self._mono(block))

    def feed(self, block: bytes) -> None:
        """Hear a block of 16-bit sound at the input's rate, of any length."""
        samples = self._mono(block)
        self._note_level(samples)
        if self._resampler is not None:
            samples = self._resampler.resample_chunk(samples)
        self._hear(bytes(samples.nbytes) if self._muted else samples.tobytes())

    def fill(self, samples: int) -> None:
        """Hear so many zeros at 16 kHz in the place of sound that was lost: the clock runs."""
        while samples > 0:
            some = min(samples, FILL_SAMPLES)
            self._hear(bytes(2 * some))
            samples -= some

    def interim(self) -> str:
        """Return the unfinished recognition, for the eye only; any thread may ask."""
        return self._recogniser.interim()

    def finish(self) -> None:
        """End the turn here; ``collect`` reports ``TraineeTurn`` when the words have come."""
        self._recogniser.feed(self._voice.take_passed(all_of_it=True))
        self._tags += 1
        at_ms = self.samples // SAMPLES_PER_MS
        self._asked.append(_Asked(self._tags, self._voice.cut_turn(), at_ms, time.monotonic(), self._measured()))
        self._recogniser.finish(self._tags)

    def waiting(self) -> bool:
        """Return whether a finished turn still waits for its words."""
        return bool(self._asked)

    def collect(self) -> None:
        """Report the turns whose words have come, and those that waited too long."""
        while (heard := self._recogniser.take()) is not None:
            self._take(heard)
        if self._asked and time.monotonic() - self._asked[0].since > TURN_DEADLINE_S:
            self._report(_turn(self._asked.popleft(), ()))

    def finish_and_wait(self, timeout: float) -> TraineeTurn:
        """End the turn here, wait for its words, report it and return it.

        Raises:
            ProblemError: the recogniser did not answer within ``timeout`` seconds.
        """
        self.finish()
        deadline = time.monotonic() + timeout
        while True:
            turn = self._take(self._recogniser.wait(deadline - time.monotonic()))
            if turn is not None and not self._asked:
                return turn

    def drain(self, timeout: float) -> None:
        """Wait until the recogniser has heard all that was fed.

        Raises:
            ProblemError: it did not within ``timeout`` seconds.
        """
        if not self._recogniser.drain(timeout):
            raise machine_lacks("The speech recogniser does not keep up.", "Close other programs and try again.")

    def _hear(self, sound: bytes) -> None:
        self.samples += len(sound) // 2
        if self._track is not None:
            self._track(sound)
        happenings = self._voice.feed(sound)
        self._recogniser.feed(self._voice.take_passed())
        for happening in happenings:
            self._report(happening)

    def _take(self, heard: Heard) -> TraineeTurn | None:
        """Report the turn that these words belong to; None when it was reported without them."""
        if not self._asked or heard.tag < self._asked[0].tag:
            self._late += heard.words
            return None
        turn = _turn(self._asked.popleft(), self._late + heard.words)
        self._late = ()
        self._report(turn)
        return turn

    def _measured(self) -> VoiceHeard | None:
        stretches = self._meter.cut() if self._meter is not None else ()
        return VoiceHeard(self._device, stretches) if stretches else None

    def _mono(self, block: bytes) -> np.ndarray[Any, np.dtype[np.int16]]:
        samples = np.frombuffer(block, np.int16)
        return samples if self._channels == 1 else np.ascontiguousarray(samples[:: self._channels])

    def _note_level(self, samples: np.ndarray[Any, np.dtype[np.int16]]) -> None:
        if len(samples):
            power = float(np.mean(np.square(samples.astype(np.float32)))) / 32_768**2
            now = round(10 * math.log10(power)) if power > 1e-9 else SILENT_DBFS
            self._level = max(now, self._level - FALL_DB)


def _turn(asked: _Asked, words: tuple[Word, ...]) -> TraineeTurn:
    voice = asked.voice
    if voice.voiced_ms:
        return TraineeTurn(words, voice.from_ms, voice.to_ms, voice.voiced_ms, asked.measured)
    if words:
        return TraineeTurn(words, words[0].start_ms, words[-1].end_ms)
    return TraineeTurn((), asked.at_ms, asked.at_ms)


def resampler(rate: int) -> Any:
    """Return what brings 16-bit samples of this rate (Hz) to 16 kHz, or None where nothing has to be done."""
    if rate == RATE:
        return None
    import soxr

    return soxr.ResampleStream(rate, RATE, 1, dtype="int16")
