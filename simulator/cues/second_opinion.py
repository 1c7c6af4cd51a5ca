"""A second opinion on what a reply does: what thousands of labelled replies have in common, beside what the rules found.

Rules know the wordings that somebody thought of; this knows which words stood in replies that careful readers marked alike. It may add
a behaviour that no rule found, as *possible*, or as *sure* from where on it was right in 95 of 100 replies by others; a fault it adds is
never sure. It may withdraw one that a rule found in words that mostly mean something else. The guards look at what it adds as they do at
everything. It is arithmetic in whole numbers (opinion_layers.py) over two data files, so the same reply gets the same opinion on every
machine; ``make train`` makes the files from the corpus. Weights over single words and word groups were tried first: on authors that
nothing was tuned on they reached 0.84; what these layers reach is in tests/corpus/baseline.json.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from simulator.cues.candidate import Candidate
from simulator.cues.cue import Certainty
from simulator.transcript.normalise import Normalised

if TYPE_CHECKING:
    from simulator.cues.opinion_layers import Layers, Opinion

#: What was learned, and its numbers: 8 and 16 bits wide, the lower byte first.
FILE, NUMBERS = "second-opinion.json", "second-opinion.numbers"
RULE = "second opinion: the words together"
#: Thousandths of a logit. Any rule is overruled where the words speak against it more than four to one. What a guard took back somewhere
#: in the reply is added only where the words speak for it more than two to one; the guards then look at those words too.
AGAINST, IN_SPITE = -1500, 1000
#: A quote is at most so many words of the clause that speaks most for the skill.
LONGEST_QUOTE = 14
#: Of those, the words that speak at least one in so many as much as the strongest, and the words around them that they were read with.
_STRONG, _AROUND = 4, 2


@cache
def layers() -> Layers:
    """Return what was learned."""
    from simulator.cues.opinion_layers import (
        layers_from,  # it brings numpy, which who only reads scenarios need not wait for
    )

    here = resources.files(__package__)
    return layers_from(here.joinpath(FILE).read_text("utf-8"), here.joinpath(NUMBERS).read_bytes())


def rule_features(cues: Iterable[Candidate]) -> Iterator[str]:
    """Yield what the rules found, as the layers know it, each once."""
    seen: dict[str, None] = {}
    for cue in cues:
        seen[f"{'+' if cue.certainty == 'sure' else '~'}{cue.skill}"] = None
        seen[f"={cue.rule}"] = None
    yield from seen


def with_second_opinion(
    text: Normalised, cues: list[Candidate], refused: frozenset[str] = frozenset(), explained: frozenset[str] = frozenset()
) -> list[Candidate]:
    """Return the cues without those that are withdrawn, and with those that only the words together show.

    ``refused`` are the skills that a rule found and a guard took back, which asks for more; ``explained`` are not added at all. Facts and
    remedies that were named are never withdrawn: the scenario's own sentences found them.
    """
    from simulator.cues.opinion_layers import opinion

    learned = layers()
    heard = opinion(learned, text.words, rule_features(cues))
    found = {cue.skill for cue in cues}
    kept = [cue for cue in cues if not _withdrawn(heard, cue)]
    added = [
        _evidence(text, heard, index)
        for index, skill in enumerate(learned.skills)
        if skill not in found | explained
        and heard.logits[index] >= learned.add_from[index]
        and (skill not in refused or heard.logits[index] >= IN_SPITE)
    ]
    return [*kept, *added]


def _withdrawn(heard: Opinion, cue: Candidate) -> bool:
    learned = heard.layers
    if cue.fact or cue.remedy or cue.skill not in learned.skills or f"={cue.rule}" not in learned.rules:
        return False
    index = learned.skills.index(cue.skill)
    return heard.logits[index] < (learned.drop_below[index] if cue.rule in learned.doubtful else AGAINST)


def _evidence(text: Normalised, heard: Opinion, index: int) -> Candidate:
    """Return a candidate over the words that speak most for this skill: a clause, or the best stretch of a long one."""
    by_token = heard.by_word(index, len(text.words))
    stretches = [
        (first, min(last, first + LONGEST_QUOTE))
        for begin, last in text.clauses or ((0, len(text.words)),)
        for first in range(begin, max(begin, last - LONGEST_QUOTE) + 1)
    ]
    begin, end = max(stretches, key=lambda stretch: (sum(by_token[slice(*stretch)]), -stretch[0]))
    strong = [at for at in range(begin, end) if by_token[at] * _STRONG >= max(by_token[begin:end])] or [begin]
    first, last = max(begin, strong[0] - _AROUND), min(end, strong[-1] + _AROUND + 1)
    certainty: Certainty = "sure" if heard.logits[index] >= heard.layers.sure_from[index] else "possible"
    return Candidate(heard.layers.skills[index], RULE, certainty, first, last)
