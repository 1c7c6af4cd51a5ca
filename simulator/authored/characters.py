"""Whether a file's bytes are text that may be read at all: size, encoding, and characters that nobody can see.

The first gate of reading (reliability-privacy-scale 1.4): nothing is parsed before it. Invisible characters are refused
because they let a file say something else than what the trainer sees: control characters, and the ones that turn the
direction of writing.
"""

from __future__ import annotations

import re

from simulator.authored.tree import Fault

#: The largest file, in bytes (scenario-format 3.2).
MOST_BYTES = 1_000_000

#: Control characters but Tab and line ends, other line ends, overrides and isolates of direction, marks of byte order, halves.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)

#: Blanks that look like spaces and are none, before a key or a dash: they come with text from web pages.
_ODD = "\u00a0\u2000-\u200b\u202f\u205f\u3000"
_ODD_INDENT = re.compile(f"^[ \t]*([{_ODD}])[ \t{_ODD}]*(?:-[ \t]|[A-Za-z_]{{1,64}}:(?:[ \t\r]|$))", re.MULTILINE)

#: So many of them are named; after that the file is hardly text.
_MOST_NAMED = 10

#: Marks of UTF-16; without a mark every second byte of the first letters is zero.
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_TWO_ZEROS = b"\0\0"


def decode(data: bytes) -> tuple[str, tuple[Fault, ...]]:
    """Return the text of the bytes and what forbids reading it; with faults the text is not to be parsed."""
    if len(data) > MOST_BYTES:
        return "", (Fault("SC009", 1, 1, "bytes", {"most": "1 MB"}),)
    if data.startswith(_UTF_16) or _TWO_ZEROS in (data[0:4:2], data[1:4:2]):
        return "", (Fault("SC010", 1, 1, "utf16"),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8-sig", "replace")
        line, column = place(good, len(good))
        return "", (Fault("SC010", line, column, details={"byte": f"{data[error.start]:02X}"}),)
    return text, tuple(_invisible(text))


def place(text: str, offset: int) -> tuple[int, int]:
    """Return line and column of a character of the text; ``\\r\\n``, ``\\r`` and ``\\n`` each end a line."""
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def name_of(character: str) -> str:
    """Return the character's number in the usual notation, such as ``U+202E``."""
    return f"U+{ord(character):04X}"


def _invisible(text: str) -> list[Fault]:
    faults = []
    for match in FORBIDDEN.finditer(text):
        faults.append(Fault("SC011", *place(text, match.start()), details={"character": name_of(match[0])}))
        if len(faults) == _MOST_NAMED:
            break
    odd = _ODD_INDENT.search(text)
    if odd and not faults:
        faults.append(Fault("SC004", *place(text, odd.start(1)), "odd", {"character": name_of(odd[1])}))
    return faults
