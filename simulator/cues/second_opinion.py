"""A second opinion on what a reply does: small integer weights over its words and over what the rules found.

Rules know the wordings that somebody thought of; this knows what the labelled replies of the corpus have in common (scoring 0.3). It may
add a behaviour that no rule found, always as *possible*, and withdraw one that a rule found in words that mostly mean something else. The
guards look at what it adds as they do at everything. Weights are whole numbers in a data file, so the same reply gets the same opinion on
every machine; ``python -m tests corpus --train`` makes the file from the corpus.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from simulator.cues.candidate import Candidate
from simulator.cues.word_stems import stem
from simulator.transcript.normalise import MARKS, Normalised
from simulator.transcript.spoken_numbers import NUMBER_WORDS

FILE = "second-opinion.json"
RULE = "second opinion: the words together"
#: Stands for every number, so that "two days" and "five days" are one.
_NUMBER = "#"
_START = "^"


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned. Every number is in thousandths of a logit."""

    skills: tuple[str, ...]
    #: Feature -> where its pairs stand in the two arrays below: 256 times the first place, plus how many.
    features: Mapping[str, int]
    #: Index of the skill, and the weight; only the larger weights.
    owners: array[int]
    numbers: array[int]
    bias: tuple[int, ...]
    #: At least this: there, whether a rule found it or not.
    add_from: tuple[int, ...]
    #: Below this: not there, although a rule found it.
    drop_below: tuple[int, ...]
    #: Rules that were wrong so often on the corpus that they may be overruled; all others stand.
    doubtful: frozenset[str]


@cache
def weights() -> Weights | None:
    """Return the learned weights; None where there are none yet."""
    file = resources.files(__package__).joinpath(FILE)
    if not file.is_file():
        return None
    return weights_from(file.read_text("utf-8"))


def weights_from(text: str) -> Weights:
    """Return the weights of a file's text."""
    plain = json.loads(text)
    features, owners, numbers = {}, array("b"), array("h")
    for name, pairs in plain["features"].items():
        features[name] = len(owners) * 256 + len(pairs) // 2
        owners.extend(pairs[::2])
        numbers.extend(pairs[1::2])
    return Weights(
        skills=tuple(plain["skills"]),
        features=features,
        owners=owners,
        numbers=numbers,
        bias=tuple(plain["bias"]),
        add_from=tuple(plain["add_from"]),
        drop_below=tuple(plain["drop_below"]),
        doubtful=frozenset(plain["doubtful"]),
    )


def word_features(text: Normalised) -> Iterator[tuple[str, int, int]]:
    """Yield the features of a reply's words with the tokens that each covers, as (feature, first, last): one to three words in a row,
    and two with one word between them, which survives a misheard word."""
    at = [index for index, word in enumerate(text.words) if word not in MARKS]
    words = [_START, *(_NUMBER if text.words[index] in NUMBER_WORDS else stem(text.words[index]) for index in at), _START]
    places = [at[0] if at else 0, *at, at[-1] if at else 0]
    for here, word in enumerate(words):
        last = places[here] + 1
        if 0 < here < len(words) - 1:
            yield word, places[here], last
        if here >= 1:
            yield f"{words[here - 1]} {word}", places[here - 1], last
        if here >= 2:
            yield f"{words[here - 2]} {words[here - 1]} {word}", places[here - 2], last
            yield f"{words[here - 2]} * {word}", places[here - 2], last
    if "?" in text.words:
        yield "?", 0, 1


def rule_features(cues: Iterable[Candidate]) -> Iterator[str]:
    """Yield what the rules found, as features."""
    seen: dict[str, None] = {}
    for cue in cues:
        seen[f"{'+' if cue.certainty == 'sure' else '~'}{cue.skill}"] = None
        seen[f"={cue.rule}"] = None
    yield from seen


def with_second_opinion(text: Normalised, cues: list[Candidate], refused: frozenset[str] = frozenset()) -> list[Candidate]:
    """Return the cues without those that are withdrawn, and with those that only the words together show.

    ``refused`` are the skills that a rule found and a guard took back; they stay refused. Facts and remedies that were named are never
    withdrawn: the scenario's own sentences found them.
    """
    learned = weights()
    if learned is None:
        return cues
    placed = list(dict.fromkeys(word_features(text)))
    scores = _scores(learned, {*(name for name, _, _ in placed), *rule_features(cues)})
    found = {cue.skill for cue in cues}
    kept = [cue for cue in cues if not _withdrawn(learned, scores, cue)]
    added = [
        _evidence(text, learned, placed, index)
        for index, skill in enumerate(learned.skills)
        if skill not in found and skill not in refused and scores[index] >= learned.add_from[index]
    ]
    return [*kept, *added]


def _scores(learned: Weights, names: set[str]) -> list[int]:
    scores = list(learned.bias)
    for name in names:
        for index, weight in _pairs(learned, name):
            scores[index] += weight
    return scores


def _pairs(learned: Weights, name: str) -> Iterator[tuple[int, int]]:
    first, count = divmod(learned.features.get(name, 0), 256)
    return zip(learned.owners[first : first + count], learned.numbers[first : first + count], strict=True)


def _withdrawn(learned: Weights, scores: list[int], cue: Candidate) -> bool:
    if cue.fact or cue.remedy or cue.skill not in learned.skills or cue.rule not in learned.doubtful:
        return False
    index = learned.skills.index(cue.skill)
    return scores[index] < learned.drop_below[index]


def _evidence(text: Normalised, learned: Weights, placed: list[tuple[str, int, int]], index: int) -> Candidate:
    """Return a candidate over the clause whose words speak most for this skill."""
    by_token = [0] * (len(text.words) + 1)
    for name, first, _ in placed:
        by_token[first] += sum(weight for skill, weight in _pairs(learned, name) if skill == index)
    clauses = text.clauses or ((0, len(text.words)),)
    first, last = max(clauses, key=lambda clause: (sum(by_token[clause[0] : clause[1]]), -clause[0]))
    return Candidate(learned.skills[index], RULE, "possible", first, last)
