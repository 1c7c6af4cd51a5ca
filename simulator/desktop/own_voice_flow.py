"""The step "Your own voice" on its way: asked for, read, kept, read again, deleted.

The card says what was pressed, the services do it; this flow turns the reading's handle on the GUI thread and decides which face the card
shows. A reading never outlives the page.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from simulator.desktop.parts.own_voice_card import OwnVoiceCard
from simulator.desktop.services import OpenReading, OwnVoice
from simulator.live.baseline_reading import READ_ALOUD, ReadingNow
from simulator.own_voice import Baseline
from simulator.problems import ProblemError
from simulator.screens import own_voice_screen as faces

TURN_EVERY_MS = 50


class OwnVoiceFlow(QObject):
    """Owns the reading.

    Signals:
        changed: the baseline was read anew or deleted.
    """

    changed = Signal()

    def __init__(self, services: Callable[[], OwnVoice], card: OwnVoiceCard) -> None:
        super().__init__(card)
        self._services, self._card = services, card
        self._reading: OpenReading | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TURN_EVERY_MS)
        self._timer.timeout.connect(self.turn)
        card.pressed.connect(self._obey)

    @property
    def listening(self) -> bool:
        """Return whether the microphone is open."""
        return self._reading is not None

    def show_step(self, wanted: bool) -> None:
        """Show the step as it stands before this call; ``wanted`` is False where voice measures are switched off."""
        self.leave()
        self._card.setEnabled(wanted)
        if wanted:
            self._show_stored()

    def turn(self) -> None:
        """Turn the reading's handle once and show what came of it."""
        if self._reading is not None:
            self._show(self._reading.turn())

    def finish(self) -> None:
        """Take it that both sentences were read."""
        if self._reading is not None:
            self._show(self._reading.finish())

    def leave(self) -> None:
        """Close the microphone."""
        self._timer.stop()
        reading, self._reading = self._reading, None
        if reading is not None:
            reading.close()

    def _obey(self) -> None:
        match self._card.wanted:
            case "begin":
                self._begin()
            case "finish":
                self.finish()
            case "stop":
                self.leave()
                self._show_stored()
            case "skip":
                self._card.show_screen(faces.left_out())
            case "delete":
                self._store(None)

    def _begin(self) -> None:
        self.leave()
        try:
            self._reading = self._services().read()
        except ProblemError as error:
            self._card.show_screen(faces.to_read(error.problem.sentence()))
            return
        self._card.show_screen(faces.listening(READ_ALOUD, 0, -90))
        self._timer.start()

    def _show(self, now: ReadingNow) -> None:
        if now.stand == "listening":
            self._card.show_screen(faces.listening(READ_ALOUD, now.progress, now.level))
            return
        self.leave()
        if now.baseline is None:
            self._card.show_screen(faces.to_read(faces.message_of(now.stand, now.problem)))
        else:
            self._store(now.baseline)

    def _store(self, baseline: Baseline | None) -> None:
        try:
            self._services().save(baseline)
        except ProblemError as error:
            self._card.show_screen(faces.to_read(error.problem.sentence()))
            return
        self._show_stored()
        self.changed.emit()

    def _show_stored(self) -> None:
        baseline, fits = self._services().load()
        self._card.show_screen(faces.have(baseline, fits) if baseline is not None else faces.to_read())
