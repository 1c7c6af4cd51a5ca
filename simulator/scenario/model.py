"""A scenario as frozen values, ready to be played.

The reader has checked everything: every id that is used exists, every number is in range. Numbers are integers: temper and its
effects in thousandths of a point (0-100,000), patience, loyalty and chances in per mille, money in thousandths of the currency
unit, times in milliseconds. The vocabulary is ``scenarios/scenario-1.schema.json``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Place = Literal["opening", "venting", "understanding", "resolving", "closing"]
AtFault = Literal["yes", "partly", "no", "unknown"]
AgentMay = Literal["grant", "send_for_review", "never"]
EndingKind = Literal["resolved", "declined", "partial", "escalated", "hung_up", "agent_ended", "timed_out"]

#: A mood's lines under this key are spoken in any mood.
ANY_MOOD = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """One word of a ``when`` with what it names."""

    #: A word of the ``when`` vocabulary, such as ``heard_any`` or ``anger_at_most``.
    word: str
    #: The ids it names (one for ``heard``, several for ``heard_any``); for ``heard_times`` the one under ``what``.
    ids: tuple[str, ...] = ()
    #: The number it names: temper in thousandths of a point, seconds in ms, turns and times as they are.
    number: int = 0
    #: The alternatives of ``any_of`` and ``none_of``.
    branches: tuple[When, ...] = ()


@dataclass(frozen=True, slots=True)
class When:
    """All of these must be true. An empty one is always true."""

    conditions: tuple[Condition, ...] = ()


ALWAYS = When()


@dataclass(frozen=True, slots=True)
class Say:
    """The lines of one beat: mood name to the lines that rotate; ``ANY_MOOD`` where the file does not tell moods apart."""

    lines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ScreenRow:
    """One row of the pretend account page."""

    label: str
    value: str
    hidden_until: str = ""


@dataclass(frozen=True, slots=True)
class VoiceWish:
    """What the caller should sound like; matched to the voices that are there."""

    sex: Literal["woman", "man", "any"] = "any"
    age: Literal["young", "adult", "older"] = "adult"
    pace: Literal["slow", "normal", "fast"] = "normal"
    accent: str = ""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls."""

    name: str
    wants: str
    pronouns: str = ""
    age: int | None = None
    background: str = ""
    really_needs: str = ""
    calms_down_when: str = ""
    hot_buttons: tuple[str, ...] = ()
    #: Per mille; None where the file is silent.
    patience: int | None = None
    loyalty: int | None = None
    age_preset: str = "off"
    voice: VoiceWish = VoiceWish()
    background_sound: str = "none"


@dataclass(frozen=True, slots=True)
class Anger:
    """How the caller's temper moves; thousandths of a point."""

    start: int
    calmest: int = 10_000
    hangs_up_at: int = 96_000
    most_up_per_turn: int = 7_000
    most_down_per_turn: int = 10_000
    #: Per mille.
    repeat_discount: int = 500
    per_minute_unsolved: int = 1_000
    #: Mood name to the temper at which it starts, in ascending order.
    moods: Mapping[str, int] = field(default_factory=lambda: dict(DEFAULT_MOODS))
    soothers: Mapping[str, int] = field(default_factory=dict)
    triggers: Mapping[str, int] = field(default_factory=dict)


DEFAULT_MOODS: Mapping[str, int] = {"calm": 0, "irritated": 30_000, "angry": 55_000, "furious": 80_000}


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the trainee can find out."""

    id: str
    label: str
    value: str
    ask_like: tuple[str, ...]
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Remedy:
    """Something the trainee can offer."""

    id: str
    label: str
    agent_may: AgentMay
    offer_like: tuple[str, ...]
    #: Money in thousandths of the currency unit; None for remedies without money.
    up_to: int | None = None
    counts_as: Literal["", "fair", "token"] = ""
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NeverSay:
    """Something the trainee must not say."""

    id: str
    like: tuple[str, ...]
    why: str
    fault: str = ""
    auto_fail: bool = False


@dataclass(frozen=True, slots=True)
class MustSay:
    """Something the trainee has to say once."""

    id: str
    label: str
    like: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Policy:
    """What the company allows."""

    currency: str = "USD"
    floor: int | None = None
    ceiling: int | None = None
    verify_first: tuple[str, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    never_say: tuple[NeverSay, ...] = ()
    must_say: tuple[MustSay, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """A stretch of the call with its own lines."""

    id: str
    place: Place = "understanding"
    goal: str = ""
    #: None: nothing but a beat's ``go_to`` leads out of it.
    done_when: When | None = None
    back_to: str = ""
    back_when: When | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """The caller's first words."""

    say: Say
    after: Literal["greeting", "connect"] = "greeting"
    watch_for: tuple[str, ...] = ()
    coach: str = ""
    model_answer: str = ""


