"""The level of the microphone and the bars of the score; both are progress bars, so that a screen reader can read them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy

from simulator.desktop.theme import Look
from simulator.screens.tokens import Tone

_BARS = 10
#: The sound of the last moments, newest last; the meter shows a short history so that speech is seen as speech.
_EVERY = 3


class LevelMeter(QProgressBar):
    """A short history of the microphone's level as bars."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._history = [0] * _BARS
        self._ticks = 0
        self._loudest = 0
        self.setRange(0, 100)
        self.setTextVisible(False)
        self.setAccessibleName("Level of your microphone")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_level(self, level: int) -> None:
        """Take the level of this moment, 0-100; the picture moves every few moments only."""
        self._ticks += 1
        self._loudest = max(self._loudest, level)
        if self._ticks % _EVERY:
            return
        history = [*self._history[1:], self._loudest]
        self._loudest = 0
        if history != self._history:
            self._history = history
            self.setValue(level)
            self.update()

    def sizeHint(self) -> QSize:
        """Return room for the bars."""
        return QSize(self._look.pixels(7 * _BARS), self._look.pixels(26))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw one bar for each of the last moments."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        step = self.width() / _BARS
        for index, level in enumerate(self._history):
            height = max(step * 0.7, self.height() * level / 100)
            painter.setBrush(self._look.colour("calm" if level > 4 else "line"))
            bar = QRectF(index * step, self.height() - height, step * 0.62, height)
            painter.drawRoundedRect(bar, step * 0.3, step * 0.3)


class ScoreBar(QProgressBar):
    """One line of the score."""

    def __init__(self, look: Look, name: str, value: int, tone: Tone = "accent") -> None:
        super().__init__()
        self._look = look
        self._tone = tone
        self.setRange(0, 100)
        self.setValue(value)
        self.setTextVisible(False)
        self.setAccessibleName(f"{name}, {value} of 100")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a thin bar."""
        return QSize(120, self._look.pixels(8))

    def minimumSizeHint(self) -> QSize:
        """Return the shortest bar that still says something."""
        return QSize(60, self._look.pixels(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the groove and the filled part."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(0, 0, self.width(), self.height())
        radius = self.height() / 2
        painter.setBrush(self._look.colour("sunken"))
        painter.drawRoundedRect(whole, radius, radius)
        if self.value() > 0:
            painter.setBrush(self._look.colour(self._tone))
            filled = QRectF(0, 0, max(self.height(), self.width() * self.value() / 100), self.height())
            painter.drawRoundedRect(filled, radius, radius)
