"""Pipeline, Silero and Vosk together: what is said is heard at its time, and a room's noise is not heard as words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from simulator.call.events import Happening, SpeechStarted, SpeechStopped, TraineeTurn
from simulator.devices.ears import EarsPipeline
from simulator.devices.recogniser import Recogniser
from simulator.devices.voice_activity import VoiceActivity, silero
from simulator.transcript.words import text_of
from tests.support.recorded import RATE, WORDS, blocks, pause, sentence

pytestmark = pytest.mark.device

SORRY, CHARGES, ELSE, YES = WORDS


@pytest.fixture(scope="module")
def recogniser(model_folder: Path) -> Iterator[Recogniser]:
    recogniser = Recogniser(model_folder)
    recogniser.start()
    assert recogniser.ready(30)
    yield recogniser
    recogniser.close()


class Call:
    """A pipeline fed in the story's time, as the demo does."""

    def __init__(self, recogniser: Recogniser) -> None:
        recogniser.renew()
        self.reported: list[Happening] = []
        self.ears = EarsPipeline(recogniser, VoiceActivity(silero()), self.reported.append)

    def hears(self, sound: bytes) -> None:
        for block in blocks(sound):
            self.ears.feed(block)


def with_room(sound: bytes, dbfs: float) -> bytes:
    """Add the noise of a quiet office: pink, the same at every run."""
    samples = np.frombuffer(sound, np.int16).astype(float)
    spectrum = np.fft.rfft(np.random.default_rng(6).standard_normal(len(samples)))
    noise = np.fft.irfft(spectrum / np.sqrt(np.arange(1, len(spectrum) + 1)), len(samples))
    samples += noise / noise.std() * 32_768 * 10 ** (dbfs / 20)
    return np.clip(samples, -32_768, 32_767).astype(np.int16).tobytes()


@pytest.mark.parametrize(
    "dbfs", [pytest.param(-70, marks=pytest.mark.soak), -55, pytest.param(-45, marks=pytest.mark.soak)]
)
def test_the_noise_of_a_room_does_not_become_words_nor_eat_any(recogniser: Recogniser, dbfs: int) -> None:
    call = Call(recogniser)
    call.hears(with_room(pause(10) + sentence(SORRY) + pause(0.7), dbfs))
    turn = call.ears.finish_and_wait(20)
    assert text_of(turn.words) == WORDS[SORRY]
    assert turn.words[0].start_ms == pytest.approx(10_050, abs=100)
    call.hears(with_room(pause(8), dbfs))
    assert call.ears.finish_and_wait(20).words == ()


def test_a_call_of_several_turns_has_each_word_in_its_turn_at_its_time(recogniser: Recogniser) -> None:
    call, turns, begins = Call(recogniser), [], []
    for name in (YES, SORRY, CHARGES, ELSE):
        call.hears(pause(2.5))
        begins.append(call.ears.samples // 16)
        call.hears(sentence(name) + pause(0.65))
        turns.append(call.ears.finish_and_wait(20))
    assert [text_of(turn.words) for turn in turns] == [WORDS[name] for name in (YES, SORRY, CHARGES, ELSE)]
    for turn, begin in zip(turns, begins, strict=True):
        assert turn.from_ms == pytest.approx(begin + 50, abs=120)
        assert turn.words[0].start_ms == pytest.approx(begin + 50, abs=120)
        assert turn.words[-1].end_ms == pytest.approx(turn.to_ms, abs=150)
    kinds = [type(happening) for happening in call.reported]
    assert kinds.count(TraineeTurn) == 4
    assert kinds.count(SpeechStarted) == kinds.count(SpeechStopped) >= 4


def test_the_words_of_a_turn_are_seen_while_it_is_spoken(recogniser: Recogniser) -> None:
    call = Call(recogniser)
    call.hears(pause(1) + sentence(CHARGES)[: 2 * RATE * 2])
    call.ears.drain(20)
    assert call.ears.interim().startswith("i can see two charges")
    call.ears.finish_and_wait(20)
    assert call.ears.interim() == ""
