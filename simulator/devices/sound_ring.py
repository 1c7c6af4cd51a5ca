"""How sound gets from PortAudio's thread to the ears thread: a bounded ring that only copies and counts.

Orders to the ears thread (finish the turn, mute, close) travel in the same ring, so they take effect between the very
blocks between which they were given.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue

#: Five seconds of 20 ms blocks: a ears thread that is further behind loses sound, and it is counted.
MOST_BLOCKS = 250

Order = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Block:
    """Sound as the device gave it."""

    sound: bytes
    #: Frames that were lost just before it, because the ring was full.
    missed: int = 0


class SoundRing:
    """Blocks and orders on their way to the ears thread."""

    def __init__(self, most_blocks: int = MOST_BLOCKS) -> None:
        self._queue: SimpleQueue[Block | Order] = SimpleQueue()
        self._most = most_blocks
        self._missed = 0
        #: Frames lost in all.
        self.missed = 0

    def put(self, sound: bytes, frames: int) -> None:
        """Hand on a block; called in PortAudio's thread, never waits."""
        if self._queue.qsize() >= self._most:
            self._missed += frames
            self.missed += frames
            return
        self._queue.put(Block(sound, self._missed))
        self._missed = 0

    def tell(self, order: Order) -> None:
        """Have the ears thread do something after the blocks that are there; any thread may call."""
        self._queue.put(order)

    def take(self, timeout: float) -> Block | Order | None:
        """Return the next block or order, or None when there is none within ``timeout`` seconds."""
        try:
            return self._queue.get(timeout=timeout)
        except Empty:
            return None
