"""How espeak's library and its data are found, loaded and made safe, before pyttsx3's binding to it is imported.

The library comes from the package ``espeakng-loader``; loaded first, it is the one that pyttsx3 then finds by its name. espeak must be
told to return on errors: without the option 0x8000 missing data ends the whole process. It keeps its data path in 160 characters, so
data in a deeper folder is reached through a short link (speech 1 and 3.3).
"""

from __future__ import annotations

import atexit
import ctypes
import os
import shutil
import tempfile
from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

#: Option of espeak_Initialize: return 0 instead of ending the process.
DO_NOT_EXIT = 0x8000
#: Output mode of espeak_Initialize: samples go to the callback before espeak_Synth returns.
SYNCHRONOUS = 2
#: espeak's buffer for the path of its data, with the terminating NUL.
PATH_ROOM = 160
BUFFER_MS = 50


def data_folder() -> Path | None:
    """Return the folder of espeak's data in ``espeakng-loader``; None where that package is not installed."""
    spec = find_spec("espeakng_loader")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent / "espeak-ng-data"
    return folder if folder.is_dir() else None


def languages() -> Mapping[str, str]:
    """Return espeak's languages (``en-us``) with the voice that speaks each (``gmw/en-US``), read from its data."""
    folder = data_folder()
    if folder is None:
        return {"en-us": "gmw/en-US", "en-gb": "gmw/en"} if _system_library() else {}
    found: dict[str, str] = {}
    for file in sorted((folder / "lang").rglob("*")):
        if file.is_file():
            tag = _best_tag(file.read_text(encoding="utf-8", errors="replace"))
            if tag:
                found[tag] = file.relative_to(folder / "lang").as_posix()
    return found


def _best_tag(text: str) -> str:
    """Return the language that a voice file is for: the one with the smallest number behind it."""
    rows = [line.split() for line in text.splitlines() if line.startswith("language ")]
    ranked = sorted(
        (int(row[2]) if len(row) > 2 and row[2].isdigit() else 5, at, row[1]) for at, row in enumerate(rows) if row[1:]
    )
    return ranked[0][2].lower() if ranked else ""


def load() -> tuple[ModuleType, int]:
    """Load and start espeak in this process and return pyttsx3's binding with the sample rate.

    Raises:
        RuntimeError: the library or its data is missing or damaged.
    """
    folder = data_folder()
    if folder is not None:
        path = _short(folder)
        os.environ["ESPEAK_DATA_PATH"] = str(path)
        ctypes.CDLL(str(next(folder.parent.glob("libespeak-ng.so"), folder.parent / "libespeak-ng.so.1")))
    binding = import_module("pyttsx3.drivers._espeak")
    # WORKAROUND(pyttsx3 2.99): GetParameter is bound with one argument; the library takes two and reads the second at random.
    setattr(binding, "GetParameter", _get_parameter(binding))  # noqa: B010
    rate = int(binding.Initialize(SYNCHRONOUS, BUFFER_MS, None, DO_NOT_EXIT))
    if rate <= 0:
        raise RuntimeError(
            f"espeak did not start (its answer was {rate}); its data may be missing: {folder or 'the system folder'}"
        )
    return binding, rate


def _get_parameter(binding: ModuleType) -> object:
    function = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int, ctypes.c_int)(("espeak_GetParameter", binding.dll))

    def current(parameter: int) -> int:
        return int(function(parameter, 1))

    return current


def _short(folder: Path) -> Path:
    """Return a path to the data that fits into espeak's buffer: the folder itself, or a link to it."""
    if len(os.fsencode(folder)) < PATH_ROOM:
        return folder
    place = Path(tempfile.mkdtemp(prefix="voice-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    link = place / "espeak-ng-data"
    link.symlink_to(folder, target_is_directory=True)
    return link


def _system_library() -> bool:
    """Return whether the system has an espeak of its own."""
    from ctypes.util import find_library

    return find_library("espeak-ng") is not None
