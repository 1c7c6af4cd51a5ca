"""Every behaviour is found where it is shown and nowhere else; typed and, where marks do not decide, as heard."""

from __future__ import annotations

import pytest

from simulator.cues.cue import CATALOGUE, MEASURED_FAULTS, MEASURED_SKILLS, CueContext
from simulator.cues.spot import spot
from tests.cues.behaviours import BEHAVIOURS

DANA = CueContext(caller_name="Dana Whitlock")
FOR = [(skill, text) for skill, (shows, _) in BEHAVIOURS.items() for text in shows]
AGAINST = [(skill, text) for skill, (_, others) in BEHAVIOURS.items() for text in others]


@pytest.mark.parametrize(("skill", "text"), FOR)
def test_found(skill: str, text: str) -> None:
    assert skill in {cue.skill for cue in spot(text, DANA)}


@pytest.mark.parametrize(("skill", "text"), AGAINST)
def test_not_found(skill: str, text: str) -> None:
    assert not [(cue.rule, cue.quote) for cue in spot(text, DANA) if cue.skill == skill]


def test_every_behaviour_that_the_words_can_show_is_tried() -> None:
    elsewhere = {*MEASURED_SKILLS, *MEASURED_FAULTS, "ask_again", "robotic", "forbidden_offer"}
    assert set(BEHAVIOURS) == CATALOGUE - elsewhere
