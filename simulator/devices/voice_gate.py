"""What the recogniser is given: the voice and its surroundings as they are, and silence in the place of everything else.

Vosk makes words of a room's noise: twelve seconds of it at -65 dBFS, as under every line of the caller, became "huh" or ate
the "I" of the reply and made it "hi" (measured; pitfalls V7), and "hi" would be scored as a greeting. So noise far from any
voice is replaced by zeros, sample for sample, because the clock must run. The gate opens at one frame that might be voice,
with what came before it, so a soft beginning is not lost.
"""

from __future__ import annotations

from collections import deque

#: Probability at which a frame might be voice; white and pink noise stayed under 0.13 (measured), voice begins at 0.5.
MIGHT_BE_VOICE = 0.25
#: Frames of 32 ms that are given as they are before and after one that might be voice: 320 ms and 416 ms.
BEFORE, AFTER = 10, 13


class VoiceGate:
    """Passes frames on, in order and none lost, some as zeros. Holds back at most 320 ms, and nothing while it is open."""

    def __init__(self) -> None:
        self._held: deque[bytes] = deque()
        self._open_for = 0

    def passed(self, frame: bytes, probability: float) -> bytes:
        """Take a frame and return the sound that is to be heard now."""
        if probability >= MIGHT_BE_VOICE:
            self._open_for = AFTER + 1
        if self._open_for:
            self._open_for -= 1
            return self.let_go() + frame
        self._held.append(frame)
        return bytes(len(self._held.popleft())) if len(self._held) > BEFORE else b""

    def let_go(self) -> bytes:
        """Return what is held back, as it is: the turn ends here."""
        held = b"".join(self._held)
        self._held.clear()
        return held
