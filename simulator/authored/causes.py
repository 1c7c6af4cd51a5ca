"""What a trainer most likely did where the YAML parser gave up.

The parser names what it would have liked to see ("did not find expected key"); a trainer needs to know what to change. So its
complaint is held against the line it points at and rewritten by the causes we know; whatever is left over is shown as it is.
Only words are used that the parsers in C and in Python have in common.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

import yaml

from simulator.authored.tree import Fault, Point

_TAB = re.compile(r"^ *\t")
#: A Tab is looked for on the line of the complaint and so many lines above it.
_LINES_BACK = 3
#: Everything up to the value of a line: dashes, and a key with its colon.
_BEFORE_VALUE = re.compile(r"^\s*(?:-\s+)*(?:[^\s:\"'\[{][^:]*:\s+)?(?:-\s+)*")
_GLUED = re.compile(r"^\s*(?:-\s+)*[a-z_]+:\S")
_LINE_END = re.compile(r"\r\n|\r|\n")


class _Mark(Protocol):
    """A place as either parser names it, from 0."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


@dataclass(frozen=True, slots=True)
class _Complaint:
    """What the parser said, where, and the words it had read last."""

    problem: str
    context: str
    #: Where it gave up, and where the thing began that it could not finish.
    at: Point
    start: Point
    lines: list[str]
    last: yaml.ScalarEvent | None
    #: The outermost bracket that was open.
    bracket: Point | None

    def line(self, number: int) -> str:
        """Return a line of the file, from 1; an empty one outside of it."""
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""

    def rest(self, point: Point) -> str:
        """Return a line's words from a place on."""
        return self.line(point.line)[point.column - 1 :]


def explain(error: yaml.MarkedYAMLError, text: str, last: yaml.ScalarEvent | None, bracket: Point | None) -> Fault:
    """Return the fault behind a parser's error; ``last`` are the words it read last, ``bracket`` the one that is still open."""
    at = _point(error.problem_mark) or _point(error.context_mark) or Point(1, 1)
    complaint = _Complaint(
        problem=str(error.problem or ""),
        context=str(error.context or ""),
        at=at,
        start=_point(error.context_mark) or at,
        lines=_LINE_END.split(text),
        last=last,
        bracket=bracket,
    )
    found = next((fault for fault in (cause(complaint) for cause in _CAUSES) if fault), None)
    return found or Fault("SC001", at.line, at.column, details={"problem": complaint.problem})


def explain_alias(event: yaml.AliasEvent, text: str) -> Fault:
    """Return the fault of ``*name``: stressed words without quotes if more words follow, else a shortcut."""
    at, end = _point(event.start_mark) or Point(1, 1), _point(event.end_mark) or Point(1, 1)
    lines = _LINE_END.split(text)
    rest = lines[end.line - 1][end.column - 1 :].strip() if end.line <= len(lines) else ""
    if rest and rest[0] not in "#,]}:":
        return Fault("SC003", at.line, at.column, details={"mark": "*"})
    return Fault("SC007", at.line, at.column)


def _point(mark: _Mark | None) -> Point | None:
    return Point(mark.line + 1, mark.column + 1) if mark else None


def _fault(code: str, at: Point, variant: str = "main", suggestion: str = "", **details: str) -> Fault:
    return Fault(code, at.line, at.column, variant, details, suggestion)


def _limit(said: _Complaint) -> Fault | None:
    # The parser in C has a limit of its own for brackets, and sees them before we do.
    return _fault("SC009", said.at, "deep", most="20") if "nesting depth" in said.problem else None


def _tab(said: _Complaint) -> Fault | None:
    for number in range(said.at.line, max(said.start.line, said.at.line - _LINES_BACK) - 1, -1):
        tab = _TAB.match(said.line(number))
        if tab:
            return _fault("SC004", Point(number, tab.end()))
    return None


def _open_quote(said: _Complaint) -> Fault | None:
    """An unclosed quote runs to the end of the file, or to the next quote mark some lines further down."""
    if "escape" in said.problem:
        # The two parsers differ by one character in where they point.
        backslash = said.line(said.at.line).rfind("\\", 0, said.at.column)
        return _fault("SC001", Point(said.at.line, backslash + 1) if backslash >= 0 else said.at, "escape")
    if "quoted scalar" in said.context:
        return _fault("SC006", said.start)
    if not _quoted_last(said) or said.last is None:
        return None
    opened, closed = _point(said.last.start_mark), _point(said.last.end_mark)
    if opened and closed and opened.line < closed.line == said.at.line:
        return _fault("SC006", opened)
    return None


