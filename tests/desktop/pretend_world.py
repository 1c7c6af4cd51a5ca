"""A pretend program behind the window: a shelf, recorded calls, a call that does what the test says, a silent player."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from simulator.call.events import (
    DonePressed,
    HangUpPressed,
    Happening,
    HoldPressed,
    MutePressed,
    NotesChanged,
    PausePressed,
)
from simulator.call.state import CallerTurn, CallState
from simulator.desktop.services import FinishedCall, OwnVoice, Services, TrackPlayer
from simulator.live.baseline_reading import ReadingNow
from simulator.live.live_call import Stand
from simulator.own_voice import Baseline
from simulator.problems import Problem, ProblemError
from simulator.scenario.model import Scenario
from simulator.scoring.finding import Scorecard
from simulator.screens.brief_screen import ReadyLine
from simulator.screens.home_screen import ShelfEntry
from simulator.screens.past_call import PastCall
from simulator.screens.preferences import Preferences
from tests.desktop import pretend_scenes as scenes
from tests.desktop.pretend_card import pretend_card

READY = (
    ReadyLine("microphone", "Microphone", "ready", "USB Headset"),
    ReadyLine("loudspeaker", "Loudspeaker", "ready", "USB Headset"),
    ReadyLine("model", "Recognition model", "ready", "small English"),
    ReadyLine("voice", "Caller's voice", "ready", "12 voices"),
    ReadyLine("disk", "Disk", "ready", "48 GB free"),
)
MODEL_MISSING = replace(
    READY[2], state="missing", words="The recognition model is not installed.", remedy="Type: python main.py model install"
)
MICROPHONE_MISSING = replace(
    READY[0], state="missing", words="No microphone was found.", remedy="Plug in a headset, then look again."
)
DISK_FULL = replace(READY[4], state="missing", words="Only 12 MB are free.", remedy="Free some disk space.")
BASELINE = Baseline("USB Headset", "2025-11-24", 7_200, -27_500, 168, 3_100)
LOST = Problem("machine", "The microphone was unplugged.", "Plug it in again; the call goes on where it was.", "USB Headset")


class PretendCall:
    """A call whose every value the test sets; it answers the buttons as a call would."""

    def __init__(
        self, state: CallState | None = None, stand: Stand = "ringing", microphone: str = "USB Headset", typed: bool = False
    ) -> None:
        self.stand: Stand = stand
        self.progress = (0.4, "Loading the recognition model") if stand == "preparing" else (1.0, "")
        self.problem: Problem | None = None
        self.state = state if stand in ("live", "over") else None
        self.scorecard: Scorecard | None = None
        self.session: Path | None = None
        self.microphone = "" if typed else microphone
        self.pressed: list[Happening] = []
        self.replies: list[str] = []
        self.closed = False
        self.words = ""
        self.loudness = -90
        self.spoken = 0.4
        self.turns = 0
        self._first = state or scenes.just_answered(typed)
        self._changed = True

    def answer(self) -> None:
        """Pick up."""
        self.stand, self.state, self._changed = "live", self._first, True

    def press(self, happening: Happening) -> None:
        """Note the button and let the state follow."""
        self.pressed.append(happening)
        assert self.state is not None
        match happening:
            case HoldPressed():
                self.become(replace(self.state, phase="listening" if self.state.phase == "held" else "held"))
            case MutePressed(on):
                self.become(replace(self.state, muted=on))
            case PausePressed(on):
                self.become(replace(self.state, phase="paused" if on else "listening"))
            case NotesChanged(text):
                self.become(replace(self.state, notes=text))
            case DonePressed():
                self.become(replace(self.state, phase="finishing"))
            case HangUpPressed():
                self.end()

    def type_reply(self, text: str) -> None:
        """Take a typed reply and let the caller answer."""
        self.replies.append(text)
        assert self.state is not None
        turn = scenes.replied(len(self.replies), text, (0, 0), (74_000, 70_000), ("apologise", -4_000, ""))
        line = CallerTurn(len(self.replies), "vent", "When do I get it back?", "angry", 70_000, 0, 0)
        story = replace(self.state.story, temper=70_000)
        self.become(replace(self.state, phase="listening", story=story, transcript=(*self.state.transcript, turn, line)))

    def become(self, state: CallState) -> None:
        """Be in this state from the next turn on."""
        self.state, self._changed = state, True

    def end(self) -> None:
        """Hang up; the card is there at once."""
        ended = self.state or self._first
        self.become(replace(scenes.over(), typed=ended.typed, transcript=ended.transcript or scenes.over().transcript))
        self.scorecard, self.stand = pretend_card(), "over"

    def turn(self) -> bool:
        """Return whether something changed since the last turn."""
        self.turns += 1
        changed, self._changed = self._changed, False
        return changed

    def now_ms(self) -> int:
        """Return the time of the call."""
        return self.state.at_ms if self.state else 0

    def interim(self) -> str:
        """Return the words being recognised."""
        return self.words

    def level(self) -> int:
        """Return the loudness."""
        return self.loudness

    def spoken_share(self) -> float:
        """Return how much of the present line was spoken."""
        return self.spoken

    def close(self) -> None:
        """Stop."""
        self.closed = True


class PretendReading:
    """A reading whose every moment the test sets."""

    def __init__(self) -> None:
        self.now = ReadingNow("listening", 0, -90)
        #: What comes of it when the trainee says that both were read.
        self.judged = ReadingNow("done", 100, -90, BASELINE)
        self.closed = False

    def turn(self) -> ReadingNow:
        """Return the moment."""
        return self.now

    def finish(self) -> ReadingNow:
        """Judge."""
        return self.judged

    def close(self) -> None:
        """Stop."""
        self.closed = True


class PretendPlayer:
    """Plays nothing, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.at = 0
        self.runs = False
        self.asked: list[int] = []

    def play(self, from_ms: int) -> None:
        """Note the moment."""
        self.asked.append(from_ms)
        self.at, self.runs = from_ms, True

    def stop(self) -> None:
        """Fall silent."""
        self.runs = False

    def position_ms(self) -> int:
        """Return the moment."""
        return self.at

    def playing(self) -> bool:
        """Return whether it runs."""
        return self.runs


