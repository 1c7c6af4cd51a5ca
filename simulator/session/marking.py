"""Makes what the judge sees out of what the engine became: the one place where steering and marking meet.

Times stay milliseconds of the call; temper becomes whole points, as it was shown.
"""

from __future__ import annotations

from simulator.call.conditions import whole_points
from simulator.call.context import cues_of
from simulator.call.state import CallerTurn, CallState, TraineeTurnRecord
from simulator.scenario.model import Place
from simulator.scoring.marked_call import (
    AgreedRemedy,
    CallerLine,
    DeadAir,
    MarkedCall,
    Overlap,
    Reply,
)


def marked_call(state: CallState) -> MarkedCall:
    """Return the call as the judge sees it; also for a call that was cut off."""
    lines = tuple(_line(entry) for entry in state.transcript if isinstance(entry, CallerTurn))
    records = tuple(entry for entry in state.transcript if isinstance(entry, TraineeTurnRecord))
    tempers = [whole_points(temper) for _, temper in state.curve] or [whole_points(state.story.temper)]
    story = state.story
    return MarkedCall(
        typed=state.typed,
        lines=lines,
        replies=tuple(_reply(state, number, record) for number, record in enumerate(records)),
        known=story.known,
        agreed=tuple(AgreedRemedy(remedy, amount, _agreed_at(state, remedy)) for remedy, amount in sorted(story.agreed.items())),
        asked_for=story.asked_for,
        dead_air=tuple(DeadAir(begin, end) for begin, end in state.dead_air),
        holds=state.holds,
        ending=story.ending,
        kind=story.kind,
        measured_faults=tuple(
            ("skip_verification", number) for number, record in enumerate(records) if record.skipped_verification
        ),
        temper_start=tempers[0],
        temper_highest=max(tempers),
        temper_end=tempers[-1],
        length_ms=state.at_ms,
        baseline=state.baseline,
        voice_measures=state.voice_measures,
    )


def _line(entry: CallerTurn) -> CallerLine:
    return CallerLine(entry.line, entry.source, entry.text, entry.from_ms, entry.to_ms, whole_points(entry.temper))


def _reply(state: CallState, number: int, record: TraineeTurnRecord) -> Reply:
    return Reply(
        turn=number,
        text=record.text,
        words=record.words,
        from_ms=record.from_ms,
        to_ms=record.to_ms,
        place="opening" if record.answers < 0 else _place(state, record.stage),
        answers=record.answers,
        cues=record.cues,
        asked_again=record.asked_again,
        offered_too_early=record.offered_too_early,
        overlaps=tuple(Overlap(*overlap) for overlap in record.overlaps),
        gap_ms=record.gap_ms,
        unclear=record.unclear,
        perhaps=cues_of(state.scenario, record.text) if record.unclear and record.text else (),
        temper_before=whole_points(record.temper_before),
        temper_after=whole_points(record.temper_after),
        beside=record.beside,
    )


def _agreed_at(state: CallState, remedy: str) -> int:
    """Return when the caller began the line that took this offer."""
    takes = {beat.id for beat in (*state.scenario.beats, *state.scenario.reactions) if beat.agrees_to == remedy}
    times = (entry.from_ms for entry in state.transcript if isinstance(entry, CallerTurn) and entry.source in takes)
    return max(0, next(times, state.at_ms))


def _place(state: CallState, stage_id: str) -> Place:
    return next(stage.place for stage in state.scenario.stages if stage.id == stage_id)
