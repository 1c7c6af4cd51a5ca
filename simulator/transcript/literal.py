"""Foreign text as it may be shown: nothing in it can act on the window or on the text beside it.

Names, titles and recognised words come from files and microphones. Markup is harmless because every label shows plain text;
what is left are control characters and the signs that turn the direction of the text round, which could make a sentence of
ours read backwards. They are made visible instead of being dropped, so that whoever wrote the file can find them.
"""

from __future__ import annotations

import re

#: Letters after which a word may be broken.
LONGEST_WORD = 20
_LONG = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
_TURNING = frozenset([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C])
_KEPT = frozenset("\n\t")


def literal(text: str) -> str:
    """Return the text with control and direction signs written out as ``⟨U+202E⟩``."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(char) for char in text)


def one_line(text: str) -> str:
    """Return the text literally, on one line."""
    return " ".join(literal(text).split())


def breakable(text: str) -> str:
    """Return the text with invisible places to break in words that are longer than any line should be."""
    if all(len(word) <= LONGEST_WORD for word in text.split()):
        return text
    return _LONG.sub(_broken, text)


def _broken(word: re.Match[str]) -> str:
    letters = word.group()
    return "\u200b".join(letters[at : at + LONGEST_WORD] for at in range(0, len(letters), LONGEST_WORD))


def _shown(char: str) -> str:
    code = ord(char)
    control = code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code in (0xFFFE, 0xFFFF)
    hidden = code in _TURNING or (control and char not in _KEPT)
    return f"⟨U+{code:04X}⟩" if hidden else char
