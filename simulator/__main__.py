"""The one door of the program: no words opens the window, words are the command line.

Everything here is the standard library, so that a machine without the packages gets one sentence with the command to type
instead of a traceback. Nothing happens at import: speech runs in spawned children, and those import the main module again.
"""

from __future__ import annotations

import importlib.util
import os
import shlex
import sys
from pathlib import Path

NEEDS_PYTHON = (3, 11)

#: Exit status: something that the machine lacks; stopped by the person (128 + SIGINT); whoever read our output went away.
LACKS, INTERRUPTED, UNREAD = 3, 130, 1

#: One of these is set where Qt can draw.
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main() -> int:
    """Run the program on the words of the command line and return its exit status."""
    if sys.version_info < NEEDS_PYTHON:
        return _lacks(f"Angry Caller needs Python 3.11 or newer, and this is {sys.version.split()[0]}.")
    try:
        return _window() if len(sys.argv) < 2 else _command_line(sys.argv[1:])
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The interpreter flushes once more at its end and would complain again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNREAD
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] == "simulator":
            raise
        return _lacks(f"The package {error.name} is missing. {how_to_get_packages(_root(), Path.cwd(), sys.platform)}")
    except ImportError as error:
        if "shared object file" not in str(error):
            raise
        return _lacks(f"A system library is missing ({error}). {how_to_get_libraries(_root(), Path.cwd())}")


def how_to_get_packages(root: Path, here: Path, platform: str) -> str:
    """Return the sentence with the command that brings the packages, as it can be typed in the folder ``here``."""
    python = root / ".venv" / "bin" / "python"
    if python.exists() and Path(sys.prefix) != root / ".venv":
        return f"They are in the project's own environment. Type: {_typed(python, here)} {_typed(root / 'main.py', here)}"
    if (root / "Makefile").exists() and platform.startswith("linux"):
        return "Type: make setup" if here == root else f"Type: make -C {_typed(root, here)} setup"
    if (root / "setup.cfg").exists():
        return f"Type: pip install {_typed(root, here)}"
    return "Install Angry Caller again."


def how_to_get_libraries(root: Path, here: Path) -> str:
    """Return the sentence with the command that brings Qt's libraries."""
    script = root / "assets" / "system-packages.sh"
    return f"Type: sudo sh {_typed(script, here)} run" if script.exists() else "Install the libraries that Qt needs."


def _window() -> int:
    for package in ("PySide6", "typer"):
        if importlib.util.find_spec(package) is None:
            # Before the screen: on a machine without either, set-up is what helps first.
            raise ModuleNotFoundError(f"No module named '{package}'", name=package)
    # Qt would end the process with a core dump.
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in _SCREENS):
        program = "angry-caller" if Path(sys.argv[0]).stem == "angry-caller" else "python main.py"
        return _lacks(f"There is no screen to open a window on (DISPLAY is not set). Type: {program} demo, or {program} --help")
    from simulator.app import run

    return run()


def _command_line(words: list[str]) -> int:
    from simulator.cli.entry import main as command_line

    return command_line(words)


def _root() -> Path:
    """Return the folder around the package: the checkout, or wherever the package was installed."""
    return Path(__file__).resolve().parent.parent


def _typed(path: Path, here: Path) -> str:
    """Return the path as one would type it."""
    return shlex.quote(str(path.relative_to(here) if path.is_relative_to(here) else path))


def _lacks(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return LACKS


if __name__ == "__main__":
    sys.exit(main())
