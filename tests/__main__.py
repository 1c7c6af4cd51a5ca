"""One door to everything that checks the program.

    python -m tests                      every test, the quickest first
    python -m tests bench ...            speed and memory                    (tests/bench/entry.py)
    python -m tests golden --update      write the golden recordings anew    (tests/golden/entry.py)
    python -m tests corpus [--compare]   agreement with the labelled replies (tests/corpus/entry.py)
    python -m tests pages [--update]     the page of the linter's codes      (tests/pages/entry.py)
    python -m tests screenshots --out D  every page and state of the window  (tests/screenshots/entry.py)

A verb's module is imported when it is asked for; it has ``main(words: list[str]) -> int``.
"""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

VERBS = ("bench", "golden", "corpus", "pages", "screenshots")
TESTS = Path(__file__).resolve().parent
#: Gates in the order in which they are worth waiting for; the rest follows by name.
QUICK_FIRST = ("architecture", "transcript", "cues", "scenario", "call", "scoring", "calls", "shipped")


def main(words: list[str]) -> int:
    """Carry out a verb, or without one run every gate until one fails; return the exit status."""
    if not words:
        return next(filter(None, map(_pytest, gates())), 0)
    if words[0] not in VERBS or not (TESTS / words[0] / "entry.py").exists():
        print(__doc__, file=sys.stderr)
        return 2
    sys.path.insert(0, str(TESTS.parent))
    status: int = importlib.import_module(f"tests.{words[0]}.entry").main(words[1:])
    return status


def gates() -> list[Path]:
    """Return the folders and files with tests, the quickest first."""
    there = {
        path for path in TESTS.iterdir() if path.name.startswith("test_") or (path.is_dir() and any(path.rglob("test_*.py")))
    }
    first = [TESTS / name for name in QUICK_FIRST if TESTS / name in there]
    return [*first, *sorted(there - set(first))]


def _pytest(gate: Path) -> int:
    print(f"-- {gate.relative_to(TESTS.parent)}", flush=True)
    return subprocess.run([sys.executable, "-m", "pytest", "-q", str(gate)], cwd=TESTS.parent, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
