"""Walks: thousands of seeded calls, what they count, and that they come out the same every time."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.robots.move import Move, Standing
from simulator.robots.playing import latest_turn, play
from simulator.robots.walks import Walks, walk
from simulator.robots.watch import words_of
from simulator.scenario.model import Beat, Condition, Ending, Scenario
from simulator.scenario_files import find_scenario, load_scenario
from tests.support.small_scenario import parcel, say, when

EXAMPLE = load_scenario(find_scenario("billing-double-charge"))


@pytest.fixture(scope="module")
def walks() -> Walks:
    """Return some walks through the example."""
    return walk(EXAMPLE, 600, 0, processes=1)


def conditions(scenario: Scenario, count: int = 200) -> dict[tuple[str, str], tuple[int, int]]:
    """Return how often each condition was true and false."""
    return {(each.where, each.condition): (each.true, each.false) for each in walk(scenario, count, 0, 1).conditions}


def test_every_line_and_every_ending_of_the_example_is_reached(walks: Walks) -> None:
    lines = {beat.id for beat in (*EXAMPLE.beats, *EXAMPLE.reactions)}
    assert lines - set(walks.hits) == set()
    assert {ending.id for ending in EXAMPLE.endings} - set(walks.endings) == set()


def test_every_turn_and_every_call_is_counted_once(walks: Walks) -> None:
    assert sum(tally.times for tally in walks.endings.values()) == walks.count == 600
    assert sum(tally.turns for tally in walks.endings.values()) == walks.turns == sum(walks.stages.values())
    assert sum(walks.moods.values()) == sum(walks.hits.values())
    assert walks.ended("resolved") == walks.endings["resolved"].times
    assert walks.ended("nonsense") == 0


def test_no_turn_of_the_example_is_without_a_line(walks: Walks) -> None:
    assert walks.silent == {}


def test_good_and_bad_trainees_walk(walks: Walks) -> None:
    assert walks.ended("resolved") > 60
    assert walks.ended("hung-up") > 30
    assert walks.endings["hung-up"].mean_turns < walks.endings["out-of-time"].mean_turns == 30


def test_a_mood_without_a_line_of_its_own_is_a_gap(walks: Walks) -> None:
    assert walks.gaps["tell-rent", "furious"] == walks.moods["tell-rent", "furious"] > 0
    assert ("vent-hold", "furious") not in walks.gaps, "there is a line for it"


def test_lines_for_any_mood_have_no_gaps() -> None:
    assert ("softens", "angry") not in walk(parcel(), 40, 0, 1).gaps


def test_a_caller_without_words_is_found() -> None:
    mute = parcel(beats=tuple(beat for beat in parcel().beats if beat.id != "why"))
    silent = walk(mute, 40, 0, 1).silent
    assert {stage for stage, _ in silent} == {"venting"}


def test_the_quickest_way_to_an_ending_leads_there(walks: Walks) -> None:
    for ending, call in walks.quickest.items():
        assert call.ending == ending
        assert call.turns == len(call.steps)
        made = [step.move for step in call.steps]

        def again(standing: Standing, made: list[Move | None] = made) -> Move | None:
            return made[standing.story.turns]

        assert play(EXAMPLE, again, call.seed) == call
    assert walks.quickest["hung-up"].turns == 2, "two insults"


def test_moments_of_every_tenth_walk_are_kept(walks: Walks) -> None:
    assert 500 < len(walks.samples) < walks.turns / 5
    assert all(not sample.story.ending and 0 < sample.story.turns < latest_turn(EXAMPLE) for sample in walks.samples)
    assert len({sample.seed for sample in walks.samples}) > 5, "several callers"


def test_a_condition_that_is_never_true_is_noticed() -> None:
    never = Beat("never", say("?"), "fixing", when(asked="number", anger_at_most=5))
    seen = conditions(parcel(beats=(*parcel().beats, never)))
    true, false = seen["beat never", "anger_at_most: 5"]
    assert (true, false > 100) == (0, True)
    assert all(seen["beat tells", "asked: number"])


def test_a_condition_that_is_always_true_is_noticed() -> None:
    always = Beat("always", say("?"), "fixing", when(heard="recap", anger_at_least=10))
    true, false = conditions(parcel(beats=(*parcel().beats, always)))["beat always", "anger_at_least: 10"]
    assert (true > 100, false) == (True, 0)


def test_conditions_inside_others_and_of_stages_are_watched() -> None:
    seen = conditions(parcel(endings=(*parcel().endings, Ending("x", "partial", when(any_of=[when(knows="number", heard="recap")])))))
    assert {("ending x", "knows: number"), ("ending x", "heard: recap"), ("stage venting done_when", "anger_at_most: 60")} <= set(seen)
    assert all(seen["stage fixing done_when", "agreed: resend"]), "true in the turn in which the stage is left"


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (Condition("anger_at_most", number=52_000), "anger_at_most: 52"),
        (Condition("heard_any", ("recap", "thank")), "heard_any: [recap, thank]"),
        (Condition("heard_times", ("insult",), 2), "heard_times: {what: insult, at_least: 2}"),
        (Condition("turns_at_least", number=4), "turns_at_least: 4"),
    ],
)
def test_conditions_are_named_as_in_the_file(condition: Condition, words: str) -> None:
    assert words_of(condition) == words


def test_what_hardly_ever_happens_by_chance_is_looked_for() -> None:
    far = Beat("far", say("Oh."), "closing", when(heard_before_all=["recap", "thank", "give_reference"], heard="set_limit"))
    assert walk(parcel(beats=(*parcel().beats, far)), 120, 0, 1).hits["far"] > 0


def test_two_processes_walk_as_one() -> None:
    assert walk(parcel(), 600, 3, processes=2) == walk(parcel(), 600, 3, processes=1)


def test_another_seed_walks_elsewhere() -> None:
    assert walk(parcel(), 60, 1, 1) != walk(parcel(), 60, 2, 1)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 60))
def test_the_same_seed_walks_the_same(seed: int, count: int) -> None:
    assert walk(parcel(), count, seed, 1) == walk(replace(parcel()), count, seed, 1)
