"""Labels, chips and hair lines: every text of the program is plain and literal, and wraps instead of being cut."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from simulator.screens.tokens import Tone
from simulator.transcript.literal import breakable, literal


class PlainLabel(QLabel):
    """A label that shows its text as it is: no markup, no hidden signs."""

    def __init__(self, text: str = "", size: str = "body", tone: Tone | None = None, bold: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setProperty("scale", size)
        self.setProperty("bold", bold)
        self.set_tone(tone)
        self.show_text(text)

    def show_text(self, text: str, spoken: str = "") -> None:
        """Show a text; ``spoken`` is what a screen reader says instead."""
        shown = breakable(literal(text)) if self.wordWrap() else literal(text)
        if shown != self.text():
            self.setText(shown)
        self.setAccessibleName(literal(spoken or text))

    def set_tone(self, tone: Tone | None) -> None:
        """Colour the text by what it means."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            repolish(self)


class TitleLabel(PlainLabel):
    """A title of one line that gives way in a narrow window; the whole of it is its tool tip and its accessible name."""

    def __init__(self) -> None:
        super().__init__("", "strong", bold=True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Return that a few letters are enough."""
        return QSize(self.fontMetrics().averageCharWidth() * 8, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, shortened where it must be."""
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def label(text: str = "", size: str = "body", tone: Tone | None = None, bold: bool = False) -> PlainLabel:
    """Return a label of one line that is as wide as its text."""
    return PlainLabel(text, size, tone, bold)


def wrapped(text: str = "", size: str = "body", tone: Tone | None = None, bold: bool = False) -> PlainLabel:
    """Return a label that wraps at its width and is as high as its text then needs."""
    wide = PlainLabel("", size, tone, bold)
    wide.setWordWrap(True)
    wide.show_text(text)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    wide.setSizePolicy(policy)
    return wide


def chip(text: str, tone: Tone | None = None) -> PlainLabel:
    """Return a short text on a ground of its own."""
    made = PlainLabel(text, "small", tone)
    made.setProperty("look", "chip")
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return made


def key_cap(text: str) -> PlainLabel:
    """Return a key as it is shown on a button."""
    made = PlainLabel(text, "small")
    made.setProperty("look", "key")
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return made


def frame(look: str) -> QFrame:
    """Return a frame that the style sheet draws as ``look``."""
    made = QFrame()
    made.setProperty("look", look)
    return made


def repolish(widget: QWidget) -> None:
    """Let the style sheet look at the widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
