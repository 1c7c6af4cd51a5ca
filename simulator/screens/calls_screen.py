"""What My calls shows: one row a recorded call, newest first."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.screens.figures import counted
from simulator.screens.past_call import PastCall, ended
from simulator.screens.persons import starts
from simulator.transcript.literal import one_line

COLUMNS = ("When", "Scenario", "How it ended", "Length", "Score")


@dataclass(frozen=True, slots=True)
class CallsScreen:
    """The list of recorded calls."""

    title: str
    #: Path of the session and the cells of its row.
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    empty: str = ""


def calls_screen(calls: tuple[PastCall, ...]) -> CallsScreen:
    """Return the list for the calls so far, newest first."""
    if not calls:
        return CallsScreen("My calls", (), "You have not taken a call yet. Each call and its card will be kept here.")
    return CallsScreen(f"My calls · {len(calls)}", tuple((call.path, _cells(call)) for call in calls))


def _cells(call: PastCall) -> tuple[str, ...]:
    score = "–" if call.score is None else str(call.score)
    minutes = counted(call.minutes, "min", "min") if call.minutes else "under 1 min"
    return (one_line(call.started), one_line(call.title), starts(ended(call.kind)), minutes, score)
