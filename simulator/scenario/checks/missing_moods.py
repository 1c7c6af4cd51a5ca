"""Moods that can come up at a line and have no words of their own: SC601 of scenario-format 4.2."""

from __future__ import annotations

from simulator.authored.tree import Block, locate
from simulator.scenario.lint_finding import Findings
from simulator.scenario.model import ANY_MOOD, Scenario


def check_missing_moods(scenario: Scenario, tree: Block, findings: Findings) -> None:
    """Add the lines whose hottest words are cooler than the mood they can be said in.

    Only where the line itself may be said in that mood: its conditions on the temper decide.
    """
    moods = list(scenario.anger.moods.items())
    for part, beats in (("beats", scenario.beats), ("reactions", scenario.reactions)):
        for at, beat in enumerate(beats):
            lines = beat.say.lines
            if not lines or ANY_MOOD in lines:
                continue
            low = max((c.number for c in beat.when.conditions if c.word == "anger_at_least"), default=scenario.anger.calmest)
            high = min((c.number for c in beat.when.conditions if c.word == "anger_at_most"), default=100_000)
            only = {mood for c in beat.when.conditions if c.word in ("mood", "mood_any") for mood in c.ids}
            for number, (mood, start) in enumerate(moods):
                end = moods[number + 1][1] if number + 1 < len(moods) else 100_001
                can_be = start <= high and end > low and (not only or mood in only)
                if can_be and mood not in lines:
                    _, key = locate(tree, (part, at, "say"))
                    if key is not None:
                        findings.add("SC601", key, line=beat.id, mood=mood)
                    break
