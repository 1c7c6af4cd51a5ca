"""A synthetic trainee who speaks into the virtual microphone in real time, and an ear at the virtual loudspeaker."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from simulator.call.state import CallState
from simulator.devices.loudspeaker import at_rate
from simulator.devices.pyttsx3_mouth import VoiceProcess
from simulator.live.spoken_call import SpokenCall

CARD_RATE = 48_000
RATE = 16_000
TICK_S = 0.01
#: The trainee answers this long after its own last word at the earliest, and once the floor is free.
REACTION_S = 0.5
#: The trainee takes this long to pick up the word.
FIRST_S = 1.4


class RealTimeTrainee:
    """Speaks into ``mic_feed`` when the caller waits; ``says`` chooses the words."""

    def __init__(self, call: SpokenCall, voice: VoiceProcess, says: Callable[[CallState], str]) -> None:
        import sounddevice

        self._sound = sounddevice
        self._call = call
        self._voice = voice
        self._says = says
        self._speaking_until = 0.0
        self.said: list[str] = []

    def act(self, now: float) -> None:
        """Begin to speak if the floor is free."""
        state = self._call.state
        if state is not None and not self._speaking_until:
            # The virtual microphone gives exact zeros between sentences; after a second of them it is known for one that does.
            self._speaking_until = now + FIRST_S
        if state is None or now < self._speaking_until or state.phase not in ("answered", "listening"):
            return
        text = self._says(state)
        rendered = self._voice.line(text, "calm")
        assert rendered is not None, "the trainee's voice does not answer"
        sound = at_rate(rendered.sound(), rendered.rate, CARD_RATE)
        self._sound.play(sound, CARD_RATE, device="mic_feed", latency=0.1)
        self._speaking_until = now + len(sound) / CARD_RATE + REACTION_S
        self.said.append(text)


class Ear:
    """Records one side of the virtual card from outside the program."""

    def __init__(self, device: str) -> None:
        import sounddevice

        self._blocks: list[Any] = []
        self._begin: float | None = None
        self._stream = sounddevice.InputStream(
            device=device, samplerate=CARD_RATE, channels=1, dtype="float32", blocksize=960, latency=0.1, callback=self._heard
        )
        self._stream.start()

    def _heard(self, block: Any, frames: int, at: Any, status: object) -> None:
        if self._begin is None:
            self._begin = at.inputBufferAdcTime
        self._blocks.append(block[:, 0].copy())

    def close(self) -> tuple[float, Any]:
        """Return when the first sample was taken (the stream's clock, seconds) and all samples at ``CARD_RATE``."""
        self._stream.abort()
        self._stream.close()
        return self._begin or 0.0, np.concatenate(self._blocks) if self._blocks else np.zeros(0, np.float32)


def play_call(call: SpokenCall, trainee: RealTimeTrainee, longest_s: float) -> None:
    """Turn the call's handle, answer it, and let the trainee speak, until the scorecard is there."""
    wait = threading.Event()
    begin = time.monotonic()
    while call.stand not in ("over", "failed"):
        call.turn()
        if call.stand == "ringing":
            call.answer()
        trainee.act(time.monotonic())
        phase = call.state.phase if call.state else ""
        assert time.monotonic() - begin < longest_s, f"the call hangs: {call.stand} {phase} {call.state and call.state.lost} {call.problem}"
        wait.wait(TICK_S)


def pcm(sound: Any, rate: int) -> bytes:
    """Return float sound as 16-bit bytes at 16 kHz."""
    samples: bytes = (np.clip(at_rate(sound, rate, RATE), -1, 1) * 32767).astype("<i2").tobytes()
    return samples
