"""Damaged copies of the example: whatever happens to a file, there is a scenario or a finding, and never a crash."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from simulator.scenario.reading import read_scenario
from tests.support.places import ROOT

TEXT = (ROOT / "scenarios" / "billing-double-charge.yaml").read_text("utf-8")
LINES = TEXT.split("\n")
STRANGE = [*":\"'[]{}#&*!|>%@`-?, \\", "\x00", "\u202e", "é", "\u00a0"]
VALUES = ["no", "1.10", "0123", "null", "~", "x", "identity", "{fact.x}", "[a, b]", "{a: b}", "74000", "-5", "2026-03-03", ""]

Damage = Callable[[list[str], random.Random], None]


def lose_a_line(lines: list[str], dice: random.Random) -> None:
    del lines[dice.randrange(len(lines))]


def repeat_a_line(lines: list[str], dice: random.Random) -> None:
    lines.insert(dice.randrange(len(lines)), dice.choice(lines))


def swap_lines(lines: list[str], dice: random.Random) -> None:
    one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def cut_the_file(lines: list[str], dice: random.Random) -> None:
    del lines[dice.randrange(1, len(lines)) :]


def indent_a_line(lines: list[str], dice: random.Random) -> None:
    at = dice.randrange(len(lines))
    lines[at] = dice.choice([" ", "  ", "\t"]) + lines[at]


def type_a_character(lines: list[str], dice: random.Random) -> None:
    at = dice.randrange(len(lines))
    column = dice.randrange(len(lines[at]) + 1)
    lines[at] = lines[at][:column] + dice.choice(STRANGE) + lines[at][column:]


def lose_a_character(lines: list[str], dice: random.Random) -> None:
    at = dice.randrange(len(lines))
    column = dice.randrange(len(lines[at]) + 1)
    lines[at] = lines[at][:column] + lines[at][column + 1 :]


def change_a_value(lines: list[str], dice: random.Random) -> None:
    at = dice.randrange(len(lines))
    words = lines[at].split(" ")
    words[dice.randrange(len(words))] = dice.choice(VALUES)
    lines[at] = " ".join(words)


DAMAGES: tuple[Damage, ...] = (
    lose_a_line,
    repeat_a_line,
    swap_lines,
    cut_the_file,
    indent_a_line,
    type_a_character,
    lose_a_character,
    change_a_value,
)


def damaged(seed: int) -> bytes:
    """Return a copy of the example with one to three damages, and now and then some wrong bytes."""
    dice = random.Random(seed)
    lines = list(LINES)
    for _ in range(dice.choice((1, 1, 1, 2, 3))):
        dice.choice(DAMAGES)(lines, dice)
    data = bytearray("\n".join(lines), "utf-8")
    for _ in range(3 if dice.random() < 0.1 else 0):
        data[dice.randrange(len(data))] = dice.randrange(256)
    return bytes(data)


def check_copies(seeds: range) -> None:
    clean = 0
    for seed in seeds:
        reading = read_scenario(damaged(seed), "copy.yaml")
        clean += reading.findings == ()
        assert reading.scenario or reading.errors(), seed
        assert all("We did not expect this" not in finding.message for finding in reading.findings), seed
    assert clean < len(seeds) / 2, "most damages are noticed"


def test_300_damaged_copies() -> None:
    check_copies(range(300))


@pytest.mark.soak
def test_10_000_damaged_copies() -> None:
    check_copies(range(300, 10_300))


#: A slip of the keyboard, made on lines that it fits, and the share that may go unnoticed because the result is right as well.
SLIPS: dict[str, tuple[Callable[[str], str], float]] = {
    "the opening quote is missing": (lambda line: line.replace('"', "", 1), 0.02),
    "the closing quote is missing": (lambda line: line[::-1].replace('"', "", 1)[::-1], 0.02),
    "the colon is missing": (lambda line: line.replace(":", "", 1), 0.02),
    "the space after the colon is missing": (lambda line: line.replace(": ", ":", 1), 0.02),
    "the space after the dash is missing": (lambda line: line.replace("- ", "-", 1), 0.0),
    "a bracket is missing": (lambda line: line.replace("]", "", 1), 0.02),
    "a brace is missing": (lambda line: line.replace("}", "", 1), 0.0),
}


@pytest.mark.parametrize(("slip", "unnoticed"), SLIPS.values(), ids=SLIPS)
def test_a_slip_of_the_keyboard_is_found_within_a_line(slip: Callable[[str], str], unnoticed: float) -> None:
    dice = random.Random(1)
    places = [at for at, line in enumerate(LINES) if slip(line) != line and not line.lstrip().startswith("#")]
    missed = 0
    places = dice.sample(places, min(60, len(places)))
    for at in places:
        copy = [*LINES[:at], slip(LINES[at]), *LINES[at + 1 :]]
        findings = read_scenario("\n".join(copy).encode(), "copy.yaml").findings
        missed += not findings
        assert not findings or min(abs(finding.line - at - 1) for finding in findings) <= 1, (LINES[at], findings)
    assert missed <= unnoticed * len(places) + 1
