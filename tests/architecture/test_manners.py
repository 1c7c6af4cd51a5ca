"""House style that a machine can see."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.support.source_files import (
    Source,
    calls,
    classes,
    complain,
    functions,
    of_the_tests,
    sources,
    within,
)

#: Where everything that escapes is caught: the doors of the processes, which report it and go on or end in order.
BORDERS = {
    "simulator.__main__",
    "simulator.app",
    "simulator.cli.entry",
    "simulator.desktop.crash_report",
}

WORKAROUND = r"WORKAROUND\([^)]+ [^)]*\): \S"


def test_every_module_says_what_it_decides() -> None:
    complain(
        "A module begins with a docstring whose first line is a sentence or a title",
        (source.at(1) for source in [*sources(), *of_the_tests()] if not (ast.get_docstring(source.tree) or "").strip()),
    )


def test_every_module_reads_annotations_late() -> None:
    complain(
        "A module begins with: from __future__ import annotations",
        (
            source.at(1)
            for source in within("simulator")
            if len(source.tree.body) > 1
            and "from __future__ import annotations" not in source.text
            and source.module != "simulator.version"
        ),
    )


def test_everything_public_says_what_it_does() -> None:
    complain(
        "A public class, function or method has a docstring (Qt's own names excepted)",
        (
            f"{source.at(node)} {node.name}"
            for source in within("simulator")
            for node in public(source.tree)
            if not ast.get_docstring(node)
        ),
    )


def test_everything_public_is_typed() -> None:
    complain(
        "Every function says what it takes and returns",
        (
            f"{source.at(node)} {node.name}"
            for source in within("simulator")
            for node in functions(source.tree)
            if node.returns is None
            or any(
                one.annotation is None and one.arg not in ("self", "cls") and not one.arg.startswith("_")
                for one in [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            )
        ),
    )


def test_signals_are_connected_to_methods() -> None:
    complain(
        "No lambda and no functools.partial is connected to a signal: it has no thread and runs where the sender lives",
        (
            source.at(node)
            for source in within("simulator.desktop", "simulator.app")
            for node, name in calls(source.tree)
            if name.endswith(".connect")
            for argument in node.args
            if isinstance(argument, ast.Lambda)
            or (isinstance(argument, ast.Call) and ast.unparse(argument.func).endswith("partial"))
        ),
    )


@pytest.mark.parametrize("word", ["processEvents", "setAutoExec", "QSettings"])
def test_the_event_loop_is_not_pumped_and_settings_are_ours(word: str) -> None:
    complain(
        f"{word} is not used: pumping the loop re-enters our own slots, and settings are simulator.settings",
        (
            source.at(node)
            for source in sources()
            for node in ast.walk(source.tree)
            if (isinstance(node, ast.Attribute) and node.attr == word) or (isinstance(node, ast.Name) and node.id == word)
        ),
    )


def test_no_error_is_swallowed() -> None:
    complain(
        "An exception is handled or passed on: no except with a bare pass",
        (source.at(node) for source, node in handlers() if len(node.body) == 1 and isinstance(node.body[0], ast.Pass)),
    )


def test_everything_is_caught_only_at_the_borders() -> None:
    complain(
        "A catch-all stands at a process's border only, or raises again, or says why beside it",
        (
            source.at(node)
            for source, node in handlers()
            if (node.type is None or ast.unparse(node.type) in ("Exception", "BaseException"))
            and source.module not in BORDERS
            and not any(isinstance(inner, ast.Raise) and inner.exc is None for inner in node.body)
            and "#" not in source.line(node.lineno) + source.line(node.lineno - 1) + source.line(node.lineno + 1)
        ),
    )


def test_nobody_sleeps() -> None:
    complain(
        "Product code does not sleep, unless the line or the one above says why",
        (
            source.at(node)
            for source in sources()
            for node, name in calls(source.tree)
            if name in ("time.sleep", "sleep") and "#" not in source.line(node.lineno) + source.line(node.lineno - 1)
        ),
    )


def test_tests_wait_for_what_they_want_and_not_for_the_clock() -> None:
    complain(
        "A test waits for a signal, a report or the pretend clock: no time.sleep, no qtbot.wait",
        (
            source.at(node)
            for source in of_the_tests()
            if source.name != "tests/virtual_sound_card.py"  # a daemon's birth is announced to nobody
            for node, name in calls(source.tree)
            if name in ("time.sleep", "sleep", "qtbot.wait", "QTest.qWait", "QThread.msleep")
        ),
    )


def test_workarounds_name_what_they_work_around() -> None:
    complain(
        "A workaround is written WORKAROUND(library version): reason, so that it is found when that library moves",
        (
            f"{source.name}:{number}"
            for source in [*sources(), *of_the_tests()]
            for number, line in enumerate(source.text.splitlines(), 1)
            if re.search(r"#\s*workaround\b", line, re.IGNORECASE) and not re.search(WORKAROUND, line)
        ),
    )


def test_nothing_is_left_unfinished() -> None:
    mark = re.compile(r"#\s*(TO" "DO|FIX" "ME|X" r"XX)\b")
    complain(
        "No mark of unfinished work",
        (
            f"{source.name}:{number}"
            for source in [*sources(), *of_the_tests()]
            for number, line in enumerate(source.text.splitlines(), 1)
            if mark.search(line)
        ),
    )


def handlers() -> Iterator[tuple[Source, ast.ExceptHandler]]:
    """Yield every except clause of the program."""
    for source in sources():
        for node in ast.walk(source.tree):
            if isinstance(node, ast.ExceptHandler):
                yield source, node


def public(tree: ast.Module) -> Iterator[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield what others may use: public classes and functions of the module, and the methods of its public classes."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            yield node
    for one in classes(tree):
        if not one.name.startswith("_"):
            for method in one.body:
                if (
                    isinstance(method, ast.FunctionDef | ast.AsyncFunctionDef)
                    and not method.name.startswith("_")
                    and method.name.islower()
                ):
                    yield method
