"""The whole window on the real program, by the keyboard alone: a scenario of one's own, a typed call, its card, and home again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from simulator import app
from simulator.desktop.services import Services
from simulator.session.library import sessions
from simulator.session.reopen import reopen
from tests.desktop.conftest import OpenWindow
from tests.desktop.seen import page_of, press, texts
from tests.support.places import ROOT

# The brief looks for microphones, which loads the sound library.
pytestmark = [pytest.mark.window, pytest.mark.device]

REPLIES = (
    "Hello, this is Alex, how can I help you?",
    "I am really sorry that you waited two weeks for the wrong lamp. I will take care of this for you.",
    "What is your order number?",
    "I will send you the right lamp today.",
)


class RealWorld:
    """The window's services as the program has them."""

    def services(self) -> Services:
        """Return them."""
        return app.real_services()


def test_a_typed_call_from_the_shelf_to_the_card(qtbot: QtBot, open_window: OpenWindow, own_data_folder: Path) -> None:
    own = own_data_folder / "scenarios"
    own.mkdir()
    (own / "a-short-call.yaml").write_bytes((ROOT / "tests" / "support" / "short-call.yaml").read_bytes())
    window = open_window(RealWorld())  # type: ignore[arg-type]
    window._open_brief(str(own / "a-short-call.yaml"))
    qtbot.waitUntil(lambda: not window._brief._next_line.isActive(), timeout=20_000)
    window._brief._type.click()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page_of(window) == "WaitingPage")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page_of(window) == "CallPage")
    for number, reply in enumerate(REPLIES):
        qtbot.keyClicks(window.focusWidget(), reply)
        press(Qt.Key.Key_Return)
        if number < len(REPLIES) - 1:
            rows = 2 * number + 2
            qtbot.waitUntil(lambda rows=rows: window._flow.page._model.rowCount() >= rows)  # type: ignore[misc]
    qtbot.waitUntil(lambda: page_of(window) == "CardPage", timeout=20_000)
    assert any("He stayed, and he trusts the plan." in text for text in texts(window))

    (row,) = sessions()
    assert (row.ending, row.kind) == ("solved", "resolved")
    assert reopen(row.path).differences == ()
    press(Qt.Key.Key_Escape)
    assert page_of(window) == "HomePage"
    assert any("last score" in text or str(row.score) in text for text in texts(window))
