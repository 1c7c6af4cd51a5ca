"""The brief says what is allowed in three lists, and what this machine can do at present."""

from __future__ import annotations

import pytest

from simulator.scenario.model import MustSay, NeverSay, Policy, Remedy
from simulator.screens.brief_screen import (
    UNCHECKED,
    ReadyLine,
    brief_screen,
    consent_line,
    readiness,
    with_line,
)
from tests.support.small_scenario import parcel

READY = tuple(ReadyLine(line.what, line.label, "ready", "it") for line in UNCHECKED)


def lacking(*what: str) -> tuple[ReadyLine, ...]:
    return tuple(ReadyLine(line.what, line.label, "missing" if line.what in what else "ready") for line in READY)


def test_the_policy_is_put_into_words_with_its_limits() -> None:
    policy = Policy(
        currency="USD",
        remedies=(
            Remedy("refund", "Refund to the card", "grant", (), up_to=148_600),
            Remedy("call", "A call back", "grant", ()),
            Remedy("fee", "The bank's fee", "send_for_review", (), up_to=40_000),
            Remedy("cash", "Cash for the stress", "never", ()),
        ),
        never_say=(NeverSay("today", ("It is there today.",), "The bank decides when it arrives."),),
        must_say=(MustSay("reference", "Give a reference number", ()),),
    )
    screen = brief_screen(parcel(policy=policy))
    assert [(rows.title, rows.rows) for rows in screen.lists] == [
        ("You may give", ("Refund to the card, up to $148.60", "A call back")),
        ("You may send to review, but not promise", ("The bank's fee, up to $40",)),
        ("You may not give", ("Cash for the stress",)),
        ("Do not say", ("“It is there today.” The bank decides when it arrives.",)),
        ("Say once", ("Give a reference number",)),
    ]


def test_lists_with_nothing_in_them_are_left_out() -> None:
    assert brief_screen(parcel(policy=Policy())).lists == ()


def test_every_list_has_a_shape_of_its_own_beside_its_colour() -> None:
    policy = Policy(
        remedies=tuple(Remedy(may, may, may, ()) for may in ("grant", "send_for_review", "never")),
        never_say=(NeverSay("x", (), "why"),),
        must_say=(MustSay("y", "say", ()),),
    )
    lists = brief_screen(parcel(policy=policy)).lists
    assert len({rows.shape for rows in lists}) == len({rows.tone for rows in lists}) == 5


def test_the_callers_wishes_are_not_given_away() -> None:
    scenario = parcel()
    shown = repr(brief_screen(scenario))
    assert scenario.caller.wants and scenario.caller.wants not in shown.replace(scenario.summary, "")


def test_everything_ready_lets_one_speak_and_type() -> None:
    able = readiness(READY)
    assert (able.may_speak, able.may_type, able.sentence) == (True, True, "")


@pytest.mark.parametrize("what", ["microphone", "loudspeaker", "model", "voice"])
def test_whatever_speaking_lacks_one_may_type(what: str) -> None:
    able = readiness(lacking(what))
    assert (able.may_speak, able.may_type) == (False, True)
    assert "type your replies" in able.sentence


def test_a_full_disk_stops_both() -> None:
    able = readiness(lacking("disk", "model"))
    assert (able.may_speak, able.may_type) == (False, False)


def test_a_line_takes_the_place_of_the_former_one() -> None:
    lines = with_line(UNCHECKED, READY[2])
    assert [line.state for line in lines] == ["checking", "checking", "ready", "checking", "checking"]
    assert readiness(lines).checking


def test_what_is_missing_is_said_in_words_to_a_screen_reader() -> None:
    line = ReadyLine("model", "Recognition model", "missing", "It is not installed.", "Install it.")
    assert line.spoken == "Recognition model: missing. It is not installed. Install it."


def test_the_answer_about_the_recording_is_one_line() -> None:
    assert consent_line("") == ""
    assert consent_line("sound") != consent_line("words")
