"""Match a clause against a scenario's own examples: facts asked for, remedies offered, what must never or has to be said.

Plain similarity found 2 of 12 ordinary replies and took a refusal for a promise (decisions 8). So a clause must have the
right form (a question or request, a promise or offer), and the words that tell one entry from the others must be in it: each
*feature* - a concept, or two neighbouring ones - weighs by how few entries of the same list use it. One entry has to be
clearly ahead.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from simulator.cues.cue import Likes
from simulator.cues.synonyms import concept, with_phrases
from simulator.cues.word_kinds import FUNCTION_WORDS
from simulator.transcript.normalise import MARKS, normalise
from simulator.transcript.spoken_numbers import NUMBER_WORDS

#: The best entry must reach this score, the sum of the weights of the features it shares with the clause.
LEAST_SCORE = 0.85
#: And be ahead of the second by this factor.
AHEAD = 1.2
#: Share of one example's weight that a forbidden sentence must show.
SURE_COVER = 0.75
#: Share of one example's weight that an ordinary match must show.
LEAST_COVER = 0.25
#: A second entry in the same clause needs more of both.
SECOND_SCORE, SECOND_COVER = 1.3, 0.5
#: For forbidden sentences even a word that all lists share counts this much: "you will have" is what makes it a promise.
LEAST_WEIGHT = 0.6
#: Share of the words, figures aside, of one example that a needed sentence must show.
NEEDED_COVER = 0.6
#: Worth of two neighbouring concepts beside that of the single ones.
PAIR_WORTH = 0.5

_KEPT = frozenset("when why who before need back off tell say cost how many".split())
_STOP = (FUNCTION_WORDS - _KEPT) | frozenset(
    "sir madam thanks thank sorry today's just going able way thing things time moment bit help happy like".split()
) - {"time"}
#: Where a promise of money is forbidden, it does not matter how the money is to come back.
_PAYS = {"refund": "pay", "money": "pay"}
#: Any offer may send something and say when; that alone is not this offer.
_ANY_OFFER = frozenset("day today week hour minute business weekday month tomorrow back send".split())
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


@lru_cache(maxsize=4096)
def concepts(text: str) -> tuple[str, ...]:
    """Return the concepts of a normalised text in order; function words left out."""
    found = []
    for word in with_phrases(text).split():
        if word in MARKS or word in _STOP:
            continue
        found.append("weekday" if word in _WEEKDAYS else word if word in NUMBER_WORDS else concept(word))
    return tuple(found)


@lru_cache(maxsize=4096)
def features(text: str) -> frozenset[str]:
    """Return the single concepts and the neighbouring pairs of a normalised text."""
    row = concepts(text)
    pairs = {"+".join(sorted(pair)) for gap in (1, 2) for pair in zip(row, row[gap:], strict=False) if pair[0] != pair[1]}
    return frozenset(row) | frozenset(pairs)


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact, remedy or forbidden sentence, ready for matching."""

    id: str
    examples: tuple[frozenset[str], ...]
    vocabulary: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lists:
    """Entries that compete with each other, with the weight of every feature among them."""

    entries: tuple[Entry, ...]
    weights: dict[str, float]

    def weight(self, feature: str) -> float:
        """Return how much a feature tells: 1 where one entry alone uses it, less the more entries do."""
        return self.weights.get(feature, 0.0)

    def score(self, entry: Entry, clause: frozenset[str]) -> float:
        """Return the weight that the clause shares with the entry; what most of its examples say weighs in full."""
        total = 0.0
        for feature in sorted(clause & entry.vocabulary):
            share = sum(feature in example for example in entry.examples) / len(entry.examples)
            worth = PAIR_WORTH if "+" in feature else 1.0
            total += self.weight(feature) * worth * (0.6 + 0.4 * share)
        return total

    def cover(self, entry: Entry, clause: frozenset[str]) -> float:
        """Return the largest share of one example's single concepts, by weight, that the clause shows."""
        best = 0.0
        for example in entry.examples:
            singles = [feature for feature in sorted(example) if "+" not in feature]
            whole = sum(self.weight(feature) for feature in singles)
            if whole:
                best = max(best, sum(self.weight(feature) for feature in singles if feature in clause) / whole)
        return best


