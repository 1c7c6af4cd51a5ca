"""What happens when a mistake of ours escapes: a report on disk and one plain sentence in the window.

PySide6 hands an exception in a slot to ``sys.excepthook`` and carries on; without a hook it would be lost. The report holds
versions, the traceback and the last events of the running call; it stays on this computer until somebody sends it.
"""

from __future__ import annotations

import platform
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from simulator.problems import ProblemError

LAST_EVENTS = 50
SENTENCE = "Something went wrong inside the program. The call so far is kept."


class CrashReports:
    """Writes reports to one folder and passes the sentence on; one report for each place in the code."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: set[str] = set()
        #: Set by the window: shows the sentence.
        self.show: Callable[[str], None] | None = None
        #: Set by the window: the folder of the running session, or None.
        self.session: Callable[[], Path | None] | None = None

    def install(self) -> None:
        """Become the program's exception hook."""
        sys.excepthook = self.hook

    def hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Report an exception that nobody took."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, ProblemError):
            self._tell(error.problem.sentence())
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(text)
        place = repr([(frame.filename, frame.lineno) for frame in traceback.extract_tb(trace)[-1:]])
        if place not in self._seen:
            self._seen.add(place)
            self._tell(f"{SENTENCE} {self._written(text)}")

    def _tell(self, sentence: str) -> None:
        if self.show is not None:
            self.show(sentence)
        else:
            sys.stderr.write(f"{sentence}\n")

    def _written(self, text: str) -> str:
        """Write the report and return the sentence that says where it is."""
        path = self._folder / f"crash-{time.strftime('%Y%m%d-%H%M%S')}-{len(self._seen)}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{_versions()}\n\n{text}\n{self._last_events()}", encoding="utf-8")
        except OSError as error:
            return f"No report could be written ({error.strerror})."
        return f"A report is in {path}"

    def _last_events(self) -> str:
        session = self.session() if self.session is not None else None
        events = session / "events.jsonl" if session is not None else None
        if events is None or not events.exists():
            return "no call was running\n"
        lines = events.read_text(encoding="utf-8", errors="replace").splitlines()[-LAST_EVENTS:]
        return "\n".join([f"session {session}", *lines, ""])


def _versions() -> str:
    import PySide6

    return f"Angry Caller, Python {platform.python_version()}, PySide6 {PySide6.__version__}, {platform.platform()}"
