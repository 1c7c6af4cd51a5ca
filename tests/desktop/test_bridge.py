"""The timer turns the call's handle, and stops when it is told to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from simulator.desktop.bridge import TURN_EVERY_MS, Bridge
from tests.desktop import pretend_scenes as scenes
from tests.desktop.pretend_world import PretendCall

pytestmark = pytest.mark.window


def test_each_turn_tells_whether_the_state_changed(qtbot: QtBot) -> None:
    parent = QObject()
    bridge, call, told = Bridge(parent), PretendCall(scenes.middle_of_call(), "live"), list[bool]()
    bridge.start(call, told.append)
    qtbot.waitUntil(lambda: len(told) >= 3)
    bridge.stop()
    assert told[:3] == [True, False, False]
    assert TURN_EVERY_MS <= 15


def test_a_stopped_bridge_turns_no_more(qtbot: QtBot) -> None:
    parent = QObject()
    bridge, call = Bridge(parent), PretendCall(scenes.middle_of_call(), "live")
    bridge.start(call, list[bool]().append)
    bridge.stop()
    bridge.turn()
    assert call.turns == 0
    assert not bridge.running
