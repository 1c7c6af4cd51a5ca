"""The teacher: a large reader of whole replies, fitted to the labels; it marks as many made-up replies as one likes.

It is far too slow and too heavy for the program; what it knows is passed on to the small layers (student.py).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn
from transformers import BertConfig, BertModel

from tests.corpus.learning import language
from tests.corpus.learning.language import WIDTH
from tests.corpus.learning.readings import SKILLS, Reading

EPOCHS, RATE, BATCH, MOST_PIECES = 4, 2e-4, 32, 150


class Teacher(nn.Module):
    """Reads pieces of words and gives a logit for each skill."""

    def __init__(self) -> None:
        super().__init__()
        self.m = BertModel(
            BertConfig(
                vocab_size=language.VOCABULARY,
                hidden_size=WIDTH,
                num_hidden_layers=language.DEPTH,
                num_attention_heads=language.HEADS,
                intermediate_size=language.INSIDE,
            ),
            add_pooling_layer=False,
        )
        self.m.load_state_dict({name: torch.tensor(table) for name, table in language.tensors().items()})
        self.o = nn.Linear(2 * WIDTH, len(SKILLS))
        self.pieces = Tokenizer.from_file(str(language.folder() / language.PIECES))
        self.pieces.enable_truncation(MOST_PIECES)
        self.pieces.enable_padding()

    def forward(self, texts: Sequence[str]) -> torch.Tensor:
        cut = self.pieces.encode_batch(list(texts))
        mask = torch.tensor([each.attention_mask for each in cut])
        # Sixteen bits are enough to learn with and twice as fast.
        with torch.autocast("cpu", dtype=torch.bfloat16):
            read = self.m(input_ids=torch.tensor([each.ids for each in cut]), attention_mask=mask).last_hidden_state.float()
        there = mask[..., None]
        mean, most = (read * there).sum(1) / there.sum(1), read.masked_fill(there == 0, -9).max(1)[0]
        return self.o(torch.cat([mean, most], 1))


def fit(readings: Sequence[Reading]) -> Teacher:
    """Return a teacher that read each reply once an epoch, each time in another of its readings."""
    torch.manual_seed(0)
    by_reply: dict[tuple[str, str], list[Reading]] = {}
    for reading in readings:
        by_reply.setdefault((reading.author, reading.reply), []).append(reading)
    replies, teacher, step = list(by_reply.values()), Teacher(), 0
    moved = torch.optim.AdamW(teacher.parameters(), lr=RATE, weight_decay=0.01)
    steps = EPOCHS * len(replies) // BATCH
    for epoch in range(EPOCHS):
        dice = np.random.RandomState(epoch)
        chosen = [reply[dice.randint(len(reply))] for reply in replies]
        teacher.train()
        for batch in batches([len(each.text) for each in chosen], BATCH, dice):
            for group in moved.param_groups:
                group["lr"] = RATE * min(1, (step + 1) / 150) * max(0.02, 1 - step / steps)
            loss = wrong(teacher([chosen[at].text for at in batch]), *targets([chosen[at] for at in batch]))
            moved.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            moved.step()
            step += 1
            if step % 100 == 0:
                print(f"teacher: {step} of {steps}, loss {loss.item():.2f}", flush=True)
    return teacher


def logits(teacher: Teacher, texts: Sequence[str]) -> np.ndarray:
    """Return the teacher's logits of each text (texts by skills)."""
    teacher.eval()
    found = np.zeros((len(texts), len(SKILLS)), np.float32)
    order = np.argsort([len(text) for text in texts])
    with torch.no_grad():
        for at in range(0, len(order), 64):
            part = order[at : at + 64]
            found[part] = teacher([texts[each] for each in part]).numpy()
    return found


def targets(readings: Sequence[Reading]) -> tuple[torch.Tensor, torch.Tensor]:
    """Return which skills are there and which are known about (both readings by skills)."""
    there = [[float(skill in each.labels) for skill in SKILLS] for each in readings]
    known = [[float(skill in each.known) for skill in SKILLS] for each in readings]
    return torch.tensor(there), torch.tensor(known)


def wrong(found: torch.Tensor, there: torch.Tensor, known: torch.Tensor) -> torch.Tensor:
    """Return the loss of a batch."""
    each = nn.functional.binary_cross_entropy_with_logits(found, there, reduction="none")
    return (each * known).sum() / len(found)


def batches(lengths: Sequence[int], size: int, dice: np.random.RandomState) -> list[np.ndarray]:
    """Return batches of replies of like length, in random order."""
    order, found = dice.permutation(len(lengths)), []
    for at in range(0, len(order), size * 40):
        part = sorted(order[at : at + size * 40], key=lambda each: lengths[each])
        found += [np.array(part[begin : begin + size]) for begin in range(0, len(part), size)]
    dice.shuffle(found)  # type: ignore[arg-type]
    return found
