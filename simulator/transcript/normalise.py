"""One spelling for matching, with offsets back to the heard text.

Whatever a rule finds must be shown in the words that were heard or typed, so every word for matching remembers its letters.
Typed text ends its sentences with marks, recognised text has none: a mark, or a pause of 900 ms, becomes a token of its own
(``.`` or ``?``) that no gap in a rule can cross; commas and pauses from 500 ms (scoring 5) are remembered as soft borders.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache

from simulator.transcript.spelling import PAIRS, spell
from simulator.transcript.spoken_numbers import (
    SIGNS,
    spoken,
    spoken_digits,
    spoken_figure,
    spoken_ordinal,
)
from simulator.transcript.words import LOW_CONFIDENCE, Word

#: Pauses between words, in milliseconds, that end a clause and a sentence.
CLAUSE_PAUSE_MS = 500
SENTENCE_PAUSE_MS = 900

#: These split a sentence into parts that do not share a negation.
CONTRAST = frozenset("but however although".split())
#: These open a new clause when a subject follows.
JOINERS = frozenset("and so then or because".split())
SUBJECTS = frozenset("i we you they he she it that there this my our your let".split())
MARKS = frozenset(".?")

_TYPOGRAPHIC = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": ";", "\u00a0": " "})
_PIECE = re.compile(
    r"(?P<skip>https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|(?<!\S)[@^]\w+|(?<!\S)\*\w\w(?!\S)|(?<!\S)[-/]\w\w(?=\s*$))"
    r"|(?P<money>[$€£]\s?\d[\d,]*(?:\.\d{1,2})?)"
    r"|(?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<number>\d[\d,]*(?:\.\d+)?)"
    r"|(?P<word>[^\W\d_]+(?:['-][^\W\d_]+)*|[&%])"
    r"|(?P<mark>[.!?;:]+|\n+)"
    r"|(?P<comma>,|-(?=\s)|\.\.\.|…)"
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word for matching, or a mark, with the letters of the heard text it stands for."""

    text: str
    start: int
    end: int
    #: True: the recogniser was unsure of it.
    low: bool = False
    #: True: a comma or a short pause stands before it.
    border: bool = False


