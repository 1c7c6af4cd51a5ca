"""A robot's call told once more, with the words: played calls keep only where each line came from."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.call import story as telling
from simulator.call.floor import silence_after
from simulator.call.personality import draw
from simulator.call.signals import Signals
from simulator.call.state import Spoken, Story
from simulator.robots.move import Move, signals_of_move
from simulator.robots.playing import PlayedCall
from simulator.scenario.model import Scenario
from simulator.scoring.wording import tag


@dataclass(frozen=True, slots=True)
class Told:
    """One turn of the call."""

    move: Move | None
    signals: Signals
    before: Story
    after: Story
    lines: tuple[Spoken, ...]


def retold(scenario: Scenario, call: PlayedCall) -> tuple[Told, ...]:
    """Return the turns of a call that began at the start, with the caller's words."""
    caller = draw(scenario, call.seed)
    story = telling.begin(scenario, caller)
    told: list[Told] = []
    silences = 0
    for step in call.steps:
        before, signals = story, Signals()
        if step.move is None:
            due_ms = silence_after(scenario.silence, silences)
            story, outcome = telling.play_silence(scenario, caller, story, silences, due_ms)
            silences += 1
        else:
            signals = signals_of_move(step.move, scenario)
            story, outcome = telling.play_turn(scenario, caller, story, signals, call.seed)
            silences = 0
        told.append(Told(step.move, signals, before, story, outcome.lines))
    return tuple(told)


def reply_words(move: Move | None, scenario: Scenario) -> str:
    """Return what a robot does in a turn, for people: "Named the feeling · asks: Order number"."""
    if move is None:
        return "Says nothing"
    own = {must.id: must.label for must in scenario.policy.must_say}
    labels = {fact.id: fact.label for fact in scenario.facts} | {remedy.id: remedy.label for remedy in scenario.policy.remedies}
    parts = [own.get(what) or tag(what, scenario.caller.pronouns) for what in move.does]
    if move.asks:
        parts.append("Asks: " + ", ".join(labels.get(fact, fact) for fact in move.asks))
    if move.offers:
        parts.append("Offers: " + ", ".join(labels.get(remedy, remedy) for remedy in move.offers))
    return " · ".join(part[:1].upper() + part[1:] for part in parts) or "Says nothing that counts"
