"""What is shown while a call cannot go on by itself: ringing, marking, or why it could not begin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.problems import Problem
from simulator.scenario.model import Scenario
from simulator.screens.persons import person_of
from simulator.transcript.literal import one_line

#: ``live.live_call`` has more stands; these are the ones that wait.
Waits = Literal["preparing", "ringing", "marking", "failed"]


@dataclass(frozen=True, slots=True)
class WaitingScreen:
    """A wait with its reason."""

    stand: Waits
    initials: str
    title: str
    words: str
    #: Per cent.
    progress: int
    typed: bool
    problem: str = ""


def waiting_screen(
    scenario: Scenario, stand: Waits, progress: tuple[float, str], problem: Problem | None, typed: bool
) -> WaitingScreen:
    """Return the wait for a scenario's call; ``progress`` is how far (0-1) and what is being done."""
    person = person_of(scenario.caller)
    share, doing = progress
    title = {"marking": "The call is over", "failed": "This call cannot begin"}.get(stand, f"{person.name} is calling")
    words = {
        "preparing": one_line(doing) or "Getting ready",
        "ringing": "Everything is ready. Pick up when you are.",
        "marking": one_line(doing) or "Your card is being made",
        "failed": "Nothing was recorded.",
    }[stand]
    percent = 100 if stand == "ringing" else round(min(1.0, max(0.0, share)) * 100)
    sentence = one_line(problem.sentence()) if problem is not None else ""
    return WaitingScreen(stand, person.initials, title, words, 0 if stand == "failed" else percent, typed, sentence)
