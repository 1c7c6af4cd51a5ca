"""The list of recorded sessions: read from their folders, so there is nothing to go out of date."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from simulator.paths import sessions_folder
from simulator.session import folder
from simulator.session.recording import Header, header_from


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session in the list."""

    path: Path
    scenario: str
    title: str
    #: UTC, ``2026-01-31T09:30:00Z``.
    started: str
    trainee: str
    #: 0-100; -1 where the call was cut off before its card was made.
    score: int
    ending: str
    kind: str
    keeps_sound: bool


def sessions(parent: Path | None = None) -> tuple[SessionRow, ...]:
    """Return the sessions of the folder (of the data folder where none is named), the newest first."""
    where = sessions_folder() if parent is None else parent
    if not where.is_dir():
        return ()
    rows = (_row(path) for path in where.iterdir() if (path / folder.HEADER).is_file())
    return tuple(sorted((row for row in rows if row is not None), key=lambda row: (row.started, str(row.path)), reverse=True))


def _row(path: Path) -> SessionRow | None:
    try:
        header = header_from((path / folder.HEADER).read_text("utf-8"))
    except (OSError, ValueError):
        return None  # `replay` on it says what is wrong; a list shows what can be opened
    score, ending, kind = _result(path, header)
    keeps = (path / folder.AUDIO).is_dir()
    return SessionRow(path, header.scenario, header.title, header.started, header.trainee, score, ending, kind, keeps)


def _result(path: Path, header: Header) -> tuple[int, str, str]:
    try:
        card = json.loads((path / folder.SCORECARD).read_text("utf-8"))
        return int(card["score"]), str(card["ending"]), str(card["kind"])
    except (OSError, ValueError, KeyError, TypeError):
        return -1, "", ""
