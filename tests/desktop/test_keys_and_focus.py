"""Single keys act only where nobody writes, everything is reached by Tab, and everything has a name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QProgressBar,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from simulator.call.events import DonePressed, HangUpPressed, HoldPressed
from simulator.desktop.call_page import ESCAPE_AGAIN_MS
from simulator.desktop.main_window import MainWindow
from tests.desktop import pretend_scenes as scenes
from tests.desktop import pretend_world as pretend
from tests.desktop.conftest import OpenWindow
from tests.desktop.pretend_world import PretendCall, PretendPlayer, World
from tests.desktop.seen import button, name_of, page_of, press, tab_stops, texts

pytestmark = pytest.mark.window


@pytest.fixture
def calling(window: MainWindow, world: World) -> MainWindow:
    """Return the window with a call in which it is the trainee's turn."""
    world.call = PretendCall(scenes.middle_of_call(phase="listening"), "live")
    window._open_brief("billing-double-charge.yaml")
    window._start(typed=False)
    return window


def test_single_keys_are_letters_in_the_notes(qtbot: QtBot, calling: MainWindow, world: World) -> None:
    pad = calling._flow.page._desk._pad
    pad.setFocus()
    qtbot.keyClicks(pad, "hold mt h")
    press(Qt.Key.Key_Space)
    assert pad.toPlainText() == "hold mt h "
    assert world.call.pressed == []


def test_in_the_notes_other_keys_do_the_same(calling: MainWindow, world: World) -> None:
    calling._flow.page._desk._pad.setFocus()
    press(Qt.Key.Key_F9)
    press(Qt.Key.Key_F9)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert world.call.pressed == [HoldPressed(), HoldPressed(), DonePressed()]


def test_the_buttons_show_the_keys_that_act_at_present(calling: MainWindow) -> None:
    assert "key H" in button(calling, "Hold").accessibleName()
    calling._flow.page._desk._pad.setFocus()
    assert "key F9" in button(calling, "Hold").accessibleName()
    assert "key Ctrl+Enter" in button(calling, "Done speaking").accessibleName()
    calling._flow.page.setFocus()
    assert "key Space" in button(calling, "Done speaking").accessibleName()


def test_a_marked_button_gets_space_and_enter(calling: MainWindow, world: World) -> None:
    button(calling, "Hold").setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    assert world.call.pressed == [HoldPressed(), HoldPressed()]


def test_a_click_leaves_the_cursor_where_the_trainee_writes(qtbot: QtBot, calling: MainWindow) -> None:
    pad = calling._flow.page._desk._pad
    pad.setFocus()
    qtbot.mouseClick(button(calling, "Hold"), Qt.MouseButton.LeftButton)
    assert pad.hasFocus()


def test_letters_in_the_transcript_still_act(calling: MainWindow, world: World) -> None:
    calling._flow.page._transcript.setFocus()
    press(Qt.Key.Key_H)
    press(Qt.Key.Key_Down)
    assert world.call.pressed == [HoldPressed()]


def test_one_escape_only_warns_and_the_warning_passes(qtbot: QtBot, calling: MainWindow, world: World) -> None:
    assert calling._flow.page._escape.interval() == ESCAPE_AGAIN_MS
    quick = calling._flow.page._escape
    quick.setInterval(50)
    press(Qt.Key.Key_Escape)
    assert "Press Esc again to end" in texts(calling)
    qtbot.waitUntil(lambda: "End call" in texts(calling))
    quick.setInterval(ESCAPE_AGAIN_MS)
    press(Qt.Key.Key_Escape)
    assert world.call.pressed == []
    press(Qt.Key.Key_Escape)
    assert world.call.pressed == [HangUpPressed()]


def test_keys_with_ctrl_and_held_keys_do_nothing(calling: MainWindow, world: World) -> None:
    press(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    assert world.call.pressed == []


PAGES = ["practise", "calls", "settings", "brief", "call", "card"]


def test_everything_is_reached_by_tab_and_has_a_name(qtbot: QtBot, open_window: OpenWindow, world: World) -> None:
    window = open_window(full(world))
    for page in PAGES:
        go(window, page)
        qtbot.waitUntil(lambda: not window._brief._next_line.isActive())
        stops = tab_stops(window)
        assert [type(stop).__name__ for stop in stops if not name_of(stop)] == []
        wanted = [one for one in window.findChildren(QWidget) if one.isVisible() and one.isEnabled() and by_tab(one)]
        assert [name_of(one) for one in wanted if one not in stops] == []


def test_everything_that_informs_has_a_name(open_window: OpenWindow, world: World) -> None:
    window = open_window(full(world))
    kinds = (QProgressBar, QSlider, QAbstractItemView, QAbstractScrollArea)
    for page in PAGES:
        go(window, page)
        informing = [one for kind in kinds for one in window.findChildren(kind) if one.isVisible()]
        assert [type(one).__name__ for one in informing if not one.accessibleName() and ours(one)] == []


def test_the_ring_says_its_value_to_a_screen_reader(calling: MainWindow) -> None:
    ring = calling._flow.page._caller._ring
    assert (ring.accessibleName(), ring.value(), ring.accessibleDescription()) == (
        "Caller's anger",
        62,
        "angry, 62 of 100, listening",
    )


def full(world: World) -> World:
    """Return the world with something on every page."""
    world.shelf, world.calls, world.player = pretend.full_shelf(), pretend.past_calls(), PretendPlayer()
    world.call = PretendCall(scenes.middle_of_call(phase="listening"), "live")
    return world


def go(window: MainWindow, place: str) -> None:
    """Go to a page."""
    match place:
        case "brief" | "call":
            window._open_brief("billing-double-charge.yaml")
            if place == "call":
                window._start(typed=False)
        case "card":
            window._reopen("s/6")
        case _:
            window.show_place(place)
    assert page_of(window)


def by_tab(widget: QWidget) -> bool:
    """Return whether the Tab key has to reach a widget."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not isinstance(widget.parentWidget(), QAbstractScrollArea)


def ours(widget: QWidget) -> bool:
    """Return whether a widget is not an inner part of one of Qt's."""
    return not widget.objectName().startswith("qt_") and type(widget).__name__ not in ("QHeaderView", "QComboBoxListView")
