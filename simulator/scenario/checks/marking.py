"""Whether the call is marked so that two coaches would mark alike: SC501 to SC506 of scenario-format 4.2."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from simulator.authored.tree import Block, locate
from simulator.cues.cue import MEASURED_FAULTS, MEASURED_SKILLS
from simulator.cues.spot import spot
from simulator.scenario.lint_finding import Findings
from simulator.scenario.model import Beat, Opening, Scenario, When

FULL_WEIGHT = 100
#: So many model answers are listened to before a skill is called out of place; each takes a millisecond.
MOST_ANSWERS = 100
#: What every call gives a chance for: anybody can greet, ask, and stay calm.
_ALWAYS = frozenset({*MEASURED_SKILLS, *MEASURED_FAULTS, "greet", "use_name", "ask_fact", "signal_listening", "check_further", "thank"})


def check_marking(scenario: Scenario, tree: Block, findings: Findings) -> None:
    """Add weights that do not add up, items and goals that nothing measures, and what coaches would miss."""
    _weights(scenario, tree, findings)
    _items(scenario, tree, findings)
    _goals(scenario, tree, findings)
    _model_answers(scenario, tree, findings)


def _weights(scenario: Scenario, tree: Block, findings: Findings) -> None:
    items = scenario.rubric.items
    total = sum(item.weight for item in items)
    if items and total != FULL_WEIGHT:
        _, key = locate(tree, ("rubric", "items"))
        if key is not None:
            findings.add("SC501", key, total=str(total), full=str(FULL_WEIGHT))
    for at, what in enumerate(scenario.rubric.auto_fail):
        weighs = [item.id for item in items if what in item.counts_against and item.weight]
        if weighs:
            node, _ = locate(tree, ("rubric", "auto_fail", at))
            findings.add("SC506", node, what=what, item=weighs[0])


def _items(scenario: Scenario, tree: Block, findings: Findings) -> None:
    named = {*_named_anywhere(scenario), *_ALWAYS}
    if any(skill not in named for item in scenario.rubric.items for skill in item.looks_for):
        named |= _shown_in_answers(scenario)
    for at, item in enumerate(scenario.rubric.items):
        for number, skill in enumerate(item.looks_for):
            if skill not in named:
                node, _ = locate(tree, ("rubric", "items", at, "looks_for", number))
                findings.add("SC502", node, skill=skill)
        if not item.anchors:
            node, _ = locate(tree, ("rubric", "items", at, "id"))
            findings.add("SC504", node)


def _shown_in_answers(scenario: Scenario) -> set[str]:
    """Return the skills that a model answer shows: whoever wrote it saw a chance for them there."""
    parts: tuple[Opening | Beat, ...] = (scenario.opening, *scenario.beats, *scenario.reactions)
    answers = (part.model_answer for part in parts if part.model_answer)
    return {cue.skill for answer in islice(answers, MOST_ANSWERS) for cue in spot(answer)}


def _named_anywhere(scenario: Scenario) -> Iterator[str]:
    """Yield every skill that some part of the file waits for, asks for or is an occasion for."""
    policy = scenario.policy
    yield from scenario.opening.watch_for
    for beat in (*scenario.beats, *scenario.reactions):
        yield from beat.watch_for
        yield from _heard_in(beat.when)
    for interruption in scenario.interruptions:
        yield from _heard_in(interruption.when)
    for stage in scenario.stages:
        for when in (stage.done_when, stage.back_when):
            yield from _heard_in(when) if when else ()
    for ending in scenario.endings:
        yield from _heard_in(ending.when)
    for must in policy.must_say:
        yield from (must.id, f"give_{must.id}")
    yield from scenario.anger.soothers
    yield from scenario.anger.triggers
    if policy.remedies:
        yield from ("offer_remedy", "fair_remedy", "take_ownership", "explain_plan", "give_timeframe", "offer_options")
    if any(remedy.agent_may != "grant" for remedy in policy.remedies) or policy.never_say:
        yield from ("set_limit", "over_promise", "forbidden_offer")
    if scenario.company_at_fault in ("yes", "partly"):
        yield "admit_fault"
    # Every caller here is upset about something that can be named, repeated and said sorry for.
    yield from ("acknowledge_feeling", "paraphrase", "apologise")


def _heard_in(when: When) -> Iterator[str]:
    for condition in when.conditions:
        if condition.word.startswith("heard"):
            yield from condition.ids
        for branch in condition.branches:
            yield from _heard_in(branch)


def _goals(scenario: Scenario, tree: Block, findings: Findings) -> None:
    for at, goal in enumerate(scenario.learning_goals):
        if not goal.item:
            node, _ = locate(tree, ("learning_goals", at))
            findings.add("SC503", node)


def _model_answers(scenario: Scenario, tree: Block, findings: Findings) -> None:
    for part, beats in (("beats", scenario.beats), ("reactions", scenario.reactions)):
        for at, beat in enumerate(beats):
            if beat.watch_for and not beat.model_answer:
                _, key = locate(tree, (part, at, "watch_for"))
                if key is not None:
                    findings.add("SC505", key)
