"""``replay``: print a recorded call; ``--check`` recomputes decisions and scorecard and compares them byte for byte."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from simulator.call.advance import advance, ringing
from simulator.cli.call import printer
from simulator.cli.narration import Narrator, json_line
from simulator.cli.summary import card_text, summary_row
from simulator.session import folder
from simulator.session.recording import events_from
from simulator.session.reopen import reopen


def replay(
    session: Annotated[Path, typer.Argument(help="The session's folder.")],
    check: Annotated[bool, typer.Option("--check", help="Recompute and compare; exit 0 only if equal byte for byte.")] = False,
    json_output: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
) -> int:
    """Print a recorded call."""
    opened = reopen(session)
    for notice in opened.notices:
        print(notice, file=sys.stderr)
    if check:
        for difference in opened.differences:
            print(difference.sentence())
        if not opened.differences and not json_output:
            print("Equal, byte for byte.")
        return 1 if opened.differences else 0
    narrator = Narrator(printer(json_output))
    state = ringing(opened.scenario, opened.header.seed)
    events, _ = events_from(folder.read_stored(session).events)
    for event in events:
        state, commands = advance(state, event)
        narrator(event, state, commands)
    report = session / folder.REPORT
    kept = report if report.is_file() else None
    if json_output:
        print(json_line(summary_row(session, state, opened.scorecard, kept)))
    else:
        print(card_text(opened.scorecard, state))
    return 0
