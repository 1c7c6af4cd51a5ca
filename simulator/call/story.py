"""What the caller lives through in one turn: the rules of the scenario file, without a telephone.

The order inside a turn (decisions 2): signals and turn counters are booked first, so conditions about what was heard include this turn;
then the temper moves within its limits; then the endings, in file order; then a line is chosen and its own effects are added; the
endings once more; then the stage moves, at most four times. Robots and fixtures play this module alone; ``advance`` puts the
telephone around it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from simulator.call import temper
from simulator.call.conditions import Moment, fits
from simulator.call.next_line import choose, line_for
from simulator.call.personality import Personality
from simulator.call.signals import Signals
from simulator.call.state import Cause, Spoken, Story
from simulator.scenario.model import Beat, Ending, Interruption, Say, Scenario, Stage

#: A stage can be left at once again; more moves than this in one turn are a circle.
MOST_MOVES = 4
#: Without a clock a turn lasts this long (decisions 2).
TURN_MS = 30_000


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one turn brought."""

    lines: tuple[Spoken, ...]
    causes: tuple[Cause, ...]
    #: Asked for although the caller had told it.
    asked_again: tuple[str, ...] = ()
    offered_too_early: tuple[str, ...] = ()
    #: Why the line was chosen, for "Why this line?".
    why: str = ""


def begin(scenario: Scenario, personality: Personality) -> Story:
    """Return the story before the first word."""
    return Story(temper=temper.clamp(personality.start, scenario.anger), stage=scenario.stages[0].id)


def play_turn(
    scenario: Scenario, personality: Personality, story: Story, signals: Signals, seed: int, turn_ms: int = TURN_MS
) -> tuple[Story, Outcome]:
    """Return the story after this reply and what the caller says to it."""
    asked_again = tuple(fact for fact in signals.asked if fact in story.known)
    if asked_again and "ask_again" not in signals.heard:
        signals = replace(signals, heard=(*signals.heard, "ask_again"))
    too_early = tuple(remedy for remedy in signals.offered if _needs_missing(scenario, remedy, story))
    causes = temper.causes_of(signals, story, scenario, personality, turn_ms)
    story = _booked(story, signals)
    story = replace(story, temper=temper.moved(story.temper, causes, scenario.anger))
    moment = _moment(scenario, story, signals)
    story, lines = _ended(scenario, personality, story, moment)
    why = "ending"
    if not story.ending:
        story, lines, why = _answered(scenario, personality, story, moment, signals, seed)
        story, last = _ended(scenario, personality, story, moment)
        lines = (*lines, *last)
        if not story.ending:
            story = _stage_moved(scenario, story, moment)
    return story, Outcome(lines, causes, asked_again, too_early, why)


def play_silence(scenario: Scenario, personality: Personality, story: Story, step: int, silence_ms: int) -> tuple[Story, Outcome]:
    """Return the story after this step of the silence list; endings are tested after each step (decisions 8)."""
    silence = scenario.silence[min(step, len(scenario.silence) - 1)]
    causes = (Cause("silence", silence.anger),) if silence.anger else ()
    story = replace(story, temper=temper.clamp(story.temper + silence.anger, scenario.anger))
    moment = Moment(mood=temper.mood_of(story.temper, scenario.anger), silence_ms=silence_ms)
    source = f"silence-{min(step, len(scenario.silence) - 1) + 1}"
    ended, lines = _ended(scenario, personality, story, moment)
    if ended.ending:
        return ended, Outcome(lines, causes, why="silence")
    story, line = _said(scenario, story, source, silence.say, moment.mood, 0)
    return story, Outcome((line,), causes, why="silence")


def hear_signal(scenario: Scenario, personality: Personality, story: Story, what: str) -> tuple[Story, Outcome]:
    """Return the story after a signal of the hand (hold, transfer, hang up): its effect, and an ending if one fits."""
    signals = Signals(heard=(what,))
    causes = temper.causes_of(signals, story, scenario, personality, 0)
    story = replace(_counted(story, signals), temper=temper.moved(story.temper, causes, scenario.anger))
    story, lines = _ended(scenario, personality, story, _moment(scenario, story, signals))
    return story, Outcome(lines, causes, why="signal")


def not_understood(scenario: Scenario, story: Story) -> tuple[Story, Outcome]:
    """Return the caller's "say that again?"; nothing is booked and nothing moves."""
    mood = temper.mood_of(story.temper, scenario.anger)
    if not scenario.unclear.lines:
        return story, Outcome((), (), why="unclear")
    story, line = _said(scenario, story, "unclear", scenario.unclear, mood, 0)
    return story, Outcome((line,), (), why="unclear")


def opening_line(scenario: Scenario, story: Story) -> tuple[Story, Spoken]:
    """Return the caller's first words."""
    mood = temper.mood_of(story.temper, scenario.anger)
    return _said(scenario, story, "opening", scenario.opening.say, mood, 0)


def _moment(scenario: Scenario, story: Story, signals: Signals) -> Moment:
    return Moment(heard=signals.heard, asked=signals.asked, mood=temper.mood_of(story.temper, scenario.anger))


def _needs_missing(scenario: Scenario, remedy: str, story: Story) -> bool:
    return any(each.id == remedy and not story.known.issuperset(each.needs) for each in scenario.policy.remedies)


def _counted(story: Story, signals: Signals) -> Story:
    heard, last = dict(story.heard), dict(story.last_heard)
    for what in signals.heard:
        heard[what] = heard.get(what, 0) + 1
        last[what] = story.turns
    return replace(story, heard=heard, last_heard=last)


