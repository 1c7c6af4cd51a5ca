"""A caller line as sound, and the keys under which it is kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from simulator.devices.ports import VoiceName
from simulator.devices.spoken_text import line_words
from simulator.devices.voices.cast import installed_version
from simulator.devices.voices.cast_table import MANNERS, PACES, PERSONS
from simulator.devices.voices.render import RENDERING
from simulator.devices.voices.word_times import WordTime

#: A line that is only a direction ("[sigh]") is so much silence.
WORDLESS_MS = 400
WORDLESS_RATE = 24_000


@lru_cache(maxsize=1)
def _versions() -> tuple[str, ...]:
    return tuple(installed_version(package) for package in ("pyttsx3", "hibari-tts", "espeakng-loader"))


@dataclass(frozen=True, slots=True)
class LineRequest:
    """What is to be said, by whom, and how."""

    text: str
    voice: VoiceName
    mood: str
    pace: str = "normal"

    def key(self) -> str:
        """Return the SHA-256 of everything that decides the sound, the tunable numbers and the packages' versions included."""
        parts = (self.text, self.voice, self.mood, self.pace, RENDERING, _versions(), MANNERS, PERSONS, PACES)
        return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Rendered:
    """A line as 16-bit mono samples, with the words' times for the caption."""

    samples: bytes
    rate: int
    words: tuple[WordTime, ...]

    def sound(self, rate: int = 0) -> NDArray[np.float32]:
        """Return the samples as floats from -1 to 1, at ``rate`` Hz if that is given."""
        own = np.frombuffer(self.samples, "<i2").astype(np.float32) / np.float32(32768)
        if rate in (0, self.rate):
            return own
        import soxr

        resampled: NDArray[np.float32] = soxr.resample(own, self.rate, rate)
        return resampled

    def pcm(self, rate: int) -> bytes:
        """Return the samples as 16-bit little-endian bytes at ``rate`` Hz."""
        sound = np.clip(self.sound(rate), -1.0, 1.0)
        return bytes((sound * 32767).astype("<i2").tobytes())

    @property
    def length_ms(self) -> int:
        """Return how long it lasts."""
        return len(self.samples) // 2 * 1000 // self.rate

    def characters_spoken(self, ms: int) -> int:
        """Return up to which character of the line somebody who has heard so many milliseconds has heard it."""
        begun = [word.char_to for word in self.words if word.ms <= ms]
        return begun[-1] if begun else 0


def wordless(text: str) -> Rendered | None:
    """Return a short silence for a line without words, which no voice can say; None for any other."""
    if line_words(text):
        return None
    return Rendered(bytes(2 * WORDLESS_RATE * WORDLESS_MS // 1000), WORDLESS_RATE, ())
