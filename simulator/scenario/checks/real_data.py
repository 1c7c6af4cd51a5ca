"""Whether something in the file is a real person's, or nobody should ask for it: SC404 and SC405 of scenario-format 4.2.

Only what has the form of real data is reported, check sums included, so that order numbers and tracking numbers pass. Numbers that are
kept for stories are nobody's: 555-01xx in North America, the ranges that the British regulator keeps for drama, the domains of RFC 2606.
"""

from __future__ import annotations

import re
from itertools import islice

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from simulator.authored.tree import Block, locate
from simulator.scenario.lint_finding import Findings
from simulator.scenario.model import Scenario
from simulator.scenario.plain import words_in

#: 13 to 19 digits, in groups or not, that begin as the numbers of payment cards do.
_CARD = re.compile(r"(?<![\d-])(?=3[47]|4|5[1-5]|2[2-7]|6011|65)(?:\d[ -]?){12,18}\d(?![\d-])")
_EMAIL = re.compile(r"[\w.+-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[a-z]{2,24})\b", re.IGNORECASE)
#: North American with its separators, or international with its plus.
_PHONE = re.compile(
    r"(?<![\d.,-])(?:\+?1[ .-]?)?(?:\([2-9]\d\d\) ?|[2-9]\d\d[ .-])[2-9]\d\d[ .-]\d{4}(?![\d-])|\+\d{1,3}[ -]?\d[\d -]{6,14}\d"
)
_ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b")
#: Areas 000, 666 and 900 on, group 00 and number 0000 are never given to anybody.
_SOCIAL = re.compile(r"(?<![\d-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])")
_KEPT_FOR_EXAMPLES = re.compile(r"(?:^|\.)(?:example\.(?:com|org|net)|example|invalid|test)$")
_KEPT_FOR_STORIES = re.compile(r"555[ .-]?01\d\d|7946[ -]?0\d{3}|1632[ -]?960\d{3}|7700[ -]?900\d{3}|808[ -]?157[ -]?0\d{3}")
#: Words that ask for the whole of a card, and words with which the same sentence does not.
_ASKS_FOR_CARD = re.compile(
    r"\b(?:full|whole|entire|complete|long|(?:16|sixteen)[ -]digit)\s(?:[\w-]+\s){0,2}card\snumber\b|\bthe\slong\snumber\son\b"
    r"|\ball\s(?:the\s)?(?:16|sixteen)\sdigits\b|\bcv[vc]2?\b|\bsecurity\scode\son\b|\bdigits\son\sthe\sback\b",
    re.IGNORECASE,
)
_NOT_ALL_OF_IT = re.compile(r"\b(?:not|never|without|only|just|last|instead)\b|n[’']t\b", re.IGNORECASE)
_DIGITS_OF_A_CARD = (13, 19)
#: A text with fewer digits and without @ is nobody's.
_FEWEST_DIGITS = 7
#: Per cent: a question is one of the sentences that must not be said.
_SAME_SENTENCE = 95
#: So many questions are held against so many sentences that must not be said, and so many letters of each: 0.1 s at the most.
MOST_COMPARED = 200
MOST_LETTERS = 200


def check_real_data(scenario: Scenario, tree: Block, findings: Findings) -> None:
    """Add whole card numbers and questions for them, and anything that looks like a real person's number or address."""
    for at, fact in enumerate(scenario.facts):
        if _is_card(fact.value):
            node, _ = locate(tree, ("facts", at, "value"))
            findings.add("SC404", node)
    _questions(scenario, tree, findings)
    for node in words_in(tree):
        kind = _looks_like(node.text)
        if kind and not findings.at(node):
            findings.add("SC405", node, kind)


def _questions(scenario: Scenario, tree: Block, findings: Findings) -> None:
    """Add questions for what the policy, or common sense, forbids to ask."""
    never = ((each.id, text) for each in scenario.policy.never_say for text in each.like)
    forbidden = [(id_, default_process(text[:MOST_LETTERS])) for id_, text in islice(never, MOST_COMPARED)]
    questions = ((at, number, text) for at, fact in enumerate(scenario.facts) for number, text in enumerate(fact.ask_like))
    for at, number, question in islice(questions, MOST_COMPARED):
        node, _ = locate(tree, ("facts", at, "ask_like", number))
        asked = default_process(question[:MOST_LETTERS])
        same = next((id_ for id_, text in forbidden if fuzz.ratio(asked, text, score_cutoff=_SAME_SENTENCE)), "")
        if same:
            findings.add("SC404", node, "forbidden", id=same)
        elif _ASKS_FOR_CARD.search(question) and not _NOT_ALL_OF_IT.search(question):
            findings.add("SC404", node, "asked")


def _is_card(text: str) -> bool:
    """Return whether there is a number in the text that passes the check sum of payment cards."""
    return any(_passes(re.sub(r"\D", "", found.group())) for found in _CARD.finditer(text))


def _passes(digits: str) -> bool:
    doubled = [int(digit) * (2 if at % 2 else 1) for at, digit in enumerate(reversed(digits))]
    return _DIGITS_OF_A_CARD[0] <= len(digits) <= _DIGITS_OF_A_CARD[1] and sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0


def _is_account(text: str) -> bool:
    """Return whether there is an international bank account number in the text; its check sum is 1 of 97 (ISO 13616)."""
    for found in _ACCOUNT.finditer(text):
        number = found.group().replace(" ", "")
        if int("".join(str(int(letter, 36)) for letter in number[4:] + number[:4])) % 97 == 1:
            return True
    return False


def _looks_like(text: str) -> str:
    if "@" in text and any(not _KEPT_FOR_EXAMPLES.search(found.group(1).lower()) for found in _EMAIL.finditer(text)):
        return "email"
    if sum(map(str.isdigit, text)) < _FEWEST_DIGITS:
        return ""
    if _SOCIAL.search(text):
        return "social"
    if _is_account(text):
        return "account"
    if _is_card(text):
        return "card"
    if any(not _KEPT_FOR_STORIES.search(found.group()) for found in _PHONE.finditer(text)):
        return "phone"
    return ""


