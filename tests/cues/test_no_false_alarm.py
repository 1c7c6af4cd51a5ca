"""Sentences of decent trainees that once earned a point, or a fault, that was not theirs. A forbidden offer fails a whole call."""

from __future__ import annotations

import pytest

from simulator.call.context import cue_context
from simulator.cues.cue import CueContext
from simulator.cues.spot import spot
from simulator.scenario_files import find_scenario, load_scenario


@pytest.fixture(scope="module")
def context() -> CueContext:
    return cue_context(load_scenario(find_scenario("billing-double-charge")))


@pytest.mark.parametrize(
    "text",
    [
        "i am really sorry for the trouble that we have caused you and for the time you lost i will take care of this for you",
        "i will send the money back to your card and i am sorry for the trouble and the stress this has caused you",
        "i am not able to pay for time but i can take twenty dollars off your next bill",
        "i understand you lost time and money on this and i will take twenty dollars off your next bill",
    ],
)
def test_a_decent_sentence_is_no_forbidden_offer(text: str, context: CueContext) -> None:
    assert "forbidden_offer" not in {cue.skill for cue in spot(text, context)}


@pytest.mark.parametrize(
    "text",
    [
        "we will pay you two hundred dollars for the trouble",
        "i can offer you some cash for your time",
        "you will be compensated for the stress",
    ],
)
def test_money_for_trouble_is_still_heard(text: str, context: CueContext) -> None:
    assert "forbidden_offer" in {cue.skill for cue in spot(text, context)}


@pytest.mark.parametrize(
    "text",
    [
        "good morning thank you for calling customer service my name is alex how can i help you today",
        "we got this wrong and that is our fault two calls already and you were told to wait",
        "i will send it today",
        "by when does the money have to be there",
    ],
)
def test_nothing_is_offered_here(text: str, context: CueContext) -> None:
    assert not [cue for cue in spot(text, context) if cue.remedy]


@pytest.mark.parametrize("text", ["were there any overdraft or late fees", "the case number is two zero nine eight three"])
def test_nothing_is_played_back_here(text: str, context: CueContext) -> None:
    assert "paraphrase" not in {cue.skill for cue in spot(text, context)}


def test_tell_me_what_happened_asks_for_no_fact_in_particular(context: CueContext) -> None:
    cues = spot("tell me what happened and i will stay with you", context)
    assert [cue.fact for cue in cues if cue.skill == "ask_fact"] == [""]


@pytest.mark.parametrize("heard", ["thank you donna", "thanks dana", "hello miss whit lock"])
def test_a_name_is_known_by_its_sound_where_people_say_names(heard: str, context: CueContext) -> None:
    assert "use_name" in {cue.skill for cue in spot(f"{heard} i will look into it", context)}


@pytest.mark.parametrize("heard", ["thank you don", "that is done now", "the dinner is ready"])
def test_other_words_are_no_name(heard: str, context: CueContext) -> None:
    assert "use_name" not in {cue.skill for cue in spot(f"{heard} i will look into it", context)}
