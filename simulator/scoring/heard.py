"""Rows that are heard in the words: the best single evidence decides (decisions 5).

In its place a cue is worth 1000 per mille, out of place 500; a "possible" one half of that; empathy or a paraphrase that names nothing of
this caller's story half again, and so do words that promised something inside the call which then was not heard. In a reply that is more a
list of key words than sentences nothing counts more than half. One clear hit is enough.
To say it again earns nothing and costs nothing here: repeats belong to the temper alone (decisions 5 holds over the 30 % of scoring 2; the
temper's share is ``anger.repeat_discount``). What rests on words that were hardly recognised could not be told, and is never a miss.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.cues.cue import Cue
from simulator.cues.second_opinion import RULE as LEARNED
from simulator.scoring.call_view import CallView, in_place, poorly_heard
from simulator.scoring.evidence import in_order, is_weak, of_cue
from simulator.scoring.mark import FULL, PARTLY, Mark, could_not_tell, scored
from simulator.scoring.marked_call import Reply
from simulator.scoring.promises import BrokenPromise
from simulator.scoring.pronouns import capital, fill
from simulator.scoring.rubric import Row

UNCLEAR = "Too many replies could not be made out to tell."
WEAK = "Perhaps heard, but the words were not recognised well enough to tell."
_OUT_OF_PLACE = "Heard, but not at the point of the call where it helps most; it counts half."
_POSSIBLE = "Perhaps heard: the words point that way without being clear; it counts half."
_STOCK = "Heard as a general phrase that names nothing of {their} story; it counts half."
LISTED = "Heard among key words with hardly a sentence around them; it counts half."
_EARLY = "Heard before anything showed {them} that you had listened; it counts half."
_PROMISED = "It promised {what} within the call, and that was not heard afterwards; it counts half."


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue with the reply it stands in."""

    cue: Cue
    reply: Reply


def heard(row: Row, view: CallView) -> Mark:
    """Return the mark of a row that is heard in the words, by the cues with the row's id."""
    return best_of(row, view, hits(row.id, view), maybe=perhaps(row.id, view))


def hits(what: str, view: CallView) -> tuple[Hit, ...]:
    """Return every cue with this id in the replies that could be made out, in the order of the call.

    What only the words together suggest is evidence where no rule found anything in the whole call: a coach can defend a rule better.
    """
    found = tuple(Hit(cue, reply) for reply in view.clear for cue in reply.cues if cue.skill == what)
    return tuple(hit for hit in found if hit.cue.rule != LEARNED) or found


def perhaps(what: str, view: CallView) -> tuple[Hit, ...]:
    """Return the cues with this id in the replies that could not be made out: no evidence, but a reason not to speak of a miss."""
    return tuple(Hit(cue, reply) for reply in view.call.replies for cue in reply.perhaps if cue.skill == what)


def best_of(
    row: Row,
    view: CallView,
    found: tuple[Hit, ...],
    *,
    anywhere: bool = False,
    maybe: tuple[Hit, ...] = (),
    early: frozenset[Hit] = frozenset(),
) -> Mark:
    """Return the mark that these hits earn the row.

    ``anywhere``: each of them is in its place. ``maybe``: hits in replies that could not be made out. ``early``: hits that came before the
    caller had been heard, which count as out of place.
    """
    solid = tuple(hit for hit in found if not is_weak(hit.cue, hit.reply))
    worth = {hit: _worth(row, hit, view, anywhere and hit not in early, hit in early) for hit in solid}
    evidence = in_order(of_cue(hit.cue, hit.reply, credit) for hit, credit in worth.items())
    credit = max(worth.values(), default=0)
    if credit >= PARTLY:
        return scored(credit, evidence, _why(view, worth, early))
    weak = in_order(of_cue(hit.cue, hit.reply) for hit in (*found, *maybe) if hit not in worth)
    if weak:
        return could_not_tell(WEAK, in_order((*evidence, *weak)))
    if poorly_heard(row, view):
        return could_not_tell(UNCLEAR, evidence)
    return scored(credit, evidence, _why(view, worth, early) if worth else "")


def _worth(row: Row, hit: Hit, view: CallView, anywhere: bool, early: bool) -> int:
    credit = FULL if anywhere or (not early and in_place(row, hit.reply, view)) else FULL // 2
    if hit.cue.certainty == "possible":
        credit //= 2
    if _broken(hit, view) is not None:
        credit //= 2
    if hit.cue.stock:
        credit //= 2
    return min(credit, FULL // 2) if hit.reply.turn in view.like_lists else credit


def _broken(hit: Hit, view: CallView) -> BrokenPromise | None:
    """Return the promise that these words made and that was not kept, if they made one."""
    there = (each for each in view.broken if each.turn == hit.reply.turn)
    return next((each for each in there if each.start < hit.cue.end and hit.cue.start < each.end), None)


def _why(view: CallView, worth: dict[Hit, int], early: frozenset[Hit]) -> str:
    """Return why the best evidence is not worth all of it."""
    best = max(worth.values())
    if best == FULL:
        return ""
    hit = min((hit for hit, credit in worth.items() if credit == best), key=_when)
    broken = _broken(hit, view)
    if broken is not None:
        return _PROMISED.replace("{what}", broken.what)
    if hit.reply.turn in view.like_lists:
        return LISTED
    if hit.cue.stock:
        return capital(fill(_STOCK, view.person))
    if hit.cue.certainty == "possible":
        return _POSSIBLE
    return capital(fill(_EARLY, view.person)) if hit in early else _OUT_OF_PLACE


def _when(hit: Hit) -> tuple[int, int, int, str, bool]:
    return hit.reply.turn, hit.cue.start, hit.cue.end, hit.cue.certainty, hit.cue.stock
