"""``lint``: checks scenarios and the files beside them, and says what to change, line by line.

Findings go to standard output in the form that was asked for, and nothing else does; the closing sentence is for the person
at the terminal and goes to standard error.
"""

from __future__ import annotations

import dataclasses
import json
import os
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from simulator import scenario_files
from simulator.cli.lint_fix import fix_file
from simulator.cli.lint_hear import dictionary, with_words_heard
from simulator.problems import Problem, ProblemError
from simulator.robots.publish import stored_findings
from simulator.scenario.lint_finding import MOST_FINDINGS, LintFinding
from simulator.scenario.reading import Reading
from simulator.scenario.schema import FileKind
from simulator.scenario.statistics import count

_SUFFIX = ".yaml"
#: How the closing sentences call a file of each kind.
_KINDS: dict[FileKind, str] = {
    "scenario": "scenario",
    "tests": "file of tests",
    "translation": "translation",
    "pack": "pack",
    "rubric": "rubric",
    "examples": "file of examples",
}
#: How a service that runs checks on a shared repository names our severities.
_GITHUB = {"error": "error", "warning": "warning", "tip": "notice"}
_NOT_LOOKED_UP = "Words were not looked up in the recogniser's dictionary: its model is not installed, or damaged (main.py model install)."


class OutputFormat(StrEnum):
    """How findings are printed."""

    text = "text"
    json = "json"
    github = "github"


def lint(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Scenario files, or folders with scenario files.")],
    output: Annotated[OutputFormat, typer.Option("--format", help="How findings are printed.")] = OutputFormat.text,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings fail the check, too.")] = False,
    tips: Annotated[bool, typer.Option("--tips", help="Show teaching advice as well.")] = False,
    hear: Annotated[bool, typer.Option("--hear", help="Say sentences with unknown words aloud; show what is heard.")] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Mend spelling: suggestions, quotes, Tabs. Keeps NAME.yaml.bak.")] = False,
) -> int:
    """Check scenarios and the files beside them: spelling, shape, names and logic."""
    if fix:
        for path in files_under(paths):
            fix_file(path)
    knows_word = dictionary(needed=hear)
    readings = [(path, scenario_files.check_file(path, knows_word)) for path in files_under(paths)]
    every = (finding for path, reading in readings for finding in found_in(path, reading) if tips or finding.severity != "tip")
    # What is wrong in a pack is found with every scenario that uses it, and said once.
    findings = list(dict.fromkeys(every))
    findings = with_words_heard(findings) if hear else findings
    print(printed(findings, output), end="")
    for sentence in closing_sentences(readings, findings) if output is OutputFormat.text else ():
        print(sentence, file=sys.stderr)
    if knows_word is None and any(reading.kind == "scenario" for _, reading in readings):
        print(_NOT_LOOKED_UP, file=sys.stderr)
    failing = ("error", "warning") if strict else ("error",)
    return 1 if any(finding.severity in failing for finding in findings) else 0


def found_in(path: Path, reading: Reading) -> list[LintFinding]:
    """Return the findings of a file, and what robots found when it was published, while it is still the same (decisions 4)."""
    stored = stored_findings(path, reading.scenario) if reading.scenario else ()
    told = {(finding.line, finding.code) for finding in stored}
    own = (finding for finding in reading.findings if (finding.line, finding.code) not in told)
    return sorted((*own, *stored), key=lambda finding: (finding.file != str(path), finding.file, finding.line, finding.column))


def files_under(paths: list[Path]) -> list[Path]:
    """Return the files to check: those that are named, and those in the folders that are named; each once.

    Hidden files and folders are skipped; ``ProblemError`` (usage) for a path that does not exist.
    """
    for path in paths:
        if not path.exists():
            raise ProblemError(Problem("usage", "There is no such file or folder.", "Check the path.", str(path)))
    found = [file for path in paths for file in (_in_folder(path) if path.is_dir() else (path,))]
    return list(dict.fromkeys(found))


def _in_folder(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place, name) for name in sorted(names) if name.endswith(_SUFFIX) and not name.startswith("."))


def printed(findings: list[LintFinding], output: OutputFormat) -> str:
    """Return the findings in a form of output, with a line end after the last."""
    if output is OutputFormat.json:
        return json.dumps([dataclasses.asdict(finding) for finding in findings], ensure_ascii=False, indent=1) + "\n"
    line = _github_line if output is OutputFormat.github else _text_line
    return "".join(f"{line(finding)}\n" for finding in findings)


def _text_line(finding: LintFinding) -> str:
    return f"{finding.where()} {finding.severity} {finding.code} {finding.message}"


def _github_line(finding: LintFinding) -> str:
    def escaped(text: str, also: str = "") -> str:
        return "".join(f"%{ord(letter):02X}" if letter in f"%\r\n{also}" else letter for letter in text)

    place = f"file={escaped(finding.file, ',:')},line={finding.line},col={finding.column},title={finding.code}"
    return f"::{_GITHUB[finding.severity]} {place}::{escaped(finding.message)}"


def closing_sentences(readings: list[tuple[Path, Reading]], findings: list[LintFinding]) -> Iterator[str]:
    """Yield what a person wants to know at the end: what there is, what was checked, how many findings."""
    for path, reading in readings:
        if reading.scenario:
            there = count(reading.scenario)
            yield (
                f"{path}: {_many(there.beats, 'beat')}, {_many(there.reactions, 'reaction')}, "
                f"{_many(there.endings, 'ending')}, {_many(there.lines, 'line')} with {_many(there.words, 'word')}."
            )
    severities = [finding.severity for finding in findings]
    counts = ", ".join(_many(severities.count(severity), severity) for severity in _GITHUB if severity in severities)
    if any(len(reading.findings) >= MOST_FINDINGS for _, reading in readings):
        yield f"Of each file only the first {MOST_FINDINGS:,} findings are shown."
    kinds = [reading.kind for _, reading in readings]
    checked = [_many(kinds.count(kind), word) for kind, word in _KINDS.items() if kind in kinds]
    yield f"{', '.join(checked) or 'Nothing'} checked: {counts or 'clean'}."


def _many(number: int, word: str) -> str:
    """Return so many of a thing in words; of a "file of tests" the file is counted."""
    thing, *rest = word.split(" ", 1)
    return " ".join([f"{number:,}", thing if number == 1 else f"{thing}s", *rest])
