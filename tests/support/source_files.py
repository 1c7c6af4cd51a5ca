"""Reads the program's own source for the tests that hold the architecture."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests.support.places import PACKAGE, ROOT, TESTS

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """One module, parsed."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """The path as it is shown: ``simulator/call/advance.py``."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def module(self) -> str:
        """The name as it is imported: ``simulator.call.advance``."""
        return self.name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    def at(self, node: ast.AST | int) -> str:
        """Return ``FILE:LINE`` for a message."""
        return f"{self.name}:{node if isinstance(node, int) else getattr(node, 'lineno', 1)}"

    def line(self, number: int) -> str:
        """Return one line of the text, counted from 1; empty outside of it."""
        lines = self.text.splitlines()
        return lines[number - 1] if 0 < number <= len(lines) else ""


@cache
def sources() -> tuple[Source, ...]:
    """Return every module of the program: ``main.py`` and the package."""
    return tuple(_read(path) for path in [ROOT / "main.py", *sorted(PACKAGE.rglob("*.py"))])


@cache
def of_the_tests() -> tuple[Source, ...]:
    """Return every module of the tests."""
    return tuple(_read(path) for path in sorted(TESTS.rglob("*.py")))


def within(*modules: str) -> Iterator[Source]:
    """Yield the modules with these names and everything below them."""
    for source in sources():
        if any(source.module == one or source.module.startswith(one + ".") for one in modules):
            yield source


def functions(tree: ast.AST) -> Iterator[Function]:
    """Yield every function and method, inner ones too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def classes(tree: ast.AST) -> Iterator[ast.ClassDef]:
    """Yield every class, inner ones too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield node


def calls(tree: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    """Yield every call with what is called, as it is written: ``time.sleep``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield node, ast.unparse(node.func)


def decorations(node: Function) -> set[str]:
    """Return the names of the decorators, without arguments."""
    return {ast.unparse(one.func if isinstance(one, ast.Call) else one) for one in node.decorator_list}


def complain(rule: str, faults: Iterable[str]) -> None:
    """Fail with the rule and one line for each fault, if there is one."""
    lines = sorted(set(faults))
    if lines:
        pytest.fail(f"{rule}\n  " + "\n  ".join(lines), pytrace=False)


def _read(path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    return Source(path, text, ast.parse(text, str(path)))
