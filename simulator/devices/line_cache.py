"""Rendered lines on disk, so that the same line is never rendered twice, today or next week.

One file a line: a first line of JSON, then the samples. The first line holds the SHA-256 of everything behind its hash, so a file that
was damaged or cut short is noticed, removed and rendered anew. Files are written beside and renamed; when the folder outgrows its limit
those not used for longest go. A disk that is full or read-only only means that nothing is kept: the call goes on.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from pathlib import Path

from simulator import paths
from simulator.devices.rendered_line import LineRequest, Rendered
from simulator.devices.voices.word_times import WordTime

FORMAT = 1
MOST_BYTES = 200_000_000
#: After growing too large the folder shrinks to this share, so that not every line clears up.
SHRINK_TO = 0.8
SUFFIX = ".line"
DIGEST_LENGTH = 64


def of_this_person() -> LineCache:
    """Return the cache in the program's own cache folder."""
    return LineCache(paths.cache_folder() / "lines")


class LineCache:
    """A folder of rendered lines; several programs may share it."""

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self._folder = folder
        self._most_bytes = most_bytes
        self._bytes: int | None = None

    def get(self, request: LineRequest) -> Rendered | None:
        """Return the line if it is here and whole; a damaged file is removed."""
        file = self._file(request)
        try:
            data = file.read_bytes()
        except OSError:
            return None
        rendered = _decoded(data)
        with contextlib.suppress(OSError):
            if rendered is None:
                file.unlink()
            else:
                os.utime(file)
        return rendered

    def put(self, request: LineRequest, rendered: Rendered) -> bool:
        """Keep the line; return whether the disk took it."""
        data = _encoded(rendered)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, beside = tempfile.mkstemp(dir=self._folder, suffix=".part")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
                Path(beside).replace(self._file(request))
            finally:
                Path(beside).unlink(missing_ok=True)
        except OSError:
            return False
        self._mind_size(len(data))
        return True

    def _file(self, request: LineRequest) -> Path:
        return self._folder / (request.key() + SUFFIX)

    def _mind_size(self, added: int) -> None:
        if self._bytes is not None:
            self._bytes += added
        if self._bytes is None or self._bytes > self._most_bytes:
            self._bytes = self._shrunk()

    def _shrunk(self) -> int:
        """Remove the files that were not used for longest until the folder is small enough; return its size."""
        there = []
        for file in self._folder.glob("*" + SUFFIX):
            # Another program may be clearing up at the same moment.
            with contextlib.suppress(OSError):
                stand = file.stat()
                there.append((stand.st_mtime_ns, stand.st_size, file))
        size = sum(entry[1] for entry in there)
        if size <= self._most_bytes:
            return size
        for _, bytes_of_file, file in sorted(there):
            if size <= self._most_bytes * SHRINK_TO:
                break
            with contextlib.suppress(OSError):
                file.unlink()
                size -= bytes_of_file
        return size


def _encoded(rendered: Rendered) -> bytes:
    words = [[word.char_from, word.char_to, word.ms] for word in rendered.words]
    about = json.dumps({"format": FORMAT, "rate": rendered.rate, "words": words}, separators=(",", ":")).encode() + b"\n"
    return hashlib.sha256(about + rendered.samples).hexdigest().encode() + b" " + about + rendered.samples


def _decoded(data: bytes) -> Rendered | None:
    digest, rest = data[:DIGEST_LENGTH], data[DIGEST_LENGTH + 1 :]
    if hashlib.sha256(rest).hexdigest().encode() != digest:
        return None
    about, _, samples = rest.partition(b"\n")
    value = json.loads(about)
    if value["format"] != FORMAT or not samples:
        return None
    return Rendered(samples, value["rate"], tuple(WordTime(*word) for word in value["words"]))
