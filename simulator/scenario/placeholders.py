"""Whether every ``{placeholder}`` in a text can be filled: the caller, the agent, the company, a fact, a remedy."""

from __future__ import annotations

import re

from simulator.authored.tree import Block, Scalar
from simulator.scenario.lint_finding import Findings
from simulator.scenario.names import Names
from simulator.scenario.plain import words_in

PLACEHOLDER = re.compile(r"\{([^{}\n]{0,80})\}")


def check_placeholders(tree: Block, names: Names, text: str, findings: Findings) -> None:
    """Add every placeholder that cannot be filled, at its own place in the file."""
    facts, remedies = names["fact"], names["remedy"]
    if facts is None or remedies is None:
        return
    known = {"caller": None, "agent": None, "company": None}
    known |= dict.fromkeys(f"fact.{name}" for name in facts)
    known |= dict.fromkeys(f"remedy.{name}" for name in remedies)
    lines = re.split(r"\r\n|\r|\n", text)
    for node in words_in(tree):
        for match in () if findings.full() else PLACEHOLDER.finditer(node.text):
            _check(match[1], _place(match[0], node, lines), known, tree, findings)


def _check(name: str, at: Scalar, known: dict[str, None], tree: Block, findings: Findings) -> None:
    if name == "company" and tree.value("company") is None:
        findings.add("SC209", at, "company")
    elif name not in known:
        owner = next((full for full in known if full.endswith(f".{name}")), "") or findings.closest(name, known)
        findings.add("SC209", at, suggestion=f"{{{owner}}}" if owner else "", placeholder=f"{{{name}}}")


def _place(words: str, node: Scalar, lines: list[str]) -> Scalar:
    """Return the place of a text's words in the file: where they are first found from the text's start on, else the start."""
    start = node.column - 1
    for number in range(node.line - 1, min(len(lines), node.line + 40)):
        found = lines[number].find(words, start)
        if found >= 0:
            return Scalar(words, number + 1, found + 1)
        start = 0
    return node
