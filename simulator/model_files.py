"""Which recognition model the program wants, and whether it is there.

The manifest names every file of the model with its size and SHA-256, because a damaged model does not always say so: one with an
empty file of 35 bytes ends the whole process, one with a few flipped bits quietly hears other words. *Installed* means that every
file is there with its size (cheap, done at every start); *sound* means that the SHA-256 agree too (at install and on request).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from simulator import paths
from simulator.problems import Problem, ProblemError, machine_lacks

#: Told what is being done, how many bytes of it are done, and of how many (0: not known).
Progress = Callable[[str, int, int], None]

INSTALL_COMMAND = "python main.py model install"

_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a model."""

    #: Path inside the model's folder, with forward slashes.
    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Archive:
    """One place where the maker publishes the model."""

    kind: Literal["zip", "maven"]
    #: An https address (zip), or group:artifact:version:packaging (maven).
    source: str
    #: The model's folder inside the archive, with a slash at the end.
    folder: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """One model as its maker published it."""

    name: str
    language: str
    licence: str
    maker: str
    archives: tuple[Archive, ...]
    files: tuple[ModelFile, ...]
    #: Names that may lie in the model's folder and mean nothing.
    unchecked: tuple[str, ...] = ()

    @property
    def bytes(self) -> int:
        """The size of all files together."""
        return sum(file.bytes for file in self.files)


def manifest(language: str = "en-US") -> Manifest:
    """Return the manifest of the model for a language; the file holds one object, or a list of them.

    Raises:
        ProblemError: the file is missing or broken, or no model for this language is known.
    """
    place = paths.assets_folder() / "model-manifest.json"
    try:
        rows = json.loads(place.read_text(encoding="utf-8"))
        known = [manifest_from_plain(row) for row in (rows if isinstance(rows, list) else [rows])]
    except (OSError, ValueError) as error:
        raise machine_lacks(
            f"The list of the recognition model's files cannot be read ({error}).", "Install the program again.", str(place)
        ) from error
    for one in known:
        if one.language == language:
            return one
    raise machine_lacks(f'No recognition model for the language "{language}" is known.', "Use an English scenario.", str(place))


def manifest_from_plain(row: Mapping[str, object]) -> Manifest:
    """Return the manifest that this object of the file describes.

    Raises:
        ValueError: a key is missing, or a file's name would lead out of the model's folder.
    """
    try:
        archives, files = row["archives"], row["files"]
        if not isinstance(archives, list) or not isinstance(files, dict) or not files:
            raise ValueError("archives must be a list and files an object")
        return Manifest(
            name=str(row["name"]),
            language=str(row["language"]),
            licence=str(row["licence"]),
            maker=str(row["maker"]),
            archives=tuple(_archive(one) for one in archives),
            files=tuple(ModelFile(_inner(name), int(one["bytes"]), str(one["sha256"])) for name, one in files.items()),
            unchecked=_names(row.get("unchecked", [])),
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"not a model's manifest: {error}") from error


def _archive(one: Mapping[str, str]) -> Archive:
    kind: Literal["zip", "maven"] = "maven" if one["kind"] == "maven" else "zip"
    source = one["artifact"] if kind == "maven" else one["url"]
    return Archive(kind, source, one["folder"], int(one["bytes"]), one["sha256"])


def _names(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list) else ()


def _inner(name: str) -> str:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or str(path) != name:
        raise ValueError(f"{name!r} is not a plain path inside the model")
    return name


def wrong_sizes(folder: Path, wanted: Manifest) -> tuple[str, ...]:
    """Return the names of files that are missing or have another size; empty means installed."""
    return tuple(file.name for file in wanted.files if _size(folder / file.name) != file.bytes)


def wrong_contents(folder: Path, wanted: Manifest, progress: Progress | None = None) -> tuple[str, ...]:
    """Return the names of files that are missing or not what the maker published; reads every byte."""
    wrong, done = [], 0
    for file in wanted.files:
        if progress:
            progress("checking the model", done, wanted.bytes)
        if _size(folder / file.name) != file.bytes or _sha256(folder / file.name) != file.sha256:
            wrong.append(file.name)
        done += file.bytes
    if progress:
        progress("checking the model", done, wanted.bytes)
    return tuple(wrong)


def find_model(wanted: Manifest | None = None) -> Path | None:
    """Return the folder of the installed model, or None."""
    wanted = wanted or manifest()
    return next((folder for folder in candidates(wanted) if not wrong_sizes(folder, wanted)), None)


def model_folder(wanted: Manifest | None = None) -> Path:
    """Return the folder of the installed model.

    Raises:
        ProblemError: it is not installed, with the command that installs it.
    """
    wanted = wanted or manifest()
    found = find_model(wanted)
    if found is None:
        raise ProblemError(missing(wanted))
    return found


def candidates(wanted: Manifest) -> tuple[Path, ...]:
    """Return the folders in which this model may be, the first one first."""
    named = paths.named_model_folder()
    return (named,) if named else tuple(folder / wanted.name for folder in paths.models_folders())


def missing(wanted: Manifest) -> Problem:
    """Return what to tell the person while the model is not installed."""
    named = paths.named_model_folder()
    if named is None:
        return Problem("machine", "The speech recognition model is not installed.", f"Run: {INSTALL_COMMAND}")
    wrong = wrong_sizes(named, wanted)
    detail = f": {wrong[0]} is missing or has the wrong size" if wrong else ""
    return Problem(
        "machine",
        f"SIMULATOR_MODEL names a folder that is not the model {wanted.name}{detail}.",
        f"Unset it, let it name the model's folder, or run: {INSTALL_COMMAND}",
        str(named),
    )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size if path.is_file() else -1
    except OSError:
        return -1


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while piece := stream.read(_PIECE):
                digest.update(piece)
    except OSError:
        return ""
    return digest.hexdigest()
