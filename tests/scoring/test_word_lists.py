"""Key words without sentences never meet a row, whatever the scenario and however the words fall."""

from __future__ import annotations

import random
import re
from functools import cache

import pytest

from simulator.call.advance import ENGINE_VERSION, advance, ringing
from simulator.call.commands import SpeakLine
from simulator.call.context import cues_of
from simulator.call.events import (
    CallAnswered,
    Event,
    HangUpPressed,
    Happening,
    LineFinished,
    LineStarted,
    TraineeTurn,
)
from simulator.cues.word_kinds import FUNCTION_WORDS
from simulator.scenario.model import Scenario
from simulator.scenario_files import load_scenario
from simulator.scoring.finding import Scorecard
from simulator.scoring.word_lists import replies_like_lists
from simulator.session.marking import marked_call
from simulator.transcript.words import typed_words
from tests.corpus import measure
from tests.cues.traps import HONEST, LISTS
from tests.support.calls import call, cue, greeting, marked, reply, row
from tests.support.places import ROOT

FILES = sorted(path for path in (ROOT / "scenarios").glob("*.yaml") if not path.stem.endswith(".tests"))
RANDOM_CALLS = 5

each_scenario = pytest.mark.parametrize("name", [path.stem for path in FILES])


@cache
def scenario(name: str) -> Scenario:
    return load_scenario(ROOT / "scenarios" / f"{name}.yaml")


def played(of: Scenario, texts: list[str]) -> Scorecard:
    """Return the card of a typed call of these replies."""
    state = ringing(of, 0)
    waiting: list[Happening] = [CallAnswered(0, ENGINE_VERSION, of.sha256, typed=True)]
    left = [TraineeTurn(typed_words(text), 0, 0, 0) for text in texts]
    number = 0
    while state.phase != "ended":
        happening = waiting.pop(0) if waiting else left.pop(0) if left else HangUpPressed()
        state, commands = advance(state, Event(number, 0, happening))
        number += 1
        for command in commands:
            if isinstance(command, SpeakLine):
                waiting += [LineStarted(command.line, 0), LineFinished(command.line, 0, 0)]
    return marked(marked_call(state), of)


def met_by_words(card: Scorecard) -> list[tuple[str, str]]:
    """Return the rows that are met by something that was said."""
    met = (finding for finding in card.findings if finding.outcome == "met")
    return [(finding.id, each.quote) for finding in met for each in finding.evidence if each.quote and each.credit >= 750]


def key_words(of: Scenario) -> list[str]:
    """Return what somebody would pile up who knows the lists: the words that carry the examples of this scenario and of any call."""
    policy = of.policy
    texts = [text for remedy in policy.remedies for text in remedy.offer_like] + [text for fact in of.facts for text in fact.ask_like]
    texts += [text for must in policy.must_say for text in must.like] + [*LISTS, of.caller.name]
    return [word for text in texts for word in re.findall(r"[a-z']+", text.lower()) if word not in FUNCTION_WORDS]


@each_scenario
def test_a_call_of_stuffed_lists_meets_no_row(name: str) -> None:
    for start in range(0, len(LISTS), 8):
        assert met_by_words(played(scenario(name), LISTS[start : start + 8])) == []


@each_scenario
def test_nor_does_a_call_of_random_key_words(name: str) -> None:
    dice, words = random.Random(name), key_words(scenario(name))
    for _ in range(RANDOM_CALLS):
        texts = [" ".join(dice.choices(words, k=dice.randint(4, 12))) for _ in range(8)]
        assert met_by_words(played(scenario(name), texts)) == [], texts


def test_one_list_among_honest_replies_is_worth_half_and_says_why() -> None:
    stuffed = reply("plan finally timeframe refund i'll manager arrive", cue("take_ownership", "i'll manager"), place="resolving")

    finding = row(marked(call(greeting(), reply("i see that you paid for it twice"), stuffed)), "take_ownership")

    assert (finding.outcome, finding.credit) == ("partly", 500)
    assert finding.missing == "Heard among key words with hardly a sentence around them; it counts half."


def test_two_curt_replies_among_sentences_do_not_halve_the_whole_call() -> None:
    texts = (
        "Hello, this is Sam at Larkfield, how can I help you today?",
        "Sorry for delay, thanks for patience.",
        "I am so sorry that your violin stood in the rain for two days, that was our mistake.",
        "What is the number on the label, and who took the parcel in?",
        "I will have a courier at your door by ten tomorrow, and you pay nothing for it.",
        "Thank you, refund approved today.",
    )
    replies = call(*(reply(text) for text in texts)).replies

    assert replies_like_lists(replies) <= {1, 5}


#: How people speak who learn English: hardly a word that holds the sentence together, and sentences all the same.
PLAIN = [
    "sorry madam i understand frustrating problem i give refund",
    "very sorry sir i give refund today thank you patience",
    "sorry madam we make mistake i send replacement tomorrow thank you patience",
    "i already understand problem sorry inconvenience refund today",
    "sorry sir i will arrange replacement tomorrow thanks patience",
    "understand madam sorry delay manager will call you today i promise solution he check",
]


@pytest.mark.parametrize("text", PLAIN)
def test_a_clause_without_small_words_is_a_sentence(text: str) -> None:
    assert replies_like_lists(call(greeting(), reply(text), reply("hello please tell me what happened to the box")).replies) == frozenset()


def test_nor_is_a_whole_call_of_them_a_call_of_lists() -> None:
    assert replies_like_lists(call(*(reply(text) for text in PLAIN)).replies) == frozenset()


def test_of_the_corpus_only_what_was_written_as_a_list_is_one() -> None:
    """Each author's replies as calls of six: the two stuffed ones are found, and no honest one is capped."""
    texts = [row.text for author in (*measure.tuning_authors(), *measure.HELD_BACK) for row in measure.rows(author)]
    calls = (call(*(reply(text, cue("greet", text[:3])) for text in texts[at : at + 6])) for at in range(0, len(texts), 6))
    found = ((made, replies_like_lists(made.replies)) for made in calls)
    capped = {each.text for made, lists in found for each in made.replies if each.turn in lists}

    assert len(texts) > 9_000
    assert capped == {"sorry refund apology understand manager credit", "refund replace credit discount voucher manager supervisor"}


def test_honest_replies_are_no_lists_however_dense() -> None:
    of = scenario("billing-double-charge")
    replies = call(*(reply(text, *cues_of(of, text)) for text in HONEST)).replies

    assert replies_like_lists(replies) == frozenset()
