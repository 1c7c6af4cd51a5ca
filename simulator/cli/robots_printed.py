"""What ``robots`` prints: tables for a trainer, or one JSON object for programs."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from simulator.call.conditions import whole_points
from simulator.robots.playing import PlayedCall
from simulator.robots.report_page import headline
from simulator.robots.report_words import DOES, many
from simulator.robots.robot_run import RobotRun
from simulator.robots.walks import Walks

_FIGURE = re.compile(r"[0-9,.]+|-")
#: Rarest lines that are named in the terminal; the report has them all.
_RAREST = 5


def as_text(path: Path, run: RobotRun) -> Iterator[str]:
    """Yield the lines of the terminal's report on one scenario."""
    scenario = run.scenario
    yield f"{scenario.title} ({scenario.id} {scenario.version}, {path})"
    yield headline(run)
    if run.gates:
        yield ""
        rows = [(gate.id, "passed" if gate.passed else "FAILED", f"{gate.name}: {gate.figure}") for gate in run.gates]
        yield from _table([("gate", "", "result"), *rows])
        yield from (f"  {gate.id}: {gate.worst}" for gate in run.gates if gate.worst and not gate.passed)
    if run.fixtures is not None:
        yield ""
        yield from _fixtures(run)
    if run.bots:
        yield ""
        yield from _table([("robot", "ended with", "turns", "anger"), *(_bot_row(name, call) for name, call in run.bots.items())])
    if run.walks:
        yield ""
        yield from _walks(run, run.walks)
    if run.explored:
        waiting = run.explored.waiting
        rest = f"{waiting:,} not looked at any further" if waiting else "nothing left to look at"
        yield f"Exploration: checked {many(run.explored.checked, 'state')}, {rest}."
    if run.difference is not None:
        yield ""
        yield "Since the last published version:" + ("" if run.difference else " nothing that robots notice.")
        yield from (f"  {each}" for each in run.difference)


def summary(runs: Mapping[Path, RobotRun]) -> Iterator[str]:
    """Yield a table of several scenarios: one row each, a column for every gate and one for the saved calls."""
    gates = list(dict.fromkeys(gate.id for run in runs.values() for gate in run.gates))
    rows = [("scenario", *gates, "saved calls"), *(_summary_row(run, gates) for run in runs.values())]
    yield from _table(rows)
    passed = sum(run.passed for run in runs.values())
    yield f"{passed} of {many(len(runs), 'scenario')} passed everything."


def _summary_row(run: RobotRun, gates: list[str]) -> tuple[str, ...]:
    passed = {gate.id: "ok" if gate.passed else "FAILED" for gate in run.gates}
    results = run.fixtures or ()
    saved = f"{sum(result.passed for result in results)} of {len(results)}" if results else "none"
    return (run.scenario.id, *(passed.get(gate, "") for gate in gates), saved)


def _bot_row(name: str, call: PlayedCall) -> tuple[str, ...]:
    return name, call.ending or "no ending", f"{call.turns}", f"{whole_points(call.story.temper)}"


def findings_lines(run: RobotRun) -> Iterator[str]:
    """Yield the errors and warnings as ``lint`` prints them, and how many tips there are."""
    tips = sum(each.severity == "tip" for each in run.findings)
    if run.findings:
        yield ""
    for each in run.findings:
        if each.severity != "tip":
            yield f"{each.where()} {each.severity} {each.code} {each.message}"
    if tips:
        yield f"{many(tips, 'tip')}; read them in the report (--report FILE)."


def _fixtures(run: RobotRun) -> Iterator[str]:
    results = run.fixtures or ()
    yield f"Saved calls: {sum(result.passed for result in results)} of {len(results)} passed."
    for result in results:
        if not result.passed:
            yield f"  FAILED {result.name}"
            yield from (f"    line {each.line}: {each.text}" for each in result.complaints)


