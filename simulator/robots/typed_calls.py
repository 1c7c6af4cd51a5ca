"""A whole call of a robot in words: each of its acts is said, heard by the real cues, and played by the whole engine.

As a typed call: no time passes but the thirty seconds a turn, so a course depends on words alone.
"""

from __future__ import annotations

from simulator.call.advance import ENGINE_VERSION, advance, ringing
from simulator.call.commands import Command, SpeakLine
from simulator.call.events import (
    CallAnswered,
    Event,
    HangUpPressed,
    Happening,
    LineFinished,
    LineStarted,
    TraineeTurn,
)
from simulator.call.state import CallState
from simulator.robots.bots import Bot
from simulator.robots.playing import latest_turn
from simulator.scenario.model import Scenario
from simulator.transcript.words import typed_words


class _Line:
    """The telephone line: takes events to the engine and lets the caller finish every line."""

    def __init__(self, scenario: Scenario, seed: int) -> None:
        self.state = ringing(scenario, seed)
        self._events = 0

    def take(self, what: Happening) -> None:
        """Let this happen, and everything that the caller says to it."""
        for command in self._told(what):
            self._spoken(command)

    def _told(self, what: Happening) -> tuple[Command, ...]:
        self.state, commands = advance(self.state, Event(self._events, 0, what))
        self._events += 1
        return commands

    def _spoken(self, command: Command) -> None:
        if isinstance(command, SpeakLine):
            self._told(LineStarted(command.line, 0))
            self.take(LineFinished(command.line, 0, 0))


def typed_call(scenario: Scenario, bot: Bot, seed: int) -> CallState:
    """Return the call of this robot at its end; whoever has nothing to say, or no turns left, hangs up."""
    line = _Line(scenario, seed)
    line.take(CallAnswered(seed, ENGINE_VERSION, scenario.sha256, typed=True))
    while line.state.phase != "ended":
        text = bot(line.state, seed) if line.state.story.turns < latest_turn(scenario) else ""
        if text:
            line.take(TraineeTurn(typed_words(text), 0, 0, 0))
        else:
            line.take(HangUpPressed())
    return line.state
