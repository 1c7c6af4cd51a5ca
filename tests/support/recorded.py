"""The recorded sentences, as the recogniser takes them, and feeding them in blocks as a microphone would."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import soundfile

from tests.support.places import TESTS

RATE = 16_000

WORDS = {
    "sorry-about-the-delay": "i am really sorry about the delay that must be very frustrating for you",
    "two-charges": "i can see two charges on your account and i will refund the second one today",
    "anything-else": "is there anything else that i can do for you this morning",
    "yes-of-course": "yes of course",
}


def sentence(name: str) -> bytes:
    """Return a recorded sentence as 16-bit mono sound at 16 kHz."""
    samples, rate = soundfile.read(TESTS / "recorded" / f"{name}.flac", dtype="int16")
    assert rate == RATE
    return bytes(samples.tobytes())


def pause(seconds: float) -> bytes:
    """Return exact silence."""
    return bytes(2 * round(seconds * RATE))


def hiss(seconds: float, amplitude: int = 4, seed: int = 1) -> bytes:
    """Return the faint noise that every real microphone has."""
    noise = np.random.default_rng(seed).integers(-amplitude, amplitude + 1, round(seconds * RATE))
    return bytes(noise.astype(np.int16).tobytes())


def blocks(sound: bytes, milliseconds: int = 20) -> Iterator[bytes]:
    """Yield the sound in blocks as a microphone gives them."""
    size = 2 * RATE * milliseconds // 1000
    for start in range(0, len(sound), size):
        yield sound[start : start + size]
