"""A window over a pretend program, closed again after each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.desktop.main_window import MainWindow
from simulator.desktop.theme import Look
from tests.desktop import pretend_scenes as scenes
from tests.desktop import pretend_world as pretend
from tests.desktop.pretend_world import World

OpenWindow = Callable[[World], MainWindow]


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Look:
    """Return the look of the whole session: making one restyles the application."""
    return Look(qapp)


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Return a world with one scenario, everything ready, and a call that rings."""
    return World(shelf=pretend.shelf_of(scenes.billing()), folder=tmp_path)


@pytest.fixture(scope="session")
def one_window(look: Look) -> Iterator[MainWindow]:
    """Return the window of the whole session: making one takes a quarter of a second, and people keep theirs open for a day."""
    made = MainWindow(World().services(), look)
    yield made
    made.deleteLater()


@pytest.fixture
def open_window(qtbot: QtBot, one_window: MainWindow, look: Look) -> Iterator[OpenWindow]:
    """Return what opens the window over a world, as it is after the program was started; it is closed again at the end."""

    def opens(world: World) -> MainWindow:
        one_window._services = world.services()
        one_window._speaking = True
        one_window._home._search.clear()
        one_window._take_preferences()
        one_window.show_place("practise")
        one_window.resize(QSize(1280, 800))
        one_window.show()
        one_window.activateWindow()
        qtbot.waitUntil(one_window.isActiveWindow)
        one_window._home.setFocus()
        return one_window

    yield opens
    one_window.close()
    look.choose("system", 100)


@pytest.fixture
def window(open_window: OpenWindow, world: World) -> MainWindow:
    """Return a window over the world."""
    return open_window(world)
