"""Scenario files on the disk: the shelf of the home window, and what is said when one cannot be opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator import scenario_files
from simulator.problems import Problem, ProblemError
from simulator.scenario.code_book import smallest_scenario
from simulator.scenario.model import Scenario
from tests.support.places import ROOT

SCENARIOS = ROOT / "scenarios"


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    good = smallest_scenario()
    (tmp_path / "a-good.yaml").write_text(good, "utf-8")
    broken = good.replace("start: 60", "start: 600").replace("stage: talk", "stage: tak")
    (tmp_path / "b-broken.yaml").write_text(broken, "utf-8")
    (tmp_path / "c-bytes.yaml").write_bytes(b"\xff\x00\xff")
    (tmp_path / "d-folder.yaml").mkdir()
    (tmp_path / "a-good.tests.yaml").write_text("tests: 1\nscenario: late-parcel\n", "utf-8")
    (tmp_path / ".hidden.yaml").write_text(good, "utf-8")
    (tmp_path / "notes.txt").write_text("Hello", "utf-8")
    return tmp_path


def problem_of(path: Path) -> Problem:
    with pytest.raises(ProblemError) as caught:
        scenario_files.load_scenario(path)
    return caught.value.problem


def test_broken_files_stand_on_the_shelf_as_problems(shelf: Path) -> None:
    books = dict(scenario_files.scenario_shelf(shelf))
    assert [path.name for path in books] == ["a-good.yaml", "b-broken.yaml", "c-bytes.yaml", "d-folder.yaml"]
    assert [isinstance(book, Scenario) for book in books.values()] == [True, False, False, False]


def test_a_folder_that_is_not_there_is_an_empty_shelf(tmp_path: Path) -> None:
    assert scenario_files.scenario_shelf(tmp_path / "nowhere") == ()


def test_a_good_file_is_loaded(shelf: Path) -> None:
    assert scenario_files.load_scenario(shelf / "a-good.yaml").id == "late-parcel"


def test_a_broken_file_names_the_first_place_and_how_many_more(shelf: Path) -> None:
    problem = problem_of(shelf / "b-broken.yaml")
    assert problem.family == "authoring"
    assert problem.where == f"{shelf / 'b-broken.yaml'}:18:10"
    assert problem.what == "'start' goes from 0 to 100; this says 600. Did you mean 60?"
    assert problem.remedy.startswith("There are 3 more findings. Check the file with: ")


def test_a_file_of_another_kind_is_named(shelf: Path) -> None:
    assert "a file of tests and not a scenario" in problem_of(shelf / "a-good.tests.yaml").what


def test_a_missing_file_is_wrong_usage(shelf: Path) -> None:
    assert problem_of(shelf / "nowhere.yaml").family == "usage"


def test_a_file_that_cannot_be_opened_is_the_machines_problem(shelf: Path) -> None:
    assert problem_of(shelf / "d-folder.yaml").family == "machine"


def test_no_more_than_the_limit_is_read(tmp_path: Path) -> None:
    large = tmp_path / "large.yaml"
    with large.open("wb") as file:
        file.truncate(50_000_000)
    assert len(scenario_files.scenario_bytes(large)) == 1_000_001
    assert "larger than 1 MB" in problem_of(large).what


def test_scenarios_are_found_by_name_and_by_path(shelf: Path) -> None:
    assert scenario_files.find_scenario("a-good", (shelf,)) == shelf / "a-good.yaml"
    assert scenario_files.find_scenario("a-good.yaml", (shelf,)) == shelf / "a-good.yaml"
    assert scenario_files.find_scenario(str(shelf / "a-good.yaml"), ()) == shelf / "a-good.yaml"
    assert scenario_files.find_scenario("billing-double-charge") == SCENARIOS / "billing-double-charge.yaml"


def test_a_name_close_to_one_that_exists_is_suggested(shelf: Path) -> None:
    with pytest.raises(ProblemError) as caught:
        scenario_files.find_scenario("a-god", (shelf,))
    assert caught.value.problem.remedy == "Did you mean 'a-good'?"


def test_everything_that_comes_along_is_clean() -> None:
    books = scenario_files.scenario_shelf(SCENARIOS)
    assert books
    assert [path.name for path, book in books if isinstance(book, Problem)] == []
