"""``python -m tests golden [--update]``: the golden recordings, one for every ``.call`` script.

A golden recording is a whole session folder: scenario, rubric, events, and what the engine and the judge made of them. When it comes out
differently, either that is a mistake, or ``ENGINE_VERSION`` goes up in the same commit, with one sentence why.
"""

from __future__ import annotations

import sys
from pathlib import Path

from simulator.call.advance import ENGINE_VERSION
from simulator.call.events import Event
from simulator.scenario.model import Scenario
from simulator.scenario_files import find_scenario, scenario_bytes
from simulator.scoring.rubric import rubric_from
from simulator.session import folder
from simulator.session.recording import Header, event_line, header_line
from simulator.session.replay import recompute
from simulator.session.rubric_file import rubric_bytes
from tests.support.call_script import play_script
from tests.support.places import ROOT

GOLDEN = ROOT / "tests" / "golden"
CALLS = ROOT / "tests" / "calls"


def main(words: list[str]) -> int:
    """Write the recordings anew with ``--update``; else say what would change."""
    changed = 0
    for script in sorted(CALLS.glob("*.call")):
        files = recording(script)
        target = GOLDEN / str(ENGINE_VERSION) / script.stem
        different = [name for name, data in files.items() if not (target / name).is_file() or (target / name).read_bytes() != data]
        changed += bool(different)
        print(f"{target.relative_to(ROOT)}: {', '.join(different) or 'equal'}")
        if "--update" in words:
            target.mkdir(parents=True, exist_ok=True)
            for name, data in files.items():
                (target / name).write_bytes(data)
    if changed and "--update" not in words:
        print("python -m tests golden --update writes them anew", file=sys.stderr)
    return 0 if "--update" in words or not changed else 1


def recording(script: Path) -> dict[str, bytes]:
    """Return the files of the session that this script plays."""
    name = script.read_text("utf-8").split("scenario ", 1)[1].split()[0]
    path = ROOT / name if (ROOT / name).is_file() else find_scenario(name)
    call = play_script(script)
    rubric = rubric_bytes()
    header = header_of(call.state.scenario)
    result = recompute(call.state.scenario, header, call.events, rubric_from(rubric))
    return {
        folder.HEADER: (header_line(header) + "\n").encode(),
        folder.SCENARIO: scenario_bytes(path),
        folder.RUBRIC: rubric,
        folder.EVENTS: events_text(call.events).encode(),
        folder.DECISIONS: result.decisions.encode(),
        folder.SCORECARD: result.scorecard_text.encode(),
    }


def header_of(scenario: Scenario) -> Header:
    """Return the header of a golden recording: no clock, no version of the program."""
    return Header(
        app_version="golden",
        engine_version=ENGINE_VERSION,
        scenario=scenario.id,
        scenario_version=scenario.version,
        title=scenario.title,
        scenario_sha256=scenario.sha256,
        rubric_sha256="",
        seed=0,
        typed=False,
        started="2026-01-31T09:30:00Z",
        made_by="golden",
    )


def events_text(events: list[Event]) -> str:
    """Return the events as their file holds them."""
    return "".join(event_line(event) + "\n" for event in events)
