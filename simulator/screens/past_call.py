"""A recorded call as the lists need it."""

from __future__ import annotations

from dataclasses import dataclass

#: How a call ended, by the kind of its ending.
ENDED = {
    "resolved": "solved",
    "declined": "a respectful no",
    "partial": "partly solved",
    "escalated": "passed on",
    "hung_up": "the caller hung up",
    "agent_ended": "you ended the call",
    "timed_out": "ran out of time",
}


@dataclass(frozen=True, slots=True)
class PastCall:
    """One row of My calls."""

    path: str
    scenario_id: str
    title: str
    #: When it began, as people write it.
    started: str
    #: None: the call has no scorecard.
    score: int | None
    kind: str
    minutes: int


def ended(kind: str) -> str:
    """Return how a call ended, in words; a call without an ending was not finished."""
    return ENDED.get(kind, "not finished")


def scores_of(calls: tuple[PastCall, ...], scenario_id: str) -> tuple[int, ...]:
    """Return the scores of one scenario, newest first as the calls are."""
    return tuple(call.score for call in calls if call.scenario_id == scenario_id and call.score is not None)
