"""What a trainer's file says, before anybody asks what it means: words, lists and blocks with their places.

Every word stays text: nothing is turned into a number, a date or a truth value here, so ``0123`` and ``no`` are what the
trainer typed. What a value has to be is decided by whoever knows the vocabulary (decisions 7). Lines and columns count from
1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Point:
    """A place in a file."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """Words or a number, as typed."""

    text: str
    line: int
    column: int
    #: True: written without quotes and not as a block after ``>-`` or ``|``.
    plain: bool = True


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Authored, ...]
    line: int
    column: int
    #: True: written in brackets.
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a block with its value."""

    key: Scalar
    value: Authored


@dataclass(frozen=True, slots=True)
class Block:
    """Keys with values, in the order of the file; each key once (the first one stays)."""

    entries: tuple[Entry, ...]
    line: int
    column: int
    flow: bool = False

    def entry(self, key: str) -> Entry | None:
        """Return the entry of a key, if there is one."""
        return next((entry for entry in self.entries if entry.key.text == key), None)

    def value(self, key: str) -> Authored | None:
        """Return the value of a key, if there is one."""
        entry = self.entry(key)
        return entry.value if entry else None


Authored = Scalar | Sequence | Block


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that keeps the text from being read, with the code of the lint table and what its message needs."""

    code: str
    line: int
    column: int
    #: Which of the code's messages.
    variant: str = "main"
    details: Mapping[str, str] = field(default_factory=dict)
    #: What could stand there instead, or empty.
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class AuthoredText:
    """A file as it was read: its tree (None where it could not be read to the end) and what is wrong with it."""

    tree: Authored | None
    faults: tuple[Fault, ...] = ()
    #: The decoded text; empty where it could not be decoded.
    text: str = ""


def locate(tree: Authored, path: tuple[str | int, ...]) -> tuple[Authored, Scalar | None]:
    """Return the value at a path of keys and positions, and its key if it has one; the nearest one above if there is none."""
    node, key = tree, None
    for step in path:
        if isinstance(node, Block) and isinstance(step, str):
            entry = node.entry(step)
            if entry is None:
                break
            node, key = entry.value, entry.key
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node, key = node.items[step], None
        else:
            break
    return node, key
