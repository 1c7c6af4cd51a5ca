"""Which microphones and loudspeakers there are, and which of them is meant.

PortAudio reads the list once, when it starts, so a device that is plugged in later appears only after ``refresh``, which ends every
open stream: between calls, never in one. A device is remembered by name and host API, because its number shifts.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from simulator.problems import Problem, ProblemError, machine_lacks
from simulator.settings import DeviceName

Direction = Literal["microphone", "loudspeaker"]

#: PortAudio does not claim to be thread-safe: hold this while opening, closing or refreshing, never inside a callback.
SOUND_LOCK = threading.RLock()

#: Windows' oldest host API cuts names to 31 characters; shorter beginnings prove nothing.
_LEAST_PREFIX = 8

_NO_LIBRARY = Problem(
    "machine",
    "The sound library PortAudio is missing.",
    "On Debian or Ubuntu type: sudo apt install libportaudio2",
)
_PLUG_IN: dict[Direction, str] = {
    "microphone": "Plug in a headset or a microphone, or practise with typed replies.",
    "loudspeaker": "Plug in a headset or loudspeakers, or practise with typed replies.",
}


@dataclass(frozen=True, slots=True)
class SoundDevice:
    """One device in one direction."""

    #: PortAudio's number, good until the next refresh.
    number: int
    name: str
    host_api: str
    channels: int
    #: The device's own rate in Hz.
    rate: int
    #: Whether the system uses it when nothing is chosen.
    default: bool

    def remembered(self) -> DeviceName:
        """Return what is stored in the settings."""
        return DeviceName(self.name, self.host_api)


@dataclass(frozen=True, slots=True)
class Found:
    """The device that was meant, or the default in its place."""

    device: SoundDevice
    #: True: the chosen one is not there, this is the system's default instead.
    instead: bool = False


def microphones() -> tuple[SoundDevice, ...]:
    """Return the microphones, in PortAudio's order.

    Raises:
        ProblemError: PortAudio is missing.
    """
    return _devices("microphone")


def loudspeakers() -> tuple[SoundDevice, ...]:
    """Return the loudspeakers, in PortAudio's order.

    Raises:
        ProblemError: PortAudio is missing.
    """
    return _devices("loudspeaker")


def find_microphone(wanted: DeviceName) -> Found:
    """Return the wanted microphone, else the default one.

    Raises:
        ProblemError: there is no microphone, or PortAudio is missing.
    """
    return _found("microphone", wanted)


def find_loudspeaker(wanted: DeviceName) -> Found:
    """Return the wanted loudspeaker, else the default one.

    Raises:
        ProblemError: there is no loudspeaker, or PortAudio is missing.
    """
    return _found("loudspeaker", wanted)


def try_microphone(device: SoundDevice) -> None:
    """Ask the driver whether the microphone could be opened now.

    Raises:
        ProblemError: it could not.
    """
    _try("microphone", device)


def try_loudspeaker(device: SoundDevice) -> None:
    """Ask the driver whether the loudspeaker could be opened now.

    Raises:
        ProblemError: it could not.
    """
    _try("loudspeaker", device)


def cannot_open(direction: Direction, name: str, error: Exception) -> ProblemError:
    """Return the error for a device that is in the list and does not open."""
    remedy = "Plug it in again, close other programs that use it, or choose another one in the settings."
    return machine_lacks(f"The {direction} cannot be opened ({error}).", remedy, name)


def choose(devices: Iterable[SoundDevice], wanted: DeviceName) -> Found | None:
    """Return the device that is meant: the same name, else one name the beginning of the other, else the default."""
    present = tuple(devices)
    if wanted.name:
        for fits in (_same, _begins):
            matching = [one for one in present if fits(one.name, wanted.name)]
            matching.sort(key=lambda one: one.host_api != wanted.host_api)
            if matching:
                return Found(matching[0])
    default = next((one for one in present if one.default), present[0] if present else None)
    return Found(default, instead=bool(wanted.name)) if default else None


def shown_name(name: str) -> str:
    """Return a device's name as a person should read it: ALSA calls the system's own choice "default"."""
    return "System default" if name in ("default", "sysdefault") else name


def refresh() -> None:
    """Read the list of devices anew; every open stream ends, so only between calls."""
    sound = sound_library()
    with SOUND_LOCK:
        # WORKAROUND(sounddevice 0.5): PortAudio has no other way to see a new device than to be started again.
        sound._terminate()
        sound._initialize()


def sound_library() -> Any:
    """Return the module ``sounddevice``, imported at first use so that the program can say what is missing.

    Raises:
        ProblemError: the package or PortAudio is missing.
    """
    try:
        import sounddevice
    except (ImportError, OSError) as error:
        raise ProblemError(_NO_LIBRARY) from error
    return sounddevice


def _devices(direction: Direction) -> tuple[SoundDevice, ...]:
    sound = sound_library()
    side = "input" if direction == "microphone" else "output"
    with SOUND_LOCK:
        try:
            rows, apis = sound.query_devices(), sound.query_hostapis()
        except sound.PortAudioError as error:
            raise machine_lacks(f"The list of sound devices cannot be read ({error}).", "Start the program again.") from error
    default = _default_number(rows, apis, side)
    return tuple(
        SoundDevice(
            number=number,
            name=str(row["name"]),
            host_api=str(apis[row["hostapi"]]["name"]),
            channels=int(row[f"max_{side}_channels"]),
            rate=round(row["default_samplerate"]),
            default=number == default,
        )
        for number, row in enumerate(rows)
        if row[f"max_{side}_channels"] > 0
    )


def _try(direction: Direction, device: SoundDevice) -> None:
    sound = sound_library()
    check = sound.check_input_settings if direction == "microphone" else sound.check_output_settings
    with SOUND_LOCK:
        try:
            check(device=device.number, channels=1, samplerate=device.rate)
        except sound.PortAudioError as error:
            raise cannot_open(direction, device.name, error) from error


def _default_number(rows: Any, apis: Any, side: str) -> int:
    """Return the number of the default device of the first host API that has one (PortAudio's own rule), or -1."""
    return next((api[f"default_{side}_device"] for api in apis if api[f"default_{side}_device"] >= 0), -1)


def _found(direction: Direction, wanted: DeviceName) -> Found:
    found = choose(_devices(direction), wanted)
    if found is None:
        raise machine_lacks(f"No {direction} was found.", _PLUG_IN[direction])
    return found


def _same(name: str, wanted: str) -> bool:
    return name == wanted


def _begins(name: str, wanted: str) -> bool:
    return min(len(name), len(wanted)) >= _LEAST_PREFIX and (name.startswith(wanted) or wanted.startswith(name))
