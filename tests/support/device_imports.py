"""Keeps speech and sound libraries out of tests that are not marked ``device``.

Once a device test has imported such a library it stays in ``sys.modules``, where no finder is asked any more. So the modules
are put aside while another test runs and put back for the next device test: the same module objects, never loaded twice.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from types import ModuleType

LIBRARIES = frozenset({"sounddevice", "_sounddevice", "vosk", "pyttsx3", "hibari"})


class _Refusal(MetaPathFinder):
    """Stands first on ``sys.meta_path`` and refuses while it is on."""

    on = True

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> None:
        if self.on and fullname.partition(".")[0] in LIBRARIES:
            raise ModuleNotFoundError(
                f"{fullname} is imported only by tests that carry @pytest.mark.device (use pretend devices, or mark this one)",
                name=fullname,
            )


_refusal = _Refusal()
_aside: dict[str, ModuleType] = {}


def refuse_device_libraries() -> None:
    """Refuse the libraries from now on, outside ``device_libraries``."""
    if _refusal not in sys.meta_path:
        sys.meta_path.insert(0, _refusal)
    _put_aside()


@contextmanager
def device_libraries() -> Iterator[None]:
    """Let the libraries be imported inside the block."""
    _refusal.on = False
    sys.modules.update(_aside)
    _aside.clear()
    try:
        yield
    finally:
        _refusal.on = True
        _put_aside()


def _put_aside() -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] in LIBRARIES]:
        _aside[name] = sys.modules.pop(name)
