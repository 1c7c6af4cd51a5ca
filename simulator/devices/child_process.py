"""How a process of our own (the recogniser's, the voice's) is started, spoken to and ended.

It is spawned, never forked (the parent has threads and a window), with plain C number formatting: under a window whose
locale writes decimal commas Vosk's JSON is not JSON (upstream issue 808). Its standard output and error go to a file of
their own, because native libraries write there as they please; the last lines serve the error sentence. A terminal's Ctrl+C
is not meant for it.
"""

from __future__ import annotations

import contextlib
import locale
import multiprocessing
import os
import signal
import sys
import tempfile
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Protocol

TAIL_BYTES = 600


class ProcessGone(Exception):
    """The process has ended, or was ended, without being asked."""


class Pipe(Protocol):
    """What a child needs of its connection."""

    def send(self, message: tuple[object, ...]) -> None:
        """Send one message."""

    def recv(self) -> tuple[object, ...]:
        """Wait for one message; EOFError when the program at the other end is gone."""


def _begin(target: Callable[..., None], pipe: Connection, log: str, arguments: tuple[object, ...]) -> None:
    """Set the child's locale, signals and output before anything of the target is imported."""
    os.environ["LC_ALL"] = os.environ["LC_NUMERIC"] = "C"
    locale.setlocale(locale.LC_ALL, "C")
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sink = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for stream in (1, 2):
        os.dup2(sink, stream)
    os.close(sink)
    sys.stdout = sys.stderr = open(2, "w", encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115
    # The program at the other end is gone (EOFError, BrokenPipeError): there is nobody left to tell, or to clear up.
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        target(pipe, *arguments)
    # Windows does not remove an open file; there it stays for the program's own clearing up.
    with contextlib.suppress(OSError):
        os.unlink(log)


class ChildProcess:
    """One spawned process and the pipe to it. Owned by one thread at a time."""

    def __init__(self, name: str, target: Callable[..., None], *arguments: object) -> None:
        handle, self._log = tempfile.mkstemp(prefix=f"{name}-", suffix=".log")
        os.close(handle)
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=_begin, args=(target, theirs, self._log, arguments), name=f"simulator {name}", daemon=True
        )
        self._process.start()
        theirs.close()

    @property
    def pid(self) -> int:
        """Return the process number."""
        return self._process.pid or 0

    def send(self, message: tuple[object, ...]) -> None:
        """Send one message; the caller keeps few enough unanswered that this never waits.

        Raises:
            ProcessGone: nobody is there any more.
        """
        try:
            self._pipe.send(message)
        except OSError as error:
            raise ProcessGone(self._last_words()) from error

    def receive(self, timeout: float) -> tuple[object, ...] | None:
        """Return the next message, or None when there is none within ``timeout`` seconds.

        Raises:
            ProcessGone: the process ended.
        """
        try:
            if not self._pipe.poll(timeout):
                return None
            message: tuple[object, ...] = self._pipe.recv()
            return message
        except (EOFError, OSError) as error:
            raise ProcessGone(self._last_words()) from error

    def end(self, patience: float = 0.0) -> None:
        """Let the process end by itself for ``patience`` seconds, then kill it, and clear up."""
        self._process.join(patience)
        if self._process.is_alive():
            self._process.kill()
            self._process.join(5)
        self._pipe.close()
        Path(self._log).unlink(missing_ok=True)

    def _last_words(self) -> str:
        """Say how the process ended and the last line that it wrote."""
        self._process.join(1)
        code = self._process.exitcode
        how = "it went silent" if code is None else f"signal {-code}" if code < 0 else f"exit status {code}"
        try:
            tail = Path(self._log).read_bytes()[-TAIL_BYTES:].decode("utf-8", "replace").strip()
        except OSError:
            tail = ""
        return f"{how}: {tail.splitlines()[-1]}" if tail else how
