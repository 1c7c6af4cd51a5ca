"""Who has the floor: the caller's next line, or silence in which the trainee may speak.

Everything that makes the caller speak or fall silent goes through here, so that the transcript, the queue of lines, the timers and
the phase never disagree.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from simulator.call.commands import (
    CancelTimer,
    Command,
    EndCall,
    PrepareLines,
    SpeakLine,
    StartTimer,
    StopSpeaking,
)
from simulator.call.likely import likely_lines
from simulator.call.overlap import INTERRUPT_MS
from simulator.call.state import CallerTurn, CallState, Spoken
from simulator.call.temper import clamp, voice_mood
from simulator.scenario.model import SilenceStep

SILENCE = "silence"
TURN_END = "turn_end"
OPENING = "opening"
#: After speech over the caller's line has stopped, the trainee gets this much longer before it is taken as the whole reply.
OVER_LINE_MS = 900

Step = tuple[CallState, tuple[Command, ...]]


def say(state: CallState, lines: Iterable[Spoken]) -> Step:
    """Let the caller say these lines, one after the other; with none, the floor is free or the call is over."""
    queue = (*state.queue, *lines)
    if not queue:
        return over(state) if state.story.ending else listen(state)
    return _speak(replace(state, queue=queue))


def _speak(state: CallState) -> Step:
    line, rest = state.queue[0], state.queue[1:]
    number = state.next_line
    turn = CallerTurn(number, line.source, line.text, line.mood, state.story.temper)
    state = replace(
        state,
        phase="closing" if state.story.ending else "caller_speaking",
        queue=rest,
        next_line=number + 1,
        transcript=(*state.transcript, turn),
    )
    commands: tuple[Command, ...] = (
        CancelTimer(SILENCE),
        CancelTimer(TURN_END),
        SpeakLine(number, line.source, line.text, voice_mood(state.story.temper), line.delivery),
    )
    likely = likely_lines(state)
    return state, (*commands, PrepareLines(likely)) if likely else commands


def line_over(state: CallState) -> Step:
    """Go on after a line: the next of the queue, the end of the call, or the trainee's floor."""
    if state.queue:
        return _speak(state)
    if state.story.ending:
        return over(state)
    return listen(state)


def listen(state: CallState) -> Step:
    """Give the floor to the trainee, who may have begun to speak over the last line already."""
    if state.voice and state.voice[-1][1] < 0:
        return replace(state, phase="trainee_speaking"), ()
    if sum(end - begin for begin, end in state.voice) >= INTERRUPT_MS:
        due = state.at_ms + state.turn_end_ms + OVER_LINE_MS
        return replace(state, phase="trainee_speaking"), () if state.push_to_talk else (StartTimer(TURN_END, due),)
    state = replace(state, phase="listening")
    due = silence_due(state)
    return state, (StartTimer(SILENCE, due),) if due >= 0 else ()


def silence_due(state: CallState) -> int:
    """Return when the next step of the silence list is due, in ms of the call; -1 for never."""
    if not state.scenario.silence:
        return -1
    after = silence_after(state.scenario.silence, state.silence_step)
    return max(state.quiet_since + after, state.at_ms)


def silence_after(steps: tuple[SilenceStep, ...], number: int) -> int:
    """Return after how many ms of silence this step of the list comes, from 0; ``steps`` must not be empty.

    The last step repeats at the interval between the last two (decisions 8).
    """
    if number < len(steps):
        return steps[number].after_ms
    last = steps[-1].after_ms
    interval = last - steps[-2].after_ms if len(steps) > 1 else last
    return last + (number - len(steps) + 1) * max(interval, 1000)


def over(state: CallState) -> Step:
    """End the call."""
    state = replace(state, phase="ended", queue=())
    return state, (CancelTimer(SILENCE), CancelTimer(TURN_END), EndCall(state.story.ending, state.story.kind))


def fall_silent(state: CallState) -> Step:
    """Stop the caller in mid-line, if speaking; what was cut off is remembered."""
    cut_off = None
    transcript = state.transcript
    if state.phase in ("caller_speaking", "closing"):
        at = max(at for at, entry in enumerate(transcript) if isinstance(entry, CallerTurn))
        last = transcript[at]
        assert isinstance(last, CallerTurn)
        cut_off = Spoken(last.source, last.text, last.mood)
        if last.from_ms >= 0 > last.to_ms:
            transcript = (*transcript[:at], replace(last, to_ms=state.at_ms), *transcript[at + 1 :])
    stop: tuple[Command, ...] = (StopSpeaking(),) if cut_off else ()
    state = replace(state, cut_off=cut_off, voice=(), transcript=transcript)
    return state, (*stop, CancelTimer(SILENCE), CancelTimer(TURN_END), CancelTimer(OPENING))


def curve_point(state: CallState) -> CallState:
    """Return the state with the present temper on the curve, if it moved."""
    temper = clamp(state.story.temper, state.scenario.anger)
    if state.curve and state.curve[-1][1] == temper:
        return state
    return replace(state, curve=(*state.curve, (state.at_ms, temper)))
