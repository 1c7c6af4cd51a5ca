"""Text is shown as it is, at any size, in full."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from simulator.desktop.main_window import MainWindow
from simulator.desktop.models.transcript_model import BUBBLE_ROLE, TranscriptModel
from simulator.desktop.parts.bubble_layout import place
from simulator.desktop.parts.labels import wrapped
from simulator.desktop.theme import Look
from simulator.scenario.model import Caller
from simulator.screens.preferences import Preferences
from simulator.screens.transcript_lines import Bubble
from tests.desktop import pretend_scenes as scenes
from tests.desktop import pretend_world as pretend
from tests.desktop.conftest import OpenWindow
from tests.desktop.pretend_world import PretendCall, PretendPlayer, World
from tests.desktop.seen import texts, too_small
from tests.desktop.test_keys_and_focus import go

pytestmark = pytest.mark.window

PAGES = ["practise", "calls", "settings", "brief", "call", "card"]
#: Deep enough to be markup, not so deep that a label which took it for markup would hang the test instead of failing it.
NESTED = "<table><tr><td>" * 8 + "x"


def hostile_world(world: World) -> World:
    """Return the world with markup, endless words and turned text wherever a trainer or a trainee can write."""
    scenario = scenes.billing()
    caller = replace(scenario.caller, name="<b>Dana</b> \u202eWhitlock")
    bad = replace(
        scenario,
        title=NESTED,
        summary="a" * 600,
        trainee_brief="<img src=x onerror=y> " + "word " * 120,
        caller=caller,
        company="&amp; Sons",
    )
    world.shelf = pretend.shelf_of(bad)
    turn = scenes.replied(1, "<script>alert(1)</script> " + "z" * 300, (1, 2), (74_000, 74_000))
    state = replace(scenes.middle_of_call(), scenario=bad, transcript=(turn,), notes="")
    world.call = PretendCall(state, "live")
    return world


def test_markup_and_turned_text_are_shown_literally(open_window: OpenWindow, world: World) -> None:
    window = open_window(hostile_world(world))
    expected = {"practise": NESTED, "brief": "<b>Dana</b> ⟨U+202E⟩Whitlock", "call": "<b>Dana</b> ⟨U+202E⟩Whitlock"}
    for page, words in expected.items():
        go(window, page)
        shown = "\n".join(texts(window))
        assert words in shown and "\u202e" not in shown
        assert window.width() == 1280


def test_every_label_shows_plain_text(open_window: OpenWindow, world: World) -> None:
    world.calls = pretend.past_calls()
    world.call = PretendCall(scenes.middle_of_call(), "live")
    window = open_window(world)
    for page in PAGES:
        go(window, page)
    assert {label.textFormat() for label in window.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


@pytest.mark.parametrize("size", [QSize(1280, 800), QSize(1920, 1080)])
@pytest.mark.parametrize("per_cent", [100, 200])
def test_no_text_is_cut(qtbot: QtBot, open_window: OpenWindow, world: World, per_cent: int, size: QSize) -> None:
    world.shelf, world.calls, world.player = pretend.full_shelf(), pretend.past_calls(), PretendPlayer()
    world.call = PretendCall(scenes.middle_of_call(), "live")
    world.preferences = Preferences(name="Sam", keep_sound="sound", text_size=per_cent)
    window = open_window(world)
    window.resize(size)
    for page in PAGES:
        go(window, page)
        qtbot.waitUntil(lambda: too_small(window) == [], timeout=3_000)
        assert window.width() == size.width()


def test_text_twice_as_large_is_twice_as_large(look: Look) -> None:
    body = look.points("body")
    look.choose("light", 200)
    assert look.points("body") == pytest.approx(2 * body)
    assert look.font("small").pointSizeF() == pytest.approx(2 * body * 12 / 14, abs=0.02)


def test_a_wrapped_label_grows_with_its_text(qtbot: QtBot) -> None:
    label = wrapped("a short text")
    qtbot.addWidget(label)
    short = label.heightForWidth(200)
    label.show_text("a much longer text that cannot stand on one line of two hundred pixels")
    assert label.heightForWidth(200) > short


def test_a_bubble_is_as_high_as_its_text_and_stays_in_its_width(look: Look) -> None:
    tags = tuple(scenes_tags(12))
    small = place(Bubble("trainee", "You", "00:01", "sorry", tags[:1]), 600, look)
    large = place(Bubble("trainee", "You", "00:01", "sorry " * 200 + "x" * 400, tags), 600, look)
    assert large.height > small.height
    for placed in (small, large):
        assert placed.box.left() >= 0 and placed.box.right() <= 600
        assert all(rect.left() >= 0 and rect.right() <= 600.5 for _, rect in placed.tags)
        assert placed.lines.lineCount() >= 1


def test_the_model_tells_a_screen_reader_the_whole_bubble(qtbot: QtBot) -> None:
    model = TranscriptModel()
    model.show_bubbles((Bubble("caller", "Dana", "00:06", "<i>Finally</i>"),))
    index = model.index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Dana 00:06: <i>Finally</i>"
    assert index.data(BUBBLE_ROLE).text == "<i>Finally</i>"


def test_the_callers_name_may_be_long(open_window: OpenWindow, world: World) -> None:
    scenario = replace(scenes.billing(), caller=Caller("Wilhelmina " * 12, "x"), title="A title " * 30)
    world.shelf = pretend.shelf_of(scenario)
    world.call = PretendCall(replace(scenes.middle_of_call(), scenario=scenario), "live")
    window: MainWindow = open_window(world)
    for page in ("practise", "brief", "call"):
        go(window, page)
        assert window.width() == 1280


def scenes_tags(number: int) -> list:  # type: ignore[type-arg]
    """Return tags that do not fit on one line."""
    from simulator.screens.moved import Tag

    return [Tag(f"Said what happens next {index}", "calm") for index in range(number)]
