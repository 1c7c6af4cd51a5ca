"""Scenario files on the disk: found by name, read among what lies beside them, and refused in words that name the place.

The scenario package itself never touches the disk (it has to read a stranger's bytes and a recording's copy the same way);
this is the one place that does it for everybody above.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from simulator import paths
from simulator.authored.characters import MOST_BYTES
from simulator.problems import Problem, ProblemError, machine_lacks
from simulator.scenario.kinds import surely_other
from simulator.scenario.model import Scenario
from simulator.scenario.packs import PackFile
from simulator.scenario.reading import Beside, Reading, read_any, read_scenario

_SUFFIX = ".yaml"
#: Beside the scenarios; ``robots --publish`` writes the copies (decisions 3).
_PUBLISHED = ".published"
_VERSION = re.compile(r"@([0-9]{1,9})\.([0-9]{1,9})\.([0-9]{1,9})")


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
    """Return a scenario file as it is read to be played: with its packs and every error, without advice.

    ``ProblemError`` if there is no such file.
    """
    return _read_to_play(path, scenario_bytes(path))


def _read_to_play(path: Path, data: bytes) -> Reading:
    return read_scenario(data, str(path), Beside(packs=PacksOnDisk(), advice=False))


def check_file(path: Path, knows_word: Callable[[str], bool] | None = None, data: bytes | None = None) -> Reading:
    """Return a file of any kind with all that can be found by its own rules and by what lies beside it.

    ``knows_word`` tells whether the recogniser can hear a word; ``data`` are bytes that the file does not have yet.
    ``ProblemError`` if there is no such file.
    """
    beside = Beside(
        packs=PacksOnDisk(),
        scenario=lambda _: _scenario_of_sidecar(path),
        published=lambda scenario: _last_published(path, scenario),
        knows_word=knows_word,
    )
    return read_any(scenario_bytes(path) if data is None else data, str(path), beside)


def load_scenario(path: Path) -> Scenario:
    """Return the scenario of a file; ``ProblemError`` of the authoring family for a file with errors."""
    return load_to_record(path)[0]


def load_to_record(path: Path) -> tuple[Scenario, bytes]:
    """Return the scenario of a file, and the bytes from which it is played again later, whatever becomes of file and packs.

    ``ProblemError`` of the authoring family for a file with errors.
    """
    reading = read_file(path)
    loaded = _loaded(path, reading)
    if isinstance(loaded, Problem):
        raise ProblemError(loaded)
    return loaded, reading.to_record()


class PacksOnDisk(Mapping[str, tuple[PackFile, ...]]):
    """The packs that come with the program, and the person's own; a pack's file is read when it is asked for.

    ``NAME.yaml`` and ``NAME@VERSION.yaml`` are files of the pack NAME.
    """

    def __init__(self, folders: tuple[Path, ...] | None = None) -> None:
        if folders is None:
            folders = (paths.scenarios_folder() / "packs", paths.data_folder() / "packs")
        self._folders = folders

    def __getitem__(self, name: str) -> tuple[PackFile, ...]:
        files = [path for path in self._files() if path.stem.partition("@")[0] == name]
        if not files:
            raise KeyError(name)
        return tuple(PackFile(str(path), scenario_bytes(path)) for path in files)

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(path.stem.partition("@")[0] for path in self._files()))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _files(self) -> Iterator[Path]:
        for folder in self._folders:
            yield from sorted(path for path in folder.glob(f"*{_SUFFIX}") if path.is_file())


def _scenario_of_sidecar(path: Path) -> Reading | None:
    """Return the scenario beside ``NAME.tests.yaml`` or ``NAME.es-MX.yaml``, which is ``NAME.yaml``."""
    own = path.with_name(path.name.removesuffix(_SUFFIX).rpartition(".")[0] + _SUFFIX)
    return read_file(own) if own.is_file() else None


def _last_published(path: Path, scenario: str) -> Scenario | None:
    """Return the newest published copy of a scenario that can still be read."""
    copies = [
        (tuple(int(number) for number in version.groups()), file)
        for file in (path.parent / _PUBLISHED).glob(f"{scenario}@*{_SUFFIX}")
        if (version := _VERSION.fullmatch(file.stem.removeprefix(scenario)))
    ]
    return read_file(max(copies)[1]).scenario if copies else None


def scenario_shelf(folder: Path) -> tuple[tuple[Path, Scenario | Problem], ...]:
    """Return every scenario of a folder in the order of the names, and for each broken file the problem that stands in for it.

    Files of other kinds, hidden ones and folders inside are left out; a folder that is not there is an empty shelf.
    """
    shelf: list[tuple[Path, Scenario | Problem]] = []
    for path in sorted(folder.glob(f"*{_SUFFIX}")):
        if path.name.startswith("."):
            continue
        try:
            data = scenario_bytes(path)
            reading = None if surely_other(data) else _read_to_play(path, data)
        except ProblemError as error:
            shelf.append((path, error.problem))
            continue
        if reading is not None and reading.kind == "scenario":
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
