"""The tests' own sound card: both of its paths carry sound unchanged, and it can be pulled out."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.support.places import TESTS
from tests.virtual_sound_card import SoundCard

SCRIPT = str(TESTS / "virtual_sound_card.py")


def test_what_is_played_is_heard() -> None:
    done = subprocess.run([sys.executable, SCRIPT, "selftest"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_command_runs_inside_and_its_status_comes_out() -> None:
    done = subprocess.run(
        [sys.executable, SCRIPT, "run", "sh", "-c", "echo $PULSE_SERVER; exit 7"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 7
    server = done.stdout.strip()
    assert server.startswith("unix:") and not os.path.exists(server.removeprefix("unix:")), "the card is gone with the command"


def test_a_command_that_is_not_there_is_named() -> None:
    done = subprocess.run([sys.executable, SCRIPT, "run", "no-such-command"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (3, "There is no command no-such-command.\n")


@pytest.mark.device
def test_the_program_finds_its_devices_by_name(sound_card: SoundCard) -> None:
    import sounddevice

    assert {"speaker", "microphone", "mic_feed", "speaker_loop"} <= {device["name"] for device in sounddevice.query_devices()}


def test_it_can_be_pulled_out_and_put_back() -> None:
    card = SoundCard.temporary()
    card.start()
    card.unplug()
    assert not card.is_running()
    card.start()
    assert SoundCard(card.folder).is_running(), "another process knows it by its folder"
    card.stop()
    assert not card.is_running() and not card.folder.exists()
