"""The engine's state: everything that a call has become by its events, and nothing else.

``Story`` is what the caller lives through, turn by turn, and needs no clock: robots play it alone. ``CallState`` puts the telephone
around it: who speaks, which timers run, what was said when. Mappings are never changed in place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from simulator.call.personality import Personality
from simulator.canonical import IF_SET
from simulator.cues.cue import Cue
from simulator.own_voice import Baseline, BesideBaseline, NotMeasured, VoiceMeasures
from simulator.scenario.model import Scenario
from simulator.transcript.words import Word

Phase = Literal[
    "ringing",
    "answered",
    "caller_speaking",
    "listening",
    "trainee_speaking",
    "finishing",
    "held",
    "paused",
    "device_lost",
    "closing",
    "ended",
]


@dataclass(frozen=True, slots=True)
class Cause:
    """One reason why the temper moved: the id that moved it and by how much, in thousandths of a point."""

    what: str
    effect: int
    #: In words for the ledger where the id alone does not say it ("said again: half").
    note: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """What the caller has lived through."""

    temper: int
    stage: str
    #: Replies after the opening.
    turns: int = 0
    turns_in_stage: int = 0
    #: Id heard -> how often, this turn included.
    heard: Mapping[str, int] = field(default_factory=dict)
    #: Id heard -> the turn in which it was last heard, for the repeat discount.
    last_heard: Mapping[str, int] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    #: Remedies on the table: offered and neither agreed to nor turned down. Id -> amount named (thousandths, -1 none).
    on_table: Mapping[str, int] = field(default_factory=dict)
    #: Agreed remedies, id -> amount.
    agreed: Mapping[str, int] = field(default_factory=dict)
    asked_for: frozenset[str] = frozenset()
    closed_off: frozenset[str] = frozenset()
    #: Beat id -> how often it was said.
    said: Mapping[str, int] = field(default_factory=dict)
    #: Source -> how often a line of it was taken, so that a list rotates.
    taken: Mapping[str, int] = field(default_factory=dict)
    ending: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One line that the caller is about to say: where it comes from, its words, the mood and the manner."""

    source: str
    text: str
    mood: str
    delivery: str = ""


@dataclass(frozen=True, slots=True)
class CallerTurn:
    """A line of the caller, in the transcript."""

    line: int
    source: str
    text: str
    mood: str
    #: Thousandths of a point when it was chosen.
    temper: int
    from_ms: int = -1
    to_ms: int = -1
    silent: bool = False


@dataclass(frozen=True, slots=True)
class TraineeTurnRecord:
    """A reply of the trainee, in the transcript, with what it did."""

    turn: int
    words: tuple[Word, ...]
    text: str
    from_ms: int
    to_ms: int
    stage: str
    answers: int
    cues: tuple[Cue, ...]
    causes: tuple[Cause, ...]
    temper_before: int
    temper_after: int
    asked_again: tuple[str, ...] = ()
    offered_too_early: tuple[str, ...] = ()
    #: Voice over the caller: (from, to, ms before the line's end, words that are no back-channel, counts as interrupt).
    overlaps: tuple[tuple[int, int, int, int, bool], ...] = ()
    gap_ms: int = 0
    unclear: bool = False
    skipped_verification: bool = False
    #: Why the next line was chosen: beat id and the conditions that held, for "Why this line?".
    why: str = ""
    #: The voice beside the trainee's own baseline, or why it could not be compared; empty in calls without a baseline.
    beside: BesideBaseline | NotMeasured = field(default="", metadata=IF_SET)


@dataclass(frozen=True, slots=True)
class CallState:
    """A call at one moment."""

    scenario: Scenario
    seed: int
    phase: Phase
    at_ms: int
    story: Story
    #: Drawn from scenario and seed; follows from them.
    personality: Personality
    typed: bool = False
    turn_end_ms: int = 600
    push_to_talk: bool = False
    transcript: tuple[CallerTurn | TraineeTurnRecord, ...] = ()
    #: Temper after each change: (ms, thousandths of a point).
    curve: tuple[tuple[int, int], ...] = ()
    #: Causes outside replies (silence): (ms, cause).
    causes: tuple[tuple[int, Cause], ...] = ()
    dead_air: tuple[tuple[int, int], ...] = ()
    holds: tuple[tuple[int, int, bool], ...] = ()
    #: Lines that are still to be spoken after the present one (an answer added to a beat).
    queue: tuple[Spoken, ...] = ()
    #: Number of the next caller line.
    next_line: int = 0
    #: Voice of the trainee since the last turn: (from, to); to is -1 while it lasts.
    voice: tuple[tuple[int, int], ...] = ()
    #: Milliseconds of nobody speaking before the present voice, holds not counted.
    gap_ms: int = 0
    #: When the floor became free: the end of the last voice of either side.
    quiet_since: int = 0
    silence_step: int = 0
    hold_from: int = -1
    hold_announced: bool = False
    #: What was cut off by a pause or a lost device and is said again afterwards.
    cut_off: Spoken | None = None
    lost: tuple[str, ...] = ()
    #: When the last reply was over, for the minutes that weigh.
    last_turn_ms: int = 0
    muted: bool = False
    notes: str = ""
    greeted: bool = False
    #: What the trainee's voice is compared with; None: nothing.
    baseline: Baseline | None = field(default=None, metadata=IF_SET)
    voice_measures: VoiceMeasures = field(default="", metadata=IF_SET)
