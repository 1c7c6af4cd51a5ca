"""A call with typed replies: the same engine and recording, no sound.

The clock moves by typed lines. A reply begins half a second after the caller's line and is over 30 s after the last one (decisions 2);
``/interrupt TEXT`` begins 1.5 s before the caller's end; ``/silence 6`` lets six seconds pass with nobody speaking.
"""

from __future__ import annotations

from simulator.call.events import (
    DonePressed,
    HangUpPressed,
    Happening,
    HoldPressed,
    PausePressed,
    TraineeTurn,
    TransferPressed,
)
from simulator.call.hearing import caller_lines
from simulator.call.story import TURN_MS
from simulator.devices.pretend import HandClock
from simulator.live.conductor import Conductor
from simulator.problems import Problem, ProblemError
from simulator.transcript.words import typed_words

#: A typed reply begins this long after the caller's line.
REPLY_AFTER_MS = 500
#: ``/interrupt`` begins this long before the caller's end.
INTERRUPT_BEFORE_MS = 1_500
#: An interruption lasts at least this long.
INTERRUPT_LASTS_MS = 2_000
#: A longer ``/silence`` is a slip of the keyboard.
MOST_SILENCE_S = 600
ACTIONS = "/silence SECONDS, /interrupt TEXT, /hold, /transfer, /hangup"


def take_typed(conductor: Conductor, clock: HandClock, text: str) -> None:
    """Take one typed line: a reply, or an action that begins with a slash.

    Raises:
        ProblemError: the action does not exist or lacks its argument; nothing happened.
    """
    text = text.strip()
    if not text:
        return
    action, _, rest = text.partition(" ")
    if not action.startswith("/"):
        _reply(conductor, clock, text, interrupting=False)
    elif action == "/silence":
        _silence(conductor, clock, rest)
    elif action == "/interrupt" and rest.strip():
        _reply(conductor, clock, rest.strip(), interrupting=True)
    elif (button := _button(action)) is not None and not rest:
        press(conductor, clock, button)
    else:
        raise _unknown(text)


def press(conductor: Conductor, clock: HandClock, button: Happening) -> None:
    """Take a button of the window or a slash action: it comes a moment after the last words."""
    if isinstance(button, DonePressed | PausePressed):
        return  # a typed reply is done when it is sent, and a clock that is turned by hand stands still anyway
    clock.move_to(clock.now_ms() + REPLY_AFTER_MS)
    conductor.take(button)
    conductor.take_reports()


def _button(action: str) -> Happening | None:
    buttons: dict[str, Happening] = {"/hold": HoldPressed(), "/transfer": TransferPressed(), "/hangup": HangUpPressed()}
    return buttons.get(action)


def _reply(conductor: Conductor, clock: HandClock, text: str, interrupting: bool) -> None:
    if conductor.state.phase == "held":
        press(conductor, clock, HoldPressed())  # whoever speaks has taken the caller off hold
    state = conductor.state
    now = clock.now_ms()
    begin = now + REPLY_AFTER_MS
    end = max(begin + REPLY_AFTER_MS, state.last_turn_ms + TURN_MS)
    lines = caller_lines(state)
    if interrupting and lines:
        begin = max(lines[-1].from_ms, lines[-1].to_ms - INTERRUPT_BEFORE_MS)
        end = max(end, begin + INTERRUPT_LASTS_MS)
    clock.move_to(end)
    conductor.take(TraineeTurn(typed_words(text), begin, end, end - begin))
    conductor.take_reports()


def _silence(conductor: Conductor, clock: HandClock, seconds: str) -> None:
    try:
        length = float(seconds)
    except ValueError:
        raise _unknown(f"/silence {seconds}") from None
    if not 0 < length <= MOST_SILENCE_S:
        raise _unknown(f"/silence {seconds}")
    until = clock.now_ms() + round(length * 1000)
    while not conductor.over and 0 <= (due := conductor.timers.next_due()) <= until:
        clock.move_to(due)
        conductor.fire_timers()
        conductor.take_reports()
    clock.move_to(until)


def _unknown(text: str) -> ProblemError:
    return ProblemError(Problem("usage", f"'{text}' is no action.", f"Actions are: {ACTIONS}.", ""))
