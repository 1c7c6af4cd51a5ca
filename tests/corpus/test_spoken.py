"""Spoken replies lose little of what typed ones earn: at most 0.05 of the F1 figure, whoever's voice it is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.corpus import spoken

#: What a spoken reply may lose against the typed one (micro-F1 in per mille).
MOST_LOST = 50


@pytest.mark.soak
@pytest.mark.device
@pytest.mark.parametrize("voice", spoken.VOICES)
def test_a_spoken_reply_earns_nearly_what_the_typed_one_earns(voice: str, tmp_path: Path) -> None:
    if voice in spoken.FLITE_VOICES:
        assert shutil.which("flite"), "The package flite is missing. Type: make test"
    rows = spoken.replies()
    typed = spoken.tally(rows, [row.text for row in rows])
    said = spoken.tally(rows, spoken.heard(voice, rows, tmp_path))
    print(f"{voice}: typed {typed.f1():.3f}, spoken {said.f1():.3f}")
    assert round(1000 * (typed.f1() - said.f1())) <= MOST_LOST
