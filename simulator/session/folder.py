"""Which files a session consists of, and how they are written and read.

Everything is appended or written beside and renamed, so a process that dies at any moment leaves a readable session: at worst the last
line of a file is torn, which reading drops and reports.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from simulator.problems import Problem, ProblemError

HEADER = "header.json"
SCENARIO = "scenario.yaml"
RUBRIC = "rubric.yaml"
EVENTS = "events.jsonl"
DECISIONS = "decisions.jsonl"
SCORECARD = "scorecard.json"
REPORT = "report.html"
OWN_REPORT = "report-with-voice.html"
AUDIO = "audio"


@dataclass(frozen=True, slots=True)
class Stored:
    """The texts of a session's files as they lie on the disk; None: the file is not there."""

    path: Path
    header: str
    scenario: bytes
    rubric: bytes
    events: str
    decisions: str
    scorecard: str | None


def new_session_folder(parent: Path, scenario: str, now: datetime) -> Path:
    """Make and return a fresh folder, named by time and scenario.

    Raises:
        ProblemError: the disk does not allow it.
    """
    stem = f"{now:%Y%m%d-%H%M%S}-{scenario}"
    for number in range(1, 1000):
        path = parent / (stem if number == 1 else f"{stem}-{number}")
        try:
            path.mkdir(parents=True)
        except FileExistsError:
            continue
        except OSError as error:
            raise _cannot_write(parent, error) from error
        return path
    raise ProblemError(Problem("machine", "There are too many sessions of this second.", "Try again.", str(parent)))


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside itself, flush it to the disk and rename it, so that it is never half there.

    Raises:
        ProblemError: disk full, read-only or gone.
    """
    beside = path.with_name(path.name + ".new")
    try:
        with open(beside, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except OSError as error:
        with contextlib.suppress(OSError):  # a parent that is a file, a folder that is gone: the first error says it
            beside.unlink()
        raise _cannot_write(path, error) from error


def read_stored(path: Path) -> Stored:
    """Return the texts of the session in this folder.

    Raises:
        ProblemError: the folder is no session, or a file of it cannot be read.
    """
    if not path.is_dir():
        raise ProblemError(Problem("usage", "There is no session folder here.", "List them with: main.py sessions", str(path)))
    try:
        return Stored(
            path=path,
            header=(path / HEADER).read_text("utf-8"),
            scenario=(path / SCENARIO).read_bytes(),
            rubric=(path / RUBRIC).read_bytes(),
            events=_optional(path / EVENTS) or "",
            decisions=_optional(path / DECISIONS) or "",
            scorecard=_optional(path / SCORECARD),
        )
    except FileNotFoundError as error:
        name = Path(str(error.filename)).name
        remedy = "Open a folder that was written by a call."
        raise ProblemError(Problem("recording", f"This is no whole session: {name} is missing.", remedy, str(path))) from error
    except (OSError, UnicodeDecodeError) as error:
        remedy = "Check the disk; the other sessions are not touched."
        raise ProblemError(Problem("recording", f"The session cannot be read ({error}).", remedy, str(path))) from error


def _optional(path: Path) -> str | None:
    """Return a file's text; a torn multi-byte character at its very end (a power cut) is dropped with its line."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        whole = data[: data.rfind(b"\n") + 1]
        return whole.decode("utf-8") + "\ufffd"


def _cannot_write(path: Path, error: OSError) -> ProblemError:
    remedy = "Free some space or choose another folder; everything saved before is safe."
    return ProblemError(Problem("machine", f"The disk does not take any more here ({error.strerror}).", remedy, str(path)))
