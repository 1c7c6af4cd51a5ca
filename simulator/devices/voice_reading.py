"""A microphone that is open only while somebody reads aloud: what comes in is measured and forgotten.

There is no thread and no recogniser: whoever shows the reading turns its handle, which takes about a twentieth of the time that the sound
lasts. The same meter measures as in a call, so both compare.
"""

from __future__ import annotations

import time

import numpy as np

from simulator.devices.ears import RATE, SILENT_DBFS, resampler
from simulator.devices.microphone import SENTENCES, Microphone, SoundWatch
from simulator.devices.sound_ring import Block, SoundRing
from simulator.devices.voice_activity import FRAME_BYTES, FRAME_MS, START, Silero
from simulator.devices.voice_meter import VoiceMeter, level
from simulator.own_voice import VoiceStretch
from simulator.settings import DeviceName

#: A sample this close to the end of 16 bits was cut off.
CUT_OFF = 32_700


class VoiceReading:
    """Listens to one microphone from ``open`` to ``close``."""

    def __init__(self, microphone: DeviceName) -> None:
        self._ring = SoundRing()
        self._microphone = Microphone(microphone, self._ring)
        self._watch = SoundWatch()
        self._resampler = resampler(RATE)
        self._meter = VoiceMeter(Silero().load())
        self._waiting = bytearray()
        #: Milliseconds that were heard, and those since the last voice.
        self.heard_ms = self.quiet_ms = 0
        #: Milliseconds of voice, and of those that held samples which were cut off.
        self.voiced_ms = self.cut_off_ms = 0
        #: The present loudness in dBFS.
        self.level = SILENT_DBFS

    @property
    def device(self) -> str:
        """Return the name of the microphone that is open."""
        return self._microphone.name

    def open(self) -> None:
        """Open the microphone.

        Raises:
            ProblemError: there is none, or it cannot be opened.
        """
        self._microphone.open()
        self._resampler = resampler(self._microphone.rate)
        now = time.monotonic()
        self._watch.begin_stream(now)
        self._watch.begin_call(now)

    def turn(self) -> str:
        """Measure what has come in since; return a sentence when the microphone is gone, else nothing."""
        while isinstance(block := self._ring.take(0), Block):
            self._watch.heard(block.sound, time.monotonic())
            self._hear(block.sound)
        loss = self._watch.look(time.monotonic(), self._microphone.ended)
        return SENTENCES[loss].format(name=self.device) if loss is not None else ""

    def stretches(self) -> tuple[VoiceStretch, ...]:
        """Return the voice that was measured, once."""
        return self._meter.cut()

    def close(self) -> None:
        """Close the microphone; allowed twice."""
        self._microphone.close()

    def _hear(self, block: bytes) -> None:
        samples = np.ascontiguousarray(np.frombuffer(block, np.int16)[:: self._microphone.channels])
        if self._resampler is not None:
            samples = self._resampler.resample_chunk(samples)
        self._waiting += samples.tobytes()
        whole = len(self._waiting) // FRAME_BYTES * FRAME_BYTES
        for start in range(0, whole, FRAME_BYTES):
            self._frame(bytes(self._waiting[start : start + FRAME_BYTES]))
        del self._waiting[:whole]

    def _frame(self, frame: bytes) -> None:
        is_voice = self._meter(frame) >= START
        samples = np.frombuffer(frame, np.int16).astype(np.int32)
        self.level = max(SILENT_DBFS, round(level(samples.astype(np.float32) / np.float32(32_768))))
        self.heard_ms += FRAME_MS
        self.quiet_ms = 0 if is_voice else self.quiet_ms + FRAME_MS
        if is_voice:
            self.voiced_ms += FRAME_MS
            self.cut_off_ms += FRAME_MS if int(np.abs(samples).max()) >= CUT_OFF else 0
