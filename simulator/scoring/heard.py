"""Rows that are heard in the words: the best single evidence decides (decisions 5).

In its place a cue is worth 1000 per mille, out of place 500; a "possible" one half of that; empathy or a paraphrase that
names nothing of this caller's story half again. One clear hit is enough: repeats move the temper and not the score.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.cues.cue import Cue
from simulator.cues.second_opinion import RULE as LEARNED
from simulator.scoring.call_view import CallView, in_place, poorly_heard
from simulator.scoring.evidence import in_order, is_weak, of_cue
from simulator.scoring.mark import FULL, PARTLY, Mark, could_not_tell, scored
from simulator.scoring.marked_call import Reply
from simulator.scoring.pronouns import capital, fill
from simulator.scoring.rubric import Row

UNCLEAR = "Too many replies could not be made out to tell."
WEAK = "Perhaps heard, but the words were not recognised well enough to tell."
_OUT_OF_PLACE = "Heard, but not at the point of the call where it helps most; it counts half."
_POSSIBLE = "Perhaps heard: the words point that way without being clear; it counts half."
_STOCK = "Heard as a general phrase that names nothing of {their} story; it counts half."


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue with the reply it stands in."""

    cue: Cue
    reply: Reply


def heard(row: Row, view: CallView) -> Mark:
    """Return the mark of a row that is heard in the words, by the cues with the row's id."""
    return best_of(row, view, hits(row.id, view))


def hits(what: str, view: CallView) -> tuple[Hit, ...]:
    """Return every cue with this id in the replies that could be made out, in the order of the call.

    What only the words together suggest is evidence where no rule found anything in the whole call: a coach can defend a rule better.
    """
    found = tuple(Hit(cue, reply) for reply in view.clear for cue in reply.cues if cue.skill == what)
    return tuple(hit for hit in found if hit.cue.rule != LEARNED) or found


def best_of(row: Row, view: CallView, found: tuple[Hit, ...], anywhere: bool = False) -> Mark:
    """Return the mark that these hits earn the row; ``anywhere``: each of them is in its place."""
    solid = tuple(hit for hit in found if not is_weak(hit.cue, hit.reply))
    worth = {hit: _worth(row, hit, view, anywhere) for hit in solid}
    evidence = in_order(of_cue(hit.cue, hit.reply, credit) for hit, credit in worth.items())
    credit = max(worth.values(), default=0)
    if solid and (credit >= PARTLY or not poorly_heard(row, view)):
        return scored(credit, evidence, _why(row, view, worth, anywhere))
    weak = in_order(of_cue(hit.cue, hit.reply) for hit in found if hit not in worth)
    if weak and not solid:
        return could_not_tell(WEAK, weak)
    return could_not_tell(UNCLEAR, evidence) if poorly_heard(row, view) else scored(0)


def _worth(row: Row, hit: Hit, view: CallView, anywhere: bool) -> int:
    credit = FULL if anywhere or in_place(row, hit.reply, view) else FULL // 2
    if hit.cue.certainty == "possible":
        credit //= 2
    return credit // 2 if hit.cue.stock else credit


def _why(row: Row, view: CallView, worth: dict[Hit, int], anywhere: bool) -> str:
    """Return why the best evidence is not worth all of it."""
    best = max(worth.values())
    if best == FULL:
        return ""
    hit = min((hit for hit, credit in worth.items() if credit == best), key=_when)
    if hit.cue.stock:
        return capital(fill(_STOCK, view.person))
    return _POSSIBLE if hit.cue.certainty == "possible" else _OUT_OF_PLACE


def _when(hit: Hit) -> tuple[int, int, int, str, bool]:
    return hit.reply.turn, hit.cue.start, hit.cue.end, hit.cue.certainty, hit.cue.stock
