"""Fixes that change how something is spelled and nothing else: the linter's suggestion, quotes, Tabs, the version."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal

from simulator.authored.edits import Edit, RenameKey, ReplaceWords, SetValue
from simulator.authored.spelling import Value
from simulator.authored.spelling import in_quotes as quoted
from simulator.authored.tree import Authored, Block, Scalar, Sequence, locate
from simulator.scenario.mending.fix import Fix, Found
from simulator.scenario.placeholders import PLACEHOLDER
from simulator.scenario.plain import as_number

_INDENT = re.compile(r"[ \t\u00a0\u2000-\u200b\u202f\u205f\u3000]+")
_ODD = re.compile(r"[^ \t]")
#: Quote marks that a text editor for letters makes of ours.
_CURLY = "“”"


def suggested(found: Found) -> Iterator[Fix]:
    """Yield what the linter would write; a number that it guessed is for a person to confirm."""
    if not found.suggestion:
        return
    edit = _placeholder(found) or _at_value(found)
    if edit:
        guessed = found.here is not None and as_number(found.words()) is not None and as_number(found.suggestion) is not None
        old = edit.old if isinstance(edit, ReplaceWords) else found.words()
        instead = f" instead of {old}" if old and old != found.suggestion.strip('"[]') else ""
        yield Fix(f"Write {found.suggestion}{instead}", (edit,), safe=not guessed)


def _placeholder(found: Found) -> Edit | None:
    match = PLACEHOLDER.match(found.row(), found.column - 1)
    if match is None or not found.suggestion.startswith("{"):
        return None
    return ReplaceWords(found.line, found.column, match[0], found.suggestion)


def _at_value(found: Found) -> Edit | None:
    if found.here is None:
        return None
    path, node, is_key = found.here
    if is_key or (isinstance(node, Sequence) and re.fullmatch(r"[a-z_]+", found.suggestion)):  # or: a list, where a key takes one name
        holder = locate(found.tree, path[:-1])[0] if found.tree else None
        taken = isinstance(holder, Block) and holder.entry(found.suggestion)
        return None if taken else RenameKey(path, found.suggestion)
    return SetValue(path, _value(found.suggestion, node)) if path else None


def _value(suggestion: str, node: Authored) -> Value:
    """Return the value of a suggestion, which is spelled as it could stand in the file."""
    words = node.text if isinstance(node, Scalar) else ""
    if suggestion == f'"{words}"':
        return words
    if suggestion == f"[{words}]":
        return [words]
    if suggestion.startswith("[") and suggestion.endswith("]"):
        return [_number(part.strip()) for part in suggestion[1:-1].split(",")]
    return suggestion == "true" if suggestion in ("true", "false") else _number(suggestion)


def _number(suggestion: str) -> str | int | Decimal:
    number = as_number(suggestion)
    return suggestion if number is None else number


def in_quotes(found: Found) -> Iterator[Fix]:
    """Yield the line with its words in double quotes; a note behind them would be spoken, so that is for a person to decide."""
    if not found.suggestion.startswith('"'):
        return
    row, words = found.row(), json.loads(found.suggestion, strict=False)
    start = row.find(words)
    if start < 0:
        return
    start -= start > 0 and row[start - 1] in _CURLY
    yield Fix("Put the words in quotes", (ReplaceWords(found.line, start + 1, row[start:].rstrip(), found.suggestion),), " #" not in words)


def whole_line_in_quotes(found: Found) -> Iterator[Fix]:
    """Yield the value with the note behind it in double quotes, for a person who did not mean a note."""
    words = found.row()[found.column - 1 :].rstrip()
    if words:
        yield Fix("Put all of it in quotes", (ReplaceWords(found.line, found.column, words, quoted(words)),))


def spaces_for_tabs(found: Found) -> Iterator[Fix]:
    """Yield all lines of the file that are indented with Tabs, or blanks that look like spaces, with spaces instead."""
    lines = re.split(r"\r\n|\r|\n", found.text.removeprefix("\ufeff"))
    edits = []
    for number, line in enumerate(lines, 1):
        indent = _INDENT.match(line)
        if indent and line.strip() and indent[0].strip(" "):
            edits.append(ReplaceWords(number, 1, indent[0], _ODD.sub(" ", indent[0]).replace("\t", "  ")))
    if edits:
        yield Fix("Indent with spaces, two for each Tab", tuple(edits), safe=True)


def with_version(found: Found) -> Iterator[Fix]:
    """Yield the version raised to the one that is due."""
    if found.suggestion:
        yield Fix(f"Raise the version to {found.suggestion}", (SetValue(("version",), found.suggestion),))
