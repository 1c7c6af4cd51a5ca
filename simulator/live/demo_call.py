"""A whole call without a person and without a sound card, in its own time.

Everything is the real thing but the clock: the caller's lines are rendered by the voice's process and played sample by sample, the
synthetic trainee speaks with another voice whose sound goes through voice activity and recogniser, the engine's own timer ends the turn.
Time is counted in samples and stands still while a process works, so the same seed gives the same course on a slow machine.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from simulator.call.chance import pick
from simulator.call.events import HangUpPressed
from simulator.call.state import CallState
from simulator.devices.ears import EarsPipeline
from simulator.devices.inbox import Inbox
from simulator.devices.line_cache import of_this_person
from simulator.devices.playout import Playout
from simulator.devices.ports import VoiceName
from simulator.devices.pyttsx3_mouth import CallerMouth, VoiceProcess
from simulator.devices.recogniser import Recogniser
from simulator.devices.voice_activity import VoiceActivity, silero
from simulator.devices.voices import cast
from simulator.live.conductor import Conductor, Witness
from simulator.live.opening import Script, Terms, answered, open_recording
from simulator.live.wrap_up import mark
from simulator.problems import ProblemError, machine_lacks
from simulator.robots.bots import Bot
from simulator.robots.recall import NOTHING, Recall, heard_share
from simulator.scenario.model import Scenario, VoiceWish
from simulator.scoring.finding import Scorecard
from simulator.session.recorder import Recorder
from simulator.session.track_recorder import TrackRecorder
from simulator.session.tracks import pack

STEP_MS = 20
CALLER_RATE = 24_000
TRAINEE_RATE = 16_000
#: A person answers after half a second to a second; the seed says when.
REACTION_MS = (500, 1_000)
#: The recogniser may take this long for a turn, in seconds of the wall.
ANSWER_S = 60.0
#: A call that has not ended by itself is ended here.
LONGEST_MS = 20 * 60_000


class SampleClock:
    """Time of the call: the samples that the caller's side has played."""

    def __init__(self, playout: Playout) -> None:
        self._playout = playout

    def now_ms(self) -> int:
        """Return the milliseconds since the call was answered."""
        return self._playout.position() * 1000 // self._playout.rate


class SteppedEars:
    """Ears that are fed step by step; a finished turn waits for its words while time stands still."""

    def __init__(self, pipeline: EarsPipeline) -> None:
        self.pipeline = pipeline

    def finish_utterance(self) -> None:
        """Report ``TraineeTurn`` with everything heard since the last one."""
        self.pipeline.finish_and_wait(ANSWER_S)

    def interim(self) -> str:
        """Return the unfinished recognition."""
        return self.pipeline.interim()

    def level(self) -> int:
        """Return the loudness in dBFS."""
        return self.pipeline.level()

    def mute(self, on: bool) -> None:
        """Hear zeros while on."""
        self.pipeline.mute(on)

    def close(self) -> None:
        """Do nothing: the recogniser is closed by its owner."""


def voices_for(scenario: Scenario) -> tuple[VoiceName, VoiceName]:
    """Return the caller's voice and another one for the trainee.

    Raises:
        ProblemError: there is no neural voice: what espeak says, the recogniser hears at 74 % only, whoever is at fault.
    """
    caller = cast.choose(scenario.caller.voice, scenario.language)
    sex = "man" if caller.sex == "woman" else "woman"
    trainee = cast.choose(VoiceWish(sex=sex), "en-US")  # type: ignore[arg-type]
    if trainee.engine != "hibari":
        raise machine_lacks("The demo's trainee needs a neural voice, which is not installed.", "Run: make setup")
    return caller, trainee


