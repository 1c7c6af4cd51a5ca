"""A device is found again by name, however the numbers have shifted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from simulator.devices import device_list
from simulator.devices.device_list import SoundDevice, choose
from simulator.problems import ProblemError
from simulator.settings import DeviceName
from tests.virtual_sound_card import SoundCard

BUILT_IN = SoundDevice(0, "Built-in Analogue", "ALSA", 2, 48_000, False)
HEADSET_OLD = SoundDevice(1, "Headset Microphone (Brightcall ", "MME", 1, 44_100, False)
HEADSET = SoundDevice(2, "Headset Microphone (Brightcall 20)", "WASAPI", 1, 16_000, False)
DEFAULT = SoundDevice(3, "default", "ALSA", 32, 44_100, True)
ALL = (BUILT_IN, HEADSET_OLD, HEADSET, DEFAULT)


@pytest.mark.parametrize(
    ("wanted", "expected", "instead"),
    [
        (DeviceName(), DEFAULT, False),
        (HEADSET.remembered(), HEADSET, False),
        (DeviceName(HEADSET.name, "DirectSound"), HEADSET, False),
        (DeviceName(HEADSET.name, "MME"), HEADSET, False),
        (DeviceName("Headset Microphone (Brightcall 20) Second", "MME"), HEADSET_OLD, False),
        (DeviceName("Headset Micro", "WASAPI"), HEADSET, False),
        (DeviceName("Built", "ALSA"), DEFAULT, True),
        (DeviceName("Unplugged", "ALSA"), DEFAULT, True),
    ],
)
def test_the_wanted_device_or_the_default(wanted: DeviceName, expected: SoundDevice, instead: bool) -> None:
    found = choose(ALL, wanted)
    assert found is not None
    assert (found.device, found.instead) == (expected, instead)


def test_without_a_default_the_first_one_is_taken() -> None:
    found = choose((BUILT_IN,), DeviceName())
    assert found is not None
    assert found.device == BUILT_IN


def test_no_device_at_all() -> None:
    assert choose((), DeviceName("Headset", "ALSA")) is None


def test_a_missing_sound_library_is_explained() -> None:
    # The guard of the tests refuses the library here, as a machine without it does.
    with pytest.raises(ProblemError, match="apt install libportaudio2") as caught:
        device_list.microphones()
    assert caught.value.exit_status == 3


@pytest.fixture
def fresh_list(sound_card: SoundCard) -> Iterator[SoundCard]:
    device_list.refresh()
    yield sound_card
    device_list.refresh()


@pytest.mark.device
def test_the_card_is_listed_by_name(fresh_list: SoundCard) -> None:
    assert {"microphone", "speaker_loop"} <= {one.name for one in device_list.microphones()}
    assert {"speaker", "mic_feed"} <= {one.name for one in device_list.loudspeakers()}
    assert device_list.find_microphone(DeviceName("microphone", "ALSA")).device.name == "microphone"
    assert sum(one.default for one in device_list.microphones()) == 1
    device_list.try_microphone(device_list.find_microphone(DeviceName("microphone", "ALSA")).device)


@pytest.mark.device
def test_a_listed_device_that_went_away_is_explained(fresh_list: SoundCard) -> None:
    speaker = device_list.find_loudspeaker(DeviceName("speaker", "ALSA")).device
    device_list.try_loudspeaker(speaker)
    fresh_list.unplug()
    try:
        with pytest.raises(ProblemError, match="cannot be opened") as caught:
            device_list.try_loudspeaker(speaker)
    finally:
        fresh_list.start()
    assert caught.value.exit_status == 3
    assert caught.value.problem.where == "speaker"