def _booked(story: Story, signals: Signals) -> Story:
    """Book the reply: counters first, so that conditions include this turn; offers stay on the table until answered."""
    story = replace(story, turns=story.turns + 1, turns_in_stage=story.turns_in_stage + 1)
    table = dict(story.on_table)
    for remedy, amount in signals.offered.items():
        if remedy not in story.agreed:
            table[remedy] = amount if amount >= 0 else table.get(remedy, -1)
    return replace(_counted(story, signals), on_table=table)


def _answered(
    scenario: Scenario, personality: Personality, story: Story, moment: Moment, signals: Signals, seed: int
) -> tuple[Story, tuple[Spoken, ...], str]:
    chosen = choose(scenario, personality, story, moment, signals, seed)
    lines: list[Spoken] = []
    if chosen.interruption is not None:
        story, line = _interrupted(scenario, story, chosen.interruption, moment.mood)
        lines.append(line)
    for beat in chosen.beats:
        story, line = _beat_said(scenario, personality, story, beat, moment.mood)
        lines.append(line)
    why = "; ".join(_reason(beat) for beat in chosen.beats) or (chosen.interruption.id if chosen.interruption else "no line fits")
    return story, tuple(lines), why


def _reason(beat: Beat) -> str:
    words = " ".join(condition.word for condition in beat.when.conditions)
    return f"{beat.id}: {words}" if words else f"{beat.id}: nothing else fitted"


def _interrupted(scenario: Scenario, story: Story, interruption: Interruption, mood: str) -> tuple[Story, Spoken]:
    story, line = _said(scenario, story, interruption.id, interruption.say, mood, 0)
    return replace(story, temper=temper.clamp(story.temper + interruption.anger, scenario.anger)), line


def _beat_said(scenario: Scenario, personality: Personality, story: Story, beat: Beat, mood: str) -> tuple[Story, Spoken]:
    story, line = _said(scenario, story, beat.id, beat.say, mood, personality.first_wording.get(beat.id, 0))
    line = replace(line, delivery=beat.delivery.get(mood, ""))
    table, agreed = dict(story.on_table), dict(story.agreed)
    if beat.agrees_to:
        agreed[beat.agrees_to] = table.pop(beat.agrees_to, -1)
    if beat.turns_down:
        table.pop(beat.turns_down, None)
    story = replace(
        story,
        temper=temper.clamp(story.temper + beat.anger, scenario.anger),
        said={**story.said, beat.id: story.said.get(beat.id, 0) + 1},
        known=story.known.union(beat.reveals),
        on_table=table,
        agreed=agreed,
        asked_for=story.asked_for.union((beat.asks_for,) if beat.asks_for else ()),
        closed_off=story.closed_off.union(beat.closes_off),
    )
    return (_entered(story, beat.go_to) if beat.go_to else story), line


def _said(scenario: Scenario, story: Story, source: str, say: Say, mood: str, first: int) -> tuple[Story, Spoken]:
    times = story.taken.get(source, 0)
    text = filled(line_for(say, mood, scenario.anger, first + times), scenario)
    return replace(story, taken={**story.taken, source: times + 1}), Spoken(source, text, mood)


def filled(text: str, scenario: Scenario) -> str:
    """Return the text with its placeholders looked up; an unknown one stays as it is."""
    if "{" not in text:
        return text
    for name, value in _placeholders(scenario):
        text = text.replace("{" + name + "}", value)
    return text


def _placeholders(scenario: Scenario) -> Iterable[tuple[str, str]]:
    yield "caller", scenario.caller.name
    yield "company", scenario.company
    for fact in scenario.facts:
        yield f"fact.{fact.id}", fact.value
    for remedy in scenario.policy.remedies:
        yield f"remedy.{remedy.id}", remedy.label


def _ended(scenario: Scenario, personality: Personality, story: Story, moment: Moment) -> tuple[Story, tuple[Spoken, ...]]:
    """Return the story with the first ending that fits, and its words."""
    for ending in scenario.endings:
        if ending.id not in story.closed_off and fits(ending.when, story, moment):
            return _with_ending(scenario, story, ending)
    return story, ()


def _with_ending(scenario: Scenario, story: Story, ending: Ending) -> tuple[Story, tuple[Spoken, ...]]:
    story = replace(story, ending=ending.id, kind=ending.kind)
    if not ending.say.lines:
        return story, ()
    story, line = _said(scenario, story, ending.id, ending.say, temper.mood_of(story.temper, scenario.anger), 0)
    return story, (line,)


def _entered(story: Story, stage: str) -> Story:
    return story if stage == story.stage else replace(story, stage=stage, turns_in_stage=0)


def _stage_moved(scenario: Scenario, story: Story, moment: Moment) -> Story:
    for _ in range(MOST_MOVES):
        stage, following = _stage_and_next(scenario, story.stage)
        if stage.back_to and stage.back_when is not None and fits(stage.back_when, story, moment):
            story = _entered(story, stage.back_to)
        elif following is not None and stage.done_when is not None and fits(stage.done_when, story, moment):
            story = _entered(story, following.id)
        else:
            break
    return story


def _stage_and_next(scenario: Scenario, stage_id: str) -> tuple[Stage, Stage | None]:
    at = next(at for at, stage in enumerate(scenario.stages) if stage.id == stage_id)
    return scenario.stages[at], scenario.stages[at + 1] if at + 1 < len(scenario.stages) else None
