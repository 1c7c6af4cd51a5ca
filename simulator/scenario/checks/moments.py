"""Where a scenario has conditions, and what is always so when the engine looks at them.

Beats and interruptions are looked at while a reply is answered, stages after it, endings also while nobody speaks (decisions 2). A beat
is chosen only where no ending has fitted before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from simulator.authored.tree import Authored
from simulator.cues.cue import MEASURED_SKILLS
from simulator.scenario.checks.formula import (
    EVER,
    MOOD,
    MOST_TEMPER,
    SILENCE,
    STAGE_TURNS,
    TALKING,
    TEMPER,
    TURNS,
    Bounds,
    Variable,
    World,
    moods_in_points,
    whole_points,
)
from simulator.scenario.lint_finding import Findings
from simulator.scenario.model import Beat, Ending, Scenario, When

Looked = Literal["beat", "interruption", "ending", "stage"]
Path = tuple[str | int, ...]
#: Skills that stand on the scorecard only: no reply is ever heard as one of them (contract, "measured otherwise").
NEVER_HEARD = frozenset(MEASURED_SKILLS) - {"let_vent"}


@dataclass(frozen=True, slots=True)
class Place:
    """A ``when`` with its place in the file."""

    when: When
    path: Path
    looked: Looked
    #: Of the beat, reaction, interruption, ending or stage.
    id: str


def places(scenario: Scenario) -> Iterator[Place]:
    """Yield every ``when``: stages, beats, reactions, interruptions, endings."""
    for at, stage in enumerate(scenario.stages):
        if stage.done_when is not None:
            yield Place(stage.done_when, ("stages", at, "done_when"), "stage", stage.id)
        if stage.back_when is not None:
            yield Place(stage.back_when, ("stages", at, "back_when"), "stage", stage.id)
    for key, beat, at in beats_with_places(scenario):
        yield Place(beat.when, (key, at, "when"), "beat", beat.id)
    for at, interruption in enumerate(scenario.interruptions):
        yield Place(interruption.when, ("interruptions", at, "when"), "interruption", interruption.id)
    for at, ending in enumerate(scenario.endings):
        yield Place(ending.when, ("endings", at, "when"), "ending", ending.id)


def beats_with_places(scenario: Scenario) -> Iterator[tuple[str, Beat, int]]:
    """Yield beats, then reactions, each with its list and its place in it."""
    yield from (("beats", beat, at) for at, beat in enumerate(scenario.beats))
    yield from (("reactions", beat, at) for at, beat in enumerate(scenario.reactions))


def worlds_of(scenario: Scenario) -> Mapping[Looked, World]:
    """Return what is always so where each kind of condition is looked at, whatever the lines of the scenario do."""
    moods = moods_in_points(scenario.anger)
    always: dict[Variable, Bounds] = {TEMPER: (whole_points(scenario.anger.calmest), MOST_TEMPER), MOOD: (0, len(moods) - 1)}
    for skill in NEVER_HEARD:
        always[("heard", skill)] = always[("times", skill)] = (0, 0)
    nobody_talks: dict[Variable, Bounds] = {**always, TALKING: (0, 0)}
    no_silence: dict[Variable, Bounds] = {SILENCE: (0, 0), TURNS: (1, EVER)}
    return {
        "beat": World(moods, bounds={**nobody_talks, **no_silence, STAGE_TURNS: (1, EVER)}),
        "interruption": World(moods, bounds={**always, SILENCE: (0, 0)}),
        "stage": World(moods, mood_follows_temper=False, bounds={**nobody_talks, **no_silence}),
        "ending": World(
            moods,
            mood_follows_temper=False,
            bounds=nobody_talks if scenario.silence else {**nobody_talks, SILENCE: (0, 0)},
        ),
    }


def certain_endings(scenario: Scenario) -> tuple[Ending, ...]:
    """Return the endings that no line closes off: where one fits, nothing else is said."""
    closed = {ending for _, beat, _ in beats_with_places(scenario) for ending in beat.closes_off}
    return tuple(ending for ending in scenario.endings if ending.id not in closed)


def in_pack(node: Authored) -> bool:
    """Return whether a value stands in a pack: what only this scenario makes of it is no mistake of the pack."""
    return Findings.line_in_file(node.line) != node.line
