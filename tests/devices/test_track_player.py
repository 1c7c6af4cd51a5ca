"""A recorded call is heard again, both voices on one clock, from any moment."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray

from simulator.devices import device_list
from simulator.devices.track_player import TrackPlayer, mixed
from simulator.settings import DeviceName
from tests.virtual_sound_card import SoundCard

SPEAKER = DeviceName("speaker", "ALSA")


def tone(seconds: float, rate: int, hertz: float) -> NDArray[np.float32]:
    return (0.5 * np.sin(2 * np.pi * hertz * np.arange(round(seconds * rate)) / rate)).astype(np.float32)


def share_of(sound: NDArray[np.float32], rate: int, hertz: float) -> float:
    """Return how strong this frequency is, 1.0 for a tone of amplitude 1."""
    wave = np.exp(-2j * np.pi * hertz * np.arange(len(sound)) / rate)
    return float(2 * abs(np.mean(sound * wave)))


def test_the_mix_is_as_long_as_the_longer_track_and_has_both_voices() -> None:
    whole = mixed(((24_000, tone(1.0, 24_000, 440)), (16_000, tone(2.0, 16_000, 700))), 48_000)
    assert len(whole) == pytest.approx(96_000, abs=2)
    assert share_of(whole[:48_000], 48_000, 440) == pytest.approx(0.35, abs=0.02)
    assert share_of(whole[:48_000], 48_000, 700) == pytest.approx(0.35, abs=0.02)
    assert share_of(whole[49_000:], 48_000, 440) < 0.01


def test_nothing_to_mix() -> None:
    assert len(mixed((), 48_000)) == 0


@pytest.fixture
def card(sound_card: SoundCard) -> Iterator[SoundCard]:
    device_list.refresh()
    yield sound_card
    device_list.refresh()


def listen(player: TrackPlayer, seconds: float) -> NDArray[np.float32]:
    import sounddevice

    with sounddevice.InputStream(device="speaker_loop", samplerate=16_000, channels=1, blocksize=320, latency="low") as stream:
        return np.concatenate([stream.read(320)[0][:, 0].copy() for _ in range(round(50 * seconds)) if player.position_ms() >= 0])


@pytest.mark.device
def test_playing_jumping_pausing_and_the_end(card: SoundCard) -> None:
    caller = np.concatenate([tone(5.0, 24_000, 440), tone(0.5, 24_000, 900)])
    player = TrackPlayer(((24_000, caller), (16_000, tone(5.5, 16_000, 700))), SPEAKER)
    assert not player.playing()
    player.play(1_000)
    heard = listen(player, 1.0)
    assert player.playing()
    assert share_of(heard[-6_400:], 16_000, 440) > 0.25
    assert share_of(heard[-6_400:], 16_000, 700) > 0.25
    assert 1_500 < player.position_ms() < 2_600
    player.stop()
    at = player.position_ms()
    assert not player.playing()
    assert 1_500 < at < 2_800
    player.play(at)
    player.play(5_000)
    heard = listen(player, 1.0)
    assert share_of(heard[3_200:6_400], 16_000, 900) > 0.25
    assert not player.playing()
    assert player.position_ms() == pytest.approx(5_500, abs=5)
    player.stop()
    assert player.position_ms() == pytest.approx(5_500, abs=5)
