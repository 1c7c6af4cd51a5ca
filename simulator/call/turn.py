"""What happens when the trainee's turn is over: it is heard, booked, and answered.

The first turn is the greeting: whatever it says, it brings the caller's opening; its cues count for the card, but it plays no beat and
moves no temper (decisions 8). A cough is no turn. A turn that could not be made out is asked for again, and nothing is scored.
"""

from __future__ import annotations

from dataclasses import replace

from simulator.call import story as telling
from simulator.call.events import TraineeTurn
from simulator.call.floor import Step, curve_point, listen, say
from simulator.call.hearing import (
    DEAD_AIR_MS,
    UNCLEAR_VOICE_MS,
    Heard,
    caller_lines,
    hear,
)
from simulator.call.state import CallState, Story, TraineeTurnRecord


def take_turn(state: CallState, what: TraineeTurn) -> Step:
    """Return the state after this turn and the caller's answer to it."""
    if not what.words and (state.typed or what.voiced_ms < UNCLEAR_VOICE_MS):
        return _no_turn(state, what)
    if not state.voice:
        state = note_gap(state, what.from_ms)
    heard = hear(state, what.words, what.from_ms, what.voiced_ms, what.voice)
    if not state.greeted:
        return open_call(_recorded(state, what, heard, state.story, telling.Outcome((), ())))
    if heard.unclear:
        story, outcome = telling.not_understood(state.scenario, state.story)
    else:
        turn_ms = telling.TURN_MS if state.typed else state.at_ms - state.last_turn_ms
        story, outcome = telling.play_turn(state.scenario, state.personality, state.story, heard.signals, state.seed, turn_ms)
    state = _recorded(state, what, heard, story, outcome)
    return say(curve_point(replace(state, story=story)), outcome.lines)


def open_call(state: CallState) -> Step:
    """Let the caller begin."""
    story, line = telling.opening_line(state.scenario, state.story)
    return say(curve_point(replace(state, story=story, greeted=True, last_turn_ms=state.at_ms)), (line,))


def note_gap(state: CallState, from_ms: int) -> CallState:
    """Return the state with the silence before this voice; five seconds without an announced hold are dead air, once a gap."""
    gap = max(0, from_ms - state.quiet_since)
    state = replace(state, gap_ms=gap)
    if gap >= DEAD_AIR_MS and state.greeted and not state.hold_announced and not state.muted:
        state = replace(state, dead_air=(*state.dead_air, (state.quiet_since, from_ms)))
    return state


def _no_turn(state: CallState, what: TraineeTurn) -> Step:
    state = replace(state, voice=_later_voice(state, what.to_ms))
    if not state.greeted:
        return open_call(state) if what.voiced_ms else (replace(state, phase="answered"), ())
    return listen(state)


def _later_voice(state: CallState, to_ms: int) -> tuple[tuple[int, int], ...]:
    """Return the voice that began after this turn: it belongs to the next one."""
    return tuple(stretch for stretch in state.voice if stretch[0] >= to_ms > 0)


def _recorded(state: CallState, what: TraineeTurn, heard: Heard, story: Story, outcome: telling.Outcome) -> CallState:
    lines = caller_lines(state)
    record = TraineeTurnRecord(
        turn=story.turns if state.greeted else 0,
        words=heard.words,
        text=heard.text,
        from_ms=what.from_ms,
        to_ms=what.to_ms,
        stage=state.story.stage,
        answers=lines[-1].line if lines else -1,
        cues=heard.cues,
        causes=outcome.causes,
        temper_before=state.story.temper,
        temper_after=story.temper,
        asked_again=outcome.asked_again,
        offered_too_early=outcome.offered_too_early,
        overlaps=heard.overlaps,
        gap_ms=state.gap_ms,
        unclear=heard.unclear,
        skipped_verification=heard.skipped_verification,
        why=outcome.why,
        beside=heard.beside,
    )
    if not state.greeted and not heard.unclear:
        story = replace(story, heard={**story.heard, **dict.fromkeys(heard.signals.heard, 1)})
    return replace(
        state,
        story=story,
        transcript=(*state.transcript, record),
        voice=_later_voice(state, what.to_ms),
        gap_ms=0,
        quiet_since=max(state.quiet_since, what.to_ms),
        silence_step=0,
        last_turn_ms=state.at_ms,
        hold_announced="put_on_hold" in heard.signals.heard,
    )
