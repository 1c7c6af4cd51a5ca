"""A robot's call: moves become signals, silence plays the silence list, and every step says what came of it."""

from __future__ import annotations

import pytest

from simulator.call.personality import draw
from simulator.call.story import begin
from simulator.robots.move import Move, Standing, signals_of_move
from simulator.robots.playing import latest_turn, play
from simulator.scenario.model import Ending, NeverSay, Policy
from tests.support.small_scenario import parcel, when


def scripted(*moves: Move | None):
    """Return a robot that makes these moves, the last one again and again."""
    waiting = list(moves)

    def trainee(standing: Standing) -> Move | None:
        return waiting.pop(0) if len(waiting) > 1 else waiting[0]

    return trainee


def test_every_step_says_what_was_done_and_what_came_of_it() -> None:
    call = play(parcel(), scripted(Move(("take_ownership",)), Move(asks=("number",)), Move(offers=("resend",)), Move(("say_goodbye",))), 0)
    assert [step.lines for step in call.steps] == [("softens",), ("tells",), ("takes",), ("solved",)]
    assert [step.stage for step in call.steps] == ["fixing", "fixing", "closing", "closing"]
    assert call.steps[0].move == Move(("take_ownership",))
    assert (call.steps[0].temper, call.steps[0].mood) == (58_000, "angry")
    assert (call.ending, call.kind, call.turns) == ("solved", "resolved", 4)


def test_silence_plays_the_silence_list_whose_last_step_repeats() -> None:
    call = play(parcel(), scripted(None), 0)
    assert [step.lines for step in call.steps] == [("silence-1",), ("silence-2",), ("silence-3",), ("silence-3",), ("hung-up",)]
    assert (call.kind, call.turns, call.story.turns) == ("hung_up", 5, 0)


def test_where_nothing_happens_in_a_silence_the_call_stops() -> None:
    call = play(parcel(silence=()), scripted(None), 0)
    assert (call.steps, call.ending, call.turns) == ((), "", 0)


def test_a_reply_begins_the_silence_anew() -> None:
    call = play(parcel(), scripted(None, None, Move(("thank",)), None), 0, most_turns=4)
    assert [step.lines[0] for step in call.steps] == ["silence-1", "silence-2", "why", "silence-1"]


def test_a_call_goes_on_from_a_story() -> None:
    scenario = parcel()
    first = play(scenario, scripted(Move(("take_ownership",))), 0, most_turns=1)
    rest = play(scenario, scripted(Move(asks=("number",))), 0, story=first.story, most_turns=2)
    assert rest.steps[0].lines == ("tells",)
    assert (len(rest.steps), rest.turns, rest.story.turns) == (2, 2, 3)


def test_the_call_is_over_when_its_time_is() -> None:
    late = Ending("late", "timed_out", when(any_of=[when(turns_at_least=9)]))
    assert latest_turn(parcel(endings=(*parcel().endings, late))) == 9
    assert latest_turn(parcel(length_ms=480_000)) == 32, "four turns a minute without such an ending"
    assert play(parcel(length_ms=480_000), scripted(Move(("greet",))), 0).turns == 32


def test_asking_and_offering_are_heard_as_such() -> None:
    signals = signals_of_move(Move(("thank",), ("number",), ("resend",)), parcel())
    assert signals.heard == ("thank", "ask_fact", "offer_remedy")
    assert signals.asked == ("number",)
    assert signals.offered == {"resend": -1}


def test_what_policy_never_allows_is_a_forbidden_offer() -> None:
    assert signals_of_move(Move(offers=("cash",)), parcel()).heard == ("forbidden_offer", "offer_remedy")


def test_a_sentence_of_never_say_counts_as_its_fault() -> None:
    policy = Policy(never_say=(NeverSay("by_noon", ("It is there by noon.",), "nobody knows", fault="over_promise"),))
    assert signals_of_move(Move(("by_noon",)), parcel(policy=policy)).heard == ("by_noon", "over_promise")


def test_a_robot_that_admits_a_fault_names_the_companys_part_of_it() -> None:
    assert signals_of_move(Move(("admit_fault",)), parcel()).names_fault
    assert not signals_of_move(Move(("apologise",)), parcel()).names_fault


@pytest.mark.parametrize("seed", [0, 7])
def test_the_same_seed_gives_the_same_call(seed: int) -> None:
    scenario = parcel()
    story = begin(scenario, draw(scenario, seed))
    calls = [play(scenario, scripted(Move(("apologise",))), seed, story=story) for _ in range(2)]
    assert calls[0] == calls[1]
