"""``right_order``: heard first, then solved.

One sign of being heard - naming the feeling, an apology, a paraphrase, letting the caller finish - comes before the first
remedy (decisions 8). Words may stand earlier in the same reply; letting the caller finish has to be an earlier reply, else a
solution in the first breath would pass.
"""

from __future__ import annotations

from collections.abc import Iterable

from simulator.scoring.call_view import CallView
from simulator.scoring.evidence import is_weak, of_cue, of_time
from simulator.scoring.finding import Evidence
from simulator.scoring.heard import Hit, hits
from simulator.scoring.mark import FULL, Mark, not_applicable, scored
from simulator.scoring.remedy import nothing_to_offer
from simulator.scoring.timing import vented

_HEARD_WORDS = ("acknowledge_feeling", "apologise", "paraphrase")


def right_order(view: CallView) -> Mark:
    """Return the mark for listening before solving."""
    reason = nothing_to_offer(view)
    if reason:
        return not_applicable(reason)
    offer = _first_offer(view)
    if offer is None:
        return scored(0, why="No remedy was offered, so the order could not show.")
    before = tuple(_before(offer, view))
    best = max((each.credit for each in before), default=0)
    if not best:
        return scored(0, (of_cue(offer.cue, offer.reply),))
    return scored(best, (min((each for each in before if each.credit == best), key=_when),))


def _first_offer(view: CallView) -> Hit | None:
    """Return the first sure offer, or the first possible one where none is sure: doubt never counts against the trainee."""
    offers = [hit for what in ("offer_remedy", "forbidden_offer") for hit in hits(what, view)]
    solid = [hit for hit in offers if hit.cue.certainty == "sure" and not is_weak(hit.cue, hit.reply)]
    return min(solid or offers, key=_at, default=None)


def _at(hit: Hit) -> tuple[int, int, int]:
    return hit.reply.turn, hit.cue.start, hit.cue.end


def _before(offer: Hit, view: CallView) -> Iterable[Evidence]:
    for what in _HEARD_WORDS:
        for hit in hits(what, view):
            if (hit.reply.turn, hit.cue.start) < (offer.reply.turn, offer.cue.start) and not is_weak(hit.cue, hit.reply):
                halves = (hit.cue.certainty == "possible") + hit.cue.stock
                yield of_cue(hit.cue, hit.reply, FULL >> halves)
    for reply in vented(view):
        if reply.turn < offer.reply.turn:
            note = f"you let {view.person.them} finish before the first offer"
            yield of_time(reply.from_ms, reply.from_ms, "let finish", FULL, note, reply.turn)


def _when(evidence: Evidence) -> tuple[int, int, int, str]:
    return evidence.turn, evidence.start, evidence.end, evidence.rule
