"""What one reply amounts to for the caller: the ids heard, the facts asked for, the remedies offered.

Signals are all that the story needs; robots and fixtures give them directly, a spoken or typed call makes them out of cues.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from simulator.cues.cue import Cue


@dataclass(frozen=True, slots=True)
class Signals:
    """One turn of the trainee as the caller hears it."""

    #: Ids heard, each once, in the order in which they came.
    heard: tuple[str, ...] = ()
    #: Facts asked for.
    asked: tuple[str, ...] = ()
    #: Remedies offered: id -> amount named in thousandths of the currency unit, -1 where none was.
    offered: Mapping[str, int] = field(default_factory=dict)
    #: Ids heard as "possible" only: half the effect.
    possible: frozenset[str] = frozenset()
    #: Ids heard as stock phrases only: no effect.
    stock: frozenset[str] = frozenset()
    #: The reply names the part of the matter that is the company's fault (for ``company_at_fault: partly``).
    names_fault: bool = False


def signals_of(cues: tuple[Cue, ...], also: tuple[str, ...] = (), names_fault: bool = False) -> Signals:
    """Return the signals of these cues and of what was measured otherwise (``let_vent``, ``interrupt``, ``robotic``, ...)."""
    heard: dict[str, None] = {}
    sure: set[str] = set(also)
    specific: set[str] = set(also)
    asked: dict[str, None] = {}
    offered: dict[str, int] = {}
    for cue in cues:
        heard[cue.skill] = None
        if cue.certainty == "sure":
            sure.add(cue.skill)
        if not cue.stock:
            specific.add(cue.skill)
        if cue.fact:
            asked[cue.fact] = None
        if cue.remedy:
            offered[cue.remedy] = max(cue.amount, offered.pop(cue.remedy, -1))  # the one that was named last stands last
    for what in also:
        heard[what] = None
    if asked:
        heard.setdefault("ask_fact")
        sure.add("ask_fact")
        specific.add("ask_fact")
    if offered:
        heard.setdefault("offer_remedy")
        sure.add("offer_remedy")
        specific.add("offer_remedy")
    return Signals(
        heard=tuple(heard),
        asked=tuple(asked),
        offered=offered,
        possible=frozenset(heard) - sure,
        stock=frozenset(heard) - specific,
        names_fault=names_fault,
    )
