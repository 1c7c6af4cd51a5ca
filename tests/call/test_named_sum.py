"""A sum that is named by itself goes with the offer that waits for an answer."""

from __future__ import annotations

import pytest

from simulator.call.named_sum import with_remedies
from simulator.call.signals import Signals
from simulator.call.state import Story
from simulator.call.story import _booked
from simulator.cues.cue import Cue
from simulator.scenario.model import Policy
from tests.support.calls import cue, remedy

BOTH = Policy(remedies=(remedy("refund", up_to=200_000), remedy("credit", up_to=20_000), remedy("callback")))
ONE = Policy(remedies=(remedy("credit", up_to=20_000), remedy("callback"), remedy("cash", up_to=50_000, agent_may="never")))


def named(policy: Policy, *waiting: str, **more: object) -> str:
    alone: Cue = cue("offer_remedy", "let us say fifty dollars", **{"amount": 50_000, **more})
    return with_remedies((alone,), alone.quote, policy, dict.fromkeys(waiting, -1), {})[0].remedy


@pytest.mark.parametrize(
    ("policy", "waiting", "remedy_id"),
    [
        (BOTH, ("refund",), "refund"),
        (BOTH, ("credit", "refund"), "refund"),
        (BOTH, ("refund", "credit"), "credit"),
        (BOTH, ("callback",), ""),
        (BOTH, (), ""),
        (ONE, (), "credit"),
    ],
)
def test_it_belongs_to_the_money_on_the_table_or_to_the_only_money_there_is(
    policy: Policy, waiting: tuple[str, ...], remedy_id: str
) -> None:
    assert named(policy, *waiting) == remedy_id


def test_an_offer_without_a_sum_or_with_its_remedy_stays_as_it_is() -> None:
    assert named(ONE, amount=-1) == ""
    assert named(BOTH, "refund", remedy="credit") == "credit"


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("That will be one hundred forty eight dollars and sixty cents.", [148_600]),
        ("that makes a hundred and fifty", [150_000]),
        ("The charge was two hundred dollars.", []),
        ("You paid two hundred dollars?", []),
        ("It takes two days.", []),
        ("Let's say forty then.", [40_000]),
        ("I can do ten off.", [10_000]),
        # An hour, a number of days or people, a year, and what left the account.
        ("let's say eleven then", []),
        ("how about ten in the morning", []),
        ("it is about thirty so please wait", []),
        ("that is fifteen in the queue before you", []),
        ("that is nineteen eighty four right", []),
        ("so that is eighty nine dollars that went out of your account", []),
        # A price, and what the caller pays.
        ("That is 120 dollars a month.", []),
        ("that is a hundred and twenty dollars per month", []),
        ("it will be nine dollars ninety monthly", []),
        ("this comes to forty dollars each", []),
        ("that makes eighty dollars a week, you know", []),
        ("that is 1200 dollars a year.", []),
        ("It is sixty dollars plus tax.", []),
        ("so you pay forty dollars", []),
        # ... but not what is given by the month, or to a person.
        ("I'll take ten dollars a month off.", [10_000]),
        ("that is fifty dollars a personal credit from me", [50_000]),
        ("We pay you forty dollars.", [40_000]),
    ],
)
def test_a_stated_sum_answers_how_much_where_an_offer_waits(text: str, sums: list[int]) -> None:
    assert [(each.remedy, each.amount) for each in with_remedies((), text, BOTH, {"refund": -1}, {})] == [("refund", sum_) for sum_ in sums]
    assert with_remedies((), text, BOTH, {}, {"refund": 100_000}) == ()
    assert len(with_remedies((), text, BOTH, {}, {"refund": -1})) == len(sums)


def test_the_sum_goes_with_the_offer_that_was_made_again_last() -> None:
    story = Story(temper=50_000, stage="")
    for offered in ("refund", "credit", "refund"):
        story = _booked(story, Signals(offered={offered: -1}), 50_000)
    (found,) = with_remedies((), "That will be fifty dollars.", BOTH, story.on_table, {})
    assert (found.remedy, found.amount) == ("refund", 50_000)
