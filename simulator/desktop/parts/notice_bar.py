"""A quiet bar for what disturbs: it sits in the window and waits, and never takes the focus."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout

from simulator.desktop.parts.labels import label, repolish, wrapped
from simulator.problems import Problem
from simulator.screens.tokens import Tone
from simulator.transcript.literal import one_line


class NoticeBar(QFrame):
    """One sentence at a time; hidden while there is none."""

    def __init__(self, tone: Tone = "irritated", shape: str = "▲") -> None:
        super().__init__()
        self.setProperty("look", "notice")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        self._shape = label(shape)
        self._words = wrapped()
        row.addWidget(self._shape)
        row.addWidget(self._words, 1)
        self._set_tone(tone)
        self.hide()

    def show_problem(self, problem: Problem | None) -> None:
        """Show what happened and what to do, or nothing."""
        self.show_sentence("" if problem is None else one_line(problem.sentence()))

    def show_sentence(self, sentence: str) -> None:
        """Show one sentence, or nothing."""
        if sentence != self._words.text():
            self._words.show_text(sentence, f"Notice: {sentence}" if sentence else "")
        self.setVisible(bool(sentence))

    def sentence(self) -> str:
        """Return what is shown."""
        return "" if self.isHidden() else self._words.text()

    def _set_tone(self, tone: Tone) -> None:
        self.setProperty("tone", tone)
        self._shape.set_tone(tone)
        repolish(self)
