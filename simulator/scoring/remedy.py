"""``fair_remedy``: what was agreed, against the policy; and whether this call has a remedy to give at all.

Fair is judged on what the caller agreed to: the sum of the money (a remedy's ``up_to`` unless the trainee named an amount)
and the ``counts_as`` of the rest. Below ``floor`` is too little, floor to ``ceiling`` fair, above ``ceiling`` or above a
remedy's ``up_to`` too much, ``agent_may: never`` not allowed (decisions 3). Half of the floor is the limit of a token
(scoring 6.2): above it half credit.
"""

from __future__ import annotations

from simulator.scenario.model import Remedy
from simulator.scoring.call_view import CallView, poorly_heard
from simulator.scoring.evidence import of_cue, of_time
from simulator.scoring.finding import Evidence
from simulator.scoring.handover import handovers
from simulator.scoring.heard import LISTED, UNCLEAR
from simulator.scoring.mark import FULL, Mark, could_not_tell, not_applicable, scored
from simulator.scoring.marked_call import AgreedRemedy
from simulator.scoring.money import is_doubtful, money, offer_of, with_sum, worth
from simulator.scoring.rubric import Row

DOUBTFUL_SUM = "The sum was not recognised well enough to tell whether it was fair."


def grantable(view: CallView) -> tuple[Remedy, ...]:
    """Return the remedies that the trainee may grant or send for review."""
    return tuple(remedy for remedy in view.scenario.policy.remedies if remedy.agent_may != "never")


def nothing_to_offer(view: CallView) -> str:
    """Return why the remedy rows do not apply: nothing may be given, or a respectful no was the right end; else nothing."""
    if not grantable(view):
        return "This call has no remedy to give."
    best = {ending.id: ending.kind for ending in view.scenario.best_endings()}
    if best.get(view.call.ending) == "declined" and not view.call.agreed:
        return "The right outcome of this call was a respectful no."
    return ""


def fair_remedy(row: Row, view: CallView) -> Mark:
    """Return the mark for what was agreed, against the policy."""
    reason = nothing_to_offer(view)
    if reason:
        return not_applicable(reason)
    remedies = {remedy.id: remedy for remedy in view.scenario.policy.remedies}
    agreed = {each.remedy: with_sum(each, view) for each in view.call.agreed if each.remedy in remedies}
    if not agreed:
        return could_not_tell(UNCLEAR) if poorly_heard(row, view) else scored(0, why="No remedy was agreed in this call.")
    pairs = tuple((remedies[each.remedy], each) for each in agreed.values())
    if not agreed.keys() - handovers(view) and not any(remedy.counts_as == "fair" for remedy, _ in pairs):
        if view.call.kind == "escalated" and view.call.ending in {ending.id for ending in view.scenario.best_endings()}:
            return not_applicable("Handing it on was the right outcome of this call.")
        return scored(0, why="The case was handed on before a remedy was agreed.")
    credit, note, why = _judged(pairs, view)
    offers = [hit for _, each in pairs if (hit := offer_of(each, view)) is not None]
    if offers and all(hit.reply.turn in view.like_lists for hit in offers):
        credit, why = min(credit, FULL // 2), why or LISTED
    if credit < FULL and any(is_doubtful(hit) for hit in offers):
        return could_not_tell(DOUBTFUL_SUM, tuple(_evidence(each, remedy, 0, "agreed", view) for remedy, each in pairs))
    return scored(credit, tuple(_evidence(each, remedy, credit, note, view) for remedy, each in pairs), why)


def _judged(pairs: tuple[tuple[Remedy, AgreedRemedy], ...], view: CallView) -> tuple[int, str, str]:
    """Return credit, a short note and the sentence for a total of agreed remedies."""
    policy = view.scenario.policy
    if any(remedy.agent_may == "never" for remedy, _ in pairs):
        return 0, "not allowed", "Something was agreed that the policy does not allow."
    total = sum(worth(remedy, each) for remedy, each in pairs)
    above = [remedy for remedy, each in pairs if remedy.up_to is not None and worth(remedy, each) > remedy.up_to]
    if above or (policy.ceiling is not None and total > policy.ceiling):
        limit = money(above[0].up_to or 0 if above else policy.ceiling or 0, policy.currency)
        return 0, "above the limit", f"More was agreed than the policy allows; the limit here is {limit}."
    if any(remedy.counts_as == "fair" for remedy, _ in pairs) or (total and total >= (policy.floor or 0)):
        return FULL, "within policy", ""
    if not total and policy.floor is None and not any(remedy.counts_as == "token" for remedy, _ in pairs):
        return FULL, "within policy", ""
    half = total > 0 and 2 * total >= (policy.floor or 0)
    return FULL // 2 if half else 0, "too little", f"What was agreed is too little; fair begins at {_floor(view)}."


def _floor(view: CallView) -> str:
    policy = view.scenario.policy
    return money(policy.floor, policy.currency) if policy.floor else "a remedy that counts as fair"


def _evidence(agreed: AgreedRemedy, remedy: Remedy, credit: int, note: str, view: CallView) -> Evidence:
    """Quote the offer with its sum that the caller agreed to, else only the moment of agreement."""
    amount = money(worth(remedy, agreed), view.scenario.policy.currency) if worth(remedy, agreed) else ""
    words = f"{note}: {remedy.label}" + (f", {amount}" if amount else "")
    hit = offer_of(agreed, view)
    if hit is not None:
        return of_cue(hit.cue, hit.reply, credit, words)
    return of_time(agreed.at_ms, agreed.at_ms, "agreed", credit, words)
