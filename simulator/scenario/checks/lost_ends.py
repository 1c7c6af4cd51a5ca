"""Values that lose their end without a word: ``order #4471`` without quotes ends before the ``#`` (SC013).

YAML takes `` #`` for the start of a note. A note that people write has a blank behind the sign, or stands well apart; a sign right before a
letter or a figure, one blank after the value, is a part of the value that was cut off. Behind a number, or before a letter behind a
single word that could be an id, it is more likely a note all the same: ``start: 60 #hot``, ``stage: facts #second``.
"""

from __future__ import annotations

import re

from simulator.authored.tree import Authored, Scalar, Sequence
from simulator.scenario.lint_finding import Findings

_CUT_OFF = re.compile(r" (#\w\S*)")
_NUMBER = re.compile(r"[+-]?[\d.]+|true|false")
_ID = re.compile(r"[a-z][a-z0-9_-]*")


def check_lost_ends(tree: Authored, text: str, findings: Findings) -> None:
    """Add every unquoted value behind which a ``#`` with a letter or figure stands on the same line."""
    if " #" not in text:
        return
    lines = text.splitlines()
    for node in _plain(tree):
        line = lines[node.line - 1] if node.line <= len(lines) else ""
        end = node.column - 1 + len(node.text)
        cut = _CUT_OFF.match(line, end) if line[node.column - 1 : end] == node.text else None
        if cut and not _is_note(node.text, cut.group(1)):
            findings.add("SC013", node, value=node.text, lost=cut.group(1))


def _is_note(value: str, behind: str) -> bool:
    return bool(_NUMBER.fullmatch(value) or (_ID.fullmatch(value) and not behind[1].isdigit()))


def _plain(node: Authored) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node] if node.plain else []
    children = node.items if isinstance(node, Sequence) else tuple(entry.value for entry in node.entries)
    return [scalar for child in children for scalar in _plain(child)]
