"""``lint --fix``: makes the changes that need no judgement, shows each of them, and keeps the file as it was beside it.

A copy ``NAME.yaml.bak`` is kept because most trainers have nothing else that remembers yesterday's file; the next ``--fix`` that
changes something replaces it, and no other verb takes it for a scenario.
"""

from __future__ import annotations

import difflib
import sys
from pathlib import Path

from simulator import scenario_files
from simulator.authored.characters import MOST_BYTES
from simulator.scenario.lint_finding import LintFinding
from simulator.scenario.mending.repair import repaired
from simulator.session.folder import write_whole

BACKUP = ".bak"


def fix_file(path: Path) -> int:
    """Make every safe fix in a file, show the difference on standard error and then write it; return the number of fixes.

    ``ProblemError`` if the file cannot be read or written.
    """
    data = scenario_files.scenario_bytes(path)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return 0  # no fix knows what these bytes were meant to be; lint names them
    if len(data) > MOST_BYTES:
        return 0

    def check(now: str) -> tuple[LintFinding, ...]:
        return scenario_files.check_file(path, data=now.encode()).findings

    mended = repaired(text, str(path), check)
    if mended.text == text:
        return 0
    print(difference(text, mended.text, str(path)), end="", file=sys.stderr)
    write_whole(path.with_name(path.name + BACKUP), data)
    write_whole(path, mended.text.encode())
    for line in mended.done:
        print(f"{path}: {line}", file=sys.stderr)
    print(f"{path}: {len(mended.done)} fixed. The file as it was: {path.name}{BACKUP}", file=sys.stderr)
    return len(mended.done)


def difference(before: str, after: str, name: str) -> str:
    """Return the unified difference of two texts, every line with a line end; Windows line ends are not shown."""
    old, new = ([line.rstrip("\r\n") + "\n" for line in text.splitlines(keepends=True)] for text in (before, after))
    return "".join(difflib.unified_diff(old, new, name, f"{name} (new)", n=1))
