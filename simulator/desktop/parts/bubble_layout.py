"""Where the parts of a bubble go: its head, its text in lines, and the tags below it. Measured once for each width."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from simulator.desktop.theme import Look
from simulator.screens.moved import Tag
from simulator.screens.transcript_lines import Bubble
from simulator.transcript.literal import literal

#: Air on the 4 px grid: between bubbles, inside one, and around the tags.
BETWEEN, INSIDE_X, INSIDE_Y, GAP = 12.0, 15.0, 10.0, 4.0
#: Share of the width that a bubble may take.
WIDEST = 0.78


@dataclass(slots=True)
class Placed:
    """A bubble with its places, relative to the top left of its row."""

    head: QRectF
    box: QRectF
    lines: QTextLayout
    tags: tuple[tuple[Tag, QRectF], ...]
    height: float


def place(bubble: Bubble, width: float, look: Look) -> Placed:
    """Return where everything goes in a row of this width."""
    body, small = look.font("body"), look.font("small")
    small_metrics = QFontMetricsF(small)
    lines, text_width, text_height = _broken(literal(bubble.text), body, width * WIDEST - 2 * INSIDE_X)
    right = bubble.side != "caller"
    box_width = text_width + 2 * INSIDE_X
    top = BETWEEN + small_metrics.height() + GAP
    box = QRectF(width - box_width if right else 0.0, top, box_width, text_height + 2 * INSIDE_Y)
    head = QRectF(0, BETWEEN, width, small_metrics.height())
    tags, bottom = _tags(bubble.tags, small_metrics, width, box.bottom(), right)
    return Placed(head, box, lines, tags, bottom + GAP)


def _broken(text: str, font: QFont, width: float) -> tuple[QTextLayout, float, float]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    widest = height = 0.0
    leading = QFontMetricsF(font).height() * 0.14
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(60.0, width))
        line.setPosition(QPointF(0, height))
        height += line.height() + leading
        widest = max(widest, line.naturalTextWidth())
    layout.endLayout()
    return layout, widest + 1, height


def _tags(
    tags: tuple[Tag, ...], metrics: QFontMetricsF, width: float, below: float, right: bool
) -> tuple[tuple[tuple[Tag, QRectF], ...], float]:
    """Put the tags into rows below the box, against the side on which it stands."""
    high = metrics.height() + 4
    rows: list[list[tuple[Tag, float]]] = []
    used = 0.0
    for tag in tags:
        wide = metrics.horizontalAdvance(literal(tag.text)) + 16
        if not rows or used + wide > width:
            rows.append([])
            used = 0.0
        rows[-1].append((tag, wide))
        used += wide + 6
    placed: list[tuple[Tag, QRectF]] = []
    top = below
    for row in rows:
        total = sum(wide for _, wide in row) + 6 * (len(row) - 1)
        left = width - total if right else 0.0
        top += GAP
        for tag, wide in row:
            placed.append((tag, QRectF(left, top, wide, high)))
            left += wide + 6
        top += high
    return tuple(placed), top
