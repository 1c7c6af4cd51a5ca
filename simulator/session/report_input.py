"""What a report is made of, as plain values: scorecard, transcript with its causes, facts, the session's details."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from simulator.call.conditions import whole_points
from simulator.call.state import CallerTurn, CallState, Cause, TraineeTurnRecord
from simulator.scenario.model import Scenario
from simulator.scoring.finding import Scorecard
from simulator.session.recording import Header
from simulator.transcript.caption import caption


@dataclass(frozen=True, slots=True)
class Move:
    """One reason why the temper moved: the id, thousandths of a point (below zero: calmer), and a remark."""

    what: str
    effect: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One entry of the transcript. ``note`` is what happened while nobody spoke."""

    at_ms: int
    who: Literal["caller", "trainee", "note"]
    text: str
    #: Ids of what was heard in a reply.
    tags: tuple[str, ...] = ()
    moves: tuple[Move, ...] = ()
    #: Whole points; of a caller line both are the same.
    temper_before: int = -1
    temper_after: int = -1
    #: Number of the reply, -1 for everything else.
    turn: int = -1
    unclear: bool = False
    #: The scenario's model answer to the line that this reply answers.
    model_answer: str = ""


@dataclass(frozen=True, slots=True)
class ReportInput:
    """Everything that stands in a report."""

    scenario: Scenario
    scorecard: Scorecard
    rows: tuple[ReportRow, ...]
    #: (ms, whole points), ascending in time.
    curve: tuple[tuple[int, int], ...]
    known: frozenset[str]
    #: Remedies that were agreed, in the order of the policy.
    agreed: tuple[str, ...]
    typed: bool
    length_ms: int
    trainee: str = ""
    notes: str = ""
    #: What the session is: label and value.
    details: tuple[tuple[str, str], ...] = ()


def report_input(state: CallState, scorecard: Scorecard, header: Header) -> ReportInput:
    """Return the report's values of a played or reopened call."""
    scenario = state.scenario
    return ReportInput(
        scenario=scenario,
        scorecard=scorecard,
        rows=tuple(_rows(state)),
        curve=tuple((at_ms, whole_points(temper)) for at_ms, temper in state.curve),
        known=state.story.known,
        agreed=tuple(remedy.id for remedy in scenario.policy.remedies if remedy.id in state.story.agreed),
        typed=state.typed,
        length_ms=state.at_ms,
        trainee=header.trainee,
        notes=state.notes,
        details=tuple(_details(header, scorecard)),
    )


def without_voice_moves(given: ReportInput) -> ReportInput:
    """Return the report with "not shared" in place of a raised voice: the temper went as it went, so its reasons have to add up."""
    rows = (replace(row, moves=tuple(_shared(move) for move in row.moves)) for row in given.rows)
    return replace(given, rows=tuple(rows))


def _shared(move: Move) -> Move:
    return Move("not_shared", move.effect) if move.what == "raise_voice" else move


def _rows(state: CallState) -> Iterable[ReportRow]:
    """Yield the transcript; what happened in a silence stands before the first line that came after it."""
    silences = list(state.causes)
    for entry in state.transcript:
        while silences and silences[0][0] <= entry.from_ms:
            yield _note(*silences.pop(0))
        yield _line(entry) if isinstance(entry, CallerTurn) else _reply(entry, state)
    yield from (_note(at_ms, cause) for at_ms, cause in silences)


def _note(at_ms: int, cause: Cause) -> ReportRow:
    return ReportRow(at_ms, "note", "", moves=(Move(cause.what, cause.effect, cause.note),))


def _line(entry: CallerTurn) -> ReportRow:
    temper = whole_points(entry.temper)
    return ReportRow(entry.from_ms, "caller", caption(entry.text), temper_before=temper, temper_after=temper)


def _reply(entry: TraineeTurnRecord, state: CallState) -> ReportRow:
    return ReportRow(
        at_ms=entry.from_ms,
        who="trainee",
        text=entry.text,
        tags=tuple(dict.fromkeys(cue.skill for cue in entry.cues)),
        moves=tuple(Move(cause.what, cause.effect, cause.note) for cause in entry.causes),
        temper_before=whole_points(entry.temper_before),
        temper_after=whole_points(entry.temper_after),
        turn=entry.turn,
        unclear=entry.unclear,
        model_answer=_model_answer(entry, state),
    )


def _model_answer(entry: TraineeTurnRecord, state: CallState) -> str:
    lines = (each for each in state.transcript if isinstance(each, CallerTurn))
    source = next((line.source for line in lines if line.line == entry.answers), "")
    scenario = state.scenario
    if source == "opening":
        return scenario.opening.model_answer
    return next((beat.model_answer for beat in (*scenario.beats, *scenario.reactions) if beat.id == source), "")


def _details(header: Header, scorecard: Scorecard) -> Iterable[tuple[str, str]]:
    yield "Trainee", header.trainee or "not named"
    yield "Begun", header.started.replace("T", " ").replace("Z", " UTC")
    yield "Scenario", f"{header.scenario} {header.scenario_version}"
    yield "Seed", str(header.seed)
    yield "Replies", "typed" if header.typed else "spoken"
    if header.model:
        yield "Recognition model", header.model
    if header.voice:
        yield "Voice", header.voice
    if not header.typed:
        yield "Sound kept", "yes, with consent" if header.keeps_sound else "no"
    yield "Rubric", scorecard.rubric
    yield "Program", f"{header.app_version}, engine {header.engine_version}"
    yield "Scenario file (SHA-256)", header.scenario_sha256[:16]
