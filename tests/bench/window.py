"""From typing the command to a window that can be used."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from tests.bench.stopwatch import Figure, run_code

#: The real services and the real window; the first idle moment of the event loop after it was painted ends the clock.
CODE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from simulator.app import real_services
from simulator.desktop.main_window import MainWindow
from simulator.desktop.theme import Look
app = QApplication(sys.argv)
window = MainWindow(real_services(), Look(app))
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
import os
sys.stdout.flush()
os._exit(0)
"""
RUNS = 7


def measure() -> Iterator[Figure]:
    """Yield the cold start; the first run, which also reads everything from the disk, is not counted."""
    times = [run_code(CODE)[0] for _ in range(RUNS + 1)][1:]
    yield "cold start to usable window", f"{1000 * statistics.median(times):.0f} ms", f"new process, offscreen, median of {RUNS}"
