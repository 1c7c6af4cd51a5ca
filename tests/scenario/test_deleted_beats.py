"""Which lines of the example the linter misses when they are deleted; what it does not notice is left to fixtures and the call map."""

from __future__ import annotations

import re

import pytest

from simulator.scenario.reading import read_scenario
from tests.support.places import ROOT

TEXT = (ROOT / "scenarios" / "billing-double-charge.yaml").read_text("utf-8")
#: A beat or reaction from its id to the next one, the next comment at the left or the next list.
_LINE = re.compile(r"^  - id: ([a-z0-9-]+)\n(?:(?:    .*)?\n)*", re.MULTILINE)
_PLAYED = TEXT[TEXT.index("\nbeats:") : TEXT.index("\ninterruptions:")]
LINES = {match[1]: match[0] for match in _LINE.finditer(_PLAYED)}

#: What the linter says by itself when one is missing. The others leave a scenario that is whole, only poorer.
NOTICED = {
    **dict.fromkeys(("vent-so-what", "on-your-screen", "remedy-nudge", "closing-nudge"), "SC303"),
    **dict.fromkeys(("give-identity", "give-charge-dates", "give-card-last4"), "SC302"),
    **dict.fromkeys(("standard-grudging", "rush-accepted", "fee-review-ok", "supervisor-arranged"), "SC301"),
    **dict.fromkeys(("standard-too-slow", "wants-cash", "wants-supervisor"), "SC207"),
}


def found_in(text: str) -> set[tuple[str, str]]:
    """Return code and message of everything that the linter finds; tips do not count."""
    findings = read_scenario(text.encode(), "copy.yaml").findings
    return {(finding.code, finding.message) for finding in findings if finding.severity != "tip"}


WHOLE = found_in(TEXT)


def found_without(name: str) -> set[str]:
    """Return the codes of what the linter finds in the example without one of its lines, and does not find in the whole one."""
    assert TEXT.count(LINES[name]) == 1
    return {code for code, _ in found_in(TEXT.replace(LINES[name], "")) - WHOLE}


def test_the_example_has_33_lines() -> None:
    assert len(LINES) == 33


@pytest.mark.parametrize("name", NOTICED)
def test_a_deleted_line_is_noticed(name: str) -> None:
    assert NOTICED[name] in found_without(name)
