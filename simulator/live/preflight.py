"""Whether a spoken call is possible on this machine: microphone, loudspeaker, model, voice, disk.

Each is ready, or there is one sentence with the remedy. The window shows the same values as the command line. Nothing is loaded that
takes longer than a moment: the model is checked by the sizes of its files, the voices by whether they can be found.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from simulator import paths
from simulator.devices import device_list
from simulator.devices.ports import VoiceName
from simulator.model_files import manifest, model_folder
from simulator.problems import ProblemError, machine_lacks
from simulator.session.track_recorder import free_bytes
from simulator.settings import Settings

Item = Literal["microphone", "loudspeaker", "model", "voice", "disk"]

#: A call is not begun with less room (a minute of both tracks takes about 8 MB while it runs).
LEAST_FREE = 200 << 20


@dataclass(frozen=True, slots=True)
class Readiness:
    """How one thing stands that a spoken call needs."""

    name: Item
    ready: bool
    #: What it is when ready, else what is wrong.
    what: str
    #: What to do about it; empty when ready.
    remedy: str = ""
    #: False: the call is possible without it being quite as wished (the chosen headset is away, another one is there).
    as_wished: bool = True

    def sentence(self) -> str:
        """Return it as one line of text, without its name."""
        return f"ready, {self.what}" if self.ready else f"{self.what} {self.remedy}".strip()


def preflight(settings: Settings) -> Iterator[Readiness]:
    """Yield the five things in the order in which they are shown, each as soon as it is known."""
    looks: tuple[tuple[Item, Callable[[], tuple[str, bool]]], ...] = (
        ("microphone", lambda: _microphone(settings)),
        ("loudspeaker", lambda: _loudspeaker(settings)),
        ("model", _model),
        ("voice", _voice),
        ("disk", _disk),
    )
    for name, look in looks:
        yield _looked_at(name, look)


def can_call(items: Iterable[Readiness]) -> bool:
    """Return whether a spoken call is possible."""
    return all(item.ready for item in items)


def require_room() -> None:
    """Refuse to begin a call that the disk has no room for.

    Raises:
        ProblemError: less than 200 MB are free, or the folder cannot be written.
    """
    _disk()


def _looked_at(name: Item, look: Callable[[], tuple[str, bool]]) -> Readiness:
    try:
        what, as_wished = look()
    except ProblemError as error:
        where = f"{error.problem.where}: " if error.problem.where else ""
        return Readiness(name, False, where + error.problem.what, error.problem.remedy)
    return Readiness(name, True, what, as_wished=as_wished)


def _microphone(settings: Settings) -> tuple[str, bool]:
    found = device_list.find_microphone(settings.microphone)
    device_list.try_microphone(found.device)
    return _device_sentence(found, settings.microphone.name)


def _loudspeaker(settings: Settings) -> tuple[str, bool]:
    found = device_list.find_loudspeaker(settings.loudspeaker)
    device_list.try_loudspeaker(found.device)
    return _device_sentence(found, settings.loudspeaker.name)


def _device_sentence(found: device_list.Found, wanted: str) -> tuple[str, bool]:
    sentence = f"{device_list.shown_name(found.device.name)} ({found.device.host_api}, {found.device.rate} Hz)"
    if found.instead:
        return f'{sentence}; the chosen one, "{wanted}", is not there', False
    return sentence, True


def _model() -> tuple[str, bool]:
    wanted = manifest()
    return f"{wanted.name} ({model_folder(wanted)})", True


def _voice() -> tuple[str, bool]:
    found = _voices()
    if not found:
        raise machine_lacks("No voice was found for the caller.", "Type: make setup")
    neural = sum(1 for voice in found if voice.engine == "hibari")
    return (f"{neural} neural voices (hibari)" if neural else "espeak only, without a neural voice"), True


def _voices() -> tuple[VoiceName, ...]:
    try:
        cast = importlib.import_module("simulator.devices.voices.cast")
        found: tuple[VoiceName, ...] = cast.voices()
    except ImportError as error:
        raise machine_lacks(f"The package {error.name} for the caller's voice is missing.", "Type: make setup") from error
    return found


def _disk() -> tuple[str, bool]:
    folder = paths.sessions_folder()
    there = _nearest(folder)
    try:
        free = free_bytes(there)
        _probe(there)
    except OSError as error:
        remedy = "Set SIMULATOR_HOME to a folder of your own."
        raise machine_lacks(f"Sessions cannot be written ({error.strerror or error}).", remedy, str(folder)) from error
    if free < LEAST_FREE:
        raise machine_lacks(
            f"Only {free >> 20} MB are free; a call needs {LEAST_FREE >> 20} MB.",
            "Free some disk space, or set SIMULATOR_HOME to a folder on another disk.",
            str(folder),
        )
    return f"{_size(free)} free ({folder})", True


def _size(count: int) -> str:
    return f"{count / (1 << 30):.0f} GB" if count >= 10 << 30 else f"{count >> 20} MB"


def _nearest(folder: Path) -> Path:
    """Return the folder, or the nearest one above it that is there: looking makes no folders."""
    return next((one for one in (folder, *folder.parents) if one.is_dir()), folder)


def _probe(folder: Path) -> None:
    """Write a file and remove it; permission bits alone do not tell about read-only disks."""
    import tempfile

    with tempfile.TemporaryFile(dir=folder) as stream:
        stream.write(b"0")
