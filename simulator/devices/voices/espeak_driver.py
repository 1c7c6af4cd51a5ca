"""Our espeak driver for pyttsx3: one text in, one complete WAV file out, before the call returns.

pyttsx3's own driver works with espeak's asynchronous queue; it loses property changes in a third of the utterances, returns before the
file is there, and can hang for ever (speech 3.2). This one speaks synchronously, keeps the time of every word, reads SSML when the text
begins with ``<speak``, and knows three properties more: ``range`` of the melody, ``mood``, and ``words`` of the last text.
"""

from __future__ import annotations

import ctypes
import wave
from typing import Any

from simulator.devices.voices import espeak_library
from simulator.devices.voices.cast_table import MANNERS, NORMAL_RATE, mood_named

#: Rates that espeak follows, words a minute.
RATES = (80, 450)
#: Above this espeak clips.
LOUDEST = 2.0

_started: tuple[Any, int] | None = None


def buildDriver(proxy: Any) -> EspeakDriver:
    """Return the driver; pyttsx3 calls it by this name."""
    return EspeakDriver(proxy)


def _espeak() -> tuple[Any, int]:
    """Return binding and sample rate; espeak starts once a process."""
    global _started
    if _started is None:
        _started = espeak_library.load()
    return _started


class EspeakDriver:
    """What pyttsx3 asks of a driver; its method names are pyttsx3's."""

    def __init__(self, proxy: Any) -> None:
        self._binding, self._sample_rate = _espeak()
        self._proxy = proxy
        self._properties: dict[str, Any] = {"voice": "gmw/en-US", "rate": NORMAL_RATE, "pitch": 50, "volume": 1.0, "range": 50}
        self._properties |= {"mood": "", "words": ()}
        self._sound = bytearray()
        self._words: list[tuple[int, int, int]] = []
        self._failure: Exception | None = None
        self._binding.SetSynthCallback(self._on_sound)

    def destroy(self) -> None:
        """Do nothing: espeak stays for the life of the process."""

    def getProperty(self, name: str) -> object:
        """Return a property; ``words`` is (position, length, ms) for each word of the last text."""
        return self._properties[name]

    def setProperty(self, name: str, value: Any) -> None:
        """Set voice, rate, pitch, volume, range or mood; it holds from the next text on."""
        kind = {"voice": str, "mood": str, "volume": float}.get(name, int)
        if name not in self._properties or name == "words":
            raise KeyError(f"unknown property {name}")
        self._properties[name] = kind(value)

    def save_to_file(self, text: str, filename: str) -> None:
        """Speak ``text`` into a 16-bit mono WAV file."""
        self._proxy.notify("started-utterance")
        self._apply()
        self._synthesise(str(text))
        with open(filename, "wb") as target, wave.open(target, "wb") as file:
            file.setparams((1, 2, self._sample_rate, 0, "NONE", "not compressed"))
            file.writeframes(bytes(self._sound))
        self._properties["words"] = tuple(self._words)
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

    def _apply(self) -> None:
        wish, binding = self._properties, self._binding
        rate, pitch, melody, volume = wish["rate"], wish["pitch"], wish["range"], wish["volume"]
        if wish["mood"]:
            manner = MANNERS[mood_named(wish["mood"])]
            rate = round(manner.espeak_rate * rate / NORMAL_RATE)
            pitch += manner.espeak_pitch - 50
            melody = manner.espeak_range
        if binding.SetVoiceByName(wish["voice"].encode()) != binding.EE_OK:
            raise ValueError(f"espeak has no voice {wish['voice']}")
        for parameter, value, least, most in (
            (binding.RATE, rate, *RATES),
            (binding.PITCH, pitch, 0, 99),
            (binding.RANGE, melody, 0, 99),
            (binding.VOLUME, round(100 * volume), 0, round(100 * LOUDEST)),
        ):
            binding.SetParameter(parameter, min(most, max(least, value)), 0)

    def _synthesise(self, text: str) -> None:
        self._sound.clear()
        self._words.clear()
        self._failure = None
        # At high anger sentences run on: no pause behind the last one.
        flags = self._binding.CHARS_UTF8 | (0 if self._properties["mood"] == "furious" else self._binding.ENDPAUSE)
        if text.startswith("<speak"):
            flags |= self._binding.SSML
        answer = self._binding.Synth(text.encode("utf-8", "ignore"), flags=flags)
        if self._failure is not None:
            raise self._failure
        if answer != self._binding.EE_OK:
            raise RuntimeError(f"espeak answered {answer}")

    def _on_sound(self, samples: Any, count: int, events: Any) -> int:
        """Take one block from espeak (called from C: an error must not get out of here)."""
        try:
            at = 0
            while events[at].type != self._binding.EVENT_LIST_TERMINATED:
                event = events[at]
                if event.type == self._binding.EVENT_WORD:
                    self._words.append((event.text_position - 1, event.length, event.audio_position))
                at += 1
            if samples and count > 0:
                self._sound += ctypes.string_at(samples, count * ctypes.sizeof(ctypes.c_short))
        except (ValueError, OSError, MemoryError) as error:
            self._failure = error
            return 1
        return 0
