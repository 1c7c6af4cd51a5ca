"""How the model's files are taken out of a folder, a zip or a Maven archive without trusting it.

Only names of the manifest are read, never more than their size plus one byte, and each has to have its SHA-256. So a name with
``..`` is never looked at, a bomb is given up after the first byte too many, and a foreign or damaged archive leaves nothing behind but
the folder that the caller throws away.
"""

from __future__ import annotations

import hashlib
import os
import zipfile
import zlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO

from simulator.model_files import Manifest, ModelFile, Progress
from simulator.problems import Problem, ProblemError, machine_lacks

#: Opens the member of this name for reading.
Opener = Callable[[str], AbstractContextManager[IO[bytes]]]

_PIECE = 1 << 18
#: An archive that is this much larger than the model unpacked cannot be the model.
_MOST_TIMES = 2
_SLACK = 64 << 20
#: What ``zipfile`` raises on archives that are damaged, encrypted or of an unknown kind.
_ZIP_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OverflowError)


def copy_in(source: Path, into: Path, wanted: Manifest, progress: Progress) -> None:
    """Copy the model's files from a folder or an archive into the new folder ``into``, checked and flushed to the disk.

    Raises:
        ProblemError: the source is not there, or is not this model whole and undamaged.
        OSError: ``into`` cannot be written.
    """
    if not os.access(source, os.R_OK) and source.exists():
        raise refused(source, wanted, "it cannot be read")
    if source.is_dir():
        _copy_from(_folder_names(source, wanted), lambda name: (source / name).open("rb"), source, into, wanted, progress)
        return
    if not source.is_file():
        raise ProblemError(Problem("usage", "There is no such file or folder.", "Name the model's archive or folder.", str(source)))
    if source.stat().st_size > _MOST_TIMES * wanted.bytes + _SLACK:
        raise refused(source, wanted, "it is far too large")
    try:
        with zipfile.ZipFile(source) as archive:
            names = frozenset(archive.namelist())
            _copy_from(names, lambda name: archive.open(name), source, into, wanted, progress)
    except _ZIP_FAULTS as error:
        raise refused(source, wanted, f"it is damaged, cut short or no zip archive ({error})") from error


def refused(source: Path, wanted: Manifest, why: str) -> ProblemError:
    """Return the error for a source that is not the model."""
    return machine_lacks(f"This is not the whole model {wanted.name}: {why}.", "Fetch the archive again.", str(source))


def _copy_from(
    names: frozenset[str], opened: Opener, source: Path, into: Path, wanted: Manifest, progress: Progress
) -> None:
    start = _start_of(names, source, wanted)
    done = 0
    for file in wanted.files:
        target = into / file.name
        target.parent.mkdir(parents=True, exist_ok=True)
        progress("unpacking the model", done, wanted.bytes)
        with opened(start + file.name) as stream:
            why = _copy_one(stream, target, file)
        if why:
            raise refused(source, wanted, why)
        done += file.bytes
    progress("unpacking the model", done, wanted.bytes)


def _copy_one(stream: IO[bytes], target: Path, file: ModelFile) -> str:
    """Copy one file; return what is wrong with it, or nothing."""
    digest, size = hashlib.sha256(), 0
    with target.open("wb") as out:
        while piece := stream.read(min(_PIECE, file.bytes + 1 - size)):
            size += len(piece)
            if size > file.bytes:
                return f"{file.name} is larger than the maker's"
            digest.update(piece)
            out.write(piece)
        out.flush()
        os.fsync(out.fileno())
    if size < file.bytes:
        return f"{file.name} is shorter than the maker's"
    return "" if digest.hexdigest() == file.sha256 else f"{file.name} differs from the maker's"


def _start_of(names: frozenset[str], source: Path, wanted: Manifest) -> str:
    """Return what stands before the model's own names in this source."""
    starts = dict.fromkeys(["", f"{wanted.name}/", *(archive.folder for archive in wanted.archives)])
    lacking = {start: [file.name for file in wanted.files if start + file.name not in names] for start in starts}
    best = min(starts, key=lambda start: len(lacking[start]))
    if len(lacking[best]) == len(wanted.files):
        raise refused(source, wanted, "none of its files is in there")
    if lacking[best]:
        raise refused(source, wanted, f"{lacking[best][0]} is missing")
    return best


def _folder_names(folder: Path, wanted: Manifest) -> frozenset[str]:
    starts = ["", f"{wanted.name}/", *(archive.folder for archive in wanted.archives)]
    names = (start + file.name for start in starts for file in wanted.files)
    return frozenset(name for name in names if (folder / name).is_file())
