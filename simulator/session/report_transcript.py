"""The call line by line in a report, with what each reply did to the caller, and the moments that mattered most."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from simulator.scoring.pronouns import Pronoun, capital, first_name
from simulator.scoring.wording import cause_sentence, moment, tag
from simulator.session.report_curve import Curve, Moment, curve_of
from simulator.session.report_input import Move, ReportInput, ReportRow
from simulator.session.report_steps import time_of
from simulator.transcript.literal import one_line

#: Moments in the table: the greatest falls and rises; on the drawing fewer, so that words do not lie on each other.
MOST_FALLS, MOST_RISES = 3, 2
DRAWN_FALLS, DRAWN_RISES = 2, 1
UNCLEAR = "(could not be made out)"
_DIRECTION = re.compile(r"\[[^\]]*\]|\*[^*]+\*")


@dataclass(frozen=True, slots=True)
class Effect:
    """Why the temper moved: arrow, points, words; without an arrow it did not."""

    arrow: str
    points: str
    tone: str
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the transcript."""

    time: str
    who: str
    kind: str
    #: Text, and whether it is a stage direction.
    pieces: tuple[tuple[str, bool], ...]
    tags: tuple[str, ...]
    effects: tuple[Effect, ...]
    temper: str
    anchor: str


@dataclass(frozen=True, slots=True)
class MomentRow:
    """One moment that mattered."""

    time: str
    said: str
    words: str
    change: str
    tone: str
    model_answer: str
    anchor: str


def entries(given: ReportInput, person: Pronoun) -> tuple[Entry, ...]:
    """Return the transcript."""
    return tuple(_entry(row, given, person) for row in given.rows)


def turning_points(given: ReportInput) -> tuple[ReportRow, ...]:
    """Return the replies after which the temper fell or rose most, in the order of the call."""
    falls, rises = _extremes(given.rows, MOST_FALLS, MOST_RISES)
    return tuple(row for row in given.rows if row in falls or row in rises)


def moments(given: ReportInput, person: Pronoun) -> tuple[MomentRow, ...]:
    """Return the table of the moments; those to work on come with the scenario's model answer."""
    return tuple(_moment(row, given, person) for row in turning_points(given))


def curve(given: ReportInput, person: Pronoun) -> Curve:
    """Return the drawing, with the greatest rise and the two greatest falls marked."""
    falls, rises = _extremes(given.rows, DRAWN_FALLS, DRAWN_RISES)
    marks = tuple(_mark(row, given, person) for row in (*rises, *falls))
    return curve_of(given.curve, given.length_ms, given.typed, given.scenario.anger.moods, marks)


def _extremes(rows: tuple[ReportRow, ...], falls: int, rises: int) -> tuple[list[ReportRow], list[ReportRow]]:
    moved = [row for row in rows if row.who == "trainee" and _moved(row)]
    down = sorted((row for row in moved if _moved(row) < 0), key=_moved)
    up = sorted((row for row in moved if _moved(row) > 0), key=_moved, reverse=True)
    return down[:falls], up[:rises]


def _moved(row: ReportRow) -> int:
    return row.temper_after - row.temper_before


def _mark(row: ReportRow, given: ReportInput, person: Pronoun) -> Moment:
    words = f"{time_of(row.at_ms, row.turn, given)} {one_line(_main_cause(row, person))}"
    return Moment(row.at_ms, _step_of(row, given), words, _moved(row) < 0)


def _step_of(row: ReportRow, given: ReportInput) -> int:
    """Return the number of the curve's step that this reply made: the first at or after it with its temper."""
    for number, (at_ms, temper) in enumerate(given.curve):
        if at_ms >= row.at_ms and temper == row.temper_after:
            return number
    return min(row.turn + 1, len(given.curve) - 1)


def _main_cause(row: ReportRow, person: Pronoun) -> str:
    """Return the words of the strongest reason in the direction in which the temper went."""
    rose = _moved(row) > 0
    towards = [move for move in row.moves if move.effect and (move.effect > 0) == rose]
    strongest = max(towards, key=_size, default=None)
    return cause_sentence(strongest.what, person) if strongest is not None else ("anger rose" if rose else "anger fell")


def _size(move: Move) -> int:
    return abs(move.effect)


def _moment(row: ReportRow, given: ReportInput, person: Pronoun) -> MomentRow:
    rose = _moved(row) > 0
    return MomentRow(
        time=time_of(row.at_ms, row.turn, given),
        said=UNCLEAR if row.unclear else one_line(row.text),
        words=capital(one_line(_main_cause(row, person))),
        change=f"{'▲' if rose else '▼'} {abs(_moved(row))} ({row.temper_before} → {row.temper_after})",
        tone="bad" if rose else "good",
        model_answer=one_line(row.model_answer) if rose else "",
        anchor=f"reply-{row.turn}",
    )


def _entry(row: ReportRow, given: ReportInput, person: Pronoun) -> Entry:
    names = {"caller": one_line(first_name(given.scenario.caller)), "trainee": "You", "note": ""}
    moved = row.who == "trainee" and _moved(row) != 0
    return Entry(
        time=moment(row.at_ms) if not given.typed else str(row.turn) if row.turn >= 0 else "",
        who=names[row.who],
        kind=row.who,
        pieces=tuple(_pieces(UNCLEAR if row.unclear else one_line(row.text))),
        tags=tuple(one_line(_tag(what, given, person)) for what in row.tags),
        effects=(*(_effect(move, person) for move in row.moves), *_rest(row, person)),
        temper=f"anger {row.temper_before} → {row.temper_after}" if moved else "",
        anchor=f"reply-{row.turn}" if row.turn >= 0 else "",
    )


def _effect(move: Move, person: Pronoun) -> Effect:
    points = (abs(move.effect) + 500) // 1000
    words = one_line(cause_sentence(move.what, person)) + (f" ({one_line(move.note)})" if move.note else "")
    if not points:
        return Effect("", "", "quiet", words)
    return Effect("▼", str(points), "good", words) if move.effect < 0 else Effect("▲", str(points), "bad", words)


def _rest(row: ReportRow, person: Pronoun) -> Iterable[Effect]:
    """Yield what the named reasons do not explain: the effect of the caller's own answer, or the limit of one turn."""
    named = sum(move.effect for move in row.moves)
    rest = 1000 * _moved(row) - named
    if row.who != "trainee" or abs(rest) < 2 * 1000:
        return
    limited = named and (rest > 0) != (named > 0)
    words = "one reply can only do so much" if limited else f"with what {one_line(person.they)} answered"
    yield Effect("▲" if rest > 0 else "▼", str((abs(rest) + 500) // 1000), "quiet", words)


def _tag(what: str, given: ReportInput, person: Pronoun) -> str:
    """Return the chip of an id; a required sentence of the scenario has its own label, a forbidden one says so."""
    policy = given.scenario.policy
    if any(never.id == what for never in policy.never_say):
        return "Not allowed here"
    return next((must.label for must in policy.must_say if must.id == what), None) or tag(what, person)


def _pieces(text: str) -> Iterable[tuple[str, bool]]:
    """Yield the text cut at stage directions, which are set in italics without their brackets."""
    at = 0
    for found in _DIRECTION.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], False
        yield found.group()[1:-1], True
        at = found.end()
    if at < len(text) or not text:
        yield text[at:], False
