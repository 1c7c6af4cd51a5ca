"""Rows about what was offered, agreed and handed on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.scenario.model import Beat, Ending, Scenario
from simulator.scoring.finding import Finding
from simulator.scoring.marked_call import AgreedRemedy
from tests.support.calls import (
    agreed,
    call,
    cue,
    greeting,
    marked,
    remedy,
    reply,
    row,
    with_remedies,
)
from tests.support.small_scenario import parcel, say, when

EURO = 1000


def _policy() -> Scenario:
    return with_remedies(
        remedy("refund", up_to=200 * EURO),
        remedy("voucher", up_to=40 * EURO),
        remedy("fee_review", up_to=100 * EURO, agent_may="send_for_review"),
        remedy("new_parcel", counts_as="fair"),
        remedy("sticker", counts_as="token"),
        remedy("cash", agent_may="never"),
        floor=100 * EURO,
        ceiling=250 * EURO,
        currency="EUR",
    )


def _fair(*pairs: AgreedRemedy, scenario: Scenario | None = None) -> Finding:
    return row(marked(call(greeting(), reply("right"), agreed=pairs), scenario or _policy()), "fair_remedy")


@pytest.mark.parametrize(
    ("pairs", "credit", "words"),
    [
        ((agreed("refund"),), 1000, ""),
        ((agreed("refund", 100 * EURO),), 1000, ""),
        ((agreed("refund", 99 * EURO),), 500, "too little; fair begins at €100"),
        ((agreed("refund", 49 * EURO),), 0, "too little"),
        ((agreed("refund", 201 * EURO),), 0, "the limit here is €200"),
        ((agreed("refund"), agreed("fee_review")), 0, "the limit here is €250"),
        ((agreed("refund", 120 * EURO), agreed("fee_review")), 1000, ""),
        ((agreed("voucher"),), 0, "too little"),
        ((agreed("new_parcel"),), 1000, ""),
        ((agreed("sticker"),), 0, "too little"),
        ((agreed("voucher"), agreed("new_parcel")), 1000, ""),
        ((agreed("refund"), agreed("cash")), 0, "does not allow"),
        ((), 0, "No remedy was agreed"),
    ],
)
def test_what_was_agreed_is_held_against_floor_and_ceiling(pairs: tuple[AgreedRemedy, ...], credit: int, words: str) -> None:
    finding = _fair(*pairs)

    assert finding.credit == credit
    assert words in finding.missing if words else finding.missing == ""


def test_the_evidence_of_a_fair_remedy_is_the_offer_with_its_amount() -> None:
    said = reply("i can give you a refund", cue("offer_remedy", remedy="refund"), place="resolving")

    (evidence,) = row(marked(call(greeting(), said, agreed=(agreed("refund", 150 * EURO),)), _policy()), "fair_remedy").evidence

    assert (evidence.quote, evidence.note) == ("i can give you a refund", "within policy: Refund, €150")


def test_without_limits_any_agreed_remedy_of_the_policy_is_fair() -> None:
    assert _fair(agreed("resend"), scenario=parcel()).credit == 1000


@pytest.mark.parametrize("row_id", ["offer_remedy", "fair_remedy", "right_order"])
def test_rows_about_remedies_do_not_apply_where_there_is_none_to_give(row_id: str) -> None:
    for nothing in (with_remedies(), with_remedies(remedy("cash", agent_may="never"))):
        assert row(marked(call(greeting(), reply("right")), nothing), row_id).outcome == "not_applicable"


@pytest.mark.parametrize("row_id", ["offer_remedy", "fair_remedy", "right_order"])
def test_nor_where_a_respectful_no_was_the_right_end(row_id: str) -> None:
    no = Ending("respected", "declined", when(heard="set_limit"), best=True)
    scenario = parcel(endings=(no, *parcel().endings))

    card = marked(call(greeting(), reply("right"), ending="respected", kind="declined"), scenario)

    assert row(card, row_id).outcome == "not_applicable"
    assert card.first.headline == "They got a clear no, and they respect it."


def test_an_offer_that_the_policy_forbids_is_no_remedy() -> None:
    forbidden = reply("we will pay you cash", cue("offer_remedy", remedy="cash"), place="resolving")

    assert row(marked(call(greeting(), forbidden)), "offer_remedy").credit == 0


def test_an_offer_before_any_sign_of_having_listened_counts_half() -> None:
    first = reply("i can send it again", cue("offer_remedy", remedy="resend"), place="resolving")
    sorry = reply("i am so sorry", cue("apologise"), place="resolving")

    solved_first = row(marked(call(greeting(), first)), "offer_remedy")
    heard_first = row(marked(call(greeting(), sorry, first)), "offer_remedy")
    again_later = row(marked(call(greeting(), first, sorry, first)), "offer_remedy")

    assert (solved_first.credit, solved_first.missing) == (
        500,
        "Heard before anything showed them that you had listened; it counts half.",
    )
    assert heard_first.credit == again_later.credit == 1000


def test_the_sum_that_was_named_after_the_yes_holds() -> None:
    offer = reply("i can give you a refund", cue("offer_remedy", remedy="refund"), place="resolving")
    sum_ = reply("that will be fifty euros", cue("offer_remedy", remedy="refund", amount=50 * EURO), place="resolving")
    agreed_then = AgreedRemedy("refund", -1, 45_000)

    finding = row(marked(call(greeting(), offer, sum_, agreed=(replace(agreed_then, at_ms=30_000),)), _policy()), "fair_remedy")

    assert (finding.outcome, finding.evidence[0].quote) == ("partly", "that will be fifty euros")
    assert finding.evidence[0].note == "too little: Refund, €50"

    once_more = replace(offer, turn=3, answers=3, from_ms=60_000, to_ms=62_000)
    told_again = call(greeting(), offer, sum_, once_more, agreed=(replace(agreed_then, at_ms=30_000),))
    assert row(marked(told_again, _policy()), "fair_remedy").evidence[0].note == "too little: Refund, €50"


def test_figures_beside_a_remedy_without_money_are_no_sum() -> None:
    assert _fair(agreed("new_parcel", 940 * EURO)).credit == 1000


def test_more_than_the_policy_allows_is_for_the_coach_even_where_nobody_took_it() -> None:
    too_much = reply("i can refund three hundred", cue("offer_remedy", remedy="refund", amount=300 * EURO), place="resolving")
    unsure = replace(too_much, words=tuple(replace(word, confidence=300) for word in too_much.words))

    assert "€300 was offered at 0:20; the policy allows up to €200 there." in marked(call(greeting(), too_much), _policy()).for_the_coach
    assert not marked(call(greeting(), unsure), _policy()).for_the_coach


def test_a_handover_that_is_the_right_end_needs_no_other_remedy() -> None:
    scenario = _with_supervisor()
    right = replace(scenario, endings=tuple(replace(ending, best=ending.id == "handed-on") for ending in scenario.endings))
    handed_on = call(greeting(), reply("right"), agreed=(agreed("team_lead_call"),), ending="handed-on", kind="escalated")

    assert row(marked(handed_on, right), "fair_remedy").outcome == "not_applicable"
    assert row(marked(handed_on, scenario), "fair_remedy").outcome == "missed"


def _with_supervisor() -> Scenario:
    scenario = with_remedies(remedy("resend"), remedy("team_lead_call", label="The team lead calls back"))
    asks = Beat("wants-lead", say("I want your supervisor."), "", asks_for="team_lead_call", repeat=True)
    ending = Ending("handed-on", "escalated", when(agreed="team_lead_call"))
    return replace(scenario, reactions=(asks,), endings=(*scenario.endings, ending))


def test_passing_on_applies_only_where_it_was_asked_for_or_needed() -> None:
    said = reply("i will bring in my team lead", cue("escalate"), place="venting")

    unasked = row(marked(call(greeting(), said), _with_supervisor()), "escalate")
    asked = row(marked(call(greeting(), reply("right"), said, said={1: "wants-lead"}), _with_supervisor()), "escalate")

    assert (unasked.outcome, unasked.missing) == ("not_applicable", "Nobody needed to be brought in.")
    assert (asked.outcome, asked.credit) == ("met", 1000)  # after the request every place is right


def test_offering_the_handover_that_was_asked_for_is_passing_on() -> None:
    said = reply("the team lead will call you back", cue("offer_remedy", remedy="team_lead_call"), place="venting")

    card = marked(call(greeting(), reply("right"), said, said={1: "wants-lead"}), _with_supervisor())

    assert row(card, "escalate").credit == 1000


def test_a_call_that_can_only_be_solved_by_somebody_else_needs_it() -> None:
    ending = Ending("handed-on", "escalated", when(heard="escalate"), best=True)
    scenario = parcel(endings=(ending,))

    assert row(marked(call(greeting(), reply("right")), scenario), "escalate").outcome == "missed"


def test_a_supervisor_asked_for_twice_without_a_handover_is_for_the_coach() -> None:
    asked_twice = call(greeting(), reply("no"), reply("no"), said={0: "wants-lead", 1: "wants-lead"})

    assert "They asked for somebody else twice; no handover was heard." in marked(asked_twice, _with_supervisor()).for_the_coach


def test_a_case_handed_on_before_anything_was_agreed_says_so() -> None:
    finding = row(
        marked(call(greeting(), reply("right"), agreed=(agreed("team_lead_call"),)), _with_supervisor()), "fair_remedy"
    )

    assert finding.missing == "The case was handed on before a remedy was agreed."


def test_passing_the_call_on_by_hand_after_the_request_is_passing_on() -> None:
    by_hand = call(
        greeting(), reply("one moment"), reply("yes"), said={0: "wants-lead"}, ending="transferred", kind="escalated"
    )

    card = marked(by_hand, _with_supervisor())

    assert (row(card, "escalate").outcome, row(card, "escalate").evidence[0].note) == ("met", "the call was passed on")
