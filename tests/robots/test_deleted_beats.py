"""Whatever line of the example a trainer deletes, something notices: the linter, or a saved call."""

from __future__ import annotations

from functools import cache

import pytest

from simulator.authored.read import read_authored
from simulator.authored.tree import Block, Sequence
from simulator.robots.fixtures import run_fixtures
from simulator.robots.fixtures_file import Fixtures, fixtures_of
from simulator.scenario.reading import read_scenario
from tests.support.places import ROOT

EXAMPLE = (ROOT / "scenarios" / "billing-double-charge.yaml").read_text("utf-8")
SIDECAR = ROOT / "scenarios" / "billing-double-charge.tests.yaml"


def lines_of_beats() -> dict[str, tuple[int, int]]:
    """Return the first line of every beat and reaction, and the first one behind it, from 0."""
    tree = read_authored(EXAMPLE.encode()).tree
    assert isinstance(tree, Block)
    found = {}
    for key in ("beats", "reactions"):
        beats = tree.value(key)
        assert isinstance(beats, Sequence)
        starts = [beat.line - 1 for beat in beats.items]
        behind = next(entry.key.line - 1 for entry in tree.entries if entry.key.line - 1 > starts[-1])
        for beat, start, end in zip(beats.items, starts, [*starts[1:], behind], strict=True):
            assert isinstance(beat, Block)
            found[str(getattr(beat.value("id"), "text", ""))] = (start, end)
    return found


BEATS = lines_of_beats()


@cache
def saved_calls() -> Fixtures:
    """Return the saved calls of the example."""
    tree = read_authored(SIDECAR.read_bytes()).tree
    assert tree is not None
    return fixtures_of(tree)


def without(beat: str) -> bytes:
    """Return the example without this beat."""
    lines = EXAMPLE.splitlines(keepends=True)
    start, end = BEATS[beat]
    return "".join(lines[:start] + lines[end:]).encode()


def test_there_are_thirty_three_lines_to_delete() -> None:
    assert len(BEATS) == 33


def test_with_nothing_deleted_all_is_well() -> None:
    reading = read_scenario(EXAMPLE.encode(), "example.yaml")
    assert not reading.errors()
    assert reading.scenario is not None
    assert [result.complaints for result in run_fixtures(reading.scenario, saved_calls()) if not result.passed] == []


@pytest.mark.parametrize("beat", BEATS)
def test_a_deleted_beat_is_noticed(beat: str) -> None:
    reading = read_scenario(without(beat), "example.yaml")
    assert reading.scenario is None or beat not in {each.id for each in (*reading.scenario.beats, *reading.scenario.reactions)}
    if reading.errors():
        return
    assert reading.scenario is not None
    assert any(not result.passed for result in run_fixtures(reading.scenario, saved_calls()))
