"""The score: what goes in, how it is rounded, and what must always be true of it."""

from __future__ import annotations

import dataclasses
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator import canonical
from simulator.cues.cue import (
    ALL_FAULTS,
    ALL_SKILLS,
    CALL_SIGNALS,
    MEASURED_FAULTS,
    MEASURED_SKILLS,
    Cue,
)
from simulator.scoring.finding import Finding, Outcome
from simulator.scoring.marked_call import MarkedCall, Reply
from simulator.scoring.totals import score_of
from tests.support.calls import call, cue, greeting, marked, over, reply, silence


def _finding(weight: int, credit: int, outcome: Outcome = "met") -> Finding:
    return Finding("greet", "Greeted", "care", weight, outcome, credit, ())


def test_the_score_is_the_share_of_the_weight_that_applies() -> None:
    assert score_of([_finding(6, 1000), _finding(2, 500), _finding(2, 0, "missed")]) == 70


def test_it_is_rounded_half_up_once() -> None:
    assert score_of([_finding(1, 1000), _finding(199, 0, "missed")]) == 1  # 0.5
    assert score_of([_finding(1, 990), _finding(199, 0, "missed")]) == 0  # 0.495
    assert score_of([_finding(3, 835), _finding(3, 834)]) == 83  # 83.45


def test_rows_that_do_not_apply_or_could_not_be_told_leave_the_denominator() -> None:
    rest = [_finding(50, 0, "not_applicable"), _finding(50, 0, "could_not_tell")]

    assert score_of([_finding(1, 1000), *rest]) == 100
    assert score_of(rest) == 0


def test_the_pass_mark_is_passed_when_it_is_reached() -> None:
    played = call(greeting(), reply("i am sorry", cue("apologise")))
    score = marked(played).score
    from tests.support.small_scenario import parcel

    scenario = parcel()
    at = dataclasses.replace(scenario, rubric=dataclasses.replace(scenario.rubric, pass_mark=score))
    above = dataclasses.replace(scenario, rubric=dataclasses.replace(scenario.rubric, pass_mark=score + 1))
    assert (marked(played, at).passed, marked(played, above).passed) == (True, False)


def test_a_better_call_scores_higher_than_a_worse_one_and_a_silent_one_nothing() -> None:
    kind = call(
        greeting(),
        reply("that must be hard robin i am sorry", cue("acknowledge_feeling"), cue("apologise"), cue("use_name", "robin")),
        reply(
            "so the parcel went to the wrong door that was our mistake",
            cue("paraphrase"),
            cue("admit_fault"),
            place="understanding",
        ),
        reply(
            "i can send it again by five tomorrow",
            cue("offer_remedy", remedy="resend"),
            cue("give_timeframe"),
            place="resolving",
        ),
        reply("anything else thank you", cue("check_further"), cue("thank"), place="closing"),
    )
    rude = call(
        greeting(), reply("calm down you should have read it", cue("calm_down_order"), cue("blame_caller"), overlaps=(over(),))
    )

    scores = [marked(each).score for each in (kind, call(greeting(), reply("right"), reply("yes")), rude, call())]

    assert scores == sorted(scores, reverse=True) and len(set(scores)) == 4
    assert scores[-1] == 0


_IDS = sorted(ALL_SKILLS | ALL_FAULTS | set(CALL_SIGNALS))
#: Heard in the words; an early offer is left out, because the row "listened before solving" is about offers made too early.
_GOOD = sorted(ALL_SKILLS - set(MEASURED_SKILLS) - {"offer_remedy"})
_PLACES = st.sampled_from(["venting", "understanding", "resolving", "closing"])


@st.composite
def _replies(draw: st.DrawFn, ids: list[str] = _IDS, confidence: tuple[int, ...] = (1000, 500)) -> Reply:
    found = draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(["sure", "possible"]), st.booleans()), max_size=4))
    cues = [
        cue(what, certainty=certainty, stock=stock, remedy="resend" if what == "offer_remedy" else "")
        for what, certainty, stock in found
    ]
    return reply(
        draw(st.sampled_from(["one two three", "four five", "six seven eight nine"])),
        *cues,
        place=draw(_PLACES),
        confidence=draw(st.sampled_from(confidence)),
        unclear=draw(st.booleans()) if 500 in confidence else False,
        overlaps=(over(),) if draw(st.booleans()) else (),
        asked_again=("number",) if draw(st.booleans()) else (),
        temper_before=draw(st.integers(0, 100)),
        temper_after=draw(st.integers(0, 100)),
    )


@st.composite
def _calls(draw: st.DrawFn) -> MarkedCall:
    replies = draw(st.lists(_replies(), max_size=6))
    measured = draw(st.lists(st.tuples(st.sampled_from(MEASURED_FAULTS), st.integers(0, 6)), max_size=2))
    return call(
        *replies,
        typed=draw(st.booleans()),
        kind=draw(st.sampled_from(["resolved", "partial", "escalated", "hung_up", "agent_ended", "timed_out", ""])),
        ending=draw(st.sampled_from(["solved", "hung-up", "trainee-hung-up", ""])),
        measured_faults=tuple(measured),
        dead_air=(silence(1000),) if draw(st.booleans()) else (),
    )


@given(_calls())
def test_every_number_is_between_0_and_100_and_every_credit_between_0_and_1000(played: MarkedCall) -> None:
    card = marked(played)

    assert all(0 <= each <= 100 for each in (card.score, card.care, card.solution, card.conduct))
    assert all(0 <= finding.credit <= 1000 for finding in card.findings)


@settings(max_examples=50)
@given(_calls())
def test_the_same_call_gives_the_same_bytes(played: MarkedCall) -> None:
    assert canonical.line(marked(played)) == canonical.line(marked(dataclasses.replace(played)))


@settings(max_examples=50)
@given(_calls(), st.randoms(use_true_random=False))
def test_the_order_in_which_cues_were_found_changes_nothing(played: MarkedCall, dice: random.Random) -> None:
    shuffled = tuple(dataclasses.replace(each, cues=_shuffled(each.cues, dice)) for each in played.replies)

    assert canonical.line(marked(dataclasses.replace(played, replies=shuffled))) == canonical.line(marked(played))


def _shuffled(cues: tuple[Cue, ...], dice: random.Random) -> tuple[Cue, ...]:
    mixed = list(cues)
    dice.shuffle(mixed)
    return tuple(mixed)


@given(
    st.lists(_replies(confidence=(1000,)), min_size=1, max_size=5),
    st.sampled_from(_GOOD),
    st.sampled_from(["sure", "possible"]),
    st.data(),
)
def test_one_more_good_cue_never_lowers_the_score(
    replies: list[Reply], skill: str, certainty: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(replies) - 1))
    more = cue(skill, replies[at].text, certainty=certainty, rule="one more")
    better = [*replies]
    better[at] = dataclasses.replace(
        replies[at], cues=(*replies[at].cues, dataclasses.replace(more, end=len(replies[at].text)))
    )

    assert marked(call(greeting(), *better)).score >= marked(call(greeting(), *replies)).score


@settings(max_examples=50)
@given(_calls())
def test_the_first_words_never_say_what_the_trainee_is_like(played: MarkedCall) -> None:
    card = marked(played)
    words = " ".join(
        (card.first.headline, card.first.keep, card.first.change, *(finding.missing for finding in card.findings))
    ).lower()

    for banned in (
        "you failed",
        "you should",
        "nervous",
        "confident",
        "rude",
        "bad",
        "wrong with you",
        "emotional",
        "stressed",
    ):
        assert banned not in words
