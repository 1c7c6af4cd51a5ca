"""Our two pyttsx3 drivers and the sound they make, measured: loudness, pitch, effort, pace, and what a recogniser hears."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest

from simulator.devices.voices import cast, engines
from simulator.devices.voices.hibari_driver import (
    BINS,
    BUNDLED_VOICE,
    INPUTS,
    OUTPUTS,
    VERSION,
)
from simulator.devices.voices.loudness import speech_level
from simulator.devices.voices.render import RenderedSound, read_sound, render

pytestmark = pytest.mark.device

LINES = (
    "This is the third time I have called you about the same bill.",
    "You took the money twice and now my rent is late.",
    "Tell me exactly what you are going to do and when it will be done.",
    "The technician never showed up and I took a day off work for him.",
)


@lru_cache(maxsize=64)
def said(line: str, voice: str, mood: str) -> RenderedSound:
    return render(line, cast.voice_named(voice), mood)


def sound_of(rendered: RenderedSound) -> np.ndarray:
    return np.frombuffer(rendered.samples, "<i2").astype(np.float32) / 32768


def pitch_track(sound: np.ndarray, rate: int) -> np.ndarray:
    """Return the pitch of the voiced frames, Hz, every 10 ms, by autocorrelation."""
    size, step = rate * 40 // 1000, rate // 100
    shortest, longest = rate // 500, rate // 60
    pitches = []
    for start in range(0, len(sound) - size, step):
        frame = sound[start : start + size] - sound[start : start + size].mean()
        if np.sqrt((frame**2).mean()) < 0.01:
            continue
        spectrum = np.fft.rfft(frame * np.hanning(size), 2 * size)
        spectrum[int(900 * 2 * size / rate) :] = 0
        likeness = np.fft.irfft(np.abs(spectrum) ** 2)
        likeness = likeness[:longest] / likeness[0] / (1 - np.arange(longest) / size)
        best = shortest + int(np.argmax(likeness[shortest:]))
        if likeness[best] > 0.6:
            pitches.append(rate / best)
    return np.array(pitches)


def brightness(sound: np.ndarray, rate: int) -> float:
    """Return the power of 1-5 kHz over that below 1 kHz, dB."""
    power = np.abs(np.fft.rfft(sound)) ** 2
    hertz = np.fft.rfftfreq(len(sound), 1 / rate)
    return float(10 * np.log10(power[(hertz >= 1000) & (hertz < 5000)].sum() / power[(hertz > 60) & (hertz < 1000)].sum()))


# -- hibari ---------------------------------------------------------------------------------------------------------------


def test_hibari_still_has_the_inside_that_the_driver_reaches_into() -> None:
    from hibari import Hibari, dsp, voices

    assert cast.installed_version("hibari-tts") == VERSION == cast.HIBARI_VERSION
    assert voices.VOICES[BUNDLED_VOICE]["bundled"]
    model = Hibari(voice=BUNDLED_VOICE, threads=1)
    assert tuple(entry.name for entry in model.sess.get_inputs()) == INPUTS
    assert tuple(entry.name for entry in model.sess.get_outputs()) == OUTPUTS
    (phonemes,) = model.phonemize("Hello there.")
    feed = {"ids": np.asarray([model.ids(phonemes)], np.int64), "speed": np.ones(1, np.float32)}
    shapes = [output.shape for output in model.sess.run(list(OUTPUTS), feed)]
    frames = shapes[5][1]
    assert shapes == [(1, BINS, frames)] * 5 + [(1, frames)]
    assert (dsp.SR, dsp.HOP, dsp.N_FFT) == (24_000, 300, 1200)
    assert len(model.split_sentences("One. Two!")) == 2


@pytest.mark.parametrize("person", ["woman", "man"])
def test_anger_is_higher_livelier_brighter_louder_and_faster(person: str) -> None:
    calm, furious = (said(" ".join(LINES[:2]), f"hibari-{person}", mood) for mood in ("calm", "furious"))
    low, high = (np.median(pitch_track(sound_of(line), line.rate)) for line in (calm, furious))
    assert 12 * np.log2(high / low) > 2.5
    spread = [np.ptp(np.percentile(12 * np.log2(pitch_track(sound_of(line), line.rate)), [10, 90])) for line in (calm, furious)]
    assert spread[1] > 1.3 * spread[0]
    assert brightness(sound_of(furious), furious.rate) > brightness(sound_of(calm), calm.rate) + 10
    assert speech_level(sound_of(calm), calm.rate) == pytest.approx(-24, abs=0.7)
    assert speech_level(sound_of(furious), furious.rate) == pytest.approx(-15, abs=0.7)
    assert np.abs(sound_of(furious)).max() < 1.0
    assert len(furious.samples) < 0.9 * len(calm.samples)


def test_a_man_speaks_lower_than_a_woman_and_age_changes_both() -> None:
    medians = {}
    for person in ("woman-young", "woman", "woman-older", "man-young", "man", "man-older"):
        line = said(LINES[0], f"hibari-{person}", "irritated")
        medians[person] = float(np.median(pitch_track(sound_of(line), line.rate)))
    assert list(medians.values()) == sorted(medians.values(), reverse=True)
    assert medians["man"] < 0.7 * medians["woman"]


def test_the_same_line_sounds_the_same_tomorrow() -> None:
    voice = cast.voice_named("hibari-woman")
    assert render(LINES[0], voice, "angry") == render(LINES[0], voice, "angry")


@pytest.mark.parametrize("voice", ["hibari-man", "espeak-en-us-woman"])
def test_silence_around_the_speech_is_short(voice: str) -> None:
    line = said(LINES[0], voice, "calm")
    loud = np.flatnonzero(np.abs(sound_of(line)) > 0.01)
    assert loud[0] < 0.05 * line.rate
    assert len(sound_of(line)) - loud[-1] < 0.25 * line.rate


def test_words_are_spread_over_the_sentences() -> None:
    line = "No. I have waited nine days, and nobody called."
    rendered = said(line, "hibari-woman", "angry")
    times = {line[word.char_from : word.char_to]: word.ms for word in rendered.words}
    assert list(times) == ["No.", "I", "have", "waited", "nine", "days,", "and", "nobody", "called."]
    assert times["No."] < 50
    assert list(times.values()) == sorted(set(times.values()))
    assert times["called."] < len(rendered.samples) / 2 / rendered.rate * 1000 - 200


# -- espeak ---------------------------------------------------------------------------------------------------------------


@pytest.fixture
def espeak(tmp_path: Path) -> Iterator[tuple[object, Path]]:
    _, engine = engines.engine_for(cast.voice_named("espeak-en-us"))
    yield engine, tmp_path / "line.wav"
    for name, value in (("volume", 1.0), ("mood", ""), ("rate", 175), ("pitch", 50)):
        engine.setProperty(name, value)
    engine.runAndWait()


def test_three_hundred_utterances_have_the_loudness_that_was_asked_for(espeak: tuple[object, Path]) -> None:
    engine, file = espeak
    levels: dict[float, list[float]] = {0.3: [], 0.8: [], 1.6: []}
    for number in range(300):
        volume = list(levels)[(number * 7 // 3) % 3]
        engine.setProperty("volume", volume)
        engine.save_to_file("Where is my order?", str(file))
        engine.runAndWait()
        sound, rate = read_sound(file)
        levels[volume].append(speech_level(sound, rate))
        file.unlink()
    assert sum(map(len, levels.values())) == 300
    for measured in levels.values():
        assert max(measured) - min(measured) < 1.5
    middles = [float(np.median(measured)) for measured in levels.values()]
    assert middles[1] - middles[0] > 6
    assert middles[2] - middles[1] > 3


def test_two_texts_in_one_run_are_both_written(espeak: tuple[object, Path], tmp_path: Path) -> None:
    engine, _ = espeak
    for name in ("one", "two"):
        engine.save_to_file(f"This is line {name}.", str(tmp_path / f"{name}.wav"))
    engine.runAndWait()
    assert all(len(read_sound(tmp_path / f"{name}.wav")[0]) > 10_000 for name in ("one", "two"))


def test_properties_are_heard(espeak: tuple[object, Path]) -> None:
    engine, file = espeak

    def median_and_length() -> tuple[float, int]:
        engine.save_to_file(LINES[0], str(file))
        engine.runAndWait()
        sound, rate = read_sound(file)
        return float(np.median(pitch_track(sound, rate))), len(sound)

    engine.setProperty("mood", "calm")
    calm_pitch, calm_length = median_and_length()
    engine.setProperty("mood", "furious")
    furious_pitch, furious_length = median_and_length()
    assert furious_pitch > 1.15 * calm_pitch
    assert furious_length < 0.8 * calm_length
    engine.setProperty("rate", 120)
    assert median_and_length()[1] > 1.2 * furious_length
    assert engine.getProperty("rate") == 120


def test_word_times_count_characters_also_behind_an_accent(espeak: tuple[object, Path]) -> None:
    engine, file = espeak
    text = "Café prices, dollars"
    engine.save_to_file(text, str(file))
    engine.runAndWait()
    words = engine.getProperty("words")
    assert [text[start : start + length] for start, length, _ in words] == ["Café", "prices", "dollars"]
    assert [ms for *_, ms in words] == sorted({ms for *_, ms in words})


@pytest.mark.parametrize("file", ["/nowhere/at/all/line.wav"])
def test_a_file_that_cannot_be_written_is_an_error_and_no_hang(file: str) -> None:
    with pytest.raises(RuntimeError, match="nowhere"):
        engines.speak_to_file(cast.voice_named("espeak-en-us"), "hello", "calm", "normal", Path(file))


def test_tags_in_a_line_are_not_obeyed_and_stress_is_heard() -> None:
    plain = said("I told you this twice already today", "espeak-en-us", "irritated")
    stressed = said("I told you *this* *twice* already today", "espeak-en-us", "irritated")
    assert len(stressed.samples) > 1.03 * len(plain.samples)
    tags = said('<speak><prosody rate="300%">I told you this</prosody> & that', "espeak-en-us", "irritated")
    assert len(tags.samples) > 1.2 * len(said("I told you this", "espeak-en-us", "irritated").samples)


@pytest.mark.parametrize("voice", ["espeak-de-woman", "espeak-fr-fr"])
def test_other_languages_are_spoken(voice: str) -> None:
    assert len(said("Guten Tag, bonjour", voice, "angry").samples) > 20_000


# -- what a recogniser hears -----------------------------------------------------------------------------------------------


class Listener:
    """Vosk, straight."""

    def __init__(self, folder: Path) -> None:
        import vosk

        vosk.SetLogLevel(-1)
        # One recogniser for all: a new one would spend half a second on its first words.
        self._recogniser = vosk.KaldiRecognizer(vosk.Model(str(folder)), 16_000)

    def text(self, line: RenderedSound) -> str:
        import soxr

        sound = soxr.resample(sound_of(line), line.rate, 16_000)
        data = (np.clip(sound, -1, 1) * 32767).astype("<i2").tobytes()
        recogniser, pieces = self._recogniser, []
        for at in range(0, len(data), 4000):
            if recogniser.AcceptWaveform(data[at : at + 4000]):
                pieces.append(json.loads(recogniser.Result())["text"])
        return " ".join([*pieces, json.loads(recogniser.FinalResult())["text"]]).strip()


@pytest.fixture(scope="module")
def listener(model_folder: Path) -> Listener:
    return Listener(model_folder)


def recall(listener: Listener, lines: tuple[str, ...], voice: str, mood: str) -> float:
    """Return the share of the words that are heard."""
    heard = total = 0
    for line in lines:
        words = re.findall(r"[a-z']+", line.lower())
        found = listener.text(said(line, voice, mood)).split()
        heard += sum(min(words.count(word), found.count(word)) for word in set(words))
        total += len(words)
    return heard / total


@pytest.mark.parametrize("voice", ["hibari-woman", "hibari-man"])
def test_a_furious_caller_is_understood_as_well_as_a_calm_one(listener: Listener, voice: str) -> None:
    calm, furious = (recall(listener, LINES, voice, mood) for mood in ("calm", "furious"))
    assert calm > 0.93
    assert furious > calm - 0.05


@pytest.mark.parametrize("voice", ["hibari-woman", "espeak-en-us-woman"])
def test_money_is_spoken_as_money(listener: Listener, voice: str) -> None:
    heard = listener.text(said("You charged me $148.60 for nothing.", voice, "irritated"))
    assert "forty eight dollars and" in heard
    assert "dollar one" not in heard


def test_directions_are_not_heard(listener: Listener) -> None:
    heard = listener.text(said("[sigh] I *really* want my money back.", "hibari-woman", "irritated"))
    assert heard == "i really want my money back"


def test_a_postcode_is_read_digit_by_digit(listener: Listener) -> None:
    heard = listener.text(said("My ZIP code is 04103.", "hibari-woman", "irritated"))
    assert heard.endswith("one zero three")
    assert "thousand" not in heard


@pytest.mark.soak
@pytest.mark.parametrize("voice", ["hibari-woman-young", "hibari-woman-older", "hibari-man-young", "hibari-man-older"])
@pytest.mark.parametrize("mood", ["calm", "irritated", "angry", "furious"])
def test_everybody_in_the_cast_is_understood(listener: Listener, voice: str, mood: str) -> None:
    assert recall(listener, LINES, voice, mood) > 0.9
