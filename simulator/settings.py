"""Every setting once: its key, type, default, limits, one sentence for the person, and the names it had before.

The settings window and the help are made from ``declarations()``. The file is small JSON in the data folder, written beside and
renamed. A broken file never stops the program: the defaults are used, the person is told, and the broken file is kept under another
name when settings are saved. Keys that this version does not know stay in the file.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeVar

from simulator import paths
from simulator.own_voice import Baseline
from simulator.problems import Problem, ProblemError

T = TypeVar("T")
Theme = Literal["system", "light", "dark"]
Kind = Literal["device", "number", "switch", "choice", "text", "consent", "baseline"]

#: Version of the text that asks for consent to record; a new text asks again.
CONSENT_VERSION = 1

_LONGEST_TEXT = 200


@dataclass(frozen=True, slots=True)
class DeviceName:
    """A sound device as the person chose it; an empty name is the system's default.

    Numbers of devices shift whenever one is plugged in, so a device is remembered by its name and the name of its host API.
    """

    name: str = ""
    host_api: str = ""


@dataclass(frozen=True, slots=True)
class Consent:
    """The answer to the question whether calls may be recorded."""

    #: Version of the text that was shown.
    version: int
    #: When it was answered, ISO 8601 with the zone.
    time: str
    #: False: transcripts only.
    given: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """What a setting is, for the window and the help."""

    key: str
    kind: Kind
    default: object
    #: One sentence for the person.
    sentence: str
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    former: tuple[str, ...] = ()


def _told(
    kind: Kind, sentence: str, choices: tuple[str, ...] = (), limits: tuple[int, int] = (0, 0), former: tuple[str, ...] = ()
) -> Mapping[str, Setting]:
    return {"setting": Setting("", kind, None, sentence, choices, *limits, former)}


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings as they stand."""

    microphone: DeviceName = field(default=DeviceName(), metadata=_told("device", "The microphone that hears you."))
    loudspeaker: DeviceName = field(
        default=DeviceName(), metadata=_told("device", "The headset or loudspeaker that the caller speaks from.")
    )
    turn_end_ms: int = field(
        default=600,
        metadata=_told(
            "number", "Silence, in milliseconds, after which your turn is over and the caller answers.", limits=(400, 4000)
        ),
    )
    push_to_talk: bool = field(default=False, metadata=_told("switch", "Your turn is over only when you press Done."))
    theme: Theme = field(
        default="system",
        metadata=_told("choice", "Light or dark windows, or as the system has it.", choices=("system", "light", "dark")),
    )
    text_size: int = field(
        default=100, metadata=_told("number", "Size of the text in the windows, in per cent.", limits=(100, 200))
    )
    trainee_name: str = field(default="", metadata=_told("text", "Your name, as it shall stand on the scorecard."))
    consent: Consent | None = field(
        default=None, metadata=_told("consent", "Whether your voice may be recorded for replay and review.")
    )
    voice_measures: bool = field(
        default=True,
        metadata=_told("switch", "Whether your loudness, pace and pitch movement are compared with your own baseline."),
    )
    baseline: Baseline | None = field(
        default=None, metadata=_told("baseline", "Your own voice as you read two sentences: numbers, never the sound.")
    )
    #: Keys that this version does not know, as JSON.
    unknown: tuple[tuple[str, str], ...] = ()


def declarations() -> tuple[Setting, ...]:
    """Return every setting in the order in which the window shows them."""
    found = ((one, one.metadata.get("setting")) for one in dataclasses.fields(Settings))
    return tuple(
        dataclasses.replace(declared, key=one.name, default=one.default) for one, declared in found if isinstance(declared, Setting)
    )


def may_record(settings: Settings) -> bool:
    """Return True when the person agreed to the present text (decisions 9)."""
    consent = settings.consent
    return consent is not None and consent.given and consent.version == CONSENT_VERSION


