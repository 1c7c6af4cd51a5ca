"""Which scripted line answers.

Reactions that fit come first, then interruptions that words trigger (while speech cannot yet interrupt, they wait for the turn's end;
decisions 8), then the beats of the present stage. Among those that fit: most conditions, then least often said, then file order. A
fitting answer to an asked question is added after the chosen beat, at most one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.call.chance import pick
from simulator.call.conditions import Moment
from simulator.call.personality import Personality
from simulator.call.playbook import Playbook
from simulator.call.signals import Signals
from simulator.call.state import Story
from simulator.scenario.model import Beat, Interruption


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the caller will say: one beat, perhaps an answer behind it."""

    beats: tuple[Beat, ...] = ()
    interruption: Interruption | None = None


def choose(book: Playbook, personality: Personality, story: Story, moment: Moment, signals: Signals, seed: int) -> Chosen:
    """Return what answers this turn; nothing where no beat fits (the caller stays silent)."""
    beat = _best(book, personality.beats[""], story, moment)
    interruption = None
    if beat is None:
        interruption = _interruption(book, story, moment, seed)
        if interruption is None:
            beat = _best(book, personality.beats.get(story.stage, ()), story, moment)
    answer = _answer(book, personality, story, moment, signals, beat) if signals.asked else None
    return Chosen(tuple(each for each in (beat, answer) if each is not None), interruption)


def _best(book: Playbook, beats: Iterable[Beat], story: Story, moment: Moment) -> Beat | None:
    """Return the beat that fits best, or None."""
    found: Beat | None = None
    rank = least = 0
    said, ready = story.said, book.beats
    for beat in beats:
        times = said.get(beat.id, 0)
        if times and not beat.repeat:
            continue
        mine = ready[beat.id]
        better = found is None or mine.rank < rank or (mine.rank == rank and times < least)
        if better and mine.check(story, moment):
            found, rank, least = beat, mine.rank, times
    return found


def _interruption(book: Playbook, story: Story, moment: Moment, seed: int) -> Interruption | None:
    for candidate, check in book.interruptions:
        if check(story, moment) and pick(seed, story.turns, candidate.id, 1000) < candidate.chance:
            return candidate
    return None


def _answer(
    book: Playbook, personality: Personality, story: Story, moment: Moment, signals: Signals, chosen: Beat | None
) -> Beat | None:
    """Return a beat that tells an asked fact, unless the chosen one refused the question."""
    open_questions = [fact for fact in signals.asked if fact not in story.known]
    if chosen is not None:
        told = [fact for fact in chosen.reveals if fact in open_questions]
        if not told and book.beats[chosen.id].asked.intersection(open_questions):
            return None
        open_questions = [fact for fact in open_questions if fact not in told]
    for fact in open_questions:
        answers = (
            beat
            for beat in personality.beats.get(story.stage, ())
            if fact in beat.reveals and beat is not chosen and fact in book.beats[beat.id].asked
        )
        found = _best(book, answers, story, moment)
        if found is not None:
            return found
    return None
