"""What moved the caller, in words: the ledger beside the ring, and the tags under a reply.

Both come from the engine's own causes, so that what the trainee reads is what happened and not a second opinion.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.call.state import CallState, Cause, TraineeTurnRecord
from simulator.cues.cue import ALL_FAULTS, ALL_SKILLS
from simulator.scenario.model import Scenario
from simulator.scoring.pronouns import Pronoun, pronoun_of
from simulator.scoring.wording import cause_sentence, tag
from simulator.screens.figures import points
from simulator.screens.tokens import Tone
from simulator.transcript.literal import one_line

#: More rows than these are no longer read during a call.
ROWS = 6
#: The engine's remarks on a cause, for the trainee.
_NOTES = {
    "possible": "not sure, counts half",
    "stock phrase": "a stock phrase moves nobody",
}


@dataclass(frozen=True, slots=True)
class MovedRow:
    """One cause: down is good."""

    shape: str
    tone: Tone
    #: Whole points without a sign; empty where nothing moved.
    points: str
    words: str

    @property
    def spoken(self) -> str:
        """Return the row for a screen reader."""
        way = {"▼": f"down {self.points}", "▲": f"up {self.points}"}.get(self.shape, "no change")
        return f"{way}: {self.words}"


@dataclass(frozen=True, slots=True)
class Tag:
    """What a reply did, in a word or two."""

    text: str
    tone: Tone


def moved_rows(state: CallState) -> tuple[MovedRow, ...]:
    """Return the latest causes, newest first; one that is below half a point is left out."""
    pronoun = pronoun_of(state.scenario.caller)
    rows = (_row(cause, pronoun) for cause in _newest_first(state))
    return tuple([row for row in rows if row is not None][:ROWS])


def tags_of(turn: TraineeTurnRecord, scenario: Scenario) -> tuple[Tag, ...]:
    """Return the chips under a reply: what was done first, then what cost something, with its price."""
    pronoun = pronoun_of(scenario.caller)
    must = {item.id: one_line(item.label) for item in scenario.policy.must_say}
    effects = {cause.what: points(cause.effect) for cause in turn.causes}
    heard = list(dict.fromkeys([*(cue.skill for cue in turn.cues), *_measured(turn)]))
    if "ask_again" in heard:
        heard = [what for what in heard if what != "ask_fact"]  # one question, one chip
    good = [Tag(one_line(must.get(what) or tag(what, pronoun)), "calm") for what in heard if what in ALL_SKILLS or what in must]
    never = {item.id for item in scenario.policy.never_say}
    bad = [_priced(what, effects.get(what, 0), pronoun) for what in heard if what in ALL_FAULTS or what in never]
    return (*good, *bad)


def _newest_first(state: CallState) -> Iterator[Cause]:
    dated = [(at_ms, cause) for at_ms, cause in state.causes]
    dated += [(turn.to_ms, cause) for turn in state.transcript if isinstance(turn, TraineeTurnRecord) for cause in turn.causes]
    latest = sorted(range(len(dated)), key=lambda index: dated[index][0], reverse=True)
    return (dated[index][1] for index in latest)


def _row(cause: Cause, pronoun: Pronoun) -> MovedRow | None:
    moved = points(abs(cause.effect))
    words = one_line(cause_sentence(cause.what, pronoun))
    words = f"{words} ({_NOTES.get(cause.note, one_line(cause.note))})" if cause.note else words
    if moved == 0:
        return MovedRow("–", "plain", "", words) if cause.note and cause.effect == 0 else None
    return MovedRow("▼", "calm", str(moved), words) if cause.effect < 0 else MovedRow("▲", "furious", str(moved), words)


def _measured(turn: TraineeTurnRecord) -> Iterator[str]:
    """Yield the faults of a reply that are not in its words."""
    if turn.asked_again:
        yield "ask_again"
    if any(overlap[4] for overlap in turn.overlaps):
        yield "interrupt"
    if turn.skipped_verification:
        yield "skip_verification"


def _priced(what: str, effect: int, pronoun: Pronoun) -> Tag:
    words = one_line(tag(what, pronoun))
    return Tag(f"{words} · +{effect}" if effect > 0 else words, "irritated")
