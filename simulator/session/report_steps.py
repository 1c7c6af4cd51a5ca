"""The rows of the rubric and the faults as a report shows them: shape, word, points, and evidence with its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from simulator.scoring.finding import Evidence, Finding, Line, Outcome
from simulator.scoring.wording import moment, outcome_word, shown
from simulator.session.report_input import ReportInput
from simulator.transcript.literal import one_line

#: Shape and tone of each outcome; a word always stands beside them.
OUTCOMES: Mapping[Outcome, tuple[str, str]] = {
    "met": ("✓", "good"),
    "partly": ("◐", "mixed"),
    "missed": ("✗", "bad"),
    "not_applicable": ("–", "quiet"),
    "could_not_tell": ("?", "quiet"),
}
LINES: tuple[tuple[Line, str, str], ...] = (
    ("care", "Care", "how you listened and answered the feeling"),
    ("solution", "Solution", "what you found out, offered and promised"),
    ("conduct", "Conduct", "how you carried yourself"),
)
_JUDGED = ("met", "partly", "missed")
#: Steps on the short list beside the score.
SHORT_LIST = 10


@dataclass(frozen=True, slots=True)
class Quote:
    """Evidence in words, with the place in the transcript where it stands."""

    words: str
    #: True: words that were said, to be put in quotation marks.
    said: bool
    note: str
    time: str
    anchor: str
    possible: bool
    #: Name of the rule that found the words, for whoever has to defend the point; empty where it has none to read.
    rule: str


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the rubric, or one fault."""

    shape: str
    tone: str
    label: str
    word: str
    #: What stands at the right of the short list.
    right: str
    worth: str
    quotes: tuple[Quote, ...]
    missing: str = ""
    better: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """One line of the score with its rows."""

    title: str
    about: str
    score: int
    steps: tuple[Step, ...]


def anchor_of(turn: int, given: ReportInput) -> str:
    """Return the place in the document of a reply, or nothing."""
    return f"reply-{turn}" if any(row.turn == turn >= 0 for row in given.rows) else ""


def time_of(at_ms: int, turn: int, given: ReportInput) -> str:
    """Return the time in a spoken call; in a typed one, which has no clock, the number of the reply."""
    if not given.typed:
        return moment(at_ms)
    return f"reply {turn + 1}" if turn >= 0 else ""


def quote_of(evidence: Evidence | None, given: ReportInput) -> Quote | None:
    """Return evidence as words: what was said, else what it says for itself; None where it has neither."""
    if evidence is None or not (evidence.quote or evidence.note):
        return None
    words, note = one_line(evidence.quote), one_line(evidence.note)
    time, anchor = time_of(evidence.from_ms, evidence.turn, given), anchor_of(evidence.turn, given)
    doubtful, rule = evidence.certainty == "possible", one_line(evidence.rule_in_words)
    return Quote(words or note, bool(words), note if words else "", time, anchor, doubtful, rule)


def short_list(given: ReportInput) -> tuple[Step, ...]:
    """Return the heaviest rows that could be judged, in the order of the rubric."""
    judged = [finding for finding in given.scorecard.findings if finding.outcome in _JUDGED and finding.weight > 0]
    chosen = sorted(judged, key=_weight, reverse=True)[:SHORT_LIST]
    return tuple(_step(finding, given) for finding in judged if finding in chosen)


def groups(given: ReportInput) -> Iterable[Group]:
    """Yield the three lines of the score with all their rows."""
    card = given.scorecard
    scores = {"care": card.care, "solution": card.solution, "conduct": card.conduct}
    for line, title, about in LINES:
        yield Group(title, about, scores[line], tuple(_step(each, given) for each in card.findings if each.line == line))


def faults(given: ReportInput) -> Iterable[Step]:
    """Yield what made the call harder."""
    for fault in given.scorecard.faults:
        times = len(fault.evidence)
        word = {1: "once", 2: "twice"}.get(times, f"{times} times")
        yield Step("▲", "bad", one_line(fault.label), word, "", "", _quotes(fault.evidence, given))


def _step(finding: Finding, given: ReportInput) -> Step:
    shape, tone = OUTCOMES[finding.outcome]
    counts = finding.outcome in _JUDGED and finding.weight > 0
    best = max(finding.evidence, key=_credit, default=None)
    when = best is not None and finding.outcome == "met" and finding.id != "fair_remedy"
    right = time_of(best.from_ms, best.turn, given) if best is not None and when and given.typed else shown(finding)
    return Step(
        shape=shape,
        tone=tone,
        label=one_line(finding.label),
        word=outcome_word(finding),
        right=right,
        worth=f"{_tenths(finding.weight * finding.credit)} of {finding.weight}" if counts else "",
        quotes=_quotes(finding.evidence, given),
        missing=one_line(finding.missing),
        better=one_line(finding.better),
    )


def _quotes(evidence: tuple[Evidence, ...], given: ReportInput) -> tuple[Quote, ...]:
    return tuple(quote for each in evidence if (quote := quote_of(each, given)))


def _credit(evidence: Evidence) -> int:
    return evidence.credit


def _weight(finding: Finding) -> int:
    return finding.weight


def _tenths(thousandths: int) -> str:
    """Return thousandths as a figure with one decimal at most."""
    tenths = (thousandths + 50) // 100
    return str(tenths // 10) if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}"
