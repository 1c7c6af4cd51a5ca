"""Recomputes a recording and compares, byte for byte; no disk.

Replay feeds the events to the engine again. It does not re-run recognition or speech. A recording of another engine version is not
recomputed: its decisions stand as they were made then.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.call.advance import ENGINE_VERSION, advance, ringing
from simulator.call.events import Event
from simulator.call.state import CallState
from simulator.scenario.model import Scenario
from simulator.scoring.finding import Scorecard
from simulator.scoring.judge import judge
from simulator.scoring.rubric import HouseRubric
from simulator.session.marking import marked_call
from simulator.session.recording import Header, decision_line, scorecard_text


@dataclass(frozen=True, slots=True)
class Recomputed:
    """What the events give today."""

    state: CallState
    decisions: str
    scorecard: Scorecard
    scorecard_text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a stored file and its recomputation part."""

    file: str
    line: int
    stored: str
    recomputed: str

    def sentence(self) -> str:
        """Return it in words."""
        return f"{self.file}, line {self.line}: stored {_short(self.stored)}, recomputed {_short(self.recomputed)}"


def recompute(scenario: Scenario, header: Header, events: Iterable[Event], rubric: HouseRubric) -> Recomputed:
    """Return state, decisions and scorecard that these events give."""
    state = ringing(scenario, header.seed)
    lines = []
    for event in events:
        state, commands = advance(state, event)
        lines.append(decision_line(event, state, commands) + "\n")
    scorecard = judge(marked_call(state), scenario, rubric)
    return Recomputed(state, "".join(lines), scorecard, scorecard_text(scorecard))


def differences(recomputed: Recomputed, decisions: str, scorecard: str | None, header: Header) -> tuple[Difference, ...]:
    """Return where the stored texts differ from the recomputed ones, the first line of each file."""
    if header.engine_version != ENGINE_VERSION:
        stored, now = str(header.engine_version), str(ENGINE_VERSION)
        return (Difference("header.json (engine_version)", 1, stored, now),)
    found = [_first_difference("decisions.jsonl", decisions, recomputed.decisions)]
    if scorecard is not None:
        found.append(_first_difference("scorecard.json", scorecard, recomputed.scorecard_text))
    return tuple(each for each in found if each is not None)


def _first_difference(file: str, stored: str, recomputed: str) -> Difference | None:
    if stored == recomputed:
        return None
    ours, theirs = recomputed.splitlines(), stored.splitlines()
    for number in range(max(len(ours), len(theirs))):
        mine = ours[number] if number < len(ours) else "nothing"
        other = theirs[number] if number < len(theirs) else "nothing"
        if mine != other:
            return Difference(file, number + 1, other, mine)
    return Difference(file, len(ours), "another line end", "")


def _short(text: str) -> str:
    return text if len(text) <= 160 else text[:157] + "..."
