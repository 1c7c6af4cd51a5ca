"""The page that teaches trainers is right: every step of it is a scenario that lint finds clean, and the last one can be played."""

from __future__ import annotations

import re
from functools import cache

import pytest

from simulator.cli.entry import VERBS
from simulator.cues.cue import CATALOGUE
from simulator.robots.fixtures import run_fixtures
from simulator.robots.fixtures_file import fixtures_of
from simulator.robots.playing import play
from simulator.robots.trainees import TRAINEES
from simulator.scenario.lint_finding import LintFinding
from simulator.scenario.reading import Beside, read_any, read_scenario
from simulator.scenario.schema import when_words
from tests.support.places import ROOT

PAGE = (ROOT / "scenarios" / "README.md").read_text("utf-8")
NAME = "bike-brakes.yaml"
_FENCE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^## ([0-9]+)\. (.*)$", re.MULTILINE)
_MARK = re.compile(r"# (in place of|add to) ([a-z_]+)\n")


@cache
def steps() -> dict[str, str]:
    """Return the scenario as it stands after each part of the page, by the part's heading."""
    text, found = "", {}
    headings = list(_HEADING.finditer(PAGE))
    for heading, end in zip(headings, [*(each.start() for each in headings[1:]), len(PAGE)], strict=True):
        before = text
        for block in _FENCE.findall(PAGE[heading.end() : end]):
            if not block.startswith("# bike-brakes"):
                text = grown(text, block)
        if text != before:
            found[heading[2]] = text
    return found


def grown(text: str, block: str) -> str:
    """Return the file after what the page says to do with a block of it."""
    mark = _MARK.match(block)
    if mark is None:
        return text + block
    start, end = part_of(text, mark[2])
    words = block[mark.end() :]
    return text[:end] + words + text[end:] if mark[1] == "add to" else text[:start] + words + text[end:]


def part_of(text: str, key: str) -> tuple[int, int]:
    """Return where a top level block begins and ends; at the end of the file if it is not there yet."""
    found = re.search(rf"^{key}:.*\n(?:[ ].*\n)*", text, re.MULTILINE)
    return found.span() if found else (len(text), len(text))


def sidecar() -> str:
    return next(block for block in _FENCE.findall(PAGE) if block.startswith("# bike-brakes.tests.yaml"))


def not_tips(findings: tuple[LintFinding, ...]) -> list[str]:
    return [f"{each.line}:{each.column} {each.code} {each.message}" for each in findings if each.severity != "tip"]


@pytest.mark.parametrize("step", steps())
def test_every_step_is_clean(step: str) -> None:
    assert not_tips(read_scenario(steps()[step].encode(), NAME).findings) == []


def test_there_are_seven_steps_and_each_adds_something() -> None:
    sizes = [text.count("\n") for text in steps().values()]
    assert len(sizes) == 7
    assert sizes == sorted(set(sizes))


def test_the_tests_of_the_last_step_are_right_and_pass() -> None:
    reading = read_scenario(last().encode(), NAME)
    assert reading.scenario is not None
    beside = read_any(sidecar().encode(), "bike-brakes.tests.yaml", Beside(scenario=lambda _: reading))
    assert not_tips(beside.findings) == [] and beside.tree is not None
    results = run_fixtures(reading.scenario, fixtures_of(beside.tree))
    assert len(results) == 4
    assert [complaint for result in results for complaint in result.complaints] == []


def last() -> str:
    return list(steps().values())[-1]


@pytest.mark.parametrize(("robot", "ending"), [("calm", "solved"), ("rude", "hung-up")])
def test_the_last_step_is_played_as_the_page_says(robot: str, ending: str) -> None:
    scenario = read_scenario(last().encode(), NAME).scenario
    assert scenario is not None
    for seed in range(5):
        assert play(scenario, TRAINEES[robot], seed).story.ending == ending


def test_messages_on_the_page_are_those_of_the_linter() -> None:
    first = next(iter(steps().values())).replace("opening:", "opning:")
    shown = re.findall(r"^bike-brakes\.yaml:[0-9]+:[0-9]+ .*$", PAGE, re.MULTILINE)
    said = [f"{each.where()} {each.severity} {each.code} {each.message}" for each in read_scenario(first.encode(), NAME).findings]
    assert shown == said[:1]
    without = steps()["Facts, and asking for them"].replace("    reveals: [ticket]\n", "")
    assert any(each.message.startswith("Nobody ever gives the fact 'ticket'.") for each in read_scenario(without.encode(), NAME).findings)


def test_the_page_names_everything_that_can_be_heard() -> None:
    listed = set(re.findall(r"`([a-z_]+)`", PAGE.split("## What the program hears")[1]))
    heard = {name for name in CATALOGUE if name not in MEASURED}
    assert heard <= listed
    assert listed <= heard | when_words() | {"when"}


#: Skills and faults that come from timing, loudness or state and not from words.
MEASURED = set("let_vent stay_calm keep_moving right_order fair_remedy interrupt dead_air raise_voice skip_verification".split())


def test_the_page_is_read_in_a_quarter_of_an_hour() -> None:
    words = len(_FENCE.sub("", PAGE).split())
    assert 1_000 <= words <= 1_600, f"{words} words of prose beside the files"
    assert len(PAGE.split()) <= 2_900


def test_commands_on_the_page_exist() -> None:
    for verb in re.findall(r"python main\.py ([a-z]+)", PAGE):
        assert verb in VERBS
