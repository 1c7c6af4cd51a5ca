"""Where in a scenario's file something stands that robots found something about.

What a pack brought along has no place in this file; then the list, or the scenario's id, stands in for it.
"""

from __future__ import annotations

from simulator.authored.tree import Authored, Block, Scalar, Sequence
from simulator.scenario.lint_finding import Findings


def key_of(tree: Block, key: str) -> Authored:
    """Return the place of a top-level key; of the scenario's id where the file has no such key."""
    for name in (key, "id"):
        entry = tree.entry(name)
        if entry is not None and _own(entry.key):
            return entry.key
    return tree


def item_of(tree: Block, key: str, item: str) -> Authored:
    """Return the place of an item of a list, by its id."""
    found = _item(tree, key, item)
    return found if found is not None and _own(found) else key_of(tree, key)


def line_of(tree: Block, beat: str, part: str = "") -> Authored:
    """Return the place of a beat or a reaction, or of one key of it."""
    for key in ("beats", "reactions"):
        found = _item(tree, key, beat)
        if found is not None and _own(found):
            entry = found.entry(part)
            return entry.key if entry is not None else found
    return key_of(tree, "beats")


def condition_of(tree: Block, where: str, condition: str) -> Authored:
    """Return the place of a condition that walks have counted, named as they name it ("beat vent-soften", "anger_at_most: 68")."""
    kind, _, rest = where.partition(" ")
    name, _, part = rest.partition(" ")
    keys = ("beats", "reactions") if kind in ("beat", "reaction") else (f"{kind}s",)
    found = next((item for key in keys if (item := _item(tree, key, name)) is not None), None)
    if found is None or not _own(found):
        return key_of(tree, keys[0])
    word = condition.partition(":")[0]
    return _under(found.value(part or "when"), word) or found


def _under(node: Authored | None, word: str) -> Authored | None:
    """Return the key of a ``when`` word at any depth, the first one in the file."""
    if isinstance(node, Sequence):
        return next((found for item in node.items if (found := _under(item, word)) is not None), None)
    if not isinstance(node, Block):
        return None
    entry = node.entry(word)
    if entry is not None:
        return entry.key
    return next((found for each in node.entries if (found := _under(each.value, word)) is not None), None)


def _item(tree: Block, key: str, item: str) -> Block | None:
    found = tree.value(key)
    for each in found.items if isinstance(found, Sequence) else ():
        if isinstance(each, Block):
            name = each.value("id")
            if isinstance(name, Scalar) and name.text.strip() == item:
                return each
    return None


def _own(node: Authored) -> bool:
    return Findings.line_in_file(node.line) == node.line
