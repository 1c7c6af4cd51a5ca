"""Settings: a small page whose changes hold at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from simulator.desktop.parts.buttons import KeyButton
from simulator.desktop.parts.choice import Choice
from simulator.desktop.parts.labels import PlainLabel, label, wrapped
from simulator.desktop.parts.panes import card, scrolling
from simulator.desktop.theme import Look
from simulator.screens.own_voice_screen import PRIVACY
from simulator.screens.preferences import (
    TEXT_SIZES,
    THEMES,
    Preferences,
    device_choices,
    keep_sound_of,
    theme_of,
    turn_end_choices,
)

_KEEP = (
    ("", "Ask me before the next call"),
    ("sound", "Keep the recording on this computer"),
    ("words", "Only the transcript"),
)

_MEASURES = (("on", "Compare"), ("off", "Do not measure"))
_PUSH = (("silence", "Silence"), ("done", "Only the Done key"))


class SettingsPage(QWidget):
    """The settings.

    Signals:
        changed: the trainee changed something; ask ``preferences()``.
        forget: delete the baseline of the trainee's own voice.
    """

    changed = Signal()
    forget = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._filling = False
        self._name = QLineEdit()
        self._microphone, self._loudspeaker, self._keep = Choice(look), Choice(look), Choice(look)
        self._turn_end, self._push = Choice(look), Choice(look)
        self._theme, self._text_size = Choice(look), Choice(look)
        self._measures, self._forget = Choice(look), KeyButton("Delete it")
        self._baseline = wrapped("", "small", "plain")
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(36, 28, 36, 28)
        column.setSpacing(16)
        column.addWidget(label("Settings", "title"))
        self._add_cards(column)
        column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(content, "Settings"))
        self._connect()

    def show_preferences(self, preferences: Preferences, microphones: tuple[str, ...], loudspeakers: tuple[str, ...]) -> None:
        """Show what is chosen, and the devices that are there."""
        self._filling = True
        self._name.setText(preferences.name)
        self._microphone.show_choices(device_choices(microphones, preferences.microphone), preferences.microphone)
        self._loudspeaker.show_choices(device_choices(loudspeakers, preferences.loudspeaker), preferences.loudspeaker)
        self._keep.show_choices(_KEEP, preferences.keep_sound)
        self._theme.show_choices(THEMES, preferences.theme)
        self._text_size.show_choices(tuple((str(size), f"{size} %") for size in TEXT_SIZES), str(preferences.text_size))
        self._turn_end.show_choices(turn_end_choices(preferences.turn_end_ms), str(preferences.turn_end_ms))
        self._push.show_choices(_PUSH, "done" if preferences.push_to_talk else "silence")
        self._measures.show_choices(_MEASURES, "on" if preferences.voice_measures else "off")
        self._filling = False

    def show_baseline(self, line: str) -> None:
        """Show when and with what the baseline was read; empty: there is none to delete."""
        self._baseline.show_text(line or "None was read yet. The page before a call offers it.")
        self._forget.setVisible(bool(line))

    def preferences(self) -> Preferences:
        """Return what is chosen."""
        return Preferences(
            name=self._name.text().strip(),
            microphone=self._microphone.chosen(),
            loudspeaker=self._loudspeaker.chosen(),
            turn_end_ms=int(self._turn_end.chosen()),
            push_to_talk=self._push.chosen() == "done",
            theme=theme_of(self._theme.chosen()),
            text_size=int(self._text_size.chosen()),
            keep_sound=keep_sound_of(self._keep.chosen()),
            voice_measures=self._measures.chosen() == "on",
        )

    def _add_cards(self, column: QVBoxLayout) -> None:
        column.addWidget(_group("You", ((self._name, "Your name", "The page greets you with it. It stays on this computer."),)))
        sound = (
            (self._microphone, "Microphone", "A headset works best: the microphone must not hear the caller."),
            (self._loudspeaker, "Loudspeaker", "Where the caller is heard."),
            (self._keep, "Recording", "You can change your mind before any call."),
        )
        column.addWidget(_group("Sound", sound))
        turn = (
            (self._push, "What ends your turn", "In a noisy room the Done key (push to talk) works better."),
            (self._turn_end, "How much silence", "Take more if you are cut off while you think."),
        )
        column.addWidget(_group("Your turn", turn))
        voice: tuple[tuple[QWidget, str, str | PlainLabel], ...] = (
            (self._measures, "Loudness, pace and pitch movement", f"Compared with yourself only. {PRIVACY}"),
            (self._forget, "Your baseline", self._baseline),
        )
        column.addWidget(_group("Your own baseline", voice))
        shown = (
            (self._theme, "Colours", "Light, dark, or as the system has it."),
            (self._text_size, "Text size", "On top of the size that the system has."),
        )
        column.addWidget(_group("Window", shown))

    def _connect(self) -> None:
        self._forget.clicked.connect(self.forget)
        self._name.editingFinished.connect(self._tell)
        for box in self.findChildren(Choice):
            box.currentIndexChanged.connect(self._tell)

    def _tell(self) -> None:
        if not self._filling:
            self.changed.emit()


def _group(title: str, rows: tuple[tuple[QWidget, str, str | PlainLabel], ...]) -> QWidget:
    made, column = card(12)
    column.addWidget(label(title, "strong", bold=True))
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(12)
    grid.setColumnStretch(0, 3)
    grid.setColumnStretch(1, 2)
    for row, (widget, name, sentence) in enumerate(rows):
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(wrapped(name, bold=True))
        shown = wrapped(sentence, "small", "plain") if isinstance(sentence, str) else sentence
        words.addWidget(shown)
        widget.setAccessibleName(name)
        widget.setAccessibleDescription(shown.text())
        grid.addLayout(words, row, 0)
        grid.addWidget(widget, row, 1)
    column.addLayout(grid)
    return made
