"""Robots that speak: their sentences are heard as what they mean, and a call in words goes as the one without."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.call.context import cue_context
from simulator.call.hearing import caller_lines, replies
from simulator.call.state import CallState
from simulator.cues.spot import spot
from simulator.robots.bots import BOTS
from simulator.robots.move import Move
from simulator.robots.sentences import FAULTS, SKILLS
from simulator.robots.trainees import TRAINEES
from simulator.robots.typed_calls import typed_call
from simulator.robots.wording import WORDLESS, paraphrase, words_of_move
from simulator.scenario_files import find_scenario, load_scenario
from simulator.transcript.words import typed_words
from tests.support.small_scenario import parcel

EXAMPLE = load_scenario(find_scenario("billing-double-charge"))
HOUSE = [(what, text) for what, texts in {**SKILLS, **FAULTS}.items() for text in texts]


def heard(text: str) -> set[str]:
    """Return what the ears find in a sentence of a call about the double charge."""
    return {cue.skill for cue in spot(" ".join(word.text for word in typed_words(text)), cue_context(EXAMPLE))}


def before(text: str) -> CallState:
    """Return a call about the double charge after one reply with these words."""
    return typed_call(EXAMPLE, lambda state, seed: text if not state.story.turns and len(state.transcript) < 4 else "", 0)


@pytest.mark.parametrize(("what", "text"), HOUSE, ids=lambda value: value[:40])
def test_every_house_sentence_is_heard_as_what_it_means(what: str, text: str) -> None:
    assert what in heard(text.replace("{name}", "Dana").replace("{company}", "Larkfield Fibre"))


@pytest.mark.parametrize(("what", "text"), [pair for pair in HOUSE if pair[0] in SKILLS], ids=lambda value: value[:40])
def test_no_skill_is_spoken_with_a_fault_in_it(what: str, text: str) -> None:
    assert not heard(text) & set(FAULTS)


def test_there_are_nine_and_each_has_words_for_what_it_does() -> None:
    assert list(BOTS) == list(TRAINEES)
    assert len(BOTS) == 9


@pytest.mark.parametrize("robot", [name for name in BOTS if name != "silent"])
def test_whoever_speaks_greets_first(robot: str) -> None:
    first = replies(typed_call(EXAMPLE, BOTS[robot], 1))[0]
    assert "greet" in {cue.skill for cue in first.cues}


def test_the_silent_one_says_nothing() -> None:
    state = typed_call(EXAMPLE, BOTS["silent"], 0)
    assert (replies(state), state.story.ending) == ((), "trainee-hung-up")


@pytest.mark.parametrize("seed", range(4))
def test_a_calm_call_in_words_goes_as_the_one_without(seed: int) -> None:
    state = typed_call(EXAMPLE, BOTS["calm"], seed)
    assert state.story.ending == "resolved"
    assert state.story.turns <= 14
    assert {fact.id for fact in EXAMPLE.facts if fact.needed} <= state.story.known


@pytest.mark.parametrize("robot", ["rude", "random-rude"])
def test_rude_words_are_hung_up_on(robot: str) -> None:
    assert typed_call(EXAMPLE, BOTS[robot], 0).story.kind == "hung_up"


def test_a_model_answer_is_said_once_and_what_it_leaves_out_is_added() -> None:
    state = typed_call(EXAMPLE, BOTS["calm"], 0)
    opening = " ".join(EXAMPLE.opening.model_answer.lower().replace(",", "").split()[:6])
    said = [reply.text.lower().replace(",", "") for reply in replies(state)]
    assert sum(opening in text for text in said) == 1
    assert opening in said[1]


def test_the_scenarios_own_sentences_come_first() -> None:
    state = before("hello")
    assert words_of_move(Move(("whole_card_number",)), state, 0) in EXAMPLE.policy.never_say[2].like
    assert words_of_move(Move(asks=("identity",)), state, 0) in EXAMPLE.facts[0].ask_like
    assert words_of_move(Move(offers=("refund_rush",)), state, 0) in EXAMPLE.policy.remedies[0].offer_like
    assert words_of_move(Move(("give_reference",)), state, 0) in EXAMPLE.policy.must_say[1].like


def test_what_is_measured_in_time_has_no_words() -> None:
    assert words_of_move(Move(tuple(sorted(WORDLESS))), before("hello"), 0) == ""


def test_a_paraphrase_names_the_callers_own_matter() -> None:
    assert "paraphrase" in heard(paraphrase(EXAMPLE))
    nobody_to_blame = parcel(company_at_fault="no", fault_is="", caller=replace(parcel().caller, wants="Her parcel before Friday."))
    assert paraphrase(nobody_to_blame) == "So if I understand you right, what you want is your parcel before Friday."


def test_no_sentence_is_said_twice_while_another_is_left() -> None:
    def asks(call: CallState, seed: int) -> str:
        return words_of_move(Move(asks=("charge_dates",)), call, seed) if len(replies(call)) < 3 else ""

    state = typed_call(EXAMPLE, asks, 0)
    assert len({reply.text for reply in replies(state)}) == 3
    assert caller_lines(state)
