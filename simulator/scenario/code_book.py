"""What each code of the linter is called, says, and means for the trainer.

One small file a code, in ``codes/``: name, severity, messages, why it matters, how to mend it, and examples. The examples are
tested as they stand - the bad one must be found at exactly that place with exactly those words, the good one must be clean -
and the page for trainers is made from the same files. A reading without findings opens none of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal, cast

from simulator.authored.read import read_authored
from simulator.authored.tree import Block, Scalar, Sequence
from simulator.scenario.schema import FileKind

Severity = Literal["error", "warning", "tip"]

_FOLDER = "codes"
_FILE = re.compile(r"SC[0-9]{3}\.yaml")
#: How an example writes a character that no file may hold.
_CHARACTER = re.compile(r"\{U\+([0-9A-F]{4,6})\}")


@dataclass(frozen=True, slots=True)
class Example:
    """A part of a scenario with the mistake in it, what is said about it, and the same part without it."""

    #: One or several top level blocks of a scenario; with ``whole``, or of another kind, the whole file.
    bad: str
    line: int
    column: int
    says: str
    good: str
    whole: bool = False
    encoding: str = "utf-8"
    #: ``bad`` stands so often in the file, for limits of size.
    times: int = 1
    kind: FileKind = "scenario"
    #: The smallest scenario was published as version 1.2.0.
    published: bool = False
    #: Robots find it when they play, not the linter when it reads; ``saved`` are the calls in the sidecar.
    robots: bool = False
    saved: str = ""


@dataclass(frozen=True, slots=True)
class CodeRecord:
    """One code."""

    code: str
    name: str
    severity: Severity
    messages: Mapping[str, str]
    #: Follows the message where there is a suggestion.
    asks: str
    why: str
    fix: str
    examples: tuple[Example, ...]


@cache
def record(code: str) -> CodeRecord:
    """Return the record of a code; ``KeyError`` if there is none."""
    source = resources.files(__package__).joinpath(_FOLDER, f"{code}.yaml")
    if not source.is_file():
        raise KeyError(code)
    tree = read_authored(source.read_bytes()).tree
    if not isinstance(tree, Block):
        raise KeyError(code)
    messages = tree.value("messages")
    entries = messages.entries if isinstance(messages, Block) else ()
    examples = tree.value("examples")
    return CodeRecord(
        code=code,
        name=_text(tree, "name"),
        severity=cast("Severity", _text(tree, "severity")),
        messages={entry.key.text: entry.value.text for entry in entries if isinstance(entry.value, Scalar)},
        asks=_text(tree, "asks"),
        why=_text(tree, "why"),
        fix=_text(tree, "fix"),
        examples=tuple(_example(item) for item in examples.items if isinstance(item, Block))
        if isinstance(examples, Sequence)
        else (),
    )


def all_records() -> tuple[CodeRecord, ...]:
    """Return every code that this version checks, in order."""
    names = (item.name for item in resources.files(__package__).joinpath(_FOLDER).iterdir())
    return tuple(record(name.removesuffix(".yaml")) for name in sorted(names) if _FILE.fullmatch(name))


def smallest_scenario() -> str:
    """Return the text of the smallest scenario that is clean; the examples' blocks are put into it."""
    return resources.files(__package__).joinpath(_FOLDER, "smallest-scenario.yaml").read_text("utf-8")


def _example(block: Block) -> Example:
    line, _, column = _text(block, "at").partition(":")
    return Example(
        bad=_CHARACTER.sub(lambda match: chr(int(match[1], 16)), _text(block, "bad")),
        line=int(line),
        column=int(column),
        says=_text(block, "says"),
        good=_text(block, "good"),
        whole=_text(block, "whole") == "true",
        encoding=_text(block, "encoding") or "utf-8",
        times=int(_text(block, "times") or "1"),
        kind=cast("FileKind", _text(block, "kind") or "scenario"),
        published=_text(block, "published") == "true",
        robots=_text(block, "robots") == "true",
        saved=_text(block, "saved"),
    )


def _text(block: Block, key: str) -> str:
    value = block.value(key)
    return value.text if isinstance(value, Scalar) else ""
