"""The second opinion: whole numbers that every machine adds up alike, a quote for what it adds, and no say where it must have none."""

from __future__ import annotations

import json
from itertools import pairwise

import numpy as np
import pytest

from simulator.cues import second_opinion
from simulator.cues.opinion_layers import (
    MOST_VALUE,
    MOST_WORDS,
    REACH,
    VALUE,
    WEIGHT,
    Layers,
    layers_from,
    opinion,
)
from simulator.cues.second_opinion import LONGEST_QUOTE, RULE, layers
from simulator.cues.spot import spot

VECTOR, HIDDEN = 4, 6
WORDS = "sorry wait refund you the broken promise".split()


@pytest.fixture
def small() -> Layers:
    """Return layers with invented numbers: seven words, two rules, two skills."""
    dice = np.random.default_rng(7)
    tables = {"vectors": dice.integers(-90, 90, (len(WORDS) + 2, VECTOR)).astype("<i1")}
    inputs = (VECTOR, *(HIDDEN for _ in REACH[1:]))
    for number, ((wide, _), width) in enumerate(zip(REACH, inputs, strict=True)):
        tables[f"layer{number}"] = dice.integers(-3000, 3000, (wide * width, HIDDEN)).astype("<i2")
        tables[f"bias{number}"] = dice.integers(-50, 50, HIDDEN).astype("<i2")
    tables["out"] = dice.integers(-3000, 3000, (len(REACH) * HIDDEN, 2)).astype("<i2")
    tables["out_bias"] = np.array([-500, 200], "<i2")
    tables["rules"] = np.array([[100, -7], [3, 900]], "<i2")
    packed, numbers = {}, b""
    for name, table in tables.items():
        rows = len(table) if table.ndim == 2 else 0
        packed[name] = {"rows": rows, "columns": table.shape[-1], "type": table.dtype.str.replace("|", "<"), "from": len(numbers)}
        numbers += table.tobytes()
    plain = {"skills": ["apologise", "dismiss"], "words": " ".join(WORDS), "rules": ["+greet", "=a rule"], "tables": packed}
    limits = {"add_from": [0, 0], "sure_from": [9, 9], "drop_below": [0, 0], "doubtful": []}
    return layers_from(json.dumps({**plain, **limits, "vector_unit": 32}), numbers)


