"""Every code of the linter does what its own file says: the bad example is found there and so, the good one is clean."""

from __future__ import annotations

import pytest

from simulator.scenario.code_book import (
    CodeRecord,
    Example,
    all_records,
    record,
    smallest_scenario,
)
from simulator.scenario.reading import read_scenario
from tests.support.lint_examples import bad_file, good_file, read_example
from tests.support.robot_examples import robots_find

RECORDS = all_records()
EXAMPLES = [(entry, example) for entry in RECORDS for example in entry.examples]
_NAMES = [f"{entry.code}-{entry.examples.index(example) + 1}" for entry, example in EXAMPLES]

each_example = pytest.mark.parametrize(("entry", "example"), EXAMPLES, ids=_NAMES)
each_code = pytest.mark.parametrize("entry", RECORDS, ids=[entry.code for entry in RECORDS])


@each_example
def test_the_bad_example_is_found_at_its_place_and_nothing_else_is(entry: CodeRecord, example: Example) -> None:
    data, line, says = bad_file(example)
    findings = robots_find(entry.code, example, data) if example.robots else read_example(example, data).findings
    assert [(found.code, found.line, found.column, found.message) for found in findings] == [
        (entry.code, line, example.column, says)
    ]


@each_example
def test_the_good_example_is_clean(entry: CodeRecord, example: Example) -> None:
    reading = read_example(example, good_file(example))
    assert reading.findings == ()
    assert reading.values is not None
    assert (reading.scenario is not None) == (example.kind == "scenario")
    assert not example.robots or not robots_find(entry.code, example, good_file(example))


@each_code
def test_a_code_explains_itself(entry: CodeRecord) -> None:
    assert entry.severity in ("error", "warning", "tip")
    assert entry.name and entry.why and entry.fix and entry.messages and entry.examples


@each_code
def test_every_message_of_a_code_has_an_example(entry: CodeRecord) -> None:
    unshown = set(entry.messages) - NO_EXAMPLE.get(entry.code, set())
    said = " ".join(example.says for example in entry.examples)
    for variant in unshown:
        start = entry.messages[variant].split("{", 1)[0] or entry.messages[variant].rsplit("}", 1)[-1]
        assert start.strip("'") in said, f"no example for '{variant}'"


#: Messages whose example would be a very long file, or that no file we know of brings about; other tests show them.
NO_EXAMPLE = {
    "SC001": {"main"},
    "SC009": {"many", "long"},
    "SC106": {"long"},
    "SC107": {"kind"},
    "SC108": {"long"},
    "SC208": {"broken", "kind", "large"},
    "SC209": {"company", "translation"},
    "SC211": {"scenario", "alone"},
    "SC601": {"often"},
}


def test_the_smallest_scenario_is_clean() -> None:
    assert read_scenario(smallest_scenario().encode(), "smallest.yaml").findings == ()


def test_there_is_no_record_of_an_unknown_code() -> None:
    with pytest.raises(KeyError):
        record("SC999")
