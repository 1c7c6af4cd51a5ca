"""Exploration: breadth-first over situations, as far as the number of states allows, and honest about the rest."""

from __future__ import annotations

from simulator.robots.explore import explore
from simulator.robots.playing import latest_turn
from simulator.scenario.model import Opening
from simulator.scenario_files import find_scenario, load_scenario
from tests.support.small_scenario import parcel, say

EXAMPLE = load_scenario(find_scenario("billing-double-charge"))


def test_as_many_states_are_checked_as_were_asked_for() -> None:
    explored = explore(EXAMPLE, 300)
    assert explored.checked == len(explored.samples) == 300
    assert explored.waiting > 0, "it says that it has not looked at everything"


def test_a_small_number_of_states_reaches_every_stage() -> None:
    stages = {sample.story.stage for sample in explore(EXAMPLE, 2_000).samples}
    assert stages == {stage.id for stage in EXAMPLE.stages}


def test_of_equally_far_situations_the_nearest_to_the_start_come_first() -> None:
    stories = [sample.story for sample in explore(EXAMPLE, 300).samples]
    first = [story.turns for story in stories if (story.stage, len(story.known), len(story.agreed)) == ("venting", 0, 0)]
    assert first[0] == 0
    assert len(first) > 20
    assert first == sorted(first)


def test_no_situation_comes_twice_and_none_is_over_or_too_late() -> None:
    stories = [sample.story for sample in explore(EXAMPLE, 400).samples]
    keys = [(s.stage, s.temper // 5_000, s.known, tuple(s.agreed), tuple(s.on_table), tuple(s.said), tuple(s.heard)) for s in stories]
    assert len(set(keys)) == len(keys)
    assert not any(story.ending for story in stories)
    assert max(story.turns for story in stories) <= latest_turn(EXAMPLE) - 14


def test_the_same_seed_explores_the_same() -> None:
    assert explore(EXAMPLE, 100, 4) == explore(EXAMPLE, 100, 4)


def test_a_caller_without_words_is_found() -> None:
    assert explore(parcel(), 100).silent == 0
    mute = parcel(beats=tuple(beat for beat in parcel().beats if beat.id != "why"))
    assert explore(mute, 100).silent > 0


def test_where_there_is_no_more_to_find_nothing_waits() -> None:
    one_line = parcel(
        beats=(parcel().beats[0],), reactions=(), facts=(), policy=type(parcel().policy)(), opening=Opening(say("Hm.")), length_ms=30_000
    )
    explored = explore(one_line, 100_000)
    assert explored.waiting == 0
    assert explored.checked < 1_000
