"""Files beside scenarios - tests, packs, rubrics, examples - are judged by the rules of their own kind."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from simulator.scenario.code_book import smallest_scenario
from simulator.scenario.kinds import surely_other
from simulator.scenario.lint_finding import LintFinding
from simulator.scenario.reading import Beside, read_any, read_scenario
from simulator.scenario.schema import FileKind
from tests.support.places import ROOT

KINDS: tuple[FileKind, ...] = ("scenario", "tests", "translation", "pack", "rubric", "examples")
#: Published copies lie in a hidden folder, byte for byte as they were.
SHIPPED = sorted(file for folder in ("scenarios", "scenarios/packs", "assets") for file in (ROOT / folder).glob("[!.]*.yaml"))
SCENARIO = read_scenario(smallest_scenario().encode(), "late-parcel.yaml")
TESTS = """tests: 1
scenario: late-parcel
calls:
  - name: Solved in one go
    turns:
      - {does: [acknowledge_feeling], asks: [order_number], expect: {says: give-number, knows: order_number, mood: angry}}
      - {offers: [new_parcel], expect: {agreed: new_parcel, stage: talk, anger_at_most: 80}}
    expect: {ending: solved, kind: resolved, turns_at_least: 2, turns_at_most: 3, knows_all: [order_number]}
  - name: Nobody there
    turns:
      - {silence: 8.5}
      - {text: "I'll send you a new one today."}
    then: calm
    expect: {ending: trainee-hung-up}
detection:
  - {text: "What is your order number?", asks: [order_number], not_heard: [insult], not_offers: [new_parcel]}
"""
RUBRIC = """rubric: 1
id: mine
version: "1.0.0"
rows:
  - {id: greet, line: care, weight: 100, label: "Greeted {them}", keep: Yes., missing: No., change: Greet., better: ["Hello, {caller}."]}
"""
EXAMPLES = """examples: 1
id: our-words
version: "1.0.0"
language: en-GB
cues:
  greet:
    examples: ["Ahoy there and welcome aboard."]
    counter_examples: ["Ahoy is for ships."]
    better_phrase: "Hello, {caller}, about {fact.day}."
