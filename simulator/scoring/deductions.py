"""Rows that start at full credit and lose half with each event: blame, brush-offs, sameness, lost calm, silence (decisions 5).

A possible fault is never a deduction. Where the trainee said nothing that could be made out there is nothing to keep, so such
a row could not be told.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from simulator.scoring.call_view import CallView, reply_at
from simulator.scoring.evidence import in_order, of_time
from simulator.scoring.faults import FaultTable, sure
from simulator.scoring.finding import Evidence
from simulator.scoring.mark import Mark, could_not_tell, halved, scored
from simulator.scoring.rubric import DEDUCTION_ROWS, Row
from simulator.scoring.voice_facts import ONLY_LOUDER, RULE
from simulator.scoring.wording import seconds

NOTHING_SAID = "Nothing that could be made out was said, so there was nothing to tell it from."
#: Where the scenario names no mood "angry": its house limit (thousandths of a point).
_ANGRY = 55_000
#: Losing one's calm, whatever the caller's mood; blame counts only while the caller is angry.
_NOT_CALM = ("insult", "sarcasm", "calm_down_order", "interrupt", "raise_voice")


def deduction(row: Row, view: CallView, table: FaultTable) -> Mark:
    """Return the mark of a row that counts faults: ``no_blame``, ``not_dismissive``, ``not_robotic``."""
    return after(in_order(each for what in DEDUCTION_ROWS[row.id] for each in sure(table.get(what, ()))), view)


def stay_calm(view: CallView, table: FaultTable) -> Mark:
    """Return the mark for civil words and for not talking over the caller; loudness only where it was measured."""
    events = in_order(_not_calm(view, table))
    mark = after(events, view)
    return replace(mark, why=ONLY_LOUDER) if events and all(each.rule == RULE for each in events) else mark


def keep_moving(view: CallView, table: FaultTable) -> Mark:
    """Return the mark for no dead air and no unannounced hold."""
    holds = (
        of_time(begin, end, "hold", note=f"a hold of {seconds(end - begin)} that was not announced")
        for begin, end, announced in view.call.holds
        if not announced
    )
    return after(in_order((*sure(table.get("dead_air", ())), *holds)), view)


def after(events: tuple[Evidence, ...], view: CallView) -> Mark:
    """Return what is left of full credit after these events."""
    if not view.clear and not events:
        return could_not_tell(NOTHING_SAID)
    return scored(halved(len(events)), events)


def _not_calm(view: CallView, table: FaultTable) -> Iterable[Evidence]:
    for what in _NOT_CALM:
        yield from sure(table.get(what, ()))
    angry = (view.scenario.anger.moods.get("angry", _ANGRY) + 500) // 1000
    for what in DEDUCTION_ROWS["no_blame"]:
        for each in sure(table.get(what, ())):
            reply = reply_at(view, each.turn)
            if reply is not None and reply.temper_before >= angry:
                yield each
