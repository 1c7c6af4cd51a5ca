"""The table: what every happening means in every phase.

Every pair is answered: act, ignore with the reason, or impossible. "Impossible" fails tests loudly; in a live call it is recorded and
ignored, because a trainee in the middle of a call must not be stopped by our mistake.

The phases: ``ringing`` (nobody has picked up), ``answered`` (the trainee may greet), ``caller_speaking``, ``listening`` (nobody
speaks), ``trainee_speaking``, ``finishing`` (the recogniser owes the words of the turn), ``held``, ``paused``, ``device_lost``,
``closing`` (the last line is being said), ``ended``.
"""

from __future__ import annotations

from collections.abc import Mapping

from simulator.call.events import HAPPENINGS
from simulator.call.state import Phase

ACT = "act"
IMPOSSIBLE = "impossible"

#: Only noted, in whatever phase of a call that lasts.
NOTES = frozenset({"NotesChanged", "MutePressed"})
#: What acts wherever people talk.
TALK = frozenset(
    "SpeechStarted SpeechStopped TraineeTurn HoldPressed TransferPressed HangUpPressed PausePressed DeviceLost".split()
)

ACTS: Mapping[Phase, frozenset[str]] = {
    "ringing": frozenset({"CallAnswered"}),
    "answered": TALK | {"TimerFired", "DonePressed"},
    "caller_speaking": TALK - {"TraineeTurn"} | {"LineStarted", "LineFinished"},
    "listening": TALK - {"SpeechStopped"} | {"TimerFired", "DonePressed"},
    "trainee_speaking": TALK | {"TimerFired", "DonePressed"},
    "finishing": TALK,
    "held": frozenset({"HoldPressed", "TransferPressed", "HangUpPressed", "PausePressed", "DeviceLost"}),
    "paused": frozenset({"HangUpPressed", "PausePressed", "DeviceLost"}),
    "device_lost": frozenset({"HangUpPressed", "DeviceLost", "DeviceBack"}),
    "closing": frozenset({"LineStarted", "LineFinished", "HangUpPressed", "DeviceLost"}),
    "ended": frozenset(),
}

#: Why the rest is ignored.
REASON: Mapping[Phase, str] = {
    "ringing": "nobody has picked up",
    "answered": "nothing was said or lost yet",
    "caller_speaking": "the caller is speaking",
    "listening": "it came after its time",
    "trainee_speaking": "it came after its time",
    "finishing": "the words of the turn are on their way",
    "held": "the caller is on hold",
    "paused": "the practice is paused",
    "device_lost": "a device is lost",
    "closing": "the caller is saying goodbye",
    "ended": "the call is over",
}

#: Pairs that only a mistake of ours can bring about.
NEVER: Mapping[Phase, frozenset[str]] = {
    "ringing": frozenset({"LineStarted", "LineFinished", "TraineeTurn"}),
    **{phase: frozenset({"CallAnswered"}) for phase in ACTS if phase not in ("ringing", "ended")},
}


def answer_of(phase: Phase, happening: str) -> str:
    """Return ``act``, ``impossible`` or ``ignore: reason`` for this pair."""
    if happening not in HAPPENINGS:
        raise KeyError(happening)
    if happening in ACTS[phase] or (happening in NOTES and phase not in ("ringing", "ended")):
        return ACT
    if happening in NEVER.get(phase, ()):
        return IMPOSSIBLE
    return f"ignore: {REASON[phase]}"
