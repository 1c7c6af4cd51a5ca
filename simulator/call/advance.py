"""The engine's one function: state and event in, state and commands out.

Theory. A call is a list of events. Everything the engine may know is in the state or in the event: it has no clock (time comes in on
events, waiting goes out as ``StartTimer`` and returns as ``TimerFired``), no dice (``chance.pick``), no disk and no window. It holds
integers only. So the same events give the same state, commands and scorecard for ever, which is what replay checks byte for byte.

Every event first asks the table in ``phases``; only pairs that act reach a function here. The story of the scenario file is told in
``story``, the floor is given and taken in ``floor``, a finished turn of the trainee is answered in ``turn``.

A change that makes any golden recording come out differently is either a mistake or raises ``ENGINE_VERSION``, in the same commit, with
one sentence why.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from simulator.call import story as telling
from simulator.call.commands import (
    CancelTimer,
    FinishUtterance,
    PrepareLines,
    StartTimer,
)
from simulator.call.events import (
    CallAnswered,
    DeviceBack,
    DeviceLost,
    Event,
    LineFinished,
    LineStarted,
    MutePressed,
    NotesChanged,
    PausePressed,
    SpeechStarted,
    SpeechStopped,
    TimerFired,
    TraineeTurn,
)
from simulator.call.floor import (
    OPENING,
    SILENCE,
    TURN_END,
    Step,
    curve_point,
    fall_silent,
    line_over,
    listen,
    over,
    say,
)
from simulator.call.personality import draw
from simulator.call.phases import ACT, answer_of
from simulator.call.state import CallerTurn, CallState
from simulator.call.temper import voice_mood
from simulator.call.turn import note_gap, open_call, take_turn
from simulator.scenario.model import Scenario

#: 4: the second opinion has four layers and learned from half as many replies again; a typed call's replies are counted from one.
ENGINE_VERSION = 4
#: The caller begins by themselves when nobody has greeted them for this long (decisions 8).
OPENING_MS = 3_000


def ringing(scenario: Scenario, seed: int) -> CallState:
    """Return the state of a call that nobody has picked up yet."""
    personality = draw(scenario, seed)
    return CallState(scenario, seed, "ringing", 0, telling.begin(scenario, personality), personality)


def advance(state: CallState, event: Event) -> Step:
    """Return the state after this event, and what to do now."""
    name = type(event.what).__name__
    state = replace(state, at_ms=max(state.at_ms, event.at_ms))
    if answer_of(state.phase, name) != ACT:
        return state, ()
    return HANDLERS[name](state, event.what)


def _call_answered(state: CallState, what: CallAnswered) -> Step:
    fresh = ringing(state.scenario, what.seed)
    state = replace(
        fresh,
        phase="answered",
        at_ms=state.at_ms,
        typed=what.typed,
        turn_end_ms=what.turn_end_ms,
        push_to_talk=what.push_to_talk,
        curve=((state.at_ms, fresh.story.temper),),
        quiet_since=state.at_ms,
        baseline=what.baseline,
        voice_measures=what.voice_measures,
    )
    if state.scenario.opening.after == "connect":
        return open_call(state)
    _, line = telling.opening_line(state.scenario, state.story)
    prepare = PrepareLines(((line.text, voice_mood(state.story.temper)),))
    return state, (prepare, StartTimer(OPENING, state.at_ms + OPENING_MS))


def _line_started(state: CallState, what: LineStarted) -> Step:
    return _line_timed(state, what.line, what.from_ms, -1, silent=False), ()


def _line_finished(state: CallState, what: LineFinished) -> Step:
    if what.line != state.next_line - 1:
        return state, ()
    state = _line_timed(state, what.line, what.from_ms, what.to_ms, what.silent)
    last = next(entry for entry in reversed(state.transcript) if isinstance(entry, CallerTurn))
    if not last.source.startswith("silence-"):
        state = replace(state, quiet_since=max(state.quiet_since, what.to_ms), silence_step=0)
    return line_over(state)


def _line_timed(state: CallState, line: int, from_ms: int, to_ms: int, silent: bool) -> CallState:
    transcript = tuple(
        replace(entry, from_ms=from_ms, to_ms=to_ms, silent=silent)
        if isinstance(entry, CallerTurn) and entry.line == line
        else entry
        for entry in state.transcript
    )
    return replace(state, transcript=transcript)


def _speech_started(state: CallState, what: SpeechStarted) -> Step:
    if state.phase in ("answered", "listening"):
        state = replace(note_gap(state, what.from_ms), phase="trainee_speaking")
    state = replace(state, voice=(*state.voice, (what.from_ms, -1)))
    if state.phase == "trainee_speaking":
        return state, (CancelTimer(OPENING), CancelTimer(SILENCE), CancelTimer(TURN_END))
    return state, ()


def _speech_stopped(state: CallState, what: SpeechStopped) -> Step:
    if not state.voice or state.voice[-1][1] >= 0:
        return state, ()
    state = replace(state, voice=(*state.voice[:-1], (state.voice[-1][0], what.to_ms)))
    if state.phase != "trainee_speaking":
        return state, ()
    state = replace(state, quiet_since=max(state.quiet_since, what.to_ms))
    if state.push_to_talk:
        return state, ()
    return state, (StartTimer(TURN_END, max(state.at_ms, what.to_ms + state.turn_end_ms)),)


def _timer_fired(state: CallState, what: TimerFired) -> Step:
    if what.timer == OPENING and state.phase == "answered":
        return open_call(state)
    if what.timer == TURN_END and state.phase == "trainee_speaking":
        return replace(state, phase="finishing"), (FinishUtterance(),)
    if what.timer == SILENCE and state.phase == "listening":
        return _silence(state)
    return state, ()


def _silence(state: CallState) -> Step:
    step = state.silence_step
    silence_ms = state.at_ms - state.quiet_since
    story, outcome = telling.play_silence(state.scenario, state.personality, state.story, step, silence_ms)
    causes = tuple((state.at_ms, cause) for cause in outcome.causes)
    state = replace(state, story=story, silence_step=step + 1, causes=(*state.causes, *causes))
    return say(curve_point(state), outcome.lines)


def _done(state: CallState, _what: Any) -> Step:
    return replace(state, phase="finishing"), (CancelTimer(SILENCE), CancelTimer(TURN_END), FinishUtterance())


def _trainee_turn(state: CallState, what: TraineeTurn) -> Step:
    return take_turn(state, what)


def _hold(state: CallState, _what: Any) -> Step:
    if state.phase == "held":
        holds = (*state.holds, (state.hold_from, state.at_ms, state.hold_announced))
        return _resumed(replace(state, holds=holds, hold_from=-1, cut_off=None))
    state, commands = fall_silent(state)
    state = replace(state, phase="held", hold_from=state.at_ms, queue=())
    if state.hold_announced:
        return state, commands
    return _signalled(state, "put_on_hold", commands)


def _signalled(state: CallState, signal: str, commands: tuple[Any, ...]) -> Step:
    """Raise a signal of the hand: its effect on the temper, and an ending of the file if one fits."""
    story, outcome = telling.hear_signal(state.scenario, state.personality, state.story, signal)
    causes = tuple((state.at_ms, cause) for cause in outcome.causes)
    state = curve_point(replace(state, story=story, causes=(*state.causes, *causes)))
    if not story.ending:
        return state, commands
    state, more = say(state, outcome.lines)
    return state, (*commands, *more)


def _transfer(state: CallState, _what: Any) -> Step:
    return _handed(state, "transfer", "transferred", "escalated")


def _hang_up(state: CallState, _what: Any) -> Step:
    if state.phase in ("closing", "paused", "device_lost"):
        state, commands = fall_silent(state)
        if not state.story.ending:
            state = replace(state, story=replace(state.story, ending="trainee-hung-up", kind="agent_ended"))
        state, more = over(state)
        return state, (*commands, *more)
    return _handed(state, "end_call", "trainee-hung-up", "agent_ended")


def _handed(state: CallState, signal: str, ending: str, kind: str) -> Step:
    """End the call by hand: an ending of the file if one fits, else the built-in one (decisions 8)."""
    state, commands = fall_silent(state)
    state, commands = _signalled(replace(state, queue=()), signal, commands)
    if state.story.ending:
        return state, commands
    state, more = over(replace(state, story=replace(state.story, ending=ending, kind=kind)))
    return state, (*commands, *more)


def _mute(state: CallState, what: MutePressed) -> Step:
    return replace(state, muted=what.on), ()


def _notes(state: CallState, what: NotesChanged) -> Step:
    return replace(state, notes=what.text), ()


def _pause(state: CallState, what: PausePressed) -> Step:
    if what.on and state.phase != "paused":
        state, commands = fall_silent(state)
        return replace(state, phase="paused"), commands
    if not what.on and state.phase == "paused":
        return _resumed(state)
    return state, ()


def _device_lost(state: CallState, what: DeviceLost) -> Step:
    if state.phase == "closing":
        return over(state)
    lost = tuple(sorted({*state.lost, what.device}))
    if state.phase == "device_lost":
        return replace(state, lost=lost), ()
    state, commands = fall_silent(state)
    return replace(state, phase="device_lost", lost=lost), commands


def _device_back(state: CallState, what: DeviceBack) -> Step:
    lost = tuple(device for device in state.lost if device != what.device)
    state = replace(state, lost=lost)
    return (state, ()) if lost else _resumed(state)


def _resumed(state: CallState) -> Step:
    """Go on where the call stood still: the line that was cut off is said again; waiting starts anew."""
    state = replace(state, quiet_since=state.at_ms, silence_step=0, last_turn_ms=state.at_ms)
    if state.cut_off is not None:
        again = state.cut_off
        return say(replace(state, cut_off=None, queue=(again, *state.queue)), ())
    if state.queue:
        return say(state, ())
    if not state.greeted:
        return replace(state, phase="answered"), (StartTimer(OPENING, state.at_ms + OPENING_MS),)
    return listen(state)


Handler = Callable[[CallState, Any], Step]

HANDLERS: Mapping[str, Handler] = {
    "CallAnswered": _call_answered,
    "LineStarted": _line_started,
    "LineFinished": _line_finished,
    "SpeechStarted": _speech_started,
    "SpeechStopped": _speech_stopped,
    "TraineeTurn": _trainee_turn,
    "TimerFired": _timer_fired,
    "DonePressed": _done,
    "HoldPressed": _hold,
    "TransferPressed": _transfer,
    "HangUpPressed": _hang_up,
    "MutePressed": _mute,
    "PausePressed": _pause,
    "NotesChanged": _notes,
    "DeviceLost": _device_lost,
    "DeviceBack": _device_back,
}
