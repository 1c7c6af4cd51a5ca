"""Marks a recorded call once more: with another rubric, or with words that the recogniser got wrong put right; no disk.

The call itself stays as it was played: the caller answered what was heard then. Only the marks are made anew. Words put right can take a
fault away and give credit; what was measured by timing and state (talking over, asking again) can only fall away with the words.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from simulator.call.context import cues_of
from simulator.call.named_sum import with_remedies
from simulator.call.state import CallState
from simulator.scenario.model import Scenario
from simulator.scoring.finding import Outcome, Scorecard
from simulator.scoring.judge import judge
from simulator.scoring.marked_call import AgreedRemedy, MarkedCall, Reply
from simulator.scoring.rubric import HouseRubric
from simulator.session.marking import marked_call
from simulator.transcript.words import typed_words


@dataclass(frozen=True, slots=True)
class Correction:
    """What the trainee really said in one reply."""

    #: Number of the reply; 0 is the greeting.
    turn: int
    text: str


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row of the card that came out differently; an outcome is empty where the row is not on that card."""

    id: str
    label: str
    outcome_before: Outcome | Literal[""]
    outcome_after: Outcome | Literal[""]
    #: Per mille of the row's weight, and the weights.
    credit_before: int
    credit_after: int
    weight_before: int
    weight_after: int


@dataclass(frozen=True, slots=True)
class CardDifference:
    """What changed between two cards of one call."""

    score_before: int
    score_after: int
    passed_before: bool
    passed_after: bool
    rows: tuple[RowChange, ...]
    #: Faults and failings that are on one card only, as ids.
    gone: tuple[str, ...]
    new: tuple[str, ...]


def rescore(state: CallState, rubric: HouseRubric, corrections: Iterable[Correction] = ()) -> Scorecard:
    """Return the scorecard of a recorded call by this rubric, with these words put right.

    Raises:
        ValueError: a correction names a reply that the call does not have.
    """
    return judge(_corrected(marked_call(state), state.scenario, tuple(corrections)), state.scenario, rubric)


def _corrected(call: MarkedCall, scenario: Scenario, corrections: tuple[Correction, ...]) -> MarkedCall:
    right = {correction.turn: correction.text for correction in corrections}
    unknown = sorted(right.keys() - {reply.turn for reply in call.replies})
    if unknown:
        raise ValueError(f"this call has no reply {unknown[0]}; they go from 0 to {len(call.replies) - 1}")
    replies = tuple(_heard_again(reply, right[reply.turn], scenario) if reply.turn in right else reply for reply in call.replies)
    agreed = tuple(_agreed_again(each, call.replies, replies) for each in call.agreed)
    return replace(call, replies=replies, agreed=agreed)


def _agreed_again(agreed: AgreedRemedy, heard: tuple[Reply, ...], right: tuple[Reply, ...]) -> AgreedRemedy:
    """Return what was agreed with the sum as it was really said, where the reply that named it was put right."""
    for before, after in zip(heard, right, strict=True):
        named = any(cue.remedy == agreed.remedy and cue.amount == agreed.amount for cue in before.cues)
        if named and before.text != after.text:
            sums = [cue.amount for cue in after.cues if cue.remedy == agreed.remedy and cue.amount >= 0]
            return replace(agreed, amount=sums[-1] if sums else -1)
    return agreed


def _heard_again(reply: Reply, text: str, scenario: Scenario) -> Reply:
    """Return the reply with the cues of its right words; they are sure, because a person wrote them down."""
    words = tuple(replace(word, start_ms=reply.from_ms, end_ms=reply.to_ms) for word in typed_words(text))
    clean = " ".join(text.split())
    # A sum by itself ("that will be fifty dollars") stays with the remedy that it was heard for.
    cues = with_remedies(cues_of(scenario, clean), clean, scenario.policy, {cue.remedy: -1 for cue in reply.cues if cue.remedy}, {})
    asked = {cue.fact for cue in cues if cue.fact}
    offered = {cue.remedy for cue in cues if cue.remedy}
    return replace(
        reply,
        text=clean,
        words=words,
        cues=cues,
        unclear=False,
        perhaps=(),
        asked_again=tuple(fact for fact in reply.asked_again if fact in asked),
        offered_too_early=tuple(remedy for remedy in reply.offered_too_early if remedy in offered),
    )


def card_difference(before: str, after: str) -> CardDifference:
    """Return what changed from one scorecard file's text to the other, rows in the order of the new card.

    Texts, because the first card may have been made by an older version of the program.

    Raises:
        ValueError: a text is no scorecard.
    """
    old, new = _card(before), _card(after)
    ids = dict.fromkeys((*new.rows, *old.rows))
    changes = (_change(row, old.rows.get(row), new.rows.get(row)) for row in ids)
    return CardDifference(
        old.score,
        new.score,
        old.passed,
        new.passed,
        tuple(change for change in changes if change is not None),
        tuple(fault for fault in old.failings if fault not in new.failings),
        tuple(fault for fault in new.failings if fault not in old.failings),
    )


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    outcome: Outcome | Literal[""]
    credit: int
    weight: int


@dataclass(frozen=True, slots=True)
class _Card:
    score: int
    passed: bool
    rows: Mapping[str, _Row]
    failings: tuple[str, ...]


def _card(text: str) -> _Card:
    try:
        card = json.loads(text)
        return _Card(
            int(card["score"]),
            bool(card["passed"]),
            {row["id"]: _Row(row["label"], row["outcome"], row["credit"], row["weight"]) for row in card["findings"]},
            tuple(dict.fromkeys(each["id"] for each in (*card["faults"], *card["auto_fails"]))),
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"not a scorecard: {error}") from error


_NOT_THERE = _Row("", "", 0, 0)


def _change(row: str, old: _Row | None, new: _Row | None) -> RowChange | None:
    before, after = old or _NOT_THERE, new or _NOT_THERE
    if (before.outcome, before.credit, before.weight) == (after.outcome, after.credit, after.weight):
        return None
    return RowChange(
        row,
        after.label or before.label,
        before.outcome,
        after.outcome,
        before.credit,
        after.credit,
        before.weight,
        after.weight,
    )
