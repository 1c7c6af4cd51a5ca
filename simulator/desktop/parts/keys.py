"""Who gets a key: a field while it is written in, a button while it is marked, else the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

RETURN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def writing(widget: QWidget | None) -> bool:
    """Return whether single keys are text at present."""
    return isinstance(widget, (QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox))


def single_key(event: QKeyEvent) -> bool:
    """Return whether this is a key of its own, without Ctrl, Alt or Meta, and not held down."""
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return not event.modifiers() & held and not event.isAutoRepeat()


def press_marked(event: QKeyEvent) -> bool:
    """Press the button that has the focus with Enter, which Qt leaves to dialogs; return whether there was one."""
    marked = QApplication.focusWidget()
    if event.key() in RETURN and isinstance(marked, QAbstractButton) and marked.isEnabled():
        marked.click()
        return True
    return False
