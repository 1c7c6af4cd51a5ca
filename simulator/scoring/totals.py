"""From findings to numbers: the score and its three lines, in integers.

score = sum of weight x credit over sum of weight, over the rows that apply and could be told, rounded half up once (decisions
5).
"""

from __future__ import annotations

from collections.abc import Iterable

from simulator.scoring.finding import Finding

COUNTING = frozenset({"met", "partly", "missed"})


def score_of(findings: Iterable[Finding]) -> int:
    """Return 0-100; 0 where nothing could be told."""
    counting = [finding for finding in findings if finding.outcome in COUNTING]
    weights = sum(finding.weight for finding in counting)
    if not weights:
        return 0
    earned = sum(finding.weight * finding.credit for finding in counting)
    return (2 * earned + 10 * weights) // (20 * weights)
