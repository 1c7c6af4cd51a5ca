"""Turns words into the values that the vocabulary wants at their place: text, exact numbers, true or false.

Types come from the vocabulary and never from how a word looks: ``no`` is text where text is due, ``74`` a number where a
number is due. Words that look like a number where text is due stay ``Unquoted``, because an editor that follows the same
vocabulary would read them as a number, and because ``0123`` seldom means 123.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from simulator.authored.tree import Authored, Block, Scalar, Sequence
from simulator.scenario.schema import ANYTHING, Part, kind, resolve

_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,15}(?:\.[0-9]{0,9})?|\.[0-9]{1,9})")
#: What YAML 1.2 does not read as text when it stands without quotes, and dates, which older YAML does not.
_NOT_TEXT = re.compile(
    r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+|[+-]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
    r"|true|True|TRUE|false|False|FALSE|null|Null|NULL|~|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
)
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


@dataclass(frozen=True, slots=True)
class Unquoted:
    """Words without quotes that do not read as text."""

    text: str


Plain = str | int | Decimal | bool | Unquoted | list["Plain"] | dict[str, "Plain"]


def plain(node: Authored, whole: Part, part: Part | None = None) -> Plain:
    """Return the value of a node as the vocabulary, or a part of it, wants it; where it does not fit, as it was written."""
    part = resolve(whole if part is None else part, node, whole)
    if isinstance(node, Block):
        known, other = part.get("properties", ANYTHING), part.get("additionalProperties", ANYTHING)
        closed = other is False
        return {
            entry.key.text: plain(entry.value, whole, known.get(entry.key.text) or (ANYTHING if closed else other))
            for entry in node.entries
            if not (closed and is_private(entry.key.text))
        }
    if isinstance(node, Sequence):
        return [plain(item, whole, part.get("items", ANYTHING)) for item in node.items]
    return _word(node, part)


def is_private(key: str) -> bool:
    """Tell whether a key is the trainer's own and skipped (scenario-format 3.2, rule 9)."""
    return key.startswith("x_")


def as_number(text: str) -> int | Decimal | None:
    """Return the exact number that is written as decimal text, or None."""
    if not _NUMBER.fullmatch(text):
        return None
    number = Decimal(text)
    return int(number) if number == number.to_integral_value() else number


def _word(node: Scalar, part: Part) -> Plain:
    wanted = kind(part)
    if wanted == "const" and isinstance(part["const"], int):
        wanted = "number"
    if wanted in ("number", "integer") and node.plain:
        number = as_number(node.text)
        return node.text if number is None else number
    if wanted == "boolean" and node.plain:
        return _TRUTH.get(node.text, node.text)
    if wanted == "string" and "pattern" not in part and node.plain and _NOT_TEXT.fullmatch(node.text):
        return Unquoted(node.text)
    return node.text.strip()


def words_in(node: Authored) -> Iterator[Scalar]:
    """Yield every value that is written inside a node, in the order of the file; what is the trainer's own is left out."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from words_in(item)
    else:
        for entry in node.entries:
            if not is_private(entry.key.text):
                yield from words_in(entry.value)
