"""One spelling for matching, and every word still knows which letters it was heard in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.transcript.normalise import normalise
from simulator.transcript.spoken_numbers import sums_of_money
from simulator.transcript.words import Word


@pytest.mark.parametrize(
    ("heard", "spelling"),
    [
        ("I’m sorry", "i am sorry"),
        ("i'm sorry", "i am sorry"),
        ("We won't, can't and shan't.", "we will not can not and shall not ."),
        ("They’ve said it’s Dana’s.", "they have said it is dana ."),
        ("OK, um, I uh apologize", "okay i apologise"),
        ("$20 off", "twenty dollars off"),
        ("that's $148.60", "that is one hundred forty eight dollars sixty cents"),
        ("the 3rd and the 4th", "the third and the fourth"),
        ("1-2 days", "one two days"),
        ("ZIP 04103", "zip zero four one zero three"),
        ("the zip code or post code", "the postcode or postcode"),
        ("Mr. O'Neill — no one called!", "mr oneill . nobody called ."),
        ("why didn't you call", "why did you not call"),
        ("Write to a.b@example.org or www.example.org", "write to or"),
        ("@somebody hi there ^KM", "hi there"),
        ("pls DM us ur number", "please dm us your number"),
        ("gonna fix it asap", "going to fix it as soon as possible"),
        ("", ""),
        ("?!...", ""),
    ],
)
def test_spelling(heard: str, spelling: str) -> None:
    assert normalise(heard).text == spelling


@pytest.mark.parametrize("heard", ["I’m so sorry, it’s $148.60 — can’t you wait?", "İstanbul? I'll call", "ok uh twenty-one"])
def test_words_point_back_to_what_was_heard(heard: str) -> None:
    text = normalise(heard)
    for token in text.tokens:
        assert 0 <= token.start <= token.end <= len(heard)
    pieces = {token.text: heard[token.start : token.end] for token in text.tokens}
    assert pieces.get("sorry", "sorry") == "sorry"
    assert pieces.get("call", "call") == "call"
    assert pieces.get("hundred", "$148.60") == "$148.60"


@given(st.text(max_size=200))
def test_any_text_can_be_normalised(heard: str) -> None:
    text = normalise(heard)
    assert all(0 <= token.start <= token.end <= len(heard) for token in text.tokens)
    assert [token.start for token in text.tokens] == sorted(token.start for token in text.tokens)
    assert all(0 <= first < last <= len(text.tokens) for first, last in text.clauses)


@pytest.mark.parametrize(
    ("heard", "thousandths"),
    [
        ("two hundred dollars", [200_000]),
        ("$20", [20_000]),
        ("one forty eight sixty dollars", [148_600]),
        ("one hundred and forty eight dollars and sixty cents", [148_600]),
        ("20 bucks or thirty-four dollars", [20_000, 34_000]),
        ("€1,250.50", [1_250_500]),
        ("a dollar", [1_000]),
        ("fifteen fifty pounds", [15_500]),
        ("148.60 dollars", [148_600]),
        ("a hundred and fifty dollars", [150_000]),
        ("twenty days", []),
        ("dollars", []),
    ],
)
def test_sums_of_money(heard: str, thousandths: list[int]) -> None:
    assert [found.thousandths for found in sums_of_money(list(normalise(heard).words))] == thousandths


def test_pauses_end_clauses_and_sentences() -> None:
    def said(*pauses: int) -> tuple[Word, ...]:
        words, at = [], 0
        for word, pause in zip("okay got that i will call them".split(), (0, *pauses), strict=True):
            at += pause
            words.append(Word(word, at, at + 200))
            at += 200
        return tuple(words)

    heard = "okay got that i will call them"
    assert normalise(heard, said(10, 10, 10, 10, 10, 10)).clauses == ((0, 7),)
    assert normalise(heard, said(10, 10, 600, 10, 10, 10)).clauses == ((0, 3), (3, 7))
    assert normalise(heard, said(10, 10, 1000, 10, 10, 10)).text == "okay got that . i will call them"


def test_clauses_are_split_at_but_and_before_a_new_subject() -> None:
    text = normalise("i see that but we can help and i will call you")
    assert [" ".join(text.words[a:b]) for a, b in text.clauses] == [
        "i see that",
        "but",
        "we can help",
        "and",
        "i will call you",
    ]


def test_words_without_certainty_are_marked() -> None:
    text = normalise("so sorry", (Word("so", 0, 100, 900), Word("sorry", 110, 300, 300)))
    assert [token.low for token in text.tokens] == [False, True]
