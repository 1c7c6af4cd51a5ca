"""The arithmetic that makes persons and moods out of one voice, on sounds and spectra made up here."""

from __future__ import annotations

import numpy as np
import pytest

from simulator.devices.spoken_text import spoken_text
from simulator.devices.voices import hibari_shape as shape
from simulator.devices.voices.cast_table import MANNERS, MOODS, PERSONS
from simulator.devices.voices.loudness import (
    fault_in,
    levelled,
    limited,
    speech_level,
    trimmed,
)
from simulator.devices.voices.word_times import moved, spread, words_of_line

RATE = 24_000


def tone(seconds: float, size: float = 0.1) -> np.ndarray:
    return (size * np.sin(np.arange(int(RATE * seconds)) * 0.05)).astype(np.float32)


def silence(seconds: float) -> np.ndarray:
    return np.zeros(int(RATE * seconds), np.float32)


def test_level_counts_speech_and_not_pauses() -> None:
    speech = tone(1.0, size=0.2)
    with_pauses = np.concatenate([silence(2), speech, silence(2)])
    assert speech_level(speech, RATE) == pytest.approx(-17, abs=0.2)
    assert speech_level(with_pauses, RATE) == pytest.approx(speech_level(speech, RATE), abs=0.2)


@pytest.mark.parametrize("level", [-24.0, -18.0, -15.0])
def test_a_line_is_brought_to_its_level_without_clipping(level: float) -> None:
    rng = np.random.default_rng(1)
    peaky = (0.02 * rng.standard_normal(RATE) * (1 + 9 * (rng.random(RATE) > 0.99))).astype(np.float32)
    result = levelled(peaky, RATE, level)
    assert speech_level(result, RATE) == pytest.approx(level, abs=0.5)
    assert np.abs(result).max() <= 0.98


def test_the_limiter_leaves_quiet_sound_alone() -> None:
    quiet = tone(0.1, size=0.6)
    assert np.array_equal(limited(quiet), quiet)
    assert np.abs(limited(quiet * 10)).max() <= 0.98


def test_silence_before_and_after_is_trimmed() -> None:
    sound, cut = trimmed(np.concatenate([silence(0.3), tone(1.0), silence(0.5)]), RATE)
    assert cut == pytest.approx(290, abs=10)
    assert len(sound) / RATE == pytest.approx(1.13, abs=0.02)


def test_a_missing_tail_is_added() -> None:
    sound, _ = trimmed(tone(1.0), RATE)
    assert len(sound) / RATE == pytest.approx(1.12, abs=0.02)


def test_what_is_no_speech_is_found() -> None:
    assert fault_in(silence(0), RATE) == "no sound at all"
    assert fault_in(silence(1), RATE) == "silence"
    assert fault_in(np.full(RATE, np.nan, np.float32), RATE) == "numbers that are no sound"
    assert fault_in(tone(1.0), RATE) == ""


def test_a_longer_vocal_tract_moves_the_formants_down() -> None:
    envelope = np.zeros((601, 3), np.float32)
    envelope[100] = 5.0
    assert int(np.argmax(shape.with_tract(envelope, 0.8)[:, 0])) == 80
    assert shape.with_tract(envelope, 1.0) is envelope


def test_melody_is_scaled_around_its_mean_and_unvoiced_frames_stay() -> None:
    pitch = np.array([0, 100, 200, 400, 0], np.float32)
    mean = shape.mean_pitch([pitch])
    assert mean == pytest.approx(200)
    bent = shape.with_melody(pitch, mean, height=1.0, melody=1.5)
    assert bent[[0, 4]].tolist() == [0, 0]
    assert bent[2] == pytest.approx(200)
    assert bent[3] == pytest.approx(400 * 2**0.5, rel=0.01)
    assert np.all(shape.with_melody(pitch, mean, height=0.3, melody=2.0)[1:4] >= shape.PITCH_HZ[0])


def test_effort_tilts_around_one_kilohertz() -> None:
    added = shape.tilt(6.0, 601)[:, 0] / shape.DB_TO_LOG
    assert added[50] == pytest.approx(0, abs=0.01)
    assert added[100] == pytest.approx(6, abs=0.01)
    assert added[25] == pytest.approx(-6, abs=0.01)


@pytest.mark.parametrize("pace", [0.8, 1.15, 1.5])
def test_pace_shortens_every_output_alike(pace: float) -> None:
    spectrum = np.tile(np.linspace(0, 1, 200, dtype=np.float32), (601, 1))
    pitch = np.where(np.arange(200) < 100, 0, 150).astype(np.float32)
    outputs = shape.paced([spectrum, spectrum, spectrum, spectrum, spectrum, pitch], pace)
    assert {output.shape[-1] for output in outputs} == {round(200 / pace)}
    assert set(np.unique(outputs[5].round())) == {0, 150}, "no frame between voiced and unvoiced"


def test_moods_rise_in_every_number() -> None:
    for field in ("pitch", "melody", "pace", "slope", "level", "espeak_rate", "espeak_pitch", "espeak_range"):
        values = [getattr(MANNERS[mood], field) for mood in MOODS]
        assert values == sorted(values), field
        assert len(set(values)) == 4, field
    assert PERSONS["man", "older"].pitch < PERSONS["man", "adult"].pitch < PERSONS["woman", "older"].pitch


def test_words_without_an_event_begin_with_the_one_before() -> None:
    line = "[sigh] On the third, *twice*."
    spoken = spoken_text(line)
    events = [(0, 2, 0), (7, 5, 300), (14, 5, 900)]
    words = words_of_line(line, spoken, events)
    assert [(line[word.char_from : word.char_to], word.ms) for word in words] == [
        ("On", 0),
        ("the", 0),
        ("third,", 300),
        ("*twice*.", 900),
    ]
    assert [word.ms for word in moved(words, 100)] == [0, 0, 200, 800]


def test_words_are_spread_by_their_weights() -> None:
    assert spread([1, 3, 0, 1], 100, 600) == (100, 200, 500, 500)
    assert spread([], 0, 100) == ()
