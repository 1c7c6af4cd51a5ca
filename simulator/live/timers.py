"""The engine's timers: names and due times on the call's clock."""

from __future__ import annotations


class Timers:
    """What is due when."""

    def __init__(self) -> None:
        self._due: dict[str, int] = {}

    def start(self, timer: str, due_ms: int) -> None:
        """Set a timer; one of the same name is replaced."""
        self._due[timer] = due_ms

    def cancel(self, timer: str) -> None:
        """Forget a timer, if it runs."""
        self._due.pop(timer, None)

    def pop_due(self, now_ms: int) -> str:
        """Return the name of the timer that is due first and forget it; empty when none is due."""
        due = min(self._due, key=lambda name: (self._due[name], name), default="")
        if not due or self._due[due] > now_ms:
            return ""
        del self._due[due]
        return due

    def next_due(self) -> int:
        """Return when the next timer is due; -1 for never."""
        return min(self._due.values(), default=-1)
