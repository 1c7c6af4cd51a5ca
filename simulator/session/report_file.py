"""Writes the report of a recorded call, from what its folder holds."""

from __future__ import annotations

from pathlib import Path

from simulator.scoring.voice_facts import as_shared
from simulator.session import folder
from simulator.session.reopen import reopen
from simulator.session.report import report_html
from simulator.session.report_input import report_input, without_voice_moves


def write_report(session: Path, html: Path | None = None, with_voice: bool = False) -> Path:
    """Write the report of this session and return its path: ``report.html`` in the session where none is named.

    Args:
        with_voice: what was measured of the voice stands in it, for the trainee's own use (decisions 5); then it is called
            ``report-with-voice.html``, so that ``report.html`` can always be handed on.

    Raises:
        ProblemError: the folder is no session, it is damaged, or the disk does not allow it.
    """
    opened = reopen(session)
    target = html or session / (folder.OWN_REPORT if with_voice else folder.REPORT)
    given = report_input(opened.state, as_shared(opened.scorecard, with_voice), opened.header)
    text = report_html(given if with_voice else without_voice_moves(given))
    folder.write_whole(target, text.encode("utf-8", errors="replace"))
    return target
