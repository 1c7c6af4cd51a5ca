"""The transcript as a list model: bubbles that are done, the one being spoken, and the words being recognised."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from simulator.screens.transcript_lines import Bubble, heard_length, interim_bubble

#: The bubble itself, for the delegate, and how many of its characters have been spoken (-1: all).
BUBBLE_ROLE = int(Qt.ItemDataRole.UserRole)
HEARD_ROLE = BUBBLE_ROLE + 1

Index = QModelIndex | QPersistentModelIndex


class TranscriptModel(QAbstractListModel):
    """Shows bubbles and tells the view only what changed."""

    def __init__(self) -> None:
        super().__init__()
        self._bubbles: list[Bubble] = []
        self._interim: Bubble | None = None
        self._spoken = 0
        self._heard = -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Return how many bubbles there are."""
        return 0 if parent.isValid() else len(self._rows())

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return a bubble, its text, or what a screen reader says."""
        rows = self._rows()
        if not index.isValid() or index.row() >= len(rows):
            return None
        bubble = rows[index.row()]
        answers: dict[int, object] = {
            int(Qt.ItemDataRole.DisplayRole): bubble.text,
            int(Qt.ItemDataRole.AccessibleTextRole): bubble.spoken,
            BUBBLE_ROLE: bubble,
            HEARD_ROLE: heard_length(bubble.text, self._spoken) if bubble.speaking else -1,
        }
        return answers.get(int(role))

    def show_bubbles(self, bubbles: tuple[Bubble, ...]) -> None:
        """Show these bubbles; those that are there already stay as they are."""
        same = 0
        while same < min(len(bubbles), len(self._bubbles)) and bubbles[same] == self._bubbles[same]:
            same += 1
        if same == len(bubbles) == len(self._bubbles):
            return
        self._cut_to(len(bubbles))
        for row in range(same, len(self._bubbles)):
            self._bubbles[row] = bubbles[row]
            self._changed(row)
        if len(bubbles) > len(self._bubbles):
            self.beginInsertRows(QModelIndex(), len(self._bubbles), len(bubbles) - 1)
            self._bubbles.extend(bubbles[len(self._bubbles) :])
            self.endInsertRows()

    def show_interim(self, interim: str) -> None:
        """Show the words that are being recognised below everything else."""
        bubble = interim_bubble(interim)
        if bubble == self._interim:
            return
        at = len(self._bubbles)
        if self._interim is None:
            self.beginInsertRows(QModelIndex(), at, at)
            self._interim = bubble
            self.endInsertRows()
        elif bubble is None:
            self.beginRemoveRows(QModelIndex(), at, at)
            self._interim = None
            self.endRemoveRows()
        else:
            self._interim = bubble
            self._changed(at)

    def show_spoken(self, spoken: int) -> None:
        """Show how much of the present line has been spoken, per mille."""
        self._spoken = spoken
        for row in range(len(self._bubbles) - 1, -1, -1):
            if self._bubbles[row].speaking:
                heard = heard_length(self._bubbles[row].text, spoken)
                if heard != self._heard:
                    self._heard = heard
                    self._changed(row)
                return

    def _rows(self) -> list[Bubble]:
        return self._bubbles if self._interim is None else [*self._bubbles, self._interim]

    def _cut_to(self, length: int) -> None:
        if len(self._bubbles) > length:
            self.beginRemoveRows(QModelIndex(), length, len(self._bubbles) - 1)
            del self._bubbles[length:]
            self.endRemoveRows()

    def _changed(self, row: int) -> None:
        index = self.index(row)
        self.dataChanged.emit(index, index)
