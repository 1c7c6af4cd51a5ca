"""The call as the marking rules ask about it: which replies count, which line a reply answers, what is in its place.

A reply that could not be made out takes part in nothing. A skill is in its place where the rubric says so; besides, a
scenario that waits for a skill at some point (``watch_for``, or a condition of that stage) has said that this is its place,
and the trainer's word weighs more than the general table. Where a scenario has no such stretch at all, anywhere is the place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.scenario.model import Beat, Opening, Place, Scenario, When
from simulator.scoring.marked_call import CallerLine, MarkedCall, Reply
from simulator.scoring.promises import BrokenPromise, broken_promises
from simulator.scoring.pronouns import Pronoun, pronoun_of
from simulator.scoring.rubric import Row
from simulator.scoring.word_lists import replies_like_lists

#: Conditions that wait for something to be heard.
_WAITS = frozenset({"heard", "heard_any", "heard_before", "heard_before_all", "heard_times"})


@dataclass(frozen=True, slots=True)
class CallView:
    """A call, its scenario and what both imply."""

    call: MarkedCall
    scenario: Scenario
    person: Pronoun
    #: Replies that could be made out, in the order of the call.
    clear: tuple[Reply, ...]
    #: (place, id) pairs that the scenario's stages wait for.
    waited_for: frozenset[tuple[str, str]]
    #: Promises of something inside the call that were not kept.
    broken: tuple[BrokenPromise, ...] = ()
    #: Numbers of the replies that are more a list of key words than sentences.
    like_lists: frozenset[int] = frozenset()


def view_of(call: MarkedCall, scenario: Scenario) -> CallView:
    """Return the view of a call."""
    clear = tuple(sorted((reply for reply in call.replies if not reply.unclear), key=_turn))
    person, waited_for = pronoun_of(scenario.caller), frozenset(_waited_for(scenario))
    return CallView(call, scenario, person, clear, waited_for, broken_promises(call), replies_like_lists(clear))


def _turn(reply: Reply) -> int:
    return reply.turn


def _waited_for(scenario: Scenario) -> Iterable[tuple[str, str]]:
    for stage in scenario.stages:
        whens = [beat.when for beat in scenario.beats if beat.stage == stage.id]
        for when in (*whens, *([stage.done_when] if stage.done_when else [])):
            yield from ((stage.place, what) for what in heard_in(when))


def heard_in(when: When) -> Iterable[str]:
    """Yield the ids that a condition waits to hear, those inside ``any_of`` included."""
    for condition in when.conditions:
        if condition.word in _WAITS:
            yield from condition.ids
        if condition.word == "any_of":
            for branch in condition.branches:
                yield from heard_in(branch)


def in_place(row: Row, reply: Reply, view: CallView) -> bool:
    """Return whether a skill said in this reply is in its place."""
    if not places_of(row, view) or reply.place in row.places or (reply.place, row.id) in view.waited_for:
        return True
    if row.id == "greet" and reply.turn <= 1:
        return True  # the reply to the opening is still the opening (decisions 8)
    answered = source_of(view, reply)
    return answered is not None and row.id in answered.watch_for


def places_of(row: Row, view: CallView) -> tuple[Place, ...]:
    """Return the row's places as far as this scenario has them; none: anywhere is its place."""
    there = {"opening", *(stage.place for stage in view.scenario.stages)}
    return tuple(place for place in row.places if place in there)


def source_of(view: CallView, reply: Reply) -> Beat | Opening | None:
    """Return the opening, beat or reaction that the reply answers."""
    line = line_of(view, reply.answers)
    return piece(view.scenario, line.source) if line is not None else None


def line_of(view: CallView, number: int) -> CallerLine | None:
    """Return the caller line with this number."""
    return next((line for line in view.call.lines if line.line == number), None)


def piece(scenario: Scenario, source: str) -> Beat | Opening | None:
    """Return the part of the scenario that a line comes from; endings and built-in lines have none."""
    if source == "opening":
        return scenario.opening
    return next((beat for beat in (*scenario.beats, *scenario.reactions) if beat.id == source), None)


def reply_at(view: CallView, turn: int) -> Reply | None:
    """Return the reply with this turn number, unclear ones included."""
    return next((reply for reply in view.call.replies if reply.turn == turn), None)


def poorly_heard(row: Row, view: CallView) -> bool:
    """Return whether a miss may be the recogniser's: a third of the replies in the row's place, or half of all, unclear."""
    replies = view.call.replies
    places = places_of(row, view)
    where = tuple(reply for reply in replies if not places or reply.place in places)
    return _unclear(where) * 3 >= max(1, len(where)) or _unclear(replies) * 2 >= max(1, len(replies))


def _unclear(replies: tuple[Reply, ...]) -> int:
    return sum(1 for reply in replies if reply.unclear)
