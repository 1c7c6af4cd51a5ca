"""Voice is noticed within the time it needs to count, dated back to its true beginning and end, and noise is not voice."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pytest

from simulator.call.events import SpeechStarted, SpeechStopped
from simulator.devices.voice_activity import (
    FRAME_BYTES,
    FRAME_MS,
    OFFSET_MS,
    ONSET_MS,
    Voice,
    VoiceActivity,
    silero,
)
from tests.support.recorded import RATE, WORDS, blocks, hiss, pause, sentence


def heard(probabilities: Iterable[float]) -> tuple[VoiceActivity, list[tuple[int, SpeechStarted | SpeechStopped]]]:
    """Feed frames with these probabilities; return what was reported, with the time of the report."""
    given = iter(list(probabilities))
    activity = VoiceActivity(lambda _: next(given))
    found = []
    for number, _ in enumerate(probabilities, start=1):
        found += [(number * FRAME_MS, happening) for happening in activity.feed(bytes(FRAME_BYTES))]
    return activity, found


def test_voice_is_reported_after_200_ms_and_dated_back() -> None:
    _, found = heard([0.1] * 10 + [0.9] * 10)
    assert found == [(17 * FRAME_MS, SpeechStarted(10 * FRAME_MS - ONSET_MS))]


def test_a_click_or_a_cough_is_no_voice() -> None:
    _, found = heard([0.1] * 5 + [0.9] * 6 + [0.1] * 20)
    assert found == []


def test_the_end_is_reported_after_96_ms_of_quiet_and_dated_back() -> None:
    _, found = heard([0.9] * 20 + [0.1] * 10)
    assert found[1] == (23 * FRAME_MS, SpeechStopped(0, 20 * FRAME_MS - OFFSET_MS))


def test_a_dip_between_two_words_is_no_end() -> None:
    _, found = heard([0.9] * 10 + [0.1, 0.2] + [0.4] * 10)
    assert [type(happening) for _, happening in found] == [SpeechStarted]


def test_after_a_pause_within_a_turn_voice_is_reported_at_once() -> None:
    _, found = heard([0.9] * 10 + [0.1] * 12 + [0.9] * 10)
    assert found[-1] == (24 * FRAME_MS, SpeechStarted(22 * FRAME_MS - ONSET_MS))


def test_after_the_turn_was_ended_voice_has_to_last_again() -> None:
    given = iter([0.9] * 10 + [0.1] * 12 + [0.9] * 6 + [0.1] * 10)
    activity = VoiceActivity(lambda _: next(given))
    activity.feed(bytes(22 * FRAME_BYTES))
    activity.cut_turn()
    assert activity.feed(bytes(16 * FRAME_BYTES)) == []


def test_between_the_two_thresholds_voice_goes_on_but_does_not_begin() -> None:
    assert heard([0.4] * 40)[1] == []
    assert len(heard([0.6] + [0.4] * 40)[1]) == 1


def test_a_turn_is_the_sum_of_its_voice() -> None:
    activity, _ = heard([0.9] * 10 + [0.1] * 10 + [0.9] * 20 + [0.1] * 10)
    assert activity.cut_turn() == Voice(0, 40 * FRAME_MS - OFFSET_MS, 30 * FRAME_MS)
    assert activity.cut_turn() == Voice()


def test_a_turn_that_is_ended_in_mid_voice_leaves_the_rest_to_the_next_one() -> None:
    given = iter([0.9] * 30 + [0.1] * 10)
    activity = VoiceActivity(lambda _: next(given))
    activity.feed(bytes(20 * FRAME_BYTES))
    first = activity.cut_turn()
    assert activity.speaking
    activity.feed(bytes(20 * FRAME_BYTES))
    second = activity.cut_turn()
    assert (first.to_ms, second.from_ms) == (20 * FRAME_MS - OFFSET_MS,) * 2
    assert first.voiced_ms + second.voiced_ms == 30 * FRAME_MS


def test_the_size_of_the_blocks_does_not_matter() -> None:
    sound = hiss(0.5) + sentence("sorry-about-the-delay") + hiss(0.7)
    reports = []
    for milliseconds in (5, 20, 33, 4_000):
        activity = VoiceActivity(silero())
        reports.append([happening for block in blocks(sound, milliseconds) for happening in activity.feed(block)])
    assert reports[0] and all(report == reports[0] for report in reports)


def white(count: int) -> np.ndarray:
    return np.random.default_rng(2).standard_normal(count)


def pink(count: int) -> np.ndarray:
    spectrum = np.fft.rfft(white(count))
    return np.fft.irfft(spectrum / np.sqrt(np.arange(1, len(spectrum) + 1)), count)


def hum(count: int) -> np.ndarray:
    t = np.arange(count) / RATE
    return sum(np.sin(2 * np.pi * 50 * k * t) / k for k in (1, 2, 3, 5, 7)) + 0 * t


def ring_tone(count: int) -> np.ndarray:
    t = np.arange(count) / RATE
    return (np.sin(2 * np.pi * 440 * t) + np.sin(2 * np.pi * 480 * t)) * (t % 3 < 1)


def keyboard(count: int) -> np.ndarray:
    strokes = np.zeros(count)
    rng = np.random.default_rng(3)
    for start in range(800, count - 800, 2_400):
        at = start + int(rng.integers(-400, 400))
        strokes[at : at + 400] += rng.standard_normal(400) * np.exp(-np.arange(400) / 60)
    return strokes


@pytest.mark.parametrize("dbfs", [-40, -26])
@pytest.mark.parametrize("kind", [white, pink, hum, ring_tone, keyboard])
def test_noise_of_an_office_is_not_voice(kind, dbfs: int) -> None:
    noise = kind(6 * RATE)
    noise = noise / np.sqrt(np.mean(noise**2)) * 32_768 * 10 ** (dbfs / 20)
    activity = VoiceActivity(silero())
    assert activity.feed(np.clip(noise, -32_768, 32_767).astype(np.int16).tobytes()) == []


@pytest.mark.parametrize("name", WORDS)
@pytest.mark.parametrize("noise", [0, 4, 100])
def test_speech_is_voice_from_its_beginning_to_its_end(name: str, noise: int) -> None:
    before, sound = 1_000, sentence(name)
    quiet = hiss(1, noise) if noise else pause(1)
    activity = VoiceActivity(silero())
    activity.feed(quiet + sound + quiet)
    turn = activity.cut_turn()
    # The recordings begin with 50 ms and end with 100 to 200 ms that are nearly silent.
    assert -100 <= turn.from_ms - (before + 50) <= 120
    assert -60 <= turn.to_ms - (before + len(sound) // 32 - 150) <= 300
    # Sentences have pauses, of up to 300 ms here.
    assert turn.voiced_ms >= 0.8 * (turn.to_ms - turn.from_ms)
