"""Fixes that put something into a file which it talks about and does not have yet; what is put in is for the trainer to fill."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authored.edits import Edit, InsertItem, SetValue
from simulator.authored.spelling import Value
from simulator.authored.tree import Block, Scalar, Sequence
from simulator.scenario.mending.fix import Fix, Found

#: Words for the trainer to replace; ``todo`` keeps such a beat from being published.
_TO_WRITE = "To be written."


def beat_that_is_said(found: Found) -> Iterator[Fix]:
    """Yield the beat that a ``said`` names and that is not there."""
    name, stage = found.words(), _stage_here(found)
    if name and stage:
        yield Fix(f"Add a line called {name}", (_insert("beats", _beat(name, stage), found),))


def stage_with_fallback(found: Found) -> Iterator[Fix]:
    """Yield the stage that is named and not there, with its fallback line."""
    name = found.words()
    if name:
        stage: dict[str, Value] = {"id": name, "goal": _TO_WRITE}
        yield Fix(f"Add a stage called {name}", (_insert("stages", stage, found), _insert("beats", _waiting(name, found), found)))


def fact_with_answer(found: Found) -> Iterator[Fix]:
    """Yield the fact that is named and not there, with the line in which the caller tells it."""
    name = found.words()
    if not name:
        return
    fact: dict[str, Value] = {"id": name, "label": _TO_WRITE, "value": _TO_WRITE, "ask_like": [f"What is the {name.replace('_', ' ')}?"]}
    if found.there("facts") is not None:
        edits = (_insert("facts", fact, found), *(fix.edits[0] for fix in line_that_reveals(found)))
        yield Fix(f"Add a fact called {name}", edits)


def line_that_reveals(found: Found) -> Iterator[Fix]:
    """Yield the line in which the caller tells a fact that nobody tells."""
    fact, stage = found.words(), _stage_here(found)
    if fact and stage:
        name = _free(f"give-{fact.replace('_', '-')}", found)
        beat = {**_beat(name, stage), "when": {"asked": fact}, "reveals": [fact]}
        yield Fix(f"Add a line that tells {fact}", (_insert("beats", beat, found),))


def fallback(found: Found) -> Iterator[Fix]:
    """Yield the line for a stage in which the caller could have nothing to say."""
    stage = found.words()
    if stage:
        yield Fix(f"Add a line for when nothing else fits in {stage}", (_insert("beats", _waiting(stage, found), found),))


def _beat(name: str, stage: str) -> dict[str, Value]:
    return {"id": name, "stage": stage, "say": _TO_WRITE, "todo": True}


def _waiting(stage: str, found: Found) -> dict[str, Value]:
    return {**_beat(_free(f"{stage}-and-now", found), stage), "repeat": "always"}


def _insert(things: str, value: Value, found: Found) -> Edit:
    there = found.there(things)
    return InsertItem((things,), len(there.items), value) if isinstance(there, Sequence) else SetValue((things,), [value])


def _stage_here(found: Found) -> str:
    """Return the stage of the beat at the place, else the one in which facts are asked for, else the first."""
    here = found.here[0] if found.here else ()
    beats, stages = found.there("beats"), found.there("stages")
    at = here[1] if len(here) > 1 and here[0] == "beats" else None
    beat = beats.items[at] if isinstance(beats, Sequence) and isinstance(at, int) else None
    own = beat.value("stage") if isinstance(beat, Block) else None
    if isinstance(own, Scalar):
        return own.text.strip()
    blocks = [stage for stage in (stages.items if isinstance(stages, Sequence) else ()) if isinstance(stage, Block)]
    asking = [stage for stage in blocks if isinstance(place := stage.value("place"), Scalar) and place.text == "understanding"]
    ids = [stage.value("id") for stage in (*asking, *blocks)]
    return next((name.text.strip() for name in ids if isinstance(name, Scalar)), "")


def _free(name: str, found: Found) -> str:
    """Return the name, or one like it that no line has."""
    taken = {node.text.strip() for things in ("beats", "reactions", "interruptions") for node in _ids(found, things)}
    return next(free for free in (name, *(f"{name}-{number}" for number in range(2, len(taken) + 3))) if free not in taken)


def _ids(found: Found, things: str) -> Iterator[Scalar]:
    there = found.there(things)
    for item in there.items if isinstance(there, Sequence) else ():
        name = item.value("id") if isinstance(item, Block) else None
        if isinstance(name, Scalar):
            yield name
