"""Which remedy a sum belongs to that a reply names by itself ("Let's make it fifty dollars", "That will be one forty eight sixty").

It is the one with money that was offered last and still waits for an answer, else one that was agreed without a sum; with neither, the
only remedy with money that the trainee may give. Where none can be told the sum stays nobody's, and nothing is agreed by it. A bare
statement of a sum is an offer only where an offer or an agreement waits for one; elsewhere it may as well be a bill.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from simulator.cues import amounts
from simulator.cues.cue import Cue
from simulator.scenario.model import Policy
from simulator.transcript.normalise import normalise


def with_remedies(
    cues: tuple[Cue, ...], text: str, policy: Policy, on_table: Mapping[str, int], agreed: Mapping[str, int]
) -> tuple[Cue, ...]:
    """Return the cues with the remedy of each sum that was named alone, and a cue for one that answers "how much?"."""
    money = [remedy.id for remedy in policy.remedies if remedy.up_to is not None and remedy.agent_may != "never"]
    open_ = (*(remedy for remedy, amount in agreed.items() if amount < 0), *on_table)
    waiting = [remedy for remedy in open_ if remedy in money]
    if waiting and not any(cue.amount >= 0 for cue in cues):
        return (*cues, *_stated(text, waiting[-1]))
    if not any(_is_alone(cue) for cue in cues) or not (waiting or len(money) == 1):
        return cues
    remedy = (waiting or money)[-1]
    return tuple(replace(cue, remedy=remedy) if _is_alone(cue) else cue for cue in cues)


def _is_alone(cue: Cue) -> bool:
    return cue.skill == "offer_remedy" and cue.amount >= 0 and not cue.remedy


def _stated(text: str, remedy: str) -> tuple[Cue, ...]:
    """Return the last sum that a reply states, as a part of the offer that waits."""
    heard = normalise(text)
    found = [(first, last) for first, last in heard.clauses if amounts.names_only_a_sum(heard, first, last)]
    if not found or heard.words[found[-1][1] : found[-1][1] + 1] == ("?",):
        return ()
    first, last = found[-1]
    start, end = heard.span(first, last)
    amount = amounts.pieces(heard, first, last)[-1][2]
    return (Cue("offer_remedy", "sure", start, end, heard.heard[start:end], "remedy: the sum of an offer", remedy=remedy, amount=amount),)
