"""Whether lines wait for each other in a ring, so that none of them is ever said: a part of SC301 (scenario-format 4.2).

Asked only of a scenario in which nothing else is wrong: then a line that is out of reach can have no other reason.
"""

from __future__ import annotations

from simulator.authored.tree import Block, locate
from simulator.scenario.checks.formula import formula_of
from simulator.scenario.checks.implies import possible
from simulator.scenario.checks.moments import Place, in_pack, places, worlds_of
from simulator.scenario.checks.reach import Reach, world_in_reach
from simulator.scenario.lint_finding import Findings
from simulator.scenario.model import Beat, Condition, Scenario, When


def check_rings(scenario: Scenario, tree: Block, findings: Findings, reach: Reach) -> None:
    """Add one condition of the first ring of lines that wait for each other."""
    waiting = _waiting(scenario, reach)
    lines = {beat.id: beat for beat in (*scenario.beats, *scenario.reactions)}
    name = next(iter(waiting), "")
    seen: set[str] = set()
    while name in waiting and name not in seen:
        seen.add(name)
        _, condition, beyond = waiting[name]
        name = next((each.id for each in lines.values() if each.id in waiting and _brings(each, condition, beyond)), "")
    if name in seen:
        place, condition, beyond = waiting[name]
        node, _ = locate(tree, (*place.path, condition.word))
        if not in_pack(node):
            findings.add("SC301", node, "ring", word=condition.word, name=beyond)


def _waiting(scenario: Scenario, reach: Reach) -> dict[str, tuple[Place, Condition, str]]:
    """Return the lines out of reach: id -> its place, a condition that never comes true, and the name in it that is out of reach."""
    world = world_in_reach(scenario, reach, worlds_of(scenario)["beat"])
    there = reach.lines | reach.facts | reach.remedies
    found: dict[str, tuple[Place, Condition, str]] = {}
    for place in places(scenario):
        for condition in place.when.conditions if place.looked == "beat" and place.id not in reach.lines else ():
            beyond = [name for name in condition.ids if name not in there]
            if beyond and not possible((formula_of(When((condition,)), world),), world):
                found.setdefault(place.id, (place, condition, beyond[0]))
    return found


def _brings(beat: Beat, condition: Condition, name: str) -> bool:
    """Return whether a line brings about what a condition wants of this name."""
    if condition.word == "said":
        return beat.id == name
    return name in beat.reveals or name == beat.agrees_to
