"""Makes the recogniser hear the same sound the same way twice.

Kaldi adds a little noise to what it hears, drawn from the C library's one random generator, so that confidences and now and
then a word depend on everything that was heard before. Here the generator's state just after the model was loaded is kept
and put back before each turn and each file. Then a turn heard again by a replaced process gives the same words and
confidences, and a file gives exactly what ``vosk-transcriber`` gives in a process of its own (both measured). Where the C
library is not GNU's, nothing is done.
"""

from __future__ import annotations

import ctypes
import platform

#: Size of the GNU generator's default state; seed 1 on it is what a fresh process has.
STATE_BYTES = 128


class Dither:
    """The C library's generator with a state that can be put back. Make it before the model is loaded."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(None) if platform.libc_ver()[0] == "glibc" else None
        self._state = ctypes.create_string_buffer(STATE_BYTES)
        self._parked = ctypes.create_string_buffer(STATE_BYTES)
        self._kept = b""
        if self._library is not None:
            self._library.initstate(1, self._state, STATE_BYTES)

    def keep(self) -> None:
        """Remember the present state."""
        if self._library is not None:
            # The position within the state is written into it only when another state is chosen.
            self._library.initstate(1, self._parked, STATE_BYTES)
            self._kept = self._state.raw
            self._library.setstate(self._state)

    def put_back(self) -> None:
        """Continue from the remembered state."""
        if self._library is not None:
            self._library.setstate(self._parked)
            ctypes.memmove(self._state, self._kept, STATE_BYTES)
            self._library.setstate(self._state)
