"""The vocabulary of scenario files, from the one place where it is written down: ``scenarios/scenario-1.schema.json``.

The same file completes words in a trainer's text editor, so it lies beside the scenarios and not in this package.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, Literal

from simulator.authored.tree import Authored, Block, Sequence

#: A part of the vocabulary: JSON's own types.
Part = Mapping[str, Any]
#: What the vocabulary wants at a place.
Kind = Literal["string", "number", "integer", "boolean", "array", "object", "const", "enum", "anything"]

_NAME = "scenario-1.schema.json"
#: Beside the package in a checkout; inside it when installed.
_PLACES = (("..", "scenarios", _NAME), ("shipped", "scenarios", _NAME))

ANYTHING: Part = {}


@cache
def vocabulary() -> Part:
    """Return the whole vocabulary."""
    here = resources.files("simulator")
    for place in _PLACES:
        source = here.joinpath(*place)
        if source.is_file():
            found: Part = json.loads(source.read_text("utf-8"))
            return found
    raise FileNotFoundError(f"{_NAME} is missing from this copy of the program")


def resolve(part: Part, node: Authored) -> Part:
    """Return the part that applies to a value: references followed, and of several forms the one that has the value's shape."""
    while True:
        if "$ref" in part:
            part = vocabulary()["$defs"][str(part["$ref"]).rsplit("/", 1)[-1]]
        elif "anyOf" in part:
            part = branch(part["anyOf"], node)
        else:
            return part


def branch(forms: list[Part], node: Authored) -> Part:
    """Return the form that has the value's shape, else the first."""
    wanted = "object" if isinstance(node, Block) else "array" if isinstance(node, Sequence) else "string"
    return next((form for form in forms if form.get("type") == wanted), forms[0])


def kind(part: Part) -> Kind:
    """Return what the vocabulary wants: a type, or one of a list of words."""
    if "type" in part:
        found: Kind = part["type"]
        return found
    return "enum" if "enum" in part else "const" if "const" in part else "anything"


def when_words() -> frozenset[str]:
    """Return the words that a ``when`` knows."""
    return frozenset(vocabulary()["$defs"]["when"]["properties"])
