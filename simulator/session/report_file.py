"""Writes the report of a recorded call, from what its folder holds."""

from __future__ import annotations

from pathlib import Path

from simulator.session import folder
from simulator.session.reopen import reopen
from simulator.session.report import report_html
from simulator.session.report_input import report_input


def write_report(session: Path, html: Path | None = None) -> Path:
    """Write the report of this session and return its path: ``report.html`` in the session where none is named.

    Raises:
        ProblemError: the folder is no session, it is damaged, or the disk does not allow it.
    """
    opened = reopen(session)
    target = html or session / folder.REPORT
    text = report_html(report_input(opened.state, opened.scorecard, opened.header))
    folder.write_whole(target, text.encode("utf-8", errors="replace"))
    return target
