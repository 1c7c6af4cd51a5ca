"""Two sentences, read aloud before a call: when enough was read, and whether it can be the trainee's own baseline.

The sentences are ordinary and about nothing, so that people read them as they speak. They are known, so no recogniser is needed to tell
the pace: who reads only one of them seems to speak too fast and is asked again. Only the numbers are kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from simulator.devices.voice_reading import VoiceReading
from simulator.own_voice import (
    Baseline,
    ReadingStand,
    VoiceStretch,
    put_together,
    words_a_minute,
)
from simulator.settings import DeviceName

READ_ALOUD = (
    "The train to the coast leaves at ten past nine and is usually on time.",
    "On Sunday we walked along the river and came home before the rain.",
)
WORDS = sum(len(sentence.split()) for sentence in READ_ALOUD)
#: Both sentences hold about this much voice at an ordinary pace: the end of the progress.
USUAL_VOICED_MS = 6_500
LEAST_READ_MS = 4_000
#: After so much voice a silence of this length means that the reading is over; after less voice it takes longer, without any longest.
QUIET_MS = 2_000
QUIET_EARLY_MS = 6_000
QUIET_FROM_THE_START_MS = 12_000
LONGEST_MS = 30_000
#: Nobody reads 28 words faster: a sentence was left out.
FASTEST_PACE = 320
#: Softer than this (thousandths of a dB below full scale) the noise of the microphone would be compared.
SOFTEST = -50_000
#: Per mille of the voice that may be cut off.
MOST_CUT_OFF = 20



class Listening(Protocol):
    """What a reading needs of an open microphone."""

    heard_ms: int
    quiet_ms: int
    voiced_ms: int
    cut_off_ms: int
    level: int

    @property
    def device(self) -> str:
        """Return the microphone's name."""

    def turn(self) -> str:
        """Take what has come in; return a sentence when the microphone is gone."""

    def stretches(self) -> tuple[VoiceStretch, ...]:
        """Return what was measured."""

    def close(self) -> None:
        """Close the microphone."""


@dataclass(frozen=True, slots=True)
class ReadingNow:
    """A reading at one moment."""

    stand: ReadingStand
    #: 0-100.
    progress: int
    #: The microphone's loudness, -90 to 0 dBFS.
    level: int
    #: There when ``done``.
    baseline: Baseline | None = None
    #: In words, when ``gone``.
    problem: str = ""


def begin_reading(microphone: DeviceName) -> BaselineReading:
    """Open the microphone and listen.

    Raises:
        ProblemError: there is no microphone, or it cannot be opened.
    """
    listening = VoiceReading(microphone)
    listening.open()
    return BaselineReading(listening, today)


def today() -> str:
    """Return the day, ISO 8601."""
    return datetime.now().astimezone().date().isoformat()


class BaselineReading:
    """One reading; whoever shows it turns its handle with ``turn``."""

    def __init__(self, listening: Listening, day: Callable[[], str]) -> None:
        self._listening = listening
        self._day = day
        self._now = ReadingNow("listening", 0, listening.level)

    def turn(self) -> ReadingNow:
        """Take what has come in since; the microphone is closed as soon as the reading is over."""
        if self._now.stand != "listening":
            return self._now
        heard = self._listening
        gone = heard.turn()
        if heard.quiet_ms >= _longest_quiet(heard.voiced_ms) or heard.heard_ms >= LONGEST_MS:
            return self.finish()
        if gone:
            return self._over(ReadingNow("gone", 0, heard.level, problem=gone))
        self._now = ReadingNow("listening", min(100, 100 * heard.voiced_ms // USUAL_VOICED_MS), heard.level)
        return self._now

    def finish(self) -> ReadingNow:
        """Judge what was read up to here."""
        if self._now.stand != "listening":
            return self._now
        heard = self._listening
        heard.turn()  # the last word may still be on its way
        stretches = heard.stretches()
        stand = judged(stretches, heard.cut_off_ms)
        baseline = baseline_of(stretches, heard.device, self._day()) if stand == "done" else None
        return self._over(ReadingNow(stand, 100 if baseline else 0, heard.level, baseline))

    def close(self) -> None:
        """Stop listening; allowed twice."""
        self._listening.close()

    def _over(self, now: ReadingNow) -> ReadingNow:
        self._now = now
        self.close()
        return now


def _longest_quiet(voiced_ms: int) -> int:
    if voiced_ms >= LEAST_READ_MS:
        return QUIET_MS
    return QUIET_EARLY_MS if voiced_ms else QUIET_FROM_THE_START_MS


def judged(stretches: tuple[VoiceStretch, ...], cut_off_ms: int) -> ReadingStand:
    """Return whether this reading can be a baseline, or why not; ``cut_off_ms`` is voice that was too loud for the microphone."""
    figures = put_together(stretches)
    if not figures.voiced_ms or figures.loudness < SOFTEST:
        return "too_quiet"
    if cut_off_ms * 1000 > MOST_CUT_OFF * figures.voiced_ms:
        return "too_loud"
    if figures.voiced_ms < LEAST_READ_MS or words_a_minute(WORDS, figures.speaking_ms) > FASTEST_PACE:
        return "too_short"
    return "done"


def baseline_of(stretches: tuple[VoiceStretch, ...], device: str, day: str) -> Baseline:
    """Return the numbers of a reading of both sentences."""
    figures = put_together(stretches)
    pace = words_a_minute(WORDS, figures.speaking_ms)
    return Baseline(device, day, figures.voiced_ms, figures.loudness, pace, figures.pitch_movement)
