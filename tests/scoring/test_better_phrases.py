"""A sentence to try never says what the policy of its scenario forbids, whatever call it is for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from simulator.call.context import cues_of
from simulator.cues.cue import ALL_FAULTS
from simulator.robots.bots import BOTS
from simulator.robots.typed_calls import typed_call
from simulator.scenario.model import MustSay, OwnExamples, Scenario
from simulator.scenario_files import load_scenario
from simulator.scoring.finding import Scorecard
from simulator.session.marking import marked_call
from tests.support.calls import (
    call,
    greeting,
    house,
    marked,
    remedy,
    row,
    with_remedies,
)
from tests.support.places import ROOT

FILES = sorted(path for path in (ROOT / "scenarios").glob("*.yaml") if not path.stem.endswith(".tests"))


def sentences(card: Scorecard) -> Iterator[str]:
    yield from (finding.better for finding in card.findings if finding.better)
    yield card.first.sentence


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
@pytest.mark.parametrize("bot", ["calm", "rude"])
def test_no_sentence_to_try_breaks_the_policy(path: object, bot: str) -> None:
    of: Scenario = load_scenario(path)  # type: ignore[arg-type]
    forbidden = ALL_FAULTS | {never.id for never in of.policy.never_say}

    for text in sentences(marked(marked_call(typed_call(of, BOTS[bot], 0)), of)):
        assert "{" not in text
        assert not {cue.skill for cue in cues_of(of, text)} & forbidden, text


def test_when_and_what_to_quote_come_from_what_the_scenario_requires() -> None:
    of = with_remedies(remedy("resend"))
    musts = (MustSay("time", "Say when", ("tomorrow", "It will be with you by noon tomorrow.")),)
    of = replace(of, policy=replace(of.policy, must_say=musts))

    assert row(marked(call(greeting()), of), "give_timeframe").better == "It will be with you by noon tomorrow."


def test_what_stands_in_brackets_is_for_the_eye() -> None:
    of = with_remedies(remedy("claim", label="A claim (decided within five days)"), remedy("visit", label="A visit"))

    assert "One: A claim. Two: A visit." in row(marked(call(greeting()), of), "offer_options").better


def test_a_phrase_that_names_a_forbidden_remedy_is_passed_over() -> None:
    of = with_remedies(remedy("resend"), remedy("cash", agent_may="never"))
    of = replace(of, cues={"apologise": OwnExamples(better_phrase="I'm sorry, you get {remedy.cash} for it.")})
    house_phrase = next(each for each in house().rows if each.id == "apologise").better[0].replace("{caller}", "Robin")

    assert row(marked(call(greeting()), of), "apologise").better == house_phrase
