"""Findings that a trainer has looked at and keeps: ``# lint: allow SC404 - it is an example number`` on the line above.

The reason is required, because whoever reads the file next wants it. What would break a call cannot be allowed. Several such
lines may stand above each other, among other comments. At the head of a file, above its first line of content, they also
serve for what is said about the file as a whole, on line 1.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from simulator.authored.tree import Scalar
from simulator.scenario.code_book import record
from simulator.scenario.lint_finding import Findings, LintFinding

_ALLOW = re.compile(r"[ ]*#[ ]*lint:[ ]*allow\b(.*)")
_WHAT = re.compile(r"[ ]*(SC[0-9]{3})[ ]*(?:[-–—:][ ]*(.*))?")
_COMMENT = re.compile(r"[ ]*(#.*)?")
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class _Allowed:
    """One allowance."""

    code: str
    line: int
    column: int
    #: The lines whose findings it keeps back.
    serves: tuple[int, ...]


def without_allowed(
    found: Iterable[LintFinding], texts: Mapping[str, str], unknown: Collection[str] = ()
) -> tuple[LintFinding, ...]:
    """Return findings without those that their own file allows, and with what is wrong with the allowances.

    ``texts`` are the texts of the files by the names that the findings give them. An allowance that keeps nothing back is a
    tip (SC111), unless its code is one of ``unknown``: those that this reading had no means to look for.
    """
    kept = list(found)
    for file, text in texts.items():
        if "lint:" in text:
            kept = _of_one_file(kept, file, text, unknown)
    return tuple(kept)


def _of_one_file(found: list[LintFinding], file: str, text: str, unknown: Collection[str]) -> list[LintFinding]:
    notes = Findings(file)
    allowances = _allowances(_LINE_END.split(text), notes)
    serving: dict[tuple[str, int], list[_Allowed]] = {}
    for allowed in allowances:
        for line in allowed.serves:
            serving.setdefault((allowed.code, line), []).append(allowed)
    needed: set[_Allowed] = set()
    kept: list[LintFinding] = []
    others: list[LintFinding] = []
    for finding in found:
        allowing = serving.get((finding.code, finding.line), []) if finding.file == file else []
        needed.update(allowing)
        if not allowing:
            (kept if finding.file == file else others).append(finding)
    for allowed in allowances:
        if allowed not in needed and allowed.code not in unknown:
            notes.add("SC111", Scalar("", allowed.line, allowed.column), what=allowed.code)
    return [*sorted((*kept, *notes.in_order()), key=_place), *others]


def _place(finding: LintFinding) -> tuple[int, int, str]:
    return (finding.line, finding.column, finding.code)


def _allowances(lines: list[str], notes: Findings) -> list[_Allowed]:
    """Return what a file allows; what is wrong with an allowance is added."""
    content = next((number for number, line in enumerate(lines, 1) if not _COMMENT.fullmatch(line)), 1)
    found = []
    served = len(lines) + 1
    for number in range(len(lines), 0, -1):
        line = lines[number - 1]
        if not line.strip() or not _COMMENT.fullmatch(line):
            served = number
            continue
        allow = _ALLOW.fullmatch(line)
        column = line.index("#") + 1
        code = _code(allow[1], Scalar("", number, column), notes) if allow else ""
        if code:
            found.append(_Allowed(code, number, column, (1, content) if number < content else (served,)))
    return found[::-1]


def _code(words: str, at: Scalar, notes: Findings) -> str:
    """Return the code of an allowance that holds, else nothing."""
    what = _WHAT.fullmatch(words)
    if what is None:
        notes.add("SC110", at, "form")
        return ""
    code, reason = what[1], (what[2] or "").strip()
    try:
        severity = record(code).severity
    except KeyError:
        notes.add("SC110", at, "unknown", what=code)
        return ""
    if severity == "error":
        notes.add("SC110", at, "error", what=code)
    elif not reason:
        notes.add("SC110", at, what=code)
    else:
        return code
    return ""
