"""The numbers of the cast: how a woman, a man, young or older, calm or furious sounds. One table, to be tuned by ear.

From decisions 9 and speech 4.1 and 4.3. Nobody has listened yet; pitch, level, slope and the share of words that the recogniser hears
were measured. Whoever changes a number here changes the key of every rendered line with it, so nothing old is ever played.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Sex = Literal["woman", "man"]
Age = Literal["young", "adult", "older"]
Mood = Literal["calm", "irritated", "angry", "furious"]
MOODS: tuple[Mood, ...] = ("calm", "irritated", "angry", "furious")


@dataclass(frozen=True, slots=True)
class Person:
    """What the body does to a voice; factors on hibari's own woman, steps (0-99) for espeak."""

    #: Vocal tract: below 1 is a longer one.
    tract: float
    pitch: float
    pace: float
    espeak_variant: str
    espeak_pitch: int


@dataclass(frozen=True, slots=True)
class Manner:
    """What the mood does to a voice."""

    pitch: float
    #: Range of the melody around its mean.
    melody: float
    pace: float
    #: Effort: dB per octave around 1 kHz.
    slope: float
    #: Level of voiced speech, dBFS.
    level: float
    #: Silence between two sentences, ms.
    pause_ms: int
    espeak_rate: int
    espeak_pitch: int
    espeak_range: int


#: tract and pitch: decisions 9; pace: speech 4.3 (its young and its older woman).
PERSONS: Mapping[tuple[Sex, Age], Person] = {
    ("woman", "adult"): Person(1.00, 1.00, 1.00, "f3", 0),
    ("woman", "young"): Person(1.06, 1.15, 1.05, "f2", 8),
    ("woman", "older"): Person(0.96, 0.85, 0.90, "f3", -10),
    ("man", "adult"): Person(0.86, 0.55, 1.00, "", 0),
    ("man", "young"): Person(0.90, 0.62, 1.05, "m3", 8),
    ("man", "older"): Person(0.82, 0.48, 0.90, "", -10),
}

#: hibari's numbers: decisions 9; espeak's: speech 4.1 for the two ends, evenly between. The pauses are ours.
MANNERS: Mapping[Mood, Manner] = {
    "calm": Manner(0.94, 0.80, 0.95, -3.0, -24.0, 420, 155, 42, 35),
    "irritated": Manner(1.00, 1.00, 1.00, 0.0, -21.0, 340, 175, 49, 53),
    "angry": Manner(1.12, 1.25, 1.08, 3.0, -18.0, 260, 195, 55, 72),
    "furious": Manner(1.22, 1.50, 1.15, 6.0, -15.0, 200, 215, 62, 90),
}

#: A scenario's wish, as a factor on the pace.
PACES: Mapping[str, float] = {"slow": 0.90, "normal": 1.00, "fast": 1.10}

#: Words a minute that count as pace 1 for hibari and as the rate of the middle mood for espeak.
NORMAL_RATE = 175


def mood_named(mood: str) -> Mood:
    """Return the mood of this name; a trainer's own mood sounds irritated, the middle of the scale."""
    return next((known for known in MOODS if known == mood), "irritated")


def age_named(age: str) -> Age:
    """Return the age of this name, adult when it is unknown."""
    return next((known for _, known in PERSONS if known == age), "adult")
