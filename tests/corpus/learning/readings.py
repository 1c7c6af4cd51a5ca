"""Makes the weights of the second opinion out of the corpus (simulator/cues/second_opinion.py).

One logistic regression a skill over the reply's words and over what the rules found in it. Every reply is read four times: as typed, as
a recogniser would write it, and twice with wrong words. The thresholds are set on replies of an author whom the weights they are tried
with have not seen: each author is left out once. The held-back authors are never looked at.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.cues.second_opinion import rule_features, word_features
from simulator.cues.spot import ruled
from simulator.robots import sentences as robots
from simulator.robots.fixtures_file import load_fixtures
from simulator.scenario.model import Scenario
from simulator.scenario_files import load_scenario
from simulator.scoring.rubric import rubric_from
from simulator.session.rubric_file import rubric_bytes
from simulator.transcript.normalise import normalise
from tests.corpus import measure
from tests.cues.behaviours import BEHAVIOURS
from tests.cues.traps import TRAPS

SKILLS = tuple(
    "greet apologise admit_fault acknowledge_feeling ask_fact paraphrase take_ownership offer_remedy offer_options escalate check_further "
    "thank explain_plan give_timeframe blame_caller blame_others dismiss policy_shield calm_down_order".split()
)
#: A feature has to stand in so many different replies; weights smaller than this (thousandths) are left out.
LEAST_REPLIES, LEAST_WEIGHT = 3, 70
#: A lesson is written to be plain, so it counts as often as so many replies.
LESSONS = 16
#: Readings in which a rule has to be wrong before it can be called doubtful.
LEAST_WRONG = 12
EPOCHS, RATE, DECAY, BATCH = 24, 0.05, 1e-3, 256
#: How much more a found skill that is none costs than one that was not found, as the beta of an F measure below 1.
BETA = 0.8
#: Readings of a reply: (share of wrong words, seed); None: as typed.
READINGS: tuple[tuple[float, int] | None, ...] = (None, (0.0, 1), (0.1, 11), (0.2, 12))

#: The authors that are learned from.
AUTHORS = ("callum", "deshawn", "first", "ilse", "kwame", "maren", "priya", "rosalind", "tomas")

FAULTS = {"blame_caller", "blame_others", "dismiss", "policy_shield", "calm_down_order"}
#: The rules miss next to nothing of these, so nothing is learned to be added.
RULES_ALONE = frozenset({"thank"})

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Reading:
    """One reading of one reply."""

    author: str
    reply: str
    features: tuple[str, ...]
    labels: frozenset[str]
    #: Skill -> the rules that found it.
    ruled: Mapping[str, frozenset[str]]
    #: The skills that are known about; of a lesson only one or two are.
    known: frozenset[str] = frozenset(SKILLS)


def readings(rows: Sequence[measure.Row]) -> Iterator[Reading]:
    """Yield every reading of the replies."""
    for row in rows:
        for how in READINGS:
            text = row.text if how is None else measure.noised(row.text, *how) if how[0] else measure.as_heard(row.text)
            yield _reading(row.author, row.id, text, row.labels, frozenset(SKILLS))


def lessons() -> Iterator[Reading]:
    """Yield the sentences of the rules' own tests, as typed and as heard, with the one or two skills that they are about."""
    for skill, (shown, others) in BEHAVIOURS.items():
        for text, there in [*((text, True) for text in shown), *((text, False) for text in others)]:
            yield from _lesson(text, {skill} if there else set(), {skill})
    for _, text, forbidden, needed in TRAPS:
        yield from _lesson(text, set(needed.split()), {*needed.split(), *forbidden.split()})


    for skill, texts in (*robots.SKILLS.items(), *robots.FAULTS.items()):
        for text in texts:
            yield from _lesson(text, {skill}, {skill, *(FAULTS if skill in robots.SKILLS else ())})
    yield from _of_the_files()