@dataclass(frozen=True)
class Normalised:
    """A text for matching. Offsets ``at`` count letters of ``text``; ``start`` and ``end`` count letters of ``heard``."""

    heard: str
    tokens: tuple[Token, ...]

    @cached_property
    def text(self) -> str:
        """Return the tokens joined by single blanks."""
        return " ".join(token.text for token in self.tokens)

    @cached_property
    def offsets(self) -> tuple[int, ...]:
        """Return where each token starts in ``text``."""
        at, found = 0, []
        for token in self.tokens:
            found.append(at)
            at += len(token.text) + 1
        return tuple(found)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Return the tokens' spellings, marks included."""
        return tuple(token.text for token in self.tokens)

    @cached_property
    def parts(self) -> tuple[int, ...]:
        """Return for each token the number of its part: a stretch without a mark or a *but*."""
        number, found = 0, []
        for token in self.tokens:
            number += token.text in MARKS or token.text in CONTRAST
            found.append(number)
        return tuple(found)

    @cached_property
    def clauses(self) -> tuple[tuple[int, int], ...]:
        """Return the clauses as token ranges: split at marks, contrast, and a joiner or a short pause before a subject."""
        cuts = [0]
        for at, word in enumerate(self.words):
            follows = self.words[at + 1] if at + 1 < len(self.words) else ""
            if (
                word in MARKS
                or word in CONTRAST
                or word in JOINERS
                and follows in SUBJECTS
                and not (word == "so" and follows == "that")
            ):
                cuts += [at, at + 1]
            elif self.tokens[at].border and word in SUBJECTS:
                cuts.append(at)
        cuts.append(len(self.words))
        return tuple(
            (a, b) for a, b in zip(cuts, cuts[1:], strict=False) if b > a and not (b == a + 1 and self.words[a] in MARKS)
        )

    def token_at(self, at: int) -> int:
        """Return the index of the token that covers the letter ``at`` of ``text``."""
        return max(bisect_right(self.offsets, at) - 1, 0)

    def token_range(self, at: int, until: int) -> tuple[int, int]:
        """Return the tokens that the letters from ``at`` before ``until`` cover, as a half-open range."""
        return self.token_at(at), self.token_at(max(until - 1, at)) + 1

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the heard letters of the tokens ``first`` before ``last``, marks at the rim left out."""
        while last - 1 > first and self.words[last - 1] in MARKS:
            last -= 1
        while first < last - 1 and self.words[first] in MARKS:
            first += 1
        return self.tokens[first].start, max(token.end for token in self.tokens[first:last])

    def sentence(self, token: int) -> tuple[int, int]:
        """Return the token range of the sentence around ``token``, its closing mark included."""
        first = last = token
        while first > 0 and self.words[first - 1] not in MARKS:
            first -= 1
        while last < len(self.words) and self.words[last] not in MARKS:
            last += 1
        return first, min(last + 1, len(self.words))


def _figures(piece: str) -> str:
    """Return a typed number with or without a decimal point in words."""
    whole, _, rest = piece.replace(",", "").partition(".")
    said = spoken_figure(whole)
    return f"{said} point {spoken_digits(rest)}" if rest else said


def _money(piece: str) -> str:
    """Return ``$148.60`` as *one hundred forty eight dollars sixty cents*."""
    unit = SIGNS[piece[0]]
    whole, _, rest = piece[1:].strip().replace(",", "").partition(".")
    said = f"{spoken(int(whole))} {unit}" if len(whole) <= 6 else f"{spoken_digits(whole)} {unit}"
    cents = int((rest + "0")[:2]) if rest else 0
    return f"{said} {spoken(cents)} cents" if cents else said


def _spellings(kind: str, piece: str) -> str:
    """Return the words for matching of one piece; empty for what is skipped."""
    if kind == "money":
        return _money(piece)
    if kind == "ordinal":
        return spoken_ordinal(int(re.sub(r"\D", "", piece)) or 1)
    if kind == "number":
        return _figures(piece)
    if kind != "word":
        return ""
    known = spell(piece)
    if known == piece and "-" in piece:
        known = " ".join(spell(half) for half in piece.split("-"))
    return known


def _pauses(heard: str, words: tuple[Word, ...]) -> tuple[dict[int, int], list[tuple[int, int]]]:
    """Return the pause in ms before each heard letter where a word starts, and the letter ranges of unsure words."""
    pauses: dict[int, int] = {}
    low: list[tuple[int, int]] = []
    at, before = 0, None
    for word in words:
        found = heard.find(word.text, at)
        if found < 0:
            continue
        at = found + len(word.text)
        if before is not None and before.end_ms:
            pauses[found] = word.start_ms - before.end_ms
        if word.confidence < LOW_CONFIDENCE:
            low.append((found, at))
        before = word
    return pauses, low


def _may_join(before: list[Token]) -> bool:
    """Return whether the pair that ends here can be a slip of the recogniser: "I think you" and "do you think you" are none."""
    return (
        before[-1].text != "think"
        or len(before) < 2
        or before[-2].text not in {"i", "we", "you", "they", "not", "what", "do", "people"}
    )


def _join_pairs(tokens: list[Token]) -> list[Token]:
    """Return the tokens with words that are spelled as two joined into one."""
    joined: list[Token] = []
    for token in tokens:
        pair = PAIRS.get((joined[-1].text, token.text)) if joined else None
        if pair is not None and not token.border and _may_join(joined):
            last = joined.pop()
            low = last.low or token.low
            joined += [Token(word, last.start, token.end, low, last.border) for word in pair.split()]
        else:
            joined.append(token)
    return joined


_BEFORE_A_QUESTION = frozenset("why how who what when where and but so or well then . ?".split())
_ASKED = frozenset("did do have can could would are were does has will should was is".split())


def _asked_the_other_way(tokens: list[Token]) -> list[Token]:
    """Return the tokens with "why did not you" as "why did you not", so that a rule needs one order only."""
    for at in range(1, len(tokens) - 1):
        aux, negator, subject = tokens[at - 1 : at + 2]
        opens = at == 1 or tokens[at - 2].text in _BEFORE_A_QUESTION
        contracted = (aux.start, aux.end) == (negator.start, negator.end)
        if negator.text == "not" and contracted and opens and aux.text in _ASKED and subject.text in SUBJECTS:
            tokens[at], tokens[at + 1] = subject, negator
    return tokens


def _is_abbreviation(tokens: list[Token], piece: str) -> bool:
    return piece == "." and bool(tokens) and tokens[-1].text in {"mr", "mrs", "ms", "dr", "st"}


def _tokens(heard: str, words: tuple[Word, ...]) -> list[Token]:
    pauses, low = _pauses(heard, words)
    tokens: list[Token] = []
    border = False
    for match in _PIECE.finditer(heard.lower().translate(_TYPOGRAPHIC)):
        kind, piece, start, end = str(match.lastgroup), match.group(), match.start(), match.end()
        pause = pauses.get(start, 0)
        if kind == "mark" and not _is_abbreviation(tokens, piece):
            if tokens and tokens[-1].text not in MARKS:
                tokens.append(Token("?" if "?" in piece else ".", start, end))
            border = False
            continue
        if pause >= SENTENCE_PAUSE_MS and tokens and tokens[-1].text not in MARKS:
            tokens.append(Token(".", start, start))
        border = border or kind == "comma" or pause >= CLAUSE_PAUSE_MS
        unsure = any(a < end and start < b for a, b in low)
        for said in _spellings(kind, piece).split():
            tokens.append(Token(said, start, end, unsure, border))
            border = False
    return _join_pairs(_asked_the_other_way(tokens))


@lru_cache(maxsize=512)
def normalise(heard: str, words: tuple[Word, ...] = ()) -> Normalised:
    """Return the text for matching of what was typed or heard; ``words`` add pauses and confidences where there are any."""
    # A letter whose lower case is longer than itself would shift every offset behind it.
    safe = "".join(letter if len(letter.lower()) == 1 else " " for letter in heard)
    return Normalised(heard, tuple(_tokens(safe, words)))
