"""Which sums a reply offers, for what, and which sums in it are the account's or the caller's own."""

from __future__ import annotations

from functools import cache

import pytest

from simulator.call.context import cues_of
from simulator.scenario.model import Scenario
from simulator.scenario_files import find_scenario, load_scenario
from tests.corpus.measure import as_heard

BILL, BOOTS, VIOLIN = "billing-double-charge", "shop-worn-boots", "parcel-left-in-rain"
FLIGHT, CARD = "airline-storm-cancelled", "bank-card-blocked-abroad"

OFFERED = [
    (BILL, "I can rush a refund of two hundred dollars back to your card.", {"refund_rush": 200_000}),
    (BILL, "I can rush refund you a hundred and fifty.", {"refund_rush": 150_000}),
    (BILL, "I'll rush that refund of one forty eight sixty back to the card.", {"refund_rush": 148_600}),
    (BILL, "I'm rushing $148.60 back to your card today.", {"refund_rush": 148_600}),
    (BILL, "Let's say fifty dollars off your next bill.", {"goodwill_credit": 50_000}),
    (BILL, "I'll knock thirty off your next bill.", {"goodwill_credit": 30_000}),
    (BILL, "I can send the rush refund today. That will be one hundred forty eight dollars and sixty cents.", {"refund_rush": 148_600}),
    (CARD, "I can credit twenty five to your account for this phone bill.", {"small_credit": 25_000}),
    (BOOTS, "You get a voucher for forty for a new sole at our cobbler.", {"sole_voucher": 40_000}),
    (VIOLIN, "I can refund the shipping fee of twenty four eighty.", {"shipping_refund": 24_800}),
    (FLIGHT, "I can refund the ticket, all two hundred and twelve dollars.", {"ticket_refund": 212_000}),
    # Each sum goes with its own remedy, and the last of two wordings of one sum holds.
    (
        BILL,
        "I can rush the refund of one hundred forty eight dollars sixty and take twenty dollars off your next bill.",
        {"refund_rush": 148_600, "goodwill_credit": 20_000},
    ),
    (BILL, "I can take thirty, sorry, twenty dollars off your next bill.", {"goodwill_credit": 20_000}),
    # A sum for nothing that could be told is nobody's.
    (BILL, "I can give you fifty dollars.", {"": 50_000}),
    (BILL, "How about a hundred and fifty?", {"": 150_000}),
    (BILL, "We'll pay you two hundred dollars for the trouble.", {"cash_compensation": 200_000}),
]

NOT_OFFERED = [
    # The account's.
    (BILL, "I can see the charge of two hundred dollars on your account and I can rush the refund to your card."),
    (BILL, "The second charge was one hundred forty eight dollars sixty, and I'm rushing the refund to your card."),
    # The caller's.
    (BILL, "You paid one hundred forty eight dollars and sixty cents twice, so I'm rushing the refund back to your card."),
    (BILL, "You asked for two hundred dollars, and I can put something on the next bill as a credit."),
    # No sum at all.
    (BILL, "I can give you a credit of twenty five percent on your next bill."),
    (BILL, "I can rush that refund in one to two business days."),
    (BILL, "A normal refund needs up to seven business days to reach you."),
    (BILL, "My supervisor can call you back within twenty four hours."),
    (FLIGHT, "I can put you on the plane at nine forty tonight."),
]


@cache
def scenario(name: str) -> Scenario:
    return load_scenario(find_scenario(name))


def sums(name: str, text: str) -> dict[str, int]:
    found = (cue for cue in cues_of(scenario(name), text) if cue.skill in ("offer_remedy", "forbidden_offer"))
    return {cue.remedy: cue.amount for cue in found if cue.amount >= 0}


@pytest.mark.parametrize(("name", "text", "expected"), OFFERED)
def test_a_sum_that_is_given_goes_with_its_remedy(name: str, text: str, expected: dict[str, int]) -> None:
    assert sums(name, text) == expected
    assert sums(name, as_heard(text)) == expected or "." in text.rstrip(".")


@pytest.mark.parametrize(("name", "text"), NOT_OFFERED)
def test_other_figures_are_no_offer_of_money(name: str, text: str) -> None:
    assert sums(name, text) == {}
    assert sums(name, as_heard(text)) == {}


def test_what_is_put_aside_is_not_what_is_offered() -> None:
    assert sums(BILL, "Instead of two hundred dollars I can take twenty dollars off your next bill.") == {"goodwill_credit": 20_000}


@pytest.mark.parametrize(
    "text",
    [
        "Let me read that back to you.",
        "I'll get back to you about it today.",
        "I can take that back to the team for you.",
        "Let me get that back up on my screen.",
        "I'll put you back in the queue.",
    ],
)
def test_words_that_come_back_are_no_money_back(text: str) -> None:
    assert not [cue for cue in cues_of(scenario(BOOTS), text) if cue.skill == "forbidden_offer"]
    assert not [cue for cue in cues_of(scenario(FLIGHT), text) if cue.remedy == "ticket_refund"]
