"""The card says one thing first, a strength before a change, and shows every point with its evidence."""

from __future__ import annotations

from dataclasses import replace

from simulator.scoring.finding import AutoFail, Evidence
from simulator.screens.card_curve import card_curve
from simulator.screens.card_screen import card_screen, quote_of
from simulator.screens.rows_screen import rows_screen
from tests.desktop import pretend_scenes as scenes
from tests.desktop.pretend_card import pretend_card


def test_the_first_words() -> None:
    screen = card_screen(scenes.over(), pretend_card(), (61, 80))
    assert (screen.title, screen.chips) == ("Your call with Dana Whitlock", ("Charged twice, rent due tomorrow", "Attempt 3"))
    assert screen.headline == "She stayed, and she trusts the plan."
    assert screen.ended == "Ended: solved · 7 min 48 s · her anger went from 74 to 28"
    assert (screen.score, screen.beside_score) == ("74", "of 100 · your best 80 · last 61")


def test_a_strength_comes_before_the_one_change() -> None:
    screen = card_screen(scenes.over(), pretend_card(), ())
    assert screen.keep is not None and screen.change is not None
    assert (screen.keep.sentence, screen.keep.quote.time if screen.keep.quote else "") == (
        "You said plainly that it was our mistake.",
        "4:02",
    )
    assert screen.change.quote is not None and screen.change.quote.text == "you began 1.4 s before she ended"
    assert screen.change.try_this == "Go on, I'm writing this down."
    assert screen.beside_score == "of 100 · your first try"


def test_the_steps_are_the_heaviest_in_the_order_of_the_rubric() -> None:
    steps = card_screen(scenes.over(), pretend_card(), ()).steps
    assert [f"{step.shape} {step.label}: {step.right}" for step in steps] == [
        "✓ Stayed calm: yes",
        "◐ Let her vent: partly",
        "✓ Named her feeling: 0:52",
        "✓ Apologised: 3:11",
        "✓ Said whose mistake it was: 4:02",
        "◐ Asked for the facts: partly",
        "✓ Repeated her story: 3:11",
        "✓ Took it on yourself: 3:46",
        "✓ Offered a remedy: 3:46",
        "✗ Said by when: not heard",
    ]


def test_all_24_rows_are_there_with_shape_word_and_worth() -> None:
    screen = rows_screen(scenes.over(), pretend_card())
    rows = {row.id: row for group in screen.groups for row in group.rows}
    assert screen.title == "All 24 steps"
    assert [(group.title, group.score, len(group.rows)) for group in screen.groups] == [
        ("Care", 68, 8),
        ("Solution", 81, 10),
        ("Conduct", 73, 6),
        ("What made it harder", -1, 2),
    ]
    assert rows["let_vent"].spoken == "Let her vent, partly, 3 of 6 points"
    assert rows["escalate"].spoken == "Passed it on when needed, not needed"
    assert rows["thank"].outcome == "could not tell"
    assert rows["interrupt"].outcome == "once"


def test_a_missing_step_is_not_heard_and_has_a_sentence_to_try() -> None:
    rows = {row.id: row for group in rows_screen(scenes.over(), pretend_card()).groups for row in group.rows}
    missed = rows["give_timeframe"]
    assert (missed.outcome, missed.quotes) == ("not heard", ())
    assert missed.missing == "A day or a time."
    assert missed.try_this == "It will be on your card by Thursday at the latest."
    assert rows["apologise"].try_this == rows["apologise"].missing == ""


def test_what_does_not_count_is_listed_only_where_it_was_heard() -> None:
    card = pretend_card()
    unweighted = tuple(
        replace(finding, weight=0) if finding.id in ("greet", "give_timeframe") else finding for finding in card.findings
    )
    screen = rows_screen(scenes.over(), replace(card, findings=unweighted))
    rows = {row.id: row for group in screen.groups for row in group.rows}
    assert rows["greet"].worth == "not scored"
    assert "give_timeframe" not in rows
    assert screen.title == "All 22 steps"


def test_the_curve_has_the_scenarios_bands_and_the_two_moments() -> None:
    curve = card_curve(scenes.over(), pretend_card())
    assert [(band.word, band.low, band.high) for band in curve.bands] == [
        ("calm", 0, 30_000),
        ("irritated", 30_000, 55_000),
        ("angry", 55_000, 80_000),
        ("furious", 80_000, 100_000),
    ]
    assert [mark.words for mark in curve.marks] == ["0:20 you spoke over her", "4:02 you said whose mistake it was"]
    assert curve.points[0] == (0, 74_000)
    assert curve.spoken == "Anger over the call: angry 74 at the start, calm 28 at the end"


def test_a_mark_lies_on_the_line() -> None:
    curve = card_curve(scenes.over(), pretend_card())
    for mark in curve.marks:
        around = [temper for across, temper in curve.points if abs(across - mark.across) < 80]
        assert min(around) - 6_000 <= mark.temper <= max(around) + 6_000


def test_a_typed_call_has_no_clock() -> None:
    state = replace(scenes.over(), typed=True)
    screen = card_screen(state, pretend_card(), ())
    assert screen.ended == "Ended: solved · 9 replies · her anger went from 74 to 28"
    assert screen.keep is not None and screen.keep.quote is not None and screen.keep.quote.time == ""
    assert {step.right for step in screen.steps} <= {"met", "partly", "not heard"}
    across = [where for where, _ in screen.curve.points]
    assert across == sorted(across) and across[-1] == 1000


def test_what_fails_a_call_is_shown_with_its_words_and_time() -> None:
    fail = AutoFail("insult", "words against the person", Evidence(2, "you idiot", 61_000, 62_000, "insult", "sure", 0))
    card = replace(pretend_card(), auto_fails=(fail,), for_the_coach=("She asked for a supervisor twice.",))
    assert card_screen(scenes.over(), card, ()).notices == (
        ("This must not be said", "Words against the person: “you idiot” 1:01"),
        ("A coach should look", "She asked for a supervisor twice."),
    )


def test_evidence_is_shown_with_its_words_and_what_belongs_to_them() -> None:
    offer = Evidence(4, "i can refund fifty", 61_000, 62_000, "remedy: ...", "sure", 500, "too little: Refund, $50")
    wait = replace(offer, quote="", note="you waited until she had finished")

    shown = [quote.text for each in (offer, wait) if (quote := quote_of(each, timed=True)) is not None]

    assert shown == ["“i can refund fifty” – too little: Refund, $50", "you waited until she had finished"]


def test_evidence_names_the_rule_that_found_it_where_it_is_written_for_people() -> None:
    offer = Evidence(4, "i can refund fifty", 61_000, 62_000, "remedy: i can ...", "possible", 500)
    never = replace(offer, rule="never say: whole_number")

    shown = [quote.rule for each in (offer, never) if (quote := quote_of(each, timed=True)) is not None]

    assert shown == ["“remedy: i can ...” · perhaps", ""]


def test_a_call_without_a_reply_is_not_marked() -> None:
    screen = card_screen(scenes.over(), replace(pretend_card(), replies=0, score=0), (61,))
    assert (screen.score, screen.beside_score, screen.steps) == ("–", "nothing was said, so nothing is marked", ())


def test_the_curve_begins_at_the_left_edge() -> None:
    state = replace(scenes.over(), curve=((46_800, 74_000), (468_000, 28_000)))
    assert card_curve(state, pretend_card()).points == ((0, 74_000), (100, 74_000), (1000, 28_000))
