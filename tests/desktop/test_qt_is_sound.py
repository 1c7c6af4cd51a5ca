"""Qt's binding does not lose references: with PySide6 6.12.0 under Python 3.11 a window died of it after a minute or two."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 500


def test_a_call_that_returns_nothing_gives_nothing_away(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    label.setText("warm")
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.setText("text")
    assert abs(sys.getrefcount(None) - before) < CALLS // 10
