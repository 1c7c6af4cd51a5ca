"""``main.py``: what a person meets first, also on a machine where something is missing."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from simulator import __main__ as door
from tests.support.places import PACKAGE, ROOT

BARE = [sys.executable, "-I", "-S"]


def run(command: list[str], **settings: object) -> subprocess.CompletedProcess[str]:
    """Run a command to its end and return what it said."""
    return subprocess.run(command, capture_output=True, text=True, check=False, **settings)  # type: ignore[call-overload, no-any-return]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the program without its environment, in a folder with a blank in its name."""
    root = tmp_path / "angry caller"
    shutil.copytree(PACKAGE, root / "simulator", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("main.py", "Makefile", "setup.cfg"):
        shutil.copy(ROOT / name, root / name)
    return root


def test_without_packages_one_sentence_says_what_to_type(copy: Path) -> None:
    done = run([*BARE, "main.py", "sessions"], cwd=copy)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("The package ") and done.stderr.endswith(" is missing. Type: make setup\n")


def test_the_sentence_can_be_typed_where_the_person_is(copy: Path, tmp_path: Path) -> None:
    done = run([*BARE, str(copy / "main.py"), "sessions"], cwd=tmp_path)
    assert done.stderr.endswith(" is missing. Type: make -C 'angry caller' setup\n")


def test_with_an_environment_beside_it_the_sentence_names_it(copy: Path) -> None:
    python = copy / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.touch()
    done = run([*BARE, "main.py", "sessions"], cwd=copy)
    assert done.returncode == 3
    assert done.stderr.endswith("Type: .venv/bin/python main.py\n")


def test_elsewhere_pip_installs_it(copy: Path) -> None:
    assert door.how_to_get_packages(copy, copy, "win32") == "Type: pip install ."


def test_without_a_screen_one_sentence_says_what_to_do_instead() -> None:
    without = {
        name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    done = run([sys.executable, "main.py"], cwd=ROOT, env=without)
    assert done.returncode == 3
    assert "main.py demo" in done.stderr and len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(("version", "words"), [((3, 10, 4), "Python 3.11 or newer")])
def test_an_old_python_is_named(
    version: tuple[int, ...], words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    assert door.main() == 3
    assert words in capsys.readouterr().err


def test_stopping_it_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(words: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "argv", ["main.py", "demo"])
    monkeypatch.setattr(door, "_command_line", interrupted)
    assert door.main() == 128 + signal.SIGINT
    assert capsys.readouterr() == ("", "")


def test_a_missing_system_library_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def without_gl() -> int:
        raise ImportError("libGL.so.1: cannot open shared object file: No such file or directory")

    monkeypatch.setattr(sys, "argv", ["main.py"])
    monkeypatch.setattr(door, "_window", without_gl)
    monkeypatch.chdir(ROOT)
    assert door.main() == 3
    said = capsys.readouterr().err
    assert "libGL.so.1" in said and "sudo sh assets/system-packages.sh run" in said


def test_a_mistake_of_ours_is_not_dressed_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def forgotten_module() -> int:
        raise ModuleNotFoundError("No module named 'simulator.nowhere'", name="simulator.nowhere")

    monkeypatch.setattr(sys, "argv", ["main.py"])
    monkeypatch.setattr(door, "_window", forgotten_module)
    with pytest.raises(ModuleNotFoundError):
        door.main()


def test_a_spawned_child_starts_nothing() -> None:
    code = "import runpy; runpy.run_path('main.py', run_name='__mp_main__')"
    done = run([sys.executable, "-c", code], cwd=ROOT)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_it_works_from_any_folder(tmp_path: Path) -> None:
    done = run([sys.executable, "-P", str(ROOT / "main.py"), "--help"], cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "lint" in done.stdout
