"""The whole way from a (virtual) microphone to the trainee's turn, and what happens when the microphone is pulled out."""

from __future__ import annotations

import queue
import subprocess
import threading
import time
import wave
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from simulator.call.events import (
    DeviceBack,
    DeviceLost,
    Happening,
    SpeechStarted,
    SpeechStopped,
    TraineeTurn,
)
from simulator.devices import device_list
from simulator.devices.live_ears import LiveEars
from simulator.problems import ProblemError
from simulator.settings import DeviceName
from simulator.transcript.words import text_of
from tests.support.recorded import RATE, WORDS, hiss, sentence
from tests.virtual_sound_card import SoundCard, inside

pytestmark = pytest.mark.device

MICROPHONE = DeviceName("microphone", "ALSA")
SORRY, YES = "sorry-about-the-delay", "yes-of-course"


@pytest.fixture
def card(sound_card: SoundCard) -> Iterator[SoundCard]:
    device_list.refresh()
    yield sound_card
    sound_card.start()
    device_list.refresh()


@pytest.fixture
def say(card: SoundCard, tmp_path: Path) -> Iterator[Callable[[bytes], subprocess.Popen[bytes]]]:
    """Return a function that plays 16 kHz sound into the virtual microphone."""
    players: list[subprocess.Popen[bytes]] = []

    def play(sound: bytes) -> subprocess.Popen[bytes]:
        file = tmp_path / f"{len(players)}.wav"
        with wave.open(str(file), "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE)
            out.writeframes(sound)
        players.append(subprocess.Popen(["paplay", "--device=mic_feed", str(file)], env=inside(card.environment())))
        return players[-1]

    yield play
    for player in players:
        player.kill()
        player.wait()


class Listening:
    """Ears on the virtual microphone, with what they report and record."""

    def __init__(self, model: Path) -> None:
        self.reported: queue.SimpleQueue[Happening] = queue.SimpleQueue()
        self.track = bytearray()
        self.ears = LiveEars(model, MICROPHONE, self.reported.put, self.track.extend)

    def until(self, kind: type, seconds: float = 15) -> Happening:
        """Return the next happening of this kind."""
        deadline = time.monotonic() + seconds
        while True:
            happening = self.reported.get(timeout=max(0.01, deadline - time.monotonic()))
            if isinstance(happening, kind):
                return happening


    def until_sound(self, seconds: float = 10) -> None:
        """Wait until the microphone delivers anything but zeros."""
        moment, deadline = threading.Event(), time.monotonic() + seconds
        while self.ears.level() == -90 and time.monotonic() < deadline:
            moment.wait(0.02)
        assert self.ears.level() > -90


@pytest.fixture
def listening(card: SoundCard, model_folder: Path) -> Iterator[Listening]:
    call = Listening(model_folder)
    call.ears.start()
    assert call.ears.ready(30)
    yield call
    call.ears.close()


def test_a_sentence_in_the_microphone_becomes_a_turn(listening: Listening, say: Callable[[bytes], object]) -> None:
    listening.ears.start_clock()
    began = time.monotonic()
    say(hiss(0.5) + sentence(SORRY) + hiss(3))
    started = listening.until(SpeechStarted)
    first = listening.until(SpeechStopped)
    second = listening.until(SpeechStopped)
    heard_after = 1_000 * (time.monotonic() - began)
    # 96 ms of quiet, 48 ms of late judgement, the card, and what two busy processors add.
    assert heard_after - second.to_ms < 400
    listening.ears.finish_utterance()
    asked = time.monotonic()
    turn = listening.until(TraineeTurn)
    assert time.monotonic() - asked < 0.5
    assert text_of(turn.words) == WORDS[SORRY]
    assert (turn.from_ms, turn.to_ms) == (started.from_ms, second.to_ms)
    assert turn.from_ms <= first.to_ms < second.from_ms
    # In noise Vosk lets the first word begin early.
    assert turn.words[0].start_ms == pytest.approx(turn.from_ms, abs=250)
    assert turn.words[-1].end_ms == pytest.approx(turn.to_ms, abs=150)


def test_the_track_is_what_was_said_on_the_clock_of_the_call(listening: Listening, say: Callable[[bytes], object]) -> None:
    meant = sentence(YES)
    listening.ears.start_clock()
    say(hiss(0.5) + meant + hiss(2))
    stopped = listening.until(SpeechStopped)
    listening.ears.finish_utterance()
    turn = listening.until(TraineeTurn)
    heard = np.frombuffer(bytes(listening.track), np.int16).astype(float)
    wanted = np.frombuffer(meant, np.int16).astype(float)
    products = np.correlate(heard, wanted, "valid")
    at = int(products.argmax())
    assert np.corrcoef(heard[at : at + len(wanted)], wanted)[0, 1] > 0.99
    assert turn.from_ms == pytest.approx(at / 16 + 50, abs=120)
    assert stopped.to_ms == pytest.approx((at + len(wanted)) / 16 - 150, abs=150)


@pytest.mark.soak
def test_muted_nothing_is_heard(listening: Listening, say: Callable[[bytes], subprocess.Popen[bytes]]) -> None:
    listening.ears.start_clock()
    listening.ears.mute(True)
    say(hiss(0.2) + sentence(YES) + hiss(0.5)).wait()
    listening.ears.finish_utterance()
    assert listening.until(TraineeTurn).words == ()
    assert not any(listening.track)


def test_a_microphone_that_is_pulled_out_is_noticed_and_comes_back_with_the_clock_right(
    listening: Listening, card: SoundCard, say: Callable[[bytes], object]
) -> None:
    listening.ears.start_clock()
    began = time.monotonic()
    say(hiss(20))
    listening.until_sound()
    card.unplug()
    pulled = time.monotonic()
    lost = listening.until(DeviceLost)
    assert time.monotonic() - pulled < 3, "a second without a block, and what two busy processors add"
    assert lost.device == "microphone"
    assert "microphone" in lost.problem
    card.start()
    say(hiss(2.5) + sentence(YES) + hiss(4))
    assert listening.until(DeviceBack).device == "microphone"
    stopped = listening.until(SpeechStopped)
    late = 1_000 * (time.monotonic() - began) - stopped.to_ms
    assert -100 < late < 800
    listening.ears.finish_utterance()
    assert text_of(listening.until(TraineeTurn).words) == WORDS[YES]


def test_without_a_model_the_ears_say_so(card: SoundCard, tmp_path: Path) -> None:
    call = Listening(tmp_path / "nowhere")
    call.ears.start()
    with pytest.raises(ProblemError) as caught:
        call.ears.ready(10)
    assert caught.value.exit_status == 3
    call.ears.close()
