"""How the recognition model gets onto this machine; the one place in the program that uses the network, and only on request.

Sources are tried in this order: what the person named, what is installed already, the maker's zip, the maker's Maven artefact. The
model is unpacked beside its place, checked file by file, flushed, and only then renamed, so a damaged archive, a full disk, Ctrl-C or a
power cut never touches a model that works.
"""

from __future__ import annotations

import errno
import hashlib
import http.client
import os
import shutil
import subprocess
import tempfile
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from filelock import FileLock, Timeout

from simulator import paths
from simulator.model_archive import copy_in, refused
from simulator.model_files import (
    INSTALL_COMMAND,
    Archive,
    Manifest,
    Progress,
    candidates,
    find_model,
    manifest,
    wrong_contents,
)
from simulator.problems import ProblemError, machine_lacks

#: A machine without a network has to learn so within seconds.
ANSWER_S = 8
#: Maven first fetches its own plug-ins.
MAVEN_S = 300
#: How long a second installation waits for the first one.
LOCK_S = 600

_PIECE = 1 << 18
_SPARE = 20 << 20


class Readable(Protocol):
    """An answer from the network."""

    def read(self, size: int, /) -> bytes:
        """Return at most this many bytes; none at the end."""


#: Opens an https address for reading.
Opener = Callable[[str], AbstractContextManager[Readable]]


@dataclass(frozen=True, slots=True)
class ModelStatus:
    """Whether the model is there and what its maker published."""

    stand: Literal["sound", "damaged", "missing"]
    name: str
    folder: Path
    #: Files that are missing or differ.
    wrong: tuple[str, ...] = ()

    def sentence(self) -> str:
        """Return one line for the person."""
        if self.stand == "sound":
            return f"{self.name}: installed, every file is the maker's ({self.folder})"
        if self.stand == "missing":
            return f"{self.name}: not installed. Run: {INSTALL_COMMAND}"
        return f"{self.name}: damaged, {', '.join(self.wrong)} ({self.folder}). Run: {INSTALL_COMMAND}"


def open_address(address: str) -> AbstractContextManager[Readable]:
    """Open an address over https, giving up after ``ANSWER_S`` seconds without an answer."""
    if not address.startswith("https://"):
        raise urllib.error.URLError("the address is not https")
    request = urllib.request.Request(address, headers={"User-Agent": paths.APP})
    answer: AbstractContextManager[Readable] = urllib.request.urlopen(request, timeout=ANSWER_S)
    return answer


def status(wanted: Manifest | None = None, progress: Progress | None = None) -> ModelStatus:
    """Return how the model stands, by reading every byte of it (about 0.2 s)."""
    wanted = wanted or manifest()
    folder = find_model(wanted) or next((one for one in candidates(wanted) if one.is_dir()), None)
    if folder is None:
        return ModelStatus("missing", wanted.name, target_folder(wanted))
    wrong = wrong_contents(folder, wanted, progress)
    return ModelStatus("damaged" if wrong else "sound", wanted.name, folder, wrong)


def target_folder(wanted: Manifest) -> Path:
    """Return the folder that an installation fills: the first one in which the model is looked for."""
    return candidates(wanted)[0]


def install(
    source: Path | None,
    progress: Progress,
    *,
    wanted: Manifest | None = None,
    open_url: Opener = open_address,
    lock_s: float = LOCK_S,
) -> Path:
    """Install the model and return its folder.

    Args:
        source: a folder, .zip or .aar that holds the model; None takes an installed one, else asks the network.
        progress: told what is being done, bytes done, bytes in all (0: not known).

    Raises:
        ProblemError: one sentence with the remedy; what was installed before is untouched.
    """
    wanted = wanted or manifest()
    if source is None and (found := _sound_one(wanted, progress)):
        return found
    target = target_folder(wanted)
    try:
        with _locked(target, progress, lock_s):
            _tidy(target)
            if source is None and (found := _sound_one(wanted, progress)):
                return found
            _refuse_other_files(target, wanted)
            _install_at(target, source, wanted, progress, open_url)
    except OSError as error:
        raise _cannot_write(target, error) from error
    return target


def _sound_one(wanted: Manifest, progress: Progress) -> Path | None:
    found = find_model(wanted)
    return found if found and not wrong_contents(found, wanted, progress) else None


def _install_at(target: Path, source: Path | None, wanted: Manifest, progress: Progress, open_url: Opener) -> None:
    free = shutil.disk_usage(target.parent).free
    needed = wanted.bytes + max((archive.bytes for archive in wanted.archives), default=0) + _SPARE
    if free < needed:
        raise OSError(errno.ENOSPC, f"{needed >> 20} MB are needed, {free >> 20} MB are free")
    part = Path(tempfile.mkdtemp(prefix=f".{target.name}.part-", dir=target.parent))
    try:
        fresh = part / "model"
        if source is not None:
            copy_in(source, fresh, wanted, progress)
        else:
            _fetch(fresh, part, wanted, progress, open_url)
        _put_in_place(fresh, target)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _fetch(fresh: Path, part: Path, wanted: Manifest, progress: Progress, open_url: Opener) -> None:
    """Try the archives of the manifest one after the other until one yields the whole model."""
    reasons = []
    for number, archive in enumerate(wanted.archives):
        place = part / f"archive-{number}"
        try:
            if archive.kind == "zip":
                _download(archive, place, wanted, progress, open_url)
            else:
                place = _ask_maven(archive, place, wanted, progress)
            copy_in(place, fresh, wanted, progress)
            return
        except ProblemError as error:
            who = "Maven" if archive.kind == "maven" else "the maker's site"
            reasons.append(f"{who}: {error.problem.what.rstrip('.')}")
            shutil.rmtree(fresh, ignore_errors=True)
    raise machine_lacks(
        f"The recognition model could not be fetched ({'; '.join(reasons) or 'no source is known'}).",
        f"Fetch {wanted.name}.zip on a machine with a network, then run: {INSTALL_COMMAND} --from FILE",
    )


