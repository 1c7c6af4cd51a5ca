"""The table answers every pair of phase and happening."""

from __future__ import annotations

from typing import get_args

import pytest

from simulator.call.advance import HANDLERS
from simulator.call.events import HAPPENINGS
from simulator.call.phases import ACT, IMPOSSIBLE, answer_of
from simulator.call.state import Phase


@pytest.mark.parametrize("phase", get_args(Phase))
def test_every_happening_has_an_answer_in_every_phase(phase: Phase) -> None:
    for happening in HAPPENINGS:
        answer = answer_of(phase, happening)
        assert answer in (ACT, IMPOSSIBLE) or len(answer.removeprefix("ignore: ")) > 5, (phase, happening)


def test_every_happening_has_a_handler() -> None:
    assert set(HANDLERS) == set(HAPPENINGS)


def test_a_happening_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        answer_of("listening", "Sneezed")


def test_the_trainee_can_hang_up_in_every_phase_of_a_call_that_lasts() -> None:
    lasting = set(get_args(Phase)) - {"ringing", "ended"}
    assert all(answer_of(phase, "HangUpPressed") == ACT for phase in lasting)
