"""The vocabulary of each kind of file, from the one place where it is written down: ``scenarios/KIND-1.schema.json``.

The same files complete words in a trainer's text editor, so they lie beside the scenarios and not in this package.
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

#: What a file is, told by its first key (decisions 3).
FileKind = Literal["scenario", "tests", "translation", "pack", "rubric", "examples"]

#: Beside the package in a checkout; inside it when installed.
_PLACES = (("..", "scenarios"), ("shipped", "scenarios"))

ANYTHING: Part = {}


@cache
def vocabulary(file: FileKind = "scenario") -> Part:
    """Return the whole vocabulary of a kind of file."""
    name = f"{file}-1.schema.json"
    here = resources.files("simulator")
    for place in _PLACES:
        source = here.joinpath(*place, name)
        if source.is_file():
            found: Part = json.loads(source.read_text("utf-8"))
            return found
    raise FileNotFoundError(f"{name} is missing from this copy of the program")


def first_key(file: FileKind) -> str:
    """Return the key whose number is the format of a kind of file."""
    return "format" if file == "scenario" else file


def resolve(part: Part, node: Authored, whole: Part) -> Part:
    """Return the part of a vocabulary that applies to a value: references followed, of several forms the one with its shape."""
    while True:
        if "$ref" in part:
            part = whole["$defs"][str(part["$ref"]).rsplit("/", 1)[-1]]
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
