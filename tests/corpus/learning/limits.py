"""From which logit a suggestion counts, and which rules may be overruled: set on authors that nothing else was learned from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tests.corpus.learning.readings import FAULTS, SKILLS, Features, Reading

#: A rule that was wrong in more than this share of the readings, and in so many or more, may be overruled.
LEAST_WRONG, SHARE_WRONG = 4, 0.06
#: How much more a found skill that is none costs than one that was not found, as the beta of an F measure below 1.
BETA = 0.9
_STEPS_UP = np.round(np.arange(0.0, 6.01, 0.25), 2)
_STEPS = np.round(np.arange(-2.0, 2.01, 0.25), 2)
#: With marks that mean what they say, F1 is best from where a skill is there in four of ten replies. What the two authors say moves that
#: limit a little: it is drawn towards it as if so many more readings had said so, because every author draws the lines somewhat otherwise.
USUAL, AS_MANY = -0.4, 2400
#: A rule is overruled from where the words speak against it three to one.
OVERRULED = -1.0
NEVER = 1_000_000
#: A suggestion is sure from where so many of a hundred are right, on this many replies or more; of a fault none is.
SURE_RIGHT, SURE_REPLIES = 0.95, 40


@dataclass(frozen=True)
class Limits:
    """Logits in thousandths, one a skill: added from, sure from, a doubtful rule overruled below."""

    add: list[int]
    sure: list[int]
    drop: list[int]


def doubtful_rules(read: Sequence[Reading], seen: Sequence[Features]) -> frozenset[str]:
    """Return the rules that were wrong too often."""
    right, wrong = Counter[str](), Counter[str]()
    for reading, each in zip(read, seen, strict=True):
        for skill, rules in each.ruled.items():
            if skill in SKILLS and skill in reading.known:
                (right if skill in reading.labels else wrong).update(rules)
    return frozenset(
        rule for rule, count in wrong.items() if count >= LEAST_WRONG and count > SHARE_WRONG * (count + right[rule])
    )


def promised_rules(read: Sequence[Reading], seen: Sequence[Features], logits: np.ndarray, found: Limits) -> frozenset[str]:
    """Return the rules that would be overruled in a sentence in which the rules' own tests promise that the skill is found."""
    return frozenset(
        rule
        for reading, each, own in zip(read, seen, logits, strict=True)
        for skill in reading.labels & each.ruled.keys()
        if skill in SKILLS and 1000 * own[SKILLS.index(skill)] < found.drop[SKILLS.index(skill)]
        for rule in each.ruled[skill]
    )


def limits(
    read: Sequence[Reading], seen: Sequence[Features], logits: np.ndarray, doubtful: frozenset[str]
) -> Limits:
    """Return the limits of every skill."""
    add, drop, sure = [], [], []
    for index, skill in enumerate(SKILLS):
        there = np.array([skill in reading.labels for reading in read])
        found = np.array([skill in each.ruled for each in seen])
        stands = np.array([bool(each.ruled.get(skill, frozenset()) - doubtful) for each in seen])
        own = logits[:, index]
        pairs = ((low, high) for high in _STEPS for low in _STEPS if low <= high)
        best = max((_f(there, stands | np.where(found, own >= low, own >= high)), -low, high) for low, high in pairs)
        share = there.sum() / (there.sum() + AS_MANY)
        add.append(round(1000 * (share * best[2] + (1 - share) * USUAL)))
        drop.append(round(1000 * (share * -best[1] + (1 - share) * OVERRULED)))
        sure.append(NEVER if skill in FAULTS else max(add[-1], _sure_from(there, own)))
    return Limits(add, sure, drop)


def _sure_from(there: np.ndarray, own: np.ndarray) -> int:
    for step in _STEPS_UP:
        found = own >= step
        if found.sum() >= SURE_REPLIES and there[found].mean() >= SURE_RIGHT:
            return round(1000 * step)
    return NEVER


def _f(there: np.ndarray, found: np.ndarray) -> float:
    right = (1 + BETA**2) * float((there & found).sum())
    return right / max(1.0, BETA**2 * float(there.sum()) + float(found.sum()))
