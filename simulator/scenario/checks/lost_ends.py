"""Values that lose their end without a word: ``order #4471`` without quotes ends before the ``#`` (SC013).

YAML takes `` #`` for the start of a note. A note that people write has a blank behind the sign, or stands well apart; a sign right before a
letter or a figure, one blank after the value, is a part of the value that was cut off.
"""

from __future__ import annotations

import re

from simulator.authored.tree import Authored, Scalar, Sequence
from simulator.scenario.lint_finding import Findings

_CUT_OFF = re.compile(r" (#\w\S*)")


def check_lost_ends(tree: Authored, text: str, findings: Findings) -> None:
    """Add every unquoted value behind which a ``#`` with a letter or figure stands on the same line."""
    if " #" not in text:
        return
    lines = text.splitlines()
    for node in _plain(tree):
        line = lines[node.line - 1] if node.line <= len(lines) else ""
        end = node.column - 1 + len(node.text)
        cut = _CUT_OFF.match(line, end) if line[node.column - 1 : end] == node.text else None
        if cut:
            findings.add("SC013", node, value=node.text, lost=cut.group(1))


def _plain(node: Authored) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node] if node.plain else []
    children = node.items if isinstance(node, Sequence) else tuple(entry.value for entry in node.entries)
    return [scalar for child in children for scalar in _plain(child)]
