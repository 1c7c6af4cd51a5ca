"""What the caller lives through in one turn: the rules of the scenario file, without a telephone.

The order inside a turn (decisions 2): signals and turn counters are booked first, so conditions about what was heard include this turn;
then the temper moves within its limits; then the endings, in file order; then a line is chosen and its own effects are added; the
endings once more; then the stage moves, at most four times. Robots and fixtures play this module alone; ``advance`` puts the
telephone around it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from simulator.call import temper
from simulator.call.conditions import Moment
from simulator.call.next_line import choose
from simulator.call.personality import Personality
from simulator.call.playbook import Playbook, part_of, playbook
from simulator.call.signals import Signals
from simulator.call.state import Cause, Spoken, Story
from simulator.scenario.model import Beat, Ending, Interruption, Scenario

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
    #: The story and the moment at which the line was chosen: the reply booked, nothing answered yet. None outside of replies.
    heard_at: tuple[Story, Moment] | None = None


def begin(scenario: Scenario, personality: Personality) -> Story:
    """Return the story before the first word."""
    return Story(temper=temper.clamp(personality.start, scenario.anger), stage=scenario.stages[0].id)


def play_turn(
    scenario: Scenario, personality: Personality, story: Story, signals: Signals, seed: int, turn_ms: int = TURN_MS
) -> tuple[Story, Outcome]:
    """Return the story after this reply and what the caller says to it."""
    book = playbook(scenario)
    asked_again = tuple([fact for fact in signals.asked if fact in story.known])
    if asked_again and "ask_again" not in signals.heard:
        signals = replace(signals, heard=(*signals.heard, "ask_again"))
    too_early = tuple([remedy for remedy in signals.offered if not story.known.issuperset(book.needs.get(remedy, ()))])
    causes = temper.causes_of(signals, story, scenario, personality, turn_ms)
    story = _booked(story, signals, temper.moved(story.temper, causes, scenario.anger))
    moment = _moment(scenario, story, signals)
    heard_at = (story, moment)
    story, lines = _ended(scenario, book, story, moment)
    why = "ending"
    if not story.ending:
        story, lines, why = _answered(scenario, personality, book, story, moment, signals, seed)
        story, last = _ended(scenario, book, story, moment)
        lines = (*lines, *last)
        if not story.ending:
            story = _stage_moved(book, story, moment)
    return story, Outcome(lines, causes, asked_again, too_early, why, heard_at)


def play_silence(scenario: Scenario, personality: Personality, story: Story, step: int, silence_ms: int) -> tuple[Story, Outcome]:
    """Return the story after this step of the silence list; endings are tested after each step (decisions 8)."""
    book = playbook(scenario)
    number = min(step, len(scenario.silence) - 1)
    silence = scenario.silence[number]
    causes = (Cause("silence", silence.anger),) if silence.anger else ()
    story = replace(story, temper=temper.clamp(story.temper + silence.anger, scenario.anger))
    moment = Moment(mood=temper.mood_of(story.temper, scenario.anger), silence_ms=silence_ms)
    ended, lines = _ended(scenario, book, story, moment)
    if ended.ending:
        return ended, Outcome(lines, causes, why="silence")
    story, line = _said(book, story, f"silence-{number + 1}", "call", moment.mood)
    return story, Outcome((line,), causes, why="silence")


def hear_signal(scenario: Scenario, personality: Personality, story: Story, what: str) -> tuple[Story, Outcome]:
    """Return the story after a signal of the hand (hold, transfer, hang up): its effect, and an ending if one fits."""
    signals = Signals(heard=(what,))
    causes = temper.causes_of(signals, story, scenario, personality, 0)
    heard, last_heard = _counted(story, signals, story.turns)
    points = temper.moved(story.temper, causes, scenario.anger)
    story = replace(story, heard=heard, last_heard=last_heard, temper=points)
    story, lines = _ended(scenario, playbook(scenario), story, _moment(scenario, story, signals))
    return story, Outcome(lines, causes, why="signal")


def not_understood(scenario: Scenario, story: Story) -> tuple[Story, Outcome]:
    """Return the caller's "say that again?"; nothing is booked and nothing moves."""
    if not scenario.unclear.lines:
        return story, Outcome((), (), why="unclear")
    mood = temper.mood_of(story.temper, scenario.anger)
    story, line = _said(playbook(scenario), story, "unclear", "call", mood)
    return story, Outcome((line,), (), why="unclear")


def opening_line(scenario: Scenario, story: Story) -> tuple[Story, Spoken]:
    """Return the caller's first words."""
    mood = temper.mood_of(story.temper, scenario.anger)
    return _said(playbook(scenario), story, "opening", "call", mood)


def _moment(scenario: Scenario, story: Story, signals: Signals) -> Moment:
    return Moment(heard=signals.heard, asked=signals.asked, mood=temper.mood_of(story.temper, scenario.anger))


def _counted(story: Story, signals: Signals, turn: int) -> tuple[dict[str, int], dict[str, int]]:
    heard, last = dict(story.heard), dict(story.last_heard)
    for what in signals.heard:
        heard[what] = heard.get(what, 0) + 1
        last[what] = turn
    return heard, last


