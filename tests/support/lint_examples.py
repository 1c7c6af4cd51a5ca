"""Puts the examples of the linter's codes into a whole scenario, so that they can be read as a trainer's file would be."""

from __future__ import annotations

import re

from simulator.scenario.code_book import Example, smallest_scenario

_TOP_LEVEL = re.compile(r"^([a-z_]+):", re.MULTILINE)
_LINE = re.compile(r"\{line ([0-9]+)\}")


def bad_file(example: Example) -> tuple[bytes, int, str]:
    """Return the file with the mistake, the line on which its finding must be, and the words of the finding."""
    text, before = _file(example.bad * example.times, example.whole)
    says = _LINE.sub(lambda match: str(int(match[1]) + before), example.says)
    return text.encode(example.encoding), example.line + before, says


def good_file(example: Example) -> bytes:
    """Return the file without the mistake."""
    return _file(example.good, whole=False)[0].encode()


def _file(part: str, whole: bool) -> tuple[str, int]:
    """Return the smallest scenario with its blocks replaced by those of the part, and the number of lines before the part."""
    if whole:
        return part, 0
    named = _TOP_LEVEL.findall(part)
    blocks = _blocks(smallest_scenario())
    before = ""
    for name, block in blocks:
        if name == named[0]:
            break
        before += block if name not in named else ""
    place = [name for name, _ in blocks].index(named[0]) if named[0] in dict(blocks) else len(blocks)
    after = "".join(block for name, block in blocks[place + 1 :] if name not in named)
    return before + part + after, before.count("\n")


def _blocks(text: str) -> list[tuple[str, str]]:
    """Return the top level blocks of a file in order, each with its name; what stands before the first has none."""
    starts = [match.start() for match in _TOP_LEVEL.finditer(text)]
    pieces = [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    return [("", text[: starts[0]]), *((piece.split(":", 1)[0], piece) for piece in pieces)]
