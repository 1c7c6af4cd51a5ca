"""``.call`` scripts: a call as a trainer could write it down, with what must be true after each step.

    scenario billing-double-charge          a scenario by its name, or a path from the project's root
    trainee 3.0s "I am sorry you waited."   the trainee speaks for so long; "over" instead speaks over the caller's last second and a half
        cue apologise                       (indented: must be true of this step)
        no cue paraphrase
        caller vent-third-call              the beats that the caller answers with, in this order
        temper 74 -> 67
        stage venting
    silence 8s                              nobody speaks
    hold / transfer / hangup                a button
        ending resolved

A failing line is shown with an arrow in its script.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from simulator.call.conditions import whole_points
from simulator.call.events import (
    HangUpPressed,
    HoldPressed,
    LineFinished,
    SpeechStarted,
    TransferPressed,
)
from simulator.call.hearing import replies
from simulator.scenario_files import find_scenario, load_scenario
from tests.support.places import ROOT
from tests.support.telephone import Telephone

_TRAINEE = re.compile(r'(trainee|over) (?:(\d+(?:\.\d+)?)s )?"(.*)"$')
_SILENCE = re.compile(r"silence (\d+(?:\.\d+)?)s$")
_TEMPER = re.compile(r"temper (\d+) -> (\d+)$")
BUTTONS = {"hold": HoldPressed, "transfer": TransferPressed, "hangup": HangUpPressed}
OVER_MS = 1_500
LINE_MS = 4_000


@dataclass
class Played:
    """A script on its way."""

    call: Telephone | None = None
    said: list[str] | None = None
    before: int = 0


def play_script(path: Path) -> Telephone:
    """Play the script and check every line; return the call.

    Raises:
        AssertionError: a line does not hold; the message shows the script with an arrow.
    """
    lines = path.read_text("utf-8").splitlines()
    played = Played()
    for number, line in enumerate(lines):
        text = line.split("#")[0].rstrip()
        if not text.strip():
            continue
        try:
            (_holds if text.startswith(" ") else _does)(played, text.strip())
        except AssertionError as error:
            shown = "\n".join(("--> " if at == number else "    ") + each for at, each in enumerate(lines))
            raise AssertionError(f"{path.name}, line {number + 1}: {error}\n{shown}") from None
    assert played.call is not None, "the script names no scenario"
    return played.call


def _does(played: Played, text: str) -> None:
    if text.startswith("scenario "):
        name = text.removeprefix("scenario ")
        path = ROOT / name
        played.call = Telephone(load_scenario(path if path.is_file() else find_scenario(name)))
        return
    assert played.call is not None, "the first line names the scenario"
    call = played.call
    played.before = whole_points(call.state.story.temper)
    if found := _TRAINEE.match(text):
        ms = round(float(found[2] or 2) * 1000)
        played.said = _over(call, found[3], ms) if found[1] == "over" else call.trainee_says(found[3], ms)
    elif found := _SILENCE.match(text):
        start = call.state.next_line
        call.wait(round(float(found[1]) * 1000))
        played.said = [entry.source for entry in call.state.transcript if getattr(entry, "line", -1) >= start]
    elif text in BUTTONS:
        call.happens(BUTTONS[text]())
        played.said = call.caller_speaks()
    else:
        raise AssertionError(f"nobody knows what '{text}' means")


def _over(call: Telephone, text: str, ms: int) -> list[str]:
    """Ask the caller to go on, then speak over the last second and a half of the answer."""
    line, begin = call.caller_begins(after="go on")
    voice = begin + LINE_MS - OVER_MS
    call.happens(SpeechStarted(voice))
    call.now = begin + LINE_MS
    call.happens(LineFinished(line, begin, call.now))
    call.trainee_falls_silent(text, voice, max(ms, OVER_MS + 500))
    return call.caller_speaks()


def _holds(played: Played, text: str) -> None:
    call = played.call
    assert call is not None
    state = call.state
    cues = {cue.skill for cue in replies(state)[-1].cues} if replies(state) else set()
    causes = {cause.what for cause in replies(state)[-1].causes} if replies(state) else set()
    if text.startswith("cue "):
        assert text[4:] in cues | causes, f"heard were: {', '.join(sorted(cues | causes)) or 'nothing'}"
    elif text.startswith("no cue "):
        assert text[7:] not in cues | causes, f"heard were: {', '.join(sorted(cues | causes))}"
    elif text.startswith("caller "):
        assert played.said == text[7:].split(), f"the caller said: {' '.join(played.said or []) or 'nothing'}"
    elif _TEMPER.match(text):
        moved = f"temper {played.before} -> {whole_points(state.story.temper)}"
        assert text == moved, f"it was: {moved}"
    elif text.startswith("stage "):
        assert state.story.stage == text[6:], f"the stage is {state.story.stage}"
    elif text.startswith("phase "):
        assert state.phase == text[6:], f"the phase is {state.phase}"
    elif text.startswith("ending "):
        assert state.story.ending == text[7:], f"the ending is {state.story.ending or 'none yet'}"
    else:
        raise AssertionError(f"nobody knows what '{text}' means")
