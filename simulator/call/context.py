"""What is heard in a reply by somebody who knows the scenario, and two comparisons of a reply with it.

A scenario cannot invent a detector; it can only give names, words and example sentences, which are data for the finders.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from simulator.call.playbook import SameScenario
from simulator.call.state import CallState
from simulator.cues.cue import FAULTS, Cue, CueContext, Likes
from simulator.cues.second_opinion import RULE as LEARNED
from simulator.cues.spot import spot
from simulator.cues.word_kinds import story_words
from simulator.scenario.model import Say, Scenario
from simulator.transcript.words import Word

#: Of a hidden row's own words, this share (per mille) makes it told.
TOLD_SHARE = 600


def cue_context(scenario: Scenario) -> CueContext:
    """Return the scenario's names, story words and example sentences."""
    return _context(SameScenario(scenario))


def cues_of(scenario: Scenario, text: str, words: tuple[Word, ...] = ()) -> tuple[Cue, ...]:
    """Return the cues of one reply in a call of this scenario.

    What only the words together suggest may give credit, but it accuses nobody: neither the caller nor the card takes it for a fault. A
    misheard "right down this number, please" once looked like an order to calm down.
    """
    found = spot(text, cue_context(scenario), words)
    return tuple(cue for cue in found if cue.rule != LEARNED or cue.skill not in FAULTS)


@lru_cache(maxsize=8)
def _context(key: SameScenario) -> CueContext:
    scenario = key.scenario
    policy = scenario.policy
    return CueContext(
        caller_name=scenario.caller.name,
        company_name=scenario.company,
        story=story_words(_story_texts(scenario)),
        facts=tuple(Likes(fact.id, fact.ask_like) for fact in scenario.facts),
        remedies=tuple(Likes(remedy.id, remedy.offer_like) for remedy in policy.remedies),
        forbidden=frozenset(remedy.id for remedy in policy.remedies if remedy.agent_may == "never"),
        never_say=tuple(Likes(never.id, never.like, never.fault) for never in policy.never_say),
        must_say=tuple(Likes(must.id, must.like) for must in policy.must_say),
        own=tuple(Likes(cue, own.examples) for cue, own in scenario.cues.items() if own.examples),
    )


def _story_texts(scenario: Scenario) -> Iterable[str]:
    caller = scenario.caller
    yield from (scenario.summary, scenario.fault_is, caller.background, caller.wants, caller.really_needs)
    yield from (fact.value for fact in scenario.facts)
    yield from lines_of(scenario.opening.say)
    for beat in (*scenario.beats, *scenario.reactions):
        yield from lines_of(beat.say)


def lines_of(say: Say) -> Iterable[str]:
    """Yield every wording, whatever the mood."""
    for lines in say.lines.values():
        yield from lines


def content_words(text: str) -> frozenset[str]:
    """Return the stems of the words that can name something of one caller's story."""
    return story_words((text,))


def names_the_fault(scenario: Scenario, text: str) -> bool:
    """Return whether the reply names the part that is the company's fault (two of its content words, or its only one)."""
    part = content_words(scenario.fault_is)
    return bool(part) and len(part & content_words(text)) >= min(2, len(part))


def tells_hidden_detail(state: CallState, text: str) -> bool:
    """Return whether the reply tells a hidden row of the account before the facts of ``verify_first`` are known.

    Words that the caller has said already, or that the screen shows openly, give nothing away.
    """
    scenario = state.scenario
    needed = scenario.policy.verify_first
    if not needed or state.story.known.issuperset(needed):
        return False
    said = content_words(text)
    public = content_words(" ".join((scenario.trainee_brief, scenario.caller.name, scenario.company)))
    public |= content_words(" ".join(row.value for row in scenario.screen if not row.hidden_until))
    for entry in state.transcript:
        public |= content_words(entry.text)
    for row in scenario.screen:
        own = content_words(row.value) - public if row.hidden_until and row.hidden_until not in state.story.known else frozenset()
        if len(own) >= 2 and 1000 * len(own & said) >= TOLD_SHARE * len(own):
            return True
    return False
