"""May the recording be kept? Asked once, answered with neither answer chosen beforehand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QVBoxLayout

from simulator.desktop.parts.buttons import KeyButton
from simulator.desktop.parts.labels import label, wrapped
from simulator.screens.brief_screen import consent_line
from simulator.screens.preferences import KeepSound


class ConsentCard(QFrame):
    """The question, or one line with the answer once it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._answer: KeepSound = ""
        self._sound = QRadioButton("Keep the recording on this computer")
        self._words = QRadioButton("Only the transcript")
        self._line = wrapped("", tone="plain")
        self._change = KeyButton("Change", "", "link")
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(6)
        column.addWidget(label("Your voice", "strong", bold=True))
        self._why = wrapped(
            "To hear the moments of your call again, its sound has to be kept. Nobody else gets it.", tone="plain"
        )
        column.addWidget(self._why)
        for button in (self._sound, self._words):
            self._group.addButton(button)
            button.setAccessibleName(button.text())
            button.clicked.connect(self._take_answer)
            column.addWidget(button)
        column.addWidget(self._line)
        column.addWidget(self._change, 0, Qt.AlignmentFlag.AlignLeft)
        self._change.clicked.connect(self._open)

    def show_answer(self, answer: KeepSound) -> None:
        """Show what was answered before; empty asks."""
        self._answer = answer
        self._line.show_text(consent_line(answer))
        self._unfold(not answer)
        self._group.setExclusive(False)
        self._sound.setChecked(answer == "sound")
        self._words.setChecked(answer == "words")
        self._group.setExclusive(True)

    def answer(self) -> KeepSound:
        """Return the answer; empty while there is none."""
        return self._answer

    def ask(self) -> None:
        """Bring the question to the trainee's eyes."""
        self._unfold(True)
        self._sound.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        self._unfold(True)

    def _unfold(self, open_: bool) -> None:
        for part in (self._why, self._sound, self._words):
            part.setVisible(open_)
        self._line.setVisible(not open_)
        self._change.setVisible(not open_)

    def _take_answer(self) -> None:
        self._answer = "sound" if self._sound.isChecked() else "words"
