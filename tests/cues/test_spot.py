"""Cues are ordered, point into the text, come out the same every time, and come quickly."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.cues.cue import CATALOGUE, CueContext
from simulator.cues.names import sounds_like
from simulator.cues.spot import RULES, spot
from simulator.cues.word_kinds import story_words
from simulator.transcript.normalise import normalise
from tests.corpus import measure
from tests.cues.context import example

REPLIES = [str(row["text"]) for row in measure.rows()]
WORDS = "sorry i we you not but refund calm down what is your thank understand $20 ? . can't policy, manager — İ 'll".split()


def sensible(text: str, context: CueContext = CueContext()) -> bool:
    cues = spot(text, context)
    ordered = [cue.start for cue in cues] == sorted(cue.start for cue in cues)
    return ordered and all(
        0 <= cue.start < cue.end <= len(text) and cue.quote == text[cue.start : cue.end] and cue.rule and cue.skill
        for cue in cues
    )


def test_quotes_are_letters_of_the_reply() -> None:
    assert all(sensible(text) and sensible(text, example()) for text in REPLIES)


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join) | st.text(max_size=120))
def test_any_text_gives_sensible_cues(text: str) -> None:
    assert sensible(text)


def test_the_same_reply_gives_the_same_cues() -> None:
    first = [spot(text) for text in REPLIES]
    spot.cache_clear()
    normalise.cache_clear()
    assert [spot(text) for text in REPLIES] == first


def test_rules_are_known_named_and_told_apart() -> None:
    assert {rule.skill for rule in RULES} <= CATALOGUE
    assert all(": " in rule.name or rule.name in ("good-bye", "call ended by the agent") for rule in RULES)
    assert len({(rule.skill, rule.name) for rule in RULES}) == len(RULES)


def test_every_key_of_a_rule_only_saves_time() -> None:
    """A rule that its keys keep from being tried would not have matched."""
    for text in map(normalise, REPLIES):
        for rule in RULES:
            if rule.keys and not any(key in text.text for key in rule.keys):
                assert not rule.pattern.search(text.text), (rule.name, text.text)


def test_a_skill_counts_once_for_a_clause() -> None:
    cues = spot("I'm so sorry about the double charge on your card and terribly sorry for the wait on the line.")
    assert [cue.skill for cue in cues].count("apologise") == 1


@pytest.mark.parametrize(
    ("name", "heard", "alike"),
    [
        ("whitlock", "witlock", True),
        ("whitlock", "wetlock", True),
        ("whitlock", "within", False),
        ("okonkwo", "okongwo", True),
        ("marchetti", "marchety", True),
        ("dana", "data", False),
        ("dana", "dinner", False),
        ("amir", "a", False),
    ],
)
def test_names_by_their_sound(name: str, heard: str, alike: bool) -> None:
    assert sounds_like(name, heard) is alike


def test_a_name_that_is_an_ordinary_word_needs_an_address() -> None:
    will = CueContext(caller_name="Will Grace")
    assert [cue.quote for cue in spot("Thank you, Will.", will) if cue.skill == "use_name"] == ["Will"]
    assert not [cue for cue in spot("i will do that and it will be done", will) if cue.skill == "use_name"]


def test_the_story_is_its_particulars() -> None:
    story = story_words(["I was billed twice and my rent is due tomorrow, which is frustrating."])
    assert {"twic", "rent"} <= story
    assert not {"frustrat", "i", "be", "which"} & story


def test_a_reply_takes_at_most_three_milliseconds() -> None:
    replies = [*REPLIES, " ".join(REPLIES[:6])]
    for text in replies:
        spot(text, example())
    best = 1000.0
    for _ in range(3):
        spot.cache_clear()
        normalise.cache_clear()
        start = time.perf_counter()
        for text in replies:
            spot(text, example())
        best = min(best, 1000 * (time.perf_counter() - start) / len(replies))
    assert best <= 3.0
