"""Which words the recogniser can hear: the list that its model carries, read without loading the model.

What is in no list is never heard as it is written, however clearly it is said. Vosk can be asked (``vosk_model_find_word``), but only
after it has loaded the whole model: 1.1 s and 160 MB. The same list stands at the head of the model's grammar, an OpenFst file, and is
read in 0.15 s; kept as a sorted text it is there in 15 ms. A file that begins otherwise is refused, never guessed at.
"""

from __future__ import annotations

import contextlib
import mmap
import os
import struct
import tempfile
from bisect import bisect_left
from collections.abc import Callable
from pathlib import Path

from simulator.model_files import INSTALL_COMMAND
from simulator.problems import machine_lacks

_GRAMMAR = ("graph", "Gr.fst")
#: The first four bytes of a grammar and of a table of words (OpenFst, ``fst.h`` and ``symbol-table.h``).
_GRAMMAR_MARK, _TABLE_MARK = 2125659606, 2125658996
#: A bit of the grammar's flags: a table of words follows the head.
_HAS_WORDS = 1
#: Signs of the grammar that are no words: ``<s>``, ``[unk]``, ``#0``, ``!SIL``.
_NO_WORDS = tuple(b"<[#!")
_INT = struct.Struct("<i")
_LONG = struct.Struct("<q")


def word_finder(model: Path, cache: Path) -> Callable[[str], bool]:
    """Return what tells whether a model can hear a word in lower case; its list is kept in the folder ``cache``.

    Raises:
        ProblemError: the model's list of words cannot be read.
    """
    words = _words(model, cache)

    def knows(word: str) -> bool:
        sought = word.encode()
        at = bisect_left(words, sought)
        return at < len(words) and words[at] == sought

    return knows


def _words(model: Path, cache: Path) -> list[bytes]:
    grammar = model.joinpath(*_GRAMMAR)
    try:
        kept = cache / f"{model.name}-{grammar.stat().st_size}.txt"
        words = _kept_words(kept)
        if words is None:
            words = _words_of_grammar(grammar)
            _keep(kept, words)
        return words
    except (OSError, ValueError, struct.error) as error:
        what = "The recognition model's list of words can't be read."
        raise machine_lacks(what, f"Run: {INSTALL_COMMAND}", str(grammar)) from error


def _kept_words(kept: Path) -> list[bytes] | None:
    """Return the words that were kept; the first line counts them, so that half a file is none."""
    try:
        count, *words = kept.read_bytes().split(b"\n")
    except OSError:
        return None
    return words if count == b"%d" % len(words) else None


def _keep(kept: Path, words: list[bytes]) -> None:
    """Write the words beside and rename; a disk that refuses only means that they are read anew next time."""
    with contextlib.suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=kept.parent, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(b"\n".join([b"%d" % len(words), *words]))
            Path(beside).replace(kept)
        finally:
            Path(beside).unlink(missing_ok=True)


def _words_of_grammar(grammar: Path) -> list[bytes]:
    """Return the words in the table at the head of a grammar, sorted.

    Raises:
        ValueError, struct.error: it does not begin with a table of words.
    """
    with grammar.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        mark, at = _INT.unpack_from(data, 0)[0], _INT.size
        for _ in ("kind of grammar", "kind of arcs"):
            _, at = _text(data, at)
        flags = _INT.unpack_from(data, at + _INT.size)[0]
        # Version and flags; properties, start, number of states and of arcs.
        at += 2 * _INT.size + 4 * _LONG.size
        if mark != _GRAMMAR_MARK or not flags & _HAS_WORDS or _INT.unpack_from(data, at)[0] != _TABLE_MARK:
            raise ValueError("no table of words")
        _, at = _text(data, at + _INT.size)
        # The next free number, then how many words there are.
        count, at = _LONG.unpack_from(data, at + _LONG.size)[0], at + 2 * _LONG.size
        words = []
        for _ in range(count):
            word, at = _text(data, at)
            words.append(word)
            at += _LONG.size
        return sorted(word for word in words if word and word[0] not in _NO_WORDS)


def _text(data: mmap.mmap, at: int) -> tuple[bytes, int]:
    """Return the text that starts at a place, behind its length, and the place behind it."""
    start = at + _INT.size
    end = start + _INT.unpack_from(data, at)[0]
    if not start <= end <= len(data):
        raise ValueError("a text that leads out of the file")
    return data[start:end], end
