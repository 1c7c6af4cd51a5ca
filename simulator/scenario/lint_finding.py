"""What the linter found, as values, and the list in which one reading collects them.

A message is made from the record of its code; words of the file are shortened and made harmless before they go into it, so
that a hostile file can neither flood nor steer a terminal.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection
from dataclasses import dataclass

from simulator.authored.tree import Authored, Fault
from simulator.scenario.code_book import Severity, record

#: Words of the file are shown up to this length; lists of what could stand there up to the second.
_MOST_SHOWN = 60
_LONGEST_LIST = 300
#: Closest match (scenario-format 4.1). A comparison takes up to 50 µs, so a file full of unknown words gets only so many.
_CUT_OFF = 0.6
_MOST_COMPARISONS = 3_000
_LONGEST_NAME = 64
#: After so many findings the rest of a file is not looked at: whoever reads them starts again at the top anyway.
MOST_FINDINGS = 1_000
#: A second and third file (a pack that is used) is told apart by its lines: they count on from so many. No file has as many.
_LINES_OF_A_FILE = 10_000_000
#: Details of a message that are lists of possible words.
_LISTS = ("choices", "known")


@dataclass(frozen=True, slots=True)
class LintFinding:
    """One thing that is wrong in a file, or could be better."""

    file: str
    #: From 1.
    line: int
    column: int
    severity: Severity
    code: str
    message: str
    #: What could stand there instead, or empty.
    suggestion: str = ""

    def where(self) -> str:
        """Return ``FILE:LINE:COL``."""
        return f"{self.file}:{self.line}:{self.column}"


class Findings:
    """Everything found so far in one file, and in those that it brings along."""

    def __init__(self, file: str) -> None:
        self._files = [file]
        self._found: dict[tuple[int, int, str], LintFinding] = {}
        self._places: set[tuple[int, int]] = set()
        self._comparisons = 0

    def with_file(self, file: str) -> int:
        """Take in another file; return what has to be added to the lines of its values so that findings in it name it."""
        self._files.append(file)
        return (len(self._files) - 1) * _LINES_OF_A_FILE

    @staticmethod
    def line_in_file(line: int) -> int:
        """Return the line of a value as its own file counts."""
        return line % _LINES_OF_A_FILE

    def add(self, code: str, at: Authored | Fault, variant: str = "main", suggestion: str = "", **details: str) -> None:
        """Add a finding of a code at the place of a value, unless there is one or the list is full."""
        if self.full():
            return
        entry = record(code)
        shown = {name: shorten(words, _LONGEST_LIST if name in _LISTS else _MOST_SHOWN) for name, words in details.items()}
        message = entry.messages[variant].format_map(shown)
        if suggestion and entry.asks:
            message = f"{message} {entry.asks.format_map({'suggestion': shorten(suggestion)})}"
        file = self._files[at.line // _LINES_OF_A_FILE]
        finding = LintFinding(file, self.line_in_file(at.line), at.column, entry.severity, code, message, suggestion)
        self._found.setdefault((at.line, at.column, code), finding)
        self._places.add((at.line, at.column))

    def add_fault(self, fault: Fault) -> None:
        """Add what kept the text from being read."""
        self.add(fault.code, fault, fault.variant, fault.suggestion, **fault.details)

    def closest(self, word: str, candidates: Collection[str]) -> str:
        """Return the candidate that is spelled most like the word, or nothing."""
        if len(word) > _LONGEST_NAME or self._comparisons + len(candidates) > _MOST_COMPARISONS:
            return ""
        self._comparisons += len(candidates)
        return next(iter(difflib.get_close_matches(word, sorted(candidates), 1, _CUT_OFF)), "")

    def at(self, node: Authored) -> bool:
        """Tell whether something was found at the place of this value already."""
        return (node.line, node.column) in self._places

    def full(self) -> bool:
        """Tell whether there are so many findings that nobody needs more."""
        return len(self._found) >= MOST_FINDINGS

    def any_error(self) -> bool:
        """Tell whether one of the findings is an error."""
        return any(finding.severity == "error" for finding in self._found.values())

    def in_order(self) -> tuple[LintFinding, ...]:
        """Return the findings in the order of the file; those of files that it brings along come after it."""
        return tuple(self._found[key] for key in sorted(self._found))


def shorten(words: str, most: int = _MOST_SHOWN) -> str:
    """Return words of a file on one line, harmless and not too long to be shown."""
    seen = "".join(character if character.isprintable() else " " for character in words[:most])
    return f"{seen}…" if len(words) > most else seen
