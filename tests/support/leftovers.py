"""What a test may not leave behind: threads and children of ours, windows, running timers, unexpected warnings."""

from __future__ import annotations

import gc
import logging
import multiprocessing
import sys
import threading
from collections.abc import Callable, Iterable
from multiprocessing.process import BaseProcess

#: How long a thread or child that was told to end may take.
GRACE_SECONDS = 2.0

_reported_timers: set[str] = set()


def threads_of_ours() -> set[threading.Thread]:
    """Return the living threads whose name begins with ``simulator``."""
    return {thread for thread in threading.enumerate() if thread.name.startswith("simulator")}


def left_threads(before: set[threading.Thread]) -> list[str]:
    """Return the names of threads of ours that were not there before and do not end in time."""
    return _still_alive(threads_of_ours() - before)


def left_children(before: Iterable[object]) -> list[str]:
    """Return the names of spawned children that were not there before and do not end in time."""
    return _still_alive(set(multiprocessing.active_children()) - set(before))


def visible_windows() -> list[str]:
    """Return the top-level widgets that can still be seen."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    return [repr(widget) for widget in widgets.QApplication.topLevelWidgets() if widget.isVisible()]


def new_timers() -> list[str]:
    """Return the Qt timers that still run and were not reported before.

    Looks at every object there is (some 20 ms), so ask only after a test with a window.
    """
    core, shiboken = sys.modules.get("PySide6.QtCore"), sys.modules.get("shiboken6")
    if core is None or shiboken is None:
        return []
    timers = [thing for thing in gc.get_objects() if isinstance(thing, core.QTimer)]
    running = {repr(timer) for timer in timers if shiboken.isValid(timer) and timer.isActive()}
    new = running - _reported_timers
    _reported_timers.update(new)
    return sorted(new)


class UnexpectedWarnings(logging.Handler):
    """Collects what our own modules log as a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record."""
        if record.name.partition(".")[0] == "simulator":
            self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


def _still_alive(things: Iterable[threading.Thread | BaseProcess]) -> list[str]:
    left = []
    for thing in things:
        join: Callable[[float], None] = thing.join
        join(GRACE_SECONDS)
        if thing.is_alive():
            left.append(thing.name)
    return sorted(left)
