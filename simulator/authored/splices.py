"""Which characters of a file a change replaces: those of the value that changes, and the comment behind it moves along.

Every function returns one splice for one change. Nothing here decides whether the change is right; see ``edits``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from simulator.authored.marks import (
    Child,
    Marked,
    after_line,
    line_end,
    line_start,
    past_blanks,
)
from simulator.authored.spelling import (
    Room,
    Spelled,
    Value,
    entry_lines,
    in_brackets,
    item_lines,
    spelled,
    spelled_key,
)

_HEADER = re.compile(r"[>|][0-9+-]*")

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Splice:
    """Characters that replace those from one offset to before another; line ends are written as ``\\n``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A list or block in a file, and what is around it."""

    node: Marked
    #: Its own place in what holds it; None for the whole file.
    child: Child | None
    #: Columns before the key or dash that it belongs to.
    indent: int
    #: Whether it is inside brackets.
    brackets: bool


def find(root: Marked, path: Path, text: str) -> Spot:
    """Return the value at a path of keys and positions; ``LookupError`` if there is none."""
    spot = Spot(root, None, -2, False)
    for step in path:
        child = spot.node.child(step)
        if child is None:
            raise LookupError(f"there is nothing at {path}")
        column = child.key.column if child.key else _column(text, child)
        spot = Spot(child.value, child, column, spot.brackets or bool(spot.node.style))
    return spot


def replaced(text: str, spot: Spot, value: Value) -> Splice:
    """Return the splice that puts another value in a place."""
    old, child = spot.node, spot.child
    if child is None:
        raise LookupError("a whole file is not replaced")
    if spot.brackets:
        bare = spelled(value, Room(spot.indent, old.column, True, old)).head
        no_sign = child.key is not None and text[child.sign : child.sign + 1] != ":"
        start = child.key.end if no_sign and child.key else old.start
        return Splice(start, old.end, f": {bare}" if no_sign else f" {bare}" if old.nothing else bare)
    written = spelled(value, Room(spot.indent, old.column, False, old, _body(text, old, spot.indent)))
    if "\n" in text[child.sign + 1 : old.start] and not old.lines and not written.below:
        return Splice(old.start, old.end, written.head)  # the value stands on the line below its key
    return _below_sign(text, child, old, written)


def _below_sign(text: str, child: Child, old: Marked, written: Spelled) -> Splice:
    """Return the splice of everything behind a dash or colon: value, comment, and the lines below."""
    after = child.sign + 1
    gap = "" if old.nothing else text[after : old.start]
    same_line = not old.nothing and not gap.strip("\t ") and "\n" not in gap and "\r" not in gap
    comment_at = _comment_at(text, child, old, same_line)
    comment = text[comment_at : line_end(text, comment_at)]
    head, below = (f"{gap or ' '}{written.head}" if same_line else f" {written.head}") if written.head else "", written.below
    if not head and not child.key and not comment.strip():
        head, below = f" {below[0].lstrip()}", below[1:]  # - id: the first line of an item stands behind its dash
    on_one_line = same_line and line_start(text, comment_at) <= child.sign
    kept = _aligned(comment, comment_at - after if on_one_line else 0, len(head))
    return Splice(after, line_end(text, old.end), head + kept + "".join(f"\n{line}" for line in below))


def _comment_at(text: str, child: Child, old: Marked, same_line: bool) -> int:
    """Return where the comment of a value begins: behind the value, or in the line of its key where that is another one."""
    if same_line and old.folded:
        return _header_end(text, old)
    after = child.sign + 1
    in_line_of_key = text[after : line_end(text, after)].strip().startswith("#")
    return after if old.nothing or (not same_line and in_line_of_key) else old.end


def _header_end(text: str, old: Marked) -> int:
    """Return the offset behind ``>-`` or ``|``."""
    header = _HEADER.match(text, old.start)
    return header.end() if header else old.start


def _aligned(comment: str, before: int, now: int) -> str:
    """Return a comment with as many blanks before it that it stays in its column."""
    words = comment.strip()
    if not words:
        return ""
    blanks = len(comment) - len(comment.lstrip())
    wanted = before + blanks - now if before else 2
    return " " * max(wanted, min(blanks, 2), 1) + words


def _body(text: str, old: Marked, indent: int) -> int:
    """Return the columns before the lines of a folded text, or 0 where that cannot be told."""
    first = after_line(text, old.start)
    line = text[first : line_end(text, first)]
    columns = len(line) - len(line.lstrip(" "))
    given = any(map(str.isdigit, text[old.start : _header_end(text, old)]))
    return columns if old.folded and line.strip() and columns > max(indent, 0) and not given else 0


def added(text: str, spot: Spot, key: str, value: Value, after: str) -> Splice:
    """Return the splice that adds a key to a block, behind the entry of ``after`` or as the last."""
    node = spot.node
    if node.nothing or not node.children:
        return replaced(text, spot, {key: value})
    before = (node.child(after) if after else None) or node.children[-1]
    if node.style:
        return Splice(before.value.end, before.value.end, f", {spelled_key(key)}: {in_brackets(value)}")
    end = line_end(text, before.value.end)
    return Splice(end, end, "".join(f"\n{line}" for line in entry_lines(key, value, _column(text, node.children[0]))))


def renamed_key(spot: Spot, name: str) -> Splice:
    """Return the splice that gives the key of a value another name."""
    key = spot.child.key if spot.child else None
    if key is None:
        raise LookupError("this value has no key")
    return Splice(key.start, key.end, spelled_key(name))


def inserted(text: str, spot: Spot, index: int, value: Value) -> Splice:
    """Return the splice that puts an item into a list, before the item that has its place now."""
    node = spot.node
    if node.nothing or not node.children:
        return replaced(text, spot, [value])
    if node.style:
        items = node.children
        if index == 0:
            return Splice(items[0].start, items[0].start, f"{in_brackets(value)}, ")
        end = items[min(index, len(items)) - 1].value.end
        return Splice(end, end, f", {in_brackets(value)}")
    column = _column(text, node.children[0])
    lines = item_lines(value, column)
    apart = [""] if _apart(text, node) else []
    if index > 0:
        end = line_end(text, node.children[min(index, len(node.children)) - 1].value.end)
        return Splice(end, end, "".join(f"\n{line}" for line in [*apart, *lines]))
    first = node.children[0].sign
    return Splice(first, first, "\n".join([*lines, *apart, " " * column])[column:])


def removed(text: str, spot: Spot, step: str | int) -> Splice:
    """Return the splice that takes an item out of a list, or a key with its value out of a block."""
    node = spot.node
    child = node.child(step)
    if child is None:
        raise LookupError(f"there is nothing at {step}")
    if len(node.children) == 1:
        return replaced(text, spot, {} if node.kind == "block" else [])
    place = node.children.index(child)
    if node.style:
        if place:
            return Splice(node.children[place - 1].value.end, child.value.end, "")
        return Splice(child.start, node.children[1].start, "")
    return _lines_removed(text, node, place)


def _lines_removed(text: str, node: Marked, place: int) -> Splice:
    child = node.children[place]
    start = line_start(text, child.start)
    if text[start : child.start].strip():
        # It shares its line with a dash above it, which now belongs to what comes next.
        following = node.children[1].start
        only_blanks = past_blanks(text, child.value.end) == following and "#" not in text[child.value.end : following]
        return Splice(child.start, following if only_blanks else child.value.end, "")
    end = after_line(text, child.value.end)
    if place == len(node.children) - 1 and end == len(text) and text[-1:] not in "\r\n":
        return Splice(line_end(text, node.children[place - 1].value.end), line_end(text, child.value.end), "")
    before = text[:start].splitlines()[-1:]
    if not "".join(before).strip() and end < len(text) and not text[end : line_end(text, end)].strip():
        end = after_line(text, end)
    return Splice(start, end, "")


def _column(text: str, child: Child) -> int:
    return child.start - line_start(text, child.start)


def _apart(text: str, node: Marked) -> bool:
    """Tell whether there are blank lines between the items of a list."""
    if len(node.children) < 2:
        return False
    start, end = after_line(text, node.children[0].value.end), node.children[1].start
    return any(not line.strip() for line in text[start:end].splitlines()[:-1])
