"""Take, stamp, record, advance, carry out.

The conductor takes happenings from the inbox one at a time, so there is one true order; each is written to the recording before the
engine sees it, so even a mistake inside the engine can be replayed. It has no thread: whoever shows the call turns its handle.
"""

from __future__ import annotations

from collections.abc import Callable

from simulator.call.advance import advance, ringing
from simulator.call.commands import (
    CancelTimer,
    Command,
    EndCall,
    FinishUtterance,
    PrepareLines,
    SpeakLine,
    StartTimer,
    StopSpeaking,
)
from simulator.call.events import Event, Happening, TimerFired
from simulator.call.state import CallState
from simulator.devices.inbox import Inbox
from simulator.devices.ports import Clock, Ears, Mouth
from simulator.live.timers import Timers
from simulator.problems import Problem, ProblemError
from simulator.scenario.model import Scenario
from simulator.session.recorder import Recorder

#: Told every event with the state and the commands that came of it.
Witness = Callable[[Event, CallState, tuple[Command, ...]], None]


class Conductor:
    """One call between devices and engine."""

    def __init__(self, scenario: Scenario, seed: int, inbox: Inbox, recorder: Recorder, clock: Clock, mouth: Mouth, ears: Ears) -> None:
        self.state: CallState = ringing(scenario, seed)
        self.problem: Problem | None = None
        self.timers = Timers()
        self._seq = 0
        self._inbox = inbox
        self._recorder = recorder
        self._clock = clock
        self._mouth = mouth
        self._ears = ears
        self._witnesses: list[Witness] = []

    def watch(self, witness: Witness) -> None:
        """Tell this one of every event from now on."""
        self._witnesses.append(witness)

    @property
    def over(self) -> bool:
        """Whether the call has ended, or cannot go on because nothing can be recorded."""
        return self.state.phase == "ended" or self.problem is not None

    def turn(self) -> bool:
        """Take everything that has arrived, then every timer that is due; return whether anything happened."""
        taken = self.take_reports()
        return self.fire_timers() or taken

    def take_reports(self) -> bool:
        """Take everything that has arrived in the inbox; return whether anything had."""
        happened = False
        for happening in self._inbox.take():
            self.take(happening)
            happened = True
        return happened

    def fire_timers(self) -> bool:
        """Take every timer that is due; return whether any was."""
        happened = False
        while not self.over and (timer := self.timers.pop_due(self._clock.now_ms())):
            self.take(TimerFired(timer))
            happened = True
        return happened

    def take(self, happening: Happening) -> None:
        """Stamp, record and advance by one happening, and carry out what the engine commands."""
        if self.over:
            return
        event = Event(self._seq, self._clock.now_ms(), happening)
        try:
            self._recorder.event(event)
            self._seq += 1
            self.state, commands = advance(self.state, event)
            self._recorder.decision(event, self.state, commands)
        except ProblemError as error:
            self.problem = error.problem
            self._mouth.stop()
            return
        for witness in self._witnesses:
            witness(event, self.state, commands)
        for command in commands:
            self._carry_out(command)

    def _carry_out(self, command: Command) -> None:
        match command:
            case SpeakLine():
                self._mouth.speak(command.line, command.text, command.mood)
            case StopSpeaking():
                self._mouth.stop()
            case PrepareLines():
                for text, mood in command.lines:
                    self._mouth.prepare(text, mood)
            case StartTimer():
                self.timers.start(command.timer, command.due_ms)
            case CancelTimer():
                self.timers.cancel(command.timer)
            case FinishUtterance():
                self._ears.finish_utterance()
            case EndCall():
                self._mouth.stop()
