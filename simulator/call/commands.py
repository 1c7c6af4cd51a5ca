"""What to do now: the engine's orders, carried out by ``live.carry_out``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SpeakLine:
    """The caller says this."""

    #: Number of the line in the call, from 0.
    line: int
    #: The beat, reaction, ending or built-in that it comes from.
    source: str
    #: Text with stage directions; the mouth strips them, captions show them as the trainer meant them.
    text: str
    #: ``calm``, ``irritated``, ``angry`` or ``furious``: how it is said.
    mood: str
    #: Manner from the file (``voice_cracks``, ...), or empty.
    delivery: str = ""


@dataclass(frozen=True, slots=True)
class StopSpeaking:
    """The caller falls silent at once (hold, pause, hang-up)."""


@dataclass(frozen=True, slots=True)
class PrepareLines:
    """These lines are likely next: render them ahead. Pairs of text and mood."""

    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class StartTimer:
    """Report ``TimerFired(timer)`` at this time of the call; a second one of the same name replaces the first."""

    timer: str
    due_ms: int


@dataclass(frozen=True, slots=True)
class CancelTimer:
    """Forget the timer."""

    timer: str


@dataclass(frozen=True, slots=True)
class FinishUtterance:
    """The turn is over: the recogniser gives what it has, as ``TraineeTurn``."""


@dataclass(frozen=True, slots=True)
class EndCall:
    """The call is over."""

    ending: str
    kind: str


Command = SpeakLine | StopSpeaking | PrepareLines | StartTimer | CancelTimer | FinishUtterance | EndCall
