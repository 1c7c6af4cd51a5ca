"""What fails a call whatever else happened, and what only asks a coach to look.

A call fails only on clear evidence: a sure insult, a forbidden offer, or a ``never_say`` with ``auto_fail: true``, on well
recognised words, always with quote and time (decisions 5). A scenario's ``rubric.auto_fail`` may add what is matched against
its own sentences or measured from state; blame, brush-offs and the like are told from wording that nobody can tell surely, so
naming them there only asks a coach to look (scoring, finding 6).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from simulator.scoring.call_view import CallView, reply_at
from simulator.scoring.evidence import in_order, is_weak, of_cue
from simulator.scoring.faults import FaultTable, sure
from simulator.scoring.finding import AutoFail, Evidence
from simulator.scoring.handover import handed_over, requests_for_handover
from simulator.scoring.money import beyond_policy, money
from simulator.scoring.pronouns import capital, fill
from simulator.scoring.wording import label, moment

#: The score that a call keeps at most once a coach has confirmed a critical fault.
CAP_WHEN_CONFIRMED = 60
_HOUSE = ("insult", "forbidden_offer")
#: What ``rubric.auto_fail`` may name besides the scenario's own ``never_say``.
_MAY_FAIL = frozenset({*_HOUSE, "over_promise", "skip_verification"})
#: Critical by the method, never automatic (scoring 2).
_CRITICAL = ("calm_down_order", "blame_caller", "skip_verification")
#: The engine's own ending when the trainee hangs up and no ending of the scenario fits.
_HUNG_UP = "trainee-hung-up"


def auto_fails(view: CallView, table: FaultTable) -> tuple[AutoFail, ...]:
    """Return what fails the call, in the order of the call."""
    found = [AutoFail(what, _label(what, view), sure(each)[0]) for what, each in _failing(view, table).items() if sure(each)]
    return tuple(sorted(found, key=_when))


def for_the_coach(view: CallView, table: FaultTable) -> tuple[str, ...]:
    """Return why a coach should look, one sentence each; none of it changes the score by itself."""
    return tuple(dict.fromkeys(capital(fill(each, view.person)) for each in _reasons(view, table)))


def capped(score: int, confirmed: bool) -> int:
    """Return the score of a call in which a coach has confirmed a critical fault, or the score as it is."""
    return min(score, CAP_WHEN_CONFIRMED) if confirmed else score


def _failing(view: CallView, table: FaultTable) -> FaultTable:
    """Return the evidence of each id that may fail this call; a ``never_say`` has its own, whatever fault it counts as."""
    never_say = {never.id: never for never in view.scenario.policy.never_say}
    named = view.scenario.rubric.auto_fail
    ids = (*_HOUSE, *(what for what in named if what in _MAY_FAIL or what in never_say))
    ids = (*ids, *(never.id for never in never_say.values() if never.auto_fail))
    return {what: _of_words(what, view) if what in never_say else table.get(what, ()) for what in dict.fromkeys(ids)}


def _of_words(what: str, view: CallView) -> tuple[Evidence, ...]:
    found = ((cue, reply) for reply in view.clear for cue in reply.cues if cue.skill == what)
    return in_order(
        replace(of_cue(cue, reply), certainty="possible") if is_weak(cue, reply) else of_cue(cue, reply) for cue, reply in found
    )


def _label(what: str, view: CallView) -> str:
    why = {never.id: never.why for never in view.scenario.policy.never_say}
    return why.get(what) or label(what, view.person)


def _when(fail: AutoFail) -> tuple[int, int, str]:
    return fail.evidence.turn, fail.evidence.start, fail.id


def _reasons(view: CallView, table: FaultTable) -> Iterable[str]:
    failing = _failing(view, table)
    for what in failing:
        doubtful = [each for each in failing[what] if each.certainty == "possible"]
        if doubtful and not sure(failing[what]):
            name, when = _label(what, view).rstrip("."), _at(doubtful[0], view)
            yield f"{name}: perhaps heard {when}; the words were not clear enough to be sure."
    for what in dict.fromkeys((*_CRITICAL, *(each for each in view.scenario.rubric.auto_fail if each not in failing))):
        if what not in failing and sure(table.get(what, ())):
            yield f"{_label(what, view)}: heard {_at(sure(table[what])[0], view)}."
    if len(table.get("over_promise", ())) > 1 and "over_promise" not in failing:
        yield "A promise that is not certain was made more than once."
    for hit, limit in beyond_policy(view)[:1]:
        sum_, most = (money(each, view.scenario.policy.currency) for each in (hit.cue.amount, limit))
        yield f"{sum_} was offered {_at(of_cue(hit.cue, hit.reply), view)}; the policy allows up to {most} there."
    if len(requests_for_handover(view)) > 1 and not handed_over(view) and view.call.kind != "escalated":
        yield "{They} asked for somebody else twice; no handover was heard."
    if view.call.ending == _HUNG_UP:
        yield "The call was ended on your side before any ending of the scenario was reached."


def _at(evidence: Evidence, view: CallView) -> str:
    reply = reply_at(view, evidence.turn)
    if view.call.typed and reply is not None:
        return f"in reply {evidence.turn + 1}"
    return f"at {moment(evidence.from_ms)}"
