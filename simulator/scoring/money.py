"""Sums of money of a call: what was offered in which words, what it is worth, and what went beyond the policy.

An agreed remedy is worth the sum that the trainee named for it, else its ``up_to``; one that counts as fair or as a token by itself has
no sum, whatever figures stand beside it (decisions 3). A sum is doubtful where one of its figures was recognised with low confidence:
*fifteen* and *fifty* are one sound apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from simulator.scenario.model import Remedy
from simulator.scoring.call_view import CallView
from simulator.scoring.evidence import is_weak, spoken
from simulator.scoring.heard import Hit, hits
from simulator.scoring.marked_call import AgreedRemedy
from simulator.transcript.spoken_numbers import NUMBER_WORDS
from simulator.transcript.words import LOW_CONFIDENCE

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}


def money(thousandths: int, currency: str) -> str:
    """Return an amount for people, ``$148.60`` or ``20 CHF``; whole amounts go without cents."""
    units, rest = divmod((thousandths + 5) // 10, 100)
    amount = f"{units:,}.{rest:02d}" if rest else f"{units:,}"
    return f"{_SIGNS[currency]}{amount}" if currency in _SIGNS else f"{amount} {currency}"


def with_sum(agreed: AgreedRemedy, view: CallView) -> AgreedRemedy:
    """Return what was agreed with its sum, where the trainee named one only after the caller had said yes."""
    if agreed.amount >= 0:
        return agreed
    later = [hit.cue.amount for hit in _offers(view) if hit.cue.remedy == agreed.remedy and hit.reply.from_ms > agreed.at_ms]
    named = [amount for amount in later if amount >= 0]  # to speak of it again without its sum takes no sum back
    return replace(agreed, amount=named[-1] if named else -1)


def worth(remedy: Remedy, agreed: AgreedRemedy) -> int:
    """Return what an agreed remedy is worth, in thousandths of the currency unit; 0 for one without money."""
    if remedy.up_to is None and remedy.counts_as:
        return 0
    return agreed.amount if agreed.amount >= 0 else remedy.up_to or 0


def offer_of(agreed: AgreedRemedy, view: CallView) -> Hit | None:
    """Return the words that offered what was agreed: those that named the sum, else the last before the caller agreed."""
    offers = [hit for hit in _offers(view) if hit.cue.remedy == agreed.remedy]
    named = [hit for hit in offers if hit.cue.amount == agreed.amount >= 0]
    before = [hit for hit in offers if hit.reply.from_ms <= agreed.at_ms]
    return next(reversed(named or before), None)


def is_doubtful(hit: Hit) -> bool:
    """Return whether the sum in these words may have been another one."""
    figures = (word for word in spoken(hit.cue, hit.reply) if any(part in NUMBER_WORDS for part in word.text.casefold().split("-")))
    return hit.cue.amount >= 0 and (is_weak(hit.cue, hit.reply) or any(word.confidence < LOW_CONFIDENCE for word in figures))


def beyond_policy(view: CallView) -> tuple[tuple[Hit, int], ...]:
    """Return the clear offers of more than the policy allows, each with its limit in thousandths, whether or not they were taken."""
    policy = view.scenario.policy
    with_money = (remedy for remedy in policy.remedies if remedy.up_to is not None or not remedy.counts_as)
    limits = {remedy.id: policy.ceiling if remedy.up_to is None else remedy.up_to for remedy in with_money}
    found = ((hit, limits.get(hit.cue.remedy) if hit.cue.remedy else policy.ceiling) for hit in _offers(view))
    return tuple((hit, limit) for hit, limit in found if limit is not None and hit.cue.amount > limit and _is_clear(hit))


def _offers(view: CallView) -> Iterable[Hit]:
    return (*hits("offer_remedy", view), *hits("forbidden_offer", view))


def _is_clear(hit: Hit) -> bool:
    return hit.cue.certainty == "sure" and not is_doubtful(hit)
