"""What can be seen and reached in a window."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QPushButton,
    QWidget,
)

from simulator.desktop.parts.buttons import KeyButton


def labels(widget: QWidget) -> Iterator[QLabel]:
    """Yield the labels that can be seen."""
    return (one for one in widget.findChildren(QLabel) if one.isVisible())


def texts(widget: QWidget) -> list[str]:
    """Return every text that can be seen, as it was given."""
    return [one.text().replace("\u200b", "") for one in labels(widget) if one.text()]


def page_of(window: QWidget) -> str:
    """Return the name of the page that is on top."""
    pages = window.findChildren(QWidget)
    names = ("HomePage", "CallsPage", "SettingsPage", "BriefPage", "WaitingPage", "CallPage", "CardPage")
    return next((type(page).__name__ for page in pages if type(page).__name__ in names and page.isVisible()), "")


def button(widget: QWidget, words: str) -> QPushButton:
    """Return the visible button that says this."""
    for one in widget.findChildren(QPushButton):
        said = one.words() if isinstance(one, KeyButton) else one.text() or one.accessibleName()
        if one.isVisible() and said == words:
            return one
    raise AssertionError(f"no button says {words!r}")


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None, "nothing has the focus"
    QTest.keyClick(focus, key, modifier)


def tab_stops(window: QWidget) -> list[QWidget]:
    """Return what the Tab key reaches, once round."""
    stops: list[QWidget] = []
    for _ in range(300):
        press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in stops:
            break
        stops.append(focus)
    return stops


def name_of(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def too_small(window: QWidget) -> list[str]:
    """Return the texts that do not fit where they stand."""
    cut = []
    for one in labels(window):
        if one.wordWrap():
            fits = one.height() >= one.heightForWidth(one.width()) and one.width() >= one.minimumSizeHint().width()
        else:
            fits = one.height() >= one.sizeHint().height() and one.width() >= one.minimumSizeHint().width()
        if one.text() and not fits:
            cut.append(
                f"{one.text()[:40]!r}: {one.width()}x{one.height()}, needs {one.sizeHint().width()}x{one.sizeHint().height()}"
            )
    for face in window.findChildren(QPushButton):
        if face.isVisible() and face.width() < face.minimumSizeHint().width():
            cut.append(f"button {name_of(face)!r}")
    return cut
