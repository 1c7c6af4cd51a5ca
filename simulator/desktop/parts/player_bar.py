"""Both tracks of a call: play, pause, and go to a moment. Hidden where no sound was kept."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSlider

from simulator.desktop.icons import icon
from simulator.desktop.parts.labels import label
from simulator.desktop.services import TrackPlayer
from simulator.desktop.theme import Look
from simulator.screens.figures import moment

#: How often the position is asked for while sound runs.
_EVERY_MS = 100
#: Evidence is played with a little of what came before it.
LEAD_IN_MS = 800


class PlayerBar(QFrame):
    """Play and pause, the position, and how long the call is."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("look", "bottombar")
        self._player: TrackPlayer | None = None
        self._button = QPushButton()
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._now, self._whole = label("0:00", tone="plain"), label("0:00", tone="plain")
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._follow)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 10, 32, 10)
        row.setSpacing(12)
        row.addWidget(self._button)
        row.addWidget(label("Hear the call again · both voices", tone="plain"))
        row.addWidget(self._now)
        row.addWidget(self._slider, 1)
        row.addWidget(self._whole)
        self._slider.setAccessibleName("Position in the call")
        self._slider.setTracking(False)
        self._slider.setPageStep(5_000)
        self._slider.setSingleStep(1_000)
        self._slider.valueChanged.connect(self._moved)
        self._slider.sliderMoved.connect(self._preview)
        self._button.clicked.connect(self.toggle)
        look.changed.connect(self._show_state)
        self.hide()

    @property
    def playable(self) -> bool:
        """Return whether there is sound."""
        return self._player is not None

    def take_player(self, player: TrackPlayer | None, length_ms: int) -> None:
        """Play this call from now on; None hides the bar."""
        self.leave()
        self._player = player
        self._slider.setRange(0, max(1, length_ms))
        self._put(0)
        self._whole.show_text(moment(length_ms), f"of {moment(length_ms)}")
        self.setVisible(player is not None)
        self._show_state()

    def play_evidence(self, from_ms: int) -> None:
        """Play from a little before this moment."""
        if self._player is not None:
            self._player.play(max(0, from_ms - LEAD_IN_MS))
            self._timer.start()
            self._follow()

    def toggle(self) -> None:
        """Play on, or pause."""
        if self._player is None:
            return
        if self._player.playing():
            self._player.stop()
            self._follow()
        else:
            at_end = self._slider.value() >= self._slider.maximum()
            self._player.play(0 if at_end else self._slider.value())
            self._timer.start()
            self._show_state()

    def leave(self) -> None:
        """Fall silent and let go of the sound."""
        self._timer.stop()
        if self._player is not None:
            self._player.stop()
        self._player = None

    def _follow(self) -> None:
        if self._player is None:
            return
        if not self._slider.isSliderDown():
            self._put(self._player.position_ms())
        if not self._player.playing():
            self._timer.stop()
        self._show_state()

    def _moved(self, value: int) -> None:
        self._preview(value)
        if self._player is not None and self._player.playing():
            self._player.play(value)

    def _preview(self, value: int) -> None:
        self._now.show_text(moment(value))

    def _put(self, value: int) -> None:
        self._slider.blockSignals(True)
        self._slider.setValue(value)
        self._slider.blockSignals(False)
        self._preview(value)

    def _show_state(self) -> None:
        playing = self._player is not None and self._player.playing()
        words = "Pause" if playing else "Play"
        side = self._look.pixels(16)
        self._button.setText(words)
        self._button.setAccessibleName(words)
        self._button.setIcon(icon(self._look, "pause" if playing else "play", "text"))
        self._button.setIconSize(QSize(side, side))
