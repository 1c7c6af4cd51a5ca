"""A mark: what one rule says about one row, before it becomes a finding of the scorecard.

Met from 750 per mille, partly from 250 (decisions 5). A row that does not apply, or of which nothing can be told, has no
credit and leaves the score's denominator.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.scoring.finding import Evidence, Outcome

FULL = 1000
MET = 750
PARTLY = 250


@dataclass(frozen=True, slots=True)
class Mark:
    """Credit per mille with its evidence, or the reason why there is none."""

    state: Literal["scored", "not_applicable", "could_not_tell"]
    credit: int = 0
    evidence: tuple[Evidence, ...] = ()
    #: One sentence that replaces the row's own "what was missing"; empty: the row's own.
    why: str = ""


def scored(credit: int, evidence: tuple[Evidence, ...] = (), why: str = "") -> Mark:
    """Return a mark that counts."""
    return Mark("scored", credit, evidence, why)


def not_applicable(why: str, evidence: tuple[Evidence, ...] = ()) -> Mark:
    """Return the mark of a row that this call did not ask for."""
    return Mark("not_applicable", 0, evidence, why)


def could_not_tell(why: str, evidence: tuple[Evidence, ...] = ()) -> Mark:
    """Return the mark of a row that nobody can tell from what was recognised."""
    return Mark("could_not_tell", 0, evidence, why)


def outcome_of(mark: Mark) -> Outcome:
    """Return the outcome in the words of the scorecard."""
    if mark.state != "scored":
        return mark.state
    if mark.credit >= MET:
        return "met"
    return "partly" if mark.credit >= PARTLY else "missed"


def halved(times: int) -> int:
    """Return what is left of full credit after this many events, each of which takes half."""
    return FULL >> times
