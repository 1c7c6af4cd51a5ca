"""Files with a trainer's own words: a rubric with its sentences, and example sentences for skills and faults.

What the vocabulary cannot say about them: rows and cues that the program knows, and placeholders that something fills.
"""

from __future__ import annotations

from simulator.authored.tree import Block, Entry, Scalar, Sequence
from simulator.cues.cue import ALL_SKILLS, CATALOGUE, CueContext, Likes
from simulator.cues.own_examples import LEAST_WORDS, words_for_matching
from simulator.cues.spot import spot
from simulator.scenario.checks.marking import FULL_WEIGHT
from simulator.scenario.lint_finding import Findings
from simulator.scenario.names import SHARED_ROWS
from simulator.scenario.placeholders import PLACEHOLDER

#: What a rubric's and an example's sentences can have filled in (assets/rubric-house.yaml, decisions 3).
_OF_A_ROW = frozenset({"they", "them", "their"})
_OF_A_BETTER_SENTENCE = frozenset("they them their caller company fault told ask offer option_1 option_2".split())
_OF_AN_EXAMPLE = frozenset({"caller"})
#: So many sentences of one kind are listened to; each takes a millisecond.
MOST_SENTENCES = 100


def check_rubric(tree: Block, findings: Findings) -> None:
    """Add rows that the program cannot mark or that are there twice, weights that do not add up, and placeholders that nothing fills."""
    known = sorted(ALL_SKILLS | SHARED_ROWS)
    rows = tree.value("rows")
    first: dict[str, int] = {}
    for row in rows.items if isinstance(rows, Sequence) else ():
        name = row.value("id") if isinstance(row, Block) else None
        if not isinstance(row, Block) or not isinstance(name, Scalar):
            continue
        if name.text in first:
            findings.add("SC201", name, things="rows", name=name.text, first=str(first[name.text]))
        elif name.text not in known and not findings.at(name):
            findings.add("SC206", name, "row", findings.closest(name.text, known), name=name.text)
        first.setdefault(name.text, name.line)
        _placeholders(row, ("label", "keep", "missing", "change"), _OF_A_ROW, findings)
        _placeholders(row, ("better",), _OF_A_BETTER_SENTENCE, findings)
    _check_weights(tree, findings)


def _check_weights(tree: Block, findings: Findings) -> None:
    """Add that the weights do not add up, at the list's name; weights that are no numbers are somebody else's finding."""
    rows = next((entry for entry in tree.entries if entry.key.text == "rows" and isinstance(entry.value, Sequence)), None)
    items = rows.value.items if rows is not None and isinstance(rows.value, Sequence) else ()
    weights = [row.value("weight") for row in items if isinstance(row, Block)]
    plain = [int(each.text) for each in weights if isinstance(each, Scalar) and each.text.isdecimal() and not findings.at(each)]
    if rows is not None and plain and len(plain) == len(weights) and sum(plain) != FULL_WEIGHT:
        findings.add("SC501", rows.key, total=str(sum(plain)), full=str(FULL_WEIGHT))


def check_examples(tree: Block, findings: Findings) -> None:
    """Add names that the program does not listen for, and placeholders that nothing fills."""
    cues = tree.value("cues")
    for entry in cues.entries if isinstance(cues, Block) else ():
        if entry.key.text not in CATALOGUE:
            findings.add("SC206", entry.key, suggestion=findings.closest(entry.key.text, CATALOGUE), name=entry.key.text)
        if isinstance(entry.value, Block):
            _placeholders(entry.value, ("better_phrase",), _OF_AN_EXAMPLE, findings)
    _check_heard(tree, findings)


def _check_heard(tree: Block, findings: Findings) -> None:
    """Add examples in which nothing is heard, counter-examples in which it is, and sentences that stand for two ids.

    The sentences are heard as the program hears a reply, with the examples of this file and without any scenario.
    """
    cues = tree.value("cues")
    named = [entry for entry in cues.entries if isinstance(entry.value, Block)] if isinstance(cues, Block) else []
    own = tuple(Likes(entry.key.text, tuple(node.text for node in _sentences(entry, "examples"))) for entry in named)
    context = CueContext(own=own)
    first: dict[tuple[str, ...], Entry] = {}
    for entry in named:
        cue = entry.key.text
        for node in _sentences(entry, "examples"):
            words = words_for_matching(node.text)
            if len(words) < LEAST_WORDS:
                findings.add("SC411", node, "short", cue=cue, least=str(LEAST_WORDS))
            elif first.setdefault(words, entry) is not entry:
                findings.add("SC413", node, cue=cue, other=first[words].key.text)
            elif cue not in {heard.skill for heard in spot(node.text, context)}:
                findings.add("SC411", node, cue=cue)
        for node in _sentences(entry, "counter_examples"):
            heard = next((heard for heard in spot(node.text, context) if heard.skill == cue), None)
            if heard is not None:
                findings.add("SC412", node, cue=cue, quote=heard.quote, rule=heard.rule)


def _sentences(entry: Entry, key: str) -> tuple[Scalar, ...]:
    value = entry.value.value(key) if isinstance(entry.value, Block) else None
    return tuple(node for node in value.items if isinstance(node, Scalar))[:MOST_SENTENCES] if isinstance(value, Sequence) else ()


def _placeholders(block: Block, keys: tuple[str, ...], known: frozenset[str], findings: Findings) -> None:
    """Add placeholders of these keys' texts that are neither known nor those of a fact or a remedy, where that is allowed."""
    for key in keys:
        value = block.value(key)
        for node in value.items if isinstance(value, Sequence) else (value,):
            if not isinstance(node, Scalar):
                continue
            for name in PLACEHOLDER.findall(node.text):
                of_the_scenario = "caller" in known and name.startswith(("fact.", "remedy."))
                if name not in known and not of_the_scenario:
                    close = findings.closest(name, known)
                    findings.add("SC209", node, suggestion=f"{{{close}}}" if close else "", placeholder=f"{{{name}}}")