def read() -> tuple[Settings, tuple[Problem, ...]]:
    """Return the stored settings, and what was wrong with them; whatever is wrong has its default."""
    place = paths.settings_file()
    try:
        stored = json.loads(place.read_text(encoding="utf-8"))
        _of_type(stored, dict)
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, ValueError, TypeError, RecursionError):
        what = "The settings cannot be read; the program goes on with its defaults."
        return Settings(), (Problem("setting", what, "Save the settings once more, or delete the file.", str(place)),)
    return _settings_of(stored, str(place))


def write(settings: Settings) -> None:
    """Store the settings: beside the file, flushed, renamed.

    Raises:
        ProblemError: the folder cannot be written.
    """
    place = paths.settings_file()
    plain = {key: json.loads(text) for key, text in settings.unknown}
    for declared in declarations():
        value = getattr(settings, declared.key)
        if value != declared.default:
            plain[declared.key] = dataclasses.asdict(value) if dataclasses.is_dataclass(value) and not isinstance(value, type) else value
    beside = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        _keep_broken(place)
        with beside.open("w", encoding="utf-8") as stream:
            stream.write(json.dumps(plain, indent=1, ensure_ascii=False) + "\n")
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(place)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink()
        remedy = "Free some disk space, or set SIMULATOR_HOME to a folder of your own."
        raise ProblemError(Problem("machine", f"The settings cannot be saved ({error.strerror}).", remedy, str(place))) from error


def _keep_broken(place: Path) -> None:
    """Move a file that is no settings out of the way, so that saving loses nothing that a person might mend."""
    try:
        if place.exists():
            _of_type(json.loads(place.read_text(encoding="utf-8")), dict)
    except (ValueError, TypeError, RecursionError):
        place.replace(place.with_name("settings.broken.json"))


def _settings_of(stored: Mapping[str, object], where: str) -> tuple[Settings, tuple[Problem, ...]]:
    values: dict[str, object] = {}
    problems: list[Problem] = []
    known: set[str] = set()
    for declared in declarations():
        names = (declared.key, *declared.former)
        known.update(names)
        name = next((one for one in names if one in stored), None)
        if name is None:
            continue
        try:
            values[declared.key] = _value(declared, stored[name])
        except (ValueError, TypeError, KeyError) as error:
            what = f'The setting "{name}" is not usable ({error}); its default is used.'
            problems.append(Problem("setting", what, "Choose it again in the settings.", where))
    unknown = tuple((key, json.dumps(value, ensure_ascii=False)) for key, value in stored.items() if key not in known)
    # The keys are those of the declarations, which are the fields of this very class, and _value gives each its type.
    return dataclasses.replace(Settings(unknown=unknown), **values), tuple(problems)  # type: ignore[arg-type]


def _value(declared: Setting, value: object) -> object:
    """Return the stored value as the setting's type.

    Raises:
        ValueError, TypeError, KeyError: it is none.
    """
    match declared.kind:
        case "number":
            return _number(value, declared)
        case "switch":
            return _of_type(value, bool)
        case "choice" if value not in declared.choices:
            raise ValueError(f"not one of {', '.join(declared.choices)}")
        case "text":
            return _of_type(value, str)[:_LONGEST_TEXT]
        case "device":
            plain = _of_type(value, dict)
            return DeviceName(_of_type(plain["name"], str), _of_type(plain.get("host_api", ""), str))
        case "consent":
            plain = _of_type(value, dict)
            return Consent(_of_type(plain["version"], int), _of_type(plain["time"], str), _of_type(plain["given"], bool))
        case "baseline":
            return _baseline(_of_type(value, dict))
    return value


def _baseline(plain: Mapping[str, object]) -> Baseline:
    figures = {name: _of_type(plain[name], int) for name in ("voiced_ms", "loudness", "pace", "pitch_movement")}
    return Baseline(_of_type(plain["device"], str), _of_type(plain["day"], str), **figures)


def _number(value: object, declared: Setting) -> int:
    number = _of_type(value, int)
    if isinstance(number, bool) or not declared.least <= number <= declared.most:
        raise ValueError(f"not a whole number from {declared.least} to {declared.most}")
    return number


def _of_type(value: object, kind: type[T]) -> T:
    if not isinstance(value, kind):
        raise TypeError(f"not of the type {kind.__name__}")
    return value
