"""``report``: the report of a recorded call, as one HTML file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from simulator.session.report_file import write_report


def report(
    session: Annotated[Path, typer.Argument(help="The session's folder; list them with: main.py sessions")],
    html: Annotated[Path | None, typer.Option("--html", help="Where to write it; else report.html in the session.")] = None,
    with_voice: Annotated[
        bool, typer.Option("--with-voice", help="With loudness, pace and pitch movement, for yourself: report-with-voice.html.")
    ] = False,
) -> int:
    """Write the report of a recorded call and print where it is."""
    print(write_report(session, html, with_voice))
    return 0

