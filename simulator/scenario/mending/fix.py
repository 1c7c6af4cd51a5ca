"""What a quick fix is, and how it is shown before anybody agrees to it: two lines, what stands there and what would."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import cached_property

from simulator.authored.edits import Edit, edited
from simulator.authored.read import read_authored
from simulator.authored.splices import Path
from simulator.authored.tree import Authored, Block, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Fix:
    """One change that would mend a finding."""

    #: What the button says.
    label: str
    edits: tuple[Edit, ...]
    #: True: it can be made without asking, because it changes only how something is spelled.
    safe: bool = False


@dataclass(frozen=True)
class Found:
    """The place of a finding in a file."""

    text: str
    line: int
    column: int
    #: What the linter would write there, or empty.
    suggestion: str = ""
    message: str = ""

    @cached_property
    def tree(self) -> Block | None:
        """The file's tree; None where it cannot be read."""
        tree = read_authored(self.text.encode()).tree
        return tree if isinstance(tree, Block) else None

    @cached_property
    def here(self) -> tuple[Path, Authored, bool] | None:
        """What stands at the place: its path, itself, and whether it is the key of what is at the path."""
        return _at(self.tree, self.line, self.column, ()) if self.tree else None

    def words(self) -> str:
        """Return the words at the place, or nothing."""
        return self.here[1].text.strip() if self.here and isinstance(self.here[1], Scalar) else ""

    def row(self) -> str:
        """Return the line of the place."""
        lines = self.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return lines[self.line - 1] if self.line <= len(lines) else ""

    def there(self, *path: str) -> Authored | None:
        """Return what is at a path of keys, if there is anything."""
        node: Authored | None = self.tree
        for step in path:
            node = node.value(step) if isinstance(node, Block) else None
        return node


def preview(text: str, fix: Fix) -> str:
    """Return what a fix changes first, in two lines: ``- `` what stands there and ``+ `` what would; or only the one there is."""
    after = edited(text, fix.edits)
    lines = [line for line in difflib.unified_diff(text.splitlines(), after.splitlines(), "", "", n=0, lineterm="") if line[2:].strip()]
    old = next((line for line in lines[2:] if line.startswith("-")), "")
    new = next((line for line in lines[2:] if line.startswith("+")), "")
    return "\n".join(f"{line[0]} {line[1:].strip()}" for line in (old, new) if line)


def _at(node: Authored, line: int, column: int, path: Path) -> tuple[Path, Authored, bool] | None:
    """Return the innermost value, or key, that starts at a place."""
    if isinstance(node, Block):
        for entry in node.entries:
            if (entry.key.line, entry.key.column) == (line, column):
                return (*path, entry.key.text), entry.key, True
            inner = _at(entry.value, line, column, (*path, entry.key.text))
            if inner:
                return inner
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            inner = _at(item, line, column, (*path, index))
            if inner:
                return inner
    return (path, node, False) if (node.line, node.column) == (line, column) else None
