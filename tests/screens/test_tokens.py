"""Every text can be read on its ground, and colours live in one table."""

from __future__ import annotations

import re

import pytest

from simulator.screens import tokens
from simulator.screens.tokens import (
    LEAST_CONTRAST,
    TEXT_PAIRS,
    Scheme,
    colour_of,
    contrast,
    ground_of,
    tokens_for,
)
from tests.support.places import ROOT


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("high", [False, True])
def test_every_text_pair_has_enough_contrast(scheme: Scheme, high: bool) -> None:
    table = tokens_for(scheme, high)
    pale = {
        f"{text} on {ground}": round(contrast(colour_of(table, text), colour_of(table, ground)), 2)
        for text, ground in TEXT_PAIRS
        if contrast(colour_of(table, text), colour_of(table, ground)) < LEAST_CONTRAST
    }
    assert not pale


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


def test_high_contrast_has_no_quiet_text() -> None:
    table = tokens_for("dark", high_contrast=True)
    assert table.muted == table.line == table.text


def test_every_tone_has_a_colour_and_a_ground() -> None:
    for scheme in ("light", "dark"):
        table = tokens_for(scheme)  # type: ignore[arg-type]
        for tone in ("calm", "irritated", "angry", "furious", "plain", "accent"):
            assert re.fullmatch("#[0-9a-f]{6}", colour_of(table, tone))
            assert re.fullmatch("#[0-9a-f]{6}", ground_of(table, tone))  # type: ignore[arg-type]


def test_no_other_module_of_the_window_names_a_colour() -> None:
    literal = re.compile(r"#[0-9a-fA-F]{6}\b|\brgba?\(|QColor\(\d|GlobalColor\.(?!transparent)")
    named = [
        f"{path.name}:{number}"
        for folder in ("screens", "desktop")
        for path in sorted((ROOT / "simulator" / folder).rglob("*.py"))
        if path.name != tokens.__name__.rpartition(".")[2] + ".py"
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if literal.search(line)
    ]
    assert not named
