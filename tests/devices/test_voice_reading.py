"""Two sentences through a (virtual) microphone: measured while they are read, and nothing of them is kept."""

from __future__ import annotations

import subprocess
import threading
import wave
from pathlib import Path

import numpy as np
import pytest

from simulator.devices import device_list
from simulator.devices.voice_reading import VoiceReading
from simulator.live.baseline_reading import BaselineReading, ReadingNow
from simulator.settings import DeviceName
from tests.support.recorded import RATE, hiss, pause, sentence
from tests.virtual_sound_card import SoundCard, inside

pytestmark = [pytest.mark.device, pytest.mark.soak]

LONGEST_S = 40


def read_aloud(card: SoundCard, file: Path, sound: bytes) -> ReadingNow:
    """Play the sound into the virtual microphone and return how the reading came out."""
    noisy = np.frombuffer(sound, np.int16) + np.frombuffer(hiss(len(sound) / 2 / RATE), np.int16)[: len(sound) // 2]
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(np.clip(noisy, -32_768, 32_767).astype(np.int16).tobytes())
    device_list.refresh()
    listening = VoiceReading(DeviceName("microphone", "ALSA"))
    listening.open()
    reading = BaselineReading(listening, lambda: "2026-01-31")
    player = subprocess.Popen(["paplay", "--device=mic_feed", str(file)], env=inside(card.environment()))
    moment, now = threading.Event(), reading.turn()
    for _ in range(LONGEST_S * 20):
        now = reading.turn()
        if now.stand != "listening":
            break
        moment.wait(0.05)
    reading.close()
    player.kill()
    player.wait()
    return now


def test_two_sentences_give_numbers_and_the_microphones_name(sound_card: SoundCard, tmp_path: Path) -> None:
    two = pause(0.5) + sentence("two-charges") + pause(0.5) + sentence("sorry-about-the-delay") + pause(3)
    now = read_aloud(sound_card, tmp_path / "two.wav", two)
    assert now.stand == "done" and now.baseline is not None
    assert now.baseline.device == "microphone" and now.baseline.voiced_ms > 4_000
    assert -40_000 < now.baseline.loudness < -10_000 and now.baseline.pitch_movement > 0
