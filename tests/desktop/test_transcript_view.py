"""The transcript follows the newest bubble, and only what changed is drawn anew."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from simulator.desktop.models.transcript_model import HEARD_ROLE, TranscriptModel
from simulator.desktop.parts.transcript import TranscriptView
from simulator.desktop.theme import Look
from simulator.screens.transcript_lines import Bubble, bubbles
from tests.desktop import pretend_scenes as scenes

pytestmark = pytest.mark.window


def drawn(model: TranscriptModel) -> list[str]:
    rows = (model.index(row).data(HEARD_ROLE) for row in range(model.rowCount()))
    texts = (str(model.index(row).data()) for row in range(model.rowCount()))
    return [text if heard < 0 else f"{text[:heard]}|{text[heard:]}" for text, heard in zip(texts, rows, strict=True)]


def test_a_line_is_revealed_as_it_is_spoken(qtbot: QtBot) -> None:
    model = TranscriptModel()
    line = Bubble("caller", "Dana", "00:06", "Two times, the same bill.", speaking=True)
    model.show_bubbles((line,))
    assert drawn(model) == ["|Two times, the same bill."]
    with qtbot.waitSignal(model.dataChanged):
        model.show_spoken(400)
    assert drawn(model) == ["Two times,| the same bill."]
    with qtbot.assertNotEmitted(model.dataChanged):
        model.show_spoken(399)
    model.show_bubbles((replace(line, speaking=False),))
    assert drawn(model) == ["Two times, the same bill."]


def test_interim_words_come_and_go_below_everything(qtbot: QtBot) -> None:
    model = TranscriptModel()
    model.show_bubbles((Bubble("caller", "Dana", "", "Well?"),))
    model.show_interim("i am")
    model.show_interim("i am sorry")
    assert drawn(model) == ["Well?", "i am sorry …"]
    model.show_bubbles((Bubble("caller", "Dana", "", "Well?"), Bubble("trainee", "You", "", "i am sorry")))
    model.show_interim("")
    assert drawn(model) == ["Well?", "i am sorry"]


def test_a_new_bubble_leaves_the_others_alone(qtbot: QtBot) -> None:
    model = TranscriptModel()
    shown = bubbles(scenes.typed())
    model.show_bubbles(shown[:-1])
    with qtbot.waitSignal(model.rowsInserted), qtbot.assertNotEmitted(model.dataChanged):
        model.show_bubbles(shown)
    model.show_bubbles(shown[:2])
    assert model.rowCount() == 2


@pytest.fixture
def view(qtbot: QtBot, look: Look) -> TranscriptView:
    """Return a view of 700 by 400 pixels."""
    made = TranscriptView(look)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    return made


def test_a_short_call_stands_at_the_bottom(qtbot: QtBot, view: TranscriptView) -> None:
    model = TranscriptModel()
    view.show_model(model)
    model.show_bubbles((Bubble("caller", "Dana", "", "Well?"),))
    qtbot.waitUntil(lambda: view.viewportMargins().top() > 250)
    assert view.verticalScrollBar().maximum() == 0


def test_the_newest_bubble_is_followed_unless_one_has_scrolled_up(qtbot: QtBot, view: TranscriptView) -> None:
    model = TranscriptModel()
    view.show_model(model)
    model.show_bubbles(tuple(Bubble("caller", "Dana", "", f"Line {number}. " * 12) for number in range(20)))
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())
    bar.setValue(0)
    model.show_interim("and now " * 40)
    assert bar.value() == 0


def test_a_long_interim_gets_the_room_it_needs(qtbot: QtBot, view: TranscriptView) -> None:
    model = TranscriptModel()
    view.show_model(model)
    model.show_interim("a")
    before = view.viewportMargins().top()
    model.show_interim("a " * 300)
    qtbot.waitUntil(lambda: view.viewportMargins().top() < before)


def test_at_every_size_the_call_either_fits_or_scrolls(qtbot: QtBot, view: TranscriptView) -> None:
    model = TranscriptModel()
    view.show_model(model)
    model.show_bubbles(tuple(Bubble("caller", "Dana", "", f"Line {number}. " * 14) for number in range(5)))
    for width in range(300, 900, 13):
        view.resize(width, 480)
        bar = view.verticalScrollBar()
        assert not (bar.isVisible() and view.viewportMargins().top()), f"neither fits nor scrolls at {width}"
        assert bar.isVisible() or bar.maximum() == 0
        assert bar.value() == bar.maximum()
