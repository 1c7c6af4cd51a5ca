"""Saved calls: what they inject, what they listen to, and how they say what went wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.authored.read import read_authored
from simulator.problems import ProblemError
from simulator.robots.fixtures import FixtureResult, run_fixtures
from simulator.robots.fixtures_file import fixtures_of, load_fixtures, sidecar_of
from simulator.scenario.model import Scenario
from tests.support.small_scenario import parcel

HEAD = "tests: 1\nscenario: late-parcel\n"


def results(sidecar: str, scenario: Scenario | None = None) -> tuple[FixtureResult, ...]:
    """Return how the saved calls of a sidecar come out; without an own head it gets one of two lines."""
    tree = read_authored((HEAD + sidecar).encode()).tree
    assert tree is not None
    return run_fixtures(scenario or parcel(), fixtures_of(tree))


def complaints(sidecar: str, scenario: Scenario | None = None) -> list[tuple[int, str]]:
    """Return the line and the words of every complaint."""
    return [(each.line, each.text) for result in results(sidecar, scenario) for each in result.complaints]


SOLVED = """\
calls:
  - name: Solved
    turns:
      - {does: [take_ownership], expect: {says: softens, stage: fixing, mood: angry}}
      - {asks: [number], expect: {knows: number, knows_all: [number]}}
      - {offers: [resend], expect: {says: takes, agreed: resend, stage: closing}}
      - {does: [say_goodbye]}
    expect: {ending: solved, kind: resolved, turns_at_least: 4, turns_at_most: 4, anger_at_most: 70, anger_at_least: 10}