@dataclass(frozen=True, slots=True)
class Beat:
    """One thing the caller can say; a reaction is a beat whose ``stage`` is empty."""

    id: str
    say: Say
    stage: str = ""
    when: When = ALWAYS
    about: str = ""
    #: True: may be said again and again.
    repeat: bool = False
    #: Thousandths of a point, added after the limits of the turn.
    anger: int = 0
    reveals: tuple[str, ...] = ()
    agrees_to: str = ""
    turns_down: str = ""
    asks_for: str = ""
    closes_off: tuple[str, ...] = ()
    go_to: str = ""
    #: Mood name to manner (``voice_cracks``, ``shouting``, ...).
    delivery: Mapping[str, str] = field(default_factory=dict)
    watch_for: tuple[str, ...] = ()
    hint: str = ""
    coach: str = ""
    model_answer: str = ""


@dataclass(frozen=True, slots=True)
class Interruption:
    """The caller talks over the trainee."""

    id: str
    when: When
    say: Say
    #: Per mille.
    chance: int = 1000
    anger: int = 0


@dataclass(frozen=True, slots=True)
class SilenceStep:
    """What the caller says when nobody has spoken for this long."""

    after_ms: int
    say: Say
    anger: int = 0


@dataclass(frozen=True, slots=True)
class Ending:
    """How the call can end; the first that fits wins."""

    id: str
    kind: EndingKind
    when: When
    best: bool = False
    say: Say = Say()
    debrief: str = ""


@dataclass(frozen=True, slots=True)
class RubricItem:
    """One of the coach's 0-2 marks."""

    id: str
    label: str
    weight: int
    looks_for: tuple[str, ...] = ()
    counts_against: tuple[str, ...] = ()
    needs_facts: tuple[str, ...] = ()
    policy: str = ""
    #: The sentences for 0, 1 and 2, or nothing.
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rubric:
    """How this scenario is marked beside the house rubric."""

    items: tuple[RubricItem, ...] = ()
    pass_mark: int = 70
    #: Row of the house rubric to its weight here.
    weights: Mapping[str, int] = field(default_factory=dict)
    auto_fail: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coaching:
    """Questions for the coach."""

    before: str = ""
    after: tuple[str, ...] = ()
    next_if_weak: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Goal:
    """A learning goal and the rubric item that measures it, if any."""

    text: str
    item: str = ""


@dataclass(frozen=True, slots=True)
class OwnExamples:
    """A trainer's own sentences for one skill or fault."""

    examples: tuple[str, ...] = ()
    #: Sentences in which it must not be heard; they are tests and change nothing.
    counter_examples: tuple[str, ...] = ()
    better_phrase: str = ""


@dataclass(frozen=True, slots=True)
class Variation:
    """What the seed may vary; ranges as (least, most)."""

    patience: tuple[int, int] | None = None
    loyalty: tuple[int, int] | None = None
    start: tuple[int, int] | None = None
    shuffle: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """One scenario, checked and complete."""

    id: str
    version: str
    title: str
    language: str
    caller: Caller
    company_at_fault: AtFault
    anger: Anger
    facts: tuple[Fact, ...]
    policy: Policy
    stages: tuple[Stage, ...]
    opening: Opening
    beats: tuple[Beat, ...]
    endings: tuple[Ending, ...]
    rubric: Rubric
    reactions: tuple[Beat, ...] = ()
    interruptions: tuple[Interruption, ...] = ()
    silence: tuple[SilenceStep, ...] = ()
    unclear: Say = Say()
    authors: tuple[str, ...] = ()
    licence: str = ""
    summary: str = ""
    difficulty: int = 1
    #: Milliseconds that the call is meant to take.
    length_ms: int = 480_000
    tags: tuple[str, ...] = ()
    strong_language: str = "none"
    content_warning: str = ""
    learning_goals: tuple[Goal, ...] = ()
    #: Id of the catalogue to the trainer's own sentences for it, those of the files it uses included.
    cues: Mapping[str, OwnExamples] = field(default_factory=dict)
    company: str = ""
    fault_is: str = ""
    trainee_brief: str = ""
    screen: tuple[ScreenRow, ...] = ()
    coaching: Coaching = Coaching()
    variation: Variation = Variation()
    #: SHA-256 of the file's bytes, hex.
    sha256: str = ""

    def best_endings(self) -> tuple[Ending, ...]:
        """Return the right endings: the marked ones, else the first of kind ``resolved``."""
        marked = tuple(ending for ending in self.endings if ending.best)
        return marked or tuple(ending for ending in self.endings if ending.kind == "resolved")[:1]
