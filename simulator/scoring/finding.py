"""A finding: one criterion, its outcome, the evidence, what was missing and what to say instead."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from simulator.canonical import IF_SET
from simulator.cues.cue import Certainty

Outcome = Literal["met", "partly", "missed", "not_applicable", "could_not_tell"]
Line = Literal["care", "solution", "conduct"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words or a stretch of time that show it."""

    #: Number of the reply; -1 where the evidence is between replies.
    turn: int
    quote: str
    from_ms: int
    to_ms: int
    rule: str
    certainty: Certainty
    #: Per mille that this evidence is worth to its row, before deductions of the row.
    credit: int
    #: In words for the trainee, where the quote does not speak for itself ("you began 1.4 s before she ended").
    note: str = ""
    #: Characters of the reply's text.
    start: int = 0
    end: int = 0

    @property
    def rule_in_words(self) -> str:
        """Return the rule's name where it is written for people ("apology: sorry for ..."); a scenario's own id is not."""
        kind, _, rest = self.rule.partition(": ")
        return self.rule if rest and kind != "never say" else ""


@dataclass(frozen=True, slots=True)
class Finding:
    """How one criterion came out."""

    #: Row id: a skill of the catalogue, or ``no_blame``, ``not_dismissive``, ``not_robotic``.
    id: str
    #: In words for the trainee: "Named the feeling".
    label: str
    line: Line
    weight: int
    outcome: Outcome
    #: Per mille of the weight.
    credit: int
    evidence: tuple[Evidence, ...]
    #: What was missing, one sentence, or empty.
    missing: str = ""
    #: A sentence to try, filled from the scenario, or empty.
    better: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault that happened, with its evidence; several times is several evidences."""

    id: str
    label: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class FirstWords:
    """One thing first: a strength, one thing to change, one sentence to try."""

    headline: str
    keep: str
    keep_evidence: Evidence | None
    change: str
    change_evidence: Evidence | None
    sentence: str


@dataclass(frozen=True, slots=True)
class VoiceFact:
    """One plain measure of the voice beside the trainee's own baseline."""

    id: Literal["loudness", "pace", "pitch_movement"]
    label: str
    sentence: str


@dataclass(frozen=True, slots=True)
class AutoFail:
    """The call fails whatever else happened: always with its quote and time."""

    id: str
    label: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Scorecard:
    """All findings and the total."""

    scenario: str
    scenario_sha256: str
    rubric: str
    #: 0-100, rounded half up once; 0 where nothing could be told.
    score: int
    care: int
    solution: int
    conduct: int
    pass_mark: int
    passed: bool
    findings: tuple[Finding, ...]
    faults: tuple[Fault, ...]
    auto_fails: tuple[AutoFail, ...]
    #: Reasons why a coach should look, one sentence each.
    for_the_coach: tuple[str, ...]
    first: FirstWords
    ending: str
    kind: str
    debrief: str
    temper_start: int
    temper_highest: int
    temper_end: int
    replies: int
    #: Nobody scored: the kinds of rows without a detector, for the reader of the card.
    notes: tuple[str, ...] = ()
    #: Loudness, pace and pitch movement, where they were measured; of them only loudness can move a row.
    voice: tuple[VoiceFact, ...] = field(default=(), metadata=IF_SET)
    #: The same call without its voice measures, where they changed the card: what others see unless the trainee shares them.
    without_voice: Scorecard | None = field(default=None, metadata=IF_SET)
