"""When a reading is over, and which readings can be a baseline."""

from __future__ import annotations

import pytest

from simulator.live.baseline_reading import WORDS, BaselineReading, baseline_of, judged
from simulator.own_voice import Baseline, VoiceStretch
from tests.support.own_voice import stretch

GOOD = (stretch(500, 4_500), stretch(5_200, 9_200))


class PretendListening:
    """A microphone whose every moment the test sets."""

    def __init__(self) -> None:
        self.heard_ms = self.quiet_ms = self.voiced_ms = self.cut_off_ms = 0
        self.level = -90
        self.device = "USB Headset"
        self.gone = ""
        self.found: tuple[VoiceStretch, ...] = GOOD
        self.closed = False

    def turn(self) -> str:
        return self.gone

    def stretches(self) -> tuple[VoiceStretch, ...]:
        return self.found

    def close(self) -> None:
        self.closed = True


def reading() -> tuple[BaselineReading, PretendListening]:
    listening = PretendListening()
    return BaselineReading(listening, lambda: "2026-01-31"), listening


def test_two_sentences_and_two_seconds_of_quiet_are_a_baseline() -> None:
    made, heard = reading()
    heard.voiced_ms, heard.quiet_ms = 3_250, 100
    assert (made.turn().stand, made.turn().progress) == ("listening", 50)
    heard.voiced_ms, heard.quiet_ms = 8_000, 1_999
    assert (made.turn().stand, made.turn().progress) == ("listening", 100)
    heard.quiet_ms = 2_000
    now = made.turn()
    assert now.baseline == Baseline("USB Headset", "2026-01-31", 8_000, -30_000, WORDS * 60_000 // 8_000, 3_000)
    assert now.stand == "done" and heard.closed
    assert made.turn() == made.finish() == now


@pytest.mark.parametrize(("voiced_ms", "quiet_ms"), [(1_000, 6_000), (0, 12_000)])
def test_nobody_waits_for_ever(voiced_ms: int, quiet_ms: int) -> None:
    made, heard = reading()
    heard.found = (stretch(0, voiced_ms),) if voiced_ms else ()
    heard.voiced_ms, heard.quiet_ms = voiced_ms, quiet_ms - 1
    assert made.turn().stand == "listening"
    heard.quiet_ms = quiet_ms
    assert made.turn().stand in ("too_short", "too_quiet")


def test_talking_on_ends_after_half_a_minute() -> None:
    made, heard = reading()
    heard.voiced_ms, heard.heard_ms = 20_000, 30_000
    assert made.turn().stand == "done"


def test_a_microphone_that_goes_away_is_named() -> None:
    made, heard = reading()
    heard.gone = "The microphone is gone: USB Headset."
    now = made.turn()
    assert (now.stand, now.problem) == ("gone", "The microphone is gone: USB Headset.") and heard.closed


@pytest.mark.parametrize(
    ("found", "cut_off_ms", "stand"),
    [
        (GOOD, 0, "done"),
        (GOOD, 160, "done"),
        (GOOD, 161, "too_loud"),
        ((), 0, "too_quiet"),
        ((stretch(0, 8_000, -50_001),), 0, "too_quiet"),
        ((stretch(0, 3_999),), 0, "too_short"),
        ((stretch(0, 4_400),), 0, "too_short"),
    ],
    ids=["good", "one click", "cut off", "no voice", "far away", "half a sentence", "one sentence only"],
)
def test_what_can_be_a_baseline(found: tuple[VoiceStretch, ...], cut_off_ms: int, stand: str) -> None:
    assert judged(found, cut_off_ms) == stand


def test_the_pace_of_the_known_words_leaves_the_pause_out() -> None:
    made = baseline_of(GOOD, "USB Headset", "2026-01-31")
    assert made.pace == WORDS * 60_000 // 8_000 and made.pitch_movement == 3_000
