"""A scenario with its packs as one file that stands alone: for a recording, and for sharing (scenario-format 3.6).

Only the blocks that packs add to are written anew; everything else, comments included, stays as the trainer wrote it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from simulator.authored.read import read_authored
from simulator.authored.tree import Authored, Block, Entry, Scalar, Sequence

_SIMPLE = re.compile(r"[A-Za-z0-9_.+-]*[A-Za-z0-9_]")
#: Characters that would end a line inside quotes, or that no file may hold as they are.
_TO_ESCAPE = re.compile("[\x7f-\xa0\u2028\u2029\ufeff]")
_LINE_END = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")
_NOT_CONTENT = re.compile(r"\s*(#.*)?\s*")


def flattened(text: str, own: Block, whole: Block, packs: tuple[str, ...]) -> str:
    """Return the text of a scenario that needs no packs.

    ``own`` is the tree of ``text``, ``whole`` the tree with the packs in it, ``packs`` their names and versions.
    """
    if not packs and own.entry("uses") is None:
        return text
    head = f"# Packs put in: {', '.join(packs)}\n" if packs else ""
    wanted = Block(tuple(entry for entry in whole.entries if entry.key.text != "uses"), whole.line, whole.column)
    mended = head + "".join(_pieces(text, own, wanted))
    if not own.flow and _plain(read_authored(mended.encode()).tree) == _plain(wanted):
        return mended
    return head + "".join(_written_entry(entry, "") for entry in wanted.entries)


def _pieces(text: str, own: Block, wanted: Block) -> Iterator[str]:
    """Yield the text in order, with the blocks that changed written anew, and those that are new at its end."""
    lines = _LINE_END.split(text)
    starts = [entry.key.line - 1 for entry in own.entries]
    yield "".join(lines[: starts[0]])
    for entry, start, end in zip(own.entries, starts, [*starts[1:], len(lines)], strict=True):
        last = end
        while last > start + 1 and _NOT_CONTENT.fullmatch(lines[last - 1]):
            last -= 1
        now = wanted.entry(entry.key.text)
        if now is entry:
            yield "".join(lines[start:end])
        else:
            yield (_written_entry(now, "") if now else "") + "".join(lines[last:end])
    if lines and lines[-1] and not lines[-1].endswith(("\n", "\r")):
        yield "\n"
    yield from (_written_entry(entry, "") for entry in wanted.entries if own.entry(entry.key.text) is None)


def _plain(node: Authored | None) -> object:
    """Return a tree without its places, to be compared."""
    if isinstance(node, Block):
        return {entry.key.text: _plain(entry.value) for entry in node.entries}
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return (node.text, node.plain and bool(_SIMPLE.fullmatch(node.text))) if node else None


def _written_entry(entry: Entry, indent: str) -> str:
    return f"{indent}{_written_scalar(entry.key)}:{_after_key(entry.value, indent)}"


def _after_key(value: Authored, indent: str) -> str:
    if isinstance(value, Scalar):
        return f" {_written_scalar(value)}\n"
    if isinstance(value, Block):
        return "\n" + "".join(_written_entry(entry, f"{indent}  ") for entry in value.entries) if value.entries else " {}\n"
    return "\n" + "".join(_written_item(item, f"{indent}  ") for item in value.items) if value.items else " []\n"


def _written_item(item: Authored, indent: str) -> str:
    if isinstance(item, Block) and item.entries:
        inner = "".join(_written_entry(entry, f"{indent}  ") for entry in item.entries)
        return f"{indent}- {inner[len(indent) + 2 :]}"
    if isinstance(item, Sequence):
        return f"{indent}- [{', '.join(_written_scalar(each) for each in item.items if isinstance(each, Scalar))}]\n"
    return f"{indent}- {_written_scalar(item)}\n" if isinstance(item, Scalar) else f"{indent}- {{}}\n"


def _written_scalar(node: Scalar) -> str:
    if node.plain and _SIMPLE.fullmatch(node.text):
        return node.text
    quoted = json.dumps(node.text, ensure_ascii=False)
    return _TO_ESCAPE.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)
