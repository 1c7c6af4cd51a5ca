"""What fails a call, and what only asks a coach to look."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.scenario.model import NeverSay, Scenario
from simulator.scoring.auto_fail import capped
from tests.support.calls import call, cue, greeting, marked, reply
from tests.support.small_scenario import parcel


def _scenario(*auto_fail: str, fails: bool = False) -> Scenario:
    scenario = parcel()
    never = NeverSay("whole_number", ("read me the whole number",), "We never take a whole card number.", auto_fail=fails)
    return parcel(
        policy=replace(scenario.policy, never_say=(never,)),
        rubric=replace(scenario.rubric, auto_fail=auto_fail, pass_mark=0),
    )


@pytest.mark.parametrize("what", ["insult", "forbidden_offer"])
def test_a_sure_insult_or_forbidden_offer_fails_the_call_with_its_words_and_time(what: str) -> None:
    card = marked(call(greeting(), reply("well these very words", cue(what, "these very words"))), _scenario())

    assert not card.passed
    (fail,) = card.auto_fails
    assert (fail.id, fail.evidence.quote, fail.evidence.from_ms) == (what, "these very words", 20_300)


@pytest.mark.parametrize(("named", "fails"), [((), True), (("whole_number",), False)])
def test_a_never_say_fails_the_call_when_its_author_said_so(named: tuple[str, ...], fails: bool) -> None:
    card = marked(call(greeting(), reply("read me the whole number", cue("whole_number"))), _scenario(*named, fails=fails))

    assert [(fail.id, fail.label) for fail in card.auto_fails] == [("whole_number", "We never take a whole card number.")]
    assert card.first.change == "Leave this out next time. We never take a whole card number."


def test_a_never_say_without_that_word_fails_nothing() -> None:
    card = marked(call(greeting(), reply("read me the whole number", cue("whole_number"))), _scenario())

    assert card.passed and not card.auto_fails


@pytest.mark.parametrize("doubt", [{"certainty": "possible"}, {}])
def test_a_doubtful_insult_fails_nothing_and_asks_a_coach_to_look(doubt: dict[str, str]) -> None:
    said = reply("these very words", cue("insult", **doubt), confidence=1000 if doubt else 500)

    card = marked(call(greeting(), said), _scenario())

    assert card.passed and not card.auto_fails
    assert card.for_the_coach == (
        "Words against the person: perhaps heard at 0:20; the words were not clear enough to be sure.",
    )


def test_in_a_typed_call_the_coach_is_sent_to_the_reply_by_its_number_from_one() -> None:
    card = marked(call(greeting(), reply("these very words", cue("insult", certainty="possible")), typed=True), _scenario())

    assert card.for_the_coach == (
        "Words against the person: perhaps heard in reply 2; the words were not clear enough to be sure.",
    )


@pytest.mark.parametrize("what", ["blame_caller", "dismiss", "policy_shield", "calm_down_order", "sarcasm", "robotic"])
def test_what_wording_alone_cannot_prove_never_fails_a_call_even_if_the_scenario_names_it(what: str) -> None:
    card = marked(call(greeting(), reply("some words", cue(what))), _scenario(what))

    assert card.passed and not card.auto_fails
    assert any("heard at 0:20" in sentence for sentence in card.for_the_coach)


@pytest.mark.parametrize("what", ["calm_down_order", "blame_caller"])
def test_critical_words_ask_a_coach_to_look_without_touching_the_pass(what: str) -> None:
    assert marked(call(greeting(), reply("some words", cue(what))), _scenario()).for_the_coach


def test_details_before_the_check_are_for_the_coach() -> None:
    card = marked(call(greeting(), reply("the parcel is here"), measured_faults=(("skip_verification", 1),)), _scenario())

    assert card.for_the_coach == ("Details before the check: heard at 0:20.",)


def test_a_scenario_may_make_a_broken_promise_fail() -> None:
    promised = call(greeting(), reply("guaranteed today", cue("over_promise")))

    assert marked(promised, _scenario("over_promise")).auto_fails
    assert not marked(promised, _scenario()).auto_fails


def test_hanging_up_on_the_caller_is_for_the_coach() -> None:
    card = marked(call(greeting(), ending="trainee-hung-up", kind="agent_ended"))

    assert "The call was ended on your side before any ending of the scenario was reached." in card.for_the_coach


def test_the_cap_waits_for_a_coach() -> None:
    assert (capped(88, confirmed=False), capped(88, confirmed=True), capped(40, confirmed=True)) == (88, 60, 40)
