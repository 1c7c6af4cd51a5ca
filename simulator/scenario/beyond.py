"""What the vocabulary cannot say about single values: ranges with a least and a most, whole weights, names of moods."""

from __future__ import annotations

import re
from decimal import Decimal

from simulator.authored.tree import Authored, Block, Scalar, Sequence
from simulator.scenario.lint_finding import Findings
from simulator.scenario.plain import as_number
from simulator.scenario.wrong_value import as_id

_ID = re.compile(r"[a-z][a-z0-9_-]{0,63}")
_RANGES = {"patience": 1, "loyalty": 1, "start": 100}


def check_values(tree: Block, findings: Findings) -> None:
    """Add values that have the right shape and still cannot be meant."""
    _ranges(_inside(tree, "variation"), findings)
    _whole(_inside(tree, "rubric", "pass_mark"), "pass_mark", findings)
    weights = _inside(tree, "rubric", "weights")
    for entry in weights.entries if isinstance(weights, Block) else ():
        _whole(entry.value, entry.key.text, findings)
    items = _inside(tree, "rubric", "items")
    for item in items.items if isinstance(items, Sequence) else ():
        _whole(item.value("weight") if isinstance(item, Block) else None, "weight", findings)
    moods = _inside(tree, "anger", "moods")
    for entry in moods.entries if isinstance(moods, Block) else ():
        if not _ID.fullmatch(entry.key.text):
            findings.add("SC106", entry.key, suggestion=as_id(entry.key.text), value=entry.key.text)


def _inside(tree: Block, *path: str) -> Authored | None:
    node: Authored | None = tree
    for step in path:
        node = node.value(step) if isinstance(node, Block) else None
    return node


def _number(node: Authored | None) -> int | Decimal | None:
    return as_number(node.text) if isinstance(node, Scalar) and node.plain else None


def _whole(node: Authored | None, key: str, findings: Findings) -> None:
    number = _number(node)
    if isinstance(node, Scalar) and isinstance(number, Decimal):
        findings.add("SC104", node, "whole", key=key, value=node.text)


def _ranges(variation: Authored | None, findings: Findings) -> None:
    for entry in variation.entries if isinstance(variation, Block) else ():
        most = _RANGES.get(entry.key.text)
        pair = entry.value.items if isinstance(entry.value, Sequence) else ()
        numbers = [(node, number) for node in pair if (number := _number(node)) is not None]
        if most is None or len(numbers) != 2:
            continue
        for node, number in numbers:
            if isinstance(node, Scalar) and not 0 <= number <= most:
                findings.add("SC105", node, "between", key=entry.key.text, value=node.text, least="0", most=str(most))
        if numbers[0][1] > numbers[1][1]:
            turned = f"[{numbers[1][1]}, {numbers[0][1]}]"
            findings.add("SC105", entry.value, "turned", turned, key=entry.key.text)
