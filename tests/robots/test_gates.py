"""The gates: the small scenario passes them, and each one can fail."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from simulator.robots.explore import explore
from simulator.robots.gates import Gate, run_gates
from simulator.robots.walks import walk
from simulator.scenario.model import ANY_MOOD, Beat, Ending, Remedy, Say, Scenario
from tests.support.small_scenario import parcel, say, when

HUNG_UP, SOLVED = parcel().endings


@cache
def small() -> Scenario:
    """Return the parcel scenario with lines in words that the ears can tell apart."""
    parts = parcel()
    remedies = (
        replace(parts.policy.remedies[0], offer_like=("I will send the parcel again today.", "You get a second delivery tomorrow.")),
        parts.policy.remedies[1],
    )
    return parcel(policy=replace(parts.policy, remedies=remedies))


def gate(id_: str, scenario: Scenario) -> Gate:
    """Return one gate of this scenario, judged over a few walks and states."""
    (found,) = run_gates(scenario, walk(scenario, 60, 0, 1), explore(scenario, 60), processes=1, only=(id_,))
    return found


def test_the_small_scenario_passes_every_gate() -> None:
    scenario = small()
    gates = run_gates(scenario, walk(scenario, 60, 0, 1), explore(scenario, 60), processes=1)
    assert [each.id for each in gates] == ["G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8"]
    assert [(each.id, each.worst) for each in gates if not each.passed] == []
    assert gates[0].figure.startswith("200 of 200 calls, in ")


def test_g1_fails_where_calm_handling_does_not_get_there() -> None:
    never = replace(SOLVED, when=when(agreed="cash"))
    found = gate("G1", parcel(endings=(HUNG_UP, never), length_ms=60_000))
    assert not found.passed
    assert found.figure.startswith("0 of 200 calls")
    assert found.worst == "calm with seed 0 ended at 'no ending' after 20 turns."
    assert found.call is not None
    assert found.call.turns == 20


def test_g1_fails_where_it_takes_too_long() -> None:
    slow = replace(SOLVED, when=when(agreed="resend", turns_at_least=9))
    assert gate("G1", parcel(endings=(HUNG_UP, slow), length_ms=300_000)).passed
    assert not gate("G1", parcel(endings=(HUNG_UP, slow), length_ms=240_000)).passed, "nine turns are more than eight"


def spoilt(closes_off: tuple[str, ...]) -> Scenario:
    """Return a scenario in which a rude word makes the caller take the lesser remedy, and the call ends with less."""
    less = Ending("less", "partial", when(agreed="refund", heard="thank"))
    refund = Remedy("refund", "Refund", "grant", ("You get your money back.",))
    trap = Beat("trap", say("Refund it then!"), "fixing", when(heard="dismiss"), agrees_to="refund", closes_off=closes_off)
    solved = replace(SOLVED, when=when(agreed="resend", heard="say_goodbye", not_agreed="refund"))
    return parcel(
        policy=replace(small().policy, remedies=(*small().policy.remedies, refund)),
        beats=(*parcel().beats, trap),
        endings=(HUNG_UP, solved, less),
    )


def test_g2_fails_behind_a_trap_and_says_where() -> None:
    found = gate("G2", spoilt(closes_off=()))
    assert not found.passed
    assert "last said: " in found.worst and "trap" in found.worst


def test_g2_passes_behind_a_line_that_says_so() -> None:
    found = gate("G2", spoilt(closes_off=("solved",)))
    assert found.passed, found.worst
    assert "partial behind a line that says so" in found.figure


def test_g2_forgives_a_hand_over_that_the_agent_had_offered() -> None:
    boss = Remedy("boss", "The manager calls", "grant", ("My manager will call you.",))
    takes = Beat("takes-boss", say("All right."), "", when(offered="boss", turns_at_least=3), agrees_to="boss")
    over = Ending("over", "escalated", when(agreed="boss"))
    scenario = parcel(
        policy=replace(small().policy, remedies=(*small().policy.remedies, boss)), reactions=(takes,), endings=(HUNG_UP, over, SOLVED)
    )
    found = gate("G2", scenario)
    assert found.passed, found.worst
    assert "handed over as the agent had offered" in found.figure


def test_g3_fails_where_rude_handling_goes_on_and_on() -> None:
    patient = replace(HUNG_UP, when=when(anger_at_least=96, heard_times=("thank", 5)))
    found = gate("G3", parcel(endings=(patient, SOLVED), length_ms=60_000))
    assert not found.passed
    assert found.figure == "0 of 2,000 calls"


def test_g3_fails_where_one_bad_sentence_ends_the_call() -> None:
    touchy = replace(parcel().anger, most_up_per_turn=30_000)
    found = gate("G3", parcel(anger=touchy))
    assert (found.passed, found.worst) == (False, "A rude agent is hung up on after 2 turns already.")


def test_g4_fails_where_the_caller_forgets_to_hang_up_later() -> None:
    early = replace(HUNG_UP, when=when(anger_at_least=96, missing="number"))
    found = gate("G4", parcel(endings=(early, SOLVED)))
    assert not found.passed
    assert "rude with seed" in found.worst


def test_g5_fails_where_the_caller_has_nothing_to_say() -> None:
    found = gate("G5", parcel(beats=tuple(beat for beat in parcel().beats if beat.id != "why")))
    assert not found.passed
    assert "in stage venting" in found.worst


def test_g6_fails_where_saying_sorry_is_enough() -> None:
    cheap = replace(SOLVED, when=when(heard_times=("apologise", 6)))
    found = gate("G6", parcel(endings=(HUNG_UP, cheap)))
    assert (found.passed, found.figure) == (False, "20 of 60 calls won by silent, sorry-only, form-filler")
    assert found.worst.startswith("sorry-only with seed 0 ended at 'solved'")


def test_g7_fails_where_a_slip_ends_the_call() -> None:
    found = gate("G7", parcel(anger=replace(parcel().anger, start=90_000, most_up_per_turn=20_000)))
    assert not found.passed
    assert found.call is not None


def test_g8_fails_where_the_program_cannot_hear_the_offer() -> None:
    remedies = (replace(parcel().policy.remedies[0], offer_like=("Hm.", "Well.")), parcel().policy.remedies[1])
    deaf = parcel(policy=replace(parcel().policy, remedies=remedies), length_ms=120_000)
    assert gate("G7", deaf).passed, "with signals alone all is well"
    found = gate("G8", deaf)
    assert not found.passed
    assert found.figure.startswith("0 of 200 calls, 0 % (at least 90 %)")


def test_a_scenario_of_greeting_and_goodbye_alone_can_pass() -> None:
    wants = when(heard_before_all=["greet", "use_name", "check_further"], heard="thank", anger_at_most=65)
    kind = Ending("kind", "resolved", wants, best=True)
    beats = (Beat("chats", Say({ANY_MOOD: ("Is that so?",)}), "fixing", repeat=True),)
    scenario = parcel(
        facts=(), policy=type(parcel().policy)(), stages=(replace(parcel().stages[1], done_when=None, back_to="", back_when=None),),
        beats=beats, endings=(replace(HUNG_UP, when=when(any_of=[when(anger_at_least=96), when(heard_times=("insult", 2))])), kind),
    )
    for id_ in ("G1", "G2", "G3", "G6"):
        found = gate(id_, scenario)
        assert found.passed, found
