"""Puts the examples of the linter's codes into a whole scenario, so that they can be read as a trainer's file would be.

Beside every example lie three packs (``polite`` in two versions, and one in Spanish); a sidecar stands beside a scenario with
two texts only, so that an example of a translation can be short.
"""

from __future__ import annotations

import re

from simulator.scenario.code_book import Example, smallest_scenario
from simulator.scenario.packs import PackFile
from simulator.scenario.reading import Beside, Reading, read_any, read_scenario

_TOP_LEVEL = re.compile(r"^([a-z_]+):", re.MULTILINE)
_LINE = re.compile(r"\{line ([0-9]+)\}")
_PACK = """pack: 1
id: polite
version: "1.0.0"
title: Polite callers
language: en-GB
reactions:
  - {id: thanked, when: {heard: thank}, repeat: always, say: "You're welcome."}
"""
#: Words that the examples' recogniser does not know.
UNHEARD = frozenset({"zorbex"})
_TWO_TEXTS = "format: 1\nid: late-parcel\ntitle: A parcel that never came\nopening: {say: Where is my parcel?}\n"


def read_example(example: Example, data: bytes) -> Reading:
    """Return an example's file as it is read among the files that lie beside it."""
    published = read_scenario(smallest_scenario().replace("1.0.0", "1.2.0").encode(), "published.yaml").scenario
    newer = _PACK.replace("1.0.0", "1.1.0")
    beside = Beside(
        packs={
            "polite": (PackFile("polite@1.0.yaml", _PACK.encode()), PackFile("polite.yaml", newer.encode())),
            "foreign": (PackFile("foreign.yaml", _PACK.replace("en-GB", "es-MX").encode()),),
        },
        scenario=lambda _: read_scenario(_TWO_TEXTS.encode(), "late-parcel.yaml"),
        published=(lambda _: published) if example.published else None,
        knows_word=lambda word: word not in UNHEARD,
    )
    return read_any(data, "it.yaml", beside)


def bad_file(example: Example) -> tuple[bytes, int, str]:
    """Return the file with the mistake, the line on which its finding must be, and the words of the finding."""
    text, before = _file(example.bad * example.times, example.whole or example.kind != "scenario")
    says = _LINE.sub(lambda match: str(int(match[1]) + before), example.says)
    return text.encode(example.encoding), example.line + before, says


def good_file(example: Example) -> bytes:
    """Return the file without the mistake."""
    return _file(example.good, whole=example.kind != "scenario")[0].encode()


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
