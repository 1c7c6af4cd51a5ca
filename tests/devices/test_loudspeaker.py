"""The loudspeaker on a real (virtual) sound card: what is played is heard, and a lost device is noticed and comes back."""

from __future__ import annotations

import queue
import subprocess
from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray

from simulator.call.events import DeviceBack, DeviceLost, Happening
from simulator.devices import device_list
from simulator.devices.loudspeaker import Loudspeaker, at_rate
from simulator.devices.playout import Finished, Report, Started
from simulator.settings import DeviceName
from tests.virtual_sound_card import SoundCard, inside

pytestmark = pytest.mark.device

VOICE_RATE = 24_000
SPEAKER = DeviceName("speaker", "ALSA")
Sound = NDArray[np.float32]


@pytest.fixture
def card(sound_card: SoundCard) -> Iterator[SoundCard]:
    device_list.refresh()
    yield sound_card
    sound_card.start()
    device_list.refresh()


@pytest.fixture
def reported() -> queue.SimpleQueue[Happening]:
    return queue.SimpleQueue()


@pytest.fixture
def loudspeaker(card: SoundCard, reported: queue.SimpleQueue[Happening]) -> Iterator[Loudspeaker]:
    speaker = Loudspeaker(SPEAKER, reported.put)
    yield speaker
    speaker.close()


def noise(seconds: float) -> Sound:
    """Return smooth noise, so that every instant is unlike every other."""
    rough = np.random.default_rng(5).standard_normal(round(seconds * VOICE_RATE))
    smooth = np.convolve(rough, np.hanning(24), "same")
    return (0.3 * smooth / np.abs(smooth).max()).astype(np.float32)


def likeness(heard: Sound, meant: Sound) -> float:
    """Return the correlation at the lag at which it is best."""
    size = 1 << (len(heard) + len(meant)).bit_length()
    products = np.fft.irfft(np.fft.rfft(heard, size) * np.fft.rfft(meant, size).conj(), size)
    start = int(products[: len(heard) - len(meant) + 1].argmax())
    return float(np.corrcoef(heard[start : start + len(meant)], meant)[0, 1])


def wait_for(loudspeaker: Loudspeaker, kind: type[Report]) -> Report:
    """Listen to the speaker, a block at a time, until the report is there (at most 10 s)."""
    return record_until(loudspeaker, kind)[1]


def record_until(loudspeaker: Loudspeaker, kind: type[Report], more_s: float = 0.0) -> tuple[Sound, Report]:
    import sounddevice

    blocks: list[Sound] = []
    found: list[Report] = []
    with sounddevice.InputStream(device="speaker_loop", samplerate=16_000, channels=1, blocksize=320, latency="low") as stream:
        for _ in range(500):
            blocks.append(stream.read(320)[0][:, 0].copy())
            found += [one for one in loudspeaker.playout.take_reports() if isinstance(one, kind)]
            if found:
                break
        for _ in range(round(more_s * 50)):
            blocks.append(stream.read(320)[0][:, 0].copy())
    return np.concatenate(blocks), found[0]


def test_a_line_is_heard_as_it_was_rendered(loudspeaker: Loudspeaker) -> None:
    import sounddevice

    meant = noise(1.5)
    blocks: list[Sound] = []
    with sounddevice.InputStream(device="speaker_loop", samplerate=16_000, channels=1, blocksize=320, latency="low") as stream:
        blocks.append(stream.read(3200)[0][:, 0].copy())
        loudspeaker.play(0, meant, VOICE_RATE)
        blocks.append(stream.read(16_000 * 2)[0][:, 0].copy())
        blocks.append(stream.read(8000)[0][:, 0].copy())
    started, finished = loudspeaker.playout.take_reports()
    assert isinstance(started, Started) and isinstance(finished, Finished)
    length = (finished.to_sample - finished.from_sample) / loudspeaker.playout.rate
    assert length == pytest.approx(1.5, abs=0.001)
    assert likeness(np.concatenate(blocks), at_rate(meant, VOICE_RATE, 16_000)) > 0.95


