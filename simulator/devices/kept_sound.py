"""Which sound is kept, so that a replaced recogniser can hear it again.

The recogniser lives in another process and may die. Everything fed since the last answered finish is kept in order: blocks
of 4,000 bytes, marks where a turn was finished, and gaps where sound had to be given up. A cursor says how far the present
child has been given it; a new child starts with the cursor at the beginning. Because blocks are cut at fixed places counted
from the last mark, the second hearing is the first one over again and gives the same words (measured), and a turn sounds to
the recogniser as a file does to ``transcribe`` (decisions 9).
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

#: Bytes handed to the recogniser at a time: 125 ms (decisions 9).
BLOCK_BYTES = 4_000
SAMPLE_BYTES = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """A turn was finished here."""

    tag: int


@dataclass(frozen=True, slots=True)
class Gap:
    """So many samples were given up here; the clock counts them all the same."""

    samples: int


Item = bytes | Mark | Gap


class KeptSound:
    """Sound since the last settled mark, with a cursor for what has been handed on."""

    def __init__(self, most_bytes: int) -> None:
        self._items: deque[Item] = deque()
        self._handed = 0
        self._open = bytearray()
        self._most_bytes = most_bytes
        self._bytes = 0
        #: Sample of the call at which the kept sound begins.
        self.begins_at = 0
        #: Samples that were fed in all, given up or not.
        self.fed = 0
        #: Samples given up because more than ``most_bytes`` was waiting.
        self.dropped = 0

    def add(self, block: bytes) -> None:
        """Keep a block of 16-bit mono sound at 16 kHz; beyond the limit only count it."""
        samples = len(block) // SAMPLE_BYTES
        self.fed += samples
        if self._bytes + len(self._open) + len(block) > self._most_bytes:
            self.dropped += samples
            self._close_block()
            self._add_gap(samples)
            return
        self._open += block
        while len(self._open) >= BLOCK_BYTES:
            self._append(bytes(self._open[:BLOCK_BYTES]))
            del self._open[:BLOCK_BYTES]

    def mark(self, tag: int) -> None:
        """Close the present block, however short, and note that a turn was finished here."""
        self._close_block()
        self._items.append(Mark(tag))

    def next(self) -> Item | None:
        """Return what the child has not been given yet and move the cursor, or None."""
        if self._handed == len(self._items):
            return None
        item = self._items[self._handed]
        self._handed += 1
        return item

    def rewind(self) -> None:
        """Begin again from the start: the child is a new one."""
        self._handed = 0

    def settle_mark(self, tag: int) -> None:
        """Forget everything up to and with this mark: its words have arrived."""
        if any(isinstance(item, Mark) and item.tag == tag for item in self._items):
            while self._forget_first() != Mark(tag):
                pass

    def settle_until(self, sample: int) -> None:
        """Forget the blocks before this sample of the call, but never a mark."""
        while self._items and self.begins_at < sample and not isinstance(self._items[0], Mark):
            self._forget_first()

    def settle_all(self) -> tuple[int, ...]:
        """Forget everything and return the tags of the marks that were in it."""
        tags = tuple(item.tag for item in self._items if isinstance(item, Mark))
        self._items.clear()
        self._open.clear()
        self._handed = self._bytes = 0
        self.begins_at = self.fed
        return tags

    @property
    def kept_bytes(self) -> int:
        """Return how much sound is kept."""
        return self._bytes + len(self._open)

    @property
    def all_handed(self) -> bool:
        """Return whether the child has been given every whole block and mark."""
        return self._handed == len(self._items)

    def _append(self, block: bytes) -> None:
        self._items.append(block)
        self._bytes += len(block)

    def _close_block(self) -> None:
        if self._open:
            self._append(bytes(self._open))
            self._open.clear()

    def _add_gap(self, samples: int) -> None:
        last = self._items[-1] if self._items else None
        if isinstance(last, Gap) and self._handed < len(self._items):
            self._items[-1] = Gap(last.samples + samples)
        else:
            self._items.append(Gap(samples))

    def _forget_first(self) -> Item:
        item = self._items.popleft()
        self._handed = max(0, self._handed - 1)
        if isinstance(item, bytes):
            self._bytes -= len(item)
            self.begins_at += len(item) // SAMPLE_BYTES
        elif isinstance(item, Gap):
            self.begins_at += item.samples
        return item
