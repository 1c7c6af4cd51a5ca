"""From a student in floats to the files of whole numbers that the program reads."""

from __future__ import annotations

import json
from collections.abc import Iterable

import numpy as np

from simulator.cues.opinion_layers import VALUE, WEIGHT
from tests.corpus.learning.limits import Limits
from tests.corpus.learning.readings import SKILLS
from tests.corpus.learning.student import Known, Student


def as_files(student: Student, known: Known, limits: Limits, doubtful: Iterable[str]) -> tuple[str, bytes]:
    """Return the text that says what the numbers are, and the numbers."""
    vectors = student.vectors().detach().numpy()
    # The largest power of two with which all but one vector value in ten thousand keeps its size.
    unit = 2 ** int(np.floor(np.log2(127 / np.quantile(np.abs(vectors), 0.9999))))
    layers = [student.first, *student.more]
    tables = {
        "vectors": _whole(np.clip(np.rint(vectors * unit), -127, 127), "<i1"),
        **{f"layer{number}": _whole(_side_by_side(layer) * WEIGHT) for number, layer in enumerate(layers)},
        **{f"bias{number}": _whole(layer.bias.detach().numpy() * VALUE) for number, layer in enumerate(layers)},
        "out": _whole(student.out.weight.detach().numpy().T * WEIGHT),
        "out_bias": _whole(student.out.bias.detach().numpy() * 1000),
        "rules": _whole(student.rules.weight.detach().numpy()[:-1] * 1000),
    }
    placed: dict[str, dict[str, int | str]] = {}
    numbers = b""
    for name, table in tables.items():
        rows = table.shape[0] if table.ndim == 2 else 0
        placed[name] = {"rows": rows, "columns": table.shape[-1], "type": table.dtype.str.replace("|", "<"), "from": len(numbers)}
        numbers += table.tobytes()
    plain = {
        "skills": SKILLS,
        "add_from": limits.add,
        "sure_from": limits.sure,
        "drop_below": limits.drop,
        "doubtful": sorted(doubtful),
        "rules": list(known.rules),
        "vector_unit": unit,
        "words": " ".join(known.words),
        "tables": placed,
    }
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"), indent=0) + "\n", numbers


def _side_by_side(layer: object) -> np.ndarray:
    """Return a layer's weights as (words in reach x inputs) by outputs."""
    weight = layer.weight.detach().numpy()  # type: ignore[attr-defined]
    return weight.transpose(2, 1, 0).reshape(-1, weight.shape[0])


def _whole(numbers: np.ndarray, kind: str = "<i2") -> np.ndarray:
    whole = np.rint(numbers)
    assert np.abs(whole).max() <= np.iinfo(np.dtype(kind)).max, "a learned number is too large for the file"
    return whole.astype(kind)
