"""What stands on a report, as words and figures: the template only lays it out.

The same order as the card: one sentence first, then why, then everything. Every point carries its words and its time; what the
program cannot know it calls "not heard" or "could not tell".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from simulator.scoring.finding import Scorecard
from simulator.scoring.pronouns import Pronoun, capital, pronoun_of
from simulator.scoring.voice_facts import HEADING, about_voice
from simulator.scoring.wording import moment
from simulator.session.report_curve import Curve
from simulator.session.report_input import ReportInput
from simulator.session.report_steps import (
    Group,
    Quote,
    Step,
    faults,
    groups,
    quote_of,
    short_list,
)
from simulator.session.report_transcript import (
    Entry,
    MomentRow,
    curve,
    entries,
    moments,
)
from simulator.transcript.literal import one_line

ENDED: Mapping[str, str] = {
    "resolved": "solved",
    "declined": "a respectful no",
    "partial": "partly solved",
    "escalated": "passed on",
    "agent_ended": "you ended the call",
    "timed_out": "ran out of time",
}


@dataclass(frozen=True, slots=True)
class Opening:
    """The top of the report: what is read first."""

    title: str
    scenario: str
    trainee: str
    headline: str
    ended: str
    curve: Curve
    #: The drawing in one sentence, for those who do not see it.
    curve_words: str
    #: What stands below its two ends.
    curve_ends: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Advice:
    """One strength or one change."""

    what: str
    quote: Quote | None
    note: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What was found out (shape, label, value, word) and what was agreed."""

    rows: tuple[tuple[str, str, str, str], ...]
    agreed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The whole report."""

    top: Opening
    score: int
    score_words: str
    keep: Advice
    change: Advice
    fails: tuple[tuple[str, Quote | None], ...]
    coach: tuple[str, ...]
    moments: tuple[MomentRow, ...]
    short_list: tuple[Step, ...]
    groups: tuple[Group, ...]
    faults: tuple[Step, ...]
    transcript: tuple[Entry, ...]
    facts: Facts
    questions: tuple[str, ...]
    trainee_notes: str
    #: Loudness, pace and pitch movement: label and sentence; and what they do to the score.
    voice: tuple[tuple[str, str], ...]
    about_voice: tuple[str, str]
    details: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]


def page_of(given: ReportInput) -> Page:
    """Return the report's words and figures."""
    card, person = given.scorecard, pronoun_of(given.scenario.caller)
    first = card.first
    return Page(
        top=_opening(given, person),
        score=card.score,
        score_words=_score_words(card),
        keep=Advice(one_line(first.keep), quote_of(first.keep_evidence, given), _fall(given, person)),
        change=Advice(one_line(first.change), quote_of(first.change_evidence, given), sentence=one_line(first.sentence)),
        fails=tuple((one_line(fail.label), quote_of(fail.evidence, given)) for fail in card.auto_fails),
        coach=tuple(one_line(each) for each in card.for_the_coach),
        moments=moments(given, person),
        short_list=short_list(given),
        groups=tuple(groups(given)),
        faults=tuple(faults(given)),
        transcript=entries(given, person),
        facts=_facts(given),
        questions=tuple(one_line(each) for each in (card.debrief, *given.scenario.coaching.after) if each),
        trainee_notes=one_line(given.notes),
        voice=tuple((fact.label, capital(fact.sentence)) for fact in card.voice),
        about_voice=(HEADING, about_voice(card)),
        details=tuple((one_line(label), one_line(value)) for label, value in given.details),
        notes=tuple(one_line(each) for each in card.notes),
    )


def _opening(given: ReportInput, person: Pronoun) -> Opening:
    return Opening(
        title=f"Call with {one_line(given.scenario.caller.name)}",
        scenario=one_line(given.scenario.title),
        trainee=one_line(given.trainee),
        headline=one_line(given.scorecard.first.headline),
        ended=_ended(given, person),
        curve=curve(given, person),
        curve_words=_curve_words(given.scorecard, person),
        curve_ends=("start", "end") if given.typed else ("0:00", moment(given.length_ms)),
    )


def _ended(given: ReportInput, person: Pronoun) -> str:
    card = given.scorecard
    how = f"{one_line(person.they)} hung up" if card.kind == "hung_up" else ENDED.get(card.kind, "not finished")
    minutes, rest = divmod(max(given.length_ms, 0) // 1000, 60)
    length = f"{card.replies} replies" if given.typed else f"{minutes} min {rest} s" if minutes else f"{rest} s"
    stayed = card.temper_start == card.temper_end
    moved = f"stayed at {card.temper_end}" if stayed else f"went from {card.temper_start} to {card.temper_end}"
    return f"Ended: {how} · {length} · {one_line(person.their)} anger {moved}"


def _curve_words(card: Scorecard, person: Pronoun) -> str:
    return (
        f"{capital(one_line(person.their))} anger over the call: {card.temper_start} at the start, {card.temper_highest} at the "
        f"highest, {card.temper_end} at the end. The moments stand in the table below."
    )


def _score_words(card: Scorecard) -> str:
    if card.auto_fails:
        return "of 100 · not passed, whatever the score"
    return f"of 100 · {'passed' if card.passed else 'not passed yet'}, the mark is {card.pass_mark}"


def _fall(given: ReportInput, person: Pronoun) -> str:
    """Return what the strength did to the caller, where it calmed."""
    evidence = given.scorecard.first.keep_evidence
    falls = {row.turn: row.temper_before - row.temper_after for row in given.rows if row.who == "trainee"}
    fall = falls.get(evidence.turn, 0) if evidence is not None else 0
    if fall <= 0:
        return ""
    most = ", the most of the whole call" if fall == max(falls.values()) else ""
    return f"{capital(one_line(person.their))} anger fell by {fall} in that moment{most}."


def _facts(given: ReportInput) -> Facts:
    remedies = given.scenario.policy.remedies
    return Facts(tuple(_fact_rows(given)), tuple(one_line(each.label) for each in remedies if each.id in given.agreed))


def _fact_rows(given: ReportInput) -> Iterable[tuple[str, str, str, str]]:
    for fact in given.scenario.facts:
        found = fact.id in given.known
        word = "found out" if found else "still open" if fact.needed else "not needed"
        yield "✓" if found else "–", one_line(fact.label), one_line(fact.value) if found else "", word