def _of_the_files() -> Iterator[Reading]:
    """Yield what the shipped files call good sentences, in which there is no fault, and the sentences of their detection lists."""
    for row in rubric_from(rubric_bytes()).rows:
        for text in row.better:
            yield from _lesson(text, set(), FAULTS)
    for path in sorted((measure.FOLDER.parents[1] / "scenarios").glob("*.yaml")):
        scenario = None if path.stem.endswith(".tests") else load_scenario(path)
        if scenario is not None:
            for text in _good_sentences(scenario):
                yield from _lesson(text, set(), FAULTS)
        else:
            for sentence in load_fixtures(path).detection:
                words = {each.word: set(each.ids) for each in sentence.expect}
                heard, others = words.get("heard", set()), words.get("not_heard", set())
                yield from _lesson(sentence.text, heard, heard | others)


def _good_sentences(scenario: Scenario) -> Iterator[str]:
    yield scenario.opening.model_answer
    yield from (beat.model_answer for beat in (*scenario.beats, *scenario.reactions))
    yield from (text for fact in scenario.facts for text in fact.ask_like)
    yield from (text for remedy in scenario.policy.remedies if remedy.agent_may != "never" for text in remedy.offer_like)
    yield from (text for must in scenario.policy.must_say for text in must.like)


def _lesson(text: str, labels: set[str], known: set[str]) -> Iterator[Reading]:
    for reading in (text, measure.as_heard(text)) if text and known & set(SKILLS) else ():
        yield _reading("lesson", text, reading, frozenset(labels), frozenset(known))


def _reading(author: str, reply: str, text: str, labels: frozenset[str], known: frozenset[str]) -> Reading:
    heard = normalise(text)
    cues, _ = ruled(heard)
    names = {*(name for name, _, _ in word_features(heard)), *rule_features(cues)}
    by_skill = {skill: frozenset(cue.rule for cue in cues if cue.skill == skill) for skill in {cue.skill for cue in cues}}
    return Reading(author, reply, tuple(sorted(names)), labels, by_skill, known)


def vocabulary(read: Sequence[Reading]) -> dict[str, int]:
    """Return the features that are common enough to learn from."""
    counts: Counter[str] = Counter()
    seen: dict[str, str] = {}
    for reading in read:
        for name in reading.features:
            if seen.get(name) != reading.reply:
                counts[name] += 1
                seen[name] = reading.reply
    return {name: index for index, name in enumerate(sorted(name for name, count in counts.items() if count >= LEAST_REPLIES))}


