"""The settings page's values, and its rows with the sentence that explains each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Theme = Literal["system", "light", "dark"]
#: "": not asked yet.
KeepSound = Literal["", "sound", "words"]

#: Silence that ends a turn, in milliseconds; a setting from 0.4 to 4 s (decisions 8).
TURN_ENDS = (400, 600, 800, 1_000, 1_500, 2_000, 3_000, 4_000)
TEXT_SIZES = (100, 125, 150, 200)
THEMES: tuple[tuple[Theme, str], ...] = (("system", "As the system"), ("light", "Light"), ("dark", "Dark"))
SYSTEM_DEVICE = "The system's own choice"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the trainee has chosen."""

    name: str = ""
    #: Empty: the system's own choice.
    microphone: str = ""
    loudspeaker: str = ""
    turn_end_ms: int = 600
    push_to_talk: bool = False
    theme: Theme = "system"
    #: Per cent.
    text_size: int = 100
    keep_sound: KeepSound = ""
    #: Loudness, pace and pitch movement are compared with the trainee's own baseline.
    voice_measures: bool = True


def theme_of(value: str) -> Theme:
    """Return the theme of this name; the system's for any other."""
    return "light" if value == "light" else "dark" if value == "dark" else "system"


def keep_sound_of(value: str) -> KeepSound:
    """Return the answer of this name; not asked yet for any other."""
    return "sound" if value == "sound" else "words" if value == "words" else ""


def turn_end_choices(chosen_ms: int) -> tuple[tuple[str, str], ...]:
    """Return the silences to choose from as value and label, the chosen one among them."""
    return tuple((str(ms), f"{ms // 1000}.{ms % 1000 // 100} s") for ms in sorted({*TURN_ENDS, chosen_ms}))


def device_choices(names: tuple[str, ...], chosen: str) -> tuple[tuple[str, str], ...]:
    """Return what the list of devices offers as value and label; a chosen device that is away stays on it and says so."""
    away = [(chosen, f"{chosen} (not plugged in)")] if chosen and chosen not in names else []
    return (("", SYSTEM_DEVICE), *((name, name) for name in names), *away)
