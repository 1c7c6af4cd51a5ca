"""What is measured of a voice, in whole numbers: loudness, pace and how far the pitch moves, never what they might mean.

A stretch of voice is measured by itself, because only the caller's times can tell whether the caller was heard in it; stretches are
then put together, each by its length. The baseline, two sentences that the person read before the call, is put together in the same
way, so that both compare. Nothing here is sound, and none of the numbers says anything about a person but against the same person's
own baseline: louder, faster, with more movement in the pitch.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
#: What drivers and sound servers call the microphone that the system has chosen; behind the same name there may be another one each day.
SYSTEMS_CHOICE = frozenset(
    ["", "default", "sysdefault", "system default", "pulse", "pipewire", "jack"]
    + ["microsoft sound mapper - input", "primary sound capture driver"]
)
#: Less voice than this says nothing reliable (decisions 5, speech 8).
LEAST_COMPARED_MS = 2_000
#: So much over the own baseline is a raised voice, in thousandths of a dB (decisions 5).
RAISED = 6_000
#: So much of the voice must have a pitch before its movement is told; half of speech has none (consonants).
LEAST_PITCHED_MS = 640


@dataclass(frozen=True, slots=True)
class VoiceStretch:
    """Voice without a pause of more than 200 ms in it."""

    from_ms: int
    to_ms: int
    #: Milliseconds of voice inside.
    voiced_ms: int
    #: Thousandths of a dB below full scale (below zero).
    loudness: int
    #: Milliseconds in which a pitch was found, 0 where there was too little of it.
    pitched_ms: int = 0
    #: Lower and upper quartile of the pitch, in thousandths of a semitone above 100 Hz.
    pitch_low: int = 0
    pitch_high: int = 0


@dataclass(frozen=True, slots=True)
class VoiceHeard:
    """The voice of one reply, and the microphone that heard it."""

    device: str
    stretches: tuple[VoiceStretch, ...]


@dataclass(frozen=True, slots=True)
class VoiceFigures:
    """Several stretches as one."""

    voiced_ms: int
    #: Milliseconds from the first voice to the last of each stretch, together: speaking without its pauses.
    speaking_ms: int
    #: Thousandths of a dB below full scale.
    loudness: int
    #: How far the pitch moves: the middle half of it, in thousandths of a semitone; 0 where too little of it was found.
    pitch_movement: int


@dataclass(frozen=True, slots=True)
class Baseline:
    """The person's own voice as it read two sentences: numbers, the microphone and the day."""

    device: str
    #: ISO 8601, the day alone.
    day: str
    voiced_ms: int
    loudness: int
    #: Words a minute while speaking.
    pace: int
    pitch_movement: int


#: How a reading of the two sentences stands: ``listening``, ``done``, or why it cannot be used.
ReadingStand = Literal["listening", "done", "too_short", "too_quiet", "too_loud", "gone"]
#: Whether a call measures the voice: switched off, no baseline was read, or on. Empty: typed calls, and calls of earlier versions.
VoiceMeasures = Literal["", "off", "no_baseline", "on"]
#: Why a reply was not compared: another microphone, the caller was heard in it, or too little voice. Empty: there is no baseline.
NotMeasured = Literal["", "other_microphone", "caller_heard", "too_short"]


@dataclass(frozen=True, slots=True)
class BesideBaseline:
    """A reply's voice beside the baseline: plain differences in whole numbers."""

    #: Begin of the first and end of the last stretch that counted.
    from_ms: int
    to_ms: int
    voiced_ms: int
    #: Thousandths of a dB over the baseline; below zero: softer.
    louder: int
    #: Thousandths of the baseline's words a minute: 350 is 35 % faster; None where there were too few words.
    faster: int | None
    #: Movement of the pitch, and of the baseline's, in thousandths of a semitone; None where either is not known.
    pitch_movement: int | None
    #: False: nobody can tell whether both were heard by one microphone, so the differences are told and count for nothing.
    counts: bool = True

    @property
    def raised(self) -> bool:
        """Return whether it counts as a raised voice."""
        return self.counts and self.louder >= RAISED


def is_systems_choice(device: str) -> bool:
    """Return whether this is no microphone's own name but stands for whichever one the system has chosen."""
    return device.strip().casefold() in SYSTEMS_CHOICE


def put_together(stretches: Iterable[VoiceStretch]) -> VoiceFigures:
    """Return the stretches as one, each weighing by its length; all 0 where there are none."""
    chosen = tuple(stretches)
    voiced = sum(each.voiced_ms for each in chosen)
    pitched = sum(each.pitched_ms for each in chosen)
    movement = sum((each.pitch_high - each.pitch_low) * each.pitched_ms for each in chosen)
    return VoiceFigures(
        voiced_ms=voiced,
        speaking_ms=sum(each.to_ms - each.from_ms for each in chosen),
        loudness=_share(sum(each.loudness * each.voiced_ms for each in chosen), voiced),
        pitch_movement=_share(movement, pitched) if pitched >= LEAST_PITCHED_MS else 0,
    )


def day_in_words(day: str) -> str:
    """Return a day such as ``2026-01-31`` as people here write it (31 Jan 2026); any other text as it is."""
    year, _, rest = day.partition("-")
    month, _, number = rest.partition("-")
    if not (month.isdecimal() and number.isdecimal() and 1 <= int(month) <= 12):
        return day
    return f"{int(number)} {MONTHS[int(month) - 1]} {year}"


def words_a_minute(words: int, speaking_ms: int) -> int:
    """Return the pace, 0 where nothing was said."""
    return _share(words * 60_000, speaking_ms)


def _share(total: int, parts: int) -> int:
    """Return the quotient rounded half up, 0 where there are no parts."""
    return (2 * total + parts) // (2 * parts) if parts else 0
