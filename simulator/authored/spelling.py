"""How a value is written in a trainer's file: bare, in "double quotes", folded below ``>-``, in brackets or in lines.

The habits of the authors go first: what stood in single quotes stays there, a list in brackets stays in brackets. What is new
follows scenario-format 3.1: ids and numbers bare, one line of words in "double quotes", long text below ``>-`` and folded.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from simulator.authored.marks import Marked

#: What can be written. Lists of anything but words and numbers are lists of these again.
Value = str | int | Decimal | bool | Sequence["Value"] | Mapping[str, "Value"]

#: Long text is folded at this column (scenario-format 3.1).
FOLD_AT = 88
#: Words stay on one line up to this column; behind it nobody sees them.
LONGEST_LINE = 120

#: Bare words that every YAML reads as text, unless they are one of the words that it reads as something else.
_BARE = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:[.-][A-Za-z0-9_]+)*")
_ID = re.compile(r"[a-z][a-z0-9_-]*")
_NOT_WORDS = frozenset("true false null yes no on off y n".split())
#: Characters that would end a line inside quotes, or that look like a blank.
_TO_ESCAPE = re.compile("[\x7f-\xa0\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]")
_ONE_BLANK = re.compile(r"(?<=\S) (?=\S)")


@dataclass(frozen=True, slots=True)
class Spelled:
    """A written value: what stands behind its colon or dash, and the lines below, each with its indent."""

    head: str
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Room:
    """Where a value will stand."""

    #: Columns before the key or dash, and before the value.
    indent: int
    column: int
    #: Inside brackets everything is on one line.
    brackets: bool = False
    #: What stood there.
    old: Marked | None = None
    #: Columns before the lines of a folded text, where they are not ``indent`` + 2.
    body: int = 0


def spelled(value: Value, room: Room) -> Spelled:
    """Return a value as it is written in its place."""
    if isinstance(value, str):
        return _words(value, room)
    if not isinstance(value, (Mapping, Sequence)):
        return Spelled(_number(value))
    old = room.old
    short = in_brackets(value)
    bare = _all_bare(value) and room.column + len(short) <= FOLD_AT
    if room.brackets or not value or bare or (old and old.style in ("[", "{") and room.column + len(short) <= LONGEST_LINE):
        return Spelled(short)
    return Spelled("", tuple(_lines(value, room.indent + 2)))


def spelled_key(key: str) -> str:
    """Return a key as it is written."""
    return key if _is_bare(key) else in_quotes(key)


def entry_lines(key: str, value: Value, indent: int) -> list[str]:
    """Return the lines of a key with its value."""
    start = f"{' ' * indent}{spelled_key(key)}:"
    written = spelled(value, Room(indent, len(start) + 1))
    return [f"{start} {written.head}".rstrip(), *written.below]


def item_lines(value: Value, indent: int) -> list[str]:
    """Return the lines of an item of a list."""
    written = spelled(value, Room(indent, indent + 2))
    if written.head:
        return [f"{' ' * indent}- {written.head}", *written.below]
    first, *rest = written.below
    return [f"{' ' * indent}- {first[indent + 2 :]}", *rest]


def in_brackets(value: Value) -> str:
    """Return a value on one line."""
    if isinstance(value, str):
        return value if _ID.fullmatch(value) and _is_bare(value) else in_quotes(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{spelled_key(key)}: {in_brackets(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(in_brackets(inner) for inner in value) + "]"
    return _number(value)


def in_quotes(words: str) -> str:
    """Return words in double quotes."""
    quoted = json.dumps(words, ensure_ascii=False)
    return _TO_ESCAPE.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)


def folded(words: str, width: int) -> list[str] | None:
    """Return the lines of a text below ``>-``, each at most so wide where its words allow it; None where it cannot be folded.

    A line end in the text is an empty line in the file. Blanks at an end of a line, or two of them where a line would break,
    are lost below ``>-``, so such text is not folded there.
    """
    lines: list[str] = []
    for paragraph in words.split("\n"):
        if paragraph != paragraph.strip() or _TO_ESCAPE.search(paragraph) or not paragraph.isprintable():
            return None
        if lines:
            lines.append("")
        lines.extend(_folded(paragraph, width) if paragraph else ())
    return lines if words and words == words.strip() else None


def _folded(paragraph: str, width: int) -> list[str]:
    first, *rest = _ONE_BLANK.split(paragraph)
    lines = [first]
    for word in rest:
        if len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _words(words: str, room: Room) -> Spelled:
    old = room.old if room.old and room.old.kind == "words" and not room.old.nothing else None
    style = old.style if old else ""
    line = _one_line(words, style, bool(old))
    body = room.body or room.indent + 2
    long = room.column + len(line) > LONGEST_LINE
    if room.brackets or not (long or style in ("|", ">")):
        return Spelled(line)
    if style == "|":
        return _literal(words, body) or Spelled(line)
    lines = folded(words, FOLD_AT - body)
    return Spelled(">-", _indented(lines, body)) if lines else Spelled(line)


def _one_line(words: str, style: str, there: bool) -> str:
    bare = _is_bare(words) if there else _is_bare(words) and bool(_ID.fullmatch(words))
    if not style and bare:
        return words
    if style == "'" and words.isprintable() and not _TO_ESCAPE.search(words):
        return "'" + words.replace("'", "''") + "'"
    return in_quotes(words)


def _literal(words: str, body: int) -> Spelled | None:
    lines = words.removesuffix("\n").split("\n")
    if not lines[0].strip() or lines[0][0].isspace() or not lines[-1].strip():
        return None
    if any(_TO_ESCAPE.search(line) or not line.replace("\t", " ").isprintable() for line in lines):
        return None
    return Spelled("|" if words.endswith("\n") else "|-", _indented(lines, body))


def _indented(lines: Sequence[str], indent: int) -> tuple[str, ...]:
    return tuple(f"{' ' * indent}{line}" if line else "" for line in lines)


def _lines(value: Mapping[str, Value] | Sequence[Value], indent: int) -> list[str]:
    if isinstance(value, Mapping):
        return [line for key, inner in value.items() for line in entry_lines(key, inner, indent)]
    return [line for inner in value for line in item_lines(inner, indent)]


def _is_bare(words: str) -> bool:
    return bool(_BARE.fullmatch(words)) and words.casefold() not in _NOT_WORDS


def _all_bare(value: Value) -> bool:
    """Tell whether there is nothing but ids and numbers in a value: such a list reads best in brackets."""
    if isinstance(value, str):
        return bool(_ID.fullmatch(value)) and _is_bare(value)
    if isinstance(value, Mapping):
        return all(_is_bare(key) and _all_bare(inner) for key, inner in value.items())
    return all(map(_all_bare, value)) if isinstance(value, Sequence) else True


def _number(value: int | Decimal | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else f"{value:f}" if isinstance(value, Decimal) else str(value)
