"""A microphone that goes away is noticed within two seconds, however it goes; one that is only quiet is left alone."""

from __future__ import annotations

import pytest

from simulator.devices.microphone import FIRST_SOUND_S, Loss, SoundWatch

NOISE, ZEROS = b"\1\0\377\377" * 80, bytes(320)


class Story:
    """Turns the clock in steps of 20 ms, a block each."""

    def __init__(self, answered: bool = True) -> None:
        self.now = 100.0
        self.watch = SoundWatch()
        self.losses: list[tuple[float, Loss]] = []
        self.backs: list[float] = []
        self.watch.begin_stream(self.now)
        if answered:
            self.watch.begin_call(self.now)

    def passes(self, seconds: float, block: bytes | None = NOISE, ended: bool = False) -> Story:
        """Let time pass in which these blocks arrive; None: none at all."""
        began = self.now
        for step in range(1, round(seconds / 0.02) + 1):
            self.now = began + step * 0.02
            if block is not None and self.watch.heard(block, self.now):
                self.backs.append(self.now)
            loss = self.watch.look(self.now, ended)
            if loss:
                self.losses.append((round(self.now - began, 2), loss))
        return self


def test_a_microphone_with_noise_is_there() -> None:
    assert Story().passes(30).losses == []


def test_the_end_of_the_stream_is_noticed_at_once() -> None:
    assert Story().passes(3).passes(1, None, ended=True).losses == [(0.02, "ended")]


def test_missing_blocks_are_noticed_after_a_second() -> None:
    (after, loss), = Story().passes(3).passes(3, None).losses
    assert loss == "stalled"
    assert after == pytest.approx(1.0, abs=0.05)


def test_exact_zeros_are_noticed_after_two_seconds() -> None:
    (after, loss), = Story().passes(3).passes(5, ZEROS).losses
    assert loss == "flat"
    assert after == pytest.approx(2.0, abs=0.05)


def test_sound_brings_it_back_once() -> None:
    story = Story().passes(3).passes(3, ZEROS).passes(3)
    assert len(story.backs) == 1
    assert story.watch.lost is None


def test_zeros_do_not_bring_a_stalled_microphone_back() -> None:
    story = Story().passes(3).passes(2, None)
    story.watch.begin_stream(story.now)
    assert story.passes(1, ZEROS).backs == []
    assert len(story.passes(1).backs) == 1


def test_a_microphone_that_never_gave_a_sound_gets_more_time() -> None:
    (after, loss), = Story().passes(10, ZEROS).losses
    assert loss == "flat"
    assert after == pytest.approx(FIRST_SOUND_S, abs=0.05)


def test_before_the_call_is_answered_silence_is_nobodys_business() -> None:
    story = Story(answered=False).passes(20, ZEROS)
    assert story.losses == []
    story.watch.begin_call(story.now)
    assert story.passes(FIRST_SOUND_S - 0.1, ZEROS).losses == []


def test_a_headset_that_silences_its_own_noise_is_left_alone() -> None:
    story = Story().passes(1.5, ZEROS).passes(3).passes(15, ZEROS).passes(2).passes(20, ZEROS)
    assert story.losses == []


def test_a_program_that_stood_still_does_not_blame_the_microphone() -> None:
    story = Story().passes(3)
    story.now += 60
    assert story.passes(0.5, None).passes(3).losses == []
