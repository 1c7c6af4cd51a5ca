"""A trainer's own example sentences are heard in a reply, and the program's guards look at them like at its own rules."""

from __future__ import annotations

from dataclasses import replace

from simulator.call.context import cue_context
from simulator.cues.cue import CueContext, Likes
from simulator.cues.own_examples import RULE
from simulator.cues.spot import spot
from simulator.scenario.model import OwnExamples
from simulator.scoring.better import better_for
from simulator.scoring.call_view import view_of
from tests.support.calls import call, house, reply
from tests.support.small_scenario import parcel

DESK = CueContext(own=(Likes("take_ownership", ("This one is on my desk until it is solved.",)),))


def own_cues(text: str, context: CueContext = DESK) -> list[tuple[str, str]]:
    return [(cue.skill, cue.quote) for cue in spot(text, context) if cue.rule == RULE]


def test_an_example_is_heard_inside_a_longer_reply() -> None:
    assert own_cues("right so this one is on my desk until it is solved and nobody else") == [
        ("take_ownership", "this one is on my desk until it is solved")
    ]


def test_one_wrong_letter_is_still_the_example() -> None:
    assert own_cues("this one is on my desks until it is solved")


def test_half_of_it_is_not() -> None:
    assert not own_cues("this one is on my desk")


def test_what_somebody_else_said_is_not() -> None:
    assert not own_cues("you said this one is on my desk until it is solved")


def test_without_the_example_nothing_is_heard() -> None:
    assert not own_cues("this one is on my desk until it is solved", CueContext())


def test_a_call_never_fails_by_an_example() -> None:
    rude = CueContext(own=(Likes("insult", ("You are a walking coat hanger.",)),))
    assert [cue.certainty for cue in spot("you are a walking coat hanger", rude)] == ["possible"]


def test_a_scenario_brings_its_examples_and_its_better_phrase() -> None:
    own = OwnExamples(("This one is on my desk until it is solved.",), (), "{caller}, this one stays with me.")
    scenario = replace(parcel(), cues={"take_ownership": own}, sha256="another")
    assert own_cues("this one is on my desk until it is solved", cue_context(scenario))
    row = next(row for row in house().rows if row.id == "take_ownership")
    first_name = scenario.caller.name.split()[0]
    assert better_for(row, view_of(call(reply("hello")), scenario)) == f"{first_name}, this one stays with me."
