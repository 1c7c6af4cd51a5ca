"""Makes the fixes that need nobody's judgement, one after the other, and keeps only those that help.

A fix helped if its finding is gone and the file can still be read; otherwise it is taken back. So a file never gets worse by
a repair, whatever the linter suggested.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from simulator.authored.edits import edited
from simulator.authored.read import read_authored
from simulator.problems import ProblemError
from simulator.scenario.lint_finding import LintFinding
from simulator.scenario.mending.fixes import fixes

#: A file with more slips than this is better looked at by a person, and every fix needs a new reading.
MOST_FIXES = 200

Checking = Callable[[str], Iterable[LintFinding]]


@dataclass(frozen=True, slots=True)
class Repaired:
    """A file after its repair."""

    text: str
    #: What was done, in the order of doing: ``line 12: Write 'say' ...``.
    done: tuple[str, ...]


def repaired(text: str, file: str, check: Checking) -> Repaired:
    """Return a file's text with every safe fix made that helps; ``check`` finds what is wrong in a text of the file ``file``."""
    done: list[str] = []
    findings = [finding for finding in check(text) if finding.file == file]
    refused: set[tuple[str, str]] = set()
    while len(done) < MOST_FIXES:
        better = _first_that_helps(text, file, findings, check, refused)
        if better is None:
            break
        text, findings, label = better
        done.append(label)
    return Repaired(text, tuple(done))


def _first_that_helps(
    text: str, file: str, findings: list[LintFinding], check: Checking, refused: set[tuple[str, str]]
) -> tuple[str, list[LintFinding], str] | None:
    for finding in findings:
        for fix in fixes(finding, text):
            if not fix.safe or (finding.code, fix.label) in refused:
                continue
            try:
                now = edited(text, fix.edits)
            except (LookupError, ProblemError):
                refused.add((finding.code, fix.label))
                continue
            found = [each for each in check(now) if each.file == file]
            if _helped(finding, found, text, now):
                return now, found, f"line {finding.line}: {fix.label}"
            refused.add((finding.code, fix.label))
    return None


def _helped(finding: LintFinding, found: list[LintFinding], before: str, now: str) -> bool:
    if any((each.code, each.line, each.column) == (finding.code, finding.line, finding.column) for each in found):
        return False
    return read_authored(now.encode()).tree is not None or read_authored(before.encode()).tree is None
