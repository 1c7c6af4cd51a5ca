"""The anger over a call as a drawing: bands for the moods, a line, and the two moments that the card speaks of."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.call.state import CallState
from simulator.scoring.finding import Evidence, Scorecard
from simulator.scoring.pronouns import pronoun_of
from simulator.scoring.wording import cause_sentence
from simulator.screens.figures import moment
from simulator.screens.mood import mood_of
from simulator.screens.tokens import Tone
from simulator.transcript.literal import one_line

FULL = 100_000
#: Longer words beside a mark are cut; the cards below say them in full.
MARK_WORDS = 46


@dataclass(frozen=True, slots=True)
class Band:
    """The range of one mood, in thousandths of a point."""

    word: str
    low: int
    high: int
    tone: Tone


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment on the line."""

    #: Per mille of the call's length, and thousandths of a point.
    across: int
    temper: int
    tone: Tone
    words: str
    from_ms: int


@dataclass(frozen=True, slots=True)
class CardCurve:
    """The drawing; positions across are per mille of the call's length."""

    bands: tuple[Band, ...]
    points: tuple[tuple[int, int], ...]
    marks: tuple[Mark, ...]
    spoken: str


def card_curve(state: CallState, card: Scorecard) -> CardCurve:
    """Return the drawing of a finished call. A typed call has no clock, so its changes stand at even distances."""
    steps = state.curve or ((0, state.story.temper),)
    across = _across(steps, state)
    line = from_the_start(tuple((where, temper) for where, (_, temper) in zip(across, steps, strict=True)))
    start, end = (mood_of(temper, state.scenario.anger.moods) for temper in (steps[0][1], steps[-1][1]))
    spoken = f"Anger over the call: {start.word} {start.temper} at the start, {end.word} {end.temper} at the end"
    return CardCurve(_bands(state), line, _marks(state, card, line), spoken)


def from_the_start(line: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Return the line with a beginning at the left edge: nothing moves the temper before the first change."""
    return line if line[0][0] == 0 else ((0, line[0][1]), *line)


def _across(steps: tuple[tuple[int, int], ...], state: CallState) -> tuple[int, ...]:
    last = max(state.at_ms, steps[-1][0])
    if state.typed or last <= 0:
        return tuple(index * 1000 // max(1, len(steps) - 1) for index in range(len(steps)))
    return tuple(max(0, at_ms) * 1000 // last for at_ms, _ in steps)


def _bands(state: CallState) -> tuple[Band, ...]:
    moods = sorted(state.scenario.anger.moods.items(), key=_low)
    highs = [low for _, low in moods[1:]] + [FULL]
    return tuple(
        Band(one_line(word), low, high, mood_of((low + high) // 2, state.scenario.anger.moods).tone)
        for (word, low), high in zip(moods, highs, strict=True)
        if low < high
    )


def _low(mood: tuple[str, int]) -> int:
    return mood[1]


def _marks(state: CallState, card: Scorecard, line: tuple[tuple[int, int], ...]) -> tuple[Mark, ...]:
    keep, change = card.first.keep_evidence, card.first.change_evidence
    chosen: list[tuple[Evidence, Tone]] = []
    if change is not None and (keep is None or change.from_ms != keep.from_ms or change.turn != keep.turn):
        chosen.append((change, "irritated"))
    if keep is not None:
        chosen.append((keep, "calm"))
    marks = [mark for evidence, tone in chosen if (mark := _mark(state, card, evidence, tone, line))]
    return tuple(sorted(marks, key=_place))


def _mark(state: CallState, card: Scorecard, evidence: Evidence, tone: Tone, line: tuple[tuple[int, int], ...]) -> Mark | None:
    where = _where(state, evidence, line)
    if where is None:
        return None
    words = _said(state, card, evidence)
    short = words if len(words) <= MARK_WORDS else f"{words[: MARK_WORDS - 1].rstrip()}…"
    time = "" if state.typed else f"{moment(evidence.from_ms)} "
    return Mark(where, _temper_at(where, line), tone, f"{time}{short}", evidence.from_ms)


def _said(state: CallState, card: Scorecard, evidence: Evidence) -> str:
    """Return what happened at the moment: what was done, for a row that was met or a fault, else the note or the quote."""
    pronoun = pronoun_of(state.scenario.caller)
    met = [finding.id for finding in card.findings if finding.outcome == "met" and evidence in finding.evidence]
    done = met or [fault.id for fault in card.faults if evidence in fault.evidence]
    return one_line(cause_sentence(done[0], pronoun) if done else evidence.note or f"“{evidence.quote}”")


def _where(state: CallState, evidence: Evidence, line: tuple[tuple[int, int], ...]) -> int | None:
    """Return the place across: by the clock, or in a typed call at the change that the reply made."""
    if not state.typed:
        return min(1000, max(0, evidence.from_ms) * 1000 // state.at_ms) if state.at_ms > 0 else None
    return line[min(evidence.turn + 1, len(line) - 1)][0] if evidence.turn >= 0 else None


def _temper_at(where: int, line: tuple[tuple[int, int], ...]) -> int:
    """Return the height of the drawn line at a place across."""
    before = [point for point in line if point[0] <= where]
    after = [point for point in line if point[0] > where]
    if not before or not after:
        return (before or after)[-1 if before else 0][1]
    (left, low), (right, high) = before[-1], after[0]
    return low + (high - low) * (where - left) // max(1, right - left)


def _place(mark: Mark) -> int:
    return mark.across
