"""How much of what was said was heard: recall and word error rate between a text and its recognition.

Both sides are written as the recogniser writes (lower case, no punctuation, contractions kept, numbers as words), then aligned.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

_WORD = re.compile(r"[a-z']+|\d+")
_ONES = "zero one two three four five six seven eight nine".split()
#: The recogniser's spelling of words that are spelled in two ways.
_SPELLING = {"ok": "okay", "apologise": "apologize", "apologised": "apologized", "alright": "all right", "cannot": "can not"}


@dataclass(frozen=True, slots=True)
class Recall:
    """Words said, and what became of them."""

    said: int
    right: int
    substituted: int
    lost: int
    invented: int

    @property
    def share(self) -> float:
        """Share of the said words that were heard right, 0-1; 1 where nothing was said."""
        return self.right / self.said if self.said else 1.0

    def __add__(self, other: Recall) -> Recall:
        return Recall(
            self.said + other.said,
            self.right + other.right,
            self.substituted + other.substituted,
            self.lost + other.lost,
            self.invented + other.invented,
        )


NOTHING = Recall(0, 0, 0, 0, 0)


def heard_share(said: str, heard: str) -> Recall:
    """Return what became of the words of ``said`` in ``heard``."""
    ours, theirs = plain_words(said), plain_words(heard)
    counts = {"replace": 0, "delete": 0, "insert": 0}
    for operation in Levenshtein.editops(ours, theirs):
        counts[operation.tag] += 1
    right = len(ours) - counts["replace"] - counts["delete"]
    return Recall(len(ours), right, counts["replace"], counts["delete"], counts["insert"])


def plain_words(text: str) -> list[str]:
    """Return the words as the recogniser would write them; figures are read out digit by digit."""
    words: list[str] = []
    for token in _WORD.findall(text.lower().replace("’", "'")):
        if token.isdigit():
            words.extend(_ONES[int(digit)] for digit in token)
        else:
            words.extend(_SPELLING.get(token.strip("'"), token.strip("'")).split())
    return [word for word in words if word]
