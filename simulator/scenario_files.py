"""Scenario files on the disk: found by name, read within limits, and refused in words that name the place.

The scenario package itself never touches the disk (it has to read a stranger's bytes and a recording's copy the same way);
this is the one place that does it for everybody above.
"""

from __future__ import annotations

import difflib
from pathlib import Path

from simulator import paths
from simulator.authored.characters import MOST_BYTES
from simulator.problems import Problem, ProblemError, machine_lacks
from simulator.scenario.model import Scenario
from simulator.scenario.reading import Reading, read_scenario

_SUFFIX = ".yaml"


def scenario_bytes(path: Path) -> bytes:
    """Return a file's bytes, at most one more than a scenario may have; ``ProblemError`` if it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise _not_found(str(path), ()) from None
    except OSError as error:
        what = f"The file can't be read ({(error.strerror or 'unknown reason').lower()})."
        raise machine_lacks(what, "Check where it is and who may open it.", str(path)) from None


def read_file(path: Path) -> Reading:
    """Return a scenario file as it was read, with everything that was found; ``ProblemError`` if there is no such file."""
    return read_scenario(scenario_bytes(path), str(path))


def load_scenario(path: Path) -> Scenario:
    """Return the scenario of a file; ``ProblemError`` of the authoring family for a file with errors."""
    loaded = _loaded(path, read_file(path))
    if isinstance(loaded, Problem):
        raise ProblemError(loaded)
    return loaded


def scenario_shelf(folder: Path) -> tuple[tuple[Path, Scenario | Problem], ...]:
    """Return every scenario of a folder in the order of the names, and for each broken file the problem that stands in for it.

    Files of other kinds, hidden ones and folders inside are left out; a folder that is not there is an empty shelf.
    """
    shelf: list[tuple[Path, Scenario | Problem]] = []
    for path in sorted(folder.glob(f"*{_SUFFIX}")):
        if path.name.startswith("."):
            continue
        try:
            reading = read_file(path)
        except ProblemError as error:
            shelf.append((path, error.problem))
            continue
        if reading.kind == "scenario":
            shelf.append((path, _loaded(path, reading)))
    return tuple(shelf)


def find_scenario(name_or_path: str, folders: tuple[Path, ...] | None = None) -> Path:
    """Return the file of a path, or of a name such as ``billing-double-charge``; ``ProblemError`` (usage) if there is none.

    Names are looked for in ``folders``: by default the person's own scenarios, then those that come with the program.
    """
    path = Path(name_or_path).expanduser()
    if path.is_file():
        return path
    searched = (paths.data_folder() / "scenarios", paths.scenarios_folder()) if folders is None else folders
    name = name_or_path.removesuffix(_SUFFIX)
    known = {file.stem: file for folder in reversed(searched) for file in folder.glob(f"*{_SUFFIX}")}
    if name in known:
        return known[name]
    raise _not_found(name_or_path, tuple(known))


def _not_found(name: str, known: tuple[str, ...]) -> ProblemError:
    close = difflib.get_close_matches(Path(name).stem, sorted(known), 1)
    remedy = f"Did you mean '{close[0]}'?" if close else "Check the name, or give the path of the file."
    return ProblemError(Problem("usage", "There is no such scenario file.", remedy, name))


def _loaded(path: Path, reading: Reading) -> Scenario | Problem:
    errors = reading.errors()
    if not errors and reading.scenario:
        return reading.scenario
    if not errors:
        return Problem("authoring", "There is no scenario in this file.", "Choose another file.", str(path))
    more = len(errors) - 1
    rest = f"There {'is one more finding' if more == 1 else f'are {more} more findings'}. " if more else ""
    return Problem("authoring", errors[0].message, f"{rest}Check the file with: main.py lint {path}", errors[0].where())
