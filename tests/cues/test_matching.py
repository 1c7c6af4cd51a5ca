"""A scenario's own facts, remedies, forbidden and needed sentences are found in other words, and not where they are not."""

from __future__ import annotations

import pytest

from simulator.cues.cue import CueContext, Likes
from simulator.cues.spot import spot
from tests.corpus.measure import as_heard
from tests.cues import rewordings
from tests.cues.context import example


@pytest.fixture(scope="module")
def context() -> CueContext:
    return example()


def facts(text: str, context: CueContext) -> set[str]:
    return {cue.fact for cue in spot(text, context) if cue.fact}


def remedies(text: str, context: CueContext) -> set[str]:
    return {cue.remedy for cue in spot(text, context) if cue.remedy}


def ids(text: str, context: CueContext, known: dict[str, list[str]]) -> set[str]:
    return {cue.skill for cue in spot(text, context) if cue.skill in known}


@pytest.mark.parametrize("fact", rewordings.FACTS)
def test_facts_are_asked_for_in_other_words(fact: str, context: CueContext) -> None:
    missed = [text for text in rewordings.FACTS[fact] if facts(text, context) != {fact}]
    assert len(missed) <= 1, missed


@pytest.mark.parametrize("remedy", rewordings.OFFERS)
def test_remedies_are_offered_in_other_words(remedy: str, context: CueContext) -> None:
    missed = [text for text in rewordings.OFFERS[remedy] if remedies(text, context) != {remedy}]
    assert len(missed) <= 1, missed


@pytest.mark.parametrize("never", rewordings.NEVER)
def test_forbidden_sentences_are_found_in_other_words(never: str, context: CueContext) -> None:
    missed = [text for text in rewordings.NEVER[never] if ids(text, context, rewordings.NEVER) != {never}]
    assert len(missed) <= 1, missed


@pytest.mark.parametrize("must", rewordings.MUST)
def test_needed_sentences_are_found_in_other_words(must: str, context: CueContext) -> None:
    missed = [text for text in rewordings.MUST[must] if must not in ids(text, context, rewordings.MUST)]
    assert len(missed) <= 1, missed


def test_the_examples_themselves_match(context: CueContext) -> None:
    for write in (str, as_heard):
        assert all(facts(write(text), context) == {like.id} for like in context.facts for text in like.examples)
        assert all(remedies(write(text), context) == {like.id} for like in context.remedies for text in like.examples)


@pytest.mark.parametrize("text", rewordings.NO_FACT)
def test_near_misses_ask_for_no_fact(text: str, context: CueContext) -> None:
    assert not facts(text, context) and not facts(as_heard(text), context)


@pytest.mark.parametrize("text", rewordings.NO_OFFER)
def test_near_misses_offer_nothing(text: str, context: CueContext) -> None:
    assert not remedies(text, context) and not remedies(as_heard(text), context)


@pytest.mark.parametrize("text", rewordings.NOT_NEVER)
def test_honest_sentences_are_not_the_forbidden_ones(text: str, context: CueContext) -> None:
    assert not ids(text, context, rewordings.NEVER)


@pytest.mark.parametrize("text", rewordings.NOT_MUST)
def test_near_misses_are_not_the_needed_sentences(text: str, context: CueContext) -> None:
    assert not ids(text, context, rewordings.MUST)


@pytest.mark.parametrize(
    "text", ["Could you read me the full card number, please?", "could you read me all sixteen digits of the card number"]
)
def test_a_polite_question_for_what_must_not_be_asked_is_found(text: str, context: CueContext) -> None:
    assert "whole_card_number" in {cue.skill for cue in spot(text, context)}


def test_a_forbidden_remedy_is_no_ordinary_offer(context: CueContext) -> None:
    cues = spot("We will pay you two hundred dollars in cash for your time.", context)
    assert [(cue.skill, cue.remedy, cue.amount) for cue in cues if cue.remedy] == [
        ("forbidden_offer", "cash_compensation", 200_000)
    ]
    assert "offer_remedy" not in {cue.skill for cue in cues}


def test_a_forbidden_sentence_counts_as_its_fault(context: CueContext) -> None:
    assert {"same_day_promise", "over_promise"} <= {cue.skill for cue in spot("You'll have the money today.", context)}


@pytest.mark.parametrize(
    ("text", "thousandths"),
    [
        ("I can take $20 off your next bill.", 20_000),
        ("i can take twenty dollars off your next bill", 20_000),
        ("Let me knock 15 dollars and fifty cents off next month's bill.", 15_500),
        ("Let me knock something off next month's bill for you.", -1),
    ],
)
def test_the_money_that_is_named_goes_with_the_offer(text: str, thousandths: int, context: CueContext) -> None:
    assert [cue.amount for cue in spot(text, context) if cue.remedy == "goodwill_credit"] == [thousandths]


def test_the_story_told_back_without_a_frame_is_a_paraphrase(context: CueContext) -> None:
    def plays_back(text: str) -> bool:
        return "paraphrase" in {cue.skill for cue in spot(text, context)}

    assert plays_back("Forty minutes on hold after being billed twice.")
    assert not plays_back("Your reference is LF 20983.")
    assert not plays_back("To sum up: the refund is on your card in two business days and the overdraft fee is in review.")


def test_two_facts_in_one_breath(context: CueContext) -> None:
    assert facts("which dates were the charges and what are the last four digits of the card", context) == {
        "charge_dates",
        "card_last4",
    }


def test_empathy_without_the_story_is_stock(context: CueContext) -> None:
    own = [
        cue.stock
        for cue in spot("Billed twice and then an overdraft, that must be so upsetting.", context)
        if cue.skill == "acknowledge_feeling"
    ]
    stock = [cue.stock for cue in spot("That must be frustrating.", context) if cue.skill == "acknowledge_feeling"]
    assert own == [False] and stock == [True]
    assert [cue.stock for cue in spot("That must be frustrating.") if cue.skill == "acknowledge_feeling"] == [False]


def test_words_that_are_far_apart_are_no_forbidden_promise() -> None:
    promise = CueContext(never_say=(Likes("all_back", ("You'll get everything back.",), "over_promise"),))
    apart = "after that you will get a message from us and i'll have the recovery team call you back within two hours"
    assert ids(apart, promise, {"all_back": []}) == set()
    assert ids("do not worry you'll get everything back", promise, {"all_back": []}) == {"all_back"}
