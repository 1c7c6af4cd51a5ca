"""What a finished turn of the trainee amounts to: its cues, what was measured around it, and the signals for the story.

The words say most; the rest is measured here from times and state: whether the caller was let to finish, whether the trainee spoke
over them, said the same sentence again, or told account details before they knew whom they speak to.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.call.beside_baseline import beside_baseline
from simulator.call.context import cues_of, names_the_fault, tells_hidden_detail
from simulator.call.named_sum import with_remedies
from simulator.call.overlap import TURN_TAKING_MS, overlaps
from simulator.call.signals import Signals, signals_of
from simulator.call.state import CallerTurn, CallState, TraineeTurnRecord
from simulator.cues.cue import Cue
from simulator.cues.repetition import repeats_earlier
from simulator.own_voice import BesideBaseline, NotMeasured, VoiceHeard
from simulator.transcript.words import LOW_CONFIDENCE, Word, text_of

#: Voice of this length without a single word is speech that was not understood (decisions 1).
UNCLEAR_VOICE_MS = 600
#: Nobody speaks for this long without an announced hold (decisions 5).
DEAD_AIR_MS = 5_000
#: ``let_vent`` can be earned this often in a call (decisions 8).
MOST_LET_VENT = 3


@dataclass(frozen=True, slots=True)
class Heard:
    """One turn, understood or not."""

    words: tuple[Word, ...]
    text: str
    cues: tuple[Cue, ...]
    signals: Signals
    overlaps: tuple[tuple[int, int, int, int, bool], ...]
    unclear: bool
    skipped_verification: bool
    beside: BesideBaseline | NotMeasured = ""


def hear(
    state: CallState, words: tuple[Word, ...], from_ms: int, voiced_ms: int, voice: VoiceHeard | None = None
) -> Heard:
    """Return what this turn amounts to; ``state`` is the one before it."""
    text = text_of(words)
    over = overlaps(_voice(state, from_ms, words), words, caller_lines(state))
    if is_unclear(words, voiced_ms, state.typed):
        return Heard(words, text, (), Signals(), over, unclear=True, skipped_verification=False)
    cues = cues_of(state.scenario, text, () if state.typed else words)
    cues = with_remedies(cues, text, state.scenario.policy, state.story.on_table, state.story.agreed)
    also = []
    if any(each[4] for each in over):
        also.append("interrupt")
    if _lets_vent(state, from_ms):
        also.append("let_vent")
    if state.gap_ms >= DEAD_AIR_MS and not state.hold_announced:
        also.append("dead_air")
    if repeats_earlier(earlier_texts(state), text):
        also.append("robotic")
    beside = beside_baseline(voice, words, _audible(state), state.baseline)
    if isinstance(beside, BesideBaseline) and beside.raised:
        also.append("raise_voice")
    skipped = tells_hidden_detail(state, text)
    signals = signals_of(cues, tuple(also), names_fault=names_the_fault(state.scenario, text))
    return Heard(words, text, cues, signals, over, unclear=False, skipped_verification=skipped, beside=beside)


def is_unclear(words: tuple[Word, ...], voiced_ms: int, typed: bool) -> bool:
    """Return whether nothing should be scored: voice without words, or more than half of the words low (decisions 1)."""
    if typed:
        return False
    if not words:
        return voiced_ms >= UNCLEAR_VOICE_MS
    return 2 * sum(1 for word in words if word.confidence < LOW_CONFIDENCE) > len(words)


def caller_lines(state: CallState) -> tuple[CallerTurn, ...]:
    """Return the caller's lines so far."""
    return tuple(entry for entry in state.transcript if isinstance(entry, CallerTurn))


def replies(state: CallState) -> tuple[TraineeTurnRecord, ...]:
    """Return the trainee's turns so far, the greeting included."""
    return tuple(entry for entry in state.transcript if isinstance(entry, TraineeTurnRecord))


def earlier_texts(state: CallState) -> tuple[str, ...]:
    """Return the texts of the trainee's turns so far."""
    return tuple(reply.text for reply in replies(state) if not reply.unclear)


def _voice(state: CallState, from_ms: int, words: tuple[Word, ...]) -> tuple[tuple[int, int], ...]:
    """Return the stretches of voice of this turn; where none were reported (typed), the turn itself up to the last line's end."""
    if state.voice:
        return tuple((begin, end if end >= 0 else state.at_ms) for begin, end in state.voice)
    return ((from_ms, state.at_ms),) if words else ()


def _audible(state: CallState) -> tuple[tuple[int, int], ...]:
    """Return from when to when the caller's lines could be heard."""
    return tuple((line.from_ms, line.to_ms) for line in caller_lines(state) if not line.silent)


def _lets_vent(state: CallState, from_ms: int) -> bool:
    """Return whether this is the first reply after a caller line in a venting stage, begun when the caller had finished."""
    lines = caller_lines(state)
    if not lines or not state.transcript or state.transcript[-1] is not lines[-1]:
        return False
    place = next(stage.place for stage in state.scenario.stages if stage.id == state.story.stage)
    if place != "venting" or state.story.heard.get("let_vent", 0) >= MOST_LET_VENT:
        return False
    return from_ms >= lines[-1].to_ms - TURN_TAKING_MS
