"""The drawing of the caller's anger in a report: bands for the moods, a line, and the moments that mattered. Geometry only.

Positions are whole units of a drawing 770 wide and 200 high. A typed call has no clock, so its changes stand at even distances.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from simulator.transcript.literal import one_line

WIDTH, HEIGHT = 770, 200
#: Left of the first point stand the names of the moods; above and below the line some air.
LEFT, RIGHT, AIR = 86, 24, 4
#: Beyond this a label would run out of the drawing and is written to the left of its point.
TURN_OVER = 400
#: Distance below which two labels would lie on each other.
LABEL_HEIGHT = 18
LABEL_WIDTH = 300
#: A label is cut to this many characters.
LABEL_LENGTH = 44
_TONES = ("calm", "irritated", "angry", "furious")


@dataclass(frozen=True, slots=True)
class Band:
    """The range of a mood."""

    word: str
    tone: str
    top: int
    height: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment on the line with its words."""

    x: int
    y: int
    #: ``good`` or ``bad``; the shape differs as well as the colour.
    tone: str
    words: str
    label_x: int
    label_y: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Curve:
    """The whole drawing."""

    bands: tuple[Band, ...]
    #: ``x,y`` pairs of a polyline.
    points: str
    marks: tuple[Mark, ...]
    start_x: int
    end_x: int


@dataclass(frozen=True, slots=True)
class Moment:
    """What is to be marked: the time, the number of the change (for typed calls), the words, and whether it helped."""

    at_ms: int
    change: int
    words: str
    helped: bool


def curve_of(
    steps: tuple[tuple[int, int], ...], length_ms: int, typed: bool, moods: Mapping[str, int], moments: tuple[Moment, ...]
) -> Curve:
    """Return the drawing; ``steps`` are (ms, whole points), ``moods`` thousandths of a point at which each begins."""
    steps = steps or ((0, 0),)
    last = max(length_ms, steps[-1][0], 1)
    across = [_across(at, number, steps, last, typed) for number, (at, _) in enumerate(steps)]
    line = tuple((x, _y(temper)) for x, (_, temper) in zip(across, steps, strict=True))
    if line[-1][0] < WIDTH - RIGHT:
        line = (*line, (WIDTH - RIGHT, line[-1][1]))
    marks: list[Mark] = []
    for moment in sorted(moments, key=_time):
        place = (moment.at_ms, min(moment.change, len(steps) - 1))
        marks.append(_mark(moment, line, _across(*place, steps, last, typed), marks))
    return Curve(_bands(moods), " ".join(f"{x},{y}" for x, y in line), tuple(marks), LEFT, WIDTH - RIGHT)


def _time(moment: Moment) -> tuple[int, int]:
    return moment.at_ms, moment.change


def _across(at_ms: int, number: int, steps: tuple[tuple[int, int], ...], last: int, typed: bool) -> int:
    room = WIDTH - LEFT - RIGHT
    if typed:
        return LEFT + room * number // max(1, len(steps) - 1)
    return LEFT + room * min(max(at_ms, 0), last) // last


def _y(temper: int) -> int:
    return AIR + (HEIGHT - 2 * AIR) * (100 - temper) // 100


def _bands(moods: Mapping[str, int]) -> tuple[Band, ...]:
    """Return a band for each mood, the highest first; moods of a scenario's own take the tone of their rank."""
    starts = sorted(((start + 500) // 1000, name) for name, start in moods.items())
    bands, top = [], 0
    for rank in range(len(starts) - 1, -1, -1):
        low, name = starts[rank]
        bottom = HEIGHT if rank == 0 else _y(low)
        tone = name if name in _TONES else _TONES[rank * len(_TONES) // len(starts)]
        if bottom > top:
            bands.append(Band(one_line(name), tone, top, bottom - top))
        top = max(top, bottom)
    return tuple(bands)


def _mark(moment: Moment, line: tuple[tuple[int, int], ...], x: int, before: list[Mark]) -> Mark:
    y = _height_at(x, line)
    left = x > TURN_OVER
    label_x, anchor = (x - 11, "end") if left else (x + 11, "start")
    below = _line_is_above(x, y, -1 if left else 1, line) or y < LABEL_HEIGHT + AIR
    label_y = _free(y + LABEL_HEIGHT if below and y < HEIGHT - 2 * LABEL_HEIGHT else y - 8, x, before)
    words = moment.words if len(moment.words) <= LABEL_LENGTH else f"{moment.words[: LABEL_LENGTH - 1].rstrip()}…"
    return Mark(x, y, "good" if moment.helped else "bad", words, label_x, label_y, anchor)


def _line_is_above(x: int, y: int, towards: int, line: tuple[tuple[int, int], ...]) -> bool:
    """Return whether the line runs above the point on the side where its words will stand, so that they belong below it."""
    beside = [_height_at(min(max(x + towards * away, LEFT), WIDTH - RIGHT), line) for away in (40, 90, 140)]
    return sum(beside) < len(beside) * y


def _free(y: int, x: int, before: list[Mark]) -> int:
    """Return a height for a label that no earlier label has taken, the wished one first, then further down."""
    for step in range(8):
        tried = y + LABEL_HEIGHT * step
        if tried > HEIGHT - 6:
            break
        if all(abs(mark.label_y - tried) >= LABEL_HEIGHT or abs(mark.x - x) > LABEL_WIDTH for mark in before):
            return tried
    return y


def _height_at(x: int, line: tuple[tuple[int, int], ...]) -> int:
    for (left, high), (right, low) in pairwise(line):
        if left <= x <= right:
            return high + (low - high) * (x - left) // max(1, right - left)
    return line[-1][1]
