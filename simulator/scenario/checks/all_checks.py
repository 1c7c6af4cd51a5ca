"""Every check of a whole scenario, in the order in which a trainer wants to hear of it: cause before effect."""

from __future__ import annotations

from simulator.authored.tree import Block
from simulator.scenario.checks.playable import check_playable
from simulator.scenario.lint_finding import Findings
from simulator.scenario.model import Scenario


def check_all(scenario: Scenario, tree: Block, findings: Findings) -> None:
    """Add what is wrong, or could be better, with a scenario whose every name and value is right."""
    check_playable(scenario, tree, findings)
