"""A pyttsx3 driver over hibari: one small model, a cast of women and men from calm to furious.

It reaches into hibari 0.2.1 (``phonemize``, ``ids``, ``sess``, ``dsp.synth``) because the pitch and the spectra lie open between network
and sound there; the exact version is pinned and a test fails when the outputs' names or shapes change. Only the voice inside the package
is ever named: the others would be downloaded. Properties: voice (``woman``, ``man-older``, ...), mood, rate (words a minute, 175 is
natural), pitch (0-99, 50 is the person's own), volume, and ``words`` of the last text.
"""

from __future__ import annotations

import re
import wave
from dataclasses import dataclass
from typing import Any

import numpy as np

from simulator.devices.voices import hibari_shape as shape
from simulator.devices.voices.cast_table import (
    MANNERS,
    NORMAL_RATE,
    PERSONS,
    Manner,
    Person,
    age_named,
    mood_named,
)
from simulator.devices.voices.loudness import Sound, levelled, trimmed
from simulator.devices.voices.word_times import spread

VERSION = "0.2.1"
BUNDLED_VOICE = "heart"
INPUTS = ("ids", "speed")
OUTPUTS = ("lh", "theta", "ln", "lr", "phi", "f0")
BINS = 601
#: Slower or faster than this nobody can be understood.
PACES = (0.5, 2.0)
#: The noise in the voice is the same at every rendering, so a line sounds alike today and tomorrow.
SEED = 7
#: The 99 steps of pyttsx3's pitch are so many semitones up and down.
PITCH_SEMITONES = 6.0

_WORD = re.compile(r"\S+")

_model: Any = None


def buildDriver(proxy: Any) -> HibariDriver:
    """Return the driver; pyttsx3 calls it by this name."""
    return HibariDriver(proxy)


def _hibari() -> Any:
    """Return the model, loaded once a process, one thread (two were slower)."""
    global _model
    if _model is None:
        from hibari import Hibari

        _model = Hibari(voice=BUNDLED_VOICE, threads=1)
    return _model


@dataclass(frozen=True, slots=True)
class _Piece:
    """One sentence, its place in the text, and what the network gave for each part of it."""

    start: int
    sentence: str
    outputs: list[list[shape.Array]]


