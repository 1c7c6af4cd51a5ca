"""The cues agree with the labelled replies at least as well as the baseline says, typed, heard, and with wrong words.

Figures of the held-back authors are the ones that count: nobody tuned a rule on them and no weight was learned from them. Two readers
of them who knew the contract alone show how well people agree.
"""

from __future__ import annotations

import json

from simulator.cues.cue import CATALOGUE
from simulator.cues.spot import sounds_like_a_list
from tests.corpus import entry, measure
from tests.corpus.learning.readings import LIMITS_FROM, authors
from tests.cues.traps import LISTS, TRAPS

LONG = 40


def test_agreement_does_not_fall() -> None:
    kept = json.loads(entry.BASELINE.read_text("utf-8"))
    found = entry.now()
    assert set(found) == set(kept)
    assert all(found[name] >= kept[name] for name in kept), f"now {found}, baseline {kept}: see python -m tests corpus --errors"


def test_two_readers_agree_better_than_the_program_does() -> None:
    for author in measure.HELD_BACK:
        assert measure.readers(author).f1() >= 0.90


def test_nothing_is_learned_from_the_authors_that_measure() -> None:
    assert not set(measure.HELD_BACK) & {*authors(), *LIMITS_FROM}
    assert not set(authors()) & set(LIMITS_FROM)


def test_the_corpus_is_large_and_varied() -> None:
    rows = measure.rows(*measure.tuning_authors(), *measure.HELD_BACK)
    assert len(rows) >= 3_000
    assert len({(row.author, row.id) for row in rows}) == len(rows)
    assert len({row.author for row in rows}) >= 5
    assert len({row.trade for row in rows}) >= 8
    for author in measure.HELD_BACK:
        assert {label for row in measure.rows(author) for label in measure.measured(row.labels)} == set(measure.LABELS)


def test_labels_are_ids_of_the_contract() -> None:
    rows = measure.rows(*measure.tuning_authors(), *measure.HELD_BACK)
    unknown = {label for row in rows if row.author != "first" for label in row.labels} - CATALOGUE
    assert not unknown


def test_there_are_traps_and_stuffed_replies_enough() -> None:
    assert len(TRAPS) >= 100
    assert len(LISTS) >= 40


def test_long_honest_replies_are_no_lists() -> None:
    long = [row for row in measure.rows(*measure.tuning_authors(), *measure.HELD_BACK) if len(row.text.split()) >= LONG]
    assert len(long) >= 200
    lists = [row.id for row in long[:300] if sounds_like_a_list(row.text)]
    assert not lists


def test_noise_is_what_it_says() -> None:
    text = "i am going to ring the depot now and i will call you back before five this afternoon with an answer"
    changed = sum(measure.noised(text, 0.1, seed) != text for seed in range(20))
    assert changed >= 15
    assert measure.noised(text, 0.1, 1) == measure.noised(text, 0.1, 1)
