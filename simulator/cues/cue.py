"""A cue: a behaviour found in what the trainee said, with the words that show it.

The ids are those of the program's command-line contract and no others; a scenario may add the ids of its own ``never_say`` and
``must_say`` lists. Certainty is ``sure`` or ``possible``: possible is worth half and is never a deduction.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Certainty = Literal["sure", "possible"]

#: Skills that are heard in the words.
SKILLS = (
    "greet use_name signal_listening acknowledge_feeling apologise admit_fault ask_fact paraphrase take_ownership offer_remedy "
    "offer_options explain_plan give_timeframe set_limit teach go_further escalate check_further thank give_reference recap"
).split()
#: Skills measured from timing and state.
MEASURED_SKILLS = "let_vent stay_calm keep_moving right_order fair_remedy".split()
#: Faults that are heard in the words.
FAULTS = (
    "blame_caller blame_others dismiss policy_shield calm_down_order non_apology insult sarcasm over_promise forbidden_offer "
    "ask_again robotic"
).split()
#: Faults measured from timing, loudness and state.
MEASURED_FAULTS = "interrupt dead_air raise_voice skip_verification".split()
#: Heard, but not scored.
CALL_SIGNALS = "put_on_hold transfer end_call say_goodbye".split()

ALL_SKILLS = frozenset(SKILLS + MEASURED_SKILLS)
ALL_FAULTS = frozenset(FAULTS + MEASURED_FAULTS)
CATALOGUE = frozenset(SKILLS + MEASURED_SKILLS + FAULTS + MEASURED_FAULTS + CALL_SIGNALS)


@dataclass(frozen=True, slots=True)
class Cue:
    """One behaviour with its evidence."""

    #: An id of the catalogue, or of the scenario's ``never_say`` or ``must_say``.
    skill: str
    certainty: Certainty
    #: Characters of the heard text, ``start`` included and ``end`` excluded.
    start: int
    end: int
    quote: str
    #: Name of the rule that found it.
    rule: str
    #: The fact that was asked for (``ask_fact``) or the remedy that was offered (``offer_remedy``), where one could be told.
    fact: str = ""
    remedy: str = ""
    #: Money named with a remedy, in thousandths of the currency unit; -1 where none was named.
    amount: int = -1
    #: Empathy or paraphrase that names nothing of this caller's story: half the credit, no effect on the temper.
    stock: bool = False


@dataclass(frozen=True, slots=True)
class Likes:
    """An id of the scenario with the example sentences that stand for it."""

    id: str
    examples: tuple[str, ...]
    #: For ``never_say``: the fault of the catalogue that it counts as; else empty.
    fault: str = ""


@dataclass(frozen=True, slots=True)
class CueContext:
    """What the finders may know of the scenario. Everything is optional: without it only the general cues are found."""

    caller_name: str = ""
    company_name: str = ""
    #: Content words of this caller's story, lower case; with none, nothing counts as stock.
    story: frozenset[str] = frozenset()
    facts: tuple[Likes, ...] = ()
    remedies: tuple[Likes, ...] = ()
    #: Remedies that the policy never allows: offering one is ``forbidden_offer``.
    forbidden: frozenset[str] = frozenset()
    never_say: tuple[Likes, ...] = ()
    must_say: tuple[Likes, ...] = ()
    #: Ids of the catalogue with a trainer's own sentences for them.
    own: tuple[Likes, ...] = ()