def fit(read: Sequence[Reading], words: dict[str, int]) -> tuple[Floats, Floats]:
    """Return weights (features by skills) and bias that fit the readings."""
    rng = np.random.default_rng(5)
    read = [reading for reading in read if any(name in words for name in reading.features)]
    rows = [np.array([words[name] for name in reading.features if name in words], dtype=np.int64) for reading in read]
    wanted = np.array([[skill in reading.labels for skill in SKILLS] for reading in read], dtype=np.float64)
    asked = np.array([[skill in reading.known for skill in SKILLS] for reading in read], dtype=np.float64)
    table, bias = np.zeros((len(words), len(SKILLS))), np.full(len(SKILLS), -2.0)
    moved, moved_bias = np.full_like(table, 1e-8), np.full_like(bias, 1e-8)
    for epoch in range(EPOCHS):
        rate = RATE * (1.0 if epoch < EPOCHS // 2 else 0.4)
        for batch in np.array_split(rng.permutation(len(read)), max(1, len(read) // BATCH)):
            flat = np.concatenate([rows[at] for at in batch])
            starts = np.cumsum([0, *(len(rows[at]) for at in batch)])[:-1]
            sums = np.add.reduceat(table[flat], starts, axis=0) + bias
            error = (1 / (1 + np.exp(-sums)) - wanted[batch]) * asked[batch]
            used, where = np.unique(flat, return_inverse=True)
            step = np.zeros((len(used), len(SKILLS)))
            np.add.at(step, where, np.repeat(error, [len(rows[at]) for at in batch], axis=0))
            step = step / len(batch) + DECAY * table[used]
            moved[used] += step**2
            table[used] -= rate * step / np.sqrt(moved[used])
            own = error.mean(axis=0)
            moved_bias += own**2
            bias -= rate * own / np.sqrt(moved_bias)
    return table, bias


def scores(read: Sequence[Reading], words: dict[str, int], table: Floats, bias: Floats) -> Floats:
    """Return the logits of each reading."""
    return np.array([table[[words[name] for name in reading.features if name in words]].sum(axis=0) + bias for reading in read])


def doubtful_rules(read: Sequence[Reading]) -> frozenset[str]:
    """Return the rules that were wrong in more than one of five replies, and in three or more."""
    right, wrong = Counter[str](), Counter[str]()
    for reading in read:
        for skill, rules in reading.ruled.items():
            (right if skill in reading.labels else wrong).update(rules if skill in SKILLS else ())
    return frozenset(rule for rule, count in wrong.items() if count >= LEAST_WRONG and count * 5 > count + right[rule])


def thresholds(read: Sequence[Reading], logits: Floats, doubtful: frozenset[str]) -> tuple[list[float], list[float]]:
    """Return for each skill from which logit it is added and below which it is withdrawn, so that the F measure is best."""
    add, drop = [], []
    for index, skill in enumerate(SKILLS):
        wanted = np.array([skill in reading.labels for reading in read])
        found = np.array([skill in reading.ruled for reading in read])
        stands = np.array([bool(reading.ruled.get(skill, frozenset()) - doubtful) for reading in read])
        own = logits[:, index]
        pairs = ((low, high) for high in _STEPS for low in _STEPS if low <= high)
        best = max((_f(wanted, stands | np.where(found, own >= low, own >= high)), -low, high) for low, high in pairs)
        add.append(NEVER if skill in RULES_ALONE else best[2])
        drop.append(-best[1])
    return add, drop


NEVER = 1000.0
_STEPS = tuple(np.round(np.arange(-4.0, 3.01, 0.25), 2))


def _f(wanted: NDArray[np.bool_], found: NDArray[np.bool_]) -> float:
    right = (1 + BETA**2) * float((wanted & found).sum())
    return right / max(1.0, BETA**2 * float(wanted.sum()) + float(found.sum()))


def train(rows: Sequence[measure.Row]) -> str:
    """Return the text of the weights' file."""
    read, taught = list(readings(rows)), list(lessons()) * LESSONS
    authors = sorted({reading.author for reading in read})
    doubtful = doubtful_rules(read)
    logits = np.zeros((len(read), len(SKILLS)))
    for author in authors:
        inside = [*(reading for reading in read if reading.author != author), *taught]
        words = vocabulary(inside)
        table, bias = fit(inside, words)
        places = [at for at, reading in enumerate(read) if reading.author == author]
        logits[places] = scores([read[at] for at in places], words, table, bias)
        print(f"left out {author}: {len(places)} readings, {len(words)} features", flush=True)
    add, drop = thresholds(read, logits, doubtful)
    words = vocabulary([*read, *taught])
    table, bias = fit([*read, *taught], words)
    return as_text(words, table, bias, add, drop, doubtful)


def as_text(
    words: dict[str, int], table: Floats, bias: Floats, add: Sequence[float], drop: Sequence[float], doubtful: frozenset[str]
) -> str:
    """Return weights and thresholds as the file's text, whole thousandths."""
    milli = np.rint(table * 1000).astype(int)
    features = {}
    for name, index in words.items():
        large = [skill for skill in range(len(SKILLS)) if abs(milli[index, skill]) >= LEAST_WEIGHT]
        pair = [number for skill in large for number in (skill, int(milli[index, skill]))]
        if pair:
            features[name] = pair
    plain = {
        "skills": list(SKILLS),
        "bias": [round(float(each) * 1000) for each in bias],
        "add_from": [round(each * 1000) for each in add],
        "drop_below": [round(each * 1000) for each in drop],
        "doubtful": sorted(doubtful),
        "features": features,
    }
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")) + "\n"
