"""The ears of a call by voice: one thread that takes the microphone's blocks and reports what the trainee does.

The thread owns the microphone's stream, the recogniser and the pipeline from their birth to their death; others only leave
orders in the ring. A microphone that goes away is reported and tried again every second, and while it is away zeros keep
the call's clock running.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path

from simulator.call.events import DeviceBack, DeviceLost, Happening
from simulator.devices.ears import RATE, EarsPipeline
from simulator.devices.microphone import SENTENCES, Microphone, SoundWatch
from simulator.devices.recogniser import Recogniser
from simulator.devices.sound_ring import Block, SoundRing
from simulator.devices.voice_activity import Silero, VoiceActivity
from simulator.devices.voice_meter import VoiceMeter
from simulator.problems import Problem, ProblemError
from simulator.settings import DeviceName

TICK_S = 0.05
#: While a finished turn waits for its words they are looked for this often.
WAITING_TICK_S = 0.005
RETRY_S = 1.0
#: A stream that delivers zeros is opened anew less often: a muted headset is left in peace.
RETRY_FLAT_S = 3.0
JOIN_S = 5.0


class LiveEars:
    """Implements ``devices.ports.Ears`` with a microphone, Silero and Vosk.

    ``track`` is called in the ears thread with 16-bit mono sound at 16 kHz, from sample 0 of the call on. ``measures``: loudness and
    pitch of the voice are measured too.
    """

    def __init__(
        self,
        model: Path,
        microphone: DeviceName,
        report: Callable[[Happening], None],
        track: Callable[[bytes], None] | None = None,
        measures: bool = False,
    ) -> None:
        self._ring = SoundRing()
        self._report = report
        self._microphone = Microphone(microphone, self._ring)
        self._recogniser = Recogniser(model, report)
        self._silero = Silero()
        self._watch = SoundWatch()
        meter = VoiceMeter(self._silero) if measures else None
        voice = VoiceActivity(meter or self._silero)
        self._pipeline = EarsPipeline(self._recogniser, voice, report, track=track, meter=meter)
        self._settled = threading.Event()
        self._problem: Problem | None = None
        self._clock_began: float | None = None
        self._closing = False
        self._tried = 0.0
        self._thread = threading.Thread(target=self._run, name="simulator ears", daemon=True)

    @property
    def microphone(self) -> str:
        """Return the name of the microphone that is open."""
        return self._microphone.name

    @property
    def missed_ms(self) -> int:
        """Return how much sound was lost because the machine was too slow."""
        return self._ring.missed * 1000 // max(1, self._microphone.rate) + self._recogniser.dropped * 1000 // RATE

    def start(self) -> None:
        """Open the microphone and load the recogniser; returns at once, ``ready`` tells the outcome."""
        self._thread.start()

    def ready(self, timeout: float = 0.0) -> bool:
        """Return whether everything is there to answer the call, after at most ``timeout`` seconds.

        Raises:
            ProblemError: the model or the microphone is missing or does not work.
        """
        settled = self._settled.wait(timeout)
        if self._problem is not None:
            raise ProblemError(self._problem)
        return settled

    def start_clock(self) -> None:
        """Make this moment sample 0 of the call; what was heard before is forgotten."""
        self._ring.tell(self._begin_call)

    def finish_utterance(self) -> None:
        """Report ``TraineeTurn`` with everything heard since the last one."""
        self._ring.tell(self._pipeline.finish)

    def interim(self) -> str:
        """Return the unfinished recognition, for the eye only."""
        return self._pipeline.interim()

    def level(self) -> int:
        """Return the present loudness in dBFS, -90 to 0."""
        return self._pipeline.level()

    def mute(self, on: bool) -> None:
        """Hear zeros while on; from the present block on."""
        self._ring.tell(lambda: self._pipeline.mute(on))

    def reopen(self, microphone: DeviceName) -> None:
        """Use this microphone from now on; while one is lost, ``DeviceBack`` says that it works."""
        self._ring.tell(lambda: self._change_to(microphone))

    def close(self) -> None:
        """End the stream, the recogniser's process and the thread, in this order."""
        self._closing = True
        self._ring.tell(lambda: None)
        if self._thread.is_alive():
            self._thread.join(JOIN_S)
            if self._thread.is_alive():
                logging.getLogger(__name__).error("the thread %s does not end", self._thread.name)

    # -- the ears thread ------------------------------------------------------------------------------------------------

    def _run(self) -> None:
        try:
            self._recogniser.start()
            self._silero.load()
            self._open()
            while not self._closing:
                self._turn()
        except ProblemError as error:
            self._problem = error.problem
        finally:
            if not self._closing and self._problem is None:
                # A mistake of ours is on its way out; the call has to learn that nobody listens any more.
                self._problem = Problem("machine", "The ears have stopped.", "End the call and start it again.")
                self._report(DeviceLost("recogniser", self._problem.sentence()))
            self._settled.set()
            self._microphone.close()
            self._recogniser.close()

    def _turn(self) -> None:
        item = self._ring.take(WAITING_TICK_S if self._pipeline.waiting() else TICK_S)
        if isinstance(item, Block):
            self._hear(item)
        elif item is not None:
            item()
        if not self._settled.is_set() and self._recogniser.ready():
            self._settled.set()
        self._pipeline.collect()
        self._mind_microphone(time.monotonic())

    def _hear(self, block: Block) -> None:
        if self._watch.heard(block.sound, time.monotonic()):
            self._report(DeviceBack("microphone"))
        if self._clock_began is None:
            self._pipeline.measure(block.sound)
        elif self._watch.lost is None:
            self._pipeline.fill(block.missed * RATE // self._microphone.rate)
            self._pipeline.feed(block.sound)

    def _begin_call(self) -> None:
        self._clock_began = time.monotonic()
        self._watch.begin_call(self._clock_began)

    def _mind_microphone(self, now: float) -> None:
        loss = self._watch.look(now, self._microphone.ended)
        if loss is not None:
            self._tried = now
            self._report(DeviceLost("microphone", SENTENCES[loss].format(name=self._microphone.name)))
        if self._watch.lost is None:
            return
        self._keep_time(now)
        if now - self._tried > (RETRY_FLAT_S if self._watch.lost == "flat" else RETRY_S):
            self._try_again(now)

    def _keep_time(self, now: float) -> None:
        """Put zeros where the lost microphone's sound would be."""
        if self._clock_began is not None:
            due = round((now - self._clock_began) * RATE) - self._pipeline.samples
            self._pipeline.fill(due)

    def _try_again(self, now: float) -> None:
        self._tried = now
        self._microphone.close()
        try:
            self._open()
        except ProblemError:
            # Still away: it is tried again, and the person has been told already.
            return

    def _change_to(self, microphone: DeviceName) -> None:
        self._microphone.wanted = microphone
        self._try_again(time.monotonic())

    def _open(self) -> None:
        self._microphone.open()
        self._pipeline.change_input(self._microphone.rate, self._microphone.channels, self._microphone.name)
        self._watch.begin_stream(time.monotonic())
