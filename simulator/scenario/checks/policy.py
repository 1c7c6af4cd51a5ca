"""Whether what the caller wants and takes fits what the company allows: SC401 to SC403 and SC408 of scenario-format 4.2.

That a remedy needs a fact which does not exist is found with the other names (SC401, too). Here it needs one that exists and comes too
late: whatever is offered, the fact is told only after the caller has agreed. A fact that nobody tells at all is SC302 and said once.
"""

from __future__ import annotations

from dataclasses import replace

from simulator.authored.tree import Block, locate
from simulator.scenario.checks.moments import in_pack
from simulator.scenario.checks.reach import reach_of
from simulator.scenario.lint_finding import Findings
from simulator.scenario.model import Beat, Scenario, When

_WANTED = ("agreed", "agreed_any", "agreed_all", "offered", "offered_any")
_ANY = ("agreed_any", "offered_any")
#: Remedies are followed through the call as long as they and the lines make no more than this together; the example's make 200.
MOST_FOLLOWED = 2_000


def check_policy(scenario: Scenario, tree: Block, findings: Findings) -> None:
    """Add forbidden remedies that are taken, or that a right ending waits for, and facts that are told too early."""
    _forbidden_taken(scenario, tree, findings)
    _forbidden_in_best_ending(scenario, tree, findings)
    if not findings.any_error():
        _needed_too_late(scenario, tree, findings)
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


def _needed_too_late(scenario: Scenario, tree: Block, findings: Findings) -> None:
    """Add facts that a remedy needs and that no call can bring before the caller agrees to it."""
    agreed = {beat.agrees_to for beat in _all_beats(scenario)}
    waiting = [(at, each) for at, each in enumerate(scenario.policy.remedies) if each.needs and each.id in agreed]
    for at, remedy in waiting[: MOST_FOLLOWED // max(len(_all_beats(scenario)), 1)]:
        reach = reach_of(_without(scenario, {beat.id for beat in _all_beats(scenario) if beat.agrees_to == remedy.id}))
        for number, fact in enumerate(remedy.needs):
            node, _ = locate(tree, ("policy", "remedies", at, "needs", number))
            if fact not in reach.facts and not in_pack(node):
                findings.add("SC401", node, "late", remedy=remedy.id, name=fact)


def _all_beats(scenario: Scenario) -> tuple[Beat, ...]:
    return (*scenario.beats, *scenario.reactions)


def _without(scenario: Scenario, lines: set[str]) -> Scenario:
    """Return the scenario in which these lines are never said."""
    left = (tuple(beat for beat in beats if beat.id not in lines) for beats in (scenario.beats, scenario.reactions))
    beats, reactions = left
    return replace(scenario, beats=beats, reactions=reactions)


def _told_too_early(scenario: Scenario, tree: Block, findings: Findings) -> None:
    """Add lines in which details of the account are told although nobody has asked who is calling."""
    first = set(scenario.policy.verify_first)
    hidden = {row.hidden_until for row in scenario.screen if row.hidden_until}
    if not first or not hidden:
        return
    before = reach_of(_without(scenario, {beat.id for beat in _all_beats(scenario) if first.intersection(beat.reveals)}))
    for at, beat in enumerate(scenario.beats):
        told = [fact for fact in beat.reveals if fact not in first]
        may_be = beat.id in before.lines and not _waits_for(beat.when)
        if told and may_be and any(_on_screen(scenario, fact) for fact in told):
            node, _ = locate(tree, ("beats", at, "reveals"))
            findings.add("SC408", node, fact=sorted(first)[0])


def _on_screen(scenario: Scenario, fact_id: str) -> bool:
    value = next(fact.value for fact in scenario.facts if fact.id == fact_id)
    return any(row.hidden_until and row.value.strip() == value.strip() for row in scenario.screen)


def _waits_for(when: When) -> bool:
    return any(condition.word in ("knows", "knows_all", "asked", "asked_any") for condition in when.conditions)
