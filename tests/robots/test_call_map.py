"""The call map: what it keeps, how two of them differ in words, and what publishing refuses."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.problems import ProblemError
from simulator.robots.call_map import (
    CallMap,
    difference,
    from_json,
    per_thousand,
    to_json,
)
from simulator.robots.call_map_of_run import call_map
from simulator.robots.publish import (
    FOLDER,
    last_published,
    map_file,
    publish,
    stored_findings,
)
from simulator.robots.robot_run import Parts, run_robots
from simulator.scenario.lint_finding import LintFinding
from tests.support.small_scenario import parcel

TIP = LintFinding("late-parcel.yaml", 12, 5, "tip", "SC709", "No saved test reaches 'why'. Deleting it would go unnoticed.")
MAP = CallMap(
    scenario="late-parcel",
    version="1.0.0",
    sha256="0" * 64,
    walks=1_000,
    seed=0,
    beats={"why": 1_400, "tells": 700, "rare": 3, "never": 0},
    reached_by={"why": ("Solved",), "tells": ("Solved",), "rare": (), "never": ()},
    endings={"hung-up": 400, "solved": 600},
    gates={"G1": (True, "200 of 200 calls")},
    findings=(TIP,),
)


def changed(**beats: int) -> CallMap:
    """Return the map with these figures for its lines."""
    return replace(MAP, beats={**MAP.beats, **beats})


def test_a_map_comes_back_as_it_was_written() -> None:
    assert from_json(to_json(MAP)) == MAP


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"call_map": 2}', '{"call_map": 1, "beats": {}}'])
def test_what_is_no_map_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"call map|Expecting"):
        from_json(text)


def test_nothing_is_said_where_the_calls_go_as_before() -> None:
    assert difference(MAP, changed(why=1_350, tells=690, rare=5)) == ()


def test_a_line_that_is_gone_is_told() -> None:
    without = replace(MAP, beats={name: times for name, times in MAP.beats.items() if name != "tells"})
    assert difference(MAP, without) == ("The line 'tells' is gone; before, it was said 700 times in 1,000 calls.",)
    assert difference(without, MAP) == ("The line 'tells' is new; it is said 700 times in 1,000 calls.",)


def test_a_line_that_is_said_much_less_often_is_told() -> None:
    assert difference(MAP, changed(tells=300)) == ("The line 'tells' is said less often: 300 times in 1,000 calls, before 700.",)
    assert difference(changed(tells=300), MAP) == ("The line 'tells' is said more often: 700 times in 1,000 calls, before 300.",)


def test_a_line_that_falls_silent_or_begins_to_speak_is_told() -> None:
    assert difference(MAP, changed(rare=0, never=1)) == (
        "The line 'rare' is never said any more; before, it was 3 times in 1,000 calls.",
        "The line 'never' is said now, 1 time in 1,000 calls; before, it never was.",
    )


def test_endings_that_come_and_go_are_told() -> None:
    other = replace(MAP, endings={"hung-up": 400, "half": 600})
    assert difference(MAP, other) == (
        "The ending 'solved' is gone; before, it was reached 600 times in 1,000 calls.",
        "The ending 'half' is new; it is reached 600 times in 1,000 calls.",
    )


def test_a_line_that_no_saved_call_reaches_any_more_is_told() -> None:
    other = replace(MAP, reached_by={**MAP.reached_by, "tells": ()})
    assert difference(MAP, other) == ("No saved test reaches the line 'tells' any more.",)


def test_what_happened_at_all_is_never_rounded_to_nothing() -> None:
    assert [per_thousand(times, 3_000) for times in (0, 1, 3_000, 4_500)] == [0, 1, 1_000, 1_500]


def test_the_map_of_a_run_names_every_line_and_ending() -> None:
    run = run_robots(parcel(), None, Parts(bots=False, states=0, walks=40, processes=1), lambda _: None)
    found = call_map(run)
    assert set(found.beats) == {"why", "softens", "tells", "takes", "waits", "bye", "snaps"}
    assert set(found.endings) == {"hung-up", "solved"}
    assert sum(found.endings.values()) > 0


# ------------------------------------------------------------------------------------------------ publishing


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "late-parcel.yaml"


def test_publishing_keeps_a_copy_to_the_byte_and_the_map_beside_it(file: Path) -> None:
    target = publish(file, b"format: 1\n", MAP, ())
    assert target == file.parent / FOLDER / "late-parcel@1.0.0.yaml"
    assert target.read_bytes() == b"format: 1\n"
    assert from_json(map_file(target).read_text("utf-8")) == MAP


def test_publishing_is_refused_with_the_first_reason(file: Path) -> None:
    with pytest.raises(ProblemError, match=r"gate G3 failed. And 1 more"):
        publish(file, b"", MAP, ("gate G3 failed.", "gate G4 failed."))
    assert not (file.parent / FOLDER).exists()


def test_publishing_anyway_keeps_the_reason(file: Path) -> None:
    target = publish(file, b"", MAP, ("gate G3 failed.",), "  A class needs it\n today. ")
    assert from_json(map_file(target).read_text("utf-8")).published_anyway == "A class needs it today."
    assert from_json(map_file(publish(file, b"", MAP, (), "not needed")).read_text("utf-8")).published_anyway == ""


def test_the_same_version_is_not_published_twice_with_other_words(file: Path) -> None:
    publish(file, b"one", MAP, ())
    publish(file, b"one", MAP, ())
    with pytest.raises(ProblemError, match="raise the version"):
        publish(file, b"two", MAP, ())


def test_the_last_published_map_is_that_of_the_highest_version(file: Path) -> None:
    assert last_published(file, "late-parcel") is None
    for version in ("1.9.0", "1.10.0", "1.2.11"):
        publish(file, version.encode(), replace(MAP, version=version), ())
    found = last_published(file, "late-parcel")
    assert found is not None
    assert found.version == "1.10.0"


def test_a_map_that_cannot_be_read_counts_as_none(file: Path) -> None:
    map_file(publish(file, b"", MAP, ())).write_text("{", "utf-8")
    assert last_published(file, "late-parcel") is None


def test_lint_shows_the_stored_findings_while_the_file_is_the_same(file: Path) -> None:
    publish(file, b"", MAP, ())
    scenario = parcel()
    assert stored_findings(file, scenario) == (replace(TIP, file=str(file)),)
    assert stored_findings(file, replace(scenario, sha256="1" * 64)) == ()
    assert stored_findings(file, replace(scenario, version="1.0.1")) == ()
