"""A baseline and a call, spoken by a synthetic trainee into the real ears: the one loud reply is found, in decibels, at its time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from simulator.call.events import HangUpPressed
from simulator.call.hearing import replies
from simulator.devices.ears import RATE, EarsPipeline
from simulator.devices.inbox import Inbox
from simulator.devices.pretend import HandClock, SilentMouth
from simulator.devices.pyttsx3_mouth import VoiceProcess
from simulator.devices.recogniser import Recogniser
from simulator.devices.voice_activity import FRAME_BYTES, VoiceActivity, silero
from simulator.devices.voice_meter import VoiceMeter
from simulator.devices.voices import cast
from simulator.live.assemble import read_script
from simulator.live.baseline_reading import READ_ALOUD, baseline_of, judged
from simulator.live.conductor import Conductor
from simulator.live.demo_call import SteppedEars
from simulator.live.opening import Terms, answered, open_recording
from simulator.live.wrap_up import mark
from simulator.own_voice import Baseline, BesideBaseline
from simulator.scenario.model import VoiceWish
from simulator.scoring.finding import Scorecard
from simulator.session.reopen import reopen
from simulator.session.report_file import write_report
from simulator.settings import Settings
from tests.support.places import ROOT
from tests.support.recorded import blocks, pause

pytestmark = pytest.mark.device

SHORT_CALL = ROOT / "tests" / "support" / "short-call.yaml"
MICROPHONE = "Pretend Headset"
#: How the trainee usually speaks in these tests, below the voice's own level, and one reply that is 8 dB over that.
USUAL_DB, LOUD_DB = -10.0, -2.0
GREETING = "Good morning, you are speaking with Sam, how can I help you?"
CALM = "I am very sorry that you had to wait so long for this, and I will look into it straight away for you."
LOUD = "Well, I have looked at the order on the screen here, and it says that the parcel was left at the depot."


@pytest.fixture(scope="module")
def trainee() -> Iterator[VoiceProcess]:
    voice = VoiceProcess(cast.choose(VoiceWish(sex="man"), "en-US"))
    yield voice
    voice.close()


def said(voice: VoiceProcess, text: str, decibels: float) -> bytes:
    rendered = voice.line(text, "calm")
    assert rendered is not None
    samples = np.frombuffer(rendered.pcm(RATE), np.int16) * 10 ** (decibels / 20)
    return bytes(np.round(samples).astype(np.int16).tobytes())


@pytest.fixture(scope="module")
def baseline(trainee: VoiceProcess) -> Baseline:
    """Return the baseline that the trainee reads before the call."""
    meter = VoiceMeter(silero())
    sound = pause(0.5) + pause(0.4).join(said(trainee, sentence, USUAL_DB) for sentence in READ_ALOUD) + pause(0.5)
    for start in range(0, len(sound) - FRAME_BYTES + 1, FRAME_BYTES):
        meter(sound[start : start + FRAME_BYTES])
    stretches = meter.cut()
    assert judged(stretches, 0) == "done"
    return baseline_of(stretches, MICROPHONE, "2025-11-24")


@dataclass
class Played:
    """A call that is over."""

    session: Path
    card: Scorecard
    conductor: Conductor


class SmallCall:
    """A call on pretend devices: the caller's lines take their time in silence, the trainee's sound goes through the real ears."""

    def __init__(self, settings: Settings, recogniser: Recogniser, out: Path) -> None:
        script, inbox, self.clock = read_script(SHORT_CALL), Inbox(), HandClock()
        terms = Terms(out=out).with_voice(settings)
        meter = VoiceMeter(silero()) if terms.baseline else None
        self.ears = EarsPipeline(
            recogniser, VoiceActivity(meter or silero()), inbox.put, device=MICROPHONE, meter=meter
        )
        self.recorder, self.script = open_recording(script, terms), script
        mouth = SilentMouth(self.clock, inbox.put)
        self.conductor = Conductor(script.scenario, 0, inbox, self.recorder, self.clock, mouth, SteppedEars(self.ears))
        self.conductor.take(answered(script, terms))

    def hears(self, sound: bytes) -> None:
        """Let the trainee say this after the caller's line, and the caller answer it."""
        before = len(self.conductor.state.transcript)
        self.ears.fill(max(0, self.clock.now_ms() * RATE // 1000 - self.ears.samples))
        for block in blocks(pause(0.6) + sound + pause(1.2)):
            self.ears.feed(block)
            self.clock.move_to(self.ears.samples * 1000 // RATE)
            self.conductor.turn()
        assert len(self.conductor.state.transcript) > before

    def over(self) -> Played:
        self.conductor.take(HangUpPressed())
        self.conductor.turn()
        card = mark(self.conductor.state, self.script.rubric, self.recorder)
        return Played(self.recorder.path, card, self.conductor)


@pytest.fixture
def recogniser(model_folder: Path) -> Iterator[Recogniser]:
    """Return a new one: its words' times count from its first sound, as in a call."""
    made = Recogniser(model_folder)
    made.start()
    assert made.ready(30)
    yield made
    made.close()


THREE = ((GREETING, USUAL_DB), (CALM, USUAL_DB), (LOUD, LOUD_DB))


def play(
    settings: Settings, recogniser: Recogniser, voice: VoiceProcess, out: Path, turns: tuple[tuple[str, float], ...] = THREE
) -> Played:
    call = SmallCall(settings, recogniser, out)
    for text, decibels in turns:
        call.hears(said(voice, text, decibels))
    return call.over()


def test_the_loud_reply_is_found_and_the_usual_ones_are_not(
    recogniser: Recogniser, trainee: VoiceProcess, baseline: Baseline, tmp_path: Path
) -> None:
    played = play(Settings(baseline=baseline), recogniser, trainee, tmp_path)
    measured = [reply.beside for reply in replies(played.conductor.state)]
    assert [isinstance(each, BesideBaseline) and each.raised for each in measured] == [False, False, True]
    usual, loud = measured[1], measured[2]
    assert isinstance(usual, BesideBaseline) and isinstance(loud, BesideBaseline)
    assert usual.louder == pytest.approx(0, abs=1_500) and loud.louder == pytest.approx(8_000, abs=1_500)

    (found,) = [fault for fault in played.card.faults if fault.id == "raise_voice"]
    assert found.evidence[0].note.startswith("louder than your own baseline by ")
    assert played.card.without_voice is not None and played.card.without_voice.score > played.card.score
    assert {fact.id for fact in played.card.voice} == {"loudness", "pace", "pitch_movement"}

    assert reopen(played.session).differences == ()
    own, shared = write_report(played.session, with_voice=True), write_report(played.session)
    assert (own.name, shared.name) == ("report-with-voice.html", "report.html")
    assert "louder than your own baseline by" in own.read_text("utf-8")
    assert "louder than your own" not in shared.read_text("utf-8") and "raise" not in shared.read_text("utf-8")


def test_switched_off_nothing_is_measured_and_the_same_reply_is_no_finding(
    recogniser: Recogniser, trainee: VoiceProcess, baseline: Baseline, tmp_path: Path
) -> None:
    played = play(Settings(baseline=baseline, voice_measures=False), recogniser, trainee, tmp_path, THREE[2:])
    assert not [fault for fault in played.card.faults if fault.id == "raise_voice"]
    assert played.card.voice == () and played.card.without_voice is None
    assert any(note.startswith("Loudness was not measured: you have switched voice measures off.") for note in played.card.notes)
    assert "loudness" not in (played.session / "events.jsonl").read_text("utf-8")
