"""The one queue that reports arrive in.

Devices, from whatever thread, put happenings here; one consumer, the conductor, takes them. No locks, no signals across threads.
"""

from __future__ import annotations

from collections.abc import Iterator
from queue import Empty, SimpleQueue

from simulator.call.events import Happening


class Inbox:
    """Happenings on their way to the conductor."""

    def __init__(self) -> None:
        self._queue: SimpleQueue[Happening] = SimpleQueue()

    def put(self, happening: Happening) -> None:
        """Report a happening; allowed from any thread, never waits."""
        self._queue.put(happening)

    def take(self) -> Iterator[Happening]:
        """Yield what has arrived, in order, without waiting."""
        while True:
            try:
                yield self._queue.get_nowait()
            except Empty:
                return
