"""Where each value of a file begins and ends, to the character, so that a change can replace it and touch nothing else.

The linter's tree has the place where a value starts; whoever writes needs its end too, how it was written, and the dash or
colon before it. Comments and blank lines after a value do not belong to it. Offsets count characters from 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

import yaml

Kind = Literal["words", "list", "block"]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINE_END = re.compile(r"\r\n|\r|\n")
_BLANKS = " \t\r\n"


@dataclass(frozen=True, slots=True)
class Marked:
    """A value and where it stands."""

    kind: Kind
    start: int
    #: Behind its last character.
    end: int
    #: Of the start in its line, from 0.
    column: int
    #: Of words: the quote mark, ``|`` or ``>``, else empty. Of lists and blocks: a bracket, or empty where they are lines.
    style: str
    words: str = ""
    children: tuple[Child, ...] = ()

    @property
    def folded(self) -> bool:
        """Tell whether these are words in lines of their own, below ``>-`` or ``|``."""
        return self.style in (">", "|")

    @property
    def lines(self) -> bool:
        """Tell whether this is a list or block in lines, not in brackets."""
        return self.kind != "words" and not self.style

    @property
    def nothing(self) -> bool:
        """Tell whether there is nothing at all, as after ``coach:``."""
        return self.kind == "words" and self.start == self.end

    def child(self, step: str | int) -> Child | None:
        """Return the child at a key or position, if there is one."""
        if isinstance(step, str):
            return next((child for child in self.children if child.key and child.key.words == step), None)
        return self.children[step] if self.kind == "list" and 0 <= step < len(self.children) else None


@dataclass(frozen=True, slots=True)
class Child:
    """A value inside a list or a block."""

    value: Marked
    #: Where its dash or colon stands; in brackets, and where there is none, the value's own start.
    sign: int
    #: None in a list.
    key: Marked | None = None

    @property
    def start(self) -> int:
        """Where it begins: at its key, at its dash, or in brackets at the value itself."""
        return self.key.start if self.key else self.sign


class _Place(Protocol):
    """A mark of either parser."""

    @property
    def index(self) -> int: ...

    @property
    def column(self) -> int: ...


class _Open:
    """A list or block whose end has not come yet."""

    __slots__ = ("children", "column", "key", "kind", "last", "start", "style")

    def __init__(self, event: yaml.CollectionStartEvent) -> None:
        self.kind: Kind = "block" if isinstance(event, yaml.MappingStartEvent) else "list"
        self.start, self.column = _mark(event.start_mark)
        self.style = ("{" if self.kind == "block" else "[") if event.flow_style else ""
        self.children: list[Child] = []
        self.key: Marked | None = None
        #: Behind what was read last inside of it.
        self.last = self.start + len(self.style)


def marked(text: str) -> Marked | None:
    """Return the values of a text that ``read_authored`` could read, with their ends; None for a text without any."""
    opened: list[_Open] = []
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            opened.append(_Open(event))
            continue
        if isinstance(event, yaml.ScalarEvent):
            node = _words(text, event, opened[-1] if opened else None)
        elif isinstance(event, yaml.CollectionEndEvent):
            node = _closed(opened.pop(), _mark(event.end_mark)[0])
        else:
            continue
        if not opened:
            return node
        _put(text, node, opened[-1])
    return None


def walk(node: Marked) -> Iterator[Marked]:
    """Yield every key and every value that are words, in the order of the file."""
    if node.kind == "words":
        yield node
    for child in node.children:
        if child.key:
            yield child.key
        yield from walk(child.value)


def line_starts(text: str) -> list[int]:
    """Return the offset of the first character of every line."""
    return [0, *(match.end() for match in _LINE_END.finditer(text))]


def past_blanks(text: str, at: int) -> int:
    """Return the offset of the next character that is neither blank, nor a line end, nor in a comment."""
    while at < len(text):
        if text[at] == "#" and (at == 0 or text[at - 1] in _BLANKS):
            at = line_end(text, at)
        elif text[at] in _BLANKS:
            at += 1
        else:
            break
    return at


def line_end(text: str, at: int) -> int:
    """Return the offset where the line ends, its line end not counted."""
    ends = [end for end in (text.find("\n", at), text.find("\r", at)) if end >= 0]
    return min(ends, default=len(text))


def line_start(text: str, at: int) -> int:
    """Return the offset where the line begins."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def after_line(text: str, at: int) -> int:
    """Return the offset where the next line begins."""
    end = line_end(text, at)
    return end + (2 if text[end : end + 2] == "\r\n" else min(1, len(text) - end))


def _mark(mark: _Place | None) -> tuple[int, int]:
    """Return offset and column of a parser's mark; every event of a text has both."""
    return (mark.index, mark.column) if mark else (0, 0)


def _closed(opened: _Open, end: int) -> Marked:
    end = end if opened.style or not opened.children else opened.children[-1].value.end
    return Marked(opened.kind, opened.start, end, opened.column, opened.style, children=tuple(opened.children))


def _put(text: str, node: Marked, parent: _Open) -> None:
    if parent.kind == "block" and parent.key is None:
        parent.key, parent.last = node, node.end
        return
    sign = past_blanks(text, parent.last)
    if parent.key is None:
        parent.children.append(Child(node, node.start if parent.style else sign))
    elif all(child.key is None or child.key.words != parent.key.words for child in parent.children):
        parent.children.append(Child(node, sign if text[sign : sign + 1] == ":" else node.start, parent.key))
    parent.key, parent.last = None, node.end


def _words(text: str, event: yaml.ScalarEvent, parent: _Open | None) -> Marked:
    (start, column), (end, _), style = _mark(event.start_mark), _mark(event.end_mark), event.style or ""
    if style in ("|", ">"):
        whole = text[start:end]
        # With a plus sign the blank lines at the end are a part of the words.
        end = start + len(whole.removesuffix("\n").removesuffix("\r") if "+" in whole[:3] else whole.rstrip(_BLANKS))
    elif start == end and parent:
        sign = past_blanks(text, parent.last)
        start = end = sign + 1 if text[sign : sign + 1] in (":", "-") else parent.last
    return Marked("words", start, end, column, style, event.value)
