"""The words that people read instead of ids."""

from __future__ import annotations

import pytest

from simulator.cues.cue import CATALOGUE
from simulator.scoring.pronouns import HE, SHE, THEY
from simulator.scoring.rubric import DEDUCTION_ROWS
from simulator.scoring.wording import cause_sentence, label, moment, seconds, shown, tag
from tests.support.calls import agreed, call, cue, greeting, marked, reply, row


@pytest.mark.parametrize("what", sorted(CATALOGUE | set(DEDUCTION_ROWS) | {"unsolved", "silence"}))
def test_every_id_has_words_and_none_of_them_is_an_id(what: str) -> None:
    for words in (label(what, SHE), cause_sentence(what, SHE), tag(what, SHE)):
        assert words and "_" not in words and "{" not in words
    assert label(what)[0].isupper() and tag(what)[0].isupper() and cause_sentence(what, THEY)[0].islower()


def test_the_caller_keeps_their_pronoun() -> None:
    assert cause_sentence("paraphrase", SHE) == "you repeated her problem back"
    assert tag("paraphrase", HE) == "Repeated his story"
    assert cause_sentence("interrupt", THEY) == "you spoke over them"
    assert (cause_sentence("ask_again"), tag("ask_again")) == ("asked before", "Asked before")


def test_an_id_of_a_scenario_becomes_plain_words() -> None:
    assert tag("whole_card_number") == "whole card number"


def test_times_are_written_for_people() -> None:
    assert (moment(0), moment(74_900), moment(600_000)) == ("0:00", "1:14", "10:00")
    assert (seconds(1_349), seconds(1_350), seconds(6_200)) == ("1.3 s", "1.4 s", "6.2 s")


def test_the_right_of_a_row_says_when_or_how() -> None:
    said = call(
        greeting(),
        reply("i am sorry", cue("apologise")),
        reply("calm down", cue("calm_down_order")),
        reply("calm down", cue("calm_down_order")),
        agreed=(agreed("resend"),),
    )
    card = marked(said)

    assert {
        each: shown(row(card, each)) for each in ("apologise", "thank", "escalate", "not_dismissive", "fair_remedy", "no_blame")
    } == {
        "apologise": "0:20",
        "thank": "not heard",
        "escalate": "not needed",
        "not_dismissive": "partly",
        "fair_remedy": "within policy",
        "no_blame": "yes",
    }
