"""What happens to a block: one clock for track, voice and words; zeros when muted; every turn reported once."""

from __future__ import annotations

from collections import deque

import numpy as np
import pytest

from simulator.call.events import Happening, SpeechStarted, SpeechStopped, TraineeTurn
from simulator.devices import ears
from simulator.devices.ears import RATE, EarsPipeline
from simulator.devices.recogniser import Heard
from simulator.devices.voice_activity import FRAME_BYTES, VoiceActivity
from simulator.transcript.words import Word

SORRY = (Word("sorry", 100, 400, 950),)


class PretendRecogniser:
    """Answers with the words that the test laid out, once it is told to."""

    def __init__(self) -> None:
        self.fed = bytearray()
        self.words: dict[int, tuple[Word, ...]] = {}
        self.asked: list[int] = []
        self.ready: deque[Heard] = deque()

    def feed(self, block: bytes) -> None:
        self.fed += block

    def finish(self, tag: int) -> None:
        self.asked.append(tag)

    def answer(self, tag: int, *words: Word) -> None:
        self.ready.append(Heard(tag, words, len(self.fed) * 500 // RATE))

    def take(self) -> Heard | None:
        return self.ready.popleft() if self.ready else None

    def wait(self, timeout: float) -> Heard:
        return self.ready.popleft()

    def interim(self) -> str:
        return ""


def loud(milliseconds: int, rate: int = RATE, channels: int = 1) -> bytes:
    """Return a tone at -20 dBFS in the first channel and full noise in the others."""
    count = rate * milliseconds // 1000
    samples = np.random.default_rng(1).integers(-32_000, 32_000, (count, channels)).astype(np.int16)
    samples[:, 0] = (0.1414 * 32_768 * np.sin(2 * np.pi * 440 * np.arange(count) / rate)).astype(np.int16)
    return samples.tobytes()


class Call:
    """A pipeline whose voice is whatever is not exactly zero."""

    def __init__(self, rate: int = RATE, channels: int = 1) -> None:
        self.recogniser = PretendRecogniser()
        self.reported: list[Happening] = []
        self.track = bytearray()
        voice = VoiceActivity(lambda frame: 0.0 if frame == bytes(FRAME_BYTES) else 0.9)
        self.ears = EarsPipeline(
            self.recogniser,  # type: ignore[arg-type]
            voice,
            self.reported.append,
            rate=rate,
            channels=channels,
            track=self.track.extend,
        )

    def turns(self) -> list[TraineeTurn]:
        return [happening for happening in self.reported if isinstance(happening, TraineeTurn)]


def test_voice_reaches_track_and_recogniser_unchanged() -> None:
    call = Call()
    for _ in range(50):
        call.ears.feed(loud(20))
    assert call.ears.samples // 16 == 1_000
    assert call.track == loud(20) * 50
    # Less than a frame of 32 ms has not been judged yet.
    assert len(call.track) - len(call.recogniser.fed) < FRAME_BYTES
    assert call.track.startswith(call.recogniser.fed)


def test_at_the_end_of_a_turn_nothing_is_held_back() -> None:
    call = Call()
    call.ears.fill(RATE)
    assert RATE - len(call.recogniser.fed) // 2 >= 5_120
    call.ears.finish()
    assert RATE - len(call.recogniser.fed) // 2 < FRAME_BYTES // 2


@pytest.mark.parametrize("rate", [8_000, 22_050, 44_100, 48_000])
def test_another_rate_is_brought_to_the_same_clock(rate: int) -> None:
    call = Call(rate)
    sound = loud(2_000, rate)
    for start in range(0, len(sound), 2 * (rate // 50)):
        call.ears.feed(sound[start : start + 2 * (rate // 50)])
    assert 1_900 <= call.ears.samples // 16 <= 2_000
    heard = np.frombuffer(bytes(call.track), np.int16).astype(float)[RATE // 2 : RATE]
    assert np.argmax(np.abs(np.fft.rfft(heard))) / 0.5 == pytest.approx(440, abs=2)


def test_of_two_channels_the_first_is_heard() -> None:
    call = Call(channels=2)
    call.ears.feed(loud(500, channels=2))
    heard = np.frombuffer(bytes(call.track), np.int16)
    assert len(heard) == RATE // 2
    assert np.abs(heard).max() < 5_000


def test_muted_the_clock_runs_and_nothing_is_heard() -> None:
    call = Call()
    call.ears.feed(loud(500))
    call.ears.mute(True)
    call.ears.feed(loud(500))
    assert call.ears.samples // 16 == 1_000
    assert not any(call.track[RATE:])
    assert call.ears.level() == -90
    assert [type(happening) for happening in call.reported] == [SpeechStarted, SpeechStopped]


def test_lost_sound_is_filled_with_silence_so_that_the_clock_is_right() -> None:
    call = Call()
    call.ears.feed(loud(100))
    call.ears.fill(3 * RATE)
    assert call.ears.samples // 16 == 3_100
    call.ears.finish()
    assert len(call.track) == 2 * 3_100 * 16
    assert 0 <= len(call.track) - len(call.recogniser.fed) < FRAME_BYTES


def test_the_meter_shows_decibels_of_full_scale_and_falls_slowly() -> None:
    call = Call()
    assert call.ears.level() == -90
    call.ears.measure(loud(20))
    assert call.ears.level() == pytest.approx(-20, abs=1)
    call.ears.measure(bytes(640))
    assert -25 <= call.ears.level() <= -20
    assert call.ears.samples // 16 == 0


def test_a_turn_has_the_words_and_the_voice_of_its_own_time() -> None:
    call = Call()
    call.ears.fill(RATE // 2)
    call.ears.feed(loud(1_000))
    call.ears.fill(RATE // 2)
    call.ears.finish()
    call.ears.collect()
    assert call.turns() == []
    assert call.ears.waiting()
    call.recogniser.answer(1, *SORRY)
    call.ears.collect()
    turn, = call.turns()
    assert turn.words == SORRY
    assert (turn.from_ms, turn.to_ms) == pytest.approx((500, 1_500), abs=64)
    assert turn.voiced_ms == pytest.approx(1_000, abs=64)


def test_voice_without_words_is_still_a_turn() -> None:
    call = Call()
    call.ears.feed(loud(1_000))
    call.ears.finish()
    call.recogniser.answer(1)
    call.ears.collect()
    assert call.turns()[0].words == ()
    assert call.turns()[0].voiced_ms > 900


def test_nothing_said_is_an_empty_turn_at_its_own_time() -> None:
    call = Call()
    call.ears.fill(2 * RATE)
    call.recogniser.answer(1)
    assert call.ears.finish_and_wait(1) == TraineeTurn((), 2_000, 2_000)
    assert len(call.turns()) == 1


def test_words_without_voice_keep_the_time_of_the_words() -> None:
    call = Call()
    call.ears.fill(2 * RATE)
    call.ears.finish()
    call.recogniser.answer(1, *SORRY)
    call.ears.collect()
    assert call.turns() == [TraineeTurn(SORRY, 100, 400)]


def test_a_recogniser_that_does_not_answer_does_not_stop_the_call_and_its_words_come_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    call = Call()
    call.ears.fill(RATE)
    call.ears.finish()
    monkeypatch.setattr(ears, "TURN_DEADLINE_S", -1.0)
    call.ears.collect()
    assert [turn.words for turn in call.turns()] == [()]
    monkeypatch.undo()
    call.recogniser.answer(1, *SORRY)
    call.ears.collect()
    call.ears.finish()
    call.recogniser.answer(2, Word("again", 1_500, 1_800))
    call.ears.collect()
    assert [[word.text for word in turn.words] for turn in call.turns()] == [[], ["sorry", "again"]]
