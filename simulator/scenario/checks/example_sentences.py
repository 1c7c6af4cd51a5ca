"""Whether the program can tell one thing from another by its example sentences: SC406 and SC407 of scenario-format 4.2.

Two sentences are nearly equal from a token-set ratio of 85 (decisions 4). No more sentences are compared than a trainer can read the
result of: a file with thousands of them gets no late answer.
"""

from __future__ import annotations

from itertools import combinations

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from simulator.authored.tree import Block, locate
from simulator.scenario.lint_finding import Findings
from simulator.scenario.model import Scenario

LEAST_EXAMPLES = 3
#: Token-set ratio in per cent (decisions 4).
NEARLY_EQUAL = 85
#: Sentences of one kind (facts, remedies) that are compared, and the letters of each: 0.1 s at the most.
MOST_COMPARED = 200
MOST_LETTERS = 200

Path = tuple[str | int, ...]
#: Id, where its sentences stand, and the sentences.
_Lists = list[tuple[str, Path, tuple[str, ...]]]


def check_example_sentences(scenario: Scenario, tree: Block, findings: Findings) -> None:
    """Add lists that are too short to learn from, and sentences that stand for two things."""
    policy = scenario.policy
    remedies: _Lists = [
        (remedy.id, ("policy", "remedies", at, "offer_like"), remedy.offer_like) for at, remedy in enumerate(policy.remedies)
    ]
    musts: _Lists = [(must.id, ("policy", "must_say", at, "like"), must.like) for at, must in enumerate(policy.must_say)]
    facts: _Lists = [(fact.id, ("facts", at, "ask_like"), fact.ask_like) for at, fact in enumerate(scenario.facts)]
    for id_, path, sentences in (*remedies, *musts):
        if len(sentences) < LEAST_EXAMPLES:
            _, key = locate(tree, path)
            count = len(sentences)
            if key is not None:
                findings.add("SC406", key, "one" if count == 1 else "main", id=id_, count=str(count), least=str(LEAST_EXAMPLES))
    _nearly_equal(remedies, tree, findings)
    _nearly_equal(facts, tree, findings)


def _nearly_equal(lists: _Lists, tree: Block, findings: Findings) -> None:
    """Add the later of two sentences that are alike, once."""
    sentences = [(id_, (*path, at), text) for id_, path, texts in lists for at, text in enumerate(texts)][:MOST_COMPARED]
    clean = [default_process(text[:MOST_LETTERS]) for _, _, text in sentences]
    alike = process.cdist(clean, clean, scorer=fuzz.token_set_ratio, score_cutoff=NEARLY_EQUAL)
    told: set[int] = set()
    for one, other in combinations(range(len(sentences)), 2):
        if not alike[one][other] or sentences[one][0] == sentences[other][0] or other in told:
            continue
        told.add(other)
        node, _ = locate(tree, sentences[other][1])
        findings.add("SC407", node, sentence=sentences[other][2], other=sentences[one][0])
