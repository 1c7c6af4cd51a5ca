"""What the judge needs to know of a call, without knowing how the caller is steered.

``session.marking`` makes it from the engine's last state. Times are milliseconds of the call, temper is whole points.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.cues.cue import Cue
from simulator.own_voice import Baseline, BesideBaseline, NotMeasured, VoiceMeasures
from simulator.scenario.model import Place
from simulator.transcript.words import Word


@dataclass(frozen=True, slots=True)
class CallerLine:
    """Something the caller said."""

    line: int
    source: str
    text: str
    from_ms: int
    to_ms: int
    temper: int


@dataclass(frozen=True, slots=True)
class Overlap:
    """Both spoke at once."""

    from_ms: int
    to_ms: int
    #: Milliseconds from the overlap's start to the end of the caller's line.
    before_end_ms: int
    #: Words of the trainee inside that are no back-channel.
    words: int
    #: True: counts as the fault ``interrupt`` (decisions 5).
    interrupt: bool


@dataclass(frozen=True, slots=True)
class Reply:
    """One turn of the trainee."""

    #: 0 is the greeting before the caller's opening; 1 answers the opening.
    turn: int
    text: str
    words: tuple[Word, ...]
    from_ms: int
    to_ms: int
    #: Place of the stage in which it was said; ``opening`` for turn 0.
    place: Place
    #: Number of the caller line that it answers; -1 for turn 0.
    answers: int
    cues: tuple[Cue, ...]
    #: Facts asked for although the caller had told them.
    asked_again: tuple[str, ...] = ()
    #: Remedies offered while the policy's ``needs`` were still unknown.
    offered_too_early: tuple[str, ...] = ()
    overlaps: tuple[Overlap, ...] = ()
    #: Milliseconds of nobody speaking before it, holds not counted.
    gap_ms: int = 0
    #: The recogniser could not make it out; nothing is scored.
    unclear: bool = False
    #: Of a reply that could not be made out: the cues that its words would be, were they right. They are no evidence.
    perhaps: tuple[Cue, ...] = ()
    #: Temper before and after, whole points.
    temper_before: int = 0
    temper_after: int = 0
    #: The voice beside the trainee's own baseline, or why it could not be compared.
    beside: BesideBaseline | NotMeasured = ""


@dataclass(frozen=True, slots=True)
class DeadAir:
    """Five seconds or more without a word and without an announced hold."""

    from_ms: int
    to_ms: int


@dataclass(frozen=True, slots=True)
class AgreedRemedy:
    """A remedy that the caller accepted, with the amount that the trainee named (thousandths; -1: none)."""

    remedy: str
    amount: int
    at_ms: int


@dataclass(frozen=True, slots=True)
class MarkedCall:
    """The whole call, as the judge sees it."""

    typed: bool
    lines: tuple[CallerLine, ...]
    replies: tuple[Reply, ...]
    known: frozenset[str]
    agreed: tuple[AgreedRemedy, ...]
    #: Ids of the caller's ``asks_for`` so far (a supervisor asked for makes ``escalate`` applicable).
    asked_for: frozenset[str]
    dead_air: tuple[DeadAir, ...]
    #: Holds: (from, to, announced).
    holds: tuple[tuple[int, int, bool], ...]
    ending: str
    kind: str
    #: Ids of placed faults measured by the engine, such as ``skip_verification``, with the reply that shows it.
    measured_faults: tuple[tuple[str, int], ...]
    temper_start: int
    temper_highest: int
    temper_end: int
    length_ms: int
    #: The trainee's own voice; None: nothing was measured.
    baseline: Baseline | None = None
    voice_measures: VoiceMeasures = ""
