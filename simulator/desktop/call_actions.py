"""What the trainee's buttons and keys report to a running call."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt

from simulator.call.events import (
    DonePressed,
    HangUpPressed,
    Happening,
    HoldPressed,
    MutePressed,
    PausePressed,
    TransferPressed,
)
from simulator.call.state import CallState

#: Keys of their own, while no text field has the focus (decisions 10), and keys that act anywhere.
SINGLE_KEYS: Mapping[int, str] = {
    int(Qt.Key.Key_Space): "done",
    int(Qt.Key.Key_H): "hold",
    int(Qt.Key.Key_T): "transfer",
    int(Qt.Key.Key_M): "mute",
}
FUNCTION_KEYS: Mapping[int, str] = {int(Qt.Key.Key_F8): "pause", int(Qt.Key.Key_F9): "hold", int(Qt.Key.Key_F10): "transfer"}
#: The keys as they are shown, outside and inside a text field.
SHOWN = {"done": ("Space", "Ctrl+Enter"), "hold": ("H", "F9"), "transfer": ("T", "F10"), "mute": ("M", "")}


def happening_of(action: str, state: CallState) -> Happening:
    """Return what a button reports, given where the call stands."""
    match action:
        case "done":
            return DonePressed()
        case "hold":
            return HoldPressed()
        case "transfer":
            return TransferPressed()
        case "mute":
            return MutePressed(not state.muted)
        case "pause":
            return PausePressed(state.phase != "paused")
        case "end":
            return HangUpPressed()
    raise ValueError(f"no such action: {action}")
