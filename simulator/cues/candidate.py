"""A candidate: what a rule believes to have found, before the guards have looked at it."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.cues.cue import Certainty


@dataclass(frozen=True, slots=True)
class Candidate:
    """A behaviour in the tokens ``first`` before ``last``."""

    skill: str
    rule: str
    certainty: Certainty
    first: int
    last: int
    fact: str = ""
    remedy: str = ""
    amount: int = -1
