"""Colours follow the system until somebody chooses, and every part takes them from the table."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.desktop.icons import NAMES, icon
from simulator.desktop.theme import Look
from simulator.screens.tokens import DARK, LIGHT

pytestmark = pytest.mark.window


@pytest.fixture(autouse=True)
def as_the_system(look: Look) -> object:
    """Choose as the system has it before and after."""
    look.choose("system", 100)
    yield
    look.choose("system", 100)


def test_a_choice_changes_palette_and_style_sheet_at_once(qtbot: QtBot, qapp: QApplication, look: Look) -> None:
    with qtbot.waitSignal(look.changed):
        look.choose("dark", 100)
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.bg
    assert DARK.surface in qapp.styleSheet() and LIGHT.surface not in qapp.styleSheet()
    look.choose("light", 100)
    assert qapp.palette().color(QPalette.ColorRole.WindowText).name() == LIGHT.text


def test_the_same_choice_changes_nothing(qtbot: QtBot, look: Look) -> None:
    look.choose("dark", 125)
    with qtbot.assertNotEmitted(look.changed):
        look.choose("dark", 125)


def test_lengths_grow_with_the_text(look: Look) -> None:
    before = look.pixels(160)
    look.choose("light", 200)
    assert look.pixels(160) == pytest.approx(2 * before, abs=1)


def test_every_icon_is_there(qtbot: QtBot, look: Look) -> None:
    assert [purpose for purpose in NAMES if icon(look, purpose).pixmap(16, 16).isNull()] == []
