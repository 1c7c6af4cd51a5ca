"""Home, brief, ringing, call, card: the whole way, and every way off it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from simulator.call.events import (
    DonePressed,
    HangUpPressed,
    HoldPressed,
    MutePressed,
    NotesChanged,
    PausePressed,
    TransferPressed,
)
from simulator.desktop.main_window import MainWindow
from simulator.problems import Problem, ProblemError
from simulator.screens.preferences import Preferences
from tests.desktop import pretend_scenes as scenes
from tests.desktop import pretend_world as pretend
from tests.desktop.conftest import OpenWindow
from tests.desktop.pretend_world import PretendCall, PretendPlayer, World
from tests.desktop.seen import button, page_of, press, texts

pytestmark = pytest.mark.window

FILE = "billing-double-charge.yaml"


def ready(window: MainWindow) -> bool:
    """Return whether the brief has looked at everything."""
    return page_of(window) == "BriefPage" and not window._brief._next_line.isActive()


def shown(window: MainWindow, words: str) -> bool:
    return any(words in text for text in texts(window))


def call_from_home(qtbot: QtBot, window: MainWindow) -> None:
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ready(window))
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page_of(window) == "WaitingPage")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page_of(window) == "CallPage")


def test_a_spoken_call_from_home_to_card_with_the_keyboard_alone(qtbot: QtBot, window: MainWindow, world: World) -> None:
    assert page_of(window) == "HomePage"
    call_from_home(qtbot, window)
    assert world.started == [f"spoken {FILE} sound"]
    for key in (Qt.Key.Key_Space, Qt.Key.Key_M, Qt.Key.Key_T):
        press(key)
    world.call.become(scenes.middle_of_call(phase="listening"))
    qtbot.waitUntil(lambda: shown(window, "▲ Angry · 62"))
    press(Qt.Key.Key_H)
    qtbot.waitUntil(lambda: shown(window, "Dana is on hold"))
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page_of(window) == "CardPage")
    assert world.call.pressed == [DonePressed(), MutePressed(True), TransferPressed(), HoldPressed(), HangUpPressed()]
    assert shown(window, "She stayed, and she trusts the plan.")
    assert world.call.closed
    press(Qt.Key.Key_Escape)
    assert page_of(window) == "HomePage"


def test_a_typed_call(qtbot: QtBot, open_window: OpenWindow, world: World) -> None:
    window = open_window(world)
    world.call = PretendCall(scenes.just_answered(typed=True), typed=True)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ready(window))
    window._brief._type.click()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page_of(window) == "WaitingPage")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page_of(window) == "CallPage")
    assert world.started == [f"typed {FILE}"]
    assert not window._flow.page._controls._mic.isVisible()
    qtbot.keyClicks(window.focusWidget(), "i am sorry mt h")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.focusWidget(), "go on")
    press(Qt.Key.Key_Return)
    assert world.call.replies == ["i am sorry mt h", "go on"]
    assert world.call.pressed == []
    qtbot.waitUntil(lambda: window._flow.page._model.rowCount() == 4)
    press(Qt.Key.Key_F9)
    press(Qt.Key.Key_F10)
    assert world.call.pressed == [HoldPressed(), TransferPressed()]


def test_an_empty_reply_is_not_sent(qtbot: QtBot, window: MainWindow, world: World) -> None:
    world.call = PretendCall(scenes.just_answered(typed=True), "live", typed=True)
    window._open_brief(FILE)
    window._start(typed=True)
    button(window, "Send").click()
    assert world.call.replies == []


def test_the_brief_asks_once_about_the_recording(qtbot: QtBot, open_window: OpenWindow, world: World) -> None:
    world.preferences = Preferences()
    window = open_window(world)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ready(window))
    press(Qt.Key.Key_Return)
    assert page_of(window) == "BriefPage" and world.started == []
    assert shown(window, "One answer first")
    assert window._brief._consent._sound.hasFocus()
    window._brief._consent._words.click()
    button(window, "Take the call").click()
    assert world.started == [f"spoken {FILE} words"]
    assert [saved.keep_sound for saved in world.saved] == ["words"]
    qtbot.waitUntil(lambda: page_of(window) == "WaitingPage")
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: ready(window))
    assert shown(window, "Only the transcript is kept, no sound.")
    assert not window._brief._consent._sound.isVisible()


def test_without_a_model_one_types(qtbot: QtBot, open_window: OpenWindow, world: World) -> None:
    world.lines = (*pretend.READY[:2], pretend.MODEL_MISSING, *pretend.READY[3:])
    window = open_window(world)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ready(window))
    assert not window._brief._speak.isEnabled() and window._brief._type.isChecked()
    assert shown(window, "The recognition model is not installed.")
    assert not window._brief._consent.isVisible()
    press(Qt.Key.Key_Return)
    assert world.started == [f"typed {FILE}"]


def test_once_the_model_is_there_one_speaks_again(qtbot: QtBot, open_window: OpenWindow, world: World) -> None:
    world.lines = (*pretend.READY[:2], pretend.MODEL_MISSING, *pretend.READY[3:])
    window = open_window(world)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ready(window))
    press(Qt.Key.Key_Escape)
    world.lines = pretend.READY
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ready(window))
    assert window._brief._speak.isEnabled() and window._brief._speak.isChecked()


def test_without_a_disk_there_is_no_call(qtbot: QtBot, open_window: OpenWindow, world: World) -> None:
    world.lines = (*pretend.READY[:4], pretend.DISK_FULL)
    window = open_window(world)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ready(window))
    assert not button(window, "Take the call").isEnabled()
    press(Qt.Key.Key_Return)
    assert world.started == []


def test_answering_waits_until_everything_is_loaded(qtbot: QtBot, window: MainWindow, world: World) -> None:
    world.call = PretendCall(stand="preparing")
    window._open_brief(FILE)
    window._start(typed=False)
    assert shown(window, "Dana Whitlock is calling") and shown(window, "Loading the recognition model")
    assert not button(window, "Answer").isEnabled()
    press(Qt.Key.Key_Return)
    assert world.call.stand == "preparing"
    world.call.stand = "ringing"
    qtbot.waitUntil(lambda: button(window, "Answer").isEnabled())


def test_a_call_that_cannot_begin_says_why_and_offers_to_type(qtbot: QtBot, window: MainWindow, world: World) -> None:
    world.call = PretendCall(stand="failed")
    world.call.problem = pretend.LOST
    window._open_brief(FILE)
    window._start(typed=False)
    assert shown(window, "This call cannot begin") and shown(window, "The microphone was unplugged.")
    button(window, "Type my replies instead").click()
    assert world.started[-1] == f"typed {FILE}"


def test_a_problem_while_starting_is_shown_on_the_brief(
    qtbot: QtBot, open_window: OpenWindow, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(path: str, keep_sound: bool) -> PretendCall:
        raise ProblemError(Problem("machine", "The disk is full.", "Free some space."))

    monkeypatch.setattr(world, "_start_spoken", refuses)
    window = open_window(world)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ready(window))
    press(Qt.Key.Key_Return)
    assert page_of(window) == "BriefPage"
    assert shown(window, "The disk is full. Free some space.")


def test_a_disturbance_stands_in_a_bar_and_goes_again(qtbot: QtBot, window: MainWindow, world: World) -> None:
    world.call = PretendCall(scenes.middle_of_call(phase="device_lost"), "live")
    world.call.problem = pretend.LOST
    window._open_brief(FILE)
    window._start(typed=False)
    focus = window.focusWidget()
    assert shown(window, "USB Headset: The microphone was unplugged.")
    assert shown(window, "Nothing that was said is lost.")
    world.call.problem = None
    qtbot.waitUntil(lambda: not shown(window, "The microphone was unplugged."))
    assert window.focusWidget() is focus


def test_the_notes_reach_the_recording(qtbot: QtBot, window: MainWindow, world: World) -> None:
    world.call = PretendCall(scenes.middle_of_call(), "live")
    window._open_brief(FILE)
    window._start(typed=False)
    pad = window._flow.page._desk._pad
    qtbot.keyClicks(pad, "9 days")
    qtbot.waitUntil(lambda: world.call.pressed == [NotesChanged("9 days")])
    qtbot.keyClicks(pad, " h")
    window._flow.close()
    assert world.call.pressed == [NotesChanged("9 days"), NotesChanged("9 days h")]


def test_pausing_goes_on_with_the_same_key(qtbot: QtBot, window: MainWindow, world: World) -> None:
    world.call = PretendCall(scenes.middle_of_call(phase="listening"), "live")
    window._open_brief(FILE)
    window._start(typed=False)
    press(Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: shown(window, "Go on"))
    press(Qt.Key.Key_H)
    press(Qt.Key.Key_F8)
    assert world.call.pressed == [PausePressed(True), PausePressed(False)]


def test_the_card_is_made_after_the_call(qtbot: QtBot, window: MainWindow, world: World) -> None:
    world.call = PretendCall(scenes.middle_of_call(), "live")
    window._open_brief(FILE)
    window._start(typed=False)
    world.call.stand, world.call.progress = "marking", (0.5, "Packing the recording")
    qtbot.waitUntil(lambda: page_of(window) == "WaitingPage")
    assert shown(window, "The call is over") and shown(window, "Packing the recording")
    press(Qt.Key.Key_Escape)
    assert page_of(window) == "WaitingPage"
    world.call.end()
    qtbot.waitUntil(lambda: page_of(window) == "CardPage")


def test_my_calls_opens_the_card_again(qtbot: QtBot, open_window: OpenWindow, world: World) -> None:
    world.calls, world.player = pretend.past_calls(), PretendPlayer()
    window = open_window(world)
    button(window, "My calls").click()
    assert page_of(window) == "CallsPage"
    press(Qt.Key.Key_Return)
    assert page_of(window) == "CardPage"
    qtbot.waitUntil(lambda: shown(window, "of 100 · your best 74 · last 61"))
    button(window, "Report").click()
    assert world.reports == ["s/6"]
    press(Qt.Key.Key_Return)
    assert page_of(window) == "BriefPage"


def test_a_damaged_recording_is_explained_in_the_list(
    open_window: OpenWindow, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(session: str) -> None:
        raise ProblemError(Problem("recording", "This session is damaged.", "Nothing was changed."))

    monkeypatch.setattr(world, "_reopen", damaged)
    world.calls = pretend.past_calls()
    window = open_window(world)
    window.show_place("calls")
    press(Qt.Key.Key_Return)
    assert page_of(window) == "CallsPage"
    assert shown(window, "This session is damaged.")


def test_without_calls_the_list_leads_back_to_practice(window: MainWindow) -> None:
    window.show_place("calls")
    assert shown(window, "You have not taken a call yet.")
    press(Qt.Key.Key_Return)
    assert page_of(window) == "HomePage"


def test_settings_hold_at_once(window: MainWindow, world: World) -> None:
    window.show_place("settings")
    settings = window._settings
    settings._theme.setCurrentIndex(settings._theme.findData("dark"))
    settings._turn_end.setCurrentIndex(settings._turn_end.findData("1500"))
    settings._microphone.setCurrentIndex(settings._microphone.findData("Built-in microphone"))
    assert world.saved[-1] == replace(world.preferences, theme="dark", turn_end_ms=1500, microphone="Built-in microphone")
    assert window._look.tokens.bg == "#14171d"


def test_no_scenario_and_a_broken_one(open_window: OpenWindow, world: World) -> None:
    world.shelf = ()
    window = open_window(world)
    assert shown(window, "Nothing to practise with yet")
    button(window, "Open the folder").click()
    assert world.reports == ["scenarios"]
    world.shelf = pretend.full_shelf()[-1:]
    button(window, "Look again").click()
    assert shown(window, "This file has a mistake in line 12")
    broken = window._home._grid._widgets[0]
    broken.click()  # type: ignore[attr-defined]
    assert page_of(window) == "HomePage"


def test_the_search_narrows_the_shelf(qtbot: QtBot, open_window: OpenWindow, world: World) -> None:
    world.shelf = pretend.full_shelf()
    window = open_window(world)
    press(Qt.Key.Key_Slash)
    assert window._home._search.hasFocus()
    qtbot.keyClicks(window._home._search, "boiler")
    assert [card.path for card in window._home._grid._widgets] == ["heating.yaml"]  # type: ignore[attr-defined]
    press(Qt.Key.Key_Return)
    assert page_of(window) == "BriefPage" and window._entry is not None and window._entry.path == "heating.yaml"
    press(Qt.Key.Key_Escape)
    qtbot.keyClicks(window._home._search, "zz")
    assert shown(window, "No scenario has these words.")


def test_a_closed_window_closes_the_call_and_leaves_no_timer(qtbot: QtBot, window: MainWindow, world: World) -> None:
    world.call = PretendCall(scenes.middle_of_call(), "live")
    window._open_brief(FILE)
    window._start(typed=False)
    assert window._flow.running
    window.close()
    assert world.call.closed and not window._flow.running


def test_a_crash_stops_the_call_and_says_where_the_report_is(qtbot: QtBot, window: MainWindow, world: World) -> None:
    world.call = PretendCall(scenes.middle_of_call(), "live")
    world.call.session = Path("some/session")
    window._open_brief(FILE)
    window._start(typed=False)
    assert window.running_session() == Path("some/session")
    window.show_crash("Something went wrong. A report is in crashes.")
    assert world.call.closed and page_of(window) == "HomePage"
    assert shown(window, "Something went wrong. A report is in crashes.")
