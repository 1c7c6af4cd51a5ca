"""An id gets another name in every place that means it, and in no other."""

from __future__ import annotations

import re

import pytest

from simulator.problems import ProblemError
from simulator.scenario.mending.renaming import renamed
from simulator.scenario.names import Kind
from simulator.scenario.reading import Beside, read_any, read_scenario
from simulator.scenario_files import read_file
from tests.support.places import ROOT

EXAMPLE = (ROOT / "scenarios" / "billing-double-charge.yaml").read_text("utf-8")
TESTS = (ROOT / "scenarios" / "billing-double-charge.tests.yaml").read_text("utf-8")

#: Kind, old name, new name, and how often it stands in the file of the scenario.
NAMES: list[tuple[Kind, str, str]] = [
    ("line", "vent-hold", "tired-of-music"),
    ("line", "wants-supervisor", "asks-for-the-boss"),
    ("fact", "bank_fee", "overdraft_fee"),
    ("remedy", "refund_rush", "quick_refund"),
    ("stage", "facts", "details"),
    ("stage", "venting", "listening"),
    ("ending", "resolved", "all-well"),
    ("item", "heard_her", "listened"),
    ("cue", "whole_card_number", "all_sixteen"),
    ("mood", "furious", "boiling"),
]


@pytest.mark.parametrize(("kind", "old", "new"), NAMES, ids=lambda value: str(value))
def test_the_scenario_is_the_same_with_another_name(kind: Kind, old: str, new: str) -> None:
    before = read_scenario(EXAMPLE.encode(), "it.yaml")
    done = renamed(EXAMPLE, kind, old, new)
    after = read_scenario(done.text.encode(), "it.yaml")
    assert done.places and after.scenario is not None
    assert [finding.code for finding in after.findings] == [finding.code for finding in before.findings]
    assert not re.search(rf"(?m)^ *- id: {old}$", done.text)
    assert renamed(done.text, kind, new, old).text == EXAMPLE, "and back again"
    lines, changed = EXAMPLE.split("\n"), done.text.split("\n")
    assert {number for number, line in enumerate(changed, 1) if line != lines[number - 1]} == {place.line for place in done.places}


def test_the_tests_of_a_scenario_are_renamed_along_with_it() -> None:
    scenario = read_file(ROOT / "scenarios" / "billing-double-charge.yaml")
    for kind, old, new in NAMES:
        read = read_scenario(renamed(EXAMPLE, kind, old, new).text.encode(), "it.yaml")
        tests = renamed(TESTS, kind, old, new)
        beside = Beside(scenario=lambda _, read=read: read)  # type: ignore[misc]
        findings = read_any(tests.text.encode(), "it.tests.yaml", beside).findings
        assert [finding.message for finding in findings if finding.severity == "error"] == [], (kind, old)
    assert scenario.scenario


def test_placeholders_are_renamed_too() -> None:
    head = "format: 1\nfacts:\n  - id: fee\nbeats:\n  - id: a\n    say: >-\n"
    text = f"{head}      You took {{fact.fee}}\n      and {{fact.fees}} {{remedy.fee}}.\n"
    done = renamed(text, "fact", "fee", "bank_fee")
    assert done.text == text.replace("id: fee", "id: bank_fee").replace("{fact.fee}", "{fact.bank_fee}")
    assert [place.line for place in done.places] == [3, 6]


def test_a_translation_is_renamed_along_with_its_scenario() -> None:
    text = (
        "translation: 1\nlines:\n  vent-hold/angry: {source: a, text: b}\n  endings/resolved/say: {source: a, text: b}\n"
        '  "facts/fee/label": {source: a, text: "{fact.fee}"}\n  fee: {source: a, text: b}\n'
    )
    assert renamed(text, "line", "vent-hold", "hold").text == text.replace("vent-hold/", "hold/")
    assert renamed(text, "ending", "resolved", "done").text == text.replace("/resolved/", "/done/")
    assert renamed(text, "mood", "angry", "cross").text == text.replace("/angry", "/cross")
    assert renamed(text, "fact", "fee", "bank").text == text.replace("/fee/", "/bank/").replace("fact.fee", "fact.bank")
    assert renamed(text, "line", "fee", "bank").text == text.replace("  fee:", "  bank:")


@pytest.mark.parametrize("new", ["vent-soften", "Vent Hold", ""])
def test_a_name_that_cannot_be_is_refused(new: str) -> None:
    with pytest.raises(ProblemError):
        renamed(EXAMPLE, "line", "vent-hold", new)


def test_a_name_that_is_nowhere_changes_nothing() -> None:
    assert renamed(EXAMPLE, "fact", "nobody", "somebody").text == EXAMPLE
    assert renamed(EXAMPLE, "fact", "nobody", "somebody").places == ()
