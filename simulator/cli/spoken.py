"""A call by voice in a terminal: the keyboard has the buttons, one letter and Enter."""

from __future__ import annotations

import sys
import threading
from queue import Empty, SimpleQueue

from simulator import settings
from simulator.call.events import (
    DonePressed,
    HangUpPressed,
    Happening,
    HoldPressed,
    MutePressed,
    TransferPressed,
)
from simulator.cli.call import finish, printer
from simulator.cli.narration import Narrator
from simulator.cli.own_voice import with_baseline
from simulator.live.assemble import require_machine, spoken_from
from simulator.live.live_call import LiveCall
from simulator.live.opening import Script, Terms

#: How often the call's handle is turned, in seconds.
HANDLE_S = 0.015
KEYS = "Enter: done speaking   h: hold   t: transfer   m: mute   q: hang up   (each with Enter)"


def take_spoken(script: Script, terms: Terms, json_output: bool, baseline: bool = False) -> int:
    """Take the call and return the exit status; ``baseline``: two sentences are read before it.

    Raises:
        ProblemError: model, voice, sound device or disk is missing.
    """
    stored, problems = settings.read()
    for problem in problems:
        print(problem.sentence(), file=sys.stderr)
    if baseline:
        require_machine()  # nobody reads two sentences for a call that cannot begin
        stored = with_baseline(stored)
    call = spoken_from(script, terms, stored)
    call.watch(Narrator(printer(json_output)))
    keys: SimpleQueue[str] = SimpleQueue()
    threading.Thread(target=_read_keys, args=(keys,), name="simulator keys", daemon=True).start()
    wait = threading.Event()
    told = ""
    try:
        while call.stand not in ("over", "failed"):
            call.turn()
            told = _tell_stand(call, script, told)
            _obey(call, keys)
            wait.wait(HANDLE_S)
    except KeyboardInterrupt:
        call.press(HangUpPressed())
        while call.stand in ("live", "marking"):
            call.turn()
            wait.wait(HANDLE_S)
    finally:
        call.close()
    return finish(call, json_output)


def _tell_stand(call: LiveCall, script: Script, told: str) -> str:
    """Print on standard error what has changed about the call as a whole."""
    now = call.stand if call.problem is None else call.problem.sentence()
    if now != told:
        name = script.scenario.caller.name
        text = {
            "preparing": "The telephone rings ...",
            "ringing": f"{name} is calling. Put on a headset and press Enter to answer.",
            "live": KEYS,
            "marking": "The call is over.",
        }.get(now, now if call.problem is not None else "")
        if text:
            print(text, file=sys.stderr)
    return now


def _read_keys(keys: SimpleQueue[str]) -> None:
    for line in sys.stdin:
        keys.put(line.strip().lower())


def _obey(call: LiveCall, keys: SimpleQueue[str]) -> None:
    try:
        key = keys.get_nowait()
    except Empty:
        return
    if call.stand == "ringing":
        call.answer()
        return
    muted = call.state is not None and call.state.muted
    buttons: dict[str, Happening] = {
        "": DonePressed(),
        "h": HoldPressed(),
        "t": TransferPressed(),
        "m": MutePressed(not muted),
        "q": HangUpPressed(),
    }
    if key in buttons:
        call.press(buttons[key])
    else:
        print(KEYS, file=sys.stderr)
