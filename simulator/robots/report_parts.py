"""The parts of the robots' report, as words and figures ready to be laid out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """An outcome for the eye and the ear: a shape, a word, and the colour that goes with them."""

    shape: str
    word: str
    tone: str


PASSED = Mark("✓", "passed", "good")
FAILED = Mark("✗", "failed", "bad")


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding of the SC7xx family."""

    line: int
    severity: str
    message: str
    code: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class GateRow:
    """One gate."""

    id: str
    promise: str
    figure: str
    worst: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class BotRow:
    """One robot trainee's call."""

    name: str
    does: str
    ended: str
    turns: int
    anger: int


@dataclass(frozen=True, slots=True)
class FixtureRow:
    """One saved call or sentence."""

    line: int
    name: str
    came: str
    complaints: tuple[str, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Strip:
    """How often something happened, as a bar and in words."""

    width: int
    times: str
    tone: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One mood of one line."""

    times: str
    look: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class LineRow:
    """One beat or reaction."""

    id: str
    about: str
    strip: Strip
    moods: tuple[Cell, ...]
    tests: str


@dataclass(frozen=True, slots=True)
class StagePart:
    """The lines of one stage, or the reactions."""

    title: str
    about: str
    lines: tuple[LineRow, ...]


@dataclass(frozen=True, slots=True)
class EndingRow:
    """One ending."""

    id: str
    kind: str
    strip: Strip
    turns: str


@dataclass(frozen=True, slots=True)
class PathStep:
    """One turn of a call: what the trainee does, what the caller says."""

    turn: int
    reply: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """The quickest call that reaches an ending."""

    ending: str
    words: str
    steps: tuple[PathStep, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The whole report."""

    title: str
    chips: tuple[str, ...]
    headline: str
    summary: str
    figures: tuple[tuple[str, str], ...]
    findings: tuple[FindingRow, ...]
    more_findings: str
    gates: tuple[GateRow, ...]
    bots: tuple[BotRow, ...]
    fixtures: tuple[FixtureRow, ...]
    calls: str
    moods: tuple[str, ...]
    stages: tuple[StagePart, ...]
    rare: tuple[tuple[str, str], ...]
    endings: tuple[EndingRow, ...]
    paths: tuple[Path, ...]
    #: Where, the condition in the file's words, "always true" or "never true".
    conditions: tuple[tuple[str, str, str], ...]
    exploration: tuple[str, ...]
    #: None: nothing was published before, or nothing was compared.
    difference: tuple[str, ...] | None
    foot: str
