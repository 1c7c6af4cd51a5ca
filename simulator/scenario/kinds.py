"""What kind of file a tree is: its first key says so (decisions 3)."""

from __future__ import annotations

import re

from simulator.authored.tree import Authored, Block
from simulator.scenario.schema import FileKind

_KINDS: dict[str, FileKind] = {
    "tests": "tests",
    "translation": "translation",
    "pack": "pack",
    "rubric": "rubric",
    "examples": "examples",
}


#: The first key of a file in the usual layout: notes and empty lines before it, the key at the start of its line.
_FIRST_KEY = re.compile(rb"(?:\xef\xbb\xbf)?(?:(?:[ ]*#[^\n]*|[ \r]*|---[ \r]*)\n)*([a-z]+):")


def surely_other(data: bytes) -> bool:
    """Return whether a file's first key says, without reading the rest, that it is of another kind than a scenario."""
    first = _FIRST_KEY.match(data)
    return first is not None and first[1].decode() in _KINDS and b"\nformat:" not in data


def kind_of(tree: Authored | None) -> FileKind:
    """Return the kind of a file by its first key; whatever is not another kind is read as a scenario."""
    if not isinstance(tree, Block) or not tree.entries or tree.value("format") is not None:
        return "scenario"
    return _KINDS.get(tree.entries[0].key.text, "scenario")
