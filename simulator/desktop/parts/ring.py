"""The ring around the caller: how angry, or how far the ringing has come. A progress bar by nature, so that a screen reader can
read it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy

from simulator.desktop.theme import Look
from simulator.screens.tokens import Tone

_DIAMETER = 160
_THICK = 10
#: Qt counts angles in sixteenths of a degree, from three o'clock, anticlockwise.
_TOP = 90 * 16
_ROUND = 360 * 16


class Ring(QProgressBar):
    """Initials on a ground, a word below them, and an arc around."""

    def __init__(self, look: Look, name: str, diameter: int = _DIAMETER) -> None:
        super().__init__()
        self._look = look
        self._diameter = diameter
        self._initials = self._word = ""
        self._tone: Tone = "plain"
        self.setRange(0, 100)
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_ring(self, value: int, initials: str, word: str, tone: Tone, spoken: str = "") -> None:
        """Show a value of 0-100 with the initials and a word; ``spoken`` describes it to a screen reader."""
        self._initials, self._word, self._tone = initials, word, tone
        self.setValue(value)
        self.setAccessibleDescription(spoken or word)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square that grows with the text."""
        side = self._look.pixels(self._diameter)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a ring does not shrink."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ring, ground and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, thick = self._look, self._look.pixels(_THICK) * min(1.0, self._diameter / _DIAMETER)
        side = min(self.width(), self.height())
        outer = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        arc = outer.adjusted(thick / 2 + 1, thick / 2 + 1, -thick / 2 - 1, -thick / 2 - 1)
        painter.setPen(QPen(look.colour("line"), thick))
        painter.drawEllipse(arc)
        if self.value() > 0:
            colour = look.colour("accent" if self._tone == "plain" else self._tone)
            painter.setPen(QPen(colour, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawArc(arc, _TOP, -round(_ROUND * self.value() / 100))
        inner = arc.adjusted(thick * 1.3, thick * 1.3, -thick * 1.3, -thick * 1.3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("surface") if self._tone == "plain" else look.ground(self._tone))
        painter.drawEllipse(inner)
        self._draw_words(painter, inner)

    def _draw_words(self, painter: QPainter, inner: QRectF) -> None:
        look = self._look
        figure = look.font("figure", bold=True)
        figure.setWeight(QFont.Weight.Bold)
        figure.setPointSizeF(figure.pointSizeF() * (0.8 if self._diameter == _DIAMETER else self._diameter / 200))
        middle = inner.center().y()
        painter.setPen(look.colour("text"))
        painter.setFont(figure)
        lift = inner.height() * (0.09 if self._word else 0)
        painter.drawText(inner.translated(0, -lift), Qt.AlignmentFlag.AlignCenter, self._initials)
        if self._word:
            painter.setFont(look.font("small"))
            painter.setPen(look.colour("muted"))
            below = QRectF(inner.left(), middle + inner.height() * 0.1, inner.width(), inner.height() * 0.3)
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self._word)
