"""A call on a hand-turned clock, for tests of the engine: says who speaks when, and collects what the engine commands."""

from __future__ import annotations

from simulator.call.advance import ENGINE_VERSION, advance, ringing
from simulator.call.commands import (
    CancelTimer,
    Command,
    FinishUtterance,
    SpeakLine,
    StartTimer,
)
from simulator.call.events import (
    CallAnswered,
    Event,
    Happening,
    LineFinished,
    LineStarted,
    SpeechStarted,
    SpeechStopped,
    TimerFired,
    TraineeTurn,
)
from simulator.call.state import CallState
from simulator.own_voice import VoiceHeard
from simulator.scenario.model import Scenario
from simulator.transcript.words import Word


class Telephone:
    """Plays the outside world: every second of it is told, none passes by itself."""

    def __init__(self, scenario: Scenario, **answered: object) -> None:
        self.state: CallState = ringing(scenario, 0)
        self.now = 0
        self.events: list[Event] = []
        self.commands: list[Command] = []
        self.timers: dict[str, int] = {}
        self.happens(CallAnswered(0, ENGINE_VERSION, scenario.sha256, **answered))  # type: ignore[arg-type]

    def happens(self, happening: Happening) -> tuple[Command, ...]:
        """Let this happen now."""
        event = Event(len(self.events), self.now, happening)
        self.events.append(event)
        self.state, commands = advance(self.state, event)
        self.commands.extend(commands)
        for command in commands:
            if isinstance(command, StartTimer):
                self.timers[command.timer] = command.due_ms
            elif isinstance(command, CancelTimer):
                self.timers.pop(command.timer, None)
        return commands

    def wait(self, ms: int) -> None:
        """Let time pass; timers fire when they are due, lines that they bring are said."""
        until = self.now + ms
        while self.timers and min(self.timers.values()) <= until:
            timer = min(self.timers, key=lambda name: self.timers[name])
            self.now = max(self.now, self.timers.pop(timer))
            self.happens(TimerFired(timer))
            self.caller_speaks()
        self.now = max(self.now, until)

    def caller_speaks(self, ms: int = 2_000) -> list[str]:
        """Let the caller say everything that is due; return the sources."""
        said = []
        while self.state.phase in ("caller_speaking", "closing"):
            line = self.state.next_line - 1
            said.append(self.last_line().source)
            begin = self.now
            self.happens(LineStarted(line, begin))
            self.now += ms
            self.happens(LineFinished(line, begin, self.now))
        return said

    def last_line(self) -> SpeakLine:
        """Return the latest order to speak."""
        return next(command for command in reversed(self.commands) if isinstance(command, SpeakLine))

    def trainee_says(
        self, text: str, ms: int = 2_000, confidence: int = 1000, voice: VoiceHeard | None = None
    ) -> list[str]:
        """Let the trainee speak for so long and fall silent; return the sources of the caller's answer."""
        begin = self.now
        self.happens(SpeechStarted(begin))
        self.trainee_falls_silent(text, begin, ms, confidence, voice)
        return self.caller_speaks()

    def trainee_falls_silent(
        self, text: str, begin: int, ms: int, confidence: int = 1000, voice: VoiceHeard | None = None
    ) -> None:
        """End the trainee's speech that began then and lasts so long: silence, the turn's end, and its words; the caller only begins."""
        self.now = max(self.now, begin + ms)
        self.happens(SpeechStopped(begin, begin + ms))
        while not any(isinstance(command, FinishUtterance) for command in self._fire()):
            assert self.timers, "nothing ends the trainee's turn"
        self.happens(TraineeTurn(spoken(text, begin, ms, confidence), begin, begin + ms, ms, voice))

    def caller_begins(self, after: str) -> tuple[int, int]:
        """Let the trainee say this and the caller begin to answer; return the line's number and when it began."""
        begin = self.now
        self.happens(SpeechStarted(begin))
        self.trainee_falls_silent(after, begin, 900)
        self.happens(LineStarted(self.state.next_line - 1, self.now))
        return self.state.next_line - 1, self.now

    def _fire(self) -> tuple[Command, ...]:
        timer = min(self.timers, key=lambda name: self.timers[name])
        self.now = max(self.now, self.timers.pop(timer))
        return self.happens(TimerFired(timer))


def spoken(text: str, begin: int, ms: int, confidence: int = 1000) -> tuple[Word, ...]:
    """Return the words spread evenly over the time."""
    pieces = text.split()
    each = ms // max(1, len(pieces))
    return tuple(Word(piece, begin + n * each, begin + (n + 1) * each, confidence) for n, piece in enumerate(pieces))
