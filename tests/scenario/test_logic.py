"""What the linter says about a trainer's slips in the example's logic, and what it keeps to itself."""

from __future__ import annotations

import time

import pytest

from simulator.call.personality import draw
from simulator.call.signals import Signals
from simulator.call.story import begin, play_turn
from simulator.cues.cue import FAULTS
from simulator.scenario.code_book import smallest_scenario
from simulator.scenario.model import Scenario
from simulator.scenario.reading import read_scenario
from tests.scenario.test_deleted_beats import LINES, TEXT

#: Only the temper ends the call.
NO_INSULTS = ("- {heard_times: {what: insult, at_least: 2}}", "- {turns_at_least: 90}")


def changed(*changes: tuple[str, str]) -> str:
    text = TEXT
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def said(text: str) -> list[tuple[str, str]]:
    """Return code and message of everything that is found, tips aside."""
    findings = read_scenario(text.encode(), "it.yaml").findings
    return [(found.code, found.message) for found in findings if found.severity != "tip"]


def scenario_of(text: str) -> Scenario:
    scenario = read_scenario(text.encode(), "it.yaml").scenario
    assert scenario is not None
    return scenario


SLIPS = {
    "a line that wants to be angry and calm": (
        [("{offered: refund_rush, anger_at_least: 66}", "{offered: refund_rush, anger_at_least: 66, anger_at_most: 50}")],
        [("SC301", "This can never happen: anger cannot be at least 66 and at most 50 at once.")],
    ),
    "a stage that waits for what nobody agrees to": (
        [(LINES["fee-review-ok"], ""), ("- {agreed: refund_standard}\n", "- {agreed_all: [refund_standard, fee_review]}\n")],
        [("SC305", "Nothing moves the call on from 'remedy': no beat agrees to 'fee_review'.")],
    ),
    "a refusal that nothing bounds": (
        [("      anger_at_least: 86\n    repeat", "    repeat")],
        [
            ("SC306", f"'{name}' can never win: 'too-angry-to-answer' fits whenever it does. Narrow one of them.")
            for name in (
                "vent-more-questions", "give-identity", "give-charge-dates", "give-card-last4", "give-prior-contact", "tell-bank-fee"
            )
        ],
    ),
    "an angry line where she is calm": (
        [('      irritated: "Fine. Fine. I\'ll ring', '      angry: "What choice do I have?"\n      irritated: "Fine. Fine. I\'ll ring')],
        [("SC308", "The 'angry' line needs anger 55-79, but this waits for at most 50. It is never spoken.")],
    ),
    "two numbers for hanging up": (
        [("hangs_up_at: 96", "hangs_up_at: 90")],
        [("SC309", "The ending waits for 96, but hangs_up_at is 90.")],
    ),
    "the half success above the whole one": (
        [("    when: {agreed: supervisor_callback}\n", "    when: {agreed: refund_rush}\n")],
        [
            ("SC311", "'resolved' can't happen: 'escalated' above it fits first."),
            ("SC311", "'half-done' can't happen: 'escalated' above it fits first."),
        ],
    ),
    "a limit that is none": (
        [("most_up_per_turn: 7 ", "most_up_per_turn: 25 ")],
        [("SC312", "With most_up_per_turn 25, one bad sentence takes the caller from 74 to 96 and over. Use 10 or less.")],
    ),
    "moods with a hole below": ([("{calm: 0, irr", "{calm: 5, irr")], [("SC310", "The first mood must start at 0.")]),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "messages"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_named(changes: list[tuple[str, str]], messages: list[tuple[str, str]]) -> None:
    found = said(changed(*changes))
    assert [each for each in found if each[0] in {code for code, _ in messages}] == messages


def test_after_a_bad_sentence_the_call_is_over_where_the_linter_says_so() -> None:
    text = changed(("most_up_per_turn: 7 ", "most_up_per_turn: 25 "), NO_INSULTS)
    scenario = scenario_of(text)
    story, _ = play_turn(scenario, draw(scenario, 0), begin(scenario, draw(scenario, 0)), Signals(tuple(FAULTS)), 0)
    assert story.ending == "hung-up"


@pytest.mark.parametrize("start", [60, 70, 75, 80, 88])
def test_the_quickest_hang_up_is_the_one_that_is_played(start: int) -> None:
    text = changed(("start: 74", f"start: {start}"), NO_INSULTS)
    scenario = scenario_of(text)
    story = begin(scenario, draw(scenario, 0))
    while not story.ending:
        story, _ = play_turn(scenario, draw(scenario, 0), story, Signals(tuple(FAULTS)), 0)
    tips = [found.message for found in read_scenario(text.encode(), "it.yaml").findings if found.code == "SC313"]
    assert tips == ([f"Quickest hang-up: {story.turns} turns of rude answers."] if story.turns <= 3 else [])


def test_the_quickest_way_of_the_example_is_two_insults() -> None:
    [tip] = [found for found in read_scenario(TEXT.encode(), "it.yaml").findings if found.code == "SC313"]
    assert tip.message == "Quickest hang-up: 4 turns of rude answers (2 with 'insult' in each)."


def test_what_is_refused_for_ever_is_never_told() -> None:
    text = changed(("      anger_at_least: 86\n    repeat", "      heard_before: sarcasm\n    repeat"))
    assert ("SC315", "Once 'sarcasm' was heard, the caller never gives 'identity' again.") in said(text)
    scenario = scenario_of(text)
    story = begin(scenario, draw(scenario, 0))
    for heard in [("sarcasm",), *[("acknowledge_feeling", "take_ownership", "paraphrase")] * 20]:
        story, _ = play_turn(scenario, draw(scenario, 0), story, Signals(heard, ("identity",)), 0)
    assert story.stage == "facts"
    assert "identity" not in story.known


FINE = {
    "said once, then always the same": """reactions:
  - {id: hurt, when: {heard: insult}, say: "I beg your pardon?"}
  - {id: hurt-again, when: {heard: insult}, repeat: always, say: "Again?"}
""",
    "two griefs, one after the other": """reactions:
  - {id: third-time, when: {heard: apologise}, say: "It is the third time."}
  - {id: in-the-rain, when: {heard: apologise}, say: "And it lay in the rain."}
""",
    "an answer is given behind the reaction": """reactions:
  - {id: oh-well, when: {turns_at_least: 1, heard: dismiss}, repeat: always, say: "Oh well."}
""",
    "told already": """reactions:
  - {id: told-you, when: {asked: order_number, said: give-number}, repeat: always, say: "I told you."}
""",
    "the line of the nearest mood": """reactions:
  - {id: hurt, when: {heard: insult, anger_at_least: 80}, repeat: always, say: {angry: "You!"}}
""",
    "an ending that a line closes off": """endings:
  - {id: hung-up, kind: hung_up, when: {anger_at_least: 96}}
  - {id: good, kind: resolved, best: true, when: {agreed: new_parcel}}
  - {id: fair, kind: resolved, when: {agreed: new_parcel, heard_before: insult}}
reactions:
  - {id: hurt, when: {heard: insult}, closes_off: [good], say: "I beg your pardon?"}
""",
    "a silence that ends the call": """endings:
  - {id: hung-up, kind: hung_up, when: {any_of: [{anger_at_least: 96}, {silence_seconds_at_least: 30}]}}
  - {id: good, kind: resolved, when: {agreed: new_parcel}}
silence:
  - {after_seconds: 10, say: "Hello?"}
""",
}


@pytest.mark.parametrize("blocks", FINE.values(), ids=FINE)
def test_what_is_no_mistake_is_not_reported(blocks: str) -> None:
    text = smallest_scenario()
    if "endings:" in blocks:
        text = text[: text.index("endings:")] + text[text.index("rubric:") :]
    assert said(text + blocks) == []


def crowded(beats: int, when: str) -> str:
    """Return the smallest scenario with many more lines."""
    lines = [f"  - {{id: b{at}, stage: talk, repeat: always, when: {when % at}, say: a}}" for at in range(beats)]
    return smallest_scenario().replace("endings:", "\n".join(lines) + "\nendings:")


@pytest.mark.parametrize(
    "when", ["{asked: order_number, turns_at_least: %d}", "{any_of: [{heard: insult}, {turns_at_least: %d}]}", "{said: b%d}"]
)
def test_a_crowded_file_is_answered_within_a_second(when: str) -> None:
    text = crowded(1000, when).encode()
    began = time.process_time()
    findings = read_scenario(text, "it.yaml").findings
    assert time.process_time() - began < 3.0, "no blow-up; speed itself is held by the benchmark"
    assert "SC009" not in {found.code for found in findings}
