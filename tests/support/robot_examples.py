"""Lets robots play the examples of their codes (SC701 to SC709): a small scenario, few walks, one process."""

from __future__ import annotations

from dataclasses import replace

from simulator.authored.read import read_authored
from simulator.robots.explore import explore
from simulator.robots.findings import findings_of
from simulator.robots.fixtures_file import Fixtures, fixtures_of
from simulator.robots.robot_run import Parts, run_robots
from simulator.scenario.code_book import Example
from simulator.scenario.lint_finding import LintFinding
from simulator.scenario.reading import read_scenario

_NEEDS_EXPLORATION = "SC703"
WALKS = 150
STATES = 30


def robots_find(code: str, example: Example, data: bytes) -> list[LintFinding]:
    """Return the findings of this code that robots make in an example's file; other codes have examples of their own."""
    reading = read_scenario(data, "it.yaml")
    assert reading.scenario is not None and reading.whole is not None
    parts = Parts(walks=WALKS, states=0, processes=1)
    run = run_robots(reading.scenario, _saved_calls(example), parts, lambda _: None)
    if code == _NEEDS_EXPLORATION:
        # Explored apart from the rest, so that no gates are judged: they take longest, and every finding can be made without them.
        run = replace(run, explored=explore(reading.scenario, STATES))
    return [found for found in findings_of(run, reading.whole, "it.yaml", reading.text) if found.code == code]


def _saved_calls(example: Example) -> Fixtures | None:
    tree = read_authored(f"tests: 1\nscenario: late-parcel\n{example.saved}".encode()).tree if example.saved else None
    return fixtures_of(tree) if tree else None
