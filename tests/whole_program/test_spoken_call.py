"""A whole call on the real parts: spoken into a virtual microphone, heard on a virtual loudspeaker, in real time.

The caller is the program; the trainee is a bot with another voice that hears nothing and is heard by the real recogniser. What came out of
the loudspeaker is recorded from the card itself, not from the program's own track.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import numpy as np
import pytest

from simulator.call.events import HangUpPressed
from simulator.call.hearing import caller_lines, replies
from simulator.devices.pyttsx3_mouth import VoiceProcess
from simulator.devices.recogniser import Recogniser
from simulator.live.assemble import read_script, spoken_call
from simulator.live.demo_call import voices_for
from simulator.live.spoken_call import SpokenCall
from simulator.model_files import model_folder
from simulator.robots.calm import calm_reply
from simulator.robots.recall import heard_share
from simulator.session.library import sessions
from simulator.session.reopen import reopen
from simulator.session.tracks import has_track, open_track
from simulator.settings import CONSENT_VERSION, Consent, Settings
from tests.support.places import ROOT
from tests.support.spoken_trainee import CARD_RATE, Ear, RealTimeTrainee, pcm, play_call
from tests.virtual_sound_card import SoundCard

pytestmark = pytest.mark.device

SHORT_CALL = ROOT / "tests" / "support" / "short-call.yaml"
#: The call takes about forty seconds; a machine that needs longer than this hangs.
LONGEST_S = 180
CONSENT = Consent(CONSENT_VERSION, "2026-01-31T09:30:00Z", True)
#: Of a hundred words, so many come through a busy machine's virtual card at least; on a quiet one it is over 90.
ENOUGH = 0.8


def words_in(sound: bytes, recogniser: Recogniser) -> str:
    """Return what the real recogniser hears in the sound."""
    recogniser.feed(sound)
    recogniser.finish(1)
    return " ".join(word.text for word in recogniser.wait(60).words)


def test_a_spoken_call_is_heard_both_ways_scored_and_replays_equal(sound_card: SoundCard) -> None:
    call = spoken_call(SHORT_CALL, Settings(consent=CONSENT), keep_sound=True)
    voice = VoiceProcess(voices_for(read_script(SHORT_CALL).scenario)[1])
    ear = Ear("speaker_loop")
    trainee = RealTimeTrainee(call, voice, lambda state: calm_reply(state, 0))
    try:
        play_call(call, trainee, LONGEST_S)
    finally:
        call.close()
        voice.close()
        _, loudspeaker = ear.close()
    assert call.stand == "over", call.problem
    state, card, session = call.state, call.scorecard, call.session
    assert state is not None and card is not None and session is not None
    assert (card.ending, card.kind) == ("solved", "resolved")
    assert len(replies(state)) >= 3

    said = " ".join(trainee.said)
    assert heard_share(said, " ".join(reply.text for reply in replies(state))).share >= ENOUGH
    recogniser = Recogniser(model_folder())
    recogniser.start()
    try:
        assert recogniser.ready(30)
        spoken = " ".join(line.text for line in caller_lines(state))
        assert heard_share(spoken, words_in(pcm(loudspeaker, CARD_RATE), recogniser)).share >= ENOUGH
        track = open_track(session, "trainee")
        assert heard_share(said, words_in(pcm(track.samples, track.rate), recogniser)).share >= ENOUGH
    finally:
        recogniser.close()

    lengths = [len(track.samples) / track.rate for track in (open_track(session, "caller"), open_track(session, "trainee"))]
    assert abs(lengths[0] - lengths[1]) < 0.5, "both tracks begin with the answered call and end with it"
    assert not list((session / "audio").glob("*.wav")), "packed as FLAC, verified, and only then removed"
    assert reopen(session).differences == ()


def test_without_a_stored_consent_no_sound_is_kept(sound_card: SoundCard) -> None:
    call = spoken_call(SHORT_CALL, Settings(), keep_sound=True)
    voice = VoiceProcess(voices_for(read_script(SHORT_CALL).scenario)[1])
    trainee = RealTimeTrainee(call, voice, lambda state: "goodbye")
    try:
        while not call.session:
            call.turn()
            call.answer()
            assert call.stand != "failed", call.problem
        call.press(HangUpPressed())
        play_call(call, trainee, LONGEST_S)
    finally:
        call.close()
        voice.close()
    (row,) = sessions()
    assert not row.keeps_sound and not has_track(row.path, "trainee")
    assert row.ending == "trainee-hung-up"


def room_noise(seconds: float) -> None:
    """Let the virtual microphone hear a quiet room, as every real one does."""
    import sounddevice

    noise = np.random.default_rng(1).standard_normal(round(seconds * CARD_RATE)) * 0.0005
    sounddevice.play(noise.astype(np.float32), CARD_RATE, device="mic_feed", latency=0.1)


def stop_noise() -> None:
    """Let the room be still again."""
    import sounddevice

    sounddevice.stop()


def turn_until(call: SpokenCall, what: Callable[[], bool], longest_s: float = 30.0) -> None:
    """Turn the call's handle until this is true."""
    wait = threading.Event()
    begin = time.monotonic()
    while not what():
        call.turn()
        assert time.monotonic() - begin < longest_s, f"it never came true: {call.stand} {call.problem}"
        wait.wait(0.01)


def test_a_sound_card_that_is_pulled_out_stops_the_story_and_says_so_until_it_is_back(sound_card: SoundCard) -> None:
    call = spoken_call(SHORT_CALL, Settings(), keep_sound=False)
    try:
        turn_until(call, lambda: call.stand == "ringing")
        call.answer()
        turn_until(call, lambda: call.state is not None and call.state.phase == "caller_speaking")
        sound_card.unplug()
        turn_until(call, lambda: call.state is not None and call.state.phase == "device_lost")
        assert call.problem is not None and "gone" in call.problem.what
        assert "The call waits" in call.problem.sentence()
        temper = call.state.story.temper if call.state else -1
        sound_card.start()
        room_noise(seconds=20)
        turn_until(call, lambda: call.state is not None and call.state.phase == "caller_speaking")
        assert call.problem is None
        assert call.state is not None and call.state.story.temper == temper, "nobody is blamed for the silence"
    finally:
        sound_card.start()
        stop_noise()
        call.close()