def _download(archive: Archive, place: Path, wanted: Manifest, progress: Progress, open_url: Opener) -> None:
    progress("asking the maker's site", 0, 0)
    digest, size = hashlib.sha256(), 0
    with place.open("wb") as out:
        for piece in _pieces(archive, open_url):
            size += len(piece)
            digest.update(piece)
            out.write(piece)
            progress("downloading the model", min(size, archive.bytes), archive.bytes)
    if size != archive.bytes or digest.hexdigest() != archive.sha256:
        raise refused(place, wanted, "the download is cut short or damaged")


def _pieces(archive: Archive, open_url: Opener) -> Iterator[bytes]:
    """Yield the download, at most one byte more than the archive has; faults of the network become a problem."""
    size = 0
    try:
        with open_url(archive.source) as answer:
            while size <= archive.bytes and (piece := answer.read(min(_PIECE, archive.bytes + 1 - size))):
                size += len(piece)
                yield piece
    except urllib.error.HTTPError as error:
        raise machine_lacks(f"answered {error.code}", "") from error
    except (OSError, http.client.HTTPException) as error:
        raise machine_lacks("no answer" if size == 0 else "the connection broke", "") from error


def _ask_maven(archive: Archive, into: Path, wanted: Manifest, progress: Progress) -> Path:
    """Let Maven copy the artefact, exactly the version of the manifest (later ones are empty shells), and return the file."""
    program = shutil.which("mvn")
    if program is None:
        raise machine_lacks("not installed", "")
    progress("asking Maven", 0, 0)
    into.mkdir()
    command = [program, "-B", "-q", "dependency:copy", f"-Dartifact={archive.source}", f"-DoutputDirectory={into}"]
    try:
        # No pom.xml of the person's is read: Maven runs in the empty folder.
        done = subprocess.run(
            command, cwd=into, timeout=MAVEN_S, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
    except subprocess.TimeoutExpired as error:
        raise machine_lacks(f"no end after {MAVEN_S} s", "") from error
    except OSError as error:
        raise machine_lacks("cannot be started", "") from error
    _group, artifact, version, packaging = archive.source.split(":")
    copied = into / f"{artifact}-{version}.{packaging}"
    if done.returncode != 0 or not copied.is_file():
        raise machine_lacks("could not fetch it", "")
    if copied.stat().st_size != archive.bytes or hashlib.sha256(copied.read_bytes()).hexdigest() != archive.sha256:
        raise refused(copied, wanted, "the artefact is not the maker's")
    return copied


@contextmanager
def _locked(target: Path, progress: Progress, lock_s: float) -> Iterator[None]:
    """Hold the installation's lock; the operating system frees it when the program dies."""
    target.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(target.parent / f".{target.name}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        progress("waiting for another installation", 0, 0)
        try:
            lock.acquire(timeout=lock_s)
        except Timeout as error:
            raise machine_lacks("Another installation of the model is running.", "Wait until it is done.") from error
    try:
        yield
    finally:
        lock.release()


def _old(target: Path) -> Path:
    return target.with_name(f".{target.name}.old")


def _tidy(target: Path) -> None:
    """Clear up after an installation that was killed: drop half of a new model, put an old one back."""
    for half in target.parent.glob(f".{target.name}.part-*"):
        shutil.rmtree(half, ignore_errors=True)
    if _old(target).exists():
        if target.exists():
            shutil.rmtree(_old(target), ignore_errors=True)
        else:
            _old(target).rename(target)


def _refuse_other_files(target: Path, wanted: Manifest) -> None:
    """Refuse to replace a folder that holds anything but this model, such as one that SIMULATOR_MODEL names by mistake."""
    known = {file.name for file in wanted.files} | set(wanted.unchecked)
    for found in target.rglob("*") if target.is_dir() else ():
        if not found.is_dir() and found.relative_to(target).as_posix() not in known:
            raise machine_lacks(
                f'The folder for the model holds something else: "{found.relative_to(target).as_posix()}".',
                "Move it away, or let SIMULATOR_MODEL name another folder.",
                str(target),
            )


def _put_in_place(fresh: Path, target: Path) -> None:
    if not target.exists():
        fresh.rename(target)
    else:
        target.rename(_old(target))
        try:
            fresh.rename(target)
        except BaseException:
            if not target.exists():
                _old(target).rename(target)
            raise
        shutil.rmtree(_old(target), ignore_errors=True)
    _flush_folder(target.parent)


def _flush_folder(folder: Path) -> None:
    if os.name == "posix":
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _cannot_write(target: Path, error: OSError) -> ProblemError:
    where = str(target.parent)
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return machine_lacks(f"There is not enough room for the model ({error.strerror}).", "Free some disk space.", where)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return machine_lacks("The folder for the model cannot be written.", "Set SIMULATOR_HOME to a folder of your own.", where)
    return machine_lacks(f"The model cannot be written ({error.strerror or error}).", "Set SIMULATOR_HOME to another folder.", where)

