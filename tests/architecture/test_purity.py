"""What the engine must not do even without an import: the same events must give the same bytes on every machine."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.support.source_files import (
    Source,
    calls,
    classes,
    complain,
    functions,
    within,
)

PURE = (
    "simulator.canonical",
    "simulator.own_voice",
    "simulator.problems",
    "simulator.authored",
    "simulator.transcript",
    "simulator.cues",
    "simulator.scenario",
    "simulator.call",
    "simulator.scoring",
    "simulator.screens",
    "simulator.session.recording",
    "simulator.session.replay",
)
#: Packages whose values are written down: whole numbers only.
WRITTEN_DOWN = ("simulator.own_voice", "simulator.call", "simulator.scoring")
REACHES_OUT = {"open", "print", "input", "exec", "eval", "__import__", "globals", "breakpoint"}
#: Differ from one process to the next.
DIFFERS = {"hash", "id"}


def test_the_engine_reaches_for_nothing() -> None:
    complain(
        "The engine and all it stands on neither read nor print nor look up code by name",
        (f"{source.at(node)} {name}()" for source, node, name in pure_calls() if name in REACHES_OUT),
    )


def test_the_engine_uses_nothing_that_differs_between_runs() -> None:
    complain(
        "hash() and id() differ from run to run: a recording would not replay byte for byte",
        (
            f"{source.at(node)} {name}()"
            for source, node, name in pure_calls()
            if name in DIFFERS
            and not any(node in ast.walk(function) for function in functions(source.tree) if function.name == "__hash__")
        ),
    )


def test_the_engine_keeps_no_state_of_its_own() -> None:
    complain(
        "The engine's state is a value: no global statement",
        (source.at(node) for source in within(*PURE) for node in ast.walk(source.tree) if isinstance(node, ast.Global)),
    )


def test_values_that_are_written_down_are_whole_numbers() -> None:
    complain(
        "State, events, commands and findings hold integers (per mille, milliseconds), never floats",
        (
            source.at(field)
            for source in within(*WRITTEN_DOWN)
            for one in classes(source.tree)
            for field in one.body
            if isinstance(field, ast.AnnAssign) and "float" in ast.unparse(field.annotation)
        ),
    )


def test_values_of_the_engine_are_frozen() -> None:
    complain(
        "A dataclass of the engine is frozen, and slotted unless it remembers a cached_property",
        (
            source.at(one)
            for source in within(*WRITTEN_DOWN, "simulator.transcript", "simulator.cues", "simulator.scenario.model")
            for one in classes(source.tree)
            for decoration in map(ast.unparse, one.decorator_list)
            if decoration.startswith("dataclass")
            and not ("frozen=True" in decoration and ("slots=True" in decoration or "cached_property" in ast.unparse(one)))
        ),
    )


def pure_calls() -> Iterator[tuple[Source, ast.Call, str]]:
    """Yield every call of the pure packages."""
    for source in within(*PURE):
        for node, name in calls(source.tree):
            yield source, node, name
