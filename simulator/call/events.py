"""What happened, in the order in which the conductor took it.

Devices, buttons and timers report a *happening*; the conductor stamps it with its number and the time and writes it to the
recording before the engine sees it. All times are milliseconds on the call's clock: 0 is the moment the call was answered, which is
sample 0 of both tracks. Happenings are frozen values; nobody subclasses them; their ``type`` in a file is the class name.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from simulator.canonical import IF_SET
from simulator.own_voice import Baseline, VoiceHeard, VoiceMeasures, VoiceStretch
from simulator.transcript.words import Word


@dataclass(frozen=True, slots=True)
class CallAnswered:
    """The trainee picked up: everything the engine may know of the world outside comes with this one."""

    seed: int
    engine_version: int
    scenario_sha256: str
    #: Typed replies have no sound: timing and voice rows do not apply, and a turn lasts 30 s.
    typed: bool = False
    #: Silence that ends the trainee's turn.
    turn_end_ms: int = 600
    #: True: only the Done key ends the turn.
    push_to_talk: bool = False
    trainee_name: str = ""
    #: Names of the recognition model and of the voice, for the record.
    model: str = ""
    voice: str = ""
    #: What the trainee's voice is compared with; None: it is not measured.
    baseline: Baseline | None = field(default=None, metadata=IF_SET)
    voice_measures: VoiceMeasures = field(default="", metadata=IF_SET)


@dataclass(frozen=True, slots=True)
class LineStarted:
    """The first sample of a caller line left the loudspeaker."""

    line: int
    from_ms: int


@dataclass(frozen=True, slots=True)
class LineFinished:
    """A caller line is over. ``silent``: the voice failed and the line was only shown as a caption."""

    line: int
    from_ms: int
    to_ms: int
    silent: bool = False


@dataclass(frozen=True, slots=True)
class SpeechStarted:
    """The trainee's voice began."""

    from_ms: int


@dataclass(frozen=True, slots=True)
class SpeechStopped:
    """The trainee's voice paused; the turn is over only when the engine says so."""

    from_ms: int
    to_ms: int


@dataclass(frozen=True, slots=True)
class TraineeTurn:
    """The recognised (or typed) words of one turn, in answer to the command ``FinishUtterance``."""

    words: tuple[Word, ...]
    from_ms: int
    to_ms: int
    #: Milliseconds of voice inside.
    voiced_ms: int = 0
    #: How loud the voice was and how its pitch moved; None where it was not measured.
    voice: VoiceHeard | None = field(default=None, metadata=IF_SET)


@dataclass(frozen=True, slots=True)
class TimerFired:
    """A timer that the engine started is due."""

    timer: str


@dataclass(frozen=True, slots=True)
class DonePressed:
    """The trainee says that the turn is over."""


@dataclass(frozen=True, slots=True)
class HoldPressed:
    """The trainee puts the caller on hold, or takes them off it again."""


@dataclass(frozen=True, slots=True)
class TransferPressed:
    """The trainee passes the call on."""


@dataclass(frozen=True, slots=True)
class HangUpPressed:
    """The trainee ends the call; also the end of typed input."""


@dataclass(frozen=True, slots=True)
class MutePressed:
    """The trainee muted or unmuted the microphone."""

    on: bool


@dataclass(frozen=True, slots=True)
class PausePressed:
    """The practice is stopped or goes on; the clock of the story stands still meanwhile."""

    on: bool


@dataclass(frozen=True, slots=True)
class NotesChanged:
    """The notes pad as it now stands."""

    text: str


@dataclass(frozen=True, slots=True)
class DeviceLost:
    """Microphone, loudspeaker or recogniser went away; ``problem`` is the sentence for the person."""

    device: str
    problem: str


@dataclass(frozen=True, slots=True)
class DeviceBack:
    """The lost device works again."""

    device: str


Happening = (
    CallAnswered
    | LineStarted
    | LineFinished
    | SpeechStarted
    | SpeechStopped
    | TraineeTurn
    | TimerFired
    | DonePressed
    | HoldPressed
    | TransferPressed
    | HangUpPressed
    | MutePressed
    | PausePressed
    | NotesChanged
    | DeviceLost
    | DeviceBack
)

HAPPENINGS: Mapping[str, type] = {kind.__name__: kind for kind in Happening.__args__}


@dataclass(frozen=True, slots=True)
class Event:
    """A happening with its place in the recording."""

    #: 0, 1, 2, ... without a gap.
    seq: int
    #: When the conductor took it.
    at_ms: int
    what: Happening


def event_from_plain(value: Mapping[str, Any]) -> Event:
    """Return the event that was written as this object.

    Raises:
        ValueError: it is not an event of this version.
    """
    try:
        what = dict(value["what"])
        kind = HAPPENINGS[what.pop("type")]
        known = {each.name for each in dataclasses.fields(kind)}
        if not set(what) <= known:
            raise ValueError(f"unknown fields {sorted(set(what) - known)}")
        if kind is TraineeTurn:
            what["words"] = tuple(Word(w["text"], w["start_ms"], w["end_ms"], w["confidence"]) for w in what["words"])
            what["voice"] = _voice_from(what.get("voice"))
        if kind is CallAnswered and what.get("baseline"):
            what["baseline"] = Baseline(**_untyped(what["baseline"]))
        return Event(int(value["seq"]), int(value["at_ms"]), kind(**what))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not an event: {error}") from error


def _voice_from(value: Mapping[str, Any] | None) -> VoiceHeard | None:
    if value is None:
        return None
    return VoiceHeard(value["device"], tuple(VoiceStretch(**_untyped(each)) for each in value["stretches"]))


def _untyped(value: Mapping[str, Any]) -> dict[str, Any]:
    return {key: each for key, each in value.items() if key != "type"}
