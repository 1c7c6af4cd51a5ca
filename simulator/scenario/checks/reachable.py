"""Whether the call can get everywhere: facts that somebody tells, remedies that somebody agrees to, stages that can be left.

SC302, SC305 and the part of SC301 about remedies (scenario-format 4.2). A cause is told once and its effects are not: where a fact
is never told, no stage that waits for it is reported as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from simulator.authored.tree import Block, locate
from simulator.scenario.checks.formula import World, formula_of
from simulator.scenario.checks.implies import possible
from simulator.scenario.checks.moments import Path, in_pack, places, worlds_of
from simulator.scenario.checks.reach import Reach, reach_of
from simulator.scenario.checks.rings import check_rings
from simulator.scenario.lint_finding import Findings
from simulator.scenario.model import Condition, Scenario, Stage, When

_NEEDS_AGREED = ("agreed", "agreed_any", "agreed_all")
_NEEDS_KNOWN = ("knows", "knows_all")


def check_reachable(scenario: Scenario, tree: Block, findings: Findings) -> None:
    """Add what no call can come to."""
    untold = _untold(scenario)
    waited_for = _waited_for(scenario)
    for at, fact in enumerate(scenario.facts):
        node, _ = locate(tree, ("facts", at, "id"))
        if fact.id in untold and (fact.needed or fact.id in waited_for or not in_pack(node)):
            findings.add("SC302", node, fact=fact.id)
    reach = reach_of(scenario)
    told = _stages_left(scenario, tree, findings, untold, reach)
    _never_agreed(scenario, tree, findings, told)
    if not findings.any_error():
        check_rings(scenario, tree, findings, reach)


def _untold(scenario: Scenario) -> set[str]:
    told = {fact for beat in (*scenario.beats, *scenario.reactions) for fact in beat.reveals}
    return {fact.id for fact in scenario.facts} - told


def _waited_for(scenario: Scenario) -> set[str]:
    """Return the facts that some condition wants to be known."""
    waiting = (condition for place in places(scenario) for condition in _all_conditions(place.when))
    return {fact for condition in waiting if condition.word in _NEEDS_KNOWN for fact in condition.ids}


def _unagreed(scenario: Scenario) -> set[str]:
    agreed = {beat.agrees_to for beat in (*scenario.beats, *scenario.reactions)}
    return {remedy.id for remedy in scenario.policy.remedies} - agreed


def _stages_left(scenario: Scenario, tree: Block, findings: Findings, untold: set[str], reach: Reach) -> set[str]:
    """Add every stage after which the call cannot go on; return the remedies that were named as the reason."""
    named: set[str] = set()
    for at, (stage, following) in enumerate(zip(scenario.stages, scenario.stages[1:], strict=False)):
        if stage.id not in reach.stages or following.id in reach.stages:
            continue
        if stage.done_when is not None and _excused(stage.done_when, scenario, untold):
            continue
        elsewhere = any(beat.go_to not in ("", stage.id) for beat in (*scenario.beats, *scenario.reactions) if beat.stage in ("", stage.id))
        path: Path = ("stages", at + 1 if elsewhere else at, "id")
        variant, details = ("unreached", {}) if elsewhere else _why_not_done(stage, scenario, reach)
        named |= {details["remedy"]} if "remedy" in details else set()
        node, _ = locate(tree, path)
        findings.add("SC305", node, variant, stage=stage.id, following=following.id, **details)
    return named


def _excused(done_when: When, scenario: Scenario, untold: set[str]) -> bool:
    """Return whether another code tells why it is never true: it contradicts itself, or waits for what nobody tells."""
    world = worlds_of(scenario)["stage"]
    if not _can_be(done_when, world):
        return True
    without = replace(world, bounds={**world.bounds, **{("knows", fact): (0, 0) for fact in untold}})
    return not _can_be(done_when, without)


def _why_not_done(stage: Stage, scenario: Scenario, reach: Reach) -> tuple[str, dict[str, str]]:
    if stage.done_when is None:
        return "open", {}
    unagreed = _unagreed(scenario)
    waits = list(_all_conditions(stage.done_when))
    for condition in waits:
        beyond = [each for each in condition.ids if each not in reach.remedies] if condition.word in _NEEDS_AGREED else []
        if beyond:
            return ("agreed" if beyond[0] in unagreed else "agreed_later"), {"remedy": beyond[0]}
    for condition in waits:
        beyond = [each for each in condition.ids if each not in reach.facts] if condition.word in _NEEDS_KNOWN else []
        if beyond:
            return "knows_later", {"fact": beyond[0]}
    for condition in waits:
        beyond = [each for each in condition.ids if each not in reach.lines] if condition.word == "said" else []
        if beyond:
            return "said_later", {"line": beyond[0]}
    return "closed", {}


def _all_conditions(when: When) -> Iterator[Condition]:
    for condition in when.conditions:
        yield condition
        if condition.word == "any_of":
            for branch in condition.branches:
                yield from _all_conditions(branch)


def _never_agreed(scenario: Scenario, tree: Block, findings: Findings, told: set[str]) -> None:
    """Add, once for each remedy, the first condition that waits for an agreement to it that nobody gives."""
    worlds = worlds_of(scenario)
    left = _unagreed(scenario) - told
    for place in sorted(places(scenario), key=lambda place: place.looked != "ending") if left else ():
        world = worlds[place.looked]
        for remedy in sorted(left):
            without = replace(world, bounds={**world.bounds, ("agreed", remedy): (0, 0)})
            path = _waits_for(place.when, place.path, remedy, world, without)
            if path:
                node, _ = locate(tree, path)
                if not in_pack(node):
                    findings.add("SC301", node, "agreed", remedy=remedy)
                    left.discard(remedy)


def _waits_for(when: When, path: Path, remedy: str, world: World, without: World) -> Path:
    """Return the condition that only this agreement could make true, or nothing."""
    for condition in when.conditions:
        if condition.word in _NEEDS_AGREED and remedy in condition.ids:
            here = When((condition,))
            if not _can_be(here, without) and _can_be(here, world):
                return (*path, condition.word)
        for at, branch in enumerate(condition.branches if condition.word == "any_of" else ()):
            inner = _waits_for(branch, (*path, "any_of", at), remedy, world, without)
            if inner:
                return inner
    return ()


def _can_be(when: When, world: World) -> bool:
    return possible((formula_of(when, world),), world)
