"""How much there is in a scenario: what a trainer likes to know at the end of a check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.scenario.model import Say, Scenario


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts of one scenario."""

    beats: int
    reactions: int
    endings: int
    #: Everything the caller can say, every mood and wording for itself.
    lines: int
    words: int


def count(scenario: Scenario) -> Statistics:
    """Return the counts of a scenario."""
    spoken = [line for say in _all_says(scenario) for lines in say.lines.values() for line in lines]
    return Statistics(
        beats=len(scenario.beats),
        reactions=len(scenario.reactions),
        endings=len(scenario.endings),
        lines=len(spoken),
        words=sum(len(line.split()) for line in spoken),
    )


def _all_says(scenario: Scenario) -> Iterator[Say]:
    yield scenario.opening.say
    for group in (scenario.beats, scenario.reactions, scenario.interruptions, scenario.silence, scenario.endings):
        yield from (part.say for part in group)
    yield scenario.unclear
