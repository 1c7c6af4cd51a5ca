"""Which scripted line answers.

Reactions that fit come first, then interruptions that words trigger (while speech cannot yet interrupt, they wait for the turn's end;
decisions 8), then the beats of the present stage. Among those that fit: most conditions, then least often said, then file order. A
fitting answer to an asked question is added after the chosen beat, at most one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.call.chance import pick
from simulator.call.conditions import Moment, facts_asked, fits, words_used
from simulator.call.personality import Personality
from simulator.call.signals import Signals
from simulator.call.state import Story
from simulator.scenario.model import ANY_MOOD, Anger, Beat, Interruption, Say, Scenario


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the caller will say: one beat, perhaps an answer behind it."""

    beats: tuple[Beat, ...] = ()
    interruption: Interruption | None = None


def choose(scenario: Scenario, personality: Personality, story: Story, moment: Moment, signals: Signals, seed: int) -> Chosen:
    """Return what answers this turn; nothing where no beat fits (the caller stays silent)."""
    beat = best(personality.beats[""], story, moment)
    interruption = None
    if beat is None:
        interruption = _interruption(scenario, story, moment, seed)
        if interruption is None:
            beat = best(personality.beats.get(story.stage, ()), story, moment)
    answer = _answer(personality, story, moment, signals, beat)
    return Chosen(tuple(each for each in (beat, answer) if each is not None), interruption)


def best(beats: Iterable[Beat], story: Story, moment: Moment) -> Beat | None:
    """Return the beat that fits best, or None."""
    found: Beat | None = None
    rank = (0, 0)
    for beat in beats:
        times = story.said.get(beat.id, 0)
        if times and not beat.repeat:
            continue
        mine = (-len(beat.when.conditions), times)
        if (found is None or mine < rank) and fits(beat.when, story, moment):
            found, rank = beat, mine
    return found


def _interruption(scenario: Scenario, story: Story, moment: Moment, seed: int) -> Interruption | None:
    for candidate in scenario.interruptions:
        if "talking_seconds_at_least" in words_used(candidate.when):
            continue  # needs speech that can interrupt; a later version
        if fits(candidate.when, story, moment) and pick(seed, story.turns, candidate.id, 1000) < candidate.chance:
            return candidate
    return None


def _answer(personality: Personality, story: Story, moment: Moment, signals: Signals, chosen: Beat | None) -> Beat | None:
    """Return a beat that tells an asked fact, unless the chosen one refused the question."""
    open_questions = [fact for fact in signals.asked if fact not in story.known]
    if chosen is not None:
        told = [fact for fact in chosen.reveals if fact in open_questions]
        if not told and facts_asked(chosen.when).intersection(open_questions):
            return None
        open_questions = [fact for fact in open_questions if fact not in told]
    for fact in open_questions:
        answers = (
            beat
            for beat in personality.beats.get(story.stage, ())
            if fact in beat.reveals and beat is not chosen and fact in facts_asked(beat.when)
        )
        found = best(answers, story, moment)
        if found is not None:
            return found
    return None


def line_for(say: Say, mood: str, anger: Anger, times_taken: int) -> str:
    """Return the line for the mood, else that of the nearest mood (the calmer one of two); a list rotates."""
    if not say.lines:
        return ""
    lines = say.lines.get(mood) or say.lines.get(ANY_MOOD)
    if not lines:
        order = list(anger.moods)
        at = order.index(mood) if mood in order else 0
        nearest = min(
            (name for name in say.lines if name in order),
            key=lambda name: (abs(order.index(name) - at), order.index(name)),
            default=next(iter(say.lines)),
        )
        lines = say.lines[nearest]
    return lines[times_taken % len(lines)]
