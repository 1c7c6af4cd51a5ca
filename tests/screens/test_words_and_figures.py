"""Figures, moods, persons and foreign text as people read them."""

from __future__ import annotations

import pytest

from simulator.scenario.model import Caller
from simulator.screens.calls_screen import calls_screen
from simulator.screens.figures import (
    about_minutes,
    clock,
    length,
    moment,
    money,
    points,
)
from simulator.screens.mood import mood_of
from simulator.screens.past_call import PastCall
from simulator.screens.persons import person_of
from simulator.screens.preferences import device_choices, turn_end_choices
from simulator.transcript.literal import breakable, literal

MOODS = {"calm": 0, "irritated": 30_000, "angry": 55_000, "furious": 80_000}


def test_times_are_written_as_people_write_them() -> None:
    assert (clock(222_400), moment(222_400), length(468_000), length(9_000)) == ("03:42", "3:42", "7 min 48 s", "9 s")
    assert (about_minutes(480_000), about_minutes(10_000)) == ("8 min", "1 min")


@pytest.mark.parametrize(
    ("amount", "currency", "shown"),
    [(148_600, "USD", "$148.60"), (40_000, "USD", "$40"), (1_500_000, "EUR", "€1,500"), (12_345, "CHF", "12.35 CHF")],
)
def test_money(amount: int, currency: str, shown: str) -> None:
    assert money(amount, currency) == shown


@pytest.mark.parametrize(("thousandths", "whole"), [(61_499, 61), (61_500, 62), (0, 0), (400, 0), (500, 1)])
def test_the_temper_is_rounded_half_up(thousandths: int, whole: int) -> None:
    assert points(thousandths) == whole


@pytest.mark.parametrize(
    ("temper", "words"),
    [
        (29_499, "● Calm · 29"),
        (29_500, "◆ Irritated · 30"),
        (62_000, "▲ Angry · 62"),
        (80_000, "■ Furious · 80"),
        (0, "● Calm · 0"),
    ],
)
def test_each_mood_has_a_word_and_a_shape(temper: int, words: str) -> None:
    assert mood_of(temper, MOODS).words == words


def test_a_mood_of_the_trainers_own_takes_shape_and_tone_of_its_range() -> None:
    mood = mood_of(90_000, {"wary": 0, "boiling": 70_000})
    assert (mood.words, mood.tone) == ("■ Boiling · 90", "furious")


@pytest.mark.parametrize(
    ("name", "pronouns", "first", "initials", "whom"),
    [
        ("Dana Whitlock", "she/her", "Dana", "DW", "her"),
        ("Chidi Okafor", "he/him", "Chidi", "CO", "him"),
        ("Robin", "they/them", "Robin", "R", "them"),
        ("Ngozi van der Berg", "", "Ngozi", "NB", "Ngozi"),
        ("Mr. Okafor", "he", "Mr. Okafor", "O", "him"),
        ("", "", "the caller", "?", "the caller"),
    ],
)
def test_how_a_caller_is_spoken_of(name: str, pronouns: str, first: str, initials: str, whom: str) -> None:
    person = person_of(Caller(name, "", pronouns=pronouns))
    assert (person.first, person.initials, person.whom) == (first, initials, whom)


def test_foreign_text_cannot_turn_the_line_round_or_hide() -> None:
    assert literal("a\u202eb\u2066c\x00d\x1be") == "a⟨U+202E⟩b⟨U+2066⟩c⟨U+0000⟩d⟨U+001B⟩e"
    assert literal("naïve 漢字 <b>&amp;\n\tok") == "naïve 漢字 <b>&amp;\n\tok"


def test_an_endless_word_may_be_broken_and_loses_nothing() -> None:
    word = "x" * 95
    assert max(len(piece) for piece in breakable(word).split("\u200b")) <= 20
    assert breakable(word).replace("\u200b", "") == word
    assert breakable("short words stay") == "short words stay"


def test_my_calls_lists_newest_first_and_says_when_there_is_none() -> None:
    calls = (PastCall("b", "x", "Second", "today", 74, "hung_up", 8), PastCall("a", "x", "First", "yesterday", None, "", 0))
    screen = calls_screen(calls)
    assert screen.rows == (
        ("b", ("today", "Second", "The caller hung up", "8 min", "74")),
        ("a", ("yesterday", "First", "Not finished", "under 1 min", "–")),
    )
    assert calls_screen(()).empty


def test_a_device_that_is_away_stays_on_the_list_and_says_so() -> None:
    assert device_choices(("Built-in",), "USB Headset") == (
        ("", "The system's own choice"),
        ("Built-in", "Built-in"),
        ("USB Headset", "USB Headset (not plugged in)"),
    )


def test_a_turn_end_from_the_file_is_among_the_choices() -> None:
    assert ("900", "0.9 s") in turn_end_choices(900)
    assert dict(turn_end_choices(600))["600"] == "0.6 s"