class HibariDriver:
    """What pyttsx3 asks of a driver; its method names are pyttsx3's."""

    def __init__(self, proxy: Any) -> None:
        self._model = _hibari()
        self._proxy = proxy
        self._properties: dict[str, Any] = {
            "voice": "woman",
            "mood": "irritated",
            "rate": NORMAL_RATE,
            "pitch": 50,
            "volume": 1.0,
        }
        self._properties["words"] = ()

    def destroy(self) -> None:
        """Do nothing: the model stays for the life of the process."""

    def getProperty(self, name: str) -> object:
        """Return a property; ``words`` is (position, length, ms) for each word of the last text."""
        return self._properties[name]

    def setProperty(self, name: str, value: Any) -> None:
        """Set voice, mood, rate, pitch or volume; it holds from the next text on."""
        kind = {"voice": str, "mood": str, "volume": float}.get(name, int)
        if name not in self._properties or name == "words":
            raise KeyError(f"unknown property {name}")
        self._properties[name] = kind(value)

    def save_to_file(self, text: str, filename: str) -> None:
        """Speak ``text`` into a 16-bit mono WAV file of 24 kHz.

        Raises:
            ValueError: hibari finds nothing to say in it, or there is no such voice.
        """
        self._proxy.notify("started-utterance")
        sound, words = self._speak(str(text))
        with open(filename, "wb") as target, wave.open(target, "wb") as file:
            file.setparams((1, 2, self._model.sample_rate, 0, "NONE", "not compressed"))
            file.writeframes((np.clip(sound, -1, 1) * 32767).astype("<i2").tobytes())
        self._properties["words"] = words
        self._proxy.notify("finished-utterance", completed=True)

    def say(self, text: str) -> None:
        """Refuse: sound is played by the program's own stream."""
        raise RuntimeError("this driver renders to files only")

    def stop(self) -> None:
        """Do nothing: nothing outlasts a call."""

    def startLoop(self) -> None:
        """Carry out what was queued and return."""
        self._proxy.setBusy(False)

    def endLoop(self) -> None:
        """Do nothing."""

    def iterate(self) -> Any:
        """Carry out what was queued, in an external loop."""
        self._proxy.setBusy(False)
        yield

    def _speak(self, text: str) -> tuple[Sound, tuple[tuple[int, int, int], ...]]:
        sex, _, age = self._properties["voice"].partition("-")
        person = PERSONS.get((sex, age_named(age or "adult")))
        if person is None:
            raise ValueError(f"there is no voice {self._properties['voice']}")
        manner = MANNERS[mood_named(self._properties["mood"])]
        pieces = []
        for start, sentence in self._sentences(text):
            chunks = [chunk for chunk in self._model.phonemize(sentence) if len(self._model.ids(chunk)) > 2]
            if chunks:
                pieces.append(_Piece(start, sentence, [self._network(chunk, person, manner) for chunk in chunks]))
        if not pieces:
            raise ValueError("nothing in this text can be said in English")
        return self._joined(pieces, person, manner)

    def _sentences(self, text: str) -> list[tuple[int, str]]:
        """Return the sentences as hibari cuts them, each with its place in ``text``."""
        found, at = [], 0
        for sentence in self._model.split_sentences(text):
            at = max(at, text.find(sentence, at))
            found.append((at, sentence))
            at += len(sentence)
        return found

    def _network(self, phonemes: str, person: Person, manner: Manner) -> list[shape.Array]:
        """Return the network's outputs at its natural speed, read at the pace of person, mood and rate."""
        feed = {"ids": np.asarray([self._model.ids(phonemes)], np.int64), "speed": np.ones(1, np.float32)}
        outputs = [output[0] for output in self._model.sess.run(list(OUTPUTS), feed)]
        pace = person.pace * manner.pace * self._properties["rate"] / NORMAL_RATE
        return shape.paced(outputs, min(PACES[1], max(PACES[0], pace)))

    def _joined(self, pieces: list[_Piece], person: Person, manner: Manner) -> tuple[Sound, tuple[tuple[int, int, int], ...]]:
        """Return the sentences one after another with the mood's pause between, and the words' times."""
        rate = self._model.sample_rate
        mean = shape.mean_pitch([outputs[5] for piece in pieces for outputs in piece.outputs])
        rng = np.random.default_rng(SEED)
        pause = np.zeros(rate * manner.pause_ms // 1000, np.float32)
        sounds: list[Sound] = []
        words: list[tuple[int, int, int]] = []
        length = 0
        for piece in pieces:
            chunks = [
                trimmed(self._sound(outputs, mean, person, manner, rng), rate, tail_ms=40)[0] for outputs in piece.outputs
            ]
            sound = np.concatenate(chunks)
            words += self._word_times(piece, length * 1000 // rate, (length + len(sound)) * 1000 // rate)
            sounds += [sound, pause]
            length += len(sound) + len(pause)
        whole = levelled(np.concatenate(sounds[:-1]), rate, manner.level)
        return whole * np.float32(self._properties["volume"]), tuple(words)

    def _sound(
        self, outputs: list[shape.Array], mean: float, person: Person, manner: Manner, rng: np.random.Generator
    ) -> Sound:
        from hibari import dsp

        lh, theta, ln, lr, phi, f0 = outputs
        effort = shape.tilt(manner.slope, BINS)
        height = person.pitch * manner.pitch * 2 ** ((self._properties["pitch"] - 50) / 50 * PITCH_SEMITONES / 12)
        bent = [shape.with_tract(envelope, person.tract) + effort for envelope in (lh, ln, lr)]
        melody = shape.with_melody(f0, mean, height, manner.melody)
        sound: Sound = dsp.synth(bent[0], theta, bent[1], bent[2], phi, melody, rng)
        return sound

    def _word_times(self, piece: _Piece, from_ms: int, to_ms: int) -> list[tuple[int, int, int]]:
        """Return (position, length, ms) of each word, spread by how many sounds it has."""
        spans = [match.span() for match in _WORD.finditer(piece.sentence)]
        weights = [self._weight(piece.sentence[first:last]) for first, last in spans]
        begins = spread(weights, from_ms, to_ms)
        return [(piece.start + first, last - first, ms) for (first, last), ms in zip(spans, begins, strict=True)]

    def _weight(self, word: str) -> float:
        sounds = float(sum(char.isalpha() for char in str(self._model.g2p(word))))
        # A comma or a dash is a short rest, about three sounds long.
        return sounds + (3.0 if word[-1] in ",;:-–—" else 0.0)
