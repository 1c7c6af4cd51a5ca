"""Words that the recogniser cannot hear where the program has to hear them: SC409 (decisions 4).

A name that is in no dictionary never comes through as it is written, so an example sentence that rests on it is never heard. Names of the
caller and the company are matched by sound elsewhere and may be anything. Figures are looked up as the words in which they are spoken,
and a word counts as known where the recogniser would write it in another way that is the same for matching: *would've* as *would have*.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby

from simulator.authored.tree import Block, locate
from simulator.scenario.lint_finding import Findings
from simulator.scenario.model import Scenario
from simulator.transcript.normalise import MARKS, normalise
from simulator.transcript.spelling import VARIANTS

#: The language of the recogniser's list, as the first part of a language tag.
LANGUAGE = "en"
#: So many letters are looked at, each 1,000 take 4 ms; the lists of a trainer's file have about 3,000.
MOST_LETTERS = 60_000

Path = tuple[str | int, ...]
KnowsWord = Callable[[str], bool]


def check_unknown_words(scenario: Scenario, tree: Block, findings: Findings, knows_word: KnowsWord) -> None:
    """Add each example sentence or fact value with a word that the recogniser does not know, the first such word of each."""
    if scenario.language.partition("-")[0].lower() != LANGUAGE:
        return
    names = {word for name in (scenario.caller.name, scenario.company) for _, words in _pieces(name) for word in words}
    letters = 0
    for path, text in _listened_to(scenario):
        letters += len(text)
        if letters > MOST_LETTERS or findings.full():
            return
        unknown = next((written for written, words in _pieces(text) if not _can_be_heard(written, words, names, knows_word)), "")
        if unknown:
            node, _ = locate(tree, path)
            findings.add("SC409", node, word=unknown)


def _pieces(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each word as it is written, and the words for matching that it stands for."""
    heard = normalise(text)
    spoken = (token for token in heard.tokens if token.text not in MARKS)
    for (start, end), tokens in groupby(spoken, key=lambda token: (token.start, token.end)):
        written = heard.heard[start:end].lower().replace("’", "'").strip("'")
        yield _without_accents(written), tuple(_without_accents(token.text) for token in tokens)


def _can_be_heard(written: str, words: tuple[str, ...], names: set[str], knows_word: KnowsWord) -> bool:
    if knows_word(written) or all(word in names or knows_word(word) for word in words):
        return True
    return any(knows_word(other) for other in _spelled_so().get(" ".join(words), ()))


@cache
def _spelled_so() -> dict[str, list[str]]:
    """Return for each spelling for matching the words that people and recognisers write for it."""
    found: dict[str, list[str]] = {}
    for word, spelling in VARIANTS.items():
        found.setdefault(spelling, []).append(word)
    return found


def _without_accents(word: str) -> str:
    """Return the word in the letters that most words of the recogniser's list are written in."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))


def _listened_to(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    policy = scenario.policy
    for at, fact in enumerate(scenario.facts):
        yield ("facts", at, "value"), fact.value
        yield from _each(("facts", at, "ask_like"), fact.ask_like)
    for at, remedy in enumerate(policy.remedies):
        yield from _each(("policy", "remedies", at, "offer_like"), remedy.offer_like)
    for at, never in enumerate(policy.never_say):
        yield from _each(("policy", "never_say", at, "like"), never.like)
    for at, must in enumerate(policy.must_say):
        yield from _each(("policy", "must_say", at, "like"), must.like)
    for cue, own in scenario.cues.items():
        yield from _each(("cues", cue, "examples"), own.examples)


def _each(path: Path, texts: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
    yield from (((*path, number), text) for number, text in enumerate(texts))
