"""Rows about what was offered and agreed: ``offer_remedy`` and ``fair_remedy``.

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
from simulator.scoring.heard import UNCLEAR, best_of, hits
from simulator.scoring.mark import FULL, Mark, could_not_tell, not_applicable, scored
from simulator.scoring.marked_call import AgreedRemedy
from simulator.scoring.rubric import Row

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}


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


def offer_remedy(row: Row, view: CallView) -> Mark:
    """Return the mark for putting something concrete on the table that the policy allows."""
    reason = nothing_to_offer(view)
    if reason:
        return not_applicable(reason)
    never = {remedy.id for remedy in view.scenario.policy.remedies if remedy.agent_may == "never"}
    return best_of(row, view, tuple(hit for hit in hits("offer_remedy", view) if hit.cue.remedy not in never))


def fair_remedy(row: Row, view: CallView) -> Mark:
    """Return the mark for what was agreed, against the policy."""
    reason = nothing_to_offer(view)
    if reason:
        return not_applicable(reason)
    remedies = {remedy.id: remedy for remedy in view.scenario.policy.remedies}
    agreed = {each.remedy: each for each in view.call.agreed if each.remedy in remedies}
    if not agreed:
        return could_not_tell(UNCLEAR) if poorly_heard(row, view) else scored(0, why="No remedy was agreed in this call.")
    if not agreed.keys() - handovers(view):
        return scored(0, why="The case was handed on before a remedy was agreed.")
    pairs = tuple((remedies[each.remedy], each) for each in agreed.values())
    credit, note, why = _judged(pairs, view)
    return scored(credit, tuple(_evidence(each, remedy, credit, note, view) for remedy, each in pairs), why)


def _judged(pairs: tuple[tuple[Remedy, AgreedRemedy], ...], view: CallView) -> tuple[int, str, str]:
    """Return credit, a short note and the sentence for a total of agreed remedies."""
    policy = view.scenario.policy
    if any(remedy.agent_may == "never" for remedy, _ in pairs):
        return 0, "not allowed", "Something was agreed that the policy does not allow."
    total = sum(_amount(remedy, each) for remedy, each in pairs)
    above = [remedy for remedy, each in pairs if remedy.up_to is not None and each.amount > remedy.up_to]
    if above or (policy.ceiling is not None and total > policy.ceiling):
        limit = money(above[0].up_to or 0 if above else policy.ceiling or 0, policy.currency)
        return 0, "above the limit", f"More was agreed than the policy allows; the limit here is {limit}."
    if any(remedy.counts_as == "fair" for remedy, _ in pairs) or (total and total >= (policy.floor or 0)):
        return FULL, "within policy", ""
    if not total and policy.floor is None and not any(remedy.counts_as == "token" for remedy, _ in pairs):
        return FULL, "within policy", ""
    half = total > 0 and 2 * total >= (policy.floor or 0)
    return FULL // 2 if half else 0, "too little", f"What was agreed is too little; fair begins at {_floor(view)}."


def _amount(remedy: Remedy, agreed: AgreedRemedy) -> int:
    if remedy.up_to is None:
        return max(0, agreed.amount)
    return agreed.amount if agreed.amount >= 0 else remedy.up_to


def _floor(view: CallView) -> str:
    policy = view.scenario.policy
    return money(policy.floor, policy.currency) if policy.floor else "a remedy that counts as fair"


def money(thousandths: int, currency: str) -> str:
    """Return an amount for people, ``$148.60`` or ``20 CHF``; whole amounts go without cents."""
    units, rest = divmod((thousandths + 5) // 10, 100)
    amount = f"{units:,}.{rest:02d}" if rest else f"{units:,}"
    return f"{_SIGNS[currency]}{amount}" if currency in _SIGNS else f"{amount} {currency}"


def _evidence(agreed: AgreedRemedy, remedy: Remedy, credit: int, note: str, view: CallView) -> Evidence:
    """Quote the last offer of the remedy before the caller agreed, else only the moment of agreement."""
    amount = money(_amount(remedy, agreed), view.scenario.policy.currency) if _amount(remedy, agreed) else ""
    words = f"{note}: {remedy.label}" + (f", {amount}" if amount else "")
    offers = [hit for hit in hits("offer_remedy", view) if hit.cue.remedy == remedy.id and hit.reply.from_ms <= agreed.at_ms]
    if offers:
        return of_cue(offers[-1].cue, offers[-1].reply, credit, words)
    return of_time(agreed.at_ms, agreed.at_ms, "agreed", credit, words)