@lru_cache(maxsize=256)
def lists_of(likes: tuple[Likes, ...]) -> Lists:
    """Return the entries of these lists with the features' weights."""
    entries = []
    for like in likes:
        examples = tuple(features(normalise(example).text) for example in like.examples)
        entries.append(Entry(like.id, examples, frozenset().union(*examples)))
    counts: dict[str, int] = {}
    for entry in entries:
        for feature in entry.vocabulary:
            counts[feature] = counts.get(feature, 0) + 1
    size = max(len(entries), 2)
    weights = {feature: math.log((size + 1) / count) / math.log(size + 1) for feature, count in counts.items()}
    return Lists(tuple(entries), weights)


def best(likes: tuple[Likes, ...], clause: str) -> tuple[str, ...]:
    """Return the ids that a clause of the right form matches: one as a rule, a second one where it shares no words with the
    first."""
    lists = lists_of(likes)
    left = features(clause)
    found: list[str] = []
    for least, cover in ((LEAST_SCORE, LEAST_COVER), (SECOND_SCORE, SECOND_COVER)):
        ranked = sorted(
            ((lists.score(entry, left), entry.id) for entry in lists.entries if entry.id not in found), reverse=True
        )
        if not ranked or ranked[0][0] < least:
            break
        top = next(entry for entry in lists.entries if entry.id == ranked[0][1])
        second = ranked[1][0] if len(ranked) > 1 else 0.0
        if ranked[0][0] < AHEAD * second or lists.cover(top, left) < cover:
            break
        found.append(top.id)
        left = frozenset(feature for feature in left if not set(feature.split("+")) & top.vocabulary)
    return tuple(found)


def shared(likes: tuple[Likes, ...], id_: str, clause: str) -> int:
    """Return how many single concepts the clause shares with this entry; figures, times and words for any service do not count."""
    entry = next(each for each in lists_of(likes).entries if each.id == id_)
    plain = (feature for feature in features(clause) & entry.vocabulary if "+" not in feature)
    return sum(1 for feature in plain if feature not in NUMBER_WORDS and feature not in _ANY_OFFER)


def shown_share(likes: tuple[Likes, ...], id_: str, clause: str) -> float:
    """Return the largest share of one example of this entry that the clause shows, 0-1; common words count too, as in ``sure``."""
    lists = lists_of(likes)
    entry = next(each for each in lists.entries if each.id == id_)
    shown = {_PAYS.get(feature, feature) for feature in features(clause)}
    best_share = 0.0
    for example in entry.examples:
        singles = {_PAYS.get(feature, feature) for feature in example if "+" not in feature and feature not in NUMBER_WORDS}
        whole = sum(max(lists.weight(feature), LEAST_WEIGHT) for feature in sorted(singles))
        seen = sum(max(lists.weight(feature), LEAST_WEIGHT) for feature in sorted(singles & shown))
        best_share = max(best_share, seen / whole if whole else 0.0)
    return best_share


def sure(likes: Sequence[Likes], rivals: Iterable[Likes], clause: str) -> tuple[str, ...]:
    """Return the ids of which the clause shows nearly one whole example, its most telling word included."""
    lists = lists_of(tuple(likes) + tuple(rivals))
    shown = {_PAYS.get(feature, feature) for feature in features(clause)}
    found = []
    for entry in lists.entries[: len(likes)]:
        for example in entry.examples:
            singles = sorted({_PAYS.get(feature, feature) for feature in example if "+" not in feature})
            whole = sum(max(lists.weight(feature), LEAST_WEIGHT) for feature in singles)
            telling = max(singles, key=lists.weight, default="")
            seen = sum(max(lists.weight(feature), LEAST_WEIGHT) for feature in singles if feature in shown)
            if whole and telling in shown and seen / whole >= SURE_COVER:
                found.append(entry.id)
                break
    return tuple(found)


def said(likes: tuple[Likes, ...], clause: str) -> tuple[str, ...]:
    """Return the ids of the needed sentences that a clause says; one telling word of an example is enough where it is rare."""
    lists = lists_of(likes)
    shown = features(clause)
    found = []
    for entry in lists.entries:
        for example in entry.examples:
            singles = sorted(
                feature for feature in example if "+" not in feature and feature not in NUMBER_WORDS and len(feature) > 2
            )
            numbers = {feature for feature in example if feature in NUMBER_WORDS}
            seen = [feature for feature in singles if feature in shown]
            counted = not numbers or bool(shown & NUMBER_WORDS)
            if singles and counted and len(seen) / len(singles) >= NEEDED_COVER:
                found.append(entry.id)
                break
    return tuple(found)
