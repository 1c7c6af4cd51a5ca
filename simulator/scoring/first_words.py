"""One thing first: how it ended, one strength, one thing to change, one sentence to try. Chosen by rule, never by taste.

Strength: the row whose evidence stands in the reply after which the caller's temper fell most, times the row's weight; where the temper
never fell, the heaviest row that was heard. Rows that were met come first, then a row of conduct that was kept, and only then one that was
partly met; what is praised is never what is to change. Change: the row that lost most weight among those that the trainee had the chance
to show (the call reached their place), the points by which the temper rose where its faults stand added, so that what turned the curve up
comes before what was merely left out; what is equal is settled by the order of the card. Headlines say what happened to the caller. No
sentence here says what the trainee is like.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from simulator.scenario.model import Scenario
from simulator.scoring.better import better_for
from simulator.scoring.call_view import CallView, places_of, reply_at, source_of
from simulator.scoring.evidence import of_reply
from simulator.scoring.faults import FaultTable
from simulator.scoring.finding import AutoFail, Evidence, Finding, FirstWords
from simulator.scoring.instead import instead_of
from simulator.scoring.mark import FULL
from simulator.scoring.marked_call import Reply
from simulator.scoring.pronouns import capital, fill
from simulator.scoring.rubric import DEDUCTION_ROWS, Row

#: Rows whose evidence, when credit is lost, is what went against them.
_FAULT_ROWS = frozenset(DEDUCTION_ROWS) | {"stay_calm", "let_vent", "keep_moving"}
NOTHING_TO_CHANGE = "Nothing stands out to change. Try the next harder call."
NOTHING_HEARD = "You took the call."


def first_words(
    view: CallView,
    rows: Mapping[str, Row],
    findings: tuple[Finding, ...],
    fails: tuple[AutoFail, ...],
    table: FaultTable,
) -> FirstWords:
    """Return the first words of the card."""
    scored = tuple(finding for finding in findings if finding.weight > 0 and finding.id in rows)
    row, change, change_evidence, sentence = _change(view, rows, scored, fails, table)
    keep, keep_evidence = _keep(view, rows, tuple(finding for finding in scored if finding.id != row))
    return FirstWords(headline(view), keep, keep_evidence, change, change_evidence, sentence)


def headline(view: CallView) -> str:
    """Return the outcome of the call in one sentence about the caller."""
    who, kind = view.person, view.call.kind
    they = capital(who.they)
    calm_again = view.call.temper_end * 1000 < view.scenario.anger.moods.get("angry", 55_000)
    best = view.call.ending in {ending.id for ending in view.scenario.best_endings()}
    if kind == "resolved" and best and calm_again:
        return f"{they} stayed, and {who.they} {who.verb('trust')} the plan."
    words = {
        "resolved": f"{they} stayed, and the problem is solved.",
        "declined": f"{they} got a clear no, and {who.they} {who.verb('respect')} it.",
        "partial": f"{they} stayed, and part of it is solved.",
        "escalated": f"{capital(who.their)} case goes on to somebody who can take it further.",
        "hung_up": f"{they} hung up before there was a plan."
        if not view.call.agreed
        else f"{they} hung up before the plan was settled.",
        "agent_ended": "The call ended before there was a plan."
        if not view.call.agreed
        else "The call ended before the plan was settled.",
        "timed_out": f"{they} ran out of time before it was settled.",
    }
    return words.get(kind, "The call ended before it was settled.")


@dataclass(frozen=True, slots=True)
class _Moment:
    """A row with one piece of its evidence, and how much it weighs."""

    finding: Finding
    evidence: Evidence
    worth: int


def _keep(view: CallView, rows: Mapping[str, Row], findings: tuple[Finding, ...]) -> tuple[str, Evidence | None]:
    met = tuple(finding for finding in findings if finding.outcome == "met")
    kept = [finding for finding in met if finding.credit == FULL and finding.id in _FAULT_ROWS]
    moments = tuple(_strengths(view, met)) or (() if kept else tuple(_strengths(view, findings)))
    if moments:
        best = max(moments, key=_worth)
        return fill(rows[best.finding.id].keep, view.person), best.evidence
    if kept:
        return fill(rows[max(kept, key=_weight).id].keep, view.person), None
    return NOTHING_HEARD, None


def _strengths(view: CallView, findings: tuple[Finding, ...]) -> Iterable[_Moment]:
    """Yield what was heard; the fall in points counts for more than any weight alone."""
    for finding in findings:
        if finding.outcome not in ("met", "partly") or finding.id in _FAULT_ROWS - {"let_vent"}:
            continue
        for evidence in finding.evidence:
            reply = reply_at(view, evidence.turn)
            # What was said before the caller had said a word can have been a good greeting and nothing else.
            if reply is not None and evidence.credit > 0 and (evidence.turn > 0 or finding.id == "greet"):
                fall = max(0, reply.temper_before - reply.temper_after)
                yield _Moment(finding, evidence, finding.weight * evidence.credit * (1 + 100 * fall))


def _worth(moment: _Moment) -> tuple[int, int]:
    return moment.worth, -moment.evidence.turn


def _weight(finding: Finding) -> int:
    return finding.weight


def _change(
    view: CallView,
    rows: Mapping[str, Row],
    findings: tuple[Finding, ...],
    fails: tuple[AutoFail, ...],
    table: FaultTable,
) -> tuple[str, str, Evidence | None, str]:
    """Return the row that it is about, the one thing to change, its moment, and a sentence to try."""
    if fails:
        return "", _leave_out(fails[0]), fails[0].evidence, _instead(view, rows, fails[0])
    lost = [(finding, value) for finding in findings if (value := _lost(view, rows[finding.id], finding))]
    if not lost:
        return "", NOTHING_TO_CHANGE, None, ""
    most = max(value for _, value in lost)
    finding = next(finding for finding, value in lost if value == most)
    row = rows[finding.id]
    reply, evidence = _where(view, row, finding)
    other = instead_of(evidence, table) if evidence is not None else None
    if other is not None:
        return row.id, other[0], evidence, other[1]
    if evidence is not None and evidence.rule == "overlap":
        row = rows.get("let_vent", row)  # calm was lost by talking over the caller: that is the thing to change
    return row.id, fill(row.change, view.person), evidence, _to_try(view, row, reply)


def _lost(view: CallView, row: Row, finding: Finding) -> int:
    """Return the weight that was lost and could have been shown, per mille, with the rise of the temper at its faults."""
    if finding.outcome not in ("met", "partly", "missed") or finding.credit >= FULL or not _reached(view, row):
        return 0
    if _said_elsewhere(view, row, finding):
        return 0
    rise = 0
    if finding.id in _FAULT_ROWS:
        turns = {evidence.turn for evidence in finding.evidence if evidence.credit == 0}
        replies = [reply for turn in sorted(turns) if (reply := reply_at(view, turn)) is not None]
        rise = sum(max(0, reply.temper_after - reply.temper_before) for reply in replies)
    return row.weight * (FULL - finding.credit) + FULL * rise


def _said_elsewhere(view: CallView, row: Row, finding: Finding) -> bool:
    """Return whether it was said plainly, only not where it has its place: "say it" would be no advice to somebody who did."""
    if finding.id in _FAULT_ROWS:
        return False
    places = places_of(row, view)
    plainly = (each for each in finding.evidence if each.certainty == "sure" and each.credit > 0)
    replies = (reply for each in plainly if (reply := reply_at(view, each.turn)) is not None)
    return any(reply.place not in places for reply in replies) if places else False


def _reached(view: CallView, row: Row) -> bool:
    """Return whether the call came to where the row has its place."""
    places = places_of(row, view)
    return not places or any(reply.place in places for reply in view.clear)


def _where(view: CallView, row: Row, finding: Finding) -> tuple[Reply | None, Evidence | None]:
    """Return the moment to change: the fault after which the temper rose most, else the first reply in its place."""
    against = [evidence for evidence in finding.evidence if evidence.credit == 0]
    if finding.id in _FAULT_ROWS and against:
        worst = max(against, key=lambda each: (_rise(view, each), -each.from_ms))
        return reply_at(view, worst.turn), worst
    partly = [evidence for evidence in finding.evidence if evidence.turn >= 0 and evidence.certainty == "sure"]
    if partly:
        nearest = max(partly, key=_credit)
        return reply_at(view, nearest.turn), nearest
    places = places_of(row, view)
    chances = [reply for reply in view.clear if (not places and reply.turn > 0) or reply.place in places]
    waiting = [reply for reply in chances if (source := source_of(view, reply)) is not None and row.id in source.watch_for]
    reply = next(iter(waiting or chances), None)
    return reply, of_reply(reply, "moment") if reply is not None else None


def _credit(evidence: Evidence) -> int:
    return evidence.credit


def _rise(view: CallView, evidence: Evidence) -> int:
    reply = reply_at(view, evidence.turn)
    return reply.temper_after - reply.temper_before if reply is not None else 0


def _to_try(view: CallView, row: Row, reply: Reply | None) -> str:
    """Return the model answer of that very moment where it has one for this skill, else the row's better phrase."""
    source = source_of(view, reply) if reply is not None and row.model_answer else None
    if source is not None and row.id in source.watch_for and source.model_answer:
        return " ".join(source.model_answer.split())
    return better_for(row, view)


def _leave_out(fail: AutoFail) -> str:
    if fail.label.endswith("."):  # a scenario's own reason is a sentence
        return f"Leave this out next time. {fail.label}"
    return f"Leave this out next time: {fail.label[:1].lower()}{fail.label[1:]}."


def _instead(view: CallView, rows: Mapping[str, Row], fail: AutoFail) -> str:
    """Return what to say instead of what failed the call, where there is a general answer."""
    row = rows.get({"insult": "stay_calm", "forbidden_offer": "offer_remedy"}.get(fail.id, ""))
    return better_for(row, view) if row is not None else ""


def debrief_of(scenario: Scenario, ending: str) -> str:
    """Return the question that the scenario's author asks after this ending."""
    return next((" ".join(each.debrief.split()) for each in scenario.endings if each.id == ending), "")
