"""My calls as a table model."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from simulator.screens.calls_screen import COLUMNS, CallsScreen

Index = QModelIndex | QPersistentModelIndex


class CallsModel(QAbstractTableModel):
    """One row a recorded call."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def show_calls(self, screen: CallsScreen) -> None:
        """Show these calls."""
        self.beginResetModel()
        self._rows = screen.rows
        self.endResetModel()

    def session_at(self, row: int) -> str:
        """Return the path of the session in a row; empty where there is none."""
        return self._rows[row][0] if 0 <= row < len(self._rows) else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Return how many calls there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return a cell's words or its alignment."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][1][index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{COLUMNS[index.column()]}: {self._rows[index.row()][1][index.column()]}"
        return _alignment(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return a column's heading."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return COLUMNS[section] if role == Qt.ItemDataRole.DisplayRole else None


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column >= len(COLUMNS) - 2 else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
