"""The first words of the card: outcome, strength, one change, one sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.scenario.model import Beat, Rubric
from tests.support.calls import agreed, call, cue, greeting, marked, over, reply
from tests.support.small_scenario import parcel, say, when


@pytest.mark.parametrize(
    ("pronouns", "headline"),
    [
        ("she/her", "She stayed, and she trusts the plan."),
        ("he/him", "He stayed, and he trusts the plan."),
        ("they/them", "They stayed, and they trust the plan."),
        ("", "Robin stayed, and Robin trusts the plan."),
    ],
)
def test_the_headline_is_about_the_caller_and_in_their_pronouns(pronouns: str, headline: str) -> None:
    scenario = parcel()
    scenario = parcel(caller=replace(scenario.caller, pronouns=pronouns))

    assert marked(call(greeting()), scenario).first.headline == headline


@pytest.mark.parametrize(
    ("kind", "headline"),
    [
        ("partial", "They stayed, and part of it is solved."),
        ("escalated", "Their case goes on to somebody who can take it further."),
        ("hung_up", "They hung up before there was a plan."),
        ("agent_ended", "The call ended before there was a plan."),
        ("timed_out", "They ran out of time before it was settled."),
        ("resolved", "They stayed, and the problem is solved."),
        ("", "The call ended before it was settled."),
    ],
)
def test_every_kind_of_ending_has_its_headline(kind: str, headline: str) -> None:
    assert marked(call(greeting(), ending="other", kind=kind)).first.headline == headline


def test_a_solved_call_with_a_caller_still_angry_does_not_speak_of_trust() -> None:
    assert marked(call(greeting(), temper_end=70)).first.headline == "They stayed, and the problem is solved."


def test_hanging_up_on_an_agreed_plan_does_not_deny_the_plan() -> None:
    card = marked(call(greeting(), ending="hung-up", kind="hung_up", agreed=(agreed("resend"),)))

    assert card.first.headline == "They hung up before the plan was settled."


def test_the_strength_is_what_was_heard_where_the_temper_fell_most() -> None:
    sorry = reply("i am sorry", cue("apologise"), temper_before=70, temper_after=66)
    ours = reply("that was our mistake", cue("admit_fault"), place="understanding", temper_before=66, temper_after=55)

    first = marked(call(greeting(), sorry, ours)).first

    assert first.keep == "You said plainly that it was our mistake."
    assert first.keep_evidence is not None and first.keep_evidence.quote == "that was our mistake"


def test_where_the_temper_never_fell_a_row_that_was_kept_is_the_strength() -> None:
    first = marked(call(replace(greeting(), cues=()), reply("no", overlaps=(over(),), temper_before=70, temper_after=75))).first

    assert first.keep == "You put the blame on nobody."
    assert first.keep_evidence is None


def test_what_was_said_before_the_caller_spoke_is_no_strength_but_a_greeting() -> None:
    first = marked(call(reply("what do you want", cue("ask_fact"), place="opening"), reply("no", overlaps=(over(),)))).first

    assert first.keep == "You put the blame on nobody."


def test_what_was_only_partly_met_is_praised_where_there_is_nothing_else() -> None:
    vague = reply("that must be hard", cue("acknowledge_feeling", stock=True), temper_before=70, temper_after=70)
    rude = reply("calm down it is your fault and our policy", *(cue(what) for what in ("calm_down_order", "blame_caller")))
    rude = replace(rude, overlaps=(over(),))

    first = marked(call(replace(greeting(), cues=()), replace(vague, overlaps=(over(),)), rude)).first

    assert first.keep == "You spoke in your own words and asked once."


def test_one_row_is_never_both_the_strength_and_the_change() -> None:
    waited, barged = reply("go on"), reply("listen", overlaps=(over(),), temper_before=70, temper_after=80)

    first = marked(call(greeting(), waited, barged)).first

    assert first.change == "Let them finish before you ask."
    assert first.keep != "You let them finish before you spoke."


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        ("calm_down_order", "I hear you. Let me deal with the problem itself, one step at a time."),
        ("robotic", "Let me put that another way."),
        ("ask_again", "I have that noted already, so I won't ask again."),
    ],
)
def test_the_sentence_to_try_is_about_the_very_fault_that_stands_there(fault: str, sentence: str) -> None:
    there = reply("so and so", cue(fault), temper_before=60, temper_after=90)

    first = marked(call(greeting(), there)).first

    assert first.sentence == sentence
    assert first.change_evidence is not None and first.change_evidence.turn == 1


def test_a_call_without_a_word_still_gets_no_false_praise() -> None:
    assert marked(call()).first.keep == "You took the call."


def test_the_change_is_where_the_curve_turned_up_before_what_was_left_out() -> None:
    barged = reply("can you give me the number", overlaps=(over(),), temper_before=70, temper_after=78)
    venting = [reply("go on"), barged]

    first = marked(call(greeting(), *venting)).first

    assert first.change == "Let them finish before you ask."
    assert first.change_evidence is not None and first.change_evidence.note == "you began 1.4 s before they ended"
    assert first.sentence == "Go on, I'm writing this down."


def test_what_the_call_never_reached_is_not_the_change() -> None:
    heard_all = [
        reply("go on", *(cue(what) for what in ("signal_listening", "acknowledge_feeling", "use_name", "take_ownership"))),
        reply("it was us", *(cue(what) for what in ("admit_fault", "paraphrase", "ask_fact"))),
    ]

    assert marked(call(greeting(), *heard_all)).first.change == "Apologise once, early, without an if or a but."


def test_the_sentence_to_try_is_the_model_answer_of_that_moment() -> None:
    scenario = parcel()
    waits = Beat(
        "why",
        say("Well?"),
        "venting",
        watch_for=("acknowledge_feeling",),
        model_answer="Nine days is long. I would be upset too.",
        repeat=True,
    )
    scenario = parcel(beats=(waits, *scenario.beats[1:]))

    first = marked(call(greeting(), reply("right"), reply("yes"), said={1: "why"}), scenario).first

    assert first.change == "Say what this must be like for them, before anything else."
    assert first.sentence == "Nine days is long. I would be upset too."
    assert first.change_evidence is not None and first.change_evidence.turn == 2


def test_a_call_with_nothing_lost_asks_for_the_next_harder_one() -> None:
    scenario = parcel()
    weights = {finding.id: 0 for finding in marked(call(greeting())).findings} | {"greet": 1}
    scenario = parcel(rubric=replace(scenario.rubric, weights=weights))

    first = marked(call(greeting()), scenario).first

    assert (first.change, first.sentence) == ("Nothing stands out to change. Try the next harder call.", "")


def test_the_card_carries_the_question_that_the_author_asks_after_this_ending() -> None:
    scenario = parcel()
    endings = tuple(replace(ending, debrief="Which of your sentences worked?") for ending in scenario.endings)

    assert marked(call(greeting()), parcel(endings=endings)).debrief == "Which of your sentences worked?"


def test_a_better_phrase_never_shows_a_brace() -> None:
    bare = parcel(company="", fault_is="", facts=(), beats=(Beat("why", say("Well?"), "venting", when(), repeat=True),))

    for card in (marked(call(greeting(), reply("right"))), marked(call(greeting(), reply("right")), bare)):
        for finding in card.findings:
            assert "{" not in f"{finding.label}{finding.missing}{finding.better}{card.first.keep}{card.first.change}"
            assert finding.better or finding.outcome not in ("partly", "missed") or finding.id == "fair_remedy", finding.id


def test_the_better_phrases_speak_of_this_scenario() -> None:
    card = marked(call(greeting(), reply("right")))
    better = {finding.id: finding.better for finding in card.findings}

    assert better["ask_fact"] == "What is the parcel number?"
    assert better["offer_remedy"] == "I will send it again today."
    assert better["admit_fault"] == "The driver left the parcel at the wrong door. That was our mistake, not yours."


def test_what_was_said_plainly_only_in_another_place_is_not_asked_for_again() -> None:
    scenario = parcel(rubric=Rubric(weights={"give_timeframe": 100}))
    early = reply("you will have it by monday", cue("give_timeframe", "by monday"), place="venting")
    later = reply("i am on it", place="resolving")
    never = marked(call(greeting(), reply("i see"), later), scenario).first
    said = marked(call(greeting(), early, later), scenario).first

    assert "when" in never.change.lower()
    assert said.change != never.change
