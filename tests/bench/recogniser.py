"""From the start of a process to a recogniser that is loaded, warmed with a spoken sentence, and listening."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from tests.bench.stopwatch import Figure, run_code

CODE = """
from simulator.devices.recogniser import Recogniser
from simulator.model_files import model_folder
if __name__ == "__main__":
    recogniser = Recogniser(model_folder())
    recogniser.start()
    assert recogniser.ready(60)
    recogniser.close()
"""
RUNS = 5


def measure() -> Iterator[Figure]:
    """Yield the time to a ready recogniser."""
    times = [run_code(CODE)[0] for _ in range(RUNS + 1)][1:]
    yield "start to ready recogniser", f"{1000 * statistics.median(times):.0f} ms", f"new process, warmed, median of {RUNS}"
