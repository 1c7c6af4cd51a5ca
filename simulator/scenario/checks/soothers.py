"""Whether everything that the file names as soothing soothes: SC314 of scenario-format 4.2."""

from __future__ import annotations

from simulator.authored.tree import Block, locate
from simulator.scenario.house_effects import SOOTHERS
from simulator.scenario.lint_finding import Findings
from simulator.scenario.model import Scenario


def check_soothers(scenario: Scenario, tree: Block, findings: Findings) -> None:
    """Add every soother without effect, unless the house gives it none either."""
    for what, effect in scenario.anger.soothers.items():
        if not effect and SOOTHERS.get(what) != 0:
            node, _ = locate(tree, ("anger", "soothers", what))
            findings.add("SC314", node, skill=what)
