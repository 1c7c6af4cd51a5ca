"""The scenarios that come along: worth a class's time, clean, and played by robots before a person hears them."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.robots.explore import explore
from simulator.robots.fixtures import run_fixtures
from simulator.robots.fixtures_file import load_fixtures, sidecar_of
from simulator.robots.gates import run_gates
from simulator.robots.playing import play
from simulator.robots.publish import last_published
from simulator.robots.trainees import TRAINEES
from simulator.robots.walks import walk
from simulator.scenario_files import check_file, load_scenario
from tests.support.places import ROOT

FILES = sorted(path for path in (ROOT / "scenarios").glob("*.yaml") if not path.stem.endswith(".tests"))
SCENARIOS = {path.stem: load_scenario(path) for path in FILES}
ALL = list(SCENARIOS.values())

each_file = pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])


def best_kinds(name: str) -> set[str]:
    return {ending.kind for ending in SCENARIOS[name].best_endings()}


def test_there_are_twelve_in_at_least_eight_trades() -> None:
    trades = {scenario.tags[0] for scenario in ALL}
    assert len(ALL) >= 12
    assert len(trades) >= 8, trades


def test_every_difficulty_is_there() -> None:
    assert {scenario.difficulty for scenario in ALL} == {1, 2, 3, 4, 5}


def test_in_five_or_more_the_company_is_not_or_only_partly_at_fault() -> None:
    assert sum(scenario.company_at_fault in ("no", "partly") for scenario in ALL) >= 5


def test_the_right_end_is_sometimes_a_refusal_and_sometimes_an_escalation() -> None:
    kinds = [kind for name in SCENARIOS for kind in best_kinds(name)]
    assert kinds.count("declined") >= 2
    assert kinds.count("escalated") >= 2


def test_ages_and_loyalties_are_mixed() -> None:
    ages = [scenario.caller.age or 0 for scenario in ALL]
    loyalties = [scenario.caller.loyalty or 0 for scenario in ALL]
    assert min(ages) < 30 and max(ages) > 65
    assert min(loyalties) < 250 and max(loyalties) > 750
    assert all(scenario.caller.age_preset == "off" for scenario in ALL)


@each_file
def test_it_is_clean(path: Path) -> None:
    found = [finding for finding in check_file(path).findings if finding.severity != "tip"]
    assert not found


@each_file
def test_its_sidecar_is_clean_and_every_saved_call_comes_out_as_it_says(path: Path) -> None:
    sidecar = sidecar_of(path)
    assert not check_file(sidecar).findings
    results = run_fixtures(SCENARIOS[path.stem], load_fixtures(sidecar))
    failed = [f"{result.name}: {result.complaints}" for result in results if not result.passed]
    assert not failed


@each_file
def test_it_has_all_that_a_trainee_and_a_coach_need(path: Path) -> None:
    scenario = SCENARIOS[path.stem]
    assert scenario.trainee_brief and scenario.screen and scenario.summary and scenario.content_warning is not None
    assert any(beat.model_answer for beat in scenario.beats) and any(beat.coach for beat in scenario.beats)
    assert scenario.rubric.items and scenario.coaching.before and scenario.coaching.after
    assert all(goal.item for goal in scenario.learning_goals)


@each_file
def test_a_calm_trainee_gets_there_and_a_rude_one_is_left(path: Path) -> None:
    scenario = SCENARIOS[path.stem]
    best = {ending.id for ending in scenario.best_endings()}
    assert all(play(scenario, TRAINEES["calm"], seed).ending in best for seed in range(5))
    assert all(play(scenario, TRAINEES["rude"], seed).kind in ("hung_up", "agent_ended") for seed in range(5))


@each_file
def test_its_published_copy_is_the_file_itself(path: Path) -> None:
    published = last_published(path, SCENARIOS[path.stem].id)
    assert published is not None, "publish it: main.py robots FILE --publish"
    assert published.sha256 == SCENARIOS[path.stem].sha256, "the file changed since: raise its version and publish it again"


@pytest.mark.soak
@each_file
def test_every_gate_is_passed(path: Path) -> None:
    scenario = SCENARIOS[path.stem]
    gates = run_gates(scenario, walk(scenario, 3_000, 0), explore(scenario, 40_000, 0))
    assert not [f"{gate.id} {gate.figure}: {gate.worst}" for gate in gates if not gate.passed]
