"""The two drawings of the anger: the thin line beside the call, and the banded curve of the card.

Both are labels that hold a cached picture, so that a screen reader finds them by name; the picture is drawn anew only when
data, size or colours change.
"""

from __future__ import annotations

import itertools

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy

from simulator.desktop.theme import Look
from simulator.screens.card_curve import FULL, CardCurve, Mark
from simulator.screens.tokens import Tone

#: In thousandths of a point.
LEAST_SPAN = 30_000


class Picture(QLabel):
    """A label that draws itself once for each size."""

    def __init__(self, look: Look, height: int, least_width: int) -> None:
        super().__init__()
        self._look = look
        self._high, self._least_width = height, least_width
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.redraw)

    def sizeHint(self) -> QSize:
        """Return a height that grows with the text."""
        return QSize(self._least_width, self._look.pixels(self._high))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for the new size."""
        super().resizeEvent(event)
        self.redraw()

    def redraw(self) -> None:
        """Draw the picture anew."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, QRectF(0, 0, self.width(), self.height()))
        painter.end()
        self.setPixmap(picture)

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Draw into the area."""


class ThinLine(Picture):
    """The anger so far, as a line in the colour of the present mood."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 44, 120)
        self._points: tuple[tuple[int, int], ...] = ()
        self._tone: Tone = "plain"

    def show_line(self, points: tuple[tuple[int, int], ...], tone: Tone, spoken: str) -> None:
        """Show points of (per mille across, thousandths of a point)."""
        self.setAccessibleName(spoken)
        if (points, tone) != (self._points, self._tone):
            self._points, self._tone = points, tone
            self.redraw()

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Draw the base line and the curve."""
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.drawLine(area.bottomLeft() + QPointF(0, -1), area.bottomRight() + QPointF(0, -1))
        if self._points:
            inner = area.adjusted(2, 4, -4, -6)
            line = _polygon(_spread(self._points), inner)
            colour = self._look.colour(self._tone)
            painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
            painter.drawPolyline(line)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(line.last(), 3.5, 3.5)


class BandedCurve(Picture):
    """The whole call over bands for the moods, with its marked moments."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 164, 320)
        self._curve: CardCurve | None = None
        #: Where words stand already.
        self._taken: list[QRectF] = []

    def show_curve(self, curve: CardCurve) -> None:
        """Show the anger over a whole call."""
        self._curve = curve
        marks = "; ".join(mark.words for mark in curve.marks)
        self.setAccessibleName(f"{curve.spoken}. {marks}".strip(". "))
        self.redraw()

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Draw bands, line and marks."""
        if self._curve is None:
            return
        look, curve = self._look, self._curve
        painter.setFont(look.font("small"))
        metrics = QFontMetricsF(painter.font())
        words = max((metrics.horizontalAdvance(band.word) for band in curve.bands), default=0)
        for band in curve.bands:
            top, bottom = (area.bottom() - area.height() * part / FULL for part in (band.high, band.low))
            ground = QRectF(area.left(), top, area.width(), bottom - top)
            painter.fillRect(ground, look.ground(band.tone))
            painter.setPen(look.colour("muted"))
            painter.drawText(ground.adjusted(8, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, band.word)
        plot = area.adjusted(words + 28, 0, -16, 0)
        pen = QPen(look.colour("text"), 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        line = _polygon(curve.points, plot)
        painter.drawPolyline(line)
        self._taken = []
        for mark in curve.marks:
            self._draw_mark(painter, plot, line, mark)

    def _draw_mark(self, painter: QPainter, plot: QRectF, line: QPolygonF, mark: Mark) -> None:
        """Draw a dot with its words beside it, on the side where there is room, clear of the line."""
        metrics = QFontMetricsF(painter.font())
        at = _point(mark.across, mark.temper, plot)
        painter.setPen(QPen(self._look.colour("surface"), 1.5))
        painter.setBrush(self._look.colour(mark.tone))
        painter.drawEllipse(at, 6, 6)
        right, left = plot.right() - at.x() - 12, at.x() - plot.left() - 12
        to_the_right = metrics.horizontalAdvance(mark.words) <= right or right >= left
        words = metrics.elidedText(mark.words, Qt.TextElideMode.ElideRight, right if to_the_right else left)
        wide = metrics.horizontalAdvance(words)
        left = at.x() + 12 if to_the_right else at.x() - 12 - wide
        highest, lowest = _heights_between(line, left - 4, left + wide + 4)
        above = highest - metrics.height() - 5
        below = min(lowest + 5, plot.bottom() - metrics.height() - 2)
        places = [QRectF(left, top, wide, metrics.height()) for top in (above, below)]
        free = [
            place
            for place in places
            if place.top() >= plot.top() + 2 and not any(place.intersects(other) for other in self._taken)
        ]
        chosen = (free or places)[0]
        self._taken.append(chosen)
        painter.setPen(self._look.colour("text"))
        painter.drawText(QPointF(left, chosen.top() + metrics.ascent()), words)


def _spread(points: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Return the heights spread over the drawing, but never make less than 30 points of anger look like much."""
    heights = [height for _, height in points]
    middle = (min(heights) + max(heights)) // 2
    low = middle - max(LEAST_SPAN, max(heights) - min(heights)) // 2
    span = max(LEAST_SPAN, max(heights) - min(heights))
    return tuple((across, (height - low) * FULL // span) for across, height in points)


def _polygon(points: tuple[tuple[int, int], ...], area: QRectF) -> QPolygonF:
    placed = [_point(across, temper, area) for across, temper in points]
    return QPolygonF(placed if len(placed) > 1 else [*placed, QPointF(area.right(), placed[0].y())])


def _heights_between(line: QPolygonF, left: float, right: float) -> tuple[float, float]:
    """Return the y values of the highest (the least y) and the lowest point of a line between two places across."""
    points = line.toList()
    heights = [point.y() for point in points if left <= point.x() <= right]
    for first, second in itertools.pairwise(points):
        for edge in (left, right):
            if first.x() <= edge <= second.x() and second.x() > first.x():
                heights.append(first.y() + (second.y() - first.y()) * (edge - first.x()) / (second.x() - first.x()))
    return (min(heights), max(heights)) if heights else (points[0].y(), points[0].y())


def _point(across: int, temper: int, area: QRectF) -> QPointF:
    return QPointF(area.left() + area.width() * across / 1000, area.bottom() - area.height() * temper / FULL)
