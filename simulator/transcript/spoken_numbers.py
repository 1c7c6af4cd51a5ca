"""How figures are spoken, and what spoken figures are worth.

The recogniser writes numbers as words and people type figures, so figures become words for matching; sums of money become
thousandths of the currency unit wherever they are compared with a scenario's policy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUE = {word: number for number, word in enumerate(ONES)} | {word: 20 + 10 * place for place, word in enumerate(TENS)}
_SCALE = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_ORDINAL = {1: "first", 2: "second", 3: "third", 5: "fifth", 8: "eighth", 9: "ninth", 12: "twelfth"}

#: Every word that can be part of a spoken number.
NUMBER_WORDS = frozenset(_VALUE) | frozenset(_SCALE)
CURRENCIES = frozenset("dollar dollars euro euros pound pounds".split())
SMALL_UNITS = frozenset("cent cents penny pence".split())

#: Sign to spoken unit.
SIGNS = {"$": "dollars", "€": "euros", "£": "pounds"}


def spoken(number: int) -> str:
    """Return a whole number from 0 to 999,999 in words, without *and*."""
    if number < 20:
        return ONES[number]
    if number < 100:
        tens, rest = divmod(number, 10)
        return TENS[tens - 2] + (f" {ONES[rest]}" if rest else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return f"{ONES[hundreds]} hundred" + (f" {spoken(rest)}" if rest else "")
    thousands, rest = divmod(number, 1000)
    return f"{spoken(thousands)} thousand" + (f" {spoken(rest)}" if rest else "")


def spoken_ordinal(number: int) -> str:
    """Return an ordinal from 1 to 99 in words."""
    tens, rest = divmod(number, 10)
    if number < 20:
        return _ORDINAL.get(number, f"{ONES[number]}th")
    if not rest:
        return f"{TENS[tens - 2][:-1]}ieth"
    return f"{TENS[tens - 2]} {_ORDINAL.get(rest, ONES[rest] + 'th')}"


def spoken_digits(digits: str) -> str:
    """Return a run of digits read out one by one."""
    return " ".join(ONES[int(digit)] for digit in digits)


def spoken_figure(figure: str) -> str:
    """Return a typed whole number as people say it: long ones and those with a leading nought digit by digit."""
    if len(figure) > 4 or (figure.startswith("0") and len(figure) > 1):
        return spoken_digits(figure)
    return spoken(int(figure))


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money in a run of words."""

    #: Index of the first word and of the word after the last.
    first: int
    last: int
    #: Thousandths of the currency unit.
    thousandths: int


def _below_hundred(words: list[str]) -> list[int]:
    """Return the words as groups below a hundred, as people chain them: one | forty eight | sixty."""
    groups: list[int] = []
    tens_open = False
    for word in words:
        value = _VALUE[word]
        if tens_open and 0 < value < 10:
            groups[-1] += value
            tens_open = False
        else:
            groups.append(value)
            tens_open = value >= 20
    return groups


def value_of(words: list[str]) -> int:
    """Return a spoken amount in thousandths.

    Both ways of speaking count: *one hundred forty eight* and the chained *one forty eight sixty* (148.60). Zero for no number.
    """
    if not any(word in _SCALE for word in words):
        groups = _below_hundred(words)
        if len(groups) == 3 and groups[0] < 10 and groups[2] >= 10:
            return (groups[0] * 100 + groups[1]) * 1000 + groups[2] * 10
        if len(groups) == 2 and groups[0] < 10 <= groups[1]:
            return (groups[0] * 100 + groups[1]) * 1000
        if len(groups) == 2 and groups[1] >= 10:
            return groups[0] * 1000 + groups[1] * 10
        return groups[0] * 1000 if len(groups) == 1 else 0
    total, part = 0, 0
    for word in words:
        if word == "hundred":
            part = max(part, 1) * 100
        elif word in _SCALE:
            total, part = total + max(part, 1) * _SCALE[word], 0
        else:
            part += _VALUE[word]
    return (total + part) * 1000


def number_at(words: Sequence[str], at: int) -> Sum | None:
    """Return the whole spoken number that begins here, its *a* and its *and* included, with its worth in thousandths; None for none."""
    first = at + 1 if words[at] == "a" and at + 1 < len(words) and words[at + 1] in _SCALE else at
    if words[first] not in NUMBER_WORDS:
        return None
    last, point = first + 1, -1
    while last < len(words):
        number_follows = last + 1 < len(words) and words[last + 1] in NUMBER_WORDS
        if words[last] == "point" and point < 0 and number_follows:
            point = last
        elif words[last] not in NUMBER_WORDS and not (words[last] == "and" and words[last - 1] in _SCALE and number_follows):
            break
        last += 1
    whole = value_of([word for word in words[first : point if point > 0 else last] if word != "and"])
    return Sum(at, last, whole + (_decimals(words[point + 1 : last]) if point > 0 else 0))


def _decimals(words: Sequence[str]) -> int:
    """Return what stands behind the point, in thousandths: *six zero* and *sixty* are both six tenths."""
    digits = "".join(str(_VALUE[word]) for word in words if word in _VALUE)
    return int(f"{digits}000"[:3])


def _cents_after(words: Sequence[str], start: int) -> tuple[int, int]:
    """Return the small money that follows a currency word, in thousandths, and where it ends."""
    at = start + 1 if start < len(words) and words[start] == "and" else start
    stop = at
    while stop < len(words) and words[stop] in _VALUE:
        stop += 1
    if stop == at:
        return 0, start
    cents = value_of(list(words[at:stop])) // 1000
    named = stop < len(words) and words[stop] in SMALL_UNITS
    if named:
        return cents * 10, stop + 1
    return (cents * 10, stop) if at == start and 10 <= cents < 100 else (0, start)


def sums_of_money(words: Sequence[str]) -> tuple[Sum, ...]:
    """Return the sums in normalised words: a number before a currency word, with cents after it."""
    found: list[Sum] = []
    at = 0
    while at < len(words):
        number = number_at(words, at)
        if number is None and words[at] == "a":
            number = Sum(at, at + 1, 1000)
        end = number.last if number is not None else at + 1
        if number is not None and end < len(words) and words[end] in CURRENCIES:
            cents, last = _cents_after(words, end + 1)
            found.append(Sum(number.first, max(last, end + 1), number.thousandths + cents))
            end = found[-1].last
        at = end
    return tuple(found)
