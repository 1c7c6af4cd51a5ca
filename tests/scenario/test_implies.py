"""What the linter says about conditions is what the engine does with them: it never calls impossible what can happen."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from simulator.call.conditions import Moment, fits
from simulator.call.state import Story
from simulator.call.temper import mood_of
from simulator.scenario.checks.formula import (
    MOST_TEMPER,
    SILENCE,
    TEMPER,
    World,
    formula_of,
    moods_in_points,
    opposite,
    whole_points,
)
from simulator.scenario.checks.implies import implies, possible
from simulator.scenario.model import Anger, Condition, When

ANGER = Anger(start=60_000, calmest=15_000)
MOODS = list(ANGER.moods)
NAMES = ["one", "two", "three"]
WORLD = World(moods_in_points(ANGER), bounds={TEMPER: (15, MOST_TEMPER)})
#: Where the mood may be that of a moment ago.
LATER = World(moods_in_points(ANGER), mood_follows_temper=False, bounds={("mood", ""): (0, len(MOODS) - 1)})

ONE = "heard asked offered heard_before never_heard knows missing agreed not_agreed said not_said".split()
SEVERAL = "heard_any asked_any offered_any heard_before_all knows_all missing_any agreed_any agreed_all".split()
COUNTED = "turns_at_least turns_in_stage_at_least".split()
TIMED = "talking_seconds_at_least silence_seconds_at_least".split()

ids = some.lists(some.sampled_from(NAMES), min_size=1, max_size=3, unique=True).map(tuple)
tempers = some.integers(0, 110_000)
plain_conditions = some.one_of(
    some.builds(Condition, some.sampled_from(ONE), some.sampled_from(NAMES).map(lambda name: (name,))),
    some.builds(Condition, some.sampled_from(SEVERAL), ids),
    some.builds(Condition, some.just("mood"), some.sampled_from(MOODS).map(lambda name: (name,))),
    some.builds(Condition, some.just("mood_any"), some.lists(some.sampled_from(MOODS), min_size=1, unique=True).map(tuple)),
    some.builds(Condition, some.sampled_from(["anger_at_least", "anger_at_most"]), number=tempers),
    some.builds(Condition, some.sampled_from(COUNTED), number=some.integers(0, 6)),
    some.builds(Condition, some.sampled_from(TIMED), number=some.sampled_from([0, 1_000, 20_000])),
    some.builds(Condition, some.just("heard_times"), some.sampled_from(NAMES).map(lambda name: (name,)), some.integers(1, 3)),
)
plain_whens = some.lists(plain_conditions, max_size=3).map(lambda found: When(tuple(found)))
conditions = some.one_of(
    plain_conditions,
    some.builds(Condition, some.sampled_from(["any_of", "none_of"]), branches=some.lists(plain_whens, min_size=1, max_size=3).map(tuple)),
)
whens = some.lists(conditions, max_size=4).map(lambda found: When(tuple(found)))


@some.composite
def moments(draw: some.DrawFn) -> tuple[Story, Moment]:
    """Return a moment as a call can bring it about."""
    names = some.lists(some.sampled_from(NAMES), unique=True).map(tuple)
    silence = draw(some.sampled_from([0, 0, 1_000, 30_000]))
    heard = () if silence else draw(names)
    counts = {name: times for name in NAMES if (times := draw(some.integers(0, 3)) or (name in heard))}
    turns = draw(some.integers(0, 7))
    temper = draw(some.integers(15_000, 100_000))
    story = Story(
        temper=temper,
        stage="talk",
        turns=turns,
        turns_in_stage=draw(some.integers(0, turns)),
        heard={name: int(times) for name, times in counts.items()},
        known=frozenset(draw(names)),
        on_table=dict.fromkeys(draw(names), -1),
        agreed=dict.fromkeys(draw(names), -1),
        said=dict.fromkeys(draw(names), 1),
    )
    moment = Moment(
        heard=heard,
        asked=() if silence else draw(names),
        mood=mood_of(temper, ANGER),
        talking_ms=draw(some.sampled_from([0, 1_000, 30_000])),
        silence_ms=silence,
    )
    return story, moment


@given(whens, moments())
@settings(max_examples=300, deadline=None)
def test_nothing_that_is_true_is_called_impossible(when: When, now: tuple[Story, Moment]) -> None:
    story, moment = now
    formula = formula_of(when, WORLD)
    assert possible((formula if fits(when, story, moment) else opposite(formula),), WORLD)
    assert possible((formula_of(when, LATER) if fits(when, story, moment) else opposite(formula_of(when, LATER)),), LATER)


@given(whens, whens, some.lists(moments(), min_size=1, max_size=8))
@settings(max_examples=200, deadline=None)
def test_what_follows_is_true_whenever_the_first_is(a: When, b: When, now: list[tuple[Story, Moment]]) -> None:
    follows = implies(a, b, WORLD), implies(a, b, LATER)
    for story, moment in now:
        if any(follows) and fits(a, story, moment):
            assert fits(b, story, moment)


@given(plain_whens)
@settings(max_examples=100, deadline=None)
def test_a_condition_follows_from_itself_and_from_more(when: When) -> None:
    assert implies(when, when, WORLD)
    assert implies(When((*when.conditions, Condition("heard", ("one",)))), when, WORLD)


def w(**words: object) -> When:
    """Return a ``when`` as it is written in a file, with temper in points."""
    return When(tuple(_condition(word, value) for word, value in words.items()))


def _condition(word: str, value: object) -> Condition:
    if isinstance(value, int):
        return Condition(word, number=value * 1000 if word.startswith("anger") or "seconds" in word else value)
    if isinstance(value, str):
        return Condition(word, (value,))
    if isinstance(value, dict):
        return Condition("heard_times", (str(value["what"]),), int(value["at_least"]))
    assert isinstance(value, list)
    if isinstance(value[0], When):
        return Condition(word, branches=tuple(value))
    return Condition(word, tuple(value))


FOLLOWS = [
    (w(heard="one"), w(heard_any=["one", "two"])),
    (w(heard="one"), w(heard_before="one")),
    (w(anger_at_least=86), w(anger_at_least=80)),
    (w(mood="furious"), w(anger_at_least=80)),
    (w(anger_at_least=80), w(mood_any=["furious"])),
    (w(anger_at_most=52), w(anger_at_most=60, none_of=[w(mood="furious"), w(anger_at_least=70)])),
    (w(turns_in_stage_at_least=4), w(turns_at_least=4)),
    (w(heard_times={"what": "one", "at_least": 3}), w(heard_before="one")),
    (w(any_of=[w(heard="one"), w(heard="two")]), w(heard_any=["one", "two", "three"])),
    (w(any_of=[w(anger_at_least=90), w(anger_at_most=20)], anger_at_least=30), w(anger_at_least=90)),
    (w(agreed_all=["one", "two"]), w(agreed_any=["two", "three"])),
    (w(knows_all=["one", "two"]), w(none_of=[w(missing_any=["one", "two"])])),
    (w(), w(anger_at_least=15)),
    (w(silence_seconds_at_least=5), w(none_of=[w(heard="one"), w(asked_any=["two"])])),
]
DOES_NOT_FOLLOW = [
    (w(heard_before="one"), w(heard="one")),
    (w(heard_any=["one", "two"]), w(heard="one")),
    (w(anger_at_least=80), w(anger_at_least=86)),
    (w(turns_at_least=4), w(turns_in_stage_at_least=4)),
    (w(), w(heard="one")),
    (w(mood_any=["angry", "furious"]), w(mood="furious")),
    (w(any_of=[w(heard="one"), w(agreed="two")]), w(heard="one")),
]


@pytest.mark.parametrize(("a", "b"), FOLLOWS)
def test_what_a_trainer_would_see_is_seen(a: When, b: When) -> None:
    assert implies(a, b, WORLD)


@pytest.mark.parametrize(("a", "b"), DOES_NOT_FOLLOW)
def test_what_does_not_follow_is_not_claimed(a: When, b: When) -> None:
    assert not implies(a, b, WORLD)


def test_after_a_line_the_mood_may_be_the_one_before_it() -> None:
    assert not implies(w(mood="furious"), w(anger_at_least=80), LATER)
    assert not possible((formula_of(w(mood="furious", mood_any=["calm", "angry"]), LATER),), LATER)


def test_a_search_that_becomes_long_is_given_up() -> None:
    branches = [w(any_of=[w(heard=f"{n}", agreed=f"{m}") for m in range(20)]) for n in range(20)]
    hard = w(none_of=branches, any_of=[w(any_of=branches), w(any_of=branches)])
    assert possible((formula_of(hard, WORLD),), WORLD)


def test_the_silence_of_a_world_without_silence_steps_is_none() -> None:
    quiet = World(WORLD.moods, bounds={SILENCE: (0, 0)})
    assert not possible((formula_of(w(silence_seconds_at_least=5), quiet),), quiet)


@given(
    some.dictionaries(some.sampled_from(["a", "b", "c", "d"]), some.integers(0, 100_000), min_size=1),
    some.integers(0, 100_000),
)
@settings(max_examples=200, deadline=None)
def test_a_mood_has_the_points_at_which_the_engine_gives_it(moods: dict[str, int], temper: int) -> None:
    anger = Anger(start=0, moods=dict(sorted(moods.items(), key=lambda mood: mood[1])))
    points = whole_points(temper)
    there = [mood for mood, stretches in moods_in_points(anger).items() for least, most in stretches if least <= points <= most]
    assert there == [mood_of(temper, anger)]