def _sam() -> Preferences:
    return Preferences(name="Sam", keep_sound="sound")


@dataclass
class World:
    """What the services stand on; a test changes it before it shows the window."""

    shelf: tuple[ShelfEntry, ...] = ()
    calls: tuple[PastCall, ...] = ()
    lines: tuple[ReadyLine, ...] = READY
    preferences: Preferences = field(default_factory=_sam)
    call: PretendCall = field(default_factory=PretendCall)
    player: PretendPlayer | None = None
    saved: list[Preferences] = field(default_factory=list)
    started: list[str] = field(default_factory=list)
    reports: list[str] = field(default_factory=list)
    baseline: Baseline | None = None
    #: What is wrong with the disk, if anything.
    full_disk: Problem | None = None
    microphone_fits: bool = True
    reading: PretendReading = field(default_factory=PretendReading)
    no_microphone: Problem | None = None
    #: Whether the reading had let go of the microphone when the call began.
    microphone_was_free: bool = False
    folder: Path = Path("unused")

    def services(self) -> Services:
        """Return the services of this world."""
        return Services(
            shelf=self._shelf,
            sessions=self._sessions,
            reopen=self._reopen,
            start_spoken=self._start_spoken,
            start_typed=self._start_typed,
            preflight=self._preflight,
            load_preferences=self._load,
            save_preferences=self.saved.append,
            devices=self._devices,
            open_report=self.reports.append,
            open_scenarios=self._open_scenarios,
            make_player=self._player,
            own_voice=OwnVoice(self._load_baseline, self._read, self._save_baseline),
            hour=self._hour,
            crash_folder=self.folder,
        )

    def _shelf(self) -> tuple[ShelfEntry, ...]:
        return self.shelf

    def _sessions(self) -> tuple[PastCall, ...]:
        return self.calls

    def _reopen(self, session: str) -> FinishedCall:
        return FinishedCall(session, scenes.over(), pretend_card())

    def _start_spoken(self, path: str, keep_sound: bool) -> PretendCall:
        self.started.append(f"spoken {Path(path).name} {'sound' if keep_sound else 'words'}")
        self.microphone_was_free = self.reading.closed
        return self.call

    def _start_typed(self, path: str) -> PretendCall:
        self.started.append(f"typed {Path(path).name}")
        self.call.microphone = ""
        return self.call

    def _preflight(self) -> Iterator[ReadyLine]:
        return iter(self.lines)

    def _load(self) -> Preferences:
        return self.preferences

    def _devices(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return ("USB Headset", "Built-in microphone"), ("USB Headset", "Built-in speakers")

    def _open_scenarios(self) -> None:
        self.reports.append("scenarios")

    def _player(self, session: str) -> TrackPlayer | None:
        return self.player

    def _load_baseline(self) -> tuple[Baseline | None, bool]:
        return self.baseline, self.microphone_fits

    def _read(self) -> PretendReading:
        if self.no_microphone is not None:
            raise ProblemError(self.no_microphone)
        return self.reading

    def _save_baseline(self, baseline: Baseline | None) -> None:
        if self.full_disk is not None:
            raise ProblemError(self.full_disk)
        self.baseline = baseline

    def _hour(self) -> int:
        return 9


def shelf_of(*scenarios: Scenario) -> tuple[ShelfEntry, ...]:
    """Return a shelf with these scenarios, each in a file of its id."""
    return tuple(ShelfEntry(f"{scenario.id}.yaml", scenario) for scenario in scenarios)


def other(
    scenario: Scenario, scenario_id: str, title: str, summary: str, difficulty: int, minutes: int, trade: str
) -> Scenario:
    """Return another scenario for the shelf."""
    return replace(
        scenario, id=scenario_id, title=title, summary=summary, difficulty=difficulty, length_ms=minutes * 60_000, tags=(trade,)
    )  # fmt: skip


def full_shelf() -> tuple[ShelfEntry, ...]:
    """Return a shelf like that of a class: seven scenarios and a file with a mistake."""
    first = scenes.billing()
    made = (
        first,
        other(
            first,
            "heating",
            "No heating since Friday",
            "A landlord's boiler, two children, and an engineer who never came.",
            2,
            6,
            "energy",
        ),
        other(
            first,
            "suitcase",
            "My grandmother's suitcase",
            "Lost on a connection. What was inside cannot be bought again.",
            4,
            9,
            "airline",
        ),
        other(first, "frozen", "You closed my account", "Fraud rules froze his wages. You may not say why.", 5, 10, "bank"),
        other(
            first,
            "moved-twice",
            "The appointment that moved twice",
            "A worried daughter rings the clinic for her father.",
            2,
            5,
            "health",
        ),
        other(
            first,
            "first-words",
            "First words",
            "Only the greeting and the goodbye. Two minutes, as often as you like.",
            1,
            2,
            "any",
        ),
        other(
            first,
            "parcel",
            "The parcel that was signed for by nobody",
            "He has waited in twice. The courier says it was delivered.",
            3,
            6,
            "parcel",
        ),
    )
    problem = Problem(
        "authoring", 'The word "angr" is not known here.', 'Did you mean "anger"?', "scenarios/late-night-bus.yaml:12:3"
    )
    return (*shelf_of(*made), ShelfEntry("scenarios/late-night-bus.yaml", None, problem))


def past_calls() -> tuple[PastCall, ...]:
    """Return the calls of two weeks, newest first."""
    return (
        PastCall("s/6", "billing-double-charge", "Charged twice, rent due tomorrow", "24 Nov 2025, 14:05", 74, "resolved", 8),
        PastCall("s/5", "moved-twice", "The appointment that moved twice", "24 Nov 2025, 09:12", 81, "resolved", 5),
        PastCall("s/4", "billing-double-charge", "Charged twice, rent due tomorrow", "21 Nov 2025, 16:40", 61, "partial", 9),
        PastCall("s/3", "suitcase", "My grandmother's suitcase", "20 Nov 2025, 11:03", 52, "hung_up", 3),
        PastCall("s/2", "first-words", "First words", "19 Nov 2025, 10:30", 93, "resolved", 2),
        PastCall("s/1", "first-words", "First words", "19 Nov 2025, 10:21", None, "", 0),
    )
