"""The transcript: a list view whose delegate draws bubbles, so that a long call costs no more than a short one."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from simulator.desktop.models.transcript_model import (
    BUBBLE_ROLE,
    HEARD_ROLE,
    TranscriptModel,
)
from simulator.desktop.parts.bubble_layout import Placed, place
from simulator.desktop.theme import Look
from simulator.screens.transcript_lines import Bubble
from simulator.transcript.literal import literal

Index = QModelIndex | QPersistentModelIndex
#: Air to the left and right of the bubbles.
SIDE = 28
#: Air below the newest bubble.
BELOW = 12
_ALWAYS, _NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOn, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
#: Measured bubbles that are kept; a long call has some two hundred.
_CACHED = 600
#: Keys that move in the transcript; every other key is left to the page.
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End})


class TranscriptView(QListView):
    """Shows the newest bubble at the bottom, unless the trainee has scrolled up to read."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._delegate = BubbleDelegate(look, self)
        self._at_end = True
        self._top = 0
        self._measuring = False
        self.setProperty("look", "transcript")
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName("Transcript of the call")
        self.verticalScrollBar().valueChanged.connect(self._note_place)
        look.changed.connect(self.relayout)

    def show_model(self, model: TranscriptModel) -> None:
        """Show this transcript."""
        self.setModel(model)
        model.rowsInserted.connect(self.relayout)
        model.rowsRemoved.connect(self.relayout)
        model.dataChanged.connect(self._changed)
        self.relayout()

    def relayout(self) -> None:
        """Measure again, keep short calls at the bottom, and follow the newest bubble."""
        if self.model() is None or self._measuring:
            return
        # Margins and the scroll bar resize the viewport, which asks for this very measure.
        self._measuring = True
        try:
            self._fit()
        finally:
            self._measuring = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure for the new size."""
        super().resizeEvent(event)
        self.relayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrow keys and leave every other key to the page."""
        if event.key() in _MOVES:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _fit(self) -> None:
        """Stand at the bottom without a scroll bar where everything fits, else scroll; which of both is decided at full width."""
        room = self.contentsRect()
        whole = self._height_at(room.width()) + BELOW
        top = max(0, room.height() - whole)
        scrolls = whole > room.height()
        self.setVerticalScrollBarPolicy(_ALWAYS if scrolls else _NEVER)
        if top != self._top:
            self._top = top
            self.setViewportMargins(0, top, 0, 0)
        self.scheduleDelayedItemsLayout()
        if self._at_end:
            self.executeDelayedItemsLayout()
            self.scrollToBottom()

    def _height_at(self, width: int) -> int:
        model = self.model()
        return int(sum(self._delegate.height_of(model.index(row, 0), width) for row in range(model.rowCount())))

    def _note_place(self) -> None:
        if self._measuring:
            return
        bar = self.verticalScrollBar()
        self._at_end = bar.value() >= bar.maximum() - 24

    def _changed(self, first: QModelIndex) -> None:
        if self._delegate.outgrown(first, self.viewport().width()):
            self.relayout()


class BubbleDelegate(QStyledItemDelegate):
    """Draws one bubble; text is laid out as plain text, so nothing in it is markup."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._heights: dict[int, float] = {}
        self._cache: dict[tuple[Bubble, int], Placed] = {}
        look.changed.connect(self._cache.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a bubble at the view's present width."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else 400
        self._heights[index.row()] = height = self.height_of(index, width)
        return QSize(width, round(height))

    def height_of(self, index: Index, width: int) -> float:
        """Return how high a bubble is in a row of this width."""
        return self._placed(index, width).height

    def outgrown(self, index: Index, width: int) -> bool:
        """Return whether a bubble needs more or less room than it was last given."""
        return self._heights.get(index.row()) != self._placed(index, width).height

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw head, box, text and tags."""
        bubble = index.data(BUBBLE_ROLE)
        rect: QRectF = QRectF(option.rect)
        placed = self._placed(index, round(rect.width()))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.left() + SIDE, rect.top())
        self._draw_head(painter, placed, bubble)
        self._draw_box(painter, placed, bubble)
        self._draw_text(painter, placed, bubble, index.data(HEARD_ROLE))
        for tag, place_of_tag in placed.tags:
            self._draw_tag(painter, tag.text, place_of_tag, self._look.colour(tag.tone), self._look.ground(tag.tone))
        painter.restore()

    def _placed(self, index: Index, width: int) -> Placed:
        bubble: Bubble = index.data(BUBBLE_ROLE)
        found = self._cache.get((bubble, width))
        if found is None:
            if len(self._cache) > _CACHED:
                self._cache.clear()
            found = self._cache[bubble, width] = place(bubble, max(120.0, width - 2.0 * SIDE), self._look)
        return found

    def _draw_head(self, painter: QPainter, placed: Placed, bubble: Bubble) -> None:
        look = self._look
        right = bubble.side != "caller"
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("muted"))
        who = "  ".join(part for part in (literal(bubble.who), bubble.time) if part)
        if bubble.speaking:
            who = f"{literal(bubble.who)} · "
        painter.drawText(placed.head, side | Qt.AlignmentFlag.AlignVCenter, who)
        if bubble.speaking:
            left = placed.head.left() + painter.fontMetrics().horizontalAdvance(who)
            painter.setFont(look.font("small", bold=True))
            painter.setPen(look.colour(bubble.tone))
            painter.drawText(placed.head.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, "speaking now")

    def _draw_box(self, painter: QPainter, placed: Placed, bubble: Bubble) -> None:
        look = self._look
        ground = {"caller": "surface", "trainee": "accent_weak", "interim": "bg"}[bubble.side]
        edge = {"caller": "line", "trainee": "accent_weak", "interim": "accent"}[bubble.side]
        pen = QPen(look.colour(bubble.tone if bubble.speaking else edge), 1)
        if bubble.side == "interim":
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(look.colour(ground))
        painter.drawRoundedRect(placed.box.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)

    def _draw_text(self, painter: QPainter, placed: Placed, bubble: Bubble, heard: int) -> None:
        look = self._look
        quiet = bubble.side == "interim"
        painter.setPen(look.colour("muted" if quiet else "text"))
        rest = [_coloured(heard, len(bubble.text) - heard, look.colour("muted"))] if 0 <= heard < len(bubble.text) else []
        placed.lines.draw(painter, placed.box.topLeft() + QPointF(15, 11), rest)

    def _draw_tag(self, painter: QPainter, text: str, place_of_tag: QRectF, colour: QColor, ground: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(place_of_tag, place_of_tag.height() / 2, place_of_tag.height() / 2)
        painter.setPen(colour)
        painter.setFont(self._look.font("small"))
        painter.drawText(place_of_tag, Qt.AlignmentFlag.AlignCenter, literal(text))


def _coloured(start: int, length: int, colour: QColor) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    shape = QTextCharFormat()
    shape.setForeground(colour)
    made.format = shape
    return made