"""


def test_a_call_that_goes_as_expected_passes() -> None:
    (result,) = results(SOLVED)
    assert result.passed
    assert (result.name, result.line, result.turns, result.ending) == ("Solved", 4, 4, "solved")
    assert result.said == {"softens": 1, "tells": 1, "takes": 1, "solved": 1}


def test_a_failed_step_says_what_was_expected_and_what_happened_instead() -> None:
    sidecar = SOLVED.replace("stage: fixing", "stage: venting")
    assert complaints(sidecar) == [(6, "turn 1: expected stage venting, got fixing")]


@pytest.mark.parametrize(
    ("right", "wrong", "words"),
    [
        ("says: softens", "says: why", "turn 1: expected says why, got softens"),
        ("mood: angry", "mood: calm", "turn 1: expected mood calm, got angry"),
        ("knows: number", "knows: name", "turn 2: expected knows name, got number"),
        ("knows_all: [number]", "knows_all: [number, name]", "turn 2: expected knows all number, name, got number"),
        ("agreed: resend", "agreed: cash", "turn 3: expected agreed cash, got resend"),
        ("ending: solved", "ending: hung-up", "at the end: expected ending hung-up, got solved"),
        ("kind: resolved", "kind: partial", "at the end: expected kind partial, got resolved"),
        ("turns_at_least: 4", "turns_at_least: 5", "at the end: expected turns at least 5, got 4"),
        ("turns_at_most: 4", "turns_at_most: 3", "at the end: expected turns at most 3, got 4"),
        ("anger_at_most: 70", "anger_at_most: 20.5", "at the end: expected anger at most 20.5, got 56"),
        ("anger_at_least: 10", "anger_at_least: 70", "at the end: expected anger at least 70, got 56"),
    ],
)
def test_every_word_of_expect_can_fail(right: str, wrong: str, words: str) -> None:
    assert [text for _, text in complaints(SOLVED.replace(right, wrong))] == [words]


def test_a_call_that_ends_too_soon_says_so() -> None:
    sidecar = SOLVED.replace("      - {does: [say_goodbye]}\n", "      - {does: [say_goodbye]}\n      - {does: [thank]}\n")
    assert complaints(sidecar) == [(10, "turn 5: the call had ended already with solved")]


def test_the_trainees_own_words_go_through_the_ears() -> None:
    said = 'calls: [{name: Words, turns: [{text: "I will take care of this for you myself.", expect: {says: %s}}]}]'
    assert complaints(said % "softens") == []
    assert complaints(said % "why") == [(3, "turn 1: expected says why, got softens")]


def test_words_and_signals_can_stand_in_one_step() -> None:
    step = '{text: "What is the parcel number?", does: [take_ownership], expect: {says: softens, stage: fixing}}'
    again = "{asks: [number], expect: {knows: number}}"
    assert complaints(f"calls: [{{name: Both, turns: [{step}, {again}]}}]") == []


def test_the_same_sentence_twice_is_heard_as_robotic() -> None:
    said = '{text: "I can see the parcel on my screen here."}'
    other = '{text: "There is a van on the road to you."}'
    (twice,) = complaints(f"calls: [{{name: x, turns: [{said}, {said}], expect: {{anger_at_most: 0}}}}]")
    (different,) = complaints(f"calls: [{{name: x, turns: [{said}, {other}], expect: {{anger_at_most: 0}}}}]")
    assert twice[1].endswith("got 68")
    assert different[1].endswith("got 66")


def test_silence_plays_the_steps_that_fall_into_it() -> None:
    assert complaints("calls: [{name: x, turns: [{silence: 4, expect: {says: silence-1}}]}]") == [
        (3, "turn 1: expected says silence-1, got no line at all")
    ]
    (result,) = results("calls: [{name: x, turns: [{silence: 12, expect: {anger_at_least: 74, anger_at_most: 74}}]}]")
    assert result.passed
    assert result.said == {"silence-1": 1, "silence-2": 1}


def test_a_long_silence_ends_the_call() -> None:
    (result,) = results("calls: [{name: x, turns: [{silence: 60, expect: {ending: hung-up}}]}]")
    assert result.passed


def test_a_robot_finishes_the_call_or_plays_all_of_it() -> None:
    finishes = "calls: [{name: x, turns: [{does: [calm_down_order], expect: {says: snaps}}], then: calm, expect: {ending: solved}}]"
    plays = "calls: [{name: x, play: rude, expect: {ending: hung-up}}]"
    assert complaints(finishes) == []
    assert complaints(plays) == []
    assert complaints(plays.replace("rude", "calm")) == [(3, "at the end: expected ending hung-up, got solved")]


@pytest.mark.parametrize(
    ("expects", "complaint"),
    [
        ("asks: [number]", ""),
        ("heard: [ask_fact]", ""),
        ("not_heard: [calm_down_order], not_offers: [cash], not_asks: [name]", ""),
        ("heard: [apologise]", "expected heard apologise, got heard ask_fact"),
        ("offers: [resend]", "expected offers resend, got offers nothing"),
        ("not_asks: [number]", "expected not asks number, got asks number"),
    ],
)
def test_the_detection_list_names_what_must_and_must_not_be_heard(expects: str, complaint: str) -> None:
    found = [text for _, text in complaints(f'detection: [{{text: "What is the parcel number?", {expects}}}]')]
    assert found == ([complaint] if complaint else [])


def test_the_sidecar_lies_beside_its_scenario(tmp_path: Path) -> None:
    assert sidecar_of(tmp_path / "late-parcel.yaml") == tmp_path / "late-parcel.tests.yaml"


def test_a_sidecar_with_a_mistake_is_refused_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "late-parcel.tests.yaml"
    path.write_text("tests: 1\nscenario: late-parcel\ncalls: [{nam: x}]\n", "utf-8")
    with pytest.raises(ProblemError, match=r"late-parcel\.tests\.yaml:\d+:\d+"):
        load_fixtures(path)


def test_another_kind_of_file_is_no_sidecar(tmp_path: Path) -> None:
    path = tmp_path / "x.tests.yaml"
    path.write_text("examples: 1\ncues: {greet: {examples: [hello there, good morning to you, this is sam]}}\n", "utf-8")
    with pytest.raises(ProblemError):
        load_fixtures(path)
