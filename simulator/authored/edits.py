"""Changes to a trainer's file: what can be changed, and the text with the change in it.

A change replaces the characters of its own value and nothing else, by the marks of our own reading. ruamel.yaml, the usual
library for this, was measured first: it keeps the long example as it is, but in other files it writes every line of a file
with Windows line ends anew, and all lists and blocks that are indented otherwise than it is told; it drops a missing last line
end, ``[ x ]``, escapes, signs of numbers, blanks at line ends and the breaks of quoted text (tests/scenario/test_writer.py
keeps that list). For the example it takes seven times as long as a change here, with the reading before and after it.

After each change the text is read again: it must say what it said before, with exactly this change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from collections.abc import Sequence as Items
from dataclasses import dataclass
from typing import assert_never

from simulator.authored import splices
from simulator.authored.characters import FORBIDDEN, name_of
from simulator.authored.marks import Marked, line_starts, marked
from simulator.authored.read import read_authored
from simulator.authored.said import Said, said, with_item, with_key, with_value, without
from simulator.authored.spelling import Value
from simulator.authored.splices import Path, Splice
from simulator.authored.tree import Authored
from simulator.problems import Problem, ProblemError

_MARK = "\ufeff"
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class SetValue:
    """Put a value at a path of keys and positions, such as ``("beats", 3, "say", "angry")``; a key that is new is added."""

    path: Path
    value: Value
    #: A new key comes behind this one; by default it is the last of its block.
    after: str = ""


@dataclass(frozen=True, slots=True)
class InsertItem:
    """Put an item into the list at a path, before the item with this position; at the end where there is none."""

    path: Path
    index: int
    value: Value


@dataclass(frozen=True, slots=True)
class RemoveItem:
    """Take an item out of a list, or a key with its value out of a block."""

    path: Path


@dataclass(frozen=True, slots=True)
class RenameKey:
    """Give a key another name."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class ReplaceWords:
    """Replace words at a place of the text, line and column from 1; also in a file that cannot be read."""

    line: int
    column: int
    old: str
    new: str


Edit = SetValue | InsertItem | RemoveItem | RenameKey | ReplaceWords


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a file's text with the changes in it, one after the other.

    ``LookupError`` for a path or words that are not there. ``ProblemError`` (authoring) for a file that cannot be read, for
    characters that no file may hold, and where a change cannot be made without disturbing something else.
    """
    mark = _MARK if text.startswith(_MARK) else ""
    text = text.removeprefix(_MARK)
    for edit in edits:
        text = _replaced_words(text, edit) if isinstance(edit, ReplaceWords) else _changed(text, edit)
    return mark + text


def spliced(text: str, changes: Iterable[Splice]) -> str:
    """Return a text with characters replaced, all at once; new lines end as the text's own do."""
    end = _line_end_of(text)
    for change in sorted(changes, key=lambda change: change.start, reverse=True):
        text = text[: change.start] + change.text.replace("\n", end) + text[change.end :]
    return text


def _changed(text: str, edit: SetValue | InsertItem | RemoveItem | RenameKey) -> str:
    before = said(_read(text))
    root = marked(text)
    if root is None:
        raise LookupError("the file is empty")
    wanted, change = _wanted(before, edit), _splice(text, root, edit)
    changed = spliced(text, (change,))
    tree = read_authored(changed.encode()).tree
    if tree is None or said(tree) != wanted:
        where = f"line {text.count(chr(10), 0, change.start) + 1}"
        what = "This change can't be made without disturbing the rest of the file."
        raise ProblemError(Problem("authoring", what, "Make it in a text editor.", where))
    return changed


def _read(text: str) -> Authored:
    read = read_authored(text.encode())
    if read.tree is None:
        where = f"line {read.faults[0].line}" if read.faults else ""
        raise ProblemError(Problem("authoring", "The file can't be changed before it can be read.", "Check it with: main.py lint", where))
    return read.tree


def _splice(text: str, root: Marked, edit: SetValue | InsertItem | RemoveItem | RenameKey) -> Splice:
    if isinstance(edit, SetValue):
        _refuse_hidden(edit.value)
        *above, last = edit.path
        holder = splices.find(root, tuple(above), text)
        if isinstance(last, str) and holder.node.kind != "list" and holder.node.child(last) is None:
            _refuse_hidden(last)
            return splices.added(text, holder, last, edit.value, edit.after)
        return splices.replaced(text, splices.find(root, edit.path, text), edit.value)
    if isinstance(edit, InsertItem):
        _refuse_hidden(edit.value)
        return splices.inserted(text, splices.find(root, edit.path, text), edit.index, edit.value)
    if isinstance(edit, RemoveItem):
        return splices.removed(text, splices.find(root, edit.path[:-1], text), edit.path[-1])
    if isinstance(edit, RenameKey):
        return splices.renamed_key(splices.find(root, edit.path, text), edit.name)
    assert_never(edit)


def _wanted(before: Said, edit: SetValue | InsertItem | RemoveItem | RenameKey) -> Said:
    """Return what the file must say after a change."""
    if isinstance(edit, InsertItem):
        return with_item(before, edit.path, edit.index, edit.value)
    if isinstance(edit, SetValue):
        return with_value(before, edit.path, edit.value)
    return without(before, edit.path) if isinstance(edit, RemoveItem) else with_key(before, edit.path, edit.name)


def _replaced_words(text: str, edit: ReplaceWords) -> str:
    starts = line_starts(text)
    start = starts[edit.line - 1] + edit.column - 1 if 1 <= edit.line <= len(starts) else -1
    if start < 0 or not text.startswith(edit.old, start):
        raise LookupError(f"line {edit.line} has other words at column {edit.column}")
    return spliced(text, (Splice(start, start + len(edit.old), edit.new),))


def _line_end_of(text: str) -> str:
    first = _LINE_END.search(text)
    return first[0] if first else "\n"


def _refuse_hidden(value: Value) -> None:
    if isinstance(value, str):
        hidden = FORBIDDEN.search(value)
        if hidden:
            what = f"These words hold a character that nobody can see ({name_of(hidden[0])})."
            raise ProblemError(Problem("authoring", what, "Type them again.", value[:40].encode("ascii", "replace").decode()))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            _refuse_hidden(key)
            _refuse_hidden(inner)
    elif isinstance(value, Items):
        for inner in value:
            _refuse_hidden(inner)
