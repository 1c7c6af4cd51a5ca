"""The words we use, and the names that say nothing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.support.source_files import complain, sources

#: Names of modules and classes that say nothing about what is decided there.
EMPTY = {"util", "utils", "helper", "helpers", "common", "misc", "manager", "base", "core", "stuff", "tools"}

#: Word that must not be coined -> the word we use. Keys of files, ids of the contract and libraries' names are not ours.
WRONG = {
    "admin": "trainer",
    "chatbot": "caller",
    "crosstalk": "overlap",
    "emotion": "temper (nobody's emotion is inferred)",
    "npc": "caller",
    "sentiment": "temper",
    "snippet": "evidence",
    "supervisor": "coach",
    "user": "trainee, trainer or coach",
}
#: Module -> words it may use, and why.
ALLOWED = {
    "simulator.call.personality": {"personality"},  # the scripted caller's patience and loyalty, not a person's
}


def test_module_names_say_what_is_decided_there() -> None:
    complain(
        "No module is called utils, helpers, common, misc, manager, base or core, alone or in a compound",
        (source.name for source in sources() for part in source.module.split(".") if EMPTY & set(part.split("_"))),
    )


def test_class_names_say_what_they_are() -> None:
    complain(
        "No class is called a manager, a helper or a base",
        (
            f"{source.at(node)} {node.name}"
            for source in sources()
            for node in ast.walk(source.tree)
            if isinstance(node, ast.ClassDef) and EMPTY & set(words_of(node.name))
        ),
    )


def test_names_use_the_words_of_the_word_list() -> None:
    complain(
        "Names use the words of the word list",
        (
            f"{source.name}:{line} {name}: the word here is {WRONG[word]}"
            for source in sources()
            for line, name in coined(source.tree)
            for word in words_of(name)
            if word in WRONG and word not in ALLOWED.get(source.module, set())
        ),
    )


def coined(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the line and name of everything that is named here: classes, functions, arguments, variables, fields."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.lineno, node.name
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.attr


def words_of(name: str) -> list[str]:
    """Return the words of a name in either spelling, lower case, plurals as singulars."""
    words = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)
    return [word for one in words for word in (one.lower(), one.lower().removesuffix("s"))]
