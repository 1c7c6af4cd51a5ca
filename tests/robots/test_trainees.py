"""The nine robots: what each does, and that the calm one finds its way by reading the scenario."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.call.personality import draw
from simulator.call.state import Story
from simulator.call.story import begin, play_turn
from simulator.cues.cue import FAULTS
from simulator.robots.manners import GOOD, LAST_WORDS
from simulator.robots.move import Move, Standing, signals_of_move
from simulator.robots.planner import calm_to_the_end
from simulator.robots.playing import latest_turn, play
from simulator.robots.trainees import TRAINEES
from simulator.scenario.model import (
    Beat,
    Ending,
    Fact,
    MustSay,
    Policy,
    Remedy,
    Scenario,
    Stage,
)
from simulator.scenario_files import find_scenario, load_scenario
from tests.support.small_scenario import parcel, say, when

EXAMPLE = load_scenario(find_scenario("billing-double-charge"))
HUNG_UP = parcel().endings[0]


def ended(robot: str, scenario: Scenario, seed: int = 0) -> str:
    """Return the ending that the robot reaches; empty for none."""
    return play(scenario, TRAINEES[robot], seed).ending


def moves(scenario: Scenario, robot: str = "calm", seed: int = 0) -> list[Move]:
    """Return what the robot does in its call."""
    return [step.move for step in play(scenario, TRAINEES[robot], seed).steps if step.move is not None]


def with_best(best: Ending, **changes: object) -> Scenario:
    """Return the parcel scenario with another best ending."""
    return parcel(endings=(HUNG_UP, best), **changes)


# ---------------------------------------------------------------- what each does on the example (scenario-format 5.2)


@pytest.mark.parametrize("seed", range(12))
def test_calm_solves_the_example_and_learns_everything_needed(seed: int) -> None:
    call = play(EXAMPLE, TRAINEES["calm"], seed)
    assert call.ending == "resolved"
    assert call.turns <= 16
    assert call.story.temper <= 45_000
    assert {fact.id for fact in EXAMPLE.facts if fact.needed} <= call.story.known


@pytest.mark.parametrize("seed", range(6))
def test_rude_is_hung_up_on_but_not_before_the_third_turn(seed: int) -> None:
    call = play(EXAMPLE, TRAINEES["rude"], seed)
    assert call.kind == "hung_up"
    assert call.turns >= 3


@pytest.mark.parametrize("robot", ["silent", "sorry-only", "form-filler"])
def test_cheap_tricks_do_not_win(robot: str) -> None:
    assert ended(robot, EXAMPLE) not in {"resolved", ""}


def test_slow_settles_for_less() -> None:
    assert {play(EXAMPLE, TRAINEES["slow"], seed).ending for seed in range(5)} == {"slow-fix"}


def test_the_promiser_offers_everything_what_is_forbidden_too() -> None:
    offered = {remedy for move in moves(EXAMPLE, "promiser") for remedy in move.offers}
    assert offered == {remedy.id for remedy in EXAMPLE.policy.remedies}


def test_one_turn_in_four_slips() -> None:
    made = [move for seed in range(60) for move in moves(EXAMPLE, "slips", seed)]
    slips = [move for move in made if set(move.does) & set(FAULTS)]
    assert 0.18 < len(slips) / len(made) < 0.32
    assert not any("insult" in move.does or "sarcasm" in move.does for move in slips), "a slip is no insult"


def test_random_rude_is_hung_up_on_in_every_call() -> None:
    assert {play(EXAMPLE, TRAINEES["random-rude"], seed).kind for seed in range(50)} == {"hung_up"}


def test_the_form_filler_asks_in_order_and_shows_no_empathy() -> None:
    first = moves(EXAMPLE, "form-filler")[:6]
    assert [move.asks[0] for move in first] == [fact.id for fact in EXAMPLE.facts]
    assert not any(move.does for move in first)


def test_where_only_an_insult_counts_the_rude_one_insults_in_the_end() -> None:
    patient = parcel(endings=(Ending("hung-up", "hung_up", when(heard_times=("insult", 2))), parcel().endings[1]))
    call = play(patient, TRAINEES["rude"], 0)
    assert (call.kind, call.turns > 3) == ("hung_up", True)


# ---------------------------------------------------------------- the calm one reads the scenario


def test_calm_finds_the_way_through_stage_fact_offer_and_goodbye() -> None:
    made = moves(parcel())
    assert [move.asks for move in made if move.asks] == [("number",)]
    assert [move.offers for move in made if move.offers] == [("resend",)]
    assert "say_goodbye" in made[-1].does


def test_calm_asks_for_nothing_twice_and_for_one_thing_at_a_time() -> None:
    for seed in range(20):
        asked = [fact for move in moves(EXAMPLE, seed=seed) for fact in move.asks]
        assert all(len(move.asks) <= 1 for move in moves(EXAMPLE, seed=seed))
        assert len(asked) == len(set(asked))


def test_the_seed_varies_the_order_of_questions_and_the_skills() -> None:
    orders = {tuple(fact for move in moves(EXAMPLE, seed=seed) for fact in move.asks) for seed in range(20)}
    shown = {tuple(move.does for move in moves(EXAMPLE, seed=seed)) for seed in range(20)}
    assert len(orders) >= 5
    assert len(shown) >= 10


def test_calm_greets_in_the_first_reply_and_never_again() -> None:
    made = moves(EXAMPLE)
    assert "greet" in made[0].does
    assert not any("greet" in move.does for move in made[1:])


def test_a_respectful_no_is_reached_where_it_is_right() -> None:
    no = Ending("no", "declined", when(heard_before="set_limit", said="asks-cash", anger_at_most=50), best=True)
    cash = Beat("asks-cash", say("I want cash."), "fixing", when(turns_in_stage_at_least=2), asks_for="cash")
    scenario = with_best(no, beats=(*parcel().beats, cash))
    assert ended("calm", scenario) == "no"
    assert all("cash" not in move.offers for move in moves(scenario))


@pytest.mark.parametrize("wants", [when(heard="escalate"), when(heard_any=["transfer"]), when(heard_before="escalate", heard="transfer")])
def test_an_escalation_is_reached_where_it_is_right(wants) -> None:
    over = Ending("over", "escalated", wants, best=True)
    assert ended("calm", with_best(over)) == "over"


def test_a_transfer_is_not_tried_where_nothing_asks_for_it() -> None:
    made = [word for seed in range(5) for move in moves(EXAMPLE, seed=seed) for word in move.does]
    assert not {"transfer", "end_call", "put_on_hold", "say_goodbye"} & set(made)


def test_the_nearest_of_several_conditions_is_taken() -> None:
    either = Ending("either", "resolved", when(any_of=[when(agreed="cash"), when(knows="number", heard_before="recap")]), best=True)
    scenario = with_best(either)
    assert ended("calm", scenario) == "either"
    assert all(not move.offers for move in moves(scenario))


def test_what_must_not_be_is_kept_from_happening_or_undone() -> None:
    no_parcel = Ending("sent", "resolved", when(none_of=[when(not_agreed="resend")], heard="thank"), best=True)
    assert ended("calm", with_best(no_parcel)) == "sent"


def test_a_time_that_must_pass_is_waited_for() -> None:
    later = Ending("later", "resolved", when(turns_at_least=7, knows="number"), best=True)
    call = play(with_best(later), TRAINEES["calm"], 0)
    assert (call.ending, call.turns) == ("later", 7)


def test_a_sentence_that_must_be_said_is_said() -> None:
    policy = replace(parcel().policy, must_say=(MustSay("warning", "Warn of the rain", ("Please keep it dry.",)),))
    warned = Ending("warned", "resolved", when(heard_before="warning"), best=True)
    assert ended("calm", with_best(warned, policy=policy)) == "warned"


def test_an_answer_that_is_refused_while_angry_waits_until_the_caller_is_calmer() -> None:
    refuses = Beat("refuses", say("No!"), "", when(asked="number", anger_at_least=50), repeat=True)
    scenario = parcel(reactions=(refuses,))
    call = play(scenario, TRAINEES["calm"], 0)
    assert call.ending == "solved"
    assert not any("refuses" in step.lines for step in call.steps), "the question comes when it is answered"


def test_a_line_that_waits_for_words_and_an_offer_gets_both_at_once() -> None:
    picky = Beat("takes", say("Yes."), "fixing", when(offered="resend", heard="give_timeframe"), repeat=True, agrees_to="resend")
    scenario = parcel(beats=tuple(picky if beat.id == "takes" else beat for beat in parcel().beats))
    assert ended("calm", scenario) == "solved"


def test_one_remedy_after_another_where_the_second_waits_for_the_first() -> None:
    second = Remedy("voucher", "Voucher", "grant", ("Here is a voucher.",))
    policy = Policy(remedies=(*parcel().policy.remedies, second))
    takes = Beat("takes-voucher", say("Fine."), "closing", when(offered="voucher", agreed="resend"), agrees_to="voucher")
    both = Ending("both", "resolved", when(agreed_all=["voucher", "resend"]), best=True)
    assert ended("calm", with_best(both, policy=policy, beats=(*parcel().beats, takes))) == "both"


def test_a_stage_is_reached_by_a_line_that_goes_there() -> None:
    stages = (Stage("venting", "venting"), Stage("fixing", "resolving"), Stage("closing", "closing"))
    told = Ending("told", "resolved", when(knows="number"), best=True)
    assert ended("calm", with_best(told, stages=stages)) == "told"


def test_an_unneeded_fact_is_not_asked_for() -> None:
    colour = Fact("colour", "Colour", "red", ("What colour is it?",))
    tells = Beat("tells-colour", say("Red."), "fixing", when(asked="colour"), reveals=("colour",))
    scenario = parcel(facts=(*parcel().facts, colour), beats=(*parcel().beats, tells))
    assert all("colour" not in move.asks for move in moves(scenario))


def test_a_needed_fact_is_asked_for_although_no_ending_wants_it() -> None:
    colour = Fact("colour", "Colour", "red", ("What colour is it?",), needed=True)
    tells = Beat("tells-colour", say("Red."), "fixing", when(asked="colour"), reveals=("colour",))
    scenario = parcel(facts=(*parcel().facts, colour), beats=(*parcel().beats, tells))
    call = play(scenario, TRAINEES["calm"], 0)
    assert (call.ending, call.story.known) == ("solved", {"number", "colour"})


@pytest.mark.parametrize(("at_fault", "admits"), [("yes", True), ("partly", True), ("no", False), ("unknown", False)])
def test_a_fault_is_admitted_only_where_there_is_one(at_fault: str, admits: bool) -> None:
    furious = replace(parcel().anger, start=95_000)
    beats = tuple(beat for beat in parcel().beats if beat.id != "softens")
    slow = parcel(company_at_fault=at_fault, anger=furious, beats=beats)
    shown = {skill for seed in range(30) for move in moves(slow, seed=seed) for skill in move.does}
    assert ("admit_fault" in shown) == admits


def test_behind_a_line_that_closes_off_the_best_ending_calm_takes_what_is_left() -> None:
    less = Ending("less", "partial", when(agreed="resend", heard="thank"))
    scenario = parcel(endings=(*parcel().endings, less))
    story = replace(begin(scenario, draw(scenario, 0)), closed_off=frozenset({"solved"}))
    assert play(scenario, TRAINEES["calm"], 0, story=story).ending == "less"


def test_an_impossible_ending_is_not_reached_and_the_call_runs_out() -> None:
    never = Ending("never", "resolved", when(agreed="cash"), best=True)
    call = play(with_best(never), TRAINEES["calm"], 0)
    assert (call.ending, call.turns) == ("", latest_turn(parcel()))


# ---------------------------------------------------------------- whatever happened before


WORDS = "apologise calm_down_order blame_caller thank take_ownership set_limit recap policy_shield".split()
TRIED = [Move((what,)) for what in WORDS]
TRIED += [Move(asks=(fact.id,)) for fact in EXAMPLE.facts] + [Move(offers=(remedy.id,)) for remedy in EXAMPLE.policy.remedies]


def after(tried: list[Move], seed: int) -> Story:
    """Return the example's story after these moves."""
    caller = draw(EXAMPLE, seed)
    story = begin(EXAMPLE, caller)
    for move in tried:
        if not story.ending:
            story, _ = play_turn(EXAMPLE, caller, story, signals_of_move(move, EXAMPLE), seed)
    return story


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(TRIED), max_size=12), st.integers(0, 1000))
def test_a_calm_move_angers_nobody_and_is_no_fault(tried: list[Move], seed: int) -> None:
    story, caller = after(tried, seed), draw(EXAMPLE, seed)
    if story.ending:
        return
    move = TRAINEES["calm"](Standing(EXAMPLE, caller, story, seed))
    assert move is not None
    assert set(move.does) <= GOOD - LAST_WORDS | {"say_goodbye", "timeframe", "reference"}
    assert len(move.asks) <= 1 and not story.known.intersection(move.asks)
    _, outcome = play_turn(EXAMPLE, caller, story, signals_of_move(move, EXAMPLE), seed)
    assert sum(cause.effect for cause in outcome.causes if cause.what != "unsolved") <= 0


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(TRIED), max_size=8), st.integers(0, 1000))
def test_playing_on_to_the_end_is_the_same_as_turn_by_turn(tried: list[Move], seed: int) -> None:
    story = after(tried, seed)
    if not story.ending:
        call = play(EXAMPLE, TRAINEES["calm"], seed, story=story, most_turns=18)
        assert calm_to_the_end(Standing(EXAMPLE, draw(EXAMPLE, seed), story, seed), 18) == (call.story, call.turns)