def test_stop_is_heard_soon(loudspeaker: Loudspeaker) -> None:
    loudspeaker.play(0, noise(5.0), VOICE_RATE)
    wait_for(loudspeaker, Started)
    loudspeaker.stop()
    heard, finished = record_until(loudspeaker, Finished, more_s=0.6)
    assert isinstance(finished, Finished)
    assert finished.stopped_early
    assert np.abs(heard[-1600:]).max() < 1e-3


def test_the_clock_runs_at_the_speed_of_the_card_and_the_track_with_it(loudspeaker: Loudspeaker) -> None:
    import sounddevice

    track: list[Sound] = []
    loudspeaker.playout.reset_clock(track.append)
    with sounddevice.InputStream(device="speaker_loop", samplerate=16_000, channels=1, blocksize=320, latency="low") as stream:
        stream.read(3200)
        before = loudspeaker.playout.position()
        stream.read(16_000)
        after = loudspeaker.playout.position()
    assert (after - before) / loudspeaker.playout.rate == pytest.approx(1.0, abs=0.15)
    loudspeaker.close()
    assert sum(map(len, track)) == loudspeaker.playout.position()


def test_a_suspended_device_counts_as_lost_until_it_plays_on(
    card: SoundCard, loudspeaker: Loudspeaker, reported: queue.SimpleQueue[Happening]
) -> None:
    suspend(card, True)
    try:
        assert isinstance(reported.get(timeout=4), DeviceLost)
        # Long enough for a few attempts to open it: none of them counts.
        with pytest.raises(queue.Empty):
            reported.get(timeout=3)
    finally:
        suspend(card, False)
    assert reported.get(timeout=5) == DeviceBack("loudspeaker")


def suspend(card: SoundCard, on: bool) -> None:
    subprocess.run(["pactl", "suspend-sink", "speaker", str(int(on))], env=inside(card.environment()), check=True)


def test_a_lost_device_is_reported_once_and_comes_back(
    card: SoundCard, loudspeaker: Loudspeaker, reported: queue.SimpleQueue[Happening]
) -> None:
    loudspeaker.playout.reset_clock()
    loudspeaker.play(3, noise(8.0), VOICE_RATE)
    wait_for(loudspeaker, Started)
    card.unplug()
    lost = reported.get(timeout=3)
    assert isinstance(lost, DeviceLost)
    assert lost.device == "loudspeaker"
    assert "speaker" in lost.problem
    before = loudspeaker.playout.position()
    card.start()
    assert reported.get(timeout=10) == DeviceBack("loudspeaker")
    assert reported.empty()
    # The clock went on meanwhile, the line was cut.
    assert loudspeaker.playout.position() > before
    [finished] = [one for one in loudspeaker.playout.take_reports() if isinstance(one, Finished)]
    assert finished.stopped_early
    loudspeaker.play(4, noise(0.3), VOICE_RATE)
    again = wait_for(loudspeaker, Finished)
    assert isinstance(again, Finished)
    assert again.line == 4 and not again.stopped_early


def test_closing_while_the_device_is_away(card: SoundCard, reported: queue.SimpleQueue[Happening]) -> None:
    speaker = Loudspeaker(SPEAKER, reported.put)
    card.unplug()
    assert isinstance(reported.get(timeout=3), DeviceLost)
    speaker.close()
    speaker.close()


def test_resampling_keeps_length_and_loudness() -> None:
    meant = noise(1.0)
    there = at_rate(meant, VOICE_RATE, 44_100)
    assert len(there) == pytest.approx(44_100, abs=2)
    assert np.sqrt(np.mean(there**2)) == pytest.approx(np.sqrt(np.mean(meant**2)), rel=0.02)
    assert at_rate(meant, VOICE_RATE, VOICE_RATE) is meant
