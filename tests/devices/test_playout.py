"""What is played is what is counted, reported and recorded, sample for sample."""

from __future__ import annotations

import threading

import hypothesis
import hypothesis.strategies as st
import numpy as np
import pytest
from numpy.typing import NDArray

from simulator.devices.playout import Finished, Playout, Report, Samples, Started

RATE = 1000


def line(length: int, value: float = 0.5) -> Samples:
    return np.full(length, value, dtype=np.float32)


def pulled(playout: Playout, *counts: int) -> NDArray[np.float32]:
    return np.concatenate([playout.pull(count) for count in counts])


def test_silence_when_nobody_speaks() -> None:
    playout = Playout(RATE)
    assert not playout.pull(20).any()
    assert playout.take_reports() == ()


def test_a_line_starts_with_the_next_sample_and_ends_in_the_middle_of_a_block() -> None:
    playout = Playout(RATE)
    playout.pull(20)
    playout.play(7, line(25))
    assert list(np.nonzero(pulled(playout, 20, 20))[0]) == list(range(25))
    assert playout.take_reports() == (Started(7, 20), Finished(7, 20, 45, False))
    assert playout.take_reports() == ()


def test_a_second_line_follows_the_first_without_a_gap() -> None:
    playout = Playout(RATE)
    playout.play(0, line(25, 0.25))
    playout.play(1, line(10, 0.75))
    sound = pulled(playout, 20, 20)
    assert sound.tolist() == [0.25] * 25 + [0.75] * 10 + [0.0] * 5
    assert playout.take_reports() == (Started(0, 0), Finished(0, 0, 25, False), Started(1, 25), Finished(1, 25, 35, False))


def test_stop_fades_within_thirty_milliseconds() -> None:
    playout = Playout(RATE)
    playout.play(3, line(500))
    playout.pull(100)
    playout.stop()
    rest = pulled(playout, 20, 20, 20)
    assert (np.diff(rest[:30]) < 0).all()
    assert not rest[29:].any()
    assert playout.take_reports() == (Started(3, 0), Finished(3, 0, 130, True))


def test_stop_near_the_end_fades_what_is_left() -> None:
    playout = Playout(RATE)
    playout.play(3, line(110))
    playout.pull(100)
    playout.stop()
    playout.pull(20)
    assert playout.take_reports()[-1] == Finished(3, 0, 110, True)


def test_stop_drops_waiting_lines_and_reports_them_as_never_begun() -> None:
    playout = Playout(RATE)
    playout.play(0, line(100))
    playout.play(1, line(100))
    playout.pull(10)
    playout.stop()
    playout.pull(200)
    assert playout.take_reports() == (Started(0, 0), Finished(1, 10, 10, True), Finished(0, 0, 40, True))


def test_a_line_after_stop_is_played() -> None:
    playout = Playout(RATE)
    playout.play(0, line(100))
    playout.pull(10)
    playout.stop()
    playout.play(1, line(5))
    playout.pull(100)
    assert playout.take_reports()[-2:] == (Started(1, 40), Finished(1, 40, 45, False))


def test_stop_in_silence_does_nothing() -> None:
    playout = Playout(RATE)
    playout.stop()
    assert not playout.pull(50).any()
    assert playout.take_reports() == ()


def test_a_hard_stop_is_silent_at_once() -> None:
    playout = Playout(RATE)
    playout.play(0, line(100))
    playout.pull(10)
    playout.stop(fade_ms=0)
    assert not playout.pull(50).any()
    assert playout.take_reports()[-1] == Finished(0, 0, 10, True)


def test_a_line_without_samples_is_over_at_once() -> None:
    playout = Playout(RATE)
    playout.play(4, line(0))
    playout.play(5, line(3))
    playout.pull(10)
    assert playout.take_reports() == (Started(4, 0), Finished(4, 0, 0, False), Started(5, 0), Finished(5, 0, 3, False))


def test_sample_zero_is_the_moment_of_answering_and_the_track_begins_there() -> None:
    track: list[Samples] = []
    playout = Playout(RATE, track.append)
    playout.pull(333)
    assert track == []
    playout.reset_clock()
    playout.pull(20)
    playout.play(0, line(30))
    playout.pull(20)
    playout.pull(20)
    assert playout.take_reports() == (Started(0, 20), Finished(0, 20, 50, False))
    assert np.concatenate(track).tolist() == [0.0] * 20 + [0.5] * 30 + [0.0] * 10
    assert playout.position() == 60


