"""What the window needs of the rest of the program, as callables.

``simulator.app`` fills it with the real ones; tests and screenshots fill it with pretend ones. So no page knows the disk, a
device or the clock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from simulator.call.state import CallState
from simulator.live.baseline_reading import ReadingNow
from simulator.live.live_call import LiveCall
from simulator.own_voice import Baseline
from simulator.scoring.finding import Scorecard
from simulator.screens.brief_screen import ReadyLine
from simulator.screens.home_screen import ShelfEntry
from simulator.screens.past_call import PastCall
from simulator.screens.preferences import Preferences


class TrackPlayer(Protocol):
    """Plays the two tracks of a recorded call together."""

    def play(self, from_ms: int) -> None:
        """Play on from this moment of the call; while playing, go there."""

    def stop(self) -> None:
        """Fall silent; the position stays."""

    def position_ms(self) -> int:
        """Return the moment that is heard."""

    def playing(self) -> bool:
        """Return whether sound is running; False once the end was reached."""


class OpenReading(Protocol):
    """Listens while the trainee reads two sentences."""

    def turn(self) -> ReadingNow:
        """Take what has come in since."""

    def finish(self) -> ReadingNow:
        """Judge what was read up to here."""

    def close(self) -> None:
        """Close the microphone."""


@dataclass(frozen=True, slots=True)
class OwnVoice:
    """The trainee's own baseline. Each may raise ``ProblemError``, but ``load``."""

    #: The stored baseline, and whether the microphone that a call would use is the one that heard it.
    load: Callable[[], tuple[Baseline | None, bool]]
    #: Opens the microphone.
    read: Callable[[], OpenReading]
    #: None deletes it.
    save: Callable[[Baseline | None], None]


@dataclass(frozen=True, slots=True)
class FinishedCall:
    """A call that is over: as it just ended, or reopened from its session."""

    session: str
    state: CallState
    card: Scorecard
    #: What was dropped or missing when it was reopened, in sentences.
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Services:
    """Everything that the pages may ask for. Each may raise ``ProblemError``, which is shown in the window."""

    shelf: Callable[[], tuple[ShelfEntry, ...]]
    #: Newest first.
    sessions: Callable[[], tuple[PastCall, ...]]
    reopen: Callable[[str], FinishedCall]
    #: Path of the scenario, and whether the sound may be kept.
    start_spoken: Callable[[str, bool], LiveCall]
    start_typed: Callable[[str], LiveCall]
    #: One line after the other, each as soon as it is known.
    preflight: Callable[[], Iterator[ReadyLine]]
    load_preferences: Callable[[], Preferences]
    save_preferences: Callable[[Preferences], None]
    #: Names of the microphones and of the loudspeakers.
    devices: Callable[[], tuple[tuple[str, ...], tuple[str, ...]]]
    open_report: Callable[[str], None]
    open_scenarios: Callable[[], None]
    #: None where no sound was kept.
    make_player: Callable[[str], TrackPlayer | None]
    own_voice: OwnVoice
    #: Hour of the day, 0-23, for the greeting.
    hour: Callable[[], int]
    #: Where crash reports go.
    crash_folder: Path
