"""How the caller's lines are played and reported, on a pretend voice and a real playout in virtual time."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from simulator.call.events import Happening, LineFinished, LineStarted
from simulator.devices.playout import Playout
from simulator.devices.pyttsx3_mouth import CallerMouth
from simulator.devices.rendered_line import Rendered
from simulator.devices.voices.word_times import WordTime

RATE = 24_000
STEP_MS = 10


class PretendVoice:
    """A voice that is ready when told so: a second of sound for each line."""

    problem = None

    def __init__(self) -> None:
        self.ready: set[str] = set()
        self.failing: set[str] = set()
        self.asked: list[str] = []
        self.closed = False

    def rendered(self, text: str) -> Rendered:
        half = len(text) // 2
        samples = np.full(RATE, 3000, "<i2").tobytes()
        return Rendered(samples, RATE, (WordTime(0, half, 0), WordTime(half, len(text), 500)))

    def prepare(self, text: str, mood: str) -> None:
        self.asked.append(f"prepare {text}")

    def want(self, text: str, mood: str) -> None:
        self.asked.append(text)

    def line(self, text: str, mood: str) -> Rendered | None:
        self.ready.add(text)
        return self.rendered(text)

    def look(self, text: str, mood: str) -> Rendered | str:
        if text in self.failing:
            return "failed"
        return self.rendered(text) if text in self.ready else "waiting"

    def turn(self) -> None: ...

    def close(self) -> None:
        self.closed = True


class Telephone:
    """A mouth on a playout whose time is turned by hand."""

    def __init__(self, *, wait: bool = False) -> None:
        self.voice = PretendVoice()
        self.playout = Playout(RATE)
        self.playout.reset_clock()
        self.reports: list[Happening] = []
        self.mouth = CallerMouth(self.voice, self.playout, self.reports.append, wait=wait)  # type: ignore[arg-type]
        self.now_ms = 0

    def pass_ms(self, ms: int, each: Callable[[], None] = lambda: None) -> None:
        for _ in range(ms // STEP_MS):
            self.playout.pull(RATE * STEP_MS // 1000)
            self.now_ms += STEP_MS
            self.mouth.poll(self.now_ms)
            each()


def test_a_line_is_reported_from_its_first_to_its_last_sample() -> None:
    telephone = Telephone()
    telephone.pass_ms(500)
    telephone.mouth.speak(0, "Where is it?", "angry")
    telephone.pass_ms(300)
    assert telephone.reports == [], "it is still being rendered"
    telephone.voice.ready.add("Where is it?")
    telephone.pass_ms(1500)
    assert telephone.reports == [LineStarted(0, 810), LineFinished(0, 810, 1810)]


def test_a_prepared_line_begins_with_the_next_samples() -> None:
    telephone = Telephone()
    telephone.mouth.prepare("Well?", "calm")
    telephone.voice.ready.add("Well?")
    telephone.pass_ms(200)
    telephone.mouth.speak(3, "Well?", "calm")
    telephone.pass_ms(10)
    assert telephone.reports == [LineStarted(3, 200)]


def test_a_line_that_cannot_be_rendered_is_shown_for_its_reading_time() -> None:
    telephone = Telephone()
    text = "This line is forty characters long, yes."
    telephone.voice.failing.add(text)
    telephone.pass_ms(100)
    telephone.mouth.speak(0, text, "angry")
    telephone.pass_ms(5000)
    assert telephone.reports == [LineStarted(0, 100), LineFinished(0, 100, 100 + 60 * len(text), silent=True)]


def test_lines_are_said_one_after_another_also_around_a_silent_one() -> None:
    telephone = Telephone()
    telephone.voice.ready |= {"first", "third"}
    telephone.voice.failing.add("second")
    for number, text in enumerate(("first", "second", "third")):
        telephone.mouth.speak(number, text, "calm")
    telephone.pass_ms(5000)
    starts = [report for report in telephone.reports if isinstance(report, LineStarted)]
    ends = [report for report in telephone.reports if isinstance(report, LineFinished)]
    assert [report.line for report in telephone.reports] == [0, 0, 1, 1, 2, 2]
    assert [end.silent for end in ends] == [False, True, False]
    assert ends[0].to_ms <= starts[1].from_ms
    assert ends[1].to_ms <= starts[2].from_ms


def test_stopping_falls_silent_within_thirty_milliseconds() -> None:
    telephone = Telephone()
    telephone.voice.ready.add("Listen to me!")
    telephone.mouth.speak(0, "Listen to me!", "furious")
    telephone.pass_ms(300)
    telephone.mouth.stop()
    telephone.pass_ms(200)
    assert telephone.reports[-1] == LineFinished(0, 0, 330)
    assert not telephone.playout.pull(RATE).any()


def test_stopping_ends_lines_that_have_not_begun() -> None:
    telephone = Telephone()
    telephone.mouth.speak(0, "still being rendered", "calm")
    telephone.pass_ms(50)
    telephone.mouth.stop()
    telephone.voice.ready.add("still being rendered")
    telephone.pass_ms(500)
    assert telephone.reports == [LineFinished(0, 50, 50)]


def test_the_caption_follows_the_samples_word_by_word() -> None:
    telephone = Telephone()
    telephone.mouth.speak(0, "ten of ten", "calm")
    assert telephone.mouth.spoken_share() == 0.0, "nothing has been heard yet"
    telephone.voice.ready.add("ten of ten")
    shares: list[float] = []
    telephone.pass_ms(1400, lambda: shares.append(telephone.mouth.spoken_share()))
    assert shares == sorted(shares)
    assert shares[30] == 0.5
    assert shares[60] == 1.0
    assert telephone.mouth.spoken_share() == 1.0


def test_an_interrupted_caption_stays_where_it_was() -> None:
    telephone = Telephone()
    telephone.voice.ready.add("ten of ten")
    telephone.mouth.speak(0, "ten of ten", "calm")
    telephone.pass_ms(200)
    telephone.mouth.stop()
    telephone.pass_ms(900)
    assert telephone.mouth.spoken_share() == 0.5


def test_in_the_demos_time_a_line_is_rendered_before_time_goes_on() -> None:
    telephone = Telephone(wait=True)
    telephone.mouth.speak(0, "at once", "calm")
    telephone.pass_ms(10)
    assert telephone.reports == [LineStarted(0, 0)]


def test_a_voice_of_another_rate_is_brought_to_the_playouts() -> None:
    telephone = Telephone()
    slower = Rendered(np.full(22_050, 3000, "<i2").tobytes(), 22_050, ())
    telephone.voice.rendered = lambda text: slower  # type: ignore[method-assign]
    telephone.voice.ready.add("hello")
    telephone.mouth.speak(0, "hello", "calm")
    telephone.pass_ms(1200)
    finished = telephone.reports[-1]
    assert isinstance(finished, LineFinished)
    assert finished.to_ms == pytest.approx(1000, abs=2)


def test_closing_ends_voice_and_stream() -> None:
    closed: list[str] = []
    voice = PretendVoice()
    mouth = CallerMouth(voice, Playout(RATE), closed.append, close_stream=lambda: closed.append("stream"))  # type: ignore[arg-type]
    mouth.close()
    assert voice.closed
    assert closed == ["stream"]
