"""Find a trainer's own example sentences in a reply, word for word or nearly so.

A plain list of phrases is right about half of the time (scoring 5), so an example counts only with four words or more and when nine
tenths of it are there; the guards look at it as at everything.
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz

from simulator.cues.candidate import Candidate
from simulator.cues.cue import CueContext
from simulator.transcript.normalise import MARKS, Normalised, normalise

LEAST_WORDS = 4
#: Similarity in per cent from which a sentence is the example (scoring 5).
LEAST_ALIKE = 92
RULE = "example of your own"
#: Nothing that fails a call by itself rests on a comparison of sentences.
_NEVER_SURE = frozenset({"insult"})


def find(text: Normalised, context: CueContext) -> list[Candidate]:
    """Return a candidate for each example of the scenario's own that the reply says."""
    return [
        Candidate(own.id, RULE, "possible" if own.id in _NEVER_SURE else "sure", *place)
        for own in context.own
        for example in own.examples
        if (place := _said(text, example)) is not None
    ]


def words_for_matching(example: str) -> tuple[str, ...]:
    """Return the words of an example as they are compared: as a recogniser writes them, without marks."""
    return _words(normalise(example))


def _said(text: Normalised, example: str) -> tuple[int, int] | None:
    """Return the tokens that say the example, as a half-open range, or None."""
    wanted = _for_comparing(example)
    if wanted.count(" ") + 1 < LEAST_WORDS or len(text.text) * 100 < len(wanted) * LEAST_ALIKE:
        return None
    found = fuzz.partial_ratio_alignment(wanted, text.text, score_cutoff=LEAST_ALIKE)
    if found is None or not found.score:
        return None
    return text.token_range(found.dest_start, found.dest_end)


@lru_cache(maxsize=1024)
def _for_comparing(example: str) -> str:
    return " ".join(words_for_matching(example))


def _words(text: Normalised) -> tuple[str, ...]:
    return tuple(word for word in text.words if word not in MARKS)
