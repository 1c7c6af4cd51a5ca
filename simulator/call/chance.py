"""Repeatable choice from seed, turn and purpose.

A hash of the three words, not a running generator: adding a new random choice changes no old one, and no library version can change
it.
"""

from __future__ import annotations

import hashlib


def pick(seed: int, turn: int, purpose: str, n: int) -> int:
    """Return a number from 0 to ``n`` - 1 that depends on the three words alone.

    Raises:
        ValueError: ``n`` is below 1.
    """
    if n < 1:
        raise ValueError("there is nothing to pick from")
    name = f"{seed}/{turn}/{purpose}".encode()
    return int.from_bytes(hashlib.sha256(name).digest()[:8], "big") % n
