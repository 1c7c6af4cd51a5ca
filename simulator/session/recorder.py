"""Appends events and decisions while the call runs: one line each, given to the system at once.

Files are unbuffered, so a line that was appended survives the death of the process (kill -9); a power cut may tear the last one.
"""

from __future__ import annotations

from pathlib import Path

from simulator.call.commands import Command
from simulator.call.events import Event
from simulator.call.state import CallState
from simulator.problems import Problem, ProblemError
from simulator.session import folder
from simulator.session.recording import Header, decision_line, event_line, header_line


class Recorder:
    """Writes one session's folder."""

    def __init__(self, path: Path, header: Header, scenario: bytes, rubric: bytes) -> None:
        """Write what is known before the first event.

        Raises:
            ProblemError: the disk is full or not writable.
        """
        self.path = path
        folder.write_whole(path / folder.SCENARIO, scenario)
        folder.write_whole(path / folder.RUBRIC, rubric)
        folder.write_whole(path / folder.HEADER, (header_line(header) + "\n").encode())
        self._events = open(path / folder.EVENTS, "ab", buffering=0)  # noqa: SIM115 - open for the whole call
        self._decisions = open(path / folder.DECISIONS, "ab", buffering=0)  # noqa: SIM115

    def event(self, event: Event) -> None:
        """Append an event, before it is acted on.

        Raises:
            ProblemError: the disk is full; what was written before is safe.
        """
        self._append(self._events, event_line(event))

    def decision(self, event: Event, state: CallState, commands: tuple[Command, ...]) -> None:
        """Append what the engine decided on it."""
        self._append(self._decisions, decision_line(event, state, commands))

    def _append(self, file: object, line: str) -> None:
        data = (line + "\n").encode()
        try:
            written = file.write(data)  # type: ignore[attr-defined]
        except OSError as error:
            raise _full(self.path, error.strerror or "disk error") from error
        if written != len(data):
            raise _full(self.path, "disk full")

    def close(self) -> None:
        """Close the files; allowed twice."""
        self._events.close()
        self._decisions.close()


def _full(path: Path, reason: str) -> ProblemError:
    remedy = "Free some space; the call up to here is saved."
    return ProblemError(Problem("machine", f"The call cannot be recorded any further ({reason}).", remedy, str(path)))
