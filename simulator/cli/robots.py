"""``robots``: robot trainees play scenarios thousands of times, before a person hears them.

Results go to standard output. What is being done goes to standard error, once it has taken a second. Exit status 1: a gate or a saved
call failed, or publishing was refused.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from simulator.cli.lint import files_under
from simulator.cli.robots_printed import as_json, as_text, findings_lines, summary
from simulator.problems import Problem, ProblemError
from simulator.robots.call_map import CallMap, difference
from simulator.robots.call_map_of_run import call_map
from simulator.robots.findings import findings_of
from simulator.robots.fixtures_file import Fixtures, load_fixtures, sidecar_of
from simulator.robots.publish import last_published, publish
from simulator.robots.publish_against import stands_against
from simulator.robots.report import write_report
from simulator.robots.robot_run import STATES, WALKS, Parts, RobotRun, run_robots
from simulator.scenario.reading import Reading
from simulator.scenario_files import check_file, find_scenario, read_file

#: Progress is told when the whole has taken so long.
_PATIENCE_S = 1.0

Whole = typer.Option
_Files = typer.Argument(metavar="FILE...", help="Scenario files, folders with scenario files, or names of shipped ones.")


@dataclass(frozen=True, slots=True)
class _Wishes:
    """What was asked for beside the scenarios."""

    parts: Parts
    report: Path | None
    publishes: bool
    reason: str
    json: bool


def robots(
    files: Annotated[list[str], _Files],
    fixtures: Annotated[bool, Whole("--fixtures", help="Play only the saved calls (and what else is asked for).")] = False,
    bots: Annotated[bool, Whole("--bots", help="Play only the single robots (and what else is asked for).")] = False,
    walks: Annotated[int | None, Whole(min=0, help=f"So many walks; {WALKS:,} unless told.")] = None,
    explore: Annotated[int | None, Whole(min=0, help=f"Explore so many states; {STATES:,} unless told.")] = None,
    seed: Annotated[int, Whole(help="Seed of robots and callers.")] = 0,
    report: Annotated[Path | None, Whole(help="Write the HTML report here; for several scenarios a folder.")] = None,
    publishes: Annotated[bool, Whole("--publish", help="Keep a copy and its call map, if every gate passed.")] = False,
    reason: Annotated[str, Whole("--publish-anyway", metavar="REASON", help="Publish in spite of findings; the reason is kept.")] = "",
    json_output: Annotated[bool, Whole("--json", help="Print JSON: one object, or a list for several scenarios.")] = False,
) -> int:
    """Play scenarios with robot trainees: saved calls, nine robots, walks, exploration, gates."""
    parts = _parts(fixtures, bots, walks, explore, seed)
    if (publishes or reason) and not (parts.gates and parts.fixtures):
        remedy = "Leave out --fixtures, --bots, --walks 0 and --explore 0."
        raise ProblemError(Problem("usage", "Publishing needs all robots to play.", remedy))
    wishes = _Wishes(parts, report, publishes or bool(reason), reason, json_output)
    paths = list(scenarios_under(files))
    if report is not None and len(paths) > 1:
        report.mkdir(parents=True, exist_ok=True)
    runs = _each(paths, wishes)
    if json_output:
        rows = [as_json(path, run) for path, run in runs.items()]
        print(json.dumps(rows[0] if len(paths) == 1 else rows, ensure_ascii=False, indent=1))
    elif len(paths) > 1:
        print("\n".join(summary(runs)))
    return 0 if len(runs) == len(paths) and all(run.passed for run in runs.values()) else 1


def _each(paths: list[Path], wishes: _Wishes) -> dict[Path, RobotRun]:
    """Return what the robots found in each scenario; of several, one that can't be played is told and left out."""
    runs = {}
    for path in paths:
        try:
            runs[path] = _one(path, wishes)
        except ProblemError as error:
            if len(paths) == 1:
                raise
            print(error.problem.sentence(), file=sys.stderr)
    return runs


def _one(path: Path, wishes: _Wishes) -> RobotRun:
    reading = _playable(path)
    run = _played(path, reading, wishes.parts)
    if not wishes.json:
        print("\n".join((*as_text(path, run), *findings_lines(run), "")))
    if wishes.report is not None:
        write_report(run, wishes.report / f"{path.stem}.html" if wishes.report.is_dir() else wishes.report)
    if wishes.publishes:
        _publish(path, reading, run, wishes.reason)
    return run


def _parts(fixtures: bool, bots: bool, walks: int | None, explore: int | None, seed: int) -> Parts:
    """Return which robots play: all, unless single parts are asked for; then those, and what has a number."""
    some = fixtures or bots
    return Parts(
        fixtures=fixtures or not some,
        bots=bots or not some,
        walks=walks if walks is not None else 0 if some else WALKS,
        states=explore if explore is not None else 0 if some else STATES,
        seed=seed,
    )


def scenarios_under(names: list[str]) -> Iterator[Path]:
    """Yield the scenarios that are named, or lie in the folders that are named, in order; other kinds of files in folders are left out.

    Raises:
        ProblemError: there is no such file, or nothing to play in any folder.
    """
    found = False
    for name in names:
        named = Path(name) if Path(name).exists() else find_scenario(name)
        for path in files_under([named]):
            if named.is_file() or read_file(path).kind == "scenario":
                found = True
                yield path
    if not found:
        raise ProblemError(Problem("usage", "There are no scenarios here.", "Name a scenario file, or a folder with some.", names[0]))


def _playable(path: Path) -> Reading:
    reading = check_file(path)
    if reading.kind != "scenario":
        raise ProblemError(Problem("usage", f"This is a file of {reading.kind}, not a scenario.", "Name the scenario file.", str(path)))
    if reading.scenario is None:
        first = reading.errors()[0]
        raise ProblemError(Problem("authoring", first.message, f"Check the file with: main.py lint {path}", first.where()))
    return reading


def _played(path: Path, reading: Reading, parts: Parts) -> RobotRun:
    assert reading.scenario is not None and reading.whole is not None
    began = time.monotonic()

    def begin(what: str) -> None:
        if time.monotonic() - began > _PATIENCE_S:
            print(f"{path.name}: {what} ...", file=sys.stderr)

    run = run_robots(reading.scenario, _saved_calls(path) if parts.fixtures else None, parts, begin)
    run = replace(run, findings=findings_of(run, reading.whole, str(path), reading.text))
    old = last_published(path, reading.scenario.id)
    now = _map(run)
    return replace(run, difference=difference(old, now)) if old is not None and now is not None else run


def _saved_calls(path: Path) -> Fixtures | None:
    sidecar = sidecar_of(path)
    return load_fixtures(sidecar) if sidecar.is_file() else None


def _map(run: RobotRun) -> CallMap | None:
    return call_map(run) if run.walks is not None else None


def _publish(path: Path, reading: Reading, run: RobotRun, reason: str) -> None:
    found = _map(run)
    assert found is not None
    target = publish(path, reading.to_record(), found, tuple(stands_against(reading, run)), reason)
    print(f"Published as {target}.", file=sys.stderr)
