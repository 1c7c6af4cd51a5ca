"""What robots found, as findings with a place: what the examples of the codes do not show."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.authored.tree import Block
from simulator.robots.findings import findings_of
from simulator.robots.findings_places import condition_of, item_of, key_of, line_of
from simulator.robots.findings_score import scored
from simulator.robots.fixtures import FixtureResult
from simulator.robots.move import Move
from simulator.robots.playing import play
from simulator.robots.robot_run import Parts, RobotRun, run_robots
from simulator.robots.trainees import TRAINEES
from simulator.scenario.code_book import smallest_scenario
from simulator.scenario.lint_finding import LintFinding
from simulator.scenario.model import Scenario
from simulator.scenario.reading import Reading, read_scenario

SAY = '    repeat: always\n    say: "So what happens now?"\n'
ONE_MOOD = '    repeat: always\n    say:\n      calm: "So what happens now?"\n'


def read(text: str) -> tuple[Reading, Scenario, Block]:
    reading = read_scenario(text.encode(), "it.yaml")
    assert reading.scenario is not None and reading.whole is not None
    return reading, reading.scenario, reading.whole


def found(text: str, run: RobotRun | None = None) -> list[LintFinding]:
    """Return what robots find in this scenario with few walks, or what they found in a run of it."""
    reading, scenario, whole = read(text)
    run = run or run_robots(scenario, None, Parts(walks=150, states=0, processes=1), lambda _: None)
    return list(findings_of(replace(run, scenario=scenario), whole, "it.yaml", text))


def test_the_smallest_scenario_is_fine() -> None:
    assert found(smallest_scenario()) == []


def test_a_missing_mood_is_told_with_how_often_it_was_missed() -> None:
    text = smallest_scenario().replace(SAY, ONE_MOOD)
    (finding,) = [each for each in found(text) if each.code == "SC601"]
    assert finding.severity == "tip"
    assert text.splitlines()[finding.line - 1] == "    say:"
    assert finding.column == 5
    assert "'what-now' has no angry line; test calls used the nearest one " in finding.message
    assert finding.message.endswith(" times in 150 calls.")


def test_without_a_sidecar_nobody_is_told_that_nothing_is_tested() -> None:
    _, scenario, _ = read(smallest_scenario())
    silent = RobotRun(scenario, 0)
    assert found(smallest_scenario(), silent) == []
    nothing_saved = replace(silent, fixtures=())
    assert [each.code for each in found(smallest_scenario(), nothing_saved)] == ["SC709"] * 3
    all_saved = (FixtureResult("All", 3, (), {"give-number": 1, "accept": 1, "what-now": 1}),)
    assert found(smallest_scenario(), replace(silent, fixtures=all_saved)) == []


def test_a_finding_that_the_trainer_allows_is_kept_back() -> None:
    allowed = smallest_scenario().replace("  - id: accept\n", "  # lint: allow SC709 - said in class\n  - id: accept\n")
    _, scenario, _ = read(allowed)
    messages = [each.message for each in found(allowed, RobotRun(scenario, 0, fixtures=()))]
    assert [message.split("'")[1] for message in messages] == ["give-number", "what-now"]


def test_an_allowance_for_the_linter_is_not_called_idle_by_robots() -> None:
    allowed = smallest_scenario().replace("  - id: accept\n", "  # lint: allow SC404 - an example number\n  - id: accept\n")
    assert found(allowed) == []


@pytest.mark.parametrize(
    ("where", "condition", "line"),
    [
        ("beat accept", "offered: new_parcel", "    when: {offered: new_parcel}"),
        ("ending hung-up", "anger_at_least: 96", "    when: {anger_at_least: 96}"),
        ("beat accept", "gone: away", "  - id: accept"),
        ("beat nobody", "offered: new_parcel", "beats:"),
    ],
)
def test_a_condition_is_found_by_its_word(where: str, condition: str, line: str) -> None:
    _, _, tree = read(smallest_scenario())
    node = condition_of(tree, where, condition)
    assert smallest_scenario().splitlines()[node.line - 1] == line


def test_a_condition_inside_any_of_is_found() -> None:
    text = smallest_scenario().replace(
        "    when: {anger_at_least: 96}\n", "    when:\n      any_of:\n        - {anger_at_least: 96}\n        - {heard: insult}\n"
    )
    node = condition_of(read(text)[2], "ending hung-up", "heard: insult")
    assert text.splitlines()[node.line - 1] == "        - {heard: insult}"


def test_what_the_file_does_not_have_is_placed_at_its_list_or_its_id() -> None:
    _, _, tree = read(smallest_scenario())
    lines = smallest_scenario().splitlines()

    def at(node: object) -> str:
        return lines[getattr(node, "line", 0) - 1]

    assert at(item_of(tree, "endings", "none")) == "endings:"
    assert at(line_of(tree, "none")) == "beats:"
    assert at(key_of(tree, "silence")) == "id: late-parcel"
    assert at(line_of(tree, "accept", "say")).strip() == 'say: "Good. Please do."'


def test_the_judge_sees_what_a_robot_does() -> None:
    _, scenario, _ = read(smallest_scenario())
    kind = scored(scenario, play(scenario, TRAINEES["calm"], 0))
    rude = scored(scenario, play(scenario, lambda _: Move(("insult",)), 0))
    assert kind.kind == "resolved"
    assert kind.score > 2 * rude.score
    assert rude.auto_fails and not kind.auto_fails
