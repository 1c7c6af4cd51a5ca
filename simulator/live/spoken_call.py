"""A call by voice as windows and terminals see it: from the ringing telephone to the packed tracks.

While it rings, the recogniser and the voice are loaded and the first line is rendered; both streams are open already, so nothing has to
be waited for when the trainee picks up. That moment is sample 0 of both tracks.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from simulator.call.advance import ringing
from simulator.call.events import (
    DeviceBack,
    DeviceLost,
    Happening,
    LineFinished,
    LineStarted,
)
from simulator.call.state import CallState
from simulator.call.story import opening_line
from simulator.call.temper import voice_mood
from simulator.devices.device_list import shown_name
from simulator.devices.inbox import Inbox
from simulator.devices.line_cache import of_this_person
from simulator.devices.live_ears import LiveEars
from simulator.devices.loudspeaker import Loudspeaker
from simulator.devices.pyttsx3_mouth import CallerMouth, VoiceProcess
from simulator.devices.voices import cast
from simulator.live import ring_tone
from simulator.live.conductor import Conductor, Witness
from simulator.live.live_call import Stand
from simulator.live.opening import Script, Terms, answered, open_recording
from simulator.live.wrap_up import mark
from simulator.problems import Problem, ProblemError
from simulator.scoring.finding import Scorecard
from simulator.session.recorder import Recorder
from simulator.session.track_recorder import TrackRecorder
from simulator.session.tracks import pack
from simulator.settings import Settings

#: The caller is on hold or the practice is paused: nobody is meant to hear the trainee.
UNHEARD = ("held", "paused")


class SpokenCall:
    """One call by voice; implements ``LiveCall``."""

    def __init__(self, script: Script, terms: Terms, settings: Settings, model: Path) -> None:
        self._script = script
        self._inbox = Inbox()
        self._settings = settings
        self._model = model
        voice = cast.choose(script.scenario.caller.voice, script.scenario.language)
        self._terms = terms.with_names(model.name, voice.name)
        self._stand: Stand = "preparing"
        self._problem: Problem | None = None
        #: The latest loss of a device in the call, for the sentence in the window.
        self._loss: DeviceLost | None = None
        self._voice = VoiceProcess(voice, script.scenario.caller.voice.pace, of_this_person())
        self._speaker: Loudspeaker | None = None
        self._mouth: CallerMouth | None = None
        self._ears: LiveEars | None = None
        self._tracks: TrackRecorder | None = None
        self._recorder: Recorder | None = None
        self._conductor: Conductor | None = None
        self._scorecard: Scorecard | None = None
        self._witnesses: list[Witness] = []
        self._packing: threading.Thread | None = None
        self._unheard = False
        self._has_rung = False
        state = ringing(script.scenario, terms.seed)
        _, line = opening_line(script.scenario, state.story)
        self._first_line = (line.text, voice_mood(state.story.temper))
        self._guarded(self._open_devices)

    # -- what the window reads ------------------------------------------------------------------------------------------

    @property
    def stand(self) -> Stand:
        """Return where the call stands."""
        return self._stand

    @property
    def progress(self) -> tuple[float, str]:
        """Return how far preparing or marking is (0-1), and what is being done."""
        if self._stand == "preparing":
            voice_ready = not isinstance(self._voice.look(*self._first_line), str)
            return (0.6, "Loading the speech recognition") if voice_ready else (0.3, "Loading the caller's voice")
        return (0.5, "Packing the sound") if self._stand == "marking" else (1.0, "")

    @property
    def problem(self) -> Problem | None:
        """Return what stops or disturbs the call at present, if anything."""
        if self._problem is not None:
            return self._problem
        if self._loss is not None and self.state is not None and self.state.phase == "device_lost":
            return Problem("machine", self._loss.problem, "The call waits; nothing that was said is lost.")
        if self._tracks is not None and self._tracks.problem is not None:
            return self._tracks.problem
        return self._mouth.problem if self._mouth is not None else None

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

    @property
    def microphone(self) -> str:
        """Return the microphone's name."""
        return shown_name(self._ears.microphone) if self._ears else ""

    def now_ms(self) -> int:
        """Return the time of the call: what the loudspeaker has played since it was answered."""
        if self._speaker is None or self._conductor is None:
            return 0
        playout = self._speaker.playout
        return playout.position() * 1000 // playout.rate

    def interim(self) -> str:
        """Return what the recogniser hears at this moment, for the eye only."""
        return self._ears.interim() if self._ears else ""

    def level(self) -> int:
        """Return the microphone's loudness, -90 to 0 dBFS."""
        return self._ears.level() if self._ears else -90

    def spoken_share(self) -> float:
        """Return how much of the caller's present line has been played, 0-1."""
        return self._mouth.spoken_share() if self._mouth else 1.0

    # -- what the window does -------------------------------------------------------------------------------------------

    def watch(self, witness: Witness) -> None:
        """Tell this one of every event; before ``answer``."""
        self._witnesses.append(witness)

    def answer(self) -> None:
        """Pick up; allowed when ``ringing``."""
        if self._stand == "ringing":
            self._guarded(self._pick_up)

    def press(self, happening: Happening) -> None:
        """Report a button."""
        if self._conductor is not None and self._stand == "live":
            self._inbox.put(happening)

    def type_reply(self, text: str) -> None:
        """Do nothing: this call is spoken."""

    def turn(self) -> bool:
        """Take what has happened since; return True when something changed."""
        before = self._stand
        changed = self._guarded(self._turn) or self._stand != before
        return changed

    def close(self) -> None:
        """Stop everything in order: conductor, mouth, microphone, tracks, recording."""
        if self._mouth is not None:
            self._mouth.close()
        else:
            self._voice.close()
        if self._ears is not None:
            self._ears.close()
        if self._tracks is not None:
            self._tracks.close()
        if self._recorder is not None:
            self._recorder.close()
        if self._packing is not None:
            self._packing.join()

    # -- inside ---------------------------------------------------------------------------------------------------------

    def _guarded(self, act: Callable[[], bool | None]) -> bool:
        try:
            return bool(act())
        except ProblemError as error:
            self._problem, self._stand = error.problem, "failed"
            self.close()
            return True

    def _report(self, happening: Happening) -> None:
        """Pass a device's report on; the ring tone is no line of the call."""
        if isinstance(happening, LineStarted | LineFinished) and happening.line == ring_tone.LINE:
            return
        if isinstance(happening, DeviceLost):
            self._loss = happening
        self._inbox.put(happening)

    def _open_devices(self) -> None:
        self._voice.want(*self._first_line)
        self._speaker = Loudspeaker(self._settings.loudspeaker, self._report)
        self._mouth = CallerMouth(self._voice, self._speaker.playout, self._report, close_stream=self._speaker.close)
        self._ears = LiveEars(self._model, self._settings.microphone, self._report, self._trainee_sound, self._terms.baseline is not None)
        self._ears.start()

    def _trainee_sound(self, block: bytes) -> None:
        if self._tracks is not None:
            self._tracks.trainee(block)

    def _turn(self) -> bool:
        assert self._mouth is not None and self._speaker is not None and self._ears is not None
        if self._stand in ("preparing", "ringing"):
            return self._ring()
        if self._stand == "marking":
            return self._marked()
        if self._stand != "live" or self._conductor is None:
            return False
        self._mouth.poll(self.now_ms())
        changed = self._conductor.turn()
        self._mind_ears(self._conductor.state)
        if self._conductor.over:
            self._hang_up(self._conductor)
        return changed

    def _ring(self) -> bool:
        assert self._mouth is not None and self._speaker is not None and self._ears is not None
        self._mouth.poll(0)
        playout = self._speaker.playout
        if not self._has_rung or playout.spoken_share() >= 1.0:
            playout.play(ring_tone.LINE, ring_tone.ring(playout.rate))
            self._has_rung = True
        for happening in self._inbox.take():
            if isinstance(happening, DeviceLost):
                self._problem = Problem("machine", happening.problem, "", happening.device)
            elif isinstance(happening, DeviceBack):
                self._problem = None
        if self._stand == "preparing" and self._ears.ready() and self._voice.look(*self._first_line) != "waiting":
            self._stand = "ringing"
            return True
        return False

    def _pick_up(self) -> None:
        assert self._mouth is not None and self._speaker is not None and self._ears is not None
        self._recorder = open_recording(self._script, self._terms)
        playout = self._speaker.playout
        playout.stop()
        if self._terms.keeps_sound:
            self._tracks = TrackRecorder(self._recorder.path, playout.rate, lambda problem: None)
        playout.reset_clock(self._tracks.caller if self._tracks else None)
        self._ears.start_clock()
        scenario = self._script.scenario
        self._conductor = Conductor(scenario, self._terms.seed, self._inbox, self._recorder, self, self._mouth, self._ears)
        for witness in self._witnesses:
            self._conductor.watch(witness)
        self._stand, self._problem = "live", None
        self._conductor.take(answered(self._script, self._terms))

    def _mind_ears(self, state: CallState) -> None:
        """Hear nothing while the caller is on hold, the practice is paused or the trainee is muted."""
        unheard = state.muted or state.phase in UNHEARD
        if unheard != self._unheard and self._ears is not None:
            self._unheard = unheard
            self._ears.mute(unheard)

    def _hang_up(self, conductor: Conductor) -> None:
        assert self._recorder is not None
        if conductor.problem is not None:
            raise ProblemError(conductor.problem)
        self._scorecard = mark(conductor.state, self._script.rubric, self._recorder)
        self._stand = "marking"
        self._packing = threading.Thread(target=self._pack, name="simulator packing", daemon=False)
        self._packing.start()

    def _pack(self) -> None:
        """Close the devices in order and pack the sound; off the window's thread, for it takes up to some seconds."""
        assert self._mouth is not None and self._ears is not None and self._recorder is not None
        if self._tracks is not None:
            self._tracks.close()  # first, so that both tracks end together
        self._mouth.close()
        self._ears.close()
        if self._tracks is not None:
            problems = pack(self._recorder.path)
            self._problem = problems[0] if problems else self._problem

    def _marked(self) -> bool:
        if self._packing is not None and self._packing.is_alive():
            return False
        self._stand = "over"
        return True