def test_the_track_may_be_named_when_the_call_is_answered() -> None:
    track: list[Samples] = []
    playout = Playout(RATE)
    playout.pull(5)
    playout.reset_clock(track.append)
    playout.pull(7)
    assert [len(block) for block in track] == [7]


def test_captions_follow_what_was_played() -> None:
    playout = Playout(RATE)
    assert playout.spoken_share() == 0.0
    playout.play(0, line(40))
    playout.pull(10)
    assert (playout.spoken_samples(), playout.spoken_share()) == (10, 0.25)
    playout.pull(100)
    assert (playout.spoken_samples(), playout.spoken_share()) == (40, 1.0)
    playout.play(1, line(20))
    playout.pull(5)
    assert (playout.spoken_samples(), playout.spoken_share()) == (5, 0.25)


def test_sound_beyond_full_scale_is_clipped_and_what_was_given_stays_as_it_was() -> None:
    given = np.array([2.0, -3.0, 0.5], dtype=np.float32)
    playout = Playout(RATE)
    playout.play(0, given)
    assert playout.pull(3).tolist() == [1.0, -1.0, 0.5]
    playout.play(1, given)
    playout.stop()
    playout.pull(3)
    assert given.tolist() == [2.0, -3.0, 0.5]


@hypothesis.given(st.lists(st.one_of(st.integers(1, 50), st.tuples(st.just("play"), st.integers(0, 90)), st.just("stop")), max_size=40))
def test_whatever_happens_every_line_is_reported_once_and_the_track_is_what_was_heard(steps: list[object]) -> None:
    track: list[Samples] = []
    playout = Playout(RATE, track.append)
    playout.reset_clock()
    heard: list[Samples] = []
    lines = 0
    for step in [*steps, 4000]:
        match step:
            case int(count):
                heard.append(playout.pull(count))
            case "stop":
                playout.stop()
            case (_, int(length)):
                playout.play(lines, line(length))
                lines += 1
    reports = playout.take_reports()
    finished = {one.line: one for one in reports if isinstance(one, Finished)}
    started = {one.line: one for one in reports if isinstance(one, Started)}
    assert sorted(finished) == list(range(lines))
    assert len(reports) == len(finished) + len(started)
    assert all(finished[number].from_sample == begun.sample for number, begun in started.items())
    sound = np.concatenate(heard)
    assert np.array_equal(np.concatenate(track), sound)
    inside = np.zeros(len(sound), dtype=bool)
    for one in finished.values():
        inside[one.from_sample : one.to_sample] = True
    assert not sound[~inside].any()


@pytest.mark.parametrize("block", [1, 7, 20, 441])
def test_the_size_of_the_blocks_changes_nothing(block: int) -> None:
    def play(size: int) -> tuple[list[float], tuple[Report, ...]]:
        playout = Playout(RATE)
        playout.play(0, np.linspace(0.1, 1.0, 300, dtype=np.float32))
        playout.play(1, line(100))
        sound = np.concatenate([playout.pull(size) for _ in range(441 // size + 1)])[:441]
        return sound.tolist(), playout.take_reports()

    assert play(block) == play(441)


def test_orders_from_one_thread_while_another_pulls() -> None:
    playout = Playout(RATE)
    done = threading.Event()
    total = []

    def pull() -> None:
        while not done.is_set():
            total.append(playout.pull(10))

    puller = threading.Thread(target=pull)
    puller.start()
    for number in range(300):
        playout.play(number, line(20, 0.5))
    done.set()
    puller.join()
    total.append(playout.pull(20 * 300))
    assert np.count_nonzero(np.concatenate(total)) == 20 * 300
    reports = playout.take_reports()
    assert [one.line for one in reports if isinstance(one, Finished)] == list(range(300))


def test_the_clock_stands_at_zero_from_the_order_on() -> None:
    playout = Playout(RATE)
    playout.pull(500)
    playout.reset_clock()
    assert playout.position() == 0, "the call was answered, though no block has been played since"
    playout.pull(80)
    assert playout.position() == 80
