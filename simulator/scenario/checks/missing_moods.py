"""Moods that can come up at a line and have no words of their own: SC601 of scenario-format 4.2.

Whether a mood can come up is decided as for SC308, by the line's own conditions; how often it does is known to the robots only.
"""

from __future__ import annotations

from simulator.authored.tree import Block, locate
from simulator.scenario.checks.formula import TEMPER, Some, Within, formula_of
from simulator.scenario.checks.implies import possible
from simulator.scenario.checks.moments import beats_with_places, worlds_of
from simulator.scenario.lint_finding import Findings
from simulator.scenario.model import ANY_MOOD, Scenario


def check_missing_moods(scenario: Scenario, tree: Block, findings: Findings) -> None:
    """Add each line that has words for some moods only and can be said in another, with the angriest of those."""
    world = worlds_of(scenario)["beat"]
    for part, beat, at in beats_with_places(scenario):
        if findings.full():
            return
        own = beat.say.lines
        holds = formula_of(beat.when, world)
        for mood, stretches in reversed(list(world.moods.items())) if own and ANY_MOOD not in own else ():
            in_mood = Some(tuple(Within(TEMPER, least, most) for least, most in stretches))
            if mood not in own and possible((holds, in_mood), world):
                _, key = locate(tree, (part, at, "say"))
                if key is not None:
                    findings.add("SC601", key, line=beat.id, mood=mood)
                break