def _booked(story: Story, signals: Signals, points: int) -> Story:
    """Book the reply: counters first, so that conditions include this turn; offers stay on the table until answered."""
    heard, last_heard = _counted(story, signals, story.turns + 1)
    table = story.on_table
    if signals.offered:
        table = dict(table)
        for remedy, amount in signals.offered.items():
            if remedy not in story.agreed:
                before = table.pop(remedy, -1)  # offered again, it is the one that was offered last
                table[remedy] = amount if amount >= 0 else before
    # Written out, here and below: replace() would take longer than the rest of the turn.
    return Story(
        temper=points,
        stage=story.stage,
        turns=story.turns + 1,
        turns_in_stage=story.turns_in_stage + 1,
        heard=heard,
        last_heard=last_heard,
        known=story.known,
        on_table=table,
        agreed=story.agreed,
        asked_for=story.asked_for,
        closed_off=story.closed_off,
        said=story.said,
        taken=story.taken,
        ending=story.ending,
        kind=story.kind,
    )


def _answered(
    scenario: Scenario, personality: Personality, book: Playbook, story: Story, moment: Moment, signals: Signals, seed: int
) -> tuple[Story, tuple[Spoken, ...], str]:
    chosen = choose(book, personality, story, moment, signals, seed)
    lines: list[Spoken] = []
    if chosen.interruption is not None:
        story, line = _interrupted(scenario, book, story, chosen.interruption, moment.mood)
        lines.append(line)
    for beat in chosen.beats:
        story, line = _beat_said(scenario, personality, book, story, beat, moment.mood)
        lines.append(line)
    why = "; ".join([book.beats[beat.id].why for beat in chosen.beats])
    return story, tuple(lines), why or (chosen.interruption.id if chosen.interruption else "no line fits")


def _interrupted(scenario: Scenario, book: Playbook, story: Story, interruption: Interruption, mood: str) -> tuple[Story, Spoken]:
    story, line = _said(book, story, interruption.id, "interruption", mood)
    return replace(story, temper=temper.clamp(story.temper + interruption.anger, scenario.anger)), line


def _beat_said(
    scenario: Scenario, personality: Personality, book: Playbook, story: Story, beat: Beat, mood: str
) -> tuple[Story, Spoken]:
    times = story.taken.get(beat.id, 0)
    wording = _wording(book, beat.id, mood, personality.first_wording.get(beat.id, 0) + times)
    line = Spoken(beat.id, wording, mood, beat.delivery.get(mood, ""))
    table, agreed = story.on_table, story.agreed
    if beat.agrees_to or beat.turns_down:
        table, agreed = dict(table), dict(agreed)
        if beat.agrees_to:
            agreed[beat.agrees_to] = table.pop(beat.agrees_to, -1)
        table.pop(beat.turns_down, None)
    moves = bool(beat.go_to) and beat.go_to != story.stage
    told = Story(
        temper=temper.clamp(story.temper + beat.anger, scenario.anger),
        stage=beat.go_to if moves else story.stage,
        turns=story.turns,
        turns_in_stage=0 if moves else story.turns_in_stage,
        heard=story.heard,
        last_heard=story.last_heard,
        known=story.known.union(beat.reveals) if beat.reveals else story.known,
        on_table=table,
        agreed=agreed,
        asked_for=story.asked_for.union((beat.asks_for,)) if beat.asks_for else story.asked_for,
        closed_off=story.closed_off.union(beat.closes_off) if beat.closes_off else story.closed_off,
        said={**story.said, beat.id: story.said.get(beat.id, 0) + 1},
        taken={**story.taken, beat.id: times + 1},
        ending=story.ending,
        kind=story.kind,
    )
    return told, line


def _said(book: Playbook, story: Story, source: str, kind: str, mood: str) -> tuple[Story, Spoken]:
    times = story.taken.get(source, 0)
    line = Spoken(source, _wording(book, part_of(source, kind), mood, times), mood)
    return replace(story, taken={**story.taken, source: times + 1}), line


def _wording(book: Playbook, part: str, mood: str, times: int) -> str:
    wordings = book.wordings[part, mood]
    return wordings[times % len(wordings)] if wordings else ""


def _ended(scenario: Scenario, book: Playbook, story: Story, moment: Moment) -> tuple[Story, tuple[Spoken, ...]]:
    """Return the story with the first ending that fits, and its words."""
    for ending, check in book.endings:
        if check(story, moment) and ending.id not in story.closed_off:
            return _with_ending(scenario, book, story, ending)
    return story, ()


def _with_ending(scenario: Scenario, book: Playbook, story: Story, ending: Ending) -> tuple[Story, tuple[Spoken, ...]]:
    story = replace(story, ending=ending.id, kind=ending.kind)
    if not ending.say.lines:
        return story, ()
    story, line = _said(book, story, ending.id, "ending", temper.mood_of(story.temper, scenario.anger))
    return story, (line,)


def _stage_moved(book: Playbook, story: Story, moment: Moment) -> Story:
    for _ in range(MOST_MOVES):
        stage = book.stages[story.stage]
        if stage.back is not None and stage.back(story, moment):
            entered = stage.back_to
        elif stage.done is not None and stage.done(story, moment):
            entered = stage.following
        else:
            break
        if entered != story.stage:
            story = replace(story, stage=entered, turns_in_stage=0)
    return story
