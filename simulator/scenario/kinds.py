"""What kind of file a tree is: its first key says so (decisions 3)."""

from __future__ import annotations

from simulator.authored.tree import Authored, Block
from simulator.scenario.schema import FileKind

_KINDS: dict[str, FileKind] = {
    "tests": "tests",
    "translation": "translation",
    "pack": "pack",
    "rubric": "rubric",
    "examples": "examples",
}


def kind_of(tree: Authored | None) -> FileKind:
    """Return the kind of a file by its first key; whatever is not another kind is read as a scenario."""
    if not isinstance(tree, Block) or not tree.entries or tree.value("format") is not None:
        return "scenario"
    return _KINDS.get(tree.entries[0].key.text, "scenario")
