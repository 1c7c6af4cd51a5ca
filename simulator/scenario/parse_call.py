"""The parts of a file that are played: conditions, lines, stages, beats, interruptions, silences, endings."""

from __future__ import annotations

from typing import cast

from simulator.scenario.model import (
    ALWAYS,
    ANY_MOOD,
    Beat,
    Condition,
    Ending,
    EndingKind,
    Interruption,
    Opening,
    Place,
    Say,
    SilenceStep,
    Stage,
    When,
)
from simulator.scenario.plain import Plain
from simulator.scenario.values import Values, thousandths, whole, words

_EVERY_TIME = "always"


def when(plain: Plain | None) -> When:
    """Return the conditions of a ``when`` in the order of the file; without one, those that are always true."""
    if plain is None:
        return ALWAYS
    return When(tuple(_condition(word, value) for word, value in Values(plain).items()))


def _condition(word: str, value: Plain) -> Condition:
    if isinstance(value, dict):
        times = Values(value)
        return Condition(word, (times.text("what"),), times.number("at_least", 1))
    if isinstance(value, list) and word in ("any_of", "none_of"):
        return Condition(word, branches=tuple(when(branch) for branch in value))
    if isinstance(value, list):
        return Condition(word, tuple(words(item) for item in value))
    if isinstance(value, str):
        return Condition(word, (value,))
    # The temper is held in thousandths of a point and time in milliseconds; turns are counted.
    in_thousandths = word.startswith("anger_") or "_seconds_" in word
    return Condition(word, number=thousandths(value) if in_thousandths else whole(value))


def say(plain: Plain | None) -> Say:
    """Return the lines of a ``say``: one line, lines that rotate, or either of them for each mood."""
    if isinstance(plain, dict):
        return Say({mood: _lines(lines) for mood, lines in plain.items()})
    return Say() if plain is None else Say({ANY_MOOD: _lines(plain)})


def _lines(plain: Plain) -> tuple[str, ...]:
    return tuple(words(line) for line in plain) if isinstance(plain, list) else (words(plain),)


def stage(plain: Plain) -> Stage:
    """Return one stage."""
    block = Values(plain)
    done, back = block.get("done_when"), block.get("back_when")
    return Stage(
        id=block.text("id"),
        place=cast("Place", block.text("place", "understanding")),
        goal=block.text("goal"),
        done_when=None if done is None else when(done),
        back_to=block.text("back_to"),
        back_when=None if back is None else when(back),
    )


def opening(block: Values) -> Opening:
    """Return the caller's first words."""
    return Opening(
        say=say(block.get("say")),
        after="connect" if block.text("after") == "connect" else "greeting",
        watch_for=block.texts("watch_for"),
        coach=block.text("coach"),
        model_answer=block.text("model_answer"),
    )


def beat(plain: Plain) -> Beat:
    """Return one beat, or a reaction: a beat without a stage."""
    block = Values(plain)
    return Beat(
        id=block.text("id"),
        say=say(block.get("say")),
        stage=block.text("stage"),
        when=when(block.get("when")),
        about=block.text("about"),
        repeat=block.text("repeat") == _EVERY_TIME,
        anger=block.mille("anger", 0),
        reveals=block.texts("reveals"),
        agrees_to=block.text("agrees_to"),
        turns_down=block.text("turns_down"),
        asks_for=block.text("asks_for"),
        closes_off=block.texts("closes_off"),
        go_to=block.text("go_to"),
        delivery=block.mapped("delivery", words),
        watch_for=block.texts("watch_for"),
        hint=block.text("hint"),
        coach=block.text("coach"),
        model_answer=block.text("model_answer"),
    )


def interruption(plain: Plain) -> Interruption:
    """Return one way to cut in."""
    block = Values(plain)
    return Interruption(
        id=block.text("id"),
        when=when(block.get("when")),
        say=say(block.get("say")),
        chance=block.mille("chance", 1000),
        anger=block.mille("anger", 0),
    )


def silence_step(plain: Plain) -> SilenceStep:
    """Return one step of a silence."""
    block = Values(plain)
    return SilenceStep(block.mille("after_seconds", 0), say(block.get("say")), block.mille("anger", 0))


def ending(plain: Plain) -> Ending:
    """Return one ending."""
    block = Values(plain)
    return Ending(
        id=block.text("id"),
        kind=cast("EndingKind", block.text("kind")),
        when=when(block.get("when")),
        best=block.flag("best"),
        say=say(block.get("say")),
        debrief=block.text("debrief"),
    )
