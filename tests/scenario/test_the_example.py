"""The scenario that comes with the program, read to the last value."""

from __future__ import annotations

import hashlib

import pytest

from simulator.scenario.model import (
    ANY_MOOD,
    Anger,
    Condition,
    Goal,
    Scenario,
    VoiceWish,
    When,
)
from simulator.scenario.reading import read_scenario
from simulator.scenario.statistics import count
from tests.support.places import ROOT

FILE = ROOT / "scenarios" / "billing-double-charge.yaml"


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    reading = read_scenario(FILE.read_bytes(), "billing-double-charge.yaml")
    assert [found for found in reading.findings if found.severity != "tip"] == []
    assert reading.scenario is not None
    return reading.scenario


def test_it_is_named_by_its_bytes(scenario: Scenario) -> None:
    assert scenario.sha256 == hashlib.sha256(FILE.read_bytes()).hexdigest()
    assert (scenario.id, scenario.version, scenario.language) == ("billing-double-charge", "1.0.0", "en-US")


def test_times_and_texts(scenario: Scenario) -> None:
    assert scenario.length_ms == 8 * 60_000
    assert scenario.difficulty == 3
    assert scenario.company == "Larkfield Fibre"
    assert scenario.company_at_fault == "yes"
    assert scenario.summary.startswith("A bakery owner was billed twice for her internet service. The second charge overdrew")
    assert scenario.learning_goals[0] == Goal("Let an angry caller finish before asking for anything.", "heard_her")
    assert scenario.screen[0].hidden_until == "identity"


def test_the_caller(scenario: Scenario) -> None:
    assert scenario.caller.name == "Dana Whitlock"
    assert (scenario.caller.age, scenario.caller.patience, scenario.caller.loyalty) == (44, 400, 450)
    assert scenario.caller.voice == VoiceWish("woman", "adult", "fast")


def test_the_temper_is_in_thousandths(scenario: Scenario) -> None:
    assert scenario.anger == Anger(
        start=74_000,
        calmest=15_000,
        hangs_up_at=96_000,
        most_up_per_turn=7_000,
        most_down_per_turn=10_000,
        repeat_discount=500,
        per_minute_unsolved=1_000,
        moods={"calm": 0, "irritated": 30_000, "angry": 55_000, "furious": 80_000},
        soothers={"take_ownership": -9_000, "paraphrase": -7_000, "apologise": -3_000},
        triggers={"calm_down_order": 15_000, "blame_others": 12_000},
    )
    assert list(scenario.anger.moods) == ["calm", "irritated", "angry", "furious"]


def test_the_policy_is_in_thousandths_of_the_currency(scenario: Scenario) -> None:
    policy = scenario.policy
    assert (policy.currency, policy.floor, policy.ceiling) == ("USD", 148_600, 350_000)
    assert policy.verify_first == ("identity",)
    rush, callback, cash = policy.remedies[0], policy.remedies[4], policy.remedies[5]
    assert (rush.id, rush.agent_may, rush.up_to) == ("refund_rush", "grant", 200_000)
    assert rush.needs == ("identity", "charge_dates", "card_last4")
    assert callback.up_to is None
    assert cash.agent_may == "never"
    assert [(entry.id, entry.fault, entry.auto_fail) for entry in policy.never_say] == [
        ("same_day_promise", "over_promise", False),
        ("fee_promise", "over_promise", False),
        ("whole_card_number", "", True),
    ]


def test_the_facts(scenario: Scenario) -> None:
    assert [fact.id for fact in scenario.facts if fact.needed] == ["identity", "charge_dates", "card_last4", "deadline"]
    assert scenario.facts[2].value == "4471"


def test_the_stages(scenario: Scenario) -> None:
    venting, facts, _, closing = scenario.stages
    assert venting.done_when == When(
        (
            Condition(
                "any_of",
                branches=(
                    When((Condition("anger_at_most", number=52_000),)),
                    When((Condition("turns_in_stage_at_least", number=6),)),
                ),
            ),
        )
    )
    assert (facts.back_to, facts.back_when) == ("venting", When((Condition("anger_at_least", number=86_000),)))
    assert (closing.place, closing.done_when) == ("closing", None)


def test_the_beats(scenario: Scenario) -> None:
    assert (len(scenario.beats), len(scenario.reactions)) == (25, 8)
    soften = next(beat for beat in scenario.beats if beat.id == "vent-soften")
    assert soften.when.conditions == (
        Condition("heard_any", ("take_ownership", "paraphrase")),
        Condition("anger_at_most", number=68_000),
        Condition("turns_in_stage_at_least", number=2),
    )
    assert (soften.stage, soften.anger, soften.go_to, soften.repeat) == ("venting", -4_000, "facts", False)
    assert soften.say.lines["angry"] == ("[sigh] Right. Well. That's the first time anyone's said it back to me. Go on, then.",)
    grudging = next(beat for beat in scenario.beats if beat.id == "standard-grudging")
    assert (grudging.agrees_to, grudging.closes_off, grudging.repeat) == ("refund_standard", ("resolved",), True)
    rent = next(beat for beat in scenario.beats if beat.id == "tell-rent")
    assert rent.delivery == {"angry": "voice_cracks"}
    assert all(reaction.stage == "" for reaction in scenario.reactions)


def test_interruptions_silence_and_unclear_words(scenario: Scenario) -> None:
    talk, hold = scenario.interruptions
    assert talk.when.conditions[0] == Condition("talking_seconds_at_least", number=18_000)
    assert (talk.chance, hold.chance) == (700, 1000)
    assert [(step.after_ms, step.anger) for step in scenario.silence] == [(5_000, 0), (11_000, 4_000), (20_000, 8_000)]
    assert scenario.unclear.lines[ANY_MOOD][0] == "You're breaking up. Say that again?"


def test_the_endings(scenario: Scenario) -> None:
    assert [ending.id for ending in scenario.best_endings()] == ["resolved"]
    hung_up = scenario.endings[0].when.conditions[0]
    assert hung_up.branches[1] == When((Condition("heard_times", ("insult",), 2),))
    assert scenario.endings[-1].when == When((Condition("turns_at_least", number=30),))


def test_the_rubric(scenario: Scenario) -> None:
    assert (scenario.rubric.pass_mark, sum(item.weight for item in scenario.rubric.items)) == (70, 100)
    assert scenario.rubric.items[0].anchors[1] == 'Said sorry or "I understand" without naming what happened.'
    assert scenario.rubric.items[3].policy == "all"
    assert scenario.rubric.auto_fail == ("whole_card_number", "insult")
    assert scenario.coaching.next_if_weak["heard_her"] == ("skill-drill-paraphrase",)


def test_it_is_counted(scenario: Scenario) -> None:
    counts = count(scenario)
    assert (counts.beats, counts.reactions, counts.endings) == (25, 8, 7)
    assert (counts.lines, counts.words) == (115, 1240)
