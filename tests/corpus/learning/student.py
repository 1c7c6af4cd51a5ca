"""The student: the small layers of simulator/cues/opinion_layers.py, in floats, learning from labels and from the teacher.

The structure here and there is the same; ``tests/cues/test_second_opinion.py`` holds the whole-number arithmetic to it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from simulator.cues.opinion_layers import REACH, UNKNOWN
from tests.corpus.learning.language import WIDTH, vector, whole_words
from tests.corpus.learning.readings import SKILLS, Features
from tests.corpus.learning.teacher import batches, wrong

VECTOR, HIDDEN = 96, 192
BATCH, MOST_WORDS = 64, 200
#: A word has to stand in so many replies to have its own vector; a rule must have spoken so often to have weights.
LEAST_REPLIES, LEAST_SPOKEN = 2, 5
#: Shares of the words and of the rules that the student does not get to see while it learns.
HIDDEN_WORDS, HIDDEN_RULES, DROPPED = 0.03, 0.2, 0.2


@dataclass(frozen=True)
class Known:
    """The words and the rules, each with its row."""

    words: dict[str, int]
    rules: dict[str, int]


def known_from(seen: Sequence[Features]) -> Known:
    """Return the words and rules that are common enough, and the common words of the language."""
    words, rules = Counter[str](), Counter[str]()
    for each in seen:
        words.update(set(each.words))
        rules.update(each.rules)
    kept = sorted(word for word, count in words.items() if count >= LEAST_REPLIES)
    kept += sorted(set(whole_words()) - set(kept))
    spoke = sorted(rule for rule, count in rules.items() if count >= LEAST_SPOKEN)
    return Known({word: at for at, word in enumerate(kept, UNKNOWN + 1)}, {rule: at for at, rule in enumerate(spoke)})


class Student(nn.Module):
    """Words in a row, and the rules that spoke, to a logit for each skill."""

    def __init__(self, known: Known) -> None:
        super().__init__()
        table = np.zeros((len(known.words) + UNKNOWN + 1, WIDTH), np.float32)
        table[UNKNOWN + 1 :] = [vector(word) for word in known.words]
        table[UNKNOWN + 1 :] -= table[UNKNOWN + 1 :].mean(0)
        table /= table[UNKNOWN + 1 :].std()
        self.register_buffer("language", torch.tensor(table))
        self.to_vector = nn.Linear(WIDTH, VECTOR, bias=False)
        self.own = nn.Embedding(len(table), VECTOR)
        (wide, _), *more = REACH
        self.first = nn.Conv1d(VECTOR, HIDDEN, wide, padding=wide // 2)
        self.more = nn.ModuleList(
            nn.Conv1d(HIDDEN, HIDDEN, size, padding=size // 2 * apart, dilation=apart) for size, apart in more
        )
        self.out = nn.Linear(len(REACH) * HIDDEN, len(SKILLS))
        self.rules = nn.EmbeddingBag(len(known.rules) + 1, len(SKILLS), mode="sum", padding_idx=len(known.rules))
        self.dropped = nn.Dropout(DROPPED)
        nn.init.normal_(self.to_vector.weight, std=0.05)
        nn.init.normal_(self.own.weight, std=0.02)
        nn.init.zeros_(self.rules.weight)
        nn.init.constant_(self.out.bias, -2.0)

    def vectors(self) -> torch.Tensor:
        """Return every word's vector (words by 96)."""
        return self.own.weight + self.to_vector(self.language)

    def forward(self, words: torch.Tensor, rules: torch.Tensor, starts: torch.Tensor) -> torch.Tensor:
        there = (words > 0)[:, None, :].float()
        values = self.own(words) + self.to_vector(self.language[words])
        values = self.dropped(values).transpose(1, 2) * there
        values = torch.relu(self._layer(self.first, values)) * there
        strongest = [values.max(2)[0]]
        for layer in self.more:
            values = torch.relu(values + self._layer(layer, self.dropped(values))) * there
            strongest.append(values.max(2)[0])
        return self.out(self.dropped(torch.cat(strongest, 1))) + self.rules(rules, starts)

    def _layer(self, layer: nn.Module, values: torch.Tensor) -> torch.Tensor:
        # While learning, sixteen bits are enough and much faster; what is written down is measured in full.
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.training):
            found: torch.Tensor = layer(values)
        return found.float()


@dataclass(frozen=True)
class Lesson:
    """Texts with what is there (texts by skills, 0 to 1) and whether it is asked for."""

    seen: Sequence[Features]
    there: torch.Tensor
    asked: torch.Tensor


@dataclass
class _Rows:
    words: list[list[int]]
    rules: list[np.ndarray]


def _rows(known: Known, seen: Sequence[Features]) -> _Rows:
    words = [[known.words.get(word, UNKNOWN) for word in each.words[:MOST_WORDS]] or [UNKNOWN] for each in seen]
    rules = [np.array([known.rules[rule] for rule in each.rules if rule in known.rules], np.int64) for each in seen]
    return _Rows(words, rules)


def _batch(rows: _Rows, at: np.ndarray, dice: np.random.RandomState | None) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    words, rules = [rows.words[each] for each in at], [rows.rules[each] for each in at]
    if dice is not None:
        words = [[UNKNOWN if dice.rand() < HIDDEN_WORDS else word for word in each] for each in words]
        rules = [each[dice.rand(len(each)) > HIDDEN_RULES] for each in rules]
    longest = max(map(len, words))
    table = torch.tensor([each + [0] * (longest - len(each)) for each in words])
    starts = torch.tensor(np.cumsum([0, *map(len, rules)])[:-1])
    return table, torch.tensor(np.concatenate(rules)), starts


def fit(student: Student, known: Known, lesson: Lesson, epochs: int, rate: float) -> None:
    """Fit the student to what is there in the texts of this lesson."""
    torch.manual_seed(epochs)
    seen, step = lesson.seen, 0
    rows = _rows(known, seen)
    steps = epochs * len(seen) // BATCH
    rest = [each for name, each in student.named_parameters() if name != "own.weight"]
    groups = [{"params": [student.own.weight], "weight_decay": 0.1}, {"params": rest, "weight_decay": 0.01}]
    moved = torch.optim.AdamW(groups, lr=rate)
    for epoch in range(epochs):
        dice, total = np.random.RandomState(epoch), 0.0
        student.train()
        for at in batches([len(each) for each in rows.words], BATCH, dice):
            for group in moved.param_groups:
                group["lr"] = rate * min(1, (step + 1) / 200) * max(0.01, 1 - step / steps)
            loss = wrong(student(*_batch(rows, at, dice)), lesson.there[at], lesson.asked[at])
            moved.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(student.parameters(), 2.0)
            moved.step()
            step, total = step + 1, total + loss.item()
        print(f"student: epoch {epoch + 1} of {epochs}, loss {total * BATCH / len(seen):.3f}", flush=True)


def logits(student: Student, known: Known, seen: Sequence[Features]) -> np.ndarray:
    """Return the student's logits (texts by skills), in floats."""
    rows, found = _rows(known, seen), np.zeros((len(seen), len(SKILLS)))
    student.eval()
    with torch.no_grad():
        for begin in range(0, len(seen), 128):
            at = np.arange(begin, min(begin + 128, len(seen)))
            found[at] = student(*_batch(rows, at, None)).numpy()
    return found
