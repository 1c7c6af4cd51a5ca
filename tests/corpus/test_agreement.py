"""The cues agree with the labelled replies at least as well as the baseline says, typed, heard, and with wrong words."""

from __future__ import annotations

import json

from tests.corpus import entry, measure


def test_agreement_does_not_fall() -> None:
    kept = json.loads(entry.BASELINE.read_text("utf-8"))
    found = entry.now()
    assert all(found[name] >= kept[name] for name in kept), f"now {found}, baseline {kept}: see python -m tests corpus --errors"


def test_agreement_is_worth_something() -> None:
    """The floors of the project: 0.80 as typed, 0.74 with a tenth of the words wrong."""
    found = entry.now()
    assert found["typed"] >= 800
    assert found["noise"] >= 740


def test_the_corpus_is_varied() -> None:
    rows = measure.rows()
    assert len(rows) >= 150
    assert len({row["id"] for row in rows}) == len(rows)
    used = {label for row in rows for label in row["labels"]}  # type: ignore[attr-defined]
    assert used == set(measure.LABELS)


def test_noise_is_what_it_says() -> None:
    text = "i am going to ring the depot now and i will call you back before five this afternoon with an answer"
    changed = sum(measure.noised(text, 0.1, seed) != text for seed in range(20))
    assert changed >= 15
    assert measure.noised(text, 0.1, 1) == measure.noised(text, 0.1, 1)
