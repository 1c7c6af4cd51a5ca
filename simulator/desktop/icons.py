"""Icons of the Phosphor set, in the colour of a token."""

from __future__ import annotations

import qtawesome
from PySide6.QtGui import QIcon

from simulator.desktop.theme import Look

#: What an icon is for, and its name in the set.
NAMES = {
    "practise": "ph.phone-call",
    "calls": "ph.clock-counter-clockwise",
    "settings": "ph.gear-six",
    "back": "ph.arrow-left",
    "play": "ph.play-fill",
    "pause": "ph.pause-fill",
    "lock": "ph.lock-simple",
    "known": "ph.check-square-fill",
    "unknown": "ph.square",
}


def icon(look: Look, purpose: str, colour: str = "muted") -> QIcon:
    """Return the icon for a purpose in the colour of a token."""
    found: QIcon = qtawesome.icon(NAMES[purpose], color=look.colour(colour), color_disabled=look.colour("muted"))
    return found
