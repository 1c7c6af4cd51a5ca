"""The lines that say whether microphone, loudspeaker, model, voice and disk are ready."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from simulator.desktop.parts.labels import PlainLabel, label, wrapped
from simulator.screens.brief_screen import ReadyLine


@dataclass(frozen=True, slots=True)
class _Row:
    shape: PlainLabel
    name: PlainLabel
    words: PlainLabel
    told: PlainLabel


class PreflightLines(QWidget):
    """One row a line: shape, what, its name; the remedy under one that needs it. Rows are made once and change in place."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, _Row] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 1)

    def show_lines(self, lines: tuple[ReadyLine, ...]) -> None:
        """Show these lines, each in the row of its thing."""
        for line in lines:
            self._show(self._row(line.what), line)

    def _show(self, row: _Row, line: ReadyLine) -> None:
        needs = line.state in ("weak", "missing")
        row.shape.show_text(line.shape, line.spoken)
        row.shape.set_tone(line.tone)
        row.name.show_text(line.label)
        row.words.show_text(line.found)
        row.words.set_tone(line.tone if needs else "plain")
        row.told.show_text(f"{line.words} {line.remedy}".strip() if needs else "")
        row.told.setVisible(needs)

    def _row(self, what: str) -> _Row:
        found = self._rows.get(what)
        if found is not None:
            return found
        row = _Row(label(bold=True), label(), wrapped(), wrapped("", "small", "plain"))
        at = 2 * len(self._rows)
        self._rows[what] = row
        self._grid.addWidget(row.shape, at, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._grid.addWidget(row.name, at, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(row.words, at, 2)
        self._grid.addWidget(row.told, at + 1, 1, 1, 2)
        return row