class DemoCall:
    """One demo, played by ``run``."""

    def __init__(self, script: Script, terms: Terms, bot: Bot, model: Path, witness: Witness) -> None:
        self._script = script
        self._bot = bot
        self._seed = terms.seed
        caller, trainee = voices_for(script.scenario)
        self._terms = terms.with_names(model.name, caller.name)
        self._inbox = Inbox()
        cache = of_this_person()
        self._voice = VoiceProcess(caller, script.scenario.caller.voice.pace, cache)
        self._trainee = VoiceProcess(trainee, "normal", cache)
        self._recogniser = Recogniser(model, self._inbox.put)
        self._witness = witness
        self._sound = b""
        self._reply_at = -1
        self._said: list[str] = []
        self.scorecard: Scorecard | None = None
        self.state: CallState | None = None
        self.session: Path | None = None
        #: What went wrong without harm to the call, in sentences.
        self.notices: tuple[str, ...] = ()

    def run(self, progress: Callable[[str], None]) -> None:
        """Play the call to its end, mark it and pack its sound.

        Raises:
            ProblemError: model, voice or disk is missing.
        """
        try:
            progress("Loading the recognition model and the voices")
            self._recogniser.start()
            self._recogniser.ready(ANSWER_S)
            recorder = open_recording(self._script, self._terms)
            self.session = recorder.path
            progress("")
            self._play(recorder)
        finally:
            self._voice.close()
            self._trainee.close()
            self._recogniser.close()

    def _play(self, recorder: Recorder) -> None:
        tracks = TrackRecorder(recorder.path, CALLER_RATE, lambda problem: None) if self._terms.keeps_sound else None
        playout = Playout(CALLER_RATE, tracks.caller if tracks else None)
        playout.reset_clock()
        ears = EarsPipeline(
            self._recogniser, VoiceActivity(silero()), self._inbox.put, track=tracks.trainee if tracks else None
        )
        mouth = CallerMouth(self._voice, playout, self._inbox.put, wait=True)
        clock = SampleClock(playout)
        conductor = Conductor(self._script.scenario, self._seed, self._inbox, recorder, clock, mouth, SteppedEars(ears))
        conductor.watch(self._witness)
        try:
            conductor.take(answered(self._script, self._terms))
            while not conductor.over:
                self._step(conductor, playout, ears, mouth, clock.now_ms())
            if conductor.problem is not None:
                raise ProblemError(conductor.problem)
        finally:
            if tracks:
                tracks.close()
            recorder.close()
        self.state = conductor.state
        self.scorecard = mark(conductor.state, self._script.rubric, recorder)
        if tracks:
            self.notices = tuple(problem.sentence() for problem in pack(recorder.path))

    def _step(self, conductor: Conductor, playout: Playout, ears: EarsPipeline, mouth: CallerMouth, now: int) -> None:
        """Let 20 ms of the call pass."""
        if now > LONGEST_MS:
            conductor.take(HangUpPressed())
        self._trainee_acts(conductor.state, now)
        size = 2 * TRAINEE_RATE * STEP_MS // 1000
        block, self._sound = self._sound[:size], self._sound[size:]
        playout.pull(CALLER_RATE * STEP_MS // 1000)
        ears.feed(block.ljust(size, b"\0"))
        mouth.poll(now + STEP_MS)
        conductor.turn()

    def _trainee_acts(self, state: CallState, now: int) -> None:
        """Begin to speak a moment after the floor became free."""
        if self._sound or state.phase not in ("answered", "listening"):
            self._reply_at = -1
            return
        if self._reply_at < 0:
            least, most = REACTION_MS
            self._reply_at = now + least + pick(self._seed, len(state.transcript), "reaction", most - least)
        if now >= self._reply_at:
            self._reply_at = now + LONGEST_MS
            text = self._bot(state, self._seed)
            if text:
                self._say(text)

    def _say(self, text: str) -> None:
        rendered = self._trainee.line(text, "calm")
        if rendered is None:
            raise machine_lacks("The trainee's voice does not answer.", "Run: python main.py check")
        self._said.append(text)
        self._sound = rendered.pcm(TRAINEE_RATE)

    def recall(self) -> Recall:
        """Return how many of the trainee's words were recognised, over the whole call."""
        if self.state is None or not self._said:
            return NOTHING
        heard = " ".join(entry.text for entry in self.state.transcript if not hasattr(entry, "source"))
        return heard_share(" ".join(self._said), heard)


