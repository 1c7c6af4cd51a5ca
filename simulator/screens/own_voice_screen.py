"""The optional step before a call: two sentences, read aloud, so that loudness is compared with the trainee's own voice and nobody else's.

It can be left out, done again and undone, and it says in so many words what is kept. A reading that cannot be used is nobody's fault: each
message says what to do next.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from simulator.own_voice import Baseline, ReadingStand, day_in_words, is_systems_choice
from simulator.transcript.literal import one_line

#: What a button does: begin to read, say that both were read, stop, leave the step out, delete the baseline.
Act = Literal["begin", "finish", "stop", "skip", "delete"]

TITLE = "Your own baseline"
PRIVACY = (
    "Kept on this computer only: a few numbers, the day and the microphone's name, never the sound of what you read. The folder of each "
    "measured call keeps them too, with its own numbers (events.jsonl, scorecard.json): deleting your baseline does not reach those, "
    "deleting that folder does. The report that you hand on, report.html, is without them."
)
WHY = "Optional: read two sentences, so that loudness is compared with your own voice."
CHOOSE_BY_NAME = (
    "The system chooses your microphone, so it is told as a fact and does not count; it counts with one that you choose by its name in the "
    "settings before you read."
)
#: What is said about each reading that cannot be used.
MESSAGES: Mapping[ReadingStand, str] = {
    "too_short": "That was not quite both sentences. Read them once more, from the first word to the last.",
    "too_quiet": "Too quiet to measure. Come closer to the microphone, or turn it up, and read once more.",
    "too_loud": "Too loud for the microphone: it cut the sound off. Move it away a little, or turn it down, and read once more.",
}


@dataclass(frozen=True, slots=True)
class OwnVoiceScreen:
    """The step as it stands."""

    words: str
    #: (what it does, what it says); the first is the one to press.
    buttons: tuple[tuple[Act, str], ...]
    #: The sentences to read, while they are to be read.
    sentences: tuple[str, ...] = ()
    #: Per cent; below zero: no progress is shown.
    progress: int = -1
    #: Of the level meter, 0-100.
    level: int = 0
    #: Why the last reading cannot be used; else empty.
    problem: str = ""
    #: What is kept, where it is decided.
    privacy: str = ""


def to_read(problem: str = "") -> OwnVoiceScreen:
    """Return the step before anything was read, or after a reading that cannot be used."""
    again = "Read once more" if problem else "Read two sentences"
    return OwnVoiceScreen(WHY, (("begin", again), ("skip", "Not now")), problem=problem, privacy=PRIVACY)


def left_out() -> OwnVoiceScreen:
    """Return the step folded away for this call."""
    return OwnVoiceScreen("Loudness will not be compared in this call.", (("begin", "Read two sentences"),))


def have(baseline: Baseline, fits: bool) -> OwnVoiceScreen:
    """Return the step with a baseline that is there; ``fits``: this call's microphone is the one that heard it."""
    if fits:
        words = f"Loudness is compared with the baseline that you read on {day_in_words(baseline.day)}."
        if is_systems_choice(baseline.device):
            words = f"{words} {CHOOSE_BY_NAME}"
    else:
        words = f"Your baseline was read with another microphone ({one_line(baseline.device)}). Read it again to compare loudness."
    return OwnVoiceScreen(words, (("begin", "Read again"), ("delete", "Delete it")))


def listening(sentences: tuple[str, ...], progress: int, level: int) -> OwnVoiceScreen:
    """Return the step while the trainee reads; ``level`` is dBFS, -90 to 0."""
    words = "Read both aloud, as you would speak to a customer."
    meter = min(100, max(0, round((level + 60) * 100 / 54)))
    return OwnVoiceScreen(words, (("finish", "I have read both"), ("stop", "Stop")), sentences, progress, meter)


def message_of(stand: ReadingStand, problem: str) -> str:
    """Return what to say about a reading that cannot be used; ``problem``: what is wrong with the microphone."""
    return one_line(problem) or MESSAGES.get(stand, "")


def baseline_line(baseline: Baseline | None) -> str:
    """Return the baseline for the settings page; empty where there is none."""
    return f"Read on {day_in_words(baseline.day)} with {one_line(baseline.device)}" if baseline else ""
