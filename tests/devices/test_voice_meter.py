"""Loudness is told to half a decibel whatever the words, and neither noise nor silence nor a click is voice."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from simulator.devices.voice_activity import FRAME_BYTES, FRAME_SAMPLES, silero
from simulator.devices.voice_meter import RATE, WINDOW, VoiceMeter, level, pitch
from simulator.own_voice import VoiceFigures, VoiceStretch, put_together
from tests.support.recorded import hiss, pause, sentence

SENTENCES = ("two-charges", "sorry-about-the-delay", "anything-else")


def scaled(sound: bytes, decibels: float) -> bytes:
    samples = np.frombuffer(sound, np.int16) * 10 ** (decibels / 20)
    return bytes(np.clip(np.round(samples), -32_768, 32_767).astype(np.int16).tobytes())


def measured(sound: bytes, meter: VoiceMeter | None = None) -> tuple[VoiceStretch, ...]:
    """Return what the real voice activity and the meter make of a sound."""
    meter = meter or VoiceMeter(silero())
    for start in range(0, len(sound) - FRAME_BYTES + 1, FRAME_BYTES):
        meter(sound[start : start + FRAME_BYTES])
    return meter.cut()


@cache
def figures(sound: bytes) -> VoiceFigures:
    return put_together(measured(sound))


def reading(decibels: float = -12) -> bytes:
    """Return three sentences with pauses, softer than they were recorded."""
    return b"".join(pause(0.5) + scaled(sentence(name), decibels) for name in SENTENCES) + pause(0.5)


def test_eight_decibels_more_are_found_as_eight() -> None:
    soft, loud = figures(reading(-12)), figures(reading(-4))
    assert soft.voiced_ms >= 6_000
    assert loud.loudness - soft.loudness == pytest.approx(8_000, abs=500)


@pytest.mark.parametrize("gain", [-12, 4])
@pytest.mark.parametrize("name", SENTENCES)
def test_any_gain_of_one_sentence_is_found(name: str, gain: int) -> None:
    soft, other = (figures(pause(0.5) + scaled(sentence(name), -10 + more) + pause(0.5)) for more in (0, gain))
    assert other.loudness - soft.loudness == pytest.approx(1_000 * gain, abs=500)


def test_other_words_as_loud_as_before_differ_little() -> None:
    every = [figures(pause(0.5) + sentence(name) + pause(0.5)).loudness for name in SENTENCES]
    assert max(every) - min(every) < 3_000, "half of what counts as a raised voice"


@pytest.mark.parametrize("sound", [pause(2), hiss(2), hiss(2, 3_000)], ids=["silence", "hiss", "loud noise"])
def test_noise_and_silence_are_no_voice(sound: bytes) -> None:
    assert measured(sound) == ()


def test_a_noisy_room_does_not_change_the_loudness_of_the_voice() -> None:
    room = np.frombuffer(hiss(len(reading()) / 2 / RATE, 60), np.int16)
    noisy = (np.frombuffer(reading(), np.int16) + room[: len(reading()) // 2]).astype(np.int16).tobytes()
    assert figures(noisy).loudness == pytest.approx(figures(reading()).loudness, abs=500)


def test_a_click_in_the_voice_does_not_count() -> None:
    samples = np.frombuffer(reading(), np.int16).copy()
    for second in (1, 2, 4):
        samples[second * RATE : second * RATE + 160] = 32_000
    assert figures(samples.tobytes()).loudness == pytest.approx(figures(reading()).loudness, abs=500)


def test_stretches_lie_where_the_voice_is() -> None:
    sound = pause(1) + sentence("two-charges") + pause(2) + sentence("anything-else") + pause(1)
    first_ends = 1_000 + len(sentence("two-charges")) // 32
    found = measured(sound)
    assert found[0].from_ms == pytest.approx(1_000, abs=200)
    assert found[-1].from_ms >= first_ends + 2_000 - 200
    assert not [each for each in found if first_ends + 100 < each.from_ms < first_ends + 1_900]
    assert all(each.voiced_ms <= each.to_ms - each.from_ms for each in found)


def test_each_reply_has_its_own_stretches_and_one_clock() -> None:
    meter = VoiceMeter(silero())
    first = measured(pause(0.5) + sentence("two-charges") + pause(0.5), meter)
    second = measured(pause(0.5) + sentence("two-charges") + pause(0.5), meter)
    later = (len(sentence("two-charges")) // 2 + RATE) // FRAME_SAMPLES * 32
    assert second[0].from_ms - first[0].from_ms == pytest.approx(later, abs=64)
    assert put_together(second).loudness == pytest.approx(put_together(first).loudness, abs=500)


@pytest.mark.parametrize("hertz", [85, 120, 180, 240, 310])
def test_the_pitch_of_a_voice_like_tone(hertz: int) -> None:
    times = np.arange(WINDOW) / RATE
    tone = sum(np.sin(2 * np.pi * hertz * part * times) / part for part in range(1, 12)).astype(np.float32)  # type: ignore[union-attr]
    assert pitch(0.1 * tone) == pytest.approx(12 * np.log2(hertz / 100), abs=0.1)


def test_noise_has_no_pitch_and_silence_neither() -> None:
    noise = np.random.default_rng(1).standard_normal(WINDOW).astype(np.float32)
    assert np.isnan(pitch(0.1 * noise)) and np.isnan(pitch(np.zeros(WINDOW, np.float32)))


def test_more_melody_is_more_movement() -> None:
    def hum(spread: float) -> int:
        times = np.arange(4 * RATE) / RATE
        phase = 2 * np.pi * np.cumsum(150 * 2 ** (spread * np.sin(2 * np.pi * 0.7 * times) / 12)) / RATE
        tone = sum(np.sin(part * phase) / part for part in range(1, 10))
        sound = (3_000 * tone).astype(np.int16).tobytes()  # type: ignore[union-attr]
        return put_together(measured(sound, VoiceMeter(lambda _: 0.9))).pitch_movement

    assert hum(4) > hum(2) > hum(0.5)
    assert hum(2) == pytest.approx(2_830, abs=300), "the quartiles of a sine of 2 semitones lie 2.83 apart"


def test_a_steady_offset_of_a_cheap_card_is_not_loudness() -> None:
    samples = np.sin(np.arange(FRAME_SAMPLES) / 3).astype(np.float32) * np.float32(0.01)
    assert level(samples + np.float32(0.2)) == pytest.approx(level(samples), abs=0.1)
