"""``escalate``: bringing in somebody who can act, when the caller asks for it or the right ending needs it.

After the request every place is the right one. A remedy hands over when an ending of kind ``escalated`` waits for its
agreement, or when its name says so (a supervisor, a manager, a specialist, a team lead).
"""

from __future__ import annotations

from collections.abc import Iterable

from simulator.scenario.model import Beat
from simulator.scoring.call_view import CallView, piece
from simulator.scoring.evidence import in_order, of_cue, of_time
from simulator.scoring.heard import Hit, best_of, hits, perhaps
from simulator.scoring.mark import FULL, Mark, not_applicable, scored
from simulator.scoring.rubric import Row

_NAMES = frozenset(["supervisor", "manager", "escalation", "escalate", "specialist", "lead"])


def escalate(row: Row, view: CallView) -> Mark:
    """Return the mark for handing over; it does not apply when nobody asked for it and nothing needed it."""
    found = handed_over(view)
    requests = requests_for_handover(view)
    needed = any(ending.kind == "escalated" for ending in view.scenario.best_endings())
    if not requests and not needed and not view.call.asked_for & handovers(view):
        return not_applicable("Nobody needed to be brought in.", in_order(of_cue(hit.cue, hit.reply) for hit in found))
    if view.call.kind == "escalated" and not found:
        return scored(FULL, (of_time(view.call.length_ms, view.call.length_ms, "ending", FULL, "the call was passed on"),))
    after = tuple(hit for hit in found if requests and hit.reply.answers >= requests[0])
    return best_of(row, view, after or found, anywhere=bool(after), maybe=_perhaps_handed_over(view))


def handed_over(view: CallView) -> tuple[Hit, ...]:
    """Return the words that hand over, offers of a handover included."""
    ways = handovers(view)
    return (*hits("escalate", view), *(hit for hit in hits("offer_remedy", view) if hit.cue.remedy in ways))


def _perhaps_handed_over(view: CallView) -> tuple[Hit, ...]:
    ways = handovers(view)
    return (*perhaps("escalate", view), *(hit for hit in perhaps("offer_remedy", view) if hit.cue.remedy in ways))


def requests_for_handover(view: CallView) -> tuple[int, ...]:
    """Return the numbers of the caller lines that ask for somebody else, ascending."""
    ways = handovers(view)
    sources = ((line.line, piece(view.scenario, line.source)) for line in view.call.lines)
    return tuple(sorted(number for number, source in sources if isinstance(source, Beat) and source.asks_for in ways))


def handovers(view: CallView) -> frozenset[str]:
    """Return the ids that hand the case to somebody else."""
    return frozenset(_handovers(view))


def _handovers(view: CallView) -> Iterable[str]:
    yield from ("escalate", "supervisor", "manager")
    for ending in view.scenario.endings:
        if ending.kind == "escalated":
            yield from (
                each for condition in ending.when.conditions if condition.word.startswith("agreed") for each in condition.ids
            )
    for remedy in view.scenario.policy.remedies:
        if _NAMES & set(f"{remedy.id} {remedy.label}".casefold().replace("_", " ").replace("-", " ").split()):
            yield remedy.id
