"""Voices that misbehave on purpose, put into the voice's process in the place of the espeak driver.

Each function is a ``prelude``: it runs in the child before anything else. What the driver does depends on the words it is given.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import wave
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

RATE = 22_050


class MoodyDriver:
    """Beeps for a second, unless the text says otherwise."""

    def __init__(self, proxy: Any) -> None:
        self._proxy = proxy

    def destroy(self) -> None: ...

    def getProperty(self, name: str) -> object:
        return ()

    def setProperty(self, name: str, value: object) -> None: ...

    def stop(self) -> None: ...

    def endLoop(self) -> None: ...

    def startLoop(self) -> None:
        self._proxy.setBusy(False)

    def save_to_file(self, text: str, filename: str) -> None:
        print("Audio saved to nowhere in particular")
        os.write(1, b"and so does the C library\n")
        if "hang" in text:
            threading.Event().wait()
        if "crash" in text and _not_yet(text):
            os.kill(os.getpid(), signal.SIGKILL)
        if "complain" in text:
            raise OSError("the voice does not want to")
        if "nothing" in text:
            return
        seconds = 0 if "empty" in text else 1
        beep = 0.0 if "silent" in text else 0.3 * np.sin(np.arange(RATE * seconds) * 0.06)
        samples = (np.zeros(RATE * seconds) + beep) * 32767
        if "apple" in text:
            import soundfile

            soundfile.write(filename, samples.astype(np.int16), RATE, format="AIFF")
            return
        with wave.open(filename, "wb") as file:
            file.setparams((1, 2, RATE, 0, "NONE", ""))
            file.writeframes(samples.astype("<i2").tobytes())


def _not_yet(text: str) -> bool:
    """Return whether this is the first time, where the text ends in the path of a file that remembers."""
    if "once" not in text:
        return True
    memory = Path(text.split()[-1])
    first = not memory.exists()
    memory.touch()
    return first


def moody() -> None:
    """Put the moody driver in the place of espeak's."""
    module = ModuleType("pyttsx3.drivers.caller_espeak")
    module.buildDriver = MoodyDriver  # type: ignore[attr-defined]
    import_module("pyttsx3.drivers")
    sys.modules[module.__name__] = module


def espeak_data_in(folder: str) -> None:
    """Let espeak's data be in this folder."""
    library = import_module("simulator.devices.voices.espeak_library")
    library.data_folder = lambda: Path(folder)  # type: ignore[attr-defined]


def cannot_start() -> None:
    """Die before the first message."""
    os._exit(7)
