"""The step before a call: two sentences are read, read again, left out or deleted, and nothing stands in the way of the call."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from simulator.desktop.main_window import MainWindow
from simulator.live.baseline_reading import READ_ALOUD, ReadingNow
from simulator.problems import Problem
from simulator.screens.own_voice_screen import MESSAGES, PRIVACY
from tests.desktop import pretend_world as pretend
from tests.desktop.conftest import OpenWindow
from tests.desktop.pretend_world import BASELINE, World
from tests.desktop.seen import button, page_of, press, texts

pytestmark = pytest.mark.window


def step(window: MainWindow) -> list[str]:
    """Return what the card says."""
    return texts(window._brief.own_voice)


def brief(qtbot: QtBot, open_window: OpenWindow, world: World) -> MainWindow:
    window = open_window(world)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page_of(window) == "BriefPage" and not window._brief._next_line.isActive())
    return window


def hear(window: MainWindow, world: World, now: ReadingNow) -> None:
    world.reading.now = now
    window._own_voice.turn()


def test_two_sentences_are_read_and_kept(qtbot: QtBot, open_window: OpenWindow, world: World) -> None:
    window = brief(qtbot, open_window, world)
    assert PRIVACY in step(window) and not set(READ_ALOUD) & set(step(window))
    button(window._brief.own_voice, "Read two sentences").click()
    assert set(READ_ALOUD) <= set(step(window))
    hear(window, world, ReadingNow("listening", 40, -20))
    assert window._brief.own_voice._progress.value() == 40
    hear(window, world, ReadingNow("done", 100, -60, BASELINE))
    assert world.baseline == BASELINE and world.reading.closed
    assert "Loudness is compared with the baseline that you read on 24 Nov 2025." in step(window)


def test_enter_says_that_both_were_read_and_does_not_take_the_call(qtbot: QtBot, open_window: OpenWindow, world: World) -> None:
    window = brief(qtbot, open_window, world)
    button(window._brief.own_voice, "Read two sentences").click()
    press(Qt.Key.Key_Return)
    assert world.baseline == BASELINE and page_of(window) == "BriefPage"
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page_of(window) == "WaitingPage")


@pytest.mark.parametrize("stand", ["too_short", "too_quiet", "too_loud"])
def test_a_reading_that_cannot_be_used_says_what_to_do_and_can_be_done_again(
    qtbot: QtBot, open_window: OpenWindow, world: World, stand: str
) -> None:
    window = brief(qtbot, open_window, world)
    button(window._brief.own_voice, "Read two sentences").click()
    hear(window, world, ReadingNow(stand, 0, -60))  # type: ignore[arg-type]
    assert MESSAGES[stand] in step(window)  # type: ignore[index]
    assert world.baseline is None and not window._own_voice.listening
    button(window._brief.own_voice, "Read once more").click()
    assert window._own_voice.listening


def test_a_microphone_that_cannot_be_opened_is_said_in_the_card(qtbot: QtBot, open_window: OpenWindow, world: World) -> None:
    world.no_microphone = pretend.LOST
    window = brief(qtbot, open_window, world)
    button(window._brief.own_voice, "Read two sentences").click()
    assert pretend.LOST.sentence() in step(window)


def test_it_can_be_left_out(qtbot: QtBot, open_window: OpenWindow, world: World) -> None:
    window = brief(qtbot, open_window, world)
    button(window._brief.own_voice, "Not now").click()
    assert step(window)[:2] == ["Your own baseline", "Loudness will not be compared in this call."]
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page_of(window) == "WaitingPage")


def test_stopping_and_leaving_close_the_microphone(qtbot: QtBot, open_window: OpenWindow, world: World) -> None:
    window = brief(qtbot, open_window, world)
    button(window._brief.own_voice, "Read two sentences").click()
    button(window._brief.own_voice, "Stop").click()
    assert world.reading.closed and world.baseline is None
    world.reading = pretend.PretendReading()
    button(window._brief.own_voice, "Read two sentences").click()
    press(Qt.Key.Key_Escape)
    assert world.reading.closed and page_of(window) == "HomePage"


def test_a_call_that_is_taken_in_the_middle_of_the_reading_finds_the_microphone_free(
    qtbot: QtBot, open_window: OpenWindow, world: World
) -> None:
    window = brief(qtbot, open_window, world)
    button(window._brief.own_voice, "Read two sentences").click()
    button(window._brief, "Take the call").click()
    qtbot.waitUntil(lambda: page_of(window) == "WaitingPage")
    assert world.microphone_was_free and world.baseline is None


def test_whoever_types_after_all_is_not_listened_to(qtbot: QtBot, open_window: OpenWindow, world: World) -> None:
    window = brief(qtbot, open_window, world)
    button(window._brief.own_voice, "Read two sentences").click()
    window._brief._type.click()
    assert world.reading.closed and world.baseline is None
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page_of(window) != "BriefPage")


def test_a_baseline_is_used_until_it_is_read_again_or_deleted(qtbot: QtBot, open_window: OpenWindow, world: World) -> None:
    world.baseline = BASELINE
    window = brief(qtbot, open_window, world)
    assert button(window._brief.own_voice, "Read again").isVisible()
    button(window._brief.own_voice, "Delete it").click()
    assert world.baseline is None
    assert button(window._brief.own_voice, "Read two sentences").isVisible()


def test_another_microphone_is_said_before_the_call(qtbot: QtBot, open_window: OpenWindow, world: World) -> None:
    world.baseline, world.microphone_fits = BASELINE, False
    window = brief(qtbot, open_window, world)
    assert any("another microphone (USB Headset)" in text for text in step(window))


def test_typed_calls_and_voice_measures_switched_off_have_no_such_step(
    qtbot: QtBot, open_window: OpenWindow, world: World
) -> None:
    window = brief(qtbot, open_window, world)
    assert window._brief.own_voice.isVisible()
    window._brief._type.click()
    assert not window._brief.own_voice.isVisible()
    world.preferences = replace(world.preferences, voice_measures=False)
    window = brief(qtbot, open_window, world)
    assert window._brief.speaking() and not window._brief.own_voice.isVisible()


def test_the_settings_switch_it_off_and_delete_what_was_read(open_window: OpenWindow, world: World) -> None:
    world.baseline = BASELINE
    window = open_window(world)
    window.show_place("settings")
    page = window._settings
    assert "Read on 24 Nov 2025 with USB Headset" in texts(page)
    button(page, "Delete it").click()
    assert world.baseline is None and not page._forget.isVisible()
    page._measures.setCurrentIndex(1)
    assert world.saved[-1].voice_measures is False


def test_a_baseline_that_the_disk_does_not_let_go_is_said_on_the_settings_page(open_window: OpenWindow, world: World) -> None:
    world.baseline = BASELINE
    window = open_window(world)
    window.show_place("settings")
    world.full_disk = Problem("machine", "The settings cannot be kept (No space left on device).", "Free some space.")
    button(window._settings, "Delete it").click()
    assert window._places.currentWidget() is window._settings and window._notice.isVisible()
    assert any("cannot be kept" in text for text in texts(window._notice))
    assert world.baseline == BASELINE and window._settings._forget.isVisible()
    world.full_disk = None
    button(window._settings, "Delete it").click()
    assert world.baseline is None and not window._notice.isVisible()


def test_a_microphone_of_the_systems_choice_is_said_before_the_call(qtbot: QtBot, open_window: OpenWindow, world: World) -> None:
    world.baseline = replace(BASELINE, device="System default")
    window = brief(qtbot, open_window, world)
    assert any("told as a fact and does not count" in text for text in step(window))
