"""Every check of a whole scenario, in the order in which a trainer wants to hear of it: cause before effect, errors before advice."""

from __future__ import annotations

from collections.abc import Callable

from simulator.authored.tree import Block
from simulator.scenario.checks.equal_lines import check_equal_lines
from simulator.scenario.checks.example_sentences import check_example_sentences
from simulator.scenario.checks.hang_ups import check_hang_ups
from simulator.scenario.checks.hidden import check_hidden
from simulator.scenario.checks.marking import check_marking
from simulator.scenario.checks.missing_moods import check_missing_moods
from simulator.scenario.checks.moods import check_moods
from simulator.scenario.checks.never_true import check_never_true
from simulator.scenario.checks.playable import check_playable
from simulator.scenario.checks.policy import check_policy
from simulator.scenario.checks.reachable import check_reachable
from simulator.scenario.checks.real_data import check_real_data
from simulator.scenario.checks.refused import check_refused
from simulator.scenario.checks.soothers import check_soothers
from simulator.scenario.checks.unknown_words import check_unknown_words
from simulator.scenario.checks.unused import check_unused
from simulator.scenario.checks.wording import check_wording
from simulator.scenario.lint_finding import Findings
from simulator.scenario.model import Scenario


def check_errors(scenario: Scenario, tree: Block, findings: Findings) -> None:
    """Add what would break a call of a scenario whose every name and value is right; whoever only plays it needs no more."""
    check_playable(scenario, tree, findings)
    check_never_true(scenario, tree, findings)
    check_reachable(scenario, tree, findings)
    check_policy(scenario, tree, findings)


def check_advice(
    scenario: Scenario, tree: Block, findings: Findings, knows_word: Callable[[str], bool] | None = None
) -> None:
    """Add what is probably a mistake, or could be better; no error is among it.

    ``knows_word`` tells whether the recogniser can hear a word; None where no model is at hand.
    """
    check_hidden(scenario, tree, findings)
    check_equal_lines(scenario, tree, findings)
    check_moods(scenario, tree, findings)
    check_hang_ups(scenario, tree, findings)
    check_soothers(scenario, tree, findings)
    check_refused(scenario, tree, findings)
    check_example_sentences(scenario, tree, findings)
    if knows_word is not None:
        check_unknown_words(scenario, tree, findings, knows_word)
    check_real_data(scenario, tree, findings)
    check_marking(scenario, tree, findings)
    check_missing_moods(scenario, tree, findings)
    check_wording(scenario, tree, findings)
    check_unused(scenario, tree, findings)
