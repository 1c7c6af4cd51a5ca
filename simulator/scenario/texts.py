"""Every text of a scenario that somebody says, hears or reads, with the name that a translation gives it (scenario-format 3.7).

The name says where a text stands in the file: ``endings/resolved/debrief``, ``facts/identity/ask_like/2``. What the caller
says has the short name that trainers know: the id of the line, the mood, and from the second wording on its number,
``rush-accepted/angry/2``. A fingerprint tells whether a text has changed since it was translated.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from simulator.scenario.plain import Plain

Path = tuple[str | int, ...]

#: Lists whose ids are names of their own, so that the list need not be named.
_LINES = ("beats", "reactions", "interruptions")
#: Keys that hold words for people, of which a translation has its own.
_WORDS = frozenset(
    "title summary content_warning fault_is trainee_brief learning_goals text label value background wants really_needs "
    "calms_down_when hot_buttons ask_like offer_like like why goal say about hint coach model_answer debrief anchors coaching".split()
)
#: Keys below those that hold ids all the same.
_IDS = ("id", "item", "next_if_weak")
_FINGERPRINT = 8


@dataclass(frozen=True, slots=True)
class Text:
    """One text."""

    name: str
    #: Keys and positions from the top of the file.
    path: Path
    text: str

    @property
    def fingerprint(self) -> str:
        """Return the first 8 hex digits of the SHA-256 of the text in NFC (decisions 3)."""
        return hashlib.sha256(unicodedata.normalize("NFC", self.text).encode()).hexdigest()[:_FINGERPRINT]


def texts_of(scenario: Plain) -> dict[str, Text]:
    """Return the texts of a scenario's plain values by their names, in the order of the file."""
    found: dict[str, Text] = {}
    for path, names, text in _texts(scenario, (), (), inside=False):
        short = "/".join(_short(names))
        name = short if short not in found else "/".join(names)
        found[name] = Text(name, path, text)
    return found


def _texts(value: Plain, path: Path, names: tuple[str, ...], inside: bool) -> Iterator[tuple[Path, tuple[str, ...], str]]:
    """Yield path, full name and words of each text; ``inside`` is true below a key that holds words."""
    if isinstance(value, str) and inside:
        yield path, names, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            own = item.get("id") if isinstance(item, dict) else None
            name = own if isinstance(own, str) else str(index + 1)
            yield from _texts(item, (*path, index), (*names, name), inside)
    elif isinstance(value, dict):
        for key, item in value.items():
            words = key not in _IDS and (inside or key in _WORDS)
            yield from _texts(item, (*path, key), (*names, key), words)


def _short(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the name without what a trainer need not say: the list of lines, ``say``, and the number of a first wording."""
    if names[0] in _LINES and len(names) > 1:
        names = names[1:]
    if "say" in names:
        at = names.index("say")
        names = names[:at] + names[at + 1 :]
        return names[:-1] if len(names) > max(at, 1) and names[-1] == "1" else names
    return names


def replaced(value: Plain, texts: dict[Path, str], path: Path = ()) -> Plain:
    """Return plain values with the texts at these paths in place of their own."""
    if isinstance(value, dict):
        return {key: replaced(item, texts, (*path, key)) for key, item in value.items()}
    if isinstance(value, list):
        return [replaced(item, texts, (*path, index)) for index, item in enumerate(value)]
    return texts.get(path, value)
