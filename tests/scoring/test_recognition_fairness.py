"""Words that were hardly recognised never cost anything: no row becomes a miss by them, no fault and no failed call appears.

Real scenarios are played with whatever a trainee may say, good and bad. Then the same call is marked again as if the recogniser had been
unsure of some of the words, or of all: the caller said and did the same, only the confidences are lower.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.call.context import cues_of
from simulator.call.hearing import is_unclear
from simulator.scenario.model import Scenario
from simulator.scenario_files import find_scenario, load_scenario
from simulator.scoring.finding import Scorecard
from simulator.scoring.marked_call import MarkedCall, Reply
from simulator.session.marking import marked_call
from simulator.transcript.words import Word
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
from tests.support.telephone import Telephone

NAMES = ("billing-double-charge", "shop-worn-boots", "clinic-cancelled-twice", "airline-storm-cancelled")
ANYBODY = (
    "hello this is sam how can i help you today",
    "i am so sorry that this happened to you",
    "that was our mistake and not yours",
    "i can hear how upset you are and i would be too",
    "i will take care of this for you myself",
    "i see go on i am listening",
    "calm down please",
    "you should have read your contract",
    "that is our policy there is nothing i can do",
    "you are an idiot",
    "let me put you through to my supervisor now",
    "first i enter it and then i call you back by five tomorrow",
    "i will give you a reference number before we hang up",
    "your reference is four seven two",
    "let me read that back to you",
    "i can give you fifty dollars or a voucher which do you prefer",
    "is there anything else i can do for you",
    "thank you for your patience goodbye",
)
BETTER = frozenset({"met", "partly"})


@cache
def scenario(name: str) -> Scenario:
    return load_scenario(find_scenario(name))


@cache
def sentences(name: str) -> tuple[str, ...]:
    """Return what may be said in this call: what anybody says, and the scenario's own examples, allowed and forbidden."""
    played = scenario(name)
    likes = (each.ask_like for each in played.facts), (each.offer_like for each in played.policy.remedies)
    own = [text for group in likes for texts in group for text in texts[:1]]
    own += [never.like[0] for never in played.policy.never_say]
    own += [beat.model_answer for beat in played.beats if beat.model_answer]
    return (*ANYBODY, *(" ".join(text.lower().replace(",", "").replace(".", "").replace("?", "").split()) for text in own))


@cache
def played(name: str, chosen: tuple[int, ...]) -> MarkedCall:
    """Return a call in which these sentences were spoken, well recognised."""
    known = sentences(name)
    line = Telephone(scenario(name))
    for number in chosen:
        if line.state.phase in ("closing", "ended"):
            break
        line.wait(300)
        line.trainee_says(known[number % len(known)], ms=3_000)
    return marked_call(line.state)


def unsure(whole: MarkedCall, of: Scenario, is_low: Callable[[int], bool]) -> MarkedCall:
    """Return the same call with these of its words recognised badly."""
    number, replies = 0, []
    for each in whole.replies:
        words = tuple(_word(word, is_low(number + at)) for at, word in enumerate(each.words))
        number += len(words)
        replies.append(_heard(each, words, of))
    return replace(whole, replies=tuple(replies))


def _word(word: Word, low: bool) -> Word:
    return replace(word, confidence=300) if low else word


def _heard(said: Reply, words: tuple[Word, ...], of: Scenario) -> Reply:
    if is_unclear(words, 1_000, typed=False):
        return replace(said, words=words, unclear=True, cues=(), asked_again=(), offered_too_early=(), perhaps=cues_of(of, said.text))
    return replace(said, words=words, cues=cues_of(of, said.text, words))


def worse(before: Scorecard, after: Scorecard) -> list[str]:
    """Return what only the doubt has brought about."""
    pairs = zip(before.findings, after.findings, strict=True)
    found = [one.id for one, other in pairs if one.outcome in BETTER and other.outcome == "missed"]
    old = {each.id: _sure(each.evidence) for each in before.faults}
    found += [each.id for each in after.faults if _sure(each.evidence) > old.get(each.id, 0)]
    return found + [each.id for each in after.auto_fails if each.id not in {old.id for old in before.auto_fails}]


def _sure(evidence: Iterable[object]) -> int:
    return sum(1 for each in evidence if getattr(each, "certainty", "") == "sure")


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from(NAMES),
    st.lists(st.integers(0, 60), min_size=2, max_size=9).map(tuple),
    st.sampled_from((0.15, 0.4, 0.8, 1.0)),
    st.integers(0, 1_000),
)
def test_doubt_about_the_words_never_makes_a_miss_or_a_fault(name: str, chosen: tuple[int, ...], share: float, seed: int) -> None:
    whole, dice = played(name, chosen), random.Random(seed)
    count = sum(len(each.words) for each in whole.replies)
    low = {at for at in range(count) if dice.random() < share}
    before = marked(whole, scenario(name))

    assert not worse(before, marked(unsure(whole, scenario(name), low.__contains__), scenario(name)))


def test_a_reply_that_could_not_be_made_out_may_have_been_the_apology() -> None:
    lost = reply("i am so sorry", place="venting", unclear=True, perhaps=(cue("apologise", "i am so sorry"),))
    clear = (reply("right", place="venting"), reply("yes", place="understanding"), reply("so", place="understanding"))

    finding = row(marked(call(greeting(), *clear, lost)), "apologise")

    assert (finding.outcome, finding.credit) == ("could_not_tell", 0)
    assert [each.quote for each in finding.evidence] == ["i am so sorry"]


def test_waiting_is_shown_by_time_even_where_the_words_are_lost() -> None:
    assert row(marked(call(greeting(), reply("um hm um", unclear=True))), "let_vent").outcome == "met"


@pytest.mark.parametrize(("confidence", "outcome"), [(1000, "missed"), (300, "could_not_tell")])
def test_a_sign_of_listening_in_unsure_words_does_not_turn_the_order_round(confidence: int, outcome: str) -> None:
    sign = reply("i am so sorry", cue("apologise", "i am so sorry"), place="resolving", confidence=confidence)
    offer = reply("i can send it again", cue("offer_remedy", remedy="resend"), place="resolving")
    replies = (sign, offer) if confidence < 1000 else (offer,)

    assert row(marked(call(greeting(), *replies)), "right_order").outcome == outcome


@pytest.mark.parametrize(("low", "outcome"), [((), "partly"), (("fifty",), "could_not_tell"), (("refund",), "partly")])
def test_a_sum_in_unsure_figures_is_no_too_little(low: tuple[str, ...], outcome: str) -> None:
    said = reply("i can refund fifty dollars", cue("offer_remedy", remedy="refund", amount=50_000), place="resolving")
    said = replace(said, words=tuple(replace(word, confidence=300 if word.text in low else 1000) for word in said.words))
    policy = with_remedies(remedy("refund", up_to=200_000), floor=100_000, ceiling=200_000)

    assert row(marked(call(greeting(), said, agreed=(agreed("refund", 50_000),)), policy), "fair_remedy").outcome == outcome


def test_the_lost_words_of_a_played_call_are_kept_as_a_perhaps() -> None:
    line = Telephone(scenario("billing-double-charge"))
    line.wait(300)
    line.trainee_says("hello this is sam")
    line.trainee_says("i am so sorry about that", confidence=300)

    lost = marked_call(line.state).replies[-1]

    assert lost.unclear and not lost.cues
    assert "apologise" in {each.skill for each in lost.perhaps}
