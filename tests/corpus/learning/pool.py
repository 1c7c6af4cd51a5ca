"""Replies that nobody wrote: pieces of labelled replies put together anew, with some words changed for words of like meaning.

Nobody labels them; the teacher says what it reads in them, and the small layers learn from that (Tang and others 2019, "Distilling
task-specific knowledge from BERT into simple neural networks", made their sentences in a like way).
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

import numpy as np

from tests.corpus import measure
from tests.corpus.learning.language import vector

PIECES, SHARES = (1, 2, 3, 4), (3, 4, 3, 1)
#: Shares of the words that are changed, one of them a reply, or left out, and how like a word must be (cosine). Many changed words bring
#: what the teacher knows of words that no labelled reply has.
CHANGED, LEFT_OUT, LIKE = (0.10, 0.30), 0.02, 0.40


def made_up(texts: Sequence[str], count: int, seed: int) -> list[str]:
    """Return so many made-up replies."""
    dice = random.Random(seed)
    cut = [_pieces(text, dice) for text in texts]
    like = _like_words(texts)
    found = []
    while len(found) < count:
        parts: list[str] = []
        for _ in range(dice.choices(PIECES, SHARES)[0]):
            pieces = dice.choice(cut)
            at = dice.randrange(len(pieces))
            parts += pieces[at : at + dice.choice((1, 1, 2, 3, 4))]
        text = " ".join(parts)
        text = _changed(text, like, dice) if dice.random() < 0.6 else text
        text = measure.as_heard(text) if dice.random() < 0.6 else text
        if text.strip():
            found.append(text)
    return found


def _pieces(text: str, dice: random.Random) -> list[str]:
    if re.search(r"[.!?;]", text) and re.search("[A-Z]", text):
        return re.split(r"(?<=[.!?;,])\s+", text)
    words, found = text.split(), []
    while words:
        size = dice.choice((4, 6, 8, 11))
        found.append(" ".join(words[:size]))
        words = words[size:]
    return found or [""]


def _like_words(texts: Sequence[str]) -> dict[str, list[str]]:
    words = sorted({word for text in texts for word in re.findall(r"[a-z']+", text.lower())})
    table = np.stack([vector(word) for word in words])
    table /= np.maximum(1e-6, np.linalg.norm(table, axis=1, keepdims=True))
    found = {}
    for begin in range(0, len(words), 1000):
        likeness = table[begin : begin + 1000] @ table.T
        for row, order in enumerate(np.argsort(-likeness, axis=1)[:, 1:7]):
            found[words[begin + row]] = [words[at] for at in order if likeness[row, at] > LIKE]
    return found


def _changed(text: str, like: dict[str, list[str]], dice: random.Random) -> str:
    found, share = [], dice.choice(CHANGED)
    for word in text.split():
        plain = re.sub(r"[^a-z']", "", word.lower())
        if dice.random() < share and like.get(plain):
            word = word.lower().replace(plain, dice.choice(like[plain]))
        elif dice.random() < LEFT_OUT:
            continue
        found.append(word)
    return " ".join(found)
