"""One caller line into checked sound: the only way from text to samples. Runs in the voice's own process.

The driver's word is not taken for anything: the file is read back by its content (macOS writes AIFF whatever the name), must hold
sound, is trimmed, set to the mood's level, and looked at once more.
"""

from __future__ import annotations

import tempfile
import wave
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

import numpy as np

from simulator.devices.ports import VoiceName
from simulator.devices.spoken_text import SpokenText, spoken_text
from simulator.devices.voices.cast_table import MANNERS, mood_named
from simulator.devices.voices.engines import speak_to_file
from simulator.devices.voices.figures import written_out
from simulator.devices.voices.loudness import Sound, fault_in, levelled, trimmed
from simulator.devices.voices.word_times import WordTime, moved, spread, words_of_line

#: Goes into the key of every rendered line; raise it when this module, a driver or the arithmetic changes what is heard.
RENDERING = 1


@dataclass(frozen=True, slots=True)
class RenderedSound:
    """A line as sound: 16-bit mono samples, their rate, and when each word of the line begins."""

    samples: bytes
    rate: int
    words: tuple[WordTime, ...]


class RenderError(Exception):
    """The voice gave nothing that could be played."""


def render(line: str, voice: VoiceName, mood: str, pace: str = "normal") -> RenderedSound:
    """Return ``line`` spoken by ``voice``.

    Raises:
        RenderError: the driver failed, or what it wrote is no speech.
    """
    spoken = text_for(line, voice)
    marked = _with_stress(spoken) if voice.engine == "espeak" else spoken
    with tempfile.TemporaryDirectory(prefix="line-") as folder:
        file = Path(folder) / "line.wav"
        try:
            events = speak_to_file(voice, marked.text, mood, pace, file)
            sound, rate = read_sound(file)
        except (RuntimeError, OSError, EOFError, ValueError, wave.Error) as error:
            raise RenderError(str(error)) from error
    if fault := fault_in(sound, rate):
        raise RenderError(f"{voice.name} gave {fault}")
    sound, cut_ms = trimmed(sound, rate)
    sound = levelled(sound, rate, MANNERS[mood_named(mood)].level)
    words = words_of_line(line, marked, events or _guessed(marked, cut_ms, len(sound) * 1000 // rate))
    samples = (np.clip(sound, -1, 1) * 32767).astype("<i2").tobytes()
    return RenderedSound(samples, rate, moved(words, cut_ms))


def text_for(line: str, voice: VoiceName) -> SpokenText:
    """Return what of the line the voice is given: no directions, and figures written out where it is English."""
    spoken = spoken_text(line)
    return written_out(spoken) if voice.language.lower().startswith("en") else spoken


def read_sound(file: Path) -> tuple[Sound, int]:
    """Return a sound file's samples (first channel, -1 to 1) and rate; WAV or AIFF by content.

    Raises:
        OSError, EOFError, wave.Error: there is no such file, or it holds no sound.
    """
    with file.open("rb") as start:
        kind = start.read(4)
    if kind == b"FORM":
        import soundfile

        frames, rate = soundfile.read(str(file), dtype="float32", always_2d=True)
        return frames[:, 0].astype(np.float32), int(rate)
    with wave.open(str(file), "rb") as reader:
        if reader.getsampwidth() != 2:
            raise wave.Error(f"{8 * reader.getsampwidth()} bits a sample, 16 were expected")
        data = np.frombuffer(reader.readframes(reader.getnframes()), "<i2")[:: reader.getnchannels()]
        return data.astype(np.float32) / np.float32(32768), reader.getframerate()


def _with_stress(spoken: SpokenText) -> SpokenText:
    """Return the text as SSML where words are stressed, or where it could be taken for SSML; else as it is."""
    if not spoken.stressed and not spoken.text.startswith("<"):
        return spoken
    text: list[str] = []
    origins: list[tuple[int, int]] = []

    def add(piece: str, origin: tuple[int, int]) -> None:
        text.append(piece)
        origins.extend([origin] * len(piece))

    add("<speak>", (-1, -1))
    inside = False
    for char, origin in zip(spoken.text, spoken.origins, strict=True):
        stressed = spoken.is_stressed(*origin)
        if stressed != inside:
            add('<emphasis level="strong">' if stressed else "</emphasis>", (-1, -1))
            inside = stressed
        add(escape(char), origin)
    add("</emphasis></speak>" if inside else "</speak>", (-1, -1))
    return SpokenText("".join(text), tuple(origins), spoken.stressed)


def _guessed(spoken: SpokenText, from_ms: int, length_ms: int) -> list[tuple[int, int, int]]:
    """Return word times for a driver that knows none, spread by the words' letters."""
    spans, at = [], 0
    for word in spoken.text.split():
        at = spoken.text.index(word, at)
        spans.append((at, len(word)))
        at += len(word)
    begins = spread([float(length) for _, length in spans], from_ms, from_ms + length_ms)
    return [(start, length, ms) for (start, length), ms in zip(spans, begins, strict=True)]
