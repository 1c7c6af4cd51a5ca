"""What Vosk hears: the child's half of the recogniser, and the only address of Vosk.

``hear`` is the target of the spawned process that ``devices.recogniser`` talks to. It holds one model and one recogniser,
warmed with a spoken sentence while the telephone rings, and answers every message with one message.

Two habits of Vosk are dealt with here. Its endpoint yields a piece and forgets it, so each piece is sent on at once
(pitfalls V2). Word times count from the recogniser's birth and nothing sets them back, so the warm-up's length is
subtracted.
"""

from __future__ import annotations

import json
import wave
from typing import NamedTuple, Protocol, cast

from simulator.devices.child_process import Pipe
from simulator.devices.dither import Dither
from simulator.devices.kept_sound import BLOCK_BYTES, SAMPLE_BYTES

RATE = 16_000


class HeardWord(NamedTuple):
    """A word on its way between the processes: seconds since the first sound fed, confidence per mille."""

    text: str
    start_s: float
    end_s: float
    confidence: int


#: Words committed with a block (None: no endpoint there), the interim text, and the samples heard so far.
HeardSound = tuple[tuple[HeardWord, ...] | None, str, int]


def hear(pipe: Pipe, model: str, warm_up: str | None) -> None:
    """Recognise what comes through the pipe until it closes; the target of the spawned process."""
    import vosk

    dither = Dither()
    vosk.SetLogLevel(-1)
    try:
        loaded = vosk.Model(model)
        dither.keep()
        ear = Ear(vosk.KaldiRecognizer(loaded, RATE), dither, _samples_of(warm_up))
    except Exception as error:
        # The border of a process: Vosk raises bare Exception, and the other half has to learn why.
        pipe.send(("failed", str(error)))
        return
    pipe.send(("ready",))
    while True:
        kind, *rest = pipe.recv()
        if kind == "sound":
            pipe.send(("heard", *ear.sound(cast(bytes, rest[0]))))
        elif kind == "gap":
            pipe.send(("heard", *ear.skip(cast(int, rest[0]))))
        elif kind == "finish":
            pipe.send(("finished", rest[0], ear.finish()))
        elif kind == "renew":
            dither.put_back()
            ear = Ear(vosk.KaldiRecognizer(loaded, RATE), dither, b"")
            pipe.send(("heard", None, "", 0))
        else:
            return


def _samples_of(sound: str | None) -> bytes:
    if sound is None:
        return b""
    with wave.open(sound, "rb") as file:
        return file.readframes(file.getnframes())


class _Vosk(Protocol):
    """The part of ``vosk.KaldiRecognizer`` that is used; the package has no types of its own."""

    def SetWords(self, enable: bool) -> None: ...
    def AcceptWaveform(self, block: bytes) -> int: ...
    def Result(self) -> str: ...
    def PartialResult(self) -> str: ...
    def FinalResult(self) -> str: ...


class Ear:
    """One Vosk recogniser with the offset that makes its times ours."""

    def __init__(self, recogniser: _Vosk, dither: Dither, warm_up: bytes) -> None:
        self._recogniser = recogniser
        self._recogniser.SetWords(True)
        self._dither = dither
        self._ahead_s = -len(warm_up) / (SAMPLE_BYTES * RATE)
        self._samples = 0
        if warm_up:
            for start in range(0, len(warm_up), BLOCK_BYTES):
                if self._recogniser.AcceptWaveform(warm_up[start : start + BLOCK_BYTES]):
                    self._recogniser.Result()
            self.finish()

    def sound(self, block: bytes) -> HeardSound:
        """Hear one block."""
        self._samples += len(block) // SAMPLE_BYTES
        if self._recogniser.AcceptWaveform(block):
            return self._words(self._recogniser.Result()), "", self._samples
        interim: str = json.loads(self._recogniser.PartialResult()).get("partial", "")
        return None, interim, self._samples

    def skip(self, samples: int) -> HeardSound:
        """Count sound that was given up."""
        self._ahead_s += samples / RATE
        self._samples += samples
        return None, "", self._samples

    def finish(self) -> tuple[HeardWord, ...]:
        """Return the words since the last endpoint, and begin the next turn as the first one began."""
        words = self._words(self._recogniser.FinalResult())
        self._dither.put_back()
        return words

    def _words(self, answer: str) -> tuple[HeardWord, ...]:
        found = json.loads(answer).get("result", [])
        ahead = self._ahead_s
        return tuple(HeardWord(w["word"], w["start"] + ahead, w["end"] + ahead, round(w["conf"] * 1000)) for w in found)
