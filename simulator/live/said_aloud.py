"""What the recogniser makes of a sentence: a voice says it, and the recogniser hears the sound, without microphone or loudspeaker."""

from __future__ import annotations

from pathlib import Path

from simulator.devices.line_cache import of_this_person
from simulator.devices.pyttsx3_mouth import VoiceProcess
from simulator.devices.recogniser import Recogniser
from simulator.devices.sound_files import RATE
from simulator.devices.voices.cast import choose
from simulator.problems import machine_lacks
from simulator.scenario.model import VoiceWish
from simulator.transcript.words import text_of

#: The engine that the recogniser hears as it hears people; of espeak's words it gets three in four, whoever is at fault.
_CLEAR_ENGINE = "hibari"
#: A moment of silence before and after, as in a call; in bytes of 16-bit sound.
_SILENCE = b"\0\0" * (RATE * 3 // 10)
LOAD_S = 60.0
ANSWER_S = 60.0


class SaidAloud:
    """A voice and a recogniser that talk to each other until ``close``."""

    def __init__(self, model: Path) -> None:
        """Begin to load both.

        Raises:
            ProblemError: model or voice is missing.
        """
        voice = choose(VoiceWish(), "en-US")
        if voice.engine != _CLEAR_ENGINE:
            raise machine_lacks("Saying sentences to the recogniser needs a neural voice, which is not installed.", "Run: make setup")
        self._voice = VoiceProcess(voice, "normal", of_this_person())
        self._recogniser = Recogniser(model)
        self._recogniser.start()

    def heard_as(self, text: str) -> str:
        """Return the words that are heard when a calm voice says the text.

        Raises:
            ProblemError: voice or recogniser failed.
        """
        rendered = self._voice.line(text, "calm")
        if rendered is None:
            raise machine_lacks("The voice does not answer.", "Run: python main.py check")
        self._recogniser.ready(LOAD_S)
        self._recogniser.feed(_SILENCE + rendered.pcm(RATE) + _SILENCE)
        self._recogniser.finish(0)
        return text_of(self._recogniser.wait(ANSWER_S).words)

    def close(self) -> None:
        """End both processes."""
        self._voice.close()
        self._recogniser.close()
