"""What the file has and the call never needs: SC609 of scenario-format 4.2.

A fact that fills a text, ``{fact.ID}``, is needed; one that is told and then matters nowhere, not even to a question, is not. A fact that
nobody tells is SC302.
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authored.tree import Authored, Block, Scalar, Sequence, locate
from simulator.scenario.lint_finding import Findings
from simulator.scenario.model import Scenario, When
from simulator.scenario.placeholders import PLACEHOLDER


def check_unused(scenario: Scenario, tree: Block, findings: Findings) -> None:
    """Add facts and remedies on which nothing in the call depends, and nothing that is marked."""
    used = {*_used(scenario), *_filled_in(tree)}
    told = {fact for beat in (*scenario.beats, *scenario.reactions) for fact in beat.reveals}
    for at, fact in enumerate(scenario.facts):
        if fact.id in told - used and not fact.needed:
            node, _ = locate(tree, ("facts", at, "id"))
            findings.add("SC609", node, name=fact.id)
    for at, remedy in enumerate(scenario.policy.remedies):
        if remedy.id not in used and remedy.agent_may != "never":
            node, _ = locate(tree, ("policy", "remedies", at, "id"))
            findings.add("SC609", node, name=remedy.id)


def _used(scenario: Scenario) -> Iterator[str]:
    for beat in (*scenario.beats, *scenario.reactions):
        yield from (beat.agrees_to, beat.turns_down, beat.asks_for)
        yield from _named(beat.when)
    for interruption in scenario.interruptions:
        yield from _named(interruption.when)
    for stage in scenario.stages:
        for when in (stage.done_when, stage.back_when):
            yield from _named(when) if when is not None else ()
    for ending in scenario.endings:
        yield from _named(ending.when)
    for remedy in scenario.policy.remedies:
        yield from remedy.needs
    yield from scenario.policy.verify_first
    yield from (row.hidden_until for row in scenario.screen)
    for item in scenario.rubric.items:
        yield from item.needs_facts


def _filled_in(node: Authored) -> Iterator[str]:
    """Yield the facts and remedies that fill a placeholder somewhere."""
    if isinstance(node, Scalar):
        yield from (name.partition(".")[2] for name in PLACEHOLDER.findall(node.text)) if "{" in node.text else ()
        return
    for child in node.items if isinstance(node, Sequence) else (entry.value for entry in node.entries):
        yield from _filled_in(child)


def _named(when: When) -> Iterator[str]:
    for condition in when.conditions:
        yield from condition.ids
        for branch in condition.branches:
            yield from _named(branch)
