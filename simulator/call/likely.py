"""Which lines the caller may say next: they are rendered while nobody needs them yet.

A guess that only saves time: a beat counts as likely when every condition that does not depend on the trainee's next reply holds now.
Lines are taken in the present mood, which stays the same over a reply in about seven turns of ten (decisions 9).
"""

from __future__ import annotations

from simulator.call.conditions import Moment, fits
from simulator.call.line_text import filled, line_for
from simulator.call.state import CallState
from simulator.call.temper import mood_of, voice_mood
from simulator.scenario.model import Condition, Say, When

#: Depends on what the trainee does next.
OPEN = frozenset("heard heard_any asked asked_any offered offered_any any_of heard_before heard_before_all heard_times".split())
MOST = 14


def likely_lines(state: CallState) -> tuple[tuple[str, str], ...]:
    """Return pairs of text and voice mood, the likelier first."""
    if state.story.ending:
        return ()
    scenario, story = state.scenario, state.story
    mood = mood_of(story.temper, scenario.anger)
    moment = Moment(mood=mood)
    says: list[tuple[str, Say]] = []
    for stage in (story.stage, ""):
        for beat in state.personality.beats.get(stage, ()):
            if (beat.repeat or beat.id not in story.said) and fits(_settled(beat.when), story, moment):
                says.append((beat.id, beat.say))
    if scenario.silence:
        says.append(("silence-1", scenario.silence[0].say))
    voice = voice_mood(story.temper)
    texts: dict[str, None] = {}
    for source, say in says[:MOST]:
        first = state.personality.first_wording.get(source, 0)
        text = filled(line_for(say, mood, scenario.anger, first + story.taken.get(source, 0)), scenario)
        if text:
            texts[text] = None
    return tuple((text, voice) for text in texts)


def _settled(when: When) -> When:
    return When(tuple(condition for condition in when.conditions if not _is_open(condition)))


def _is_open(condition: Condition) -> bool:
    return condition.word in OPEN or condition.word == "none_of"

