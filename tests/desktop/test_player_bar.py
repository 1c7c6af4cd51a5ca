"""The call can be heard again from any piece of evidence; without sound nothing offers it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from simulator.desktop.main_window import MainWindow
from simulator.desktop.parts.player_bar import LEAD_IN_MS
from simulator.desktop.parts.quote import QuoteButton
from tests.desktop import pretend_world as pretend
from tests.desktop.conftest import OpenWindow
from tests.desktop.pretend_world import PretendPlayer, World
from tests.desktop.seen import button, press, texts

pytestmark = pytest.mark.window


@pytest.fixture
def player(world: World) -> PretendPlayer:
    """Return the player of the world."""
    world.calls = pretend.past_calls()
    world.player = PretendPlayer()
    return world.player


@pytest.fixture
def card(open_window: OpenWindow, world: World, player: PretendPlayer) -> MainWindow:
    """Return the window with the card of the newest call."""
    window = open_window(world)
    window._reopen("s/6")
    return window


def test_evidence_plays_from_a_little_before(qtbot: QtBot, card: MainWindow, player: PretendPlayer) -> None:
    quotes = [one for one in card.findChildren(QuoteButton) if one.isVisible()]
    qtbot.mouseClick(quotes[0], Qt.MouseButton.LeftButton)
    assert player.asked == [242_000 - LEAD_IN_MS]
    assert "4:01" in texts(card)


def test_play_and_pause_with_button_and_space(card: MainWindow, player: PretendPlayer) -> None:
    button(card, "Play").click()
    assert player.runs
    press(Qt.Key.Key_Space)
    assert not player.runs
    press(Qt.Key.Key_Space)
    assert player.runs


def test_the_slider_goes_where_it_is_put(card: MainWindow, player: PretendPlayer) -> None:
    bar = card._card._player
    bar.toggle()
    bar._slider.setValue(120_000)
    assert player.asked == [0, 120_000]
    assert "2:00" in texts(card)


def test_the_position_follows_and_stops_at_the_end(qtbot: QtBot, card: MainWindow, player: PretendPlayer) -> None:
    button(card, "Play").click()
    player.at = 61_000
    qtbot.waitUntil(lambda: "1:01" in texts(card))
    player.at, player.runs = 468_000, False
    qtbot.waitUntil(lambda: not card._card._player._timer.isActive())
    button(card, "Play").click()
    assert player.asked[-1] == 0


def test_leaving_the_card_falls_silent(card: MainWindow, player: PretendPlayer) -> None:
    button(card, "Play").click()
    card.show_place("practise")
    assert not player.runs
    assert not card._card._player._timer.isActive()


def test_all_rows_play_their_evidence_too(qtbot: QtBot, card: MainWindow, player: PretendPlayer) -> None:
    button(card, "All 24 steps with evidence ▸").click()
    quotes = [one for one in card.findChildren(QuoteButton) if one.isVisible()]
    assert len(quotes) > 15
    quotes[2].click()
    assert player.asked == [61_000 - LEAD_IN_MS]
    press(Qt.Key.Key_Escape)
    assert "She stayed, and she trusts the plan." in texts(card)


def test_the_evidence_says_which_rule_found_it(card: MainWindow) -> None:
    assert "Found by the rule “acknowledge_feeling: words like these”" not in texts(card)
    button(card, "All 24 steps with evidence ▸").click()
    assert "Found by the rule “acknowledge_feeling: words like these”" in texts(card)


def test_a_step_leads_to_its_row(qtbot: QtBot, card: MainWindow) -> None:
    button(card, "Said by when: not heard").click()
    rows = card._card._rows
    qtbot.waitUntil(lambda: rows._area.verticalScrollBar().value() > 0)
    top = rows._rows["give_timeframe"].mapTo(rows, rows._rows["give_timeframe"].rect().topLeft()).y()
    assert 0 <= top < 300


def test_without_sound_there_is_no_player_and_no_empty_promise(qtbot: QtBot, open_window: OpenWindow, world: World) -> None:
    world.calls = pretend.past_calls()
    window = open_window(world)
    window._reopen("s/6")
    assert not window._card._player.isVisible()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(QuoteButton)))
    quotes = [one for one in window.findChildren(QuoteButton) if one.isVisible()]
    assert all(one.focusPolicy() == Qt.FocusPolicy.NoFocus for one in quotes)
    assert not any("▸" in text and ":" in text for text in texts(window))
    press(Qt.Key.Key_Space)
