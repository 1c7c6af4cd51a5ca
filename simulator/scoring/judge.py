"""Marks a call: every row of the rubric, the faults, what fails it, and the first words. Pure and in integers.

The rules stand in the modules beside this one, one kind of row each; this module brings them together, so the table below is
the place to see which rule marks which row. The same call, scenario and rubric always give the same scorecard, byte for byte.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from simulator.cues.spot import sounds_like_a_list
from simulator.scenario.model import MustSay, Scenario
from simulator.scoring import deductions
from simulator.scoring.auto_fail import auto_fails, for_the_coach
from simulator.scoring.better import better_for
from simulator.scoring.call_view import CallView, heard_in, view_of
from simulator.scoring.evidence import shortened
from simulator.scoring.faults import FaultTable, fault_table, faults
from simulator.scoring.finding import Finding, Line, Scorecard
from simulator.scoring.first_words import debrief_of, first_words
from simulator.scoring.handover import escalate
from simulator.scoring.heard import heard
from simulator.scoring.mark import Mark, not_applicable, outcome_of
from simulator.scoring.marked_call import MarkedCall
from simulator.scoring.order import offer_remedy, right_order
from simulator.scoring.pronouns import fill
from simulator.scoring.remedy import fair_remedy
from simulator.scoring.rubric import (
    DEDUCTION_ROWS,
    KNOWN_ROWS,
    HouseRubric,
    Row,
    reweighted,
)
from simulator.scoring.timing import let_vent
from simulator.scoring.totals import score_of
from simulator.scoring.voice_facts import voice_facts, voice_note, without_voice

Rule = Callable[[Row, CallView, FaultTable], Mark]


def judge(call: MarkedCall, scenario: Scenario, rubric: HouseRubric) -> Scorecard:
    """Return the scorecard of a call; where voice measures changed it, with the card that it would be without them."""
    card = _judged(call, scenario, rubric)
    if not any(fault.id == "raise_voice" for fault in card.faults):
        return card
    return replace(card, without_voice=_judged(without_voice(call), scenario, rubric))


def _judged(call: MarkedCall, scenario: Scenario, rubric: HouseRubric) -> Scorecard:
    view = view_of(call, scenario)
    table = fault_table(view)
    rows = (*reweighted(rubric, scenario.rubric.weights).rows, *_must_say_rows(scenario))
    findings = tuple(_finding(row, view, table) for row in rows)
    fails = auto_fails(view, table)
    score = score_of(findings)
    by_line = {line: score_of(each for each in findings if each.line == line) for line in _LINES}
    return Scorecard(
        scenario=scenario.id,
        scenario_sha256=scenario.sha256,
        rubric=rubric.name,
        score=score,
        care=by_line["care"],
        solution=by_line["solution"],
        conduct=by_line["conduct"],
        pass_mark=scenario.rubric.pass_mark,
        passed=score >= scenario.rubric.pass_mark and not fails,
        findings=findings,
        faults=faults(view, table),
        auto_fails=fails,
        for_the_coach=for_the_coach(view, table),
        first=first_words(view, {row.id: row for row in rows}, findings, fails, table),
        ending=call.ending,
        kind=call.kind,
        debrief=debrief_of(scenario, call.ending),
        temper_start=call.temper_start,
        temper_highest=call.temper_highest,
        temper_end=call.temper_end,
        replies=len(call.replies),
        notes=tuple(_notes(view)),
        voice=voice_facts(call),
    )


_LINES: tuple[Line, ...] = ("care", "solution", "conduct")


def _finding(row: Row, view: CallView, table: FaultTable) -> Finding:
    mark = RULES.get(row.id, _heard)(row, view, table)
    outcome = outcome_of(mark)
    if row.weight == 0 and outcome == "missed" and row.id not in _looked_for(view.scenario):
        mark = not_applicable("This call did not ask for it.")
        outcome = outcome_of(mark)
    full = outcome == "met" and not mark.why
    return Finding(
        id=row.id,
        label=fill(row.label, view.person),
        line=row.line,
        weight=row.weight,
        outcome=outcome,
        credit=mark.credit,
        evidence=mark.evidence,
        missing="" if full else mark.why or fill(row.missing, view.person),
        better=better_for(row, view) if outcome in ("partly", "missed") else "",
    )


def _heard(row: Row, view: CallView, table: FaultTable) -> Mark:
    return heard(row, view)


def _admit_fault(row: Row, view: CallView, table: FaultTable) -> Mark:
    """Where the company has no part in it, or nobody knows, there is nothing to admit (scoring 1)."""
    mark = heard(row, view)
    why = {
        "no": "The company was not at fault, so there was nothing to admit.",
        "unknown": "Nobody knows yet whose mistake it was; sorrow for the trouble is enough.",
    }.get(view.scenario.company_at_fault)
    return not_applicable(why, mark.evidence) if why else mark


#: Rows that are not simply heard in the words.
RULES: Mapping[str, Rule] = {
    **dict.fromkeys(DEDUCTION_ROWS, deductions.deduction),
    "admit_fault": _admit_fault,
    "stay_calm": lambda row, view, table: deductions.stay_calm(view, table),
    "keep_moving": lambda row, view, table: deductions.keep_moving(view, table),
    "let_vent": lambda row, view, table: let_vent(view, table),
    "right_order": lambda row, view, table: right_order(row, view),
    "offer_remedy": lambda row, view, table: offer_remedy(row, view),
    "fair_remedy": lambda row, view, table: fair_remedy(row, view),
    "escalate": lambda row, view, table: escalate(row, view),
}


def _must_say_rows(scenario: Scenario) -> tuple[Row, ...]:
    """Return a row for each sentence that the scenario requires; it weighs nothing unless ``rubric.weights`` says so."""
    return tuple(_must_say_row(must, scenario) for must in scenario.policy.must_say if must.id not in KNOWN_ROWS)


def _must_say_row(must: MustSay, scenario: Scenario) -> Row:
    weight = max(0, scenario.rubric.weights.get(must.id, 0))
    missing = "This call requires it, and it was not heard."
    return Row(must.id, "solution", weight, (), must.label, f"{must.label}: done.", missing, f"{must.label}.", must.like[:1])


def _looked_for(scenario: Scenario) -> frozenset[str]:
    """Return the ids that the scenario waits for anywhere: beats, conditions, the coach's items, required sentences."""
    return frozenset(_waits(scenario))


def _waits(scenario: Scenario) -> Iterable[str]:
    yield from (must.id for must in scenario.policy.must_say)
    yield from scenario.opening.watch_for
    for beat in (*scenario.beats, *scenario.reactions):
        yield from (*beat.watch_for, *heard_in(beat.when))
    for ending in scenario.endings:
        yield from heard_in(ending.when)
    for item in scenario.rubric.items:
        yield from item.looks_for


def _notes(view: CallView) -> Iterable[str]:
    """Yield what the reader of the card should know about how it was marked."""
    unclear = len(view.call.replies) - len(view.clear)
    if unclear:
        of = f"{unclear} of {len(view.call.replies)} replies"
        yield f"{of} could not be made out; nothing was marked in them."
    for reply in view.clear:
        if not reply.cues and reply.text and sounds_like_a_list(reply.text):
            yield f"“{shortened(reply.text, 60)}” sounds like a list of key words; nothing was marked in it."
    if view.call.typed:
        yield "The replies were typed: loudness does not apply, and time counts only where it was typed in."
    else:
        yield voice_note(view.call)
