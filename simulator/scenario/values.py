"""Typed access to a block of plain values whose shape has been checked.

Everything is exact: a number stands in the file as decimal text and becomes a whole number of thousandths, rounded half away
from zero (decisions 7).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeVar

from simulator.scenario.plain import Plain

Made = TypeVar("Made")


def thousandths(value: Plain) -> int:
    """Return a number in thousandths."""
    return _rounded(value, 1000)


def whole(value: Plain) -> int:
    """Return a number as a whole number."""
    return _rounded(value, 1)


def words(value: Plain) -> str:
    """Return text; for anything else nothing, which the checks have excluded."""
    return value if isinstance(value, str) else ""


def _rounded(value: Plain, factor: int) -> int:
    if isinstance(value, (int, Decimal)):
        return int((Decimal(value) * factor).quantize(Decimal(1), ROUND_HALF_UP))
    return 0


class Values:
    """One block; keys that are missing read as nothing or as the default."""

    def __init__(self, value: Plain) -> None:
        self._values: dict[str, Plain] = value if isinstance(value, dict) else {}

    def get(self, key: str) -> Plain | None:
        """Return the plain value of a key, if it is there."""
        return self._values.get(key)

    def text(self, key: str, default: str = "") -> str:
        """Return a text."""
        value = self._values.get(key)
        return value if isinstance(value, str) else default

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts or ids."""
        return self.each(key, words)

    def flag(self, key: str) -> bool:
        """Return a truth value; false if it is missing."""
        return self._values.get(key) is True

    def number(self, key: str, default: int) -> int:
        """Return a whole number."""
        value = self._values.get(key)
        return default if value is None else whole(value)

    def mille(self, key: str, default: int) -> int:
        """Return a number in thousandths."""
        value = self._values.get(key)
        return default if value is None else thousandths(value)

    def mille_or_none(self, key: str) -> int | None:
        """Return a number in thousandths, or None if it is missing."""
        value = self._values.get(key)
        return None if value is None else thousandths(value)

    def each(self, key: str, make: Callable[[Plain], Made]) -> tuple[Made, ...]:
        """Return what is made of every item of a list."""
        value = self._values.get(key)
        return tuple(make(item) for item in value) if isinstance(value, list) else ()

    def mapped(self, key: str, make: Callable[[Plain], Made]) -> Mapping[str, Made]:
        """Return what is made of every value of a block."""
        value = self._values.get(key)
        return {name: make(item) for name, item in value.items()} if isinstance(value, dict) else {}

    def block(self, key: str) -> Values:
        """Return a block inside this one; an empty one if it is missing."""
        return Values(self._values.get(key, {}))

    def items(self) -> tuple[tuple[str, Plain], ...]:
        """Return keys and values in the order of the file."""
        return tuple(self._values.items())
