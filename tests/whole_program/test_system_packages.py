"""The set-up asks the machine first, the network only when something is missing, and root only for what needs root."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.places import ROOT

SCRIPT = ROOT / "assets" / "system-packages.sh"
EVERYTHING = """\
installed libportaudio2
installed libgl1
installed libegl1
installed libglib2.0-0t64 libglib2.0-0 (= 2.80.0-6)
installed libfontconfig1
installed libdbus-1-3
installed libxkbcommon0
installed libxkbcommon-x11-0
installed libx11-xcb1
installed libxcb-cursor0
installed libxcb-icccm4
installed libxcb-image0
installed libxcb-keysyms1
installed libxcb-randr0
installed libxcb-render-util0
installed libxcb-shape0
installed libxcb-xkb1
config-files xvfb
"""


class Machine:
    """A pretend Debian: what dpkg says, who one is, and what apt-get was asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked = folder / "asked"
        self.program("dpkg-query", f"cat <<'END'\n{EVERYTHING}END")
        self.program("apt-get", f'echo "$@" >>{self.asked}')
        self.am("1000")

    def program(self, name: str, body: str) -> None:
        """Put a program on the machine's path."""
        path = self.folder / name
        path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        path.chmod(0o755)

    def am(self, user_number: str) -> None:
        """Be the person with this number; 0 is root."""
        self.program("id", f"echo {user_number}")

    def run(self, what: str) -> subprocess.CompletedProcess[str]:
        """Run the script on this machine."""
        environment = {"PATH": f"{self.folder}:/usr/bin:/bin", "PYTHON": sys.executable}
        return subprocess.run(["sh", str(SCRIPT), what], env=environment, capture_output=True, text=True, check=False)

    def apt_calls(self) -> list[str]:
        """Return what apt-get was asked for."""
        return self.asked.read_text(encoding="utf-8").splitlines() if self.asked.exists() else []


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Return a machine on which a call can be played but not tested, and on which one is not root."""
    return Machine(tmp_path)


@pytest.mark.parametrize("person", ["0", "1000"])
def test_a_complete_machine_is_left_alone(machine: Machine, person: str) -> None:
    machine.am(person)
    done = machine.run("run")
    assert (done.returncode, done.stdout, done.stderr, machine.apt_calls()) == (0, "", "", [])


def test_root_gets_what_is_missing_and_nothing_else(machine: Machine) -> None:
    machine.am("0")
    assert machine.run("test").returncode == 0
    update, install = machine.apt_calls()
    assert update.startswith("update")
    assert install.startswith("install -y --no-install-recommends pulseaudio ")
    assert " xvfb " in install, "a package of which only its settings are left is missing"
    assert "libglib2.0-0" not in install, "another package provides it"


def test_others_get_the_line_to_type_and_play_on(machine: Machine) -> None:
    machine.program("dpkg-query", "echo installed libportaudio2")
    done = machine.run("run")
    assert done.returncode == 0
    assert done.stderr.startswith(
        "System packages are missing. Type: sudo apt-get install -y --no-install-recommends libgl1 libegl1 "
    )
    assert machine.apt_calls() == []


def test_the_tests_stop_without_their_packages(machine: Machine) -> None:
    done = machine.run("test")
    assert done.returncode == 3
    assert "sudo apt-get install" in done.stderr and "pulseaudio" in done.stderr


def test_without_the_network_root_plays_on_and_learns_what_to_type(machine: Machine) -> None:
    machine.am("0")
    machine.program("dpkg-query", "echo installed libportaudio2")
    machine.program("apt-get", "exit 100")
    done = machine.run("run")
    assert done.returncode == 0
    assert "When the network is there again, type: apt-get install" in done.stderr
    assert machine.run("test").returncode == 3


def test_another_kind_of_system_is_left_alone(machine: Machine, tmp_path: Path) -> None:
    empty = tmp_path / "bin"
    empty.mkdir()
    done = subprocess.run(
        ["/bin/sh", str(SCRIPT), "test"], env={"PATH": str(empty)}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
