"""The arithmetic of the second opinion: four small layers over the words in a row, in whole numbers.

Each word is a short vector; the first layer looks at five words at a time, those after it at ever wider neighbourhoods, and the
strongest answer of each anywhere in the reply counts, so one good sentence in a long reply is heard. Rounding of floats differs from
machine to machine and would change scores; so every value is a whole number. They are held in 64-bit floats, which are exact far beyond
the largest sum here (2**53), because numpy multiplies those quickly.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.float64]

#: A weight of 1 is so many units, a value between the layers so many.
WEIGHT, VALUE = 4096, 256
#: No value between the layers is larger, so that every sum stays exact whatever somebody says; real ones are a tenth of it.
MOST_VALUE = 127 * VALUE
#: The first two rows of the vectors: no word, and a word that nobody has met.
UNKNOWN = 1
#: Words each layer looks at, and how far they stand apart.
REACH = ((5, 1), (3, 1), (3, 2), (3, 4))
#: numpy's multiplication starts helper threads for tables larger than this, which costs more than it saves and disturbs the sound.
_ROWS, _COLUMNS = 8, 64
#: Letters of a reply are no attack: words past this are not looked at.
MOST_WORDS = 400


@dataclass(frozen=True)
class Layers:
    """The learned numbers. Vectors: words by 96. Layers: (words in reach x inputs) by 192. Logits are in thousandths."""

    skills: tuple[str, ...]
    words: dict[str, int]
    rules: dict[str, int]
    tables: dict[str, NDArray[np.int16]]
    #: A vector of 1 is so many units.
    vector_unit: int
    #: Logit from which a skill is added, and from which it is sure; below which a doubtful rule is overruled.
    add_from: tuple[int, ...]
    sure_from: tuple[int, ...]
    drop_below: tuple[int, ...]
    doubtful: frozenset[str]

    @cached_property
    def weights(self) -> tuple[tuple[Whole, ...], ...]:
        """Return the layers' weights as exact floats, each cut into tables of some columns."""
        tables = (self.tables[f"layer{number}"].astype(np.float64) for number in range(len(REACH)))
        return tuple(
            tuple(np.ascontiguousarray(table[:, at : at + _COLUMNS]) for at in range(0, table.shape[1], _COLUMNS)) for table in tables
        )

    @cached_property
    def biases(self) -> tuple[Whole, ...]:
        """Return what each layer adds, in units of its sums."""
        units = (self.vector_unit, *(VALUE for _ in REACH[1:]))
        return tuple(
            self.tables[f"bias{number}"].astype(np.float64) * (unit * WEIGHT // VALUE) for number, unit in enumerate(units)
        )

    @cached_property
    def out(self) -> Whole:
        """Return the weights from the strongest answers to the skills."""
        return self.tables["out"].astype(np.float64)


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the words suggest: a logit for each skill in thousandths, and how much each word speaks for it."""

    logits: tuple[int, ...]
    #: Strongest answers, and the word in the middle of each.
    strongest: Whole
    places: NDArray[np.intp]
    layers: Layers

    def by_word(self, skill: int, count: int) -> list[int]:
        """Return how much each of the words speaks for the skill, whole numbers."""
        speaks = np.zeros(count)
        np.add.at(speaks, self.places, self.strongest * self.layers.out[:, skill])
        return [int(each) for each in speaks]


def layers_from(text: str, numbers: bytes) -> Layers:
    """Return the layers of the two files: what the numbers are, as JSON, and the numbers themselves, one table behind the other."""
    plain = json.loads(text)
    return Layers(
        skills=tuple(plain["skills"]),
        words={word: number for number, word in enumerate(plain["words"].split(" "), UNKNOWN + 1)},
        rules={rule: number for number, rule in enumerate(plain["rules"])},
        tables={name: _table(table, numbers) for name, table in plain["tables"].items()},
        vector_unit=plain["vector_unit"],
        add_from=tuple(plain["add_from"]),
        sure_from=tuple(plain["sure_from"]),
        drop_below=tuple(plain["drop_below"]),
        doubtful=frozenset(plain["doubtful"]),
    )


def _table(plain: dict[str, int | str], numbers: bytes) -> NDArray[np.int16]:
    rows, columns = int(plain["rows"]), int(plain["columns"])
    table = np.frombuffer(numbers, dtype=str(plain["type"]), count=max(rows, 1) * columns, offset=int(plain["from"]))
    return table.reshape(rows, columns) if rows else table


def opinion(layers: Layers, words: Sequence[str], rules: Iterable[str]) -> Opinion:
    """Return what the words in a row and the rules that spoke suggest."""
    numbers = [layers.words.get(word, UNKNOWN) for word in words[:MOST_WORDS]] or [UNKNOWN]
    values = layers.tables["vectors"][numbers].astype(np.float64)
    unit, kept = layers.vector_unit, []
    for number, (wide, apart) in enumerate(REACH):
        sums = _times(_neighbours(values, wide, apart), layers.weights[number]) + layers.biases[number]
        if number:
            sums += values * WEIGHT
        values = np.minimum(np.floor(np.maximum(sums, 0) * VALUE / (unit * WEIGHT)), MOST_VALUE)
        unit = VALUE
        kept.append(values)
    strongest = np.concatenate([each.max(axis=0) for each in kept])
    places = np.concatenate([each.argmax(axis=0) for each in kept])
    sums = np.floor((strongest @ layers.out) * 1000 / (VALUE * WEIGHT)) + layers.tables["out_bias"]
    for rule in rules:
        row = layers.rules.get(rule)
        if row is not None:
            sums = sums + layers.tables["rules"][row]
    return Opinion(tuple(int(each) for each in sums), strongest, places, layers)


def _neighbours(values: Whole, wide: int, apart: int) -> Whole:
    """Return for each word the values of the words around it, side by side; nothing stands before the first and after the last."""
    edge = wide // 2 * apart
    padded = np.zeros((len(values) + 2 * edge, values.shape[1]))
    padded[edge : edge + len(values)] = values
    return np.concatenate([padded[step * apart : step * apart + len(values)] for step in range(wide)], axis=1)


def _times(rows: Whole, weights: Sequence[Whole]) -> Whole:
    parts = [rows[at : at + _ROWS] for at in range(0, len(rows), _ROWS)]
    return np.concatenate([np.concatenate([part @ table for part in parts]) for table in weights], axis=1)
