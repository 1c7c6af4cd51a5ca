"""In a call what only the words together suggest may give credit, and accuses nobody."""

from __future__ import annotations

from simulator.call.context import cues_of
from simulator.cues.second_opinion import RULE as LEARNED
from simulator.cues.spot import spot
from tests.support.small_scenario import parcel

#: "Write down this number, please", as a recogniser heard it.
MISHEARD = "right down this number please"


def test_a_misheard_sentence_is_no_fault() -> None:
    assert [(cue.skill, cue.rule) for cue in spot(MISHEARD)] == [("calm_down_order", LEARNED)], "else this test shows nothing"
    assert not cues_of(parcel(), MISHEARD)


def test_a_plain_order_to_calm_down_is_one() -> None:
    assert [cue.skill for cue in cues_of(parcel(), "you need to calm down")] == ["calm_down_order"]
