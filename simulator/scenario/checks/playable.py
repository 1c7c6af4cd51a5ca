"""Whether a scenario that is spelled rightly can also be played: there is always something to say, and the right ways to end.

SC303 and SC304 of scenario-format 4.2.
"""

from __future__ import annotations

from simulator.authored.tree import Block, Scalar, locate
from simulator.scenario.lint_finding import Findings
from simulator.scenario.model import Scenario


def check_playable(scenario: Scenario, tree: Block, findings: Findings) -> None:
    """Add what would break the call although every name and value is right."""
    _fallback_lines(scenario, tree, findings)
    _endings(scenario, tree, findings)


def _fallback_lines(scenario: Scenario, tree: Block, findings: Findings) -> None:
    covered = {beat.stage for beat in scenario.beats if beat.repeat and not beat.when.conditions}
    for index, stage in enumerate(scenario.stages):
        if stage.id not in covered:
            node, _ = locate(tree, ("stages", index, "id"))
            findings.add("SC303", node, stage=stage.id)


def _endings(scenario: Scenario, tree: Block, findings: Findings) -> None:
    entry = tree.entry("endings")
    at = entry.key if entry else Scalar("", 1, 1)
    if not scenario.best_endings():
        findings.add("SC304", at, "best")
    elif not any(ending.kind == "hung_up" for ending in scenario.endings):
        findings.add("SC304", at, "hung_up")
