"""How times, temper and money are written for people."""

from __future__ import annotations

#: Signs that people know better than the code.
SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}


def clock(ms: int) -> str:
    """Return a running clock, ``03:42``."""
    minutes, seconds = divmod(max(ms, 0) // 1000, 60)
    return f"{minutes:02d}:{seconds:02d}"


def moment(ms: int) -> str:
    """Return a moment of a call, ``3:42``."""
    minutes, seconds = divmod(max(ms, 0) // 1000, 60)
    return f"{minutes}:{seconds:02d}"


def length(ms: int) -> str:
    """Return how long something took, ``7 min 48 s``."""
    minutes, seconds = divmod(max(ms, 0) // 1000, 60)
    return f"{minutes} min {seconds} s" if minutes else f"{seconds} s"


def about_minutes(ms: int) -> str:
    """Return a planned length, ``8 min``."""
    return f"{max(1, (ms + 30_000) // 60_000)} min"


def points(thousandths: int) -> int:
    """Return the temper (or the size of an effect) in whole points, rounded half up (decisions 7)."""
    return (thousandths + 500) // 1000


def money(thousandths: int, currency: str) -> str:
    """Return an amount, ``$148.60`` or ``148.60 CHF``; whole amounts go without cents."""
    units, rest = divmod(thousandths, 1000)
    amount = f"{units:,}" if rest == 0 else f"{units:,}.{(rest + 5) // 10:02d}"
    return f"{SIGNS[currency]}{amount}" if currency in SIGNS else f"{amount} {currency}"


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its noun, ``1 call`` or ``3 calls``."""
    return f"{number} {one if number == 1 else many}"
