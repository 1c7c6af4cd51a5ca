"""How the parts of a pack go into a scenario: by id, and what the scenario says itself always wins (scenario-format 3.6).

Lists of things with an id take in what they do not have; blocks take in the keys that they do not have, at any depth; of all
else the scenario's own stays whole. Moods and the ``unclear`` lines are not mixed: half of one and half of the other fits
nobody.
"""

from __future__ import annotations

from simulator.authored.tree import Authored, Block, Entry, Scalar, Sequence

#: The parts of a pack that go into a scenario; the rest of it is about the pack.
PARTS = ("anger", "facts", "policy", "reactions", "interruptions", "silence", "unclear", "rubric", "coaching", "cues")
_WHOLE = ("moods", "unclear", "silence")


def merged(scenario: Block, pack: Block) -> Block:
    """Return the scenario with the parts of a pack that it does not have."""
    return _blocks(scenario, Block(tuple(entry for entry in pack.entries if entry.key.text in PARTS), pack.line, pack.column))


def _blocks(own: Block, other: Block) -> Block:
    """Return the block with what it lacks; the same one if it lacks nothing, so that it need not be written anew."""
    entries = [_entry(entry, other.entry(entry.key.text)) for entry in own.entries]
    more = [entry for entry in other.entries if own.entry(entry.key.text) is None]
    if not more and all(entry is old for entry, old in zip(entries, own.entries, strict=True)):
        return own
    return Block((*entries, *more), own.line, own.column, own.flow)


def _entry(own: Entry, other: Entry | None) -> Entry:
    if other is None or own.key.text in _WHOLE:
        return own
    value = own.value
    if isinstance(value, Block) and isinstance(other.value, Block):
        value = _blocks(value, other.value)
    elif isinstance(value, Sequence) and isinstance(other.value, Sequence):
        value = _lists(value, other.value)
    return own if value is own.value else Entry(own.key, value)


def _lists(own: Sequence, other: Sequence) -> Sequence:
    there = {_id(item) for item in own.items}
    more = [item for item in other.items if _id(item) and _id(item) not in there]
    return Sequence((*own.items, *more), own.line, own.column, own.flow) if more else own


def _id(item: Authored) -> str:
    value = item.value("id") if isinstance(item, Block) else None
    return value.text.strip() if isinstance(value, Scalar) else ""


def with_lines_from(node: Authored, first: int) -> Authored:
    """Return a tree whose lines count on from ``first``, so that findings in it name its own file."""
    if isinstance(node, Scalar):
        return Scalar(node.text, node.line + first, node.column, node.plain)
    if isinstance(node, Sequence):
        items = tuple(with_lines_from(item, first) for item in node.items)
        return Sequence(items, node.line + first, node.column, node.flow)
    return block_with_lines_from(node, first)


def block_with_lines_from(block: Block, first: int) -> Block:
    """Return a block whose lines count on from ``first``."""
    entries = (
        Entry(Scalar(entry.key.text, entry.key.line + first, entry.key.column, entry.key.plain), with_lines_from(entry.value, first))
        for entry in block.entries
    )
    return Block(tuple(entries), block.line + first, block.column, block.flow)


def number_of_values(node: Authored) -> int:
    """Return how many values there are in a tree, blocks and lists counted."""
    if isinstance(node, Scalar):
        return 1
    children = node.items if isinstance(node, Sequence) else (entry.value for entry in node.entries)
    return 1 + sum(number_of_values(child) for child in children)
