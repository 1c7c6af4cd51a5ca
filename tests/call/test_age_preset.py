"""The age preset changes what counts for the caller, a little, only where a trainer turns it on, and never the score."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.call.personality import draw
from simulator.scenario.model import Scenario
from simulator.scoring.judge import judge
from tests.support.calls import call, cue, house, reply
from tests.support.small_scenario import parcel


def with_preset(preset: str) -> Scenario:
    scenario = parcel()
    return replace(scenario, caller=replace(scenario.caller, age_preset=preset))


def test_off_changes_nothing() -> None:
    assert draw(with_preset("off"), 0).soothers == draw(parcel(), 0).soothers


@pytest.mark.parametrize("preset", ["young", "middle", "older"])
def test_no_effect_changes_by_more_than_a_fifth(preset: str) -> None:
    plain, changed = draw(parcel(), 0).soothers, draw(with_preset(preset), 0).soothers
    assert changed != plain
    assert all(abs(changed[what] - effect) * 5 <= abs(effect) + 5 for what, effect in plain.items())
    assert draw(with_preset(preset), 0).triggers == draw(parcel(), 0).triggers


def test_courtesy_counts_more_for_the_older_and_less_for_the_middle_preset() -> None:
    plain = draw(parcel(), 0).soothers["apologise"]
    assert draw(with_preset("older"), 0).soothers["apologise"] < plain < draw(with_preset("middle"), 0).soothers["apologise"]


def test_the_score_is_the_same() -> None:
    made = call(reply("i am so sorry", cue("apologise", "i am so sorry")))
    cards = [judge(made, with_preset(preset), house()) for preset in ("off", "young", "middle", "older")]
    assert len({card.score for card in cards}) == 1
