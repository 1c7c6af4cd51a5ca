"""Rows that are heard in the words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.cues.cue import Cue
from simulator.cues.second_opinion import RULE as LEARNED
from simulator.scenario.model import Place
from tests.support.calls import call, cue, greeting, marked, reply, row
from tests.support.small_scenario import parcel, when


def _apology(place: Place = "venting", **more: object) -> object:
    return row(
        marked(call(greeting(), reply("i am sorry about this", cue("apologise", "i am sorry", **more), place=place))),
        "apologise",
    )


@pytest.mark.parametrize(
    ("place", "more", "credit", "outcome"),
    [
        ("venting", {}, 1000, "met"),
        ("closing", {}, 500, "partly"),
        ("venting", {"certainty": "possible"}, 500, "partly"),
        ("closing", {"certainty": "possible"}, 250, "partly"),
    ],
)
def test_a_skill_counts_whole_in_its_place_and_half_out_of_it_or_when_only_possible(
    place: Place, more: dict[str, str], credit: int, outcome: str
) -> None:
    finding = _apology(place, **more)

    assert (finding.credit, finding.outcome) == (credit, outcome)


@pytest.mark.parametrize("skill", ["acknowledge_feeling", "paraphrase"])
def test_a_stock_phrase_counts_half_and_the_card_says_why(skill: str) -> None:
    said = reply("that must be frustrating", cue(skill, stock=True), place="understanding")

    finding = row(marked(call(greeting(), said)), skill)

    assert (finding.credit, finding.outcome) == (500, "partly")
    assert "general phrase" in finding.missing


def test_a_possible_stock_phrase_out_of_place_is_too_little_to_count_as_partly() -> None:
    said = reply("that must be frustrating", cue("acknowledge_feeling", stock=True, certainty="possible"), place="closing")

    finding = row(marked(call(greeting(), said)), "acknowledge_feeling")

    assert (finding.credit, finding.outcome) == (125, "missed")


def test_the_best_single_evidence_decides_and_repeats_add_nothing() -> None:
    late = reply("sorry once more", cue("apologise", "sorry"), place="closing")
    once = call(greeting(), reply("i am sorry", cue("apologise")), late)

    finding = row(marked(once), "apologise")

    assert finding.credit == 1000
    assert [each.credit for each in finding.evidence] == [1000, 500]


def test_a_greeting_in_the_reply_to_the_opening_is_still_in_its_place() -> None:
    hello = cue("greet", "hello")

    first = marked(call(reply("yes", place="opening"), reply("hello this is sam", hello)))
    later = marked(call(reply("yes", place="opening"), reply("right"), reply("hello this is sam", hello)))

    assert row(first, "greet").credit == 1000
    assert row(later, "greet").credit == 500


def test_a_line_that_waits_for_a_skill_is_its_place() -> None:
    scenario = parcel()
    beat = replace(scenario.beats[0], watch_for=("take_ownership",))
    scenario = replace(scenario, beats=(beat, *(each for each in scenario.beats[1:] if each.id != "softens")))
    took = reply("i will take care of it myself", cue("take_ownership"))

    waiting = marked(call(greeting(), took, took, said={1: "why"}), scenario)
    not_waiting = marked(call(greeting(), took, said={0: "opening"}), scenario)

    assert row(waiting, "take_ownership").credit == 1000
    assert row(not_waiting, "take_ownership").credit == 500


def test_a_stage_whose_beats_wait_for_a_skill_is_its_place() -> None:
    took = reply("i will take care of it myself", cue("take_ownership"))

    assert row(marked(call(greeting(), took)), "take_ownership").credit == 1000  # the beat "softens" waits for it


def test_a_place_that_the_scenario_does_not_have_is_everywhere() -> None:
    asked = reply("what is the number", cue("ask_fact"), place="closing")
    scenario = parcel()
    with_facts = replace(scenario, stages=(*scenario.stages, replace(scenario.stages[1], id="facts", place="understanding")))

    assert row(marked(call(greeting(), asked)), "ask_fact").credit == 1000
    assert row(marked(call(greeting(), asked), with_facts), "ask_fact").credit == 500


def test_what_was_not_heard_says_what_was_missing_and_what_to_try() -> None:
    finding = row(marked(call(greeting(), reply("one moment"))), "apologise")

    assert (finding.outcome, finding.credit, finding.evidence) == ("missed", 0, ())
    assert finding.missing.startswith("A short apology")
    assert finding.better == "I'm sorry that this happened, Robin, and that you had to call about it."


def test_evidence_carries_its_words_and_their_times() -> None:
    said = reply("well i am sorry about this", cue("apologise", "i am sorry"))

    (evidence,) = row(marked(call(greeting(), said)), "apologise").evidence

    assert (evidence.turn, evidence.quote, evidence.rule) == (1, "i am sorry", "apologise rule")
    assert (evidence.from_ms, evidence.to_ms) == (20_300, 21_200)


def test_in_a_typed_call_the_times_are_those_of_the_reply() -> None:
    typed = replace(reply("i am sorry", cue("apologise")), words=())

    (evidence,) = row(marked(call(greeting(), typed, typed=True)), "apologise").evidence

    assert (evidence.from_ms, evidence.to_ms) == (20_000, 21_000)


def test_nothing_is_marked_in_a_reply_that_could_not_be_made_out() -> None:
    mumbled = reply("i am sorry", cue("apologise"), unclear=True)
    clear = [reply("yes", place="understanding") for _ in range(8)]

    finding = row(marked(call(greeting(), reply("right"), reply("yes"), reply("so"), mumbled, *clear)), "apologise")

    assert (finding.outcome, finding.evidence) == ("missed", ())


def test_a_miss_where_many_replies_were_unclear_could_not_be_told() -> None:
    card = marked(call(greeting(), reply("mumble", unclear=True), reply("right"), reply("yes")))

    assert row(card, "apologise").outcome == "could_not_tell"
    assert row(card, "apologise").missing == "Too many replies could not be made out to tell."
    assert row(card, "check_further").outcome == "missed"  # nothing was unclear where it belongs
    assert "1 of 4 replies could not be made out" in card.notes[0]


def test_a_finding_that_rests_on_low_words_alone_could_not_be_told() -> None:
    faint = reply("i am sorry", cue("apologise"), confidence=600)

    finding = row(marked(call(greeting(), faint, reply("right"))), "apologise")

    assert finding.outcome == "could_not_tell"
    assert finding.evidence[0].quote == "i am sorry"


def test_one_clear_evidence_is_enough_beside_a_faint_one() -> None:
    faint = reply("i am sorry", cue("apologise"), confidence=600)

    finding = row(marked(call(greeting(), faint, reply("i am sorry", cue("apologise")))), "apologise")

    assert finding.outcome == "met"


@pytest.mark.parametrize(
    ("fault", "outcome"), [("yes", "met"), ("partly", "met"), ("no", "not_applicable"), ("unknown", "not_applicable")]
)
def test_admitting_the_fault_applies_only_where_the_company_has_one(fault: str, outcome: str) -> None:
    said = reply("that was our mistake", cue("admit_fault"), place="understanding")

    finding = row(marked(call(greeting(), said), parcel(company_at_fault=fault)), "admit_fault")

    assert finding.outcome == outcome
    assert finding.evidence  # shown either way


def test_a_skill_that_the_house_does_not_score_is_listed_only_where_the_scenario_waits_for_it() -> None:
    silent = marked(call(greeting(), reply("right")))
    scenario = parcel()
    waiting = parcel(beats=(replace(scenario.beats[0], when=when(heard="recap")), *scenario.beats[1:]))

    assert row(silent, "recap").outcome == "not_applicable"
    assert row(marked(call(greeting(), reply("right")), waiting), "recap").outcome == "missed"
    assert row(silent, "recap").weight == 0


def test_a_scenario_may_weigh_rows_anew_and_so_move_the_score() -> None:
    scenario = parcel()
    heavy = parcel(rubric=replace(scenario.rubric, weights={"recap": 50, "greet": 0}))
    said = call(greeting(), reply("so once more", cue("recap"), place="closing"))

    assert row(marked(said, heavy), "recap").weight == 50
    assert row(marked(said, heavy), "greet").weight == 0
    assert marked(said, heavy).score > marked(said).score


def test_a_required_sentence_of_the_scenario_has_its_own_row() -> None:
    from simulator.scenario.model import MustSay

    scenario = parcel()
    must = MustSay("window", "Say when the driver comes", ("between two and four",))
    scenario = parcel(policy=replace(scenario.policy, must_say=(must,)))

    said = marked(call(greeting(), reply("between two and four", cue("window"))), scenario)
    unsaid = marked(call(greeting(), reply("right")), scenario)

    assert (row(said, "window").label, row(said, "window").outcome) == ("Say when the driver comes", "met")
    assert (row(unsaid, "window").outcome, row(unsaid, "window").better) == ("missed", "between two and four")


def test_every_row_of_the_house_stands_on_the_card_in_the_order_of_the_rubric() -> None:
    card = marked(call(greeting()))

    assert [finding.id for finding in card.findings][:24] == (
        "greet stay_calm let_vent signal_listening use_name acknowledge_feeling apologise admit_fault ask_fact paraphrase "
        "take_ownership offer_remedy fair_remedy offer_options explain_plan give_timeframe no_blame not_dismissive not_robotic "
        "right_order escalate keep_moving check_further thank"
    ).split()
    assert sum(finding.weight for finding in card.findings) == 100


def test_a_cue_of_another_row_earns_nothing() -> None:
    other: Cue = cue("thank")

    assert row(marked(call(greeting(), reply("thanks", other))), "apologise").credit == 0


def test_a_second_opinion_is_evidence_only_where_no_rule_heard_anything() -> None:
    suggested = cue("apologise", "this should not be", certainty="possible", rule=LEARNED)
    ruled = cue("apologise", "i am sorry")
    both = row(marked(call(greeting(), reply("this should not be", suggested), reply("i am sorry", ruled))), "apologise")
    alone = row(marked(call(greeting(), reply("this should not be", suggested))), "apologise")
    assert [evidence.quote for evidence in both.evidence] == ["i am sorry"]
    assert (alone.outcome, [evidence.quote for evidence in alone.evidence]) == ("partly", ["this should not be"])
