"""A recording as values: what each of its files says, line by line; no disk.

``header.json`` says what the call was made against; ``events.jsonl`` is the input, written as it happens and never changed;
``decisions.jsonl`` and ``scorecard.json`` are output, which replay must reproduce byte for byte.
"""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass

from simulator import canonical
from simulator.call.commands import Command
from simulator.call.conditions import whole_points
from simulator.call.events import Event, event_from_plain
from simulator.call.state import CallState
from simulator.scoring.finding import Scorecard

FORMAT = 1
#: Follows from scenario and seed, which the header names.
DERIVED = frozenset({"scenario", "personality"})


@dataclass(frozen=True, slots=True)
class Header:
    """What a session was made against."""

    app_version: str
    engine_version: int
    scenario: str
    scenario_version: str
    title: str
    scenario_sha256: str
    rubric_sha256: str
    seed: int
    typed: bool
    #: UTC, ``2026-01-31T09:30:00Z``.
    started: str
    trainee: str = ""
    #: ``demo``, ``call`` or ``window``.
    made_by: str = "call"
    model: str = ""
    voice: str = ""
    #: The sound was kept, with the person's consent: its version and time (UTC), empty where it was not.
    keeps_sound: bool = False
    consent_version: int = 0
    consent_time: str = ""
    format: int = FORMAT


def header_line(header: Header) -> str:
    """Return the header as canonical JSON."""
    return canonical.line(header)


def header_from(text: str) -> Header:
    """Return the header of this text.

    Raises:
        ValueError: it is not a header, or one of a newer format.
    """
    value = json.loads(text)
    if not isinstance(value, dict) or value.pop("type", "") != "Header":
        raise ValueError("not a session header")
    if value.get("format", 0) > FORMAT:
        raise ValueError(f"it was written by a newer version of the program (format {value['format']})")
    known = {field.name for field in dataclasses.fields(Header)}
    try:
        return Header(**{key: item for key, item in value.items() if key in known})
    except TypeError as error:
        raise ValueError(f"the header is incomplete: {error}") from error


def event_line(event: Event) -> str:
    """Return the event as one line, without the line end."""
    return canonical.line(event)


def events_from(text: str) -> tuple[tuple[Event, ...], bool]:
    """Return the events of the file, and whether a torn end (a power cut) was dropped.

    Raises:
        ValueError: a line before the end is damaged, or a number is missing; the message names the line.
    """
    lines = text.split("\n")
    torn = lines.pop() != ""
    events: list[Event] = []
    for number, line in enumerate(lines, start=1):
        try:
            event = event_from_plain(json.loads(line))
            if event.seq != number - 1:
                raise ValueError(f"event {event.seq} stands where {number - 1} should")
        except ValueError as error:
            if number == len(lines):
                return tuple(events), True
            raise ValueError(f"line {number}: {error}") from error
        events.append(event)
    return tuple(events), torn


def state_digest(state: CallState) -> str:
    """Return the SHA-256 of everything in the state that does not follow from scenario and seed."""
    return canonical.digest({name: each for name, each in canonical.fields_of(state).items() if name not in DERIVED})


def decision_line(event: Event, state: CallState, commands: tuple[Command, ...]) -> str:
    """Return what the engine decided on this event, as one line."""
    return canonical.line(
        {
            "seq": event.seq,
            "phase": state.phase,
            "stage": state.story.stage,
            "temper": whole_points(state.story.temper),
            "commands": commands,
            "state": state_digest(state),
        }
    )


def scorecard_text(scorecard: Scorecard) -> str:
    """Return the scorecard file's text."""
    return canonical.line(scorecard) + "\n"
