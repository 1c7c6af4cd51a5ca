"""The one byte-stable way to write a value as a line.

Replay compares recordings byte for byte, so every file that replay reproduces is written here: keys sorted, no blanks, UTF-8
unescaped, ``\\n`` line ends, integers only. A dataclass is written as an object with its class name under ``type``. A field that a
later version added is marked ``IF_SET`` and left out while it has its default, so that what was recorded before keeps its bytes.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from typing import Any

#: Metadata of a dataclass's field that is written only when it differs from its default.
IF_SET: Mapping[str, bool] = {"if_set": True}


def fields_of(value: Any) -> dict[str, Any]:
    """Return the fields of a dataclass that are written, by name."""
    found = ((field, getattr(value, field.name)) for field in dataclasses.fields(value))
    return {field.name: each for field, each in found if not ("if_set" in field.metadata and each == field.default)}


def plain(value: Any) -> Any:
    """Return ``value`` as JSON's own types; sets are sorted, floats are refused (they differ between machines)."""
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, float):
        raise TypeError("a float cannot be written byte-stably; use integers (milliseconds, per mille)")
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {name: plain(each) for name, each in fields_of(value).items()}
        return {"type": type(value).__name__, **fields}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted(plain(item) for item in value)
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    raise TypeError(f"cannot write a {type(value).__name__}")


def line(value: Any) -> str:
    """Return ``value`` as one line of canonical JSON, without the line end."""
    return json.dumps(plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def digest(value: Any) -> str:
    """Return the SHA-256 of the canonical line, in hex."""
    return hashlib.sha256(line(value).encode()).hexdigest()
