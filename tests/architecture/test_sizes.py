"""How large things may become before they are two things."""

from __future__ import annotations

import ast
import statistics

from tests.support.source_files import (
    Function,
    classes,
    complain,
    decorations,
    functions,
    sources,
)

LONGEST_MODULE, LONGEST_FUNCTION, MOST_METHODS = 400, 40, 12
#: Half of the modules are shorter than this.
MEDIAN_MODULE = 130

#: ``FILE`` or ``FILE:NAME`` and why it may be larger.
ALLOWED: dict[str, str] = {}


def test_no_module_is_longer_than_400_lines() -> None:
    complain(
        f"A module has at most {LONGEST_MODULE} lines",
        (
            f"{source.name} has {length}"
            for source in sources()
            if (length := len(source.text.splitlines())) > LONGEST_MODULE and source.name not in ALLOWED
        ),
    )


def test_half_of_the_modules_are_short() -> None:
    median = statistics.median(len(source.text.splitlines()) for source in sources())
    assert median <= MEDIAN_MODULE, f"a module decides one thing: half of them have at most {MEDIAN_MODULE} lines, now {median}"


def test_no_function_is_longer_than_40_lines() -> None:
    complain(
        f"A function has at most {LONGEST_FUNCTION} lines",
        (
            f"{source.at(function)} {function.name} has {length}"
            for source in sources()
            for function in functions(source.tree)
            if (length := lines(function)) > LONGEST_FUNCTION and f"{source.name}:{function.name}" not in ALLOWED
        ),
    )


def test_no_class_has_more_than_12_public_methods() -> None:
    complain(
        f"A class has at most {MOST_METHODS} public methods (properties and Qt's own names not counted)",
        (
            f"{source.at(one)} {one.name} has {count}"
            for source in sources()
            for one in classes(source.tree)
            if (count := sum(map(is_public_method, one.body))) > MOST_METHODS and f"{source.name}:{one.name}" not in ALLOWED
        ),
    )


def test_every_exception_is_still_needed() -> None:
    there = {source.name for source in sources()}
    there |= {f"{source.name}:{one.name}" for source in sources() for one in [*functions(source.tree), *classes(source.tree)]}
    complain(
        "The allow-list names things that exist, each with a reason",
        (key for key, why in ALLOWED.items() if key not in there or not why),
    )


def lines(function: Function) -> int:
    """Return the lines of a function without its decorators."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def is_public_method(node: ast.stmt) -> bool:
    """Return whether this is a method that the class adds to the program's vocabulary."""
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or node.name.startswith("_"):
        return False
    is_property = any(
        one == "property" or one.endswith((".setter", ".deleter", "cached_property")) for one in decorations(node)
    )
    return not is_property and node.name.islower()