"""


def found_in(text: str, old: str = "", new: str = "") -> list[tuple[str, str, str]]:
    """Return code, the word at its place, and suggestion of each finding in a text with one mistake put into it."""
    assert old in text
    damaged = text.replace(old, new, 1)
    findings = read_any(damaged.encode(), "it.yaml", Beside(scenario=lambda _: SCENARIO)).findings
    return [(finding.code, _word_at(damaged, finding), finding.suggestion) for finding in findings]


def _word_at(text: str, finding: LintFinding) -> str:
    rest = text.splitlines()[finding.line - 1][finding.column - 1 :]
    return re.split(r"[ :,\]}]", rest)[0]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_schema_that_editors_understand(kind: FileKind) -> None:
    schema = json.loads((ROOT / "scenarios" / f"{kind}-1.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    assert "format" in schema["required"] or kind in schema["required"]
    blocks = [part for part in _parts(schema) if part.get("additionalProperties") is False]
    assert all("^x_" in part["patternProperties"] for part in blocks)


def _parts(node: object) -> list[dict[str, object]]:
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return ([node] if isinstance(node, dict) else []) + [part for child in children for part in _parts(child)]


@pytest.mark.parametrize("file", SHIPPED, ids=[file.name for file in SHIPPED])
def test_editors_find_the_schema_of_every_file_that_comes_along(file: Path) -> None:
    line = next(line for line in file.read_text("utf-8").splitlines() if "yaml-language-server" in line)
    schema = (file.parent / line.partition("$schema=")[2].strip()).resolve()
    assert schema.parent == ROOT / "scenarios"
    assert schema.name == f"{read_any(file.read_bytes(), file.name).kind}-1.schema.json"


@pytest.mark.parametrize("text", [TESTS, RUBRIC, EXAMPLES], ids=["tests", "rubric", "examples"])
def test_a_right_file_is_clean(text: str) -> None:
    assert found_in(text) == []


def test_the_words_of_tests_are_those_of_the_schema() -> None:
    assert found_in(TESTS, "says: give", "say: give") == [("SC101", "say", "says")]
    assert found_in(TESTS, "kind: resolved", "kind: solved") == [("SC103", "solved", "resolved")]
    assert found_in(TESTS, "silence: 8.5", "silence: soon") == [("SC104", "soon", "")]
    assert found_in(TESTS, "then: calm", "then: clam") == [("SC103", "clam", "calm")]
    assert found_in(TESTS, "  - name: Nobody there\n    turns", "  - turns") == [("SC102", "turns", "name")]


def test_names_in_tests_are_those_of_the_scenario_beside_them() -> None:
    assert found_in(TESTS, "acknowledge_feeling", "acknowledge_feelings") == [("SC206", "acknowledge_feelings", "acknowledge_feeling")]
    assert found_in(TESTS, "knows: order_number", "knows: ordernumber") == [("SC203", "ordernumber", "order_number")]
    assert found_in(TESTS, "offers: [new_parcel]", "offers: [new_parsel]") == [("SC204", "new_parsel", "new_parcel")]
    assert found_in(TESTS, "says: give-number", "says: give-numbr") == [("SC207", "give-numbr", "give-number")]
    assert found_in(TESTS, "ending: solved", "ending: solvd") == [("SC211", "solvd", "solved")]
    assert found_in(TESTS, "stage: talk", "stage: tlk") == [("SC202", "tlk", "talk")]
    assert found_in(TESTS, "mood: angry", "mood: angy") == [("SC205", "angy", "angry")]


def test_without_the_scenario_the_names_in_tests_are_not_judged() -> None:
    assert read_any(TESTS.replace("order_number", "anything").encode(), "it.yaml").findings == ()


def test_a_sidecar_of_another_scenario_is_told_so() -> None:
    assert found_in(TESTS, "scenario: late-parcel", "scenario: lost-parcel") == [("SC211", "lost-parcel", "late-parcel")]
    [finding] = read_any(TESTS.encode(), "it.yaml", Beside(scenario=lambda _: None)).findings
    assert finding.message.startswith("There is no scenario beside this file.")


def test_a_sidecar_of_a_broken_scenario_is_not_blamed_for_it() -> None:
    broken = read_scenario(b"format: 1\nid: late-parcel\nfacts: 7\n", "late-parcel.yaml")
    assert read_any(TESTS.encode(), "it.yaml", Beside(scenario=lambda _: broken)).findings == ()


def test_rows_of_a_rubric_are_those_that_the_program_marks() -> None:
    row = RUBRIC.splitlines()[-1]
    assert found_in(RUBRIC, "id: greet", "id: gret") == [("SC206", "gret", "greet")]
    assert found_in(RUBRIC + row.replace("100", "0") + "\n") == [("SC201", "greet", "")]
    assert found_in(RUBRIC, "weight: 100", "weight: 2000") == [("SC105", "2000", "200")]
    assert found_in(RUBRIC, "weight: 100", "weight: -100") == [("SC105", "-100", "100")]
    assert found_in(RUBRIC, "weight: 100", "weight: 2.5") == [("SC104", "2.5", "")]
    assert found_in(RUBRIC, "keep: Yes.", 'keep: ""') == [("SC108", '""', "")]
    assert found_in(RUBRIC, "weight: 100,", "weight: 100, places: [end],") == [("SC103", "end", "")]
    assert found_in(RUBRIC, "line: care", "line: caring") == [("SC103", "caring", "care")]
    assert found_in(RUBRIC, "{them}", "{themm}") == [("SC209", '"Greeted', "{them}")]
    assert found_in(RUBRIC, "{caller}", "{callr}") == [("SC209", '"Hello', "{caller}")]


def test_the_weights_of_a_rubric_add_up_to_a_hundred() -> None:
    assert found_in(RUBRIC, "weight: 100", "weight: 90") == [("SC501", "rows", "")]
    second = RUBRIC.splitlines()[-1].replace("id: greet", "id: thank").replace("100", "10")
    assert found_in(f"{RUBRIC}{second}\n", "weight: 100", "weight: 90") == []


def test_examples_name_what_the_program_listens_for() -> None:
    assert found_in(EXAMPLES, "greet:", "gret:") == [("SC206", "gret", "greet")]
    assert found_in(EXAMPLES, "counter_examples", "counterexamples") == [("SC101", "counterexamples", "counter_examples")]
    assert found_in(EXAMPLES, "{caller}", "{company}") == [("SC209", '"Hello', "")]


@pytest.mark.parametrize("kind", KINDS[1:])
def test_a_newer_format_of_any_kind_is_only_told_so(kind: str) -> None:
    assert found_in(f"{kind}: 2\nnew: true\n") == [("SC107", "2", "")]


@pytest.mark.parametrize("kind", KINDS[1:])
def test_private_keys_are_skipped_in_every_kind(kind: FileKind) -> None:
    assert "SC101" not in {code for code, *_ in found_in(f"{kind}: 1\nx_mine: [1, {{a: b}}]\n")}
    assert "SC101" in {code for code, *_ in found_in(f"{kind}: 1\nmine: [1, {{a: b}}]\n")}


@pytest.mark.parametrize("kind", KINDS[1:])
def test_nothing_that_stands_in_such_a_file_breaks_the_reader(kind: FileKind) -> None:
    for value in ("7", "[]", "{}", "[7, [a], {b: c}]", "{a: {b: [c]}}", '""', "~"):
        for key in ("calls", "detection", "lines", "facts", "uses", "policy", "rows", "cues", "scenario", "id", "version", "language"):
            reading = read_any(f"{kind}: 1\n{key}: {value}\n".encode(), "it.yaml", Beside(scenario=lambda _: SCENARIO))
            assert reading.kind == kind
            assert all(finding.line >= 1 and finding.message.isprintable() for finding in reading.findings)


@pytest.mark.parametrize("path", SHIPPED, ids=[path.name for path in SHIPPED])
def test_the_first_key_tells_the_kind_before_the_file_is_read(path: Path) -> None:
    data = path.read_bytes()
    assert surely_other(data) == (read_any(data, path.name).kind != "scenario")


def test_an_unusual_layout_is_read_to_tell_its_kind() -> None:
    assert not surely_other(b"{tests: 1}")
    assert not surely_other(b"tests: 1\nformat: 1\n")
    assert not surely_other(b"")
