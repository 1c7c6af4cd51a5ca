"""Whether two lines wait for exactly the same, so that chance of place decides between them: SC307 (decisions 4).

Not every tie is a mistake. A line that is said once steps aside for the next one, answers to a question are one question apart, lines
that the file shuffles are meant to be alike, and two that differ in their words only are two wordings.
"""

from __future__ import annotations

from simulator.authored.tree import Block, locate
from simulator.scenario.checks.hidden import answers
from simulator.scenario.checks.moments import Path, beats_with_places, in_pack
from simulator.scenario.lint_finding import Findings
from simulator.scenario.model import Beat, Condition, Scenario, When

_Key = tuple[object, ...]


def check_equal_lines(scenario: Scenario, tree: Block, findings: Findings) -> None:
    """Add every line that ties with a lasting one above it and does something else."""
    first: dict[_Key, Beat] = {}
    shuffled = {beat for group in scenario.variation.shuffle for beat in group}
    for key, beat, at in beats_with_places(scenario):
        if answers(beat) or beat.id in shuffled:
            continue
        same = (key, beat.stage, _meaning(beat.when))
        above = first.setdefault(same, beat)
        if above is not beat and above.repeat and not (beat.repeat and _does(beat) == _does(above)):
            path: Path = (key, at, "when") if beat.when.conditions else (key, at, "id")
            node, _ = locate(tree, path)
            if not in_pack(node):
                findings.add("SC307", node, "main" if beat.repeat else "once", beat=beat.id, above=above.id)


def _meaning(when: When) -> frozenset[_Key]:
    """Return conditions so that their order, and that of their names, does not matter."""
    return frozenset(_one(condition) for condition in when.conditions)


def _one(condition: Condition) -> _Key:
    branches = frozenset(_meaning(branch) for branch in condition.branches)
    return (condition.word, frozenset(condition.ids), condition.number, branches)


def _does(beat: Beat) -> _Key:
    """Return what a line does beside being heard."""
    said = (beat.anger, beat.agrees_to, beat.turns_down, beat.asks_for, beat.go_to)
    return (*said, frozenset(beat.reveals), frozenset(beat.closes_off))