def by_hand(layers: Layers, words: list[str], rules: list[str]) -> list[int]:
    """Add the same up in Python's own whole numbers, one at a time."""
    values = [[int(each) for each in layers.tables["vectors"][layers.words.get(word, 1)]] for word in words]
    unit, kept = layers.vector_unit, []
    for number, (wide, apart) in enumerate(REACH):
        weights, bias = layers.tables[f"layer{number}"], layers.tables[f"bias{number}"]
        made = []
        for at in range(len(values)):
            row = []
            for out in range(len(bias)):
                total = int(bias[out]) * (unit * WEIGHT // VALUE) + (values[at][out] * WEIGHT if number else 0)
                for step in range(wide):
                    other = at + (step - wide // 2) * apart
                    if 0 <= other < len(values):
                        width = len(values[other])
                        total += sum(values[other][each] * int(weights[step * width + each][out]) for each in range(width))
                row.append(min(max(total, 0) * VALUE // (unit * WEIGHT), MOST_VALUE))
            made.append(row)
        values, unit = made, VALUE
        kept.append(values)
    strongest = [max(row[out] for row in part) for part in kept for out in range(len(kept[0][0]))]
    found = []
    for skill in range(len(layers.skills)):
        total = sum(strong * int(layers.tables["out"][at][skill]) for at, strong in enumerate(strongest))
        said = sum(int(layers.tables["rules"][layers.rules[rule]][skill]) for rule in rules if rule in layers.rules)
        found.append(total * 1000 // (VALUE * WEIGHT) + int(layers.tables["out_bias"][skill]) + said)
    return found


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        (["sorry", "you", "wait"], []),
        (["nobody", "knows", "these", "words"], ["+greet"]),
        ([*WORDS, *WORDS, "and", *WORDS], ["=a rule", "+greet", "=never heard of"]),
        (["refund"], []),
    ],
)
def test_the_sums_are_those_of_whole_numbers(small: Layers, words: list[str], rules: list[str]) -> None:
    assert list(opinion(small, words, rules).logits) == by_hand(small, words, rules)


def test_an_empty_reply_has_an_opinion_too(small: Layers) -> None:
    assert opinion(small, [], []).logits == opinion(small, ["?"], []).logits


def test_what_stands_far_behind_is_not_looked_at(small: Layers) -> None:
    endless = ["you"] * MOST_WORDS
    assert opinion(small, [*endless, "sorry"], []).logits == opinion(small, endless, []).logits


def test_one_good_sentence_in_a_long_reply_is_heard(small: Layers) -> None:
    one = opinion(small, ["x"] * 12 + ["sorry", "you", "wait"] + ["x"] * 12, [])
    assert one.logits == opinion(small, ["x"] * 12 + ["sorry", "you", "wait"] + ["x"] * 90, []).logits


def test_the_program_has_learned_layers_of_the_size_it_expects() -> None:
    learned = layers()
    width = learned.tables["vectors"].shape[1]
    tables = [learned.tables[f"layer{number}"] for number in range(len(REACH))]
    sizes = [width, *(weights.shape[1] for weights in tables)]
    for (before, _), weights, (wide, _) in zip(pairwise(sizes), tables, REACH, strict=True):
        assert weights.shape[0] == wide * before
    assert len(learned.tables["vectors"]) == len(learned.words) + 2
    assert len(learned.add_from) == len(learned.sure_from) == len(learned.drop_below) == len(learned.skills) == learned.out.shape[1]


def test_no_sum_can_leave_the_range_in_which_floats_are_exact() -> None:
    learned = layers()
    # The values of a word are 127 at most, those between the layers are cut off; twos are powers of two and cost no digit.
    most = 127.0
    for number in range(len(REACH)):
        weights = learned.tables[f"layer{number}"].astype(np.float64)
        unit = learned.vector_unit if number == 0 else VALUE
        sums = np.abs(weights).sum(axis=0).max() * most + np.abs(learned.biases[number]).max() + (most * WEIGHT if number else 0)
        assert sums < 2**53
        assert unit & (unit - 1) == WEIGHT & (WEIGHT - 1) == VALUE & (VALUE - 1) == 0
        most = float(MOST_VALUE)
    assert np.abs(learned.out).sum(axis=0).max() * most * 1000 < 2**53


def test_what_is_added_quotes_a_few_of_the_words() -> None:
    text = "right then the thing is that we had your booking down for the wrong week entirely and nobody at our end spotted it in time"
    added = [cue for cue in spot(text) if cue.rule == RULE]
    for cue in added:
        assert cue.quote in text
        assert 0 < len(cue.quote.split()) <= LONGEST_QUOTE


def test_a_fault_that_only_the_words_suggest_is_never_sure() -> None:
    learned = layers()
    most = 10**6
    for skill in ("blame_caller", "blame_others", "dismiss", "policy_shield", "calm_down_order"):
        assert learned.sure_from[learned.skills.index(skill)] >= most


def test_what_is_sure_is_more_than_what_is_added() -> None:
    learned = layers()
    assert all(sure >= add for sure, add in zip(learned.sure_from, learned.add_from, strict=True))


def test_what_a_guard_took_back_is_not_added_again() -> None:
    for text in ("I wouldn't say we are sorry about that.", "Sorry, but that is not possible."):
        assert "apologise" not in {cue.skill for cue in spot(text)}


def test_the_file_is_read_once() -> None:
    assert second_opinion.layers() is second_opinion.layers()
