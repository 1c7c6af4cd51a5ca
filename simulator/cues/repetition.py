"""Whether a sentence was said before: word for word, or nearly so.

The same sentence again sounds like a script (``robotic``). Greetings and thanks are said again by everybody, and a sentence of a few
words is too short to be a script.
"""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from simulator.transcript.normalise import normalise

#: Of a hundred: "at least 90 % similar" (contract).
SIMILAR = 90
LEAST_WORDS = 5
_SENTENCE = re.compile(r"[^.!?]+")
_POLITE = re.compile(r"\b(hello|hi|good (morning|afternoon|evening|day)|thanks?|thank you|welcome|goodbye)\b")


def repeats_earlier(earlier: tuple[str, ...], text: str) -> bool:
    """Return whether a sentence of the text was said before at ``SIMILAR`` per cent; greetings and thanks do not count."""
    before = [sentence for each in earlier for sentence in _sentences(each)]
    return any(fuzz.ratio(sentence, old) >= SIMILAR for sentence in _sentences(text) for old in before)


def _sentences(text: str) -> list[str]:
    """Return what can be compared: sentences where there is punctuation, else the whole turn."""
    plain = (" ".join(normalise(piece).words) for piece in _SENTENCE.findall(text))
    return [sentence for sentence in plain if len(sentence.split()) >= LEAST_WORDS and not _POLITE.search(sentence)]
