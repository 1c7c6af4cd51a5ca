"""What a file says once its places, quotes and comments are left away, and what it must say after a change.

The writer holds both against each other, so that a change never does more or less than it was asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Sequence as Items
from decimal import Decimal

from simulator.authored.spelling import Value
from simulator.authored.splices import Path
from simulator.authored.tree import Authored, Block, Scalar

Said = str | list["Said"] | dict[str, "Said"]


def said(node: Authored) -> Said:
    """Return what a tree says."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Block):
        return {entry.key.text: said(entry.value) for entry in node.entries}
    return [said(item) for item in node.items]


def with_value(before: Said, path: Path, value: Value) -> Said:
    """Return it with another value at a path; ``LookupError`` if there is no such place."""

    def put(holder: Said) -> Said:
        last = path[-1]
        if isinstance(holder, list) and isinstance(last, int) and 0 <= last < len(holder):
            return [*holder[:last], _as_said(value), *holder[last + 1 :]]
        block = holder if isinstance(holder, dict) else {}
        if isinstance(last, str) and (block or not holder):
            return {**block, last: _as_said(value)}
        raise LookupError(f"there is no place at {path}")

    return _at(before, path[:-1], put)


def with_item(before: Said, path: Path, index: int, value: Value) -> Said:
    """Return it with one more item in the list at a path; ``LookupError`` if there is no list."""

    def put(holder: Said) -> Said:
        items = holder if isinstance(holder, list) else []
        if holder and not isinstance(holder, list):
            raise LookupError(f"there is no list at {path}")
        return [*items[:index], _as_said(value), *items[index:]]

    return _at(before, path, put)


def without(before: Said, path: Path) -> Said:
    """Return it without the item or key at a path; ``LookupError`` if there is none."""

    def take(holder: Said) -> Said:
        last = path[-1]
        if isinstance(holder, list) and isinstance(last, int) and 0 <= last < len(holder):
            return [*holder[:last], *holder[last + 1 :]]
        if isinstance(holder, dict) and last in holder:
            return {key: value for key, value in holder.items() if key != last}
        raise LookupError(f"there is nothing at {path}")

    return _at(before, path[:-1], take)


def with_key(before: Said, path: Path, name: str) -> Said:
    """Return it with the key at a path renamed; ``LookupError`` if there is none, or if the name is taken."""

    def rename(holder: Said) -> Said:
        if not isinstance(holder, dict) or path[-1] not in holder or name in holder:
            raise LookupError(f"there is no key to rename to {name} at {path}")
        return {name if key == path[-1] else key: value for key, value in holder.items()}

    return _at(before, path[:-1], rename)


def _as_said(value: Value) -> Said:
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {key: _as_said(inner) for key, inner in value.items()}
    if isinstance(value, Items):
        return [_as_said(inner) for inner in value]
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _at(before: Said, path: Path, change: Callable[[Said], Said]) -> Said:
    if not path:
        return change(before)
    step, rest = path[0], path[1:]
    if isinstance(before, dict) and isinstance(step, str) and step in before:
        return {**before, step: _at(before[step], rest, change)}
    if isinstance(before, list) and isinstance(step, int) and 0 <= step < len(before):
        return [*before[:step], _at(before[step], rest, change), *before[step + 1 :]]
    raise LookupError(f"there is nothing at {path}")
