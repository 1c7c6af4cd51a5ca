"""Refuses the network to a Python process: this one when asked, and every child that finds this folder on its path.

An audit hook sees each call before it is made, whoever imported ``socket`` in whatever way. Unix sockets stay: spawned children
are talked to over them, and so is the sound server. An attempt is also written down, because the program may well survive the
refusal and nobody would notice that it had asked.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

#: Names the file in which attempts are noted, one a line.
LOG_VARIABLE = "ANGRY_CALLER_NETWORK_LOG"

_ASKS_FOR_A_NAME = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})
_NAMES_AN_ADDRESS = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"})


class NetworkRefused(OSError):
    """A network address was asked for where there must be no network."""


def refuse_network() -> None:
    """Refuse, from now on and for the life of this process, every address that is not a Unix socket."""
    sys.addaudithook(_refuse)


def attempts() -> list[str]:
    """Return what was asked for so far, by this process and its children."""
    log = os.environ.get(LOG_VARIABLE, "")
    return Path(log).read_text(encoding="utf-8").splitlines() if log and Path(log).exists() else []


def forget_attempts() -> None:
    """Start a new list."""
    log = os.environ.get(LOG_VARIABLE, "")
    if log:
        Path(log).unlink(missing_ok=True)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event in _ASKS_FOR_A_NAME:
        wanted = arguments[0]
    elif event in _NAMES_AN_ADDRESS and isinstance(arguments[1], tuple):
        wanted = arguments[1]
        # WORKAROUND(urllib3 2.8, which vosk imports): it binds a socket to the loopback at import to see whether there is IPv6.
        if event == "socket.bind" and wanted[0] in ("::1", "127.0.0.1"):
            return
    else:
        return
    log = os.environ.get(LOG_VARIABLE, "")
    if log:
        with open(log, "a", encoding="utf-8") as stream:
            stream.write(f"{event} {wanted!r}\n")
    raise NetworkRefused(f"no network in tests: {event} {wanted!r}")


if __name__ == "sitecustomize":
    refuse_network()
