"""Light stemming: enough that "charged", "charges" and "charging" are one word, and no more.

A full stemmer joins too much ("organ" and "organise"); the few endings here are those that service talk bends all day.
"""

from __future__ import annotations

from functools import lru_cache

_IRREGULAR = {
    "paid": "pay",
    "sent": "send",
    "took": "take",
    "taken": "take",
    "told": "tell",
    "said": "say",
    "spoke": "speak",
    "spoken": "speak",
    "bought": "buy",
    "got": "get",
    "gotten": "get",
    "gave": "give",
    "given": "give",
    "made": "make",
    "came": "come",
    "went": "go",
    "gone": "go",
    "left": "leave",
    "lost": "lose",
    "rang": "ring",
    "rung": "ring",
    "broke": "break",
    "broken": "break",
    "kept": "keep",
    "held": "hold",
    "sold": "sell",
    "found": "find",
    "heard": "hear",
    "felt": "feel",
    "met": "meet",
    "knew": "know",
    "known": "know",
    "saw": "see",
    "seen": "see",
    "wrote": "write",
    "written": "write",
    "chose": "choose",
    "chosen": "choose",
    "brought": "bring",
    "ran": "run",
    "fell": "fall",
    "put": "put",
    "cost": "cost",
    "does": "do",
    "did": "do",
    "done": "do",
    "has": "have",
    "had": "have",
    "was": "be",
    "were": "be",
    "is": "be",
    "are": "be",
    "been": "be",
    "am": "be",
    "days": "day",
    "lines": "line",
    "fees": "fee",
    "address": "address",
    "business": "business",
    "this": "this",
    "yes": "yes",
    "us": "us",
    "stress": "stress",
    "access": "access",
    "process": "process",
    "less": "less",
    "pass": "pass",
    "anything": "anything",
    "something": "something",
    "nothing": "nothing",
    "during": "during",
    "thing": "thing",
    "bring": "bring",
    "ring": "ring",
    "morning": "morning",
    "evening": "evening",
    "need": "need",
    "speed": "speed",
    "feed": "feed",
    "bed": "bed",
    "red": "red",
    "wedding": "wedding",
    "bus": "bus",
    "gas": "gas",
    "plus": "plus",
}
_VOWELS = frozenset("aeiouy")


def _undouble(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz" else word


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return the light stem of a normalised word."""
    known = _IRREGULAR.get(word)
    if known is not None:
        return known
    if len(word) <= 3:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        base = word[: -len(ending)]
        if word.endswith(ending) and len(base) >= 3 and _VOWELS & set(base):
            return _final(_undouble(base))
    if word.endswith("es") and word[-3] in "sxz" or word.endswith(("ches", "shes")):
        return _final(word[:-2])
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return _final(word[:-1])
    return _final(word)


def _final(word: str) -> str:
    """Return the word without a final e, so that "charge", "charg(ed)" and "charg(ing)" meet."""
    return word[:-1] if word.endswith("e") and len(word) > 3 else word
