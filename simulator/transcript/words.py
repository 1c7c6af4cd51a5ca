"""Recognised words with their times.

Times are milliseconds since the call was answered, on the clock of the samples; confidence is per mille (the recogniser's own
``conf`` × 1000). Typed words carry time 0 and full confidence.
"""

from __future__ import annotations

from dataclasses import dataclass

#: Below this confidence (per mille) a word is *low*: it softens a finding and never makes one (decisions 1).
LOW_CONFIDENCE = 667


@dataclass(frozen=True, slots=True)
class Word:
    """One word as it was heard."""

    text: str
    start_ms: int
    end_ms: int
    confidence: int = 1000


def text_of(words: tuple[Word, ...]) -> str:
    """Return the words as one text, separated by single blanks."""
    return " ".join(word.text for word in words)


def typed_words(text: str) -> tuple[Word, ...]:
    """Return typed text as words without times."""
    return tuple(Word(piece, 0, 0) for piece in text.split())