def _open_bracket(said: _Complaint) -> Fault | None:
    """A list in lines cannot stand in brackets: the bracket above it was never closed."""
    if said.bracket is None or said.bracket.line == said.at.line or not said.rest(said.at).startswith("- "):
        return None
    closing = "]" if said.rest(said.bracket).startswith("[") else "}"
    return _fault("SC006", said.bracket, "bracket", closing=closing)


def _colon(said: _Complaint) -> Fault | None:
    """A second ': ' in a line, or a key in a place where none can be."""
    if "mapping values are not allowed" not in said.problem:
        return None
    line = said.line(said.at.line)
    value = _value_start(line)
    if value < said.at.column and line[:value].rstrip().endswith(":"):
        return _fault("SC002", said.at, suggestion=_quote(line[value:]))
    glued = _GLUED.match(said.line(said.at.line - 1))
    if glued:
        return _fault("SC001", Point(said.at.line - 1, glued.end() - 1), "glued")
    return _fault("SC001", Point(said.at.line, len(line) - len(line.lstrip()) + 1), "indent")


def _first_character(said: _Complaint) -> Fault | None:
    """Words that start with a character which YAML keeps for itself."""
    if any(name in said.context for name in ("alias", "anchor", "tag", "block scalar")):
        at = said.start
    elif any(name in said.problem for name in ("cannot start any token", "not allowed", "node content")):
        at = said.at
    else:
        return None
    words = said.rest(at)
    if not words.strip() or words[0].isspace():
        return None
    return _fault("SC003", at, suggestion=_quote(words), mark=words[0])


def _directive(said: _Complaint) -> Fault | None:
    if "directive" in said.context or "directive" in said.problem:
        return _fault("SC012", said.start, "directive")
    if said.line(said.at.line).startswith("%"):
        return _fault("SC012", Point(said.at.line, 1), "directive")
    return _fault("SC012", said.at) if "document start" in said.problem else None


def _after_quote(said: _Complaint) -> Fault | None:
    """Words go on after a closing quote: ``"She said "no" to me"``."""
    closed = _point(said.last.end_mark) if said.last else None
    if not _quoted_last(said) or said.last is None or closed is None or closed.line != said.at.line:
        return None
    if said.at.column - closed.column not in (0, 1):
        return None
    return _fault("SC002", said.at, "apostrophe" if said.last.style == "'" else "inner")


def _bracket(said: _Complaint) -> Fault | None:
    """A list or block in brackets that goes wrong: a second colon inside it, or no closing bracket."""
    if "flow sequence" not in said.context and "flow mapping" not in said.context:
        return None
    if said.start.line == said.at.line and said.rest(said.at).startswith(":"):
        return _fault("SC002", said.at)
    return _fault("SC006", said.start, "bracket", closing="]" if "sequence" in said.context else "}")


def _words_after(said: _Complaint) -> Fault | None:
    """Words go on after a closing bracket: ``[sigh] I had to ask``."""
    line = said.line(said.at.line)
    value = _value_start(line)
    if value >= said.at.column - 1 or line[value] not in "[{":
        return None
    return _fault("SC002", Point(said.at.line, value + 1), "brackets", _quote(line[value:]))


def _layout(said: _Complaint) -> Fault | None:
    if "simple key" in said.context:
        return _fault("SC001", said.start, "colon")
    if "block mapping" in said.context or "block collection" in said.context:
        return _fault("SC001", said.at, "indent")
    return None


def _quoted_last(said: _Complaint) -> bool:
    return said.last is not None and said.last.style in ("'", '"')


def _value_start(line: str) -> int:
    """Return where the value of a line starts, from 0."""
    found = _BEFORE_VALUE.match(line)
    return found.end() if found else 0


def _quote(words: str) -> str:
    """Return a line's words in double quotes, as they could stand in the file."""
    kept = words.strip().strip("“”").replace("\\", "\\\\").replace('"', '\\"')
    return f'"{kept}"'


#: In this order: the first that explains the complaint is told.
_CAUSES = (
    _limit,
    _tab,
    _open_quote,
    _open_bracket,
    _colon,
    _first_character,
    _directive,
    _after_quote,
    _bracket,
    _words_after,
    _layout,
)
