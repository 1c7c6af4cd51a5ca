"""What is learned from: every labelled reply as typed, as heard and with wrong words, and the lessons of the rules' own tests.

Three groups of authors are kept apart: most are learned from; two set the limits from which a suggestion counts, because nobody can tell
that on replies that were learned; and those that only measure are never looked at here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.cues.second_opinion import rule_features
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
#: Their replies set the limits; nothing else is learned from them.
LIMITS_FROM = ("callum", "rosalind")
#: How a reply is read: None as typed; else the share of wrong words, and the seed.
READINGS: tuple[tuple[float, int] | None, ...] = (None, (0.0, 1), (0.1, 11), (0.2, 12))
FAULTS = {"blame_caller", "blame_others", "dismiss", "policy_shield", "calm_down_order"}


@dataclass(frozen=True)
class Reading:
    """One way to read one reply."""

    author: str
    reply: str
    text: str
    labels: frozenset[str]
    #: The skills that are known about; of a lesson only one or two are.
    known: frozenset[str] = frozenset(SKILLS)


@dataclass(frozen=True)
class Features:
    """What the layers see of a text, and which rules found which skill."""

    words: tuple[str, ...]
    rules: tuple[str, ...]
    ruled: dict[str, frozenset[str]]


def authors() -> tuple[str, ...]:
    """Return the authors that are learned from."""
    return tuple(each for each in measure.tuning_authors() if each not in LIMITS_FROM)


def readings(rows: Sequence[measure.Row]) -> Iterator[Reading]:
    """Yield every reading of the replies."""
    for row in rows:
        for how in READINGS:
            text = row.text if how is None else measure.noised(row.text, *how) if how[0] else measure.as_heard(row.text)
            yield Reading(row.author, row.id, text, row.labels)


def features(text: str) -> Features:
    """Return what the layers see of a text."""
    heard = normalise(text)
    cues, _ = ruled(heard)
    by_skill = {skill: frozenset(cue.rule for cue in cues if cue.skill == skill) for skill in {cue.skill for cue in cues}}
    return Features(heard.words, tuple(rule_features(cues)), by_skill)


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
        yield Reading("lesson", text, reading, frozenset(labels), frozenset(known))
