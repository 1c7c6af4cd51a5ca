"""Whether what the caller wants and takes fits what the company allows: SC402, SC403 and SC408 of scenario-format 4.2."""

from __future__ import annotations

from simulator.authored.tree import Block, locate
from simulator.scenario.lint_finding import Findings
from simulator.scenario.model import Scenario, When

_WANTED = ("agreed", "agreed_any", "agreed_all", "offered", "offered_any")
_ANY = ("agreed_any", "offered_any")


def check_policy(scenario: Scenario, tree: Block, findings: Findings) -> None:
    """Add forbidden remedies that are taken, or that a right ending waits for, and facts that are told too early."""
    _forbidden_taken(scenario, tree, findings)
    _forbidden_in_best_ending(scenario, tree, findings)
    _told_too_early(scenario, tree, findings)


def _forbidden(scenario: Scenario) -> set[str]:
    return {remedy.id for remedy in scenario.policy.remedies if remedy.agent_may == "never"}


def _forbidden_taken(scenario: Scenario, tree: Block, findings: Findings) -> None:
    forbidden = _forbidden(scenario)
    for part, beats in (("beats", scenario.beats), ("reactions", scenario.reactions)):
        for at, beat in enumerate(beats):
            if beat.agrees_to in forbidden:
                node, _ = locate(tree, (part, at, "agrees_to"))
                findings.add("SC402", node, remedy=beat.agrees_to)


def _forbidden_in_best_ending(scenario: Scenario, tree: Block, findings: Findings) -> None:
    forbidden = _forbidden(scenario)
    best = {ending.id for ending in scenario.best_endings()}
    for at, ending in enumerate(scenario.endings):
        for condition in ending.when.conditions if ending.id in best else ():
            wanted = [each for each in condition.ids if condition.word in _WANTED and each in forbidden]
            if wanted and not (condition.word in _ANY and len(wanted) < len(condition.ids)):
                node, _ = locate(tree, ("endings", at, "when", condition.word))
                findings.add("SC403", node, ending=ending.id, remedy=wanted[0])


def _told_too_early(scenario: Scenario, tree: Block, findings: Findings) -> None:
    """Add lines in which details of the account are told although nobody has asked who is calling."""
    first = set(scenario.policy.verify_first)
    hidden = {row.hidden_until for row in scenario.screen if row.hidden_until}
    if not first or not hidden:
        return
    for at, beat in enumerate(scenario.beats):
        told = [fact for fact in beat.reveals if fact not in first]
        if told and not _waits_for(beat.when) and any(_on_screen(scenario, fact) for fact in told):
            node, _ = locate(tree, ("beats", at, "reveals"))
            findings.add("SC408", node, fact=sorted(first)[0])


def _on_screen(scenario: Scenario, fact_id: str) -> bool:
    value = next(fact.value for fact in scenario.facts if fact.id == fact_id)
    return any(row.hidden_until and row.value.strip() == value.strip() for row in scenario.screen)


def _waits_for(when: When) -> bool:
    return any(condition.word in ("knows", "knows_all", "asked", "asked_any") for condition in when.conditions)
