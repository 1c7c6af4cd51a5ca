"""Foreign text as it may stand in a document: nothing in it can act on the text beside it.

Markup is made harmless by the template's escaping; what is left are control characters and the signs that turn the direction
of text round, which could make a sentence of ours read backwards. They are written out, so that whoever wrote the file can
find them.
"""

from __future__ import annotations

_TURNING = frozenset([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C])
_CONTROLS = frozenset([*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF]) - {0x09, 0x0A, 0x0D}


def literal(text: str) -> str:
    """Return the text on one line with control and direction signs written out as ``⟨U+202E⟩``."""
    return " ".join("".join(_shown(char) for char in text).split())


def _shown(char: str) -> str:
    code = ord(char)
    return f"⟨U+{code:04X}⟩" if code in _TURNING or code in _CONTROLS else char
