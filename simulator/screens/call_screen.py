"""What the window shows while a call runs.

Quiet on purpose: nothing changes here but what the caller's temper, the account page, the checklist and the transcript have
become. Level, clock and half-spoken words change many times a second and are a ``Pulse`` of their own, so that the rest is
built only when the engine's state changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.call.state import CallerTurn, CallState, Phase
from simulator.scenario.model import Scenario
from simulator.screens.card_curve import from_the_start
from simulator.screens.figures import clock, counted, points
from simulator.screens.mood import Mood, mood_of
from simulator.screens.moved import MovedRow, moved_rows
from simulator.screens.persons import Person, person_of
from simulator.transcript.literal import one_line

#: What the caller does, by the engine's phase.
STANDING: Mapping[Phase, str] = {
    "ringing": "calling",
    "answered": "on the line",
    "caller_speaking": "speaking",
    "listening": "listening",
    "trainee_speaking": "listening",
    "finishing": "thinking",
    "held": "on hold",
    "paused": "paused",
    "device_lost": "waiting",
    "closing": "saying goodbye",
    "ended": "gone",
}
#: Phases in which the trainee has, or may take, the floor.
_YOUR_TURN = ("answered", "listening", "trainee_speaking")


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One row of the account page; a locked one shows no value."""

    label: str
    value: str
    locked: bool


@dataclass(frozen=True, slots=True)
class FindOutRow:
    """One fact to find out."""

    label: str
    known: bool

    @property
    def spoken(self) -> str:
        """Return the row for a screen reader."""
        return f"{self.label}: {'known' if self.known else 'not known yet'}"


@dataclass(frozen=True, slots=True)
class Buttons:
    """Words of the buttons that change, and which can be pressed."""

    hold: str
    mute: str
    pause: str
    may_finish: bool
    may_hold: bool
    may_act: bool
    may_pause: bool


@dataclass(frozen=True, slots=True)
class CallScreen:
    """The call page between two happenings."""

    title: str
    chips: tuple[str, ...]
    person: Person
    standing: str
    mood: Mood
    started: str
    #: (per mille of the call so far, thousandths of a point)
    curve: tuple[tuple[int, int], ...]
    moved_title: str
    moved: tuple[MovedRow, ...]
    account: tuple[AccountRow, ...]
    account_note: str
    find_out_title: str
    find_out: tuple[FindOutRow, ...]
    buttons: Buttons
    #: Who has the floor, for the one line under the transcript.
    hint: str
    your_turn: bool
    typed: bool


@dataclass(frozen=True, slots=True)
class Pulse:
    """What changes many times a second."""

    clock: str
    #: 0-100 of the level meter.
    level: int
    interim: str
    #: Per mille of the caller's present line that has been spoken.
    spoken: int


def call_screen(state: CallState) -> CallScreen:
    """Return the call page for a state of the engine."""
    scenario = state.scenario
    person = person_of(scenario.caller)
    curve = state.curve or ((0, state.story.temper),)
    rows = find_out_rows(scenario, state.story.known)
    known = sum(row.known for row in rows)
    account = account_rows(scenario, state.story.known)
    return CallScreen(
        title=one_line(scenario.title),
        chips=(f"Difficulty {scenario.difficulty}", "Practice"),
        person=person,
        standing=standing_of(state),
        mood=mood_of(state.story.temper, scenario.anger.moods),
        started=f"was {points(curve[0][1])} at the start",
        curve=_spread(curve, state.typed),
        moved_title=f"What moved {person.whom}",
        moved=moved_rows(state),
        account=account,
        account_note=_account_note(scenario, state.story.known),
        find_out_title=f"Find out · {known} of {len(rows)}" if rows else "",
        find_out=rows,
        buttons=_buttons(state, person),
        hint=hint_of(state, person),
        your_turn=state.phase in _YOUR_TURN and not state.muted,
        typed=state.typed,
    )


def pulse_of(now_ms: int, level: int, interim: str, spoken_share: float) -> Pulse:
    """Return what changes many times a second; ``level`` is dBFS, -90 to 0, of which -60 to -6 fills the meter."""
    filled = round((level + 60) * 100 / 54)
    return Pulse(clock(now_ms), min(100, max(0, filled)), one_line(interim), round(min(1.0, max(0.0, spoken_share)) * 1000))


def account_rows(scenario: Scenario, known: frozenset[str]) -> tuple[AccountRow, ...]:
    """Return the account page as far as it is open."""
    rows = []
    for row in scenario.screen:
        locked = bool(row.hidden_until) and row.hidden_until not in known
        rows.append(AccountRow(one_line(row.label), "" if locked else one_line(row.value), locked))
    return tuple(rows)


def find_out_rows(scenario: Scenario, known: frozenset[str]) -> tuple[FindOutRow, ...]:
    """Return the facts in the file's order, ticked where the caller has told them."""
    return tuple(FindOutRow(one_line(fact.label), fact.id in known) for fact in scenario.facts)


def standing_of(state: CallState) -> str:
    """Return what the caller does, in a word or two."""
    waiting = state.transcript and isinstance(last := state.transcript[-1], CallerTurn) and last.from_ms < 0
    return "about to speak" if state.phase == "caller_speaking" and waiting and not state.typed else STANDING[state.phase]


def hint_of(state: CallState, person: Person) -> str:
    """Return whose turn it is and what can be done."""
    if state.phase == "answered":
        how = "Type your greeting" if state.typed else "Say hello"
        return f"{how}. {person.first} begins as soon as you have greeted {person.whom}."
    if state.phase == "held":
        return f"{person.first} is on hold. The clock goes on."
    if state.phase == "paused":
        return "Paused. The story stands still until you go on."
    if state.phase == "device_lost":
        return "The call waits. Nothing that was said is lost."
    if state.muted and state.phase in _YOUR_TURN:
        return f"You are muted: {person.first} cannot hear you."
    if state.phase in ("listening", "trainee_speaking"):
        return "Your turn." if not state.push_to_talk or state.typed else "Your turn. Press Space when you are done."
    return {"closing": "The call is ending.", "ended": "The call is over."}.get(state.phase, "")


def _spread(curve: tuple[tuple[int, int], ...], typed: bool) -> tuple[tuple[int, int], ...]:
    last = curve[-1][0]
    if typed or last <= 0:
        return tuple((index * 1000 // max(1, len(curve) - 1), temper) for index, (_, temper) in enumerate(curve))
    return from_the_start(tuple((at_ms * 1000 // last, temper) for at_ms, temper in curve))


def _account_note(scenario: Scenario, known: frozenset[str]) -> str:
    waiting = {row.hidden_until for row in scenario.screen if row.hidden_until and row.hidden_until not in known}
    labels = [one_line(fact.label) for fact in scenario.facts if fact.id in waiting]
    locked = sum(row.locked for row in account_rows(scenario, known))
    return f"{counted(locked, 'row opens', 'rows open')} once you have: {', '.join(labels)}" if labels else ""


def _buttons(state: CallState, person: Person) -> Buttons:
    held, paused = state.phase == "held", state.phase == "paused"
    live = state.phase not in ("closing", "ended")
    return Buttons(
        hold=f"Back to {person.first}" if held else "Hold",
        mute="Unmute" if state.muted else "Mute",
        pause="Go on" if paused else "Pause",
        may_finish=state.phase in _YOUR_TURN,
        may_hold=live and not paused and state.phase != "device_lost",
        may_act=live and not paused,
        may_pause=live,
    )
