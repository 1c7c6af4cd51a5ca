"""One id renamed wherever it stands: where it is defined, where it is used, in placeholders, and in the files beside a scenario."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from simulator.authored.edits import spliced
from simulator.authored.marks import Marked, line_starts, marked, walk
from simulator.authored.read import read_authored
from simulator.authored.spelling import Room, spelled
from simulator.authored.splices import Splice
from simulator.authored.tree import Authored, Block, Scalar, Sequence
from simulator.problems import Problem, ProblemError
from simulator.scenario.kinds import kind_of
from simulator.scenario.names import TEST_WORDS, Kind, ids_in, names_of, uses

#: What can be renamed, and the lists in which it has its id. Moods are the keys of a block of their own.
_LISTS: dict[Kind, tuple[tuple[str, ...], ...]] = {
    "line": (("beats",), ("reactions",), ("interruptions",)),
    "fact": (("facts",),),
    "remedy": (("policy", "remedies"),),
    "stage": (("stages",),),
    "ending": (("endings",),),
    "item": (("rubric", "items"),),
    "cue": (("policy", "never_say"), ("policy", "must_say")),
    "mood": (),
}
#: Kinds of names that may be one of a kind, too: a rubric weighs what can be heard.
_ALSO: dict[Kind, tuple[Kind, ...]] = {"cue": ("cue", "row", "fault"), "fact": ("fact", "need")}
#: Translated texts of these parts have no moods in their names.
_NO_MOODS = ("facts", "policy", "stages", "rubric", "screen")
_ID = re.compile(r"[a-z][a-z0-9_-]{0,63}")
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Place:
    """A place where a name stood."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Renamed:
    """A file's text with the new name, and the places where it stands now instead of the old one."""

    text: str
    places: tuple[Place, ...]


def renamed(text: str, kind: Kind, old: str, new: str) -> Renamed:
    """Return a file with an id renamed everywhere; a file of tests or a translation is renamed along with its scenario.

    No place is changed where the name does not stand. ``ProblemError`` (authoring): the file cannot be read, the new name is no
    id, or it is taken.
    """
    if not _ID.fullmatch(new):
        raise _refused(f"'{new}' can't be an id.", "Use small letters, numbers and dashes.")
    bare = text.removeprefix(_MARK)
    tree = read_authored(bare.encode()).tree
    root = marked(bare) if tree else None
    if not isinstance(tree, Block) or root is None:
        raise _refused("The file can't be changed before it can be read.", "Check it with: main.py lint")
    if kind_of(tree) == "scenario" and new in (names_of(tree)[kind] or ()):
        raise _refused(f"'{new}' is already there.", "Choose another name.")
    by_start = {node.start: node for node in walk(root)}
    starts = line_starts(bare)
    changes, places = [], []
    for place, words in sorted(_new_words(tree, kind, old, new), key=lambda pair: (pair[0].line, pair[0].column)):
        node = by_start[starts[place.line - 1] + place.column - 1]
        changes.append(Splice(node.start, node.end, words(bare, node)))
        places.append(Place(place.line, place.column))
    return Renamed(text[: len(text) - len(bare)] + spliced(bare, changes), tuple(places))


#: Returns what stands in the file instead of a name.
_Writing = Callable[[str, Marked], str]


def _new_words(tree: Block, kind: Kind, old: str, new: str) -> Iterator[tuple[Scalar, _Writing]]:
    """Yield every place that holds the old name, once, with how it is written anew."""

    def name(text: str, node: Marked) -> str:
        return spelled(new, Room(0, 0, True, node)).head

    def placeholder(text: str, node: Marked) -> str:
        return text[node.start : node.end].replace(f"{{{kind}.{old}}}", f"{{{kind}.{new}}}")

    file = kind_of(tree)
    named = [*_defined(tree, kind), *_used(tree, kind, None if file == "scenario" else TEST_WORDS if file == "tests" else {})]
    yield from ((node, name) for node in {(node.line, node.column): node for node in named}.values() if node.text.strip() == old)
    if kind in ("fact", "remedy"):
        yield from ((node, placeholder) for node in _scalars(tree) if f"{{{kind}.{old}}}" in node.text)
    lines = tree.value("lines")
    if file == "translation" and isinstance(lines, Block):
        for entry in lines.entries:
            key = _text_name(entry.key.text, kind, old, new)
            if key != entry.key.text:
                yield entry.key, partial(_written_key, key)


def _written_key(key: str, text: str, node: Marked) -> str:
    return spelled(key, Room(0, 0, True, node)).head if node.style else key


def _text_name(name: str, kind: Kind, old: str, new: str) -> str:
    """Return the name of a translated text with the new id in it (scenario-format 3.7)."""
    steps = name.split("/")
    if kind == "mood":
        return name if steps[0] in _NO_MOODS else "/".join([steps[0], *(new if step == old else step for step in steps[1:])])
    for above in (*_LISTS[kind], *([()] if kind == "line" else [])):
        if tuple(steps[: len(above)]) == above and steps[len(above) : len(above) + 1] == [old]:
            return "/".join([*above, new, *steps[len(above) + 1 :]])
    return name


def _defined(tree: Block, kind: Kind) -> Iterator[Scalar]:
    for path in _LISTS[kind]:
        yield from ids_in(tree, path) or ()
    anger = tree.value("anger")
    moods = anger.value("moods") if kind == "mood" and isinstance(anger, Block) else None
    yield from (entry.key for entry in (moods.entries if isinstance(moods, Block) else ()))


def _used(tree: Block, kind: Kind, words: Mapping[str, Kind] | None) -> Iterator[Scalar]:
    kinds = _ALSO.get(kind, (kind,))
    for node, found in uses(tree) if words is None else uses(tree, words):
        if found in kinds:
            yield node


def _scalars(node: Authored) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    for child in node.items if isinstance(node, Sequence) else [entry.value for entry in node.entries] if isinstance(node, Block) else ():
        yield from _scalars(child)


def _refused(what: str, remedy: str) -> ProblemError:
    return ProblemError(Problem("authoring", what, remedy))
