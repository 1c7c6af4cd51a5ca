"""What all measures share: running the program as a user would, and putting figures into words."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

from tests.support.places import ROOT

#: What was measured, the figure, and how it was taken.
Figure = tuple[str, str, str]


def seconds_of(act: Callable[[], object]) -> float:
    """Return how long it takes, in seconds."""
    begin = time.perf_counter()
    act()
    return time.perf_counter() - begin


def run_code(code: str) -> tuple[float, str]:
    """Run the code in a fresh Python; return the wall seconds from the start of the process to its end, and what it printed."""
    begin = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return time.perf_counter() - begin, done.stdout


def median_and_p95(values: Sequence[float], unit: str = "ms") -> str:
    """Return "median 740 ms, p95 812 ms"."""
    ordered = sorted(values)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
    return f"median {statistics.median(values):.0f} {unit}, p95 {p95:.0f} {unit}"
