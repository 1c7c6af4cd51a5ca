"""In a call what only the words together suggest may give credit, and accuses nobody."""

from __future__ import annotations

import pytest

from simulator.call import context
from simulator.call.context import cues_of
from simulator.cues.cue import Cue
from simulator.cues.second_opinion import RULE as LEARNED
from tests.support.small_scenario import parcel

#: "Write down this number, please", as a recogniser heard it.
MISHEARD = "right down this number please"


@pytest.mark.parametrize("certainty", ["possible", "sure"])
def test_what_only_the_words_suggest_is_no_fault(monkeypatch: pytest.MonkeyPatch, certainty: str) -> None:
    def suggests(skill: str) -> Cue:
        return Cue(skill, certainty, 0, len(MISHEARD), MISHEARD, LEARNED)  # type: ignore[arg-type]

    monkeypatch.setattr(context, "spot", lambda *_: (suggests("calm_down_order"), suggests("take_ownership")))
    assert [cue.skill for cue in cues_of(parcel(), MISHEARD)] == ["take_ownership"]


def test_a_plain_order_to_calm_down_is_one() -> None:
    assert [cue.skill for cue in cues_of(parcel(), "you need to calm down")] == ["calm_down_order"]
