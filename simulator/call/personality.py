"""Who this caller is in this call: the scenario's caller with what the seed may vary, drawn once.

Patience p and loyalty l (per mille) scale the effects: triggers by 1.4 - 0.8 p, soothers by 0.7 + 0.6 l; 0.5 where the file is silent
(decisions 2); the age preset, where a trainer turns it on, by a fifth at most. Without the scenario's ``variation`` the seed changes
nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.call.chance import pick
from simulator.scenario.age_preset import by_age
from simulator.scenario.house_effects import MIDDLE, soothers_of, triggers_of
from simulator.scenario.model import Beat, Scenario


@dataclass(frozen=True, slots=True)
class Personality:
    """The drawn values, with everything that a turn looks up."""

    #: Per mille.
    patience: int
    loyalty: int
    #: Thousandths of a point.
    start: int
    #: Id -> effect on the temper, scaled; thousandths of a point.
    soothers: Mapping[str, int]
    triggers: Mapping[str, int]
    #: Stage id -> its beats in the order in which ties are broken; reactions under the empty id.
    beats: Mapping[str, tuple[Beat, ...]]
    #: Beat id -> which of its wordings comes first.
    first_wording: Mapping[str, int]


def draw(scenario: Scenario, seed: int) -> Personality:
    """Return the caller of this scenario under this seed."""
    variation = scenario.variation
    patience = _within(variation.patience, scenario.caller.patience, seed, "patience")
    loyalty = _within(variation.loyalty, scenario.caller.loyalty, seed, "loyalty")
    start = _within(variation.start, scenario.anger.start, seed, "start")
    varied = variation != type(variation)()
    return Personality(
        patience=patience,
        loyalty=loyalty,
        start=start,
        soothers=by_age(soothers_of(scenario.anger, loyalty), scenario.caller.age_preset),
        triggers=triggers_of(scenario.anger, patience),
        beats=_beats_by_stage(scenario, seed),
        first_wording={
            beat.id: pick(seed, 0, f"wording {beat.id}", 1000) if varied else 0
            for beat in (*scenario.beats, *scenario.reactions)
        },
    )


def _within(bounds: tuple[int, int] | None, written: int | None, seed: int, purpose: str) -> int:
    if bounds is None:
        return MIDDLE if written is None else written
    least, most = min(bounds), max(bounds)
    return least + pick(seed, 0, purpose, most - least + 1)


def _beats_by_stage(scenario: Scenario, seed: int) -> dict[str, tuple[Beat, ...]]:
    order = _shuffled(list(scenario.beats), scenario.variation.shuffle, seed)
    beats = {stage.id: tuple(beat for beat in order if beat.stage == stage.id) for stage in scenario.stages}
    beats[""] = tuple(_shuffled(list(scenario.reactions), scenario.variation.shuffle, seed))
    return beats


def _shuffled(beats: list[Beat], groups: tuple[tuple[str, ...], ...], seed: int) -> list[Beat]:
    """Permute, within each group, which beat stands at which of the group's places in the file."""
    for number, group in enumerate(groups):
        places = [at for at, beat in enumerate(beats) if beat.id in group]
        rest = [beats[at] for at in places]
        for step, at in enumerate(places):
            beats[at] = rest.pop(pick(seed, step, f"shuffle {number}", len(rest)))
    return beats
