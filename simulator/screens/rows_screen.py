"""All rows of the rubric with their evidence, in the three groups of the score, and the faults after them."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.call.state import CallState
from simulator.scoring.finding import Evidence, Fault, Finding, Line, Scorecard
from simulator.scoring.voice_facts import HEADING, about_voice
from simulator.screens.card_screen import SHAPES, WORDS, Quote, counted_rows, quote_of
from simulator.screens.figures import counted
from simulator.screens.persons import starts
from simulator.screens.tokens import Tone
from simulator.transcript.literal import one_line

GROUPS: tuple[tuple[Line, str, str], ...] = (
    ("care", "Care", "how you listened and answered the feeling"),
    ("solution", "Solution", "what you found out, offered and promised"),
    ("conduct", "Conduct", "how you carried yourself"),
)


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One row of the rubric, or one fault."""

    id: str
    shape: str
    tone: Tone
    label: str
    outcome: str
    #: ``5 of 7 points``; empty where nothing counts.
    worth: str
    quotes: tuple[Quote, ...]
    missing: str = ""
    try_this: str = ""

    @property
    def spoken(self) -> str:
        """Return the row's head for a screen reader."""
        return ", ".join(part for part in (self.label, self.outcome, self.worth) if part)


@dataclass(frozen=True, slots=True)
class RowGroup:
    """One part of the score."""

    title: str
    about: str
    #: 0-100, or -1 for the faults.
    score: int
    rows: tuple[EvidenceRow, ...]


@dataclass(frozen=True, slots=True)
class RowsScreen:
    """Everything that was found in one call."""

    title: str
    groups: tuple[RowGroup, ...]
    notes: tuple[str, ...]


def rows_screen(state: CallState, card: Scorecard) -> RowsScreen:
    """Return all rows of a card."""
    timed = not state.typed
    scores = {"care": card.care, "solution": card.solution, "conduct": card.conduct}
    groups = [
        RowGroup(title, about, scores[line], tuple(_row(f, timed) for f in _listed(card) if f.line == line))
        for line, title, about in GROUPS
    ]
    faults = tuple(_fault(fault, timed) for fault in card.faults)
    if faults:
        groups.append(RowGroup("What made it harder", "each with its words, so that you can hear it again", -1, faults))
    if card.voice:
        facts = tuple(EvidenceRow(f.id, "–", "plain", f.label, "", "", (), starts(f.sentence)) for f in card.voice)
        groups.append(RowGroup(HEADING, about_voice(card), -1, facts))
    return RowsScreen(f"All {counted_rows(card)} steps", tuple(groups), tuple(one_line(note) for note in card.notes))


def _listed(card: Scorecard) -> tuple[Finding, ...]:
    """Leave out what does not count and was not heard: nobody has to read about it."""
    return tuple(finding for finding in card.findings if finding.weight > 0 or finding.outcome in ("met", "partly"))


def _row(finding: Finding, timed: bool) -> EvidenceRow:
    shape, tone = SHAPES[finding.outcome]
    counts = finding.outcome in ("met", "partly", "missed") and finding.weight > 0
    return EvidenceRow(
        finding.id,
        shape,
        tone,
        one_line(finding.label),
        WORDS[finding.outcome],
        f"{_tenths(finding.weight * finding.credit)} of {counted(finding.weight, 'point', 'points')}"
        if counts
        else _uncounted(finding),
        _quotes(finding.evidence, timed),
        one_line(finding.missing) if finding.outcome != "met" else "",
        one_line(finding.better).strip('"“”') if finding.outcome in ("partly", "missed") else "",
    )


def _quotes(evidence: tuple[Evidence, ...], timed: bool) -> tuple[Quote, ...]:
    """Return each piece of evidence once: without a clock the same words say nothing new."""
    found = (quote_of(each, timed) for each in evidence)
    return tuple({(quote.text, quote.time): quote for quote in found if quote is not None}.values())


def _uncounted(finding: Finding) -> str:
    return "" if finding.weight else "not scored"


def _fault(fault: Fault, timed: bool) -> EvidenceRow:
    times = len(fault.evidence)
    quotes = _quotes(fault.evidence, timed)
    return EvidenceRow(fault.id, "▲", "angry", one_line(fault.label), "once" if times == 1 else f"{times} times", "", quotes)


def _tenths(thousandths: int) -> str:
    """Return thousandths as a figure with one decimal at most."""
    tenths = (thousandths + 50) // 100
    return str(tenths // 10) if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}"
