"""Buttons that carry their key, and buttons whose face is a layout of labels."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from simulator.desktop.parts.labels import PlainLabel, key_cap, repolish
from simulator.transcript.literal import one_line


class FaceButton(QPushButton):
    """A button that is as large as the layout of labels on it; the layout is set by whoever makes it."""

    def __init__(self, look: str, name: str = "") -> None:
        super().__init__()
        self.setProperty("look", look)
        self.setAccessibleName(one_line(name))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def let_through(self) -> None:
        """Let clicks on the labels reach the button."""
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Return what the labels need."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return what the labels need at least."""
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()

    def heightForWidth(self, width: int) -> int:
        """Return how high the labels are at this width."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else super().heightForWidth(width)


class KeyButton(QPushButton):
    """A button that shows the key which presses it. A click does not take the focus away from where the trainee writes."""

    def __init__(self, text: str, key: str = "", look: str = "", tall: bool = False) -> None:
        super().__init__()
        self.setProperty("look", look)
        self._tall = tall
        self._air = 2 if look == "link" else 15
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._words, self._key = PlainLabel(), key_cap("")
        row = QHBoxLayout(self)
        row.setContentsMargins(self._air, 0, self._air, 0)
        row.setSpacing(8)
        row.addStretch()
        for part in (self._words, self._key):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch()
        self.show_words(text)
        self.show_key(key)

    def show_words(self, text: str) -> None:
        """Change what the button says."""
        self._words.show_text(text)
        self._name()

    def show_key(self, key: str) -> None:
        """Change the key that it shows; empty shows none."""
        self._key.show_text(key)
        self._key.setVisible(bool(key))
        self._name()

    def arm(self, on: bool) -> None:
        """Show that the next press counts."""
        self.setProperty("armed", on)
        repolish(self)

    def words(self) -> str:
        """Return what the button says at present."""
        return self._words.text()

    def sizeHint(self) -> QSize:
        """Return words and key with the air of a button around them: 36 high, 44 in a call, more with larger text."""
        inner = self._words.sizeHint()
        key = self._key.sizeHint().width() + 8 if self._key.text() else 0
        return QSize(inner.width() + key + 2 * self._air + 2, inner.height() + (26 if self._tall else 18))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a button is never cut."""
        return self.sizeHint()

    def _name(self) -> None:
        key = self._key.text()
        self.setAccessibleName(f"{self._words.text()}, key {key}" if key else self._words.text())
