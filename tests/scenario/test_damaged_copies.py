"""Damaged copies of every shipped file: whatever happens to it, there is a scenario or a finding, and never a crash or a long wait."""

from __future__ import annotations

import contextlib
import random
import time
from collections.abc import Callable
from functools import cache

import pytest

from simulator.authored.edits import edited
from simulator.problems import ProblemError
from simulator.scenario.mending.fix import Fix
from simulator.scenario.mending.fixes import fixes
from simulator.scenario.reading import Beside, read_any, read_scenario
from simulator.scenario.schema import FileKind
from simulator.scenario.translation import empty_translation
from simulator.scenario_files import PacksOnDisk
from tests.support.places import ROOT

TEXT = (ROOT / "scenarios" / "billing-double-charge.yaml").read_text("utf-8")
LINES = TEXT.split("\n")
EXAMPLES = """examples: 1
id: our-words
version: "1.0.0"
language: en-GB
cues:
  take_ownership:
    examples: ["I'll see to that myself.", "Leave it with me, I'll sort it out."]
    counter_examples: ["Somebody will see to that."]
    better_phrase: "I'll take care of that for you, {caller}."
"""
STRANGE = [*":\"'[]{}#&*!|>%@`-?, \\", "\x00", "\u202e", "é", "\u00a0"]
VALUES = ["no", "1.10", "0123", "null", "~", "x", "identity", "{fact.x}", "[a, b]", "{a: b}", "74000", "-5", "2026-03-03", ""]

#: Nobody has to wait longer than this for an answer.
LONGEST_WAIT_S = 2.0

Damage = Callable[[list[str], random.Random], None]


def lose_a_line(lines: list[str], dice: random.Random) -> None:
    del lines[dice.randrange(len(lines))]


def repeat_a_line(lines: list[str], dice: random.Random) -> None:
    lines.insert(dice.randrange(len(lines)), dice.choice(lines))


def swap_lines(lines: list[str], dice: random.Random) -> None:
    one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def cut_the_file(lines: list[str], dice: random.Random) -> None:
    del lines[dice.randrange(len(lines)) :]


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


def damaged(text: str, dice: random.Random) -> bytes:
    """Return a copy of a file with one to three damages, and now and then some wrong bytes."""
    lines = text.split("\n")
    for _ in range(dice.choice((1, 1, 1, 2, 3))):
        if lines:  # the damage before may have left nothing
            dice.choice(DAMAGES)(lines, dice)
    data = bytearray("\n".join(lines), "utf-8")
    for _ in range(3 if data and dice.random() < 0.1 else 0):
        data[dice.randrange(len(data))] = dice.randrange(256)
    return bytes(data)


def files() -> dict[FileKind, list[str]]:
    """Return the files of each kind: all that are shipped, a translation of the example, and somebody's own sentences."""
    found: dict[FileKind, list[str]] = {"scenario": [], "tests": [], "translation": [], "pack": [], "rubric": [], "examples": []}
    for path in sorted([*(ROOT / "scenarios").rglob("*.yaml"), *(ROOT / "assets").glob("*.yaml")]):
        text = path.read_text("utf-8")
        found[read_any(text.encode(), path.name).kind].append(text)
    example = read_scenario(TEXT.encode(), "example.yaml")
    assert example.values is not None
    found["translation"].append(empty_translation(example.values, "es-MX").replace('text: ""', 'text: "¡Hola!"'))
    found["examples"].append(EXAMPLES)
    return found


@cache
def beside() -> Beside:
    """Return what lies beside every copy: the shipped packs, the example as the scenario of a sidecar and as published."""
    read = read_scenario(TEXT.encode(), "example.yaml")
    return Beside(packs=PacksOnDisk(), scenario=lambda _: read, published=lambda _: read.scenario)


def check_copies(texts: list[str], seeds: range) -> None:
    clean = 0
    for seed in seeds:
        dice = random.Random(seed)
        data = damaged(dice.choice(texts), dice)
        began = time.perf_counter()
        reading = read_any(data, "copy.yaml", beside())
        assert time.perf_counter() - began < LONGEST_WAIT_S, seed
        clean += all(finding.severity == "tip" for finding in reading.findings)
        assert reading.kind != "scenario" or reading.scenario or reading.errors(), seed
        assert all("We did not expect this" not in finding.message for finding in reading.findings), seed
        for finding in reading.findings[:2]:
            for fix in fixes(finding, reading.text) if finding.file == "copy.yaml" else ():
                still_there(reading.text, fix)
    assert clean < len(seeds) * 0.6, "most damages are noticed"


def still_there(text: str, fix: Fix) -> None:
    """Make a fix, or be told that it cannot be made here; nothing else may come of it."""
    with contextlib.suppress(ProblemError):
        assert edited(text, fix.edits) != text, fix


def test_200_damaged_scenarios() -> None:
    check_copies(files()["scenario"], range(200))


@pytest.mark.parametrize("kind", ["tests", "translation", "pack", "rubric", "examples"])
def test_20_damaged_files_of_each_other_kind(kind: FileKind) -> None:
    check_copies(files()[kind], range(20))


@pytest.mark.soak
def test_8_000_damaged_scenarios() -> None:
    check_copies(files()["scenario"], range(200, 8_200))


@pytest.mark.soak
@pytest.mark.parametrize("kind", ["tests", "translation", "pack", "rubric", "examples"])
def test_400_damaged_files_of_each_other_kind(kind: FileKind) -> None:
    check_copies(files()[kind], range(20, 420))


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
    before = {(each.code, each.message) for each in read_scenario(TEXT.encode(), "copy.yaml").findings}
    places = dice.sample(places, min(60, len(places)))
    for at in places:
        copy = [*LINES[:at], slip(LINES[at]), *LINES[at + 1 :]]
        found = read_scenario("\n".join(copy).encode(), "copy.yaml").findings
        findings = [each for each in found if each.severity != "tip" and (each.code, each.message) not in before]
        missed += not findings
        assert not findings or min(abs(finding.line - at - 1) for finding in findings) <= 1, (LINES[at], findings)
    assert missed <= unnoticed * len(places) + 1
