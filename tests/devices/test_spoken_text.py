"""What of a line is spoken, and what the caption shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.devices.spoken_text import line_words, spoken_text
from simulator.devices.voices.figures import written_out


@pytest.mark.parametrize(
    ("line", "spoken"),
    [
        ("[sigh] Right. Well.", "Right. Well."),
        ("I *told* you [pause], twice.", "I told you, twice."),
        ("Five * six is thirty", "Five * six is thirty"),
        ("[shouts] *No!* [laughs]", "No!"),
        ("[sigh]", ""),
        ("A  line\nwith breaks", "A line with breaks"),
        ("half a \ud83d face and a \x00 zero", "half a face and a zero"),
    ],
)
def test_directions_and_stars_are_not_spoken(line: str, spoken: str) -> None:
    assert spoken_text(line).text == spoken


def test_every_spoken_character_knows_its_place_in_the_line() -> None:
    line = "[sigh] I *told* you, $148.60!"
    spoken = spoken_text(line)
    for char, (start, end) in zip(spoken.text, spoken.origins, strict=True):
        assert line[start:end].strip() == char.strip()
    start = line.index("told")
    assert spoken.is_stressed(start, start + 4)
    assert not spoken.is_stressed(0, 4)


def test_words_of_a_line_are_the_spoken_ones() -> None:
    line = "[sigh] So - you *told* me $5."
    assert [line[start:end] for start, end in line_words(line)] == ["So", "you", "*told*", "me", "$5."]


@given(st.text(alphabet="ab .,*[]!-$£059\n", max_size=60))
def test_any_line_keeps_its_characters_places(line: str) -> None:
    for text in (spoken_text(line), written_out(spoken_text(line))):
        assert len(text.text) == len(text.origins)
        assert all(0 <= start < end <= len(line) for start, end in text.origins)
        assert list(text.origins) == sorted(text.origins)


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        ("You took $148.60 twice", "You took 148 dollars and 60 cents twice"),
        ("$900 is my rent.", "900 dollars is my rent."),
        ("a $34 overdraft fee", "a 34 dollar overdraft fee"),
        ("$1 or £1.01", "1 dollar or 1 pound and 1 penny"),
        ("$0.50 and $.99", "50 cents and 99 cents"),
        ("€1,250.00!", "1,250 euros!"),
        ("$2.5 million", "2.5 million dollars"),
        ("2 x $148.60", "2 times 148 dollars and 60 cents"),
        ("ZIP 04103.", "ZIP 0 4 1 0 3."),
        ("call 555-0142", "call 5 5 5, 0 1 4 2"),
        ("on the 3rd at 7:30, 50 % of 1,250", "on the 3rd at 7:30, 50 % of 1,250"),
        ("in 2024 and at 09:05", "in 2024 and at 09:05"),
        ("US$ or just $", "US$ or just $"),
    ],
)
def test_figures_that_voices_stumble_over_are_written_out(line: str, figures: str) -> None:
    assert written_out(spoken_text(line)).text == figures
