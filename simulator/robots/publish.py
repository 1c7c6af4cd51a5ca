"""Publishing: a copy of the scenario and its call map are put beside the scenarios, unless something forbids it.

``.published/ID@VERSION.yaml`` is the file to the byte, ``ID@VERSION.map.json`` what the robots found in it. An error, a failed gate, a
failed saved call or an unfinished line forbids it; whoever publishes anyway gives a reason, and the map keeps it for the coaches.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from simulator.problems import Problem, ProblemError, machine_lacks
from simulator.robots.call_map import CallMap, from_json, to_json
from simulator.scenario.lint_finding import LintFinding
from simulator.scenario.model import Scenario

FOLDER = ".published"
_MAP = ".map.json"


def published_file(scenario_file: Path, scenario: str, version: str) -> Path:
    """Return where the copy of this version of a scenario lies; its map lies beside it."""
    return scenario_file.parent / FOLDER / f"{scenario}@{version}.yaml"


def publish(scenario_file: Path, data: bytes, found: CallMap, against: tuple[str, ...], reason: str = "") -> Path:
    """Write the copy and the map of this version, and return the copy's path.

    ``against`` says what forbids it, a sentence each; a ``reason`` overrules that and is stored.

    Raises:
        ProblemError: something forbids it and no reason is given, or the disk does not allow it.
    """
    target = published_file(scenario_file, found.scenario, found.version)
    against = (*against, *_other_content(target, data))
    if against and not reason.strip():
        more = f" And {len(against) - 1} more." if len(against) > 1 else ""
        remedy = f"Mend it, or give a reason: robots {scenario_file.name} --publish-anyway REASON"
        raise ProblemError(Problem("authoring", f"Not published: {against[0]}{more}", remedy, str(scenario_file)))
    found = replace(found, published_anyway=" ".join(reason.split()) if against else "")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _written(target, data)
        _written(map_file(target), to_json(found).encode())
    except OSError as error:
        raise machine_lacks(f"It can't be published ({error.strerror}).", "Check the disk and the folder.", str(target)) from error
    return target


def stored_findings(scenario_file: Path, scenario: Scenario) -> tuple[LintFinding, ...]:
    """Return what robots found when this version was published, as long as the file is still the same (decisions 4)."""
    found = stored_map(map_file(published_file(scenario_file, scenario.id, scenario.version)))
    if found is None or found.sha256 != scenario.sha256:
        return ()
    return tuple(replace(finding, file=str(scenario_file)) for finding in found.findings)


def map_file(published: Path) -> Path:
    """Return the path of the call map that belongs to a published copy."""
    return published.with_name(published.name.removesuffix(".yaml") + _MAP)


def last_published(scenario_file: Path, scenario: str) -> CallMap | None:
    """Return the call map of the highest published version of a scenario, or None; one that can't be read counts as none."""
    folder = scenario_file.parent / FOLDER
    maps = sorted(folder.glob(f"{scenario}@*{_MAP}"), key=_version, reverse=True)
    return next((found for path in maps if (found := stored_map(path)) is not None), None)


def stored_map(path: Path) -> CallMap | None:
    """Return the call map of a file, or None where there is none that can be read."""
    try:
        return from_json(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None


def _version(path: Path) -> tuple[int, ...]:
    numbers = path.name.removesuffix(_MAP).rpartition("@")[2].split(".")
    return tuple(int(number) for number in numbers if number.isdigit())


def _other_content(target: Path, data: bytes) -> Iterable[str]:
    """Yield a sentence if this version was published already with other words."""
    if target.is_file() and hashlib.sha256(target.read_bytes()).digest() != hashlib.sha256(data).digest():
        yield f"{target.name} was published already and differs; raise the version."


def _written(path: Path, data: bytes) -> None:
    beside = path.with_name(path.name + ".new")
    beside.write_bytes(data)
    beside.replace(path)