def _walks(run: RobotRun, walks: Walks) -> Iterator[str]:
    lines = {beat.id: walks.hits.get(beat.id, 0) for beat in (*run.scenario.beats, *run.scenario.reactions)}
    reached = [line for line, times in lines.items() if times]
    yield f"Walks: {walks.count:,} calls with {walks.turns:,} turns; {len(reached)} of {len(lines)} lines were said."
    endings = [ending.id for ending in run.scenario.endings]
    rows = [(ending, f"{walks.ended(ending):,}", _mean(walks, ending)) for ending in (*endings, *([""] if walks.ended("") else []))]
    yield from _table([("ending", "calls", "turns on average"), *((name or "no ending", times, mean) for name, times, mean in rows)])
    never = [line for line, times in lines.items() if not times]
    if never:
        yield f"Never said: {', '.join(never)}."
    rarest = sorted((times, line) for line, times in lines.items() if times)[:_RAREST]
    yield f"Rarest lines: {', '.join(f'{line} {times:,}' for times, line in rarest)}."


def _mean(walks: Walks, ending: str) -> str:
    return f"{walks.endings[ending].mean_turns:.1f}" if walks.ended(ending) else "-"


def _table(rows: list[tuple[str, ...]]) -> Iterator[str]:
    """Yield rows with their columns under each other; figures stand at the right of theirs."""
    columns = list(zip(*rows, strict=True))
    widths = [max(len(cell) for cell in column) for column in columns]
    right = [all(_FIGURE.fullmatch(cell) for cell in column[1:]) for column in columns]
    for row in rows:
        cells = (cell.rjust(width) if at_right else cell.ljust(width) for cell, width, at_right in zip(row, widths, right, strict=True))
        yield f"  {'  '.join(cells)}".rstrip()


def as_json(path: Path, run: RobotRun) -> dict[str, Any]:
    """Return the report as JSON's own types, by the shape that the contract promises."""
    walks, explored = run.walks, run.explored
    return {
        "file": str(path),
        "scenario": run.scenario.id,
        "version": run.scenario.version,
        "seed": run.seed,
        "passed": run.passed,
        "gates": [
            {"id": gate.id, "name": gate.name, "passed": gate.passed, "figure": gate.figure, "worst": gate.worst} for gate in run.gates
        ],
        "bots": [_bot(name, call) for name, call in run.bots.items()],
        "walks": _walks_json(walks) if walks else {},
        "coverage": _coverage(run, walks) if walks else {},
        "exploration": {"checked": explored.checked, "waiting": explored.waiting} if explored else {},
        "fixtures": [
            {
                "name": result.name,
                "line": result.line,
                "passed": result.passed,
                "ending": result.ending,
                "turns": result.turns,
                "complaints": [dataclasses.asdict(each) for each in result.complaints],
            }
            for result in run.fixtures or ()
        ],
        "findings": [dataclasses.asdict(finding) for finding in run.findings],
        "difference": list(run.difference) if run.difference is not None else None,
    }


def _bot(name: str, call: PlayedCall) -> dict[str, Any]:
    anger = whole_points(call.story.temper)
    return {"name": name, "does": DOES.get(name, ""), "ending": call.ending, "kind": call.kind, "turns": call.turns, "anger": anger}


def _walks_json(walks: Walks) -> dict[str, Any]:
    return {
        "count": walks.count,
        "turns": walks.turns,
        "silent": sum(walks.silent.values()),
        "hits": dict(walks.hits),
        "endings": {
            ending: {"calls": tally.times, "mean_turns": round(tally.mean_turns, 1)} for ending, tally in walks.endings.items()
        },
        "gaps": [{"line": line, "mood": mood, "times": times} for (line, mood), times in walks.gaps.items()],
    }


def _coverage(run: RobotRun, walks: Walks) -> dict[str, Any]:
    lines = [beat.id for beat in (*run.scenario.beats, *run.scenario.reactions)]
    endings = [ending.id for ending in run.scenario.endings]
    saved = {line for result in run.fixtures or () for line in result.said}
    return {
        "lines": len(lines),
        "lines_said": sum(walks.hits.get(line, 0) > 0 for line in lines),
        "never_said": [line for line in lines if not walks.hits.get(line)],
        "endings": len(endings),
        "endings_reached": sum(walks.ended(ending) > 0 for ending in endings),
        "never_reached": [ending for ending in endings if not walks.ended(ending)],
        "lines_in_saved_calls": sum(line in saved for line in lines),
    }
