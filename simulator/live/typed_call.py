"""A typed call as windows and terminals see it."""

from __future__ import annotations

from pathlib import Path

from simulator.call.events import Happening
from simulator.call.state import CallState
from simulator.devices.inbox import Inbox
from simulator.devices.pretend import HandClock, NoEars, SilentMouth
from simulator.live import typed_input
from simulator.live.conductor import Conductor, Witness
from simulator.live.live_call import Stand
from simulator.live.opening import Script, Terms, answered, open_recording
from simulator.live.wrap_up import mark
from simulator.problems import Problem, ProblemError
from simulator.scoring.finding import Scorecard
from simulator.session.recorder import Recorder


class TypedCall:
    """One typed call, from the ring to the scorecard; implements ``LiveCall``."""

    microphone = ""

    def __init__(self, script: Script, terms: Terms) -> None:
        self._script = script
        self._terms = terms
        self._clock = HandClock()
        self._inbox = Inbox()
        self._conductor: Conductor | None = None
        self._recorder: Recorder | None = None
        self._stand: Stand = "ringing"
        self._scorecard: Scorecard | None = None
        self._problem: Problem | None = None
        self._witnesses: list[Witness] = []
        self._changed = False

    @property
    def stand(self) -> Stand:
        """Return where the call stands."""
        return self._stand

    @property
    def progress(self) -> tuple[float, str]:
        """Return that everything is ready: nothing has to be loaded."""
        return 1.0, ""

    @property
    def problem(self) -> Problem | None:
        """Return what stops or disturbs the call, if anything."""
        return self._problem

    @property
    def state(self) -> CallState | None:
        """Return the engine's state; None before the call is answered."""
        return self._conductor.state if self._conductor else None

    @property
    def scorecard(self) -> Scorecard | None:
        """Return the card once the call is over."""
        return self._scorecard

    @property
    def session(self) -> Path | None:
        """Return the session's folder once the call is answered."""
        return self._recorder.path if self._recorder else None

    def watch(self, witness: Witness) -> None:
        """Tell this one of every event; before ``answer``."""
        self._witnesses.append(witness)

    def answer(self) -> None:
        """Pick up."""
        if self._stand != "ringing":
            return
        try:
            self._recorder = open_recording(self._script, self._terms)
        except ProblemError as error:
            self._failed(error)
            return
        mouth = SilentMouth(self._clock, self._inbox.put)
        self._conductor = Conductor(
            self._script.scenario, self._terms.seed, self._inbox, self._recorder, self._clock, mouth, NoEars()
        )
        for witness in self._witnesses:
            self._conductor.watch(witness)
        self._stand = "live"
        self._conductor.take(answered(self._script, self._terms))
        self._conductor.take_reports()
        self._after()

    def press(self, happening: Happening) -> None:
        """Report a button."""
        if self._conductor and self._stand == "live":
            typed_input.press(self._conductor, self._clock, happening)
            self._after()

    def type_reply(self, text: str) -> None:
        """Give a typed reply or a slash action; an unknown action becomes ``problem`` and nothing happens."""
        if not self._conductor or self._stand != "live":
            return
        self._problem = None
        try:
            typed_input.take_typed(self._conductor, self._clock, text)
        except ProblemError as error:
            self._problem = error.problem
        self._after()

    def _after(self) -> None:
        self._changed = True
        conductor, recorder = self._conductor, self._recorder
        if conductor is None or recorder is None or not conductor.over:
            return
        if conductor.problem is not None:
            self._problem, self._stand = conductor.problem, "failed"
            recorder.close()
            return
        try:
            self._scorecard = mark(conductor.state, self._script.rubric, recorder)
            self._stand = "over"
        except ProblemError as error:
            self._failed(error)

    def _failed(self, error: ProblemError) -> None:
        self._problem, self._stand, self._changed = error.problem, "failed", True

    def turn(self) -> bool:
        """Return whether something changed since the last time."""
        changed, self._changed = self._changed, False
        return changed

    def now_ms(self) -> int:
        """Return the time of the call, on the clock that typed replies move."""
        return self._clock.now_ms()

    def interim(self) -> str:
        """Return nothing: there is no recogniser."""
        return ""

    def level(self) -> int:
        """Return silence, -90 dBFS."""
        return -90

    def spoken_share(self) -> float:
        """Return 1: a caption of a typed call is there at once."""
        return 1.0

    def close(self) -> None:
        """Close the recording of a call that is given up; it can be opened as it is."""
        if self._recorder:
            self._recorder.close()
