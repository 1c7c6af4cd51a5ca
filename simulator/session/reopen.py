"""Opens a recorded session: what was stored, and the state that its events give.

A session without a scorecard (the process died in the call) is opened all the same; its card is computed from the events that are
there.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from simulator.call.state import CallState
from simulator.problems import Problem, ProblemError
from simulator.scenario.model import Scenario
from simulator.scenario.reading import read_scenario
from simulator.scoring.finding import Scorecard
from simulator.scoring.rubric import HouseRubric, rubric_from
from simulator.session import folder
from simulator.session.recording import Header, events_from, header_from
from simulator.session.replay import Difference, differences, recompute


@dataclass(frozen=True, slots=True)
class Reopened:
    """One session, ready to be shown."""

    path: Path
    header: Header
    scenario: Scenario
    state: CallState
    scorecard: Scorecard
    rubric: HouseRubric
    #: Where stored and recomputed files part; empty: equal byte for byte.
    differences: tuple[Difference, ...]
    #: What was dropped or missing, in sentences.
    notices: tuple[str, ...] = ()


def reopen(path: Path) -> Reopened:
    """Return the session in this folder.

    Raises:
        ProblemError: it is no session, it was written by a newer version, or its scenario or events are damaged.
    """
    stored = folder.read_stored(path)
    try:
        header = header_from(stored.header)
        events, torn = events_from(stored.events)
    except ValueError as error:
        raise _damaged(path, str(error)) from error
    scenario = _scenario(stored)
    rubric = rubric_from(stored.rubric)
    result = recompute(scenario, header, events, rubric)
    notices = ["The end of the recording was torn; everything before it is here."] if torn else []
    if stored.scorecard is None:
        notices.append("The call was cut off before its card was made.")
    decisions = _whole_lines(stored.decisions)
    if stored.scorecard is None:
        # The process died in the call: the last events may have no decision yet.
        count = decisions.count("\n")
        kept = "".join(result.decisions.splitlines(keepends=True)[:count])
        result = type(result)(result.state, kept, result.scorecard, result.scorecard_text)
    found = differences(result, decisions, stored.scorecard, header)
    return Reopened(path, header, scenario, result.state, result.scorecard, rubric, found, tuple(notices))


def _scenario(stored: folder.Stored) -> Scenario:
    reading = read_scenario(stored.scenario, str(stored.path / folder.SCENARIO))
    if reading.scenario is None:
        raise _damaged(stored.path, "its copy of the scenario is damaged")
    return reading.scenario


def _whole_lines(text: str) -> str:
    return text[: text.rfind("\n") + 1]


def _damaged(path: Path, why: str) -> ProblemError:
    remedy = "Nothing was changed; the other sessions are not touched."
    return ProblemError(Problem("recording", f"This session is damaged: {why}.", remedy, str(path)))
