"""Whether something in the file could belong to a real person: SC404 and SC405 of scenario-format 4.2.

Only what has the form of real data is reported; 555-01xx numbers and the domains that are kept for examples (RFC 2606) are nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from simulator.authored.tree import Authored, Block, Scalar, Sequence, locate
from simulator.scenario.lint_finding import Findings
from simulator.scenario.model import Scenario
from simulator.scenario.plain import is_private

#: 13 to 19 digits, in groups or not, as on a payment card.
_CARD = re.compile(r"(?<![\d-])(?:\d[ -]?){12,18}\d(?![\d-])")
_EMAIL = re.compile(r"[\w.+-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[a-z]{2,24})\b", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\d.,-])(?:\+\d{1,3}[ -]?)?(?:\(\d{3}\)|\d{3})[ -]\d{3}[ -]\d{4}(?![\d-])|\+\d{1,3}[ -]?\d[\d -]{6,14}\d")
_ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b")
_SOCIAL = re.compile(r"(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])")
_KEPT_FOR_EXAMPLES = re.compile(r"(?:^|\.)(?:example\.(?:com|org|net)|example|invalid|test)$")
_FICTION = re.compile(r"555[ -]?01\d\d")
_DIGITS_OF_A_CARD = (13, 19)


def check_real_data(scenario: Scenario, tree: Block, findings: Findings) -> None:
    """Add whole card numbers among the facts, and anything that looks like a real person's number or address."""
    for at, fact in enumerate(scenario.facts):
        if _is_card(fact.value):
            node, _ = locate(tree, ("facts", at, "value"))
            findings.add("SC404", node)
    for node in _texts(tree):
        kind = _looks_like(node.text)
        if kind and not findings.at(node):
            findings.add("SC405", node, kind)


def _is_card(text: str) -> bool:
    """Return whether there is a number in the text that passes the check sum of payment cards."""
    return any(_passes(re.sub(r"\D", "", found.group())) for found in _CARD.finditer(text))


def _passes(digits: str) -> bool:
    doubled = [int(digit) * (2 if at % 2 else 1) for at, digit in enumerate(reversed(digits))]
    return _DIGITS_OF_A_CARD[0] <= len(digits) <= _DIGITS_OF_A_CARD[1] and sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0


def _looks_like(text: str) -> str:
    if any(not _KEPT_FOR_EXAMPLES.search(found.group(1).lower()) for found in _EMAIL.finditer(text)):
        return "email"
    if _SOCIAL.search(text):
        return "social"
    if _ACCOUNT.search(text):
        return "account"
    if _is_card(text):
        return "card"
    if any(not _FICTION.search(found.group()) for found in _PHONE.finditer(text)):
        return "phone"
    return ""


def _texts(node: Authored) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _texts(item)
    else:
        for entry in node.entries:
            if not is_private(entry.key.text):
                yield from _texts(entry.value)
