"""Fixes that need a look at the rest of the file: weights that add up, a line for a missing mood, endings that are closed off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from simulator.authored.edits import RemoveItem, SetValue
from simulator.authored.spelling import Value
from simulator.authored.splices import Path
from simulator.authored.tree import Authored, Block, Scalar, Sequence, locate
from simulator.scenario.mending.fix import Fix, Found
from simulator.scenario.model import DEFAULT_MOODS
from simulator.scenario.plain import as_number

#: Weights of a rubric add up to this (scenario-format 4.2, SC501).
_WHOLE = 100
_CLOSED_OFF = re.compile(r"closes_off: \[([a-z0-9_, -]+)\]")


def without_it(found: Found) -> Iterator[Fix]:
    """Yield the list without the name that is in it twice."""
    path = found.here[0] if found.here else ()
    if path and isinstance(path[-1], int) and found.words():
        yield Fix(f"Take the second {found.words()} out of the list", (RemoveItem(path),))


def scaled_weights(found: Found) -> Iterator[Fix]:
    """Yield the rubric's weights in whole numbers that add up to 100, each with the share that it has."""
    items = found.there("rubric", "items")
    nodes = [item.value("weight") if isinstance(item, Block) else None for item in (items.items if isinstance(items, Sequence) else ())]
    weights = [as_number(node.text) if isinstance(node, Scalar) else None for node in nodes]
    known = [Decimal(weight) for weight in weights if weight is not None and weight >= 0]
    if len(known) != len(nodes) or not sum(known):
        return
    scaled = _shares(known)
    edits = tuple(
        SetValue(("rubric", "items", index, "weight"), now)
        for index, (old, now) in enumerate(zip(known, scaled, strict=True))
        if old != now
    )
    if edits:
        yield Fix(f"Make the weights add up to {_WHOLE}: {', '.join(map(str, scaled))}", edits)


def _shares(weights: list[Decimal]) -> list[int]:
    """Return whole numbers with a sum of 100 in the ratio of the weights; what is left over goes to the largest remainders."""
    exact = [weight * _WHOLE / sum(weights) for weight in weights]
    whole = [int(share) for share in exact]
    by_remainder = sorted(range(len(exact)), key=lambda index: (whole[index] - exact[index], index))
    for index in by_remainder[: _WHOLE - sum(whole)]:
        whole[index] += 1
    return whole


def missing_mood(found: Found) -> Iterator[Fix]:
    """Yield a beat with a line for the mood that has none, copied from the nearest mood for the trainer to change."""
    path = _line_here(found)
    say = locate(found.tree, (*path, "say"))[0] if found.tree and path else None
    if not isinstance(say, Block):
        return
    moods = _moods(found)
    for mood in (found.suggestion,) if found.suggestion else re.findall(r"[a-z][a-z0-9_-]*", found.message):
        there = [entry.key.text for entry in say.entries if entry.key.text in moods]
        if mood not in moods or mood in there or not there:
            continue
        nearest = min(there, key=lambda name: (abs(moods.index(name) - moods.index(mood)), moods.index(name)))
        above = next((name for name in reversed(moods[: moods.index(mood)]) if name in there), "")
        words = _words(say.value(nearest))
        if words:
            yield Fix(f"Copy the {nearest} line to {mood}", (SetValue((*path, "say", mood), words, above),))
        return


def _moods(found: Found) -> list[str]:
    moods = found.there("anger", "moods")
    return [entry.key.text for entry in moods.entries] if isinstance(moods, Block) else list(DEFAULT_MOODS)


def _words(node: Authored | None) -> Value:
    if isinstance(node, Scalar):
        return node.text
    return [item.text for item in node.items if isinstance(item, Scalar)] if isinstance(node, Sequence) else ""


def closing_off(found: Found) -> Iterator[Fix]:
    """Yield a beat that says which endings it closes off: the one that the message names."""
    path, named = _line_here(found), _CLOSED_OFF.search(found.message)
    if path and named:
        endings = named[1].split(", ")
        yield Fix(f"Say that it is meant: closes_off {', '.join(endings)}", (SetValue((*path, "closes_off"), endings),))


def _line_here(found: Found) -> Path:
    """Return the path of the beat or reaction at the place, or nothing."""
    path = found.here[0][:2] if found.here else ()
    return path if len(path) == 2 and path[0] in ("beats", "reactions") else ()
