"""``right_order``: heard first, then solved.

One sign of being heard - naming the feeling, an apology, a paraphrase, letting the caller finish - comes before the first
remedy (decisions 8). Words may stand earlier in the same reply; letting the caller finish has to be an earlier reply, else a
solution in the first breath would pass. An offer before any such sign counts half in its own row as well (scoring 1); there a sign that
was perhaps given is enough, because doubt never counts against the trainee.
"""

from __future__ import annotations

from collections.abc import Iterable

from simulator.scoring.call_view import CallView, poorly_heard
from simulator.scoring.evidence import is_weak, of_cue, of_time
from simulator.scoring.finding import Evidence
from simulator.scoring.heard import UNCLEAR, WEAK, Hit, best_of, hits, perhaps
from simulator.scoring.mark import FULL, Mark, could_not_tell, not_applicable, scored
from simulator.scoring.remedy import nothing_to_offer
from simulator.scoring.rubric import Row
from simulator.scoring.timing import vented

POINTS_TO_IT = "Perhaps an offer: the words point to it without being clear, so the order could not be told."
_OFFERS = ("offer_remedy", "forbidden_offer")
_HEARD_WORDS = ("acknowledge_feeling", "apologise", "paraphrase")


def right_order(row: Row, view: CallView) -> Mark:
    """Return the mark for listening before solving."""
    reason = nothing_to_offer(view)
    if reason:
        return not_applicable(reason)
    offer, sure = _first_offer(view)
    if offer is None:
        if any(perhaps(what, view) for what in _OFFERS) or poorly_heard(row, view):
            return could_not_tell(UNCLEAR)
        return scored(0, why="No remedy was offered, so the order could not show.")
    before = tuple(_before(offer, view))
    best = max((each.credit for each in before), default=0)
    if best:
        return scored(best, (min((each for each in before if each.credit == best), key=_when),))
    if not sure or _perhaps_heard(offer, view):
        badly = is_weak(offer.cue, offer.reply) or _perhaps_heard(offer, view)
        return could_not_tell(WEAK if badly else POINTS_TO_IT, (of_cue(offer.cue, offer.reply),))
    return scored(0, (of_cue(offer.cue, offer.reply),))


def offer_remedy(row: Row, view: CallView) -> Mark:
    """Return the mark for putting something concrete on the table that the policy allows; half of it before any sign of having listened."""
    reason = nothing_to_offer(view)
    if reason:
        return not_applicable(reason)
    never = {remedy.id for remedy in view.scenario.policy.remedies if remedy.agent_may == "never"}
    offers = tuple(hit for hit in hits("offer_remedy", view) if hit.cue.remedy not in never)
    early = frozenset(hit for hit in offers if not any(_before(hit, view)) and not _perhaps_heard(hit, view))
    maybe = tuple(hit for hit in perhaps("offer_remedy", view) if hit.cue.remedy not in never)
    return best_of(row, view, offers, maybe=maybe, early=early)


def _first_offer(view: CallView) -> tuple[Hit | None, bool]:
    """Return the first sure offer, or the first possible one where none is sure, and whether it is sure."""
    offers = [hit for what in _OFFERS for hit in hits(what, view)]
    solid = [hit for hit in offers if hit.cue.certainty == "sure" and not is_weak(hit.cue, hit.reply)]
    return min(solid or offers, key=_at, default=None), bool(solid)


def _perhaps_heard(offer: Hit, view: CallView) -> bool:
    """Return whether a sign of being heard may have come before this offer, in words that were hardly recognised."""
    doubtful = (hit for what in _HEARD_WORDS for hit in (*hits(what, view), *perhaps(what, view)))
    return any(_at(hit) < _at(offer) for hit in doubtful)


def _at(hit: Hit) -> tuple[int, int, int]:
    return hit.reply.turn, hit.cue.start, hit.cue.end


def _before(offer: Hit, view: CallView) -> Iterable[Evidence]:
    for what in _HEARD_WORDS:
        for hit in hits(what, view):
            if (hit.reply.turn, hit.cue.start) < (offer.reply.turn, offer.cue.start) and not is_weak(hit.cue, hit.reply):
                halves = (hit.cue.certainty == "possible" or hit.reply.turn in view.like_lists) + hit.cue.stock
                yield of_cue(hit.cue, hit.reply, FULL >> halves)
    for reply in vented(view):
        if reply.turn < offer.reply.turn:
            note = f"you let {view.person.them} finish before the first offer"
            yield of_time(reply.from_ms, reply.from_ms, "let finish", FULL, note, reply.turn)


def _when(evidence: Evidence) -> tuple[int, int, int, str]:
    return evidence.turn, evidence.start, evidence.end, evidence.rule
