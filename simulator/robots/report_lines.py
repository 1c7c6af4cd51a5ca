"""The caller's lines on the robots' report: how often each was said, in which mood, and which saved calls reach it."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.robots.call_map import per_thousand
from simulator.robots.fixtures import FixtureResult
from simulator.robots.report_parts import Cell, LineRow, StagePart
from simulator.robots.report_strip import RARE, strip_of
from simulator.robots.report_words import many
from simulator.robots.walks import Walks
from simulator.scenario.model import Beat, Scenario

#: Colours of the report, from calm to furious; a scenario may have other moods than four.
_TONES = 4


def stage_parts(scenario: Scenario, walks: Walks, fixtures: tuple[FixtureResult, ...] | None) -> tuple[StagePart, ...]:
    """Return the lines of every stage in the order of the file, and then the reactions."""
    most = max((walks.hits.get(beat.id, 0) for beat in (*scenario.beats, *scenario.reactions)), default=0)

    def part(title: str, about: str, beats: Sequence[Beat]) -> StagePart:
        return StagePart(title, about, tuple(_line(beat, scenario, walks, fixtures, most) for beat in beats))

    parts = [
        part(f"Stage {stage.id}", _turns(walks, stage.id), [beat for beat in scenario.beats if beat.stage == stage.id])
        for stage in scenario.stages
    ]
    if scenario.reactions:
        parts.append(part("Reactions", "in any stage", scenario.reactions))
    return tuple(parts)


def _turns(walks: Walks, stage: str) -> str:
    turns = walks.stages.get(stage, 0)
    return f"{turns / walks.count:.1f} turns a call" if walks.count else ""


def _line(beat: Beat, scenario: Scenario, walks: Walks, fixtures: tuple[FixtureResult, ...] | None, most: int) -> LineRow:
    reached = sum(beat.id in result.said for result in fixtures or ())
    moods = tuple(_cell(beat.id, mood, number, len(scenario.anger.moods), walks) for number, mood in enumerate(scenario.anger.moods))
    tests = "" if fixtures is None else f"{reached}" if reached else "none"
    return LineRow(beat.id, beat.about, strip_of(walks.hits.get(beat.id, 0), most, walks.count), moods, tests)


def _cell(beat: str, mood: str, number: int, moods: int, walks: Walks) -> Cell:
    gap = walks.gaps.get((beat, mood), 0)
    if gap:
        return Cell(f"{per_thousand(gap, walks.count):,}", "gap", "without a line of its own")
    times = walks.moods.get((beat, mood), 0)
    tone = number * _TONES // max(moods, 1)
    return Cell(f"{per_thousand(times, walks.count):,}", f"tone-{tone}") if times else Cell("–", "none", "never")


def rare(scenario: Scenario, walks: Walks) -> tuple[tuple[str, str], ...]:
    """Return the lines and endings that were reached, but seldom, the rarest first, with how often."""
    lines = {beat.id: walks.hits.get(beat.id, 0) for beat in (*scenario.beats, *scenario.reactions)}
    ends = {ending.id: walks.ended(ending.id) for ending in scenario.endings}
    seldom = sorted((times, name) for name, times in (lines | ends).items() if times and 1000 * times < RARE * walks.count)
    return tuple((name, f"{many(times, 'time')} in {walks.count:,} calls") for times, name in seldom)
