"""A call as it happens, told line by line: as JSON objects for programs, as a transcript for people.

Types of rows: ``caller``, ``trainee``, ``temper``, ``stage``, ``ending`` (decisions 10).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from simulator.call.commands import Command, EndCall, SpeakLine
from simulator.call.conditions import whole_points
from simulator.call.events import Event
from simulator.call.state import CallState, Cause, TraineeTurnRecord
from simulator.call.temper import mood_of
from simulator.cues.cue import CATALOGUE, Cue
from simulator.scoring.wording import cause_sentence, tag
from simulator.transcript.caption import caption

Row = dict[str, Any]
#: A smaller movement of the temper, in points, is not worth a word.
LEAST_SHOWN = 0.5


class Narrator:
    """Tells each event's news to ``tell``."""

    def __init__(self, tell: Callable[[Row, CallState], None]) -> None:
        self._tell = tell
        self._told = 0
        self._causes = 0
        self._temper: int | None = None
        self._stage = ""

    def __call__(self, event: Event, state: CallState, commands: tuple[Command, ...]) -> None:
        """Tell what this event brought."""
        for row in self._rows(state, commands):
            self._tell(row, state)

    def _rows(self, state: CallState, commands: tuple[Command, ...]) -> Iterator[Row]:
        records = state.transcript[self._told :]
        self._told = len(state.transcript)
        for entry in records:
            if isinstance(entry, TraineeTurnRecord):
                yield trainee_row(entry)
        yield from self._temper_rows(state, records)
        if state.greeted and state.story.stage != self._stage:
            self._stage = state.story.stage
            yield {"type": "stage", "stage": self._stage, "at_ms": state.at_ms}
        for command in commands:
            if isinstance(command, SpeakLine):
                yield caller_row(command, state)
            elif isinstance(command, EndCall):
                yield {"type": "ending", "ending": command.ending, "kind": command.kind, "at_ms": state.at_ms}

    def _temper_rows(self, state: CallState, records: tuple[Any, ...]) -> Iterator[Row]:
        temper = whole_points(state.story.temper)
        causes = [cause for entry in records if isinstance(entry, TraineeTurnRecord) for cause in entry.causes]
        causes += [cause for _, cause in state.causes[self._causes :]]
        self._causes = len(state.causes)
        if temper != self._temper or causes:
            before = temper if self._temper is None else self._temper
            self._temper = temper
            yield {
                "type": "temper",
                "from": before,
                "to": temper,
                "mood": mood_of(state.story.temper, state.scenario.anger),
                "causes": [cause_row(cause) for cause in causes],
                "at_ms": state.at_ms,
            }


def caller_row(command: SpeakLine, state: CallState) -> Row:
    """Return a line of the caller as a row."""
    temper = whole_points(state.story.temper)
    return {
        "type": "caller",
        "line": command.line,
        "source": command.source,
        "text": command.text,
        "mood": command.mood,
        "temper": temper,
        "at_ms": state.at_ms,
    }


def trainee_row(record: TraineeTurnRecord) -> Row:
    """Return a reply as a row, with its cues."""
    return {
        "type": "trainee",
        "turn": record.turn,
        "text": record.text,
        "unclear": record.unclear,
        "cues": [cue_row(cue) for cue in record.cues],
        "from_ms": record.from_ms,
        "to_ms": record.to_ms,
    }


def cue_row(cue: Cue) -> Row:
    """Return a cue as the contract's ``score`` prints it."""
    row: Row = {"skill": cue.skill, "certainty": cue.certainty, "span": [cue.start, cue.end], "quote": cue.quote, "rule": cue.rule}
    if cue.fact:
        row["fact"] = cue.fact
    if cue.remedy:
        row["remedy"] = cue.remedy
    return row


def cause_row(cause: Cause) -> Row:
    """Return a cause as a row; the effect in points."""
    row: Row = {"what": cause.what, "effect": cause.effect / 1000}
    if cause.note:
        row["note"] = cause.note
    return row


def json_line(row: Row) -> str:
    """Return the row as one line of JSON."""
    return json.dumps(row, ensure_ascii=False)


def for_people(row: Row, state: CallState) -> str:
    """Return the row as lines of a transcript; empty where people need nothing."""
    name = state.scenario.caller.name.split()[0]
    match row["type"]:
        case "caller":
            return f"{clock(row['at_ms'])}  {name} ({row['mood']}, {row['temper']}):  {caption(row['text'])}"
        case "trainee":
            if row["unclear"]:
                return f"{clock(row['from_ms'])}  You:  (could not be made out)"
            pronouns = state.scenario.caller.pronouns
            done = ", ".join(dict.fromkeys(tag(cue["skill"], pronouns) for cue in row["cues"] if cue["skill"] in CATALOGUE))
            return f"{clock(row['from_ms'])}  You:  {row['text']}" + (f"\n         [{done}]" if done else "")
        case "temper":
            return _temper_for_people(row, state)
        case "stage":
            return ""
        case _:
            return f"{clock(row['at_ms'])}  The call ended: {row['ending']} ({row['kind'].replace('_', ' ')})"


def _temper_for_people(row: Row, state: CallState) -> str:
    if not row["causes"]:
        return ""
    parts = []
    for cause in row["causes"]:
        if abs(cause["effect"]) >= LEAST_SHOWN:
            sign = "▲" if cause["effect"] > 0 else "▼"
            parts.append(f"{sign} {round(abs(cause['effect']), 1):g} {cause_sentence(cause['what'], state.scenario.caller.pronouns)}")
    return f"         temper {row['from']} -> {row['to']}" + (f":  {',  '.join(parts)}" if parts else "")


def clock(ms: int) -> str:
    """Return milliseconds as m:ss."""
    return f"{ms // 60_000:2d}:{ms // 1000 % 60:02d}"
