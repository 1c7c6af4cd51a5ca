"""``let_vent``: did the trainee leave the floor to a caller who needed to have their say?

The first reply after each caller line in a stage with place ``venting`` shows it when it begins no earlier than 300 ms before
the line's end, at most three times a call; typed replies too (decisions 8). Each interruption while venting takes half. It is time that
shows it, so a reply whose words could not be made out shows it, too.
"""

from __future__ import annotations

from collections.abc import Iterable

from simulator.scoring.call_view import CallView, line_of
from simulator.scoring.evidence import in_order, of_time
from simulator.scoring.faults import FaultTable, sure
from simulator.scoring.finding import Evidence
from simulator.scoring.mark import FULL, Mark, not_applicable, scored
from simulator.scoring.marked_call import Reply

#: An answer may begin this much before the caller's end: that is how people take turns.
TURN_TAKING_MS = 300
MOST_TIMES = 3


def let_vent(view: CallView, table: FaultTable) -> Mark:
    """Return the mark for letting the caller finish while venting."""
    if not any(stage.place == "venting" for stage in view.scenario.stages):
        return not_applicable("This call has no stretch in which the caller vents.")
    waited = vented(view)
    turns = {reply.turn for reply in view.call.replies if reply.place == "venting"}
    over = tuple(each for each in sure(table.get("interrupt", ())) if each.turn in turns)
    credit = (FULL if waited else 0) >> len(over)
    return scored(credit, in_order((*(_evidence(reply, view) for reply in waited), *over)))


def vented(view: CallView) -> tuple[Reply, ...]:
    """Return the replies that show it, at most three."""
    return tuple(_let_finish(view))[:MOST_TIMES]


def _let_finish(view: CallView) -> Iterable[Reply]:
    answered: set[int] = set()
    for reply in sorted(view.call.replies, key=_turn):
        if reply.unclear and not reply.words:
            continue
        line = line_of(view, reply.answers)
        first = reply.answers not in answered
        answered.add(reply.answers)
        if line is None or not first or reply.place != "venting" or any(each.interrupt for each in reply.overlaps):
            continue
        if view.call.typed or reply.from_ms >= line.to_ms - TURN_TAKING_MS:
            yield reply


def _turn(reply: Reply) -> int:
    return reply.turn


def _evidence(reply: Reply, view: CallView) -> Evidence:
    return of_time(
        reply.from_ms, reply.from_ms, "let finish", FULL, f"you waited until {view.person.they} had finished", reply.turn
    )
