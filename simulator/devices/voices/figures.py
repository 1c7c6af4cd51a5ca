"""Which figures are written out for a voice because it would read them wrongly.

Heard from the engines themselves: espeak says "dollar one hundred forty-eight point six zero" for $148.60; hibari 0.2.1 carries the
currency of one amount into the next number ("5.50 euros, two euros") and reads the ZIP code 04103 as four thousand; both stumble over
telephone numbers. Plain numbers, dates and times are left to the voice. English only.
"""

from __future__ import annotations

import re

from simulator.devices.spoken_text import SpokenText

#: Symbol to (one, many, one hundredth, many hundredths).
_CURRENCIES = {
    "$": ("dollar", "dollars", "cent", "cents"),
    "£": ("pound", "pounds", "penny", "pence"),
    "€": ("euro", "euros", "cent", "cents"),
}
_MONEY = re.compile(
    r"(?P<article>\b(?:a|an|another)\s+)?(?P<symbol>[$£€])\s?(?P<whole>\d{1,3}(?:,\d{3})+|\d+)?(?:\.(?P<part>\d+))?"
    r"(?P<size>\s(?:thousand|million|billion)\b)?(?!\d)",
    re.IGNORECASE,
)
_TELEPHONE = re.compile(r"(?<![\w.-])(?:\d{3}[-\s])?\d{3}-\d{4}(?![\w-])")
#: Digits that begin with a zero are a code, read one by one.
_CODE = re.compile(r"(?<![\w.,:/-])0\d{2,}(?![\w:/-])")
_TIMES = re.compile(r"(?<=\d) ?[x×] ?(?=[$£€]?\d)")


def written_out(text: SpokenText) -> SpokenText:
    """Return ``text`` with money, telephone numbers and codes in words and figures that a voice reads rightly."""
    times = text.rewritten(_TIMES, lambda _: " times ")
    return times.rewritten(_MONEY, _money).rewritten(_TELEPHONE, _digits).rewritten(_CODE, _digits)


def _money(match: re.Match[str]) -> str:
    whole, part, size = match["whole"], match["part"], match["size"]
    article = match["article"] or ""
    if whole is None and part is None:
        return match.group()
    one, many, cent, cents = _CURRENCIES[match["symbol"]]
    if size or (part is not None and len(part) != 2):
        number = (whole or "0") + (f".{part}" if part else "")
        return f"{article}{number}{size or ''} {one if article else many}"
    words = []
    if whole and (int(whole.replace(",", "")) or not int(part or 0)):
        words.append(f"{whole} {one if article or int(whole.replace(',', '')) == 1 else many}")
    if part and int(part):
        words.append(f"{int(part)} {cent if int(part) == 1 else cents}")
    return article + " and ".join(words)


def _digits(match: re.Match[str]) -> str:
    groups = re.split(r"[-\s]", match.group())
    return ", ".join(" ".join(group) for group in groups)
