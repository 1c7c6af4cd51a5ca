"""Whether every name that a file uses exists: stages, facts, remedies, moods, skills and faults, lines, endings, rubric items.

Keys say by their name what they name, so one table is enough. A list that is itself broken judges nobody: if the facts have
no ids, no fact is called unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Literal

from simulator.authored.tree import Authored, Block, Scalar, Sequence
from simulator.cues.cue import ALL_FAULTS, CATALOGUE
from simulator.scenario.lint_finding import Findings
from simulator.scenario.model import DEFAULT_MOODS
from simulator.scenario.plain import is_private

Kind = Literal["stage", "fact", "need", "remedy", "mood", "cue", "fault", "row", "line", "ending", "item"]
#: Names by kind, in the order of the file; None where the list that defines them cannot be read.
Names = Mapping[Kind, Mapping[str, None] | None]

CODES: dict[Kind, str] = {
    "stage": "SC202",
    "fact": "SC203",
    "need": "SC401",
    "remedy": "SC204",
    "mood": "SC205",
    "cue": "SC206",
    "fault": "SC206",
    "row": "SC206",
    "line": "SC207",
    "ending": "SC211",
    "item": "SC211",
}

#: Key to the kind of name that its value holds, one or several.
_VALUES: Mapping[str, Kind] = {
    **dict.fromkeys(("stage", "go_to", "back_to"), "stage"),
    **dict.fromkeys(("asked", "asked_any", "knows", "knows_all", "missing", "missing_any"), "fact"),
    **dict.fromkeys(("reveals", "verify_first", "hidden_until", "needs_facts"), "fact"),
    **dict.fromkeys(("offered", "offered_any", "agreed", "agreed_any", "agreed_all", "not_agreed"), "remedy"),
    **dict.fromkeys(("agrees_to", "turns_down", "asks_for"), "remedy"),
    **dict.fromkeys(("mood", "mood_any"), "mood"),
    **dict.fromkeys(("heard", "heard_any", "heard_before", "heard_before_all", "never_heard", "what"), "cue"),
    **dict.fromkeys(("watch_for", "looks_for", "counts_against"), "cue"),
    **dict.fromkeys(("said", "not_said", "shuffle"), "line"),
    "needs": "need",
    "fault": "fault",
    "closes_off": "ending",
    "item": "item",
}
#: Key to the kind of name that the keys of its block are.
_KEYS: dict[str, Kind] = {
    "say": "mood",
    "delivery": "mood",
    "soothers": "cue",
    "triggers": "cue",
    "weights": "row",
    "next_if_weak": "item",
}
#: Rows of the house rubric that several faults share (decisions 5).
SHARED_ROWS = frozenset({"no_blame", "not_dismissive", "not_robotic"})

#: Lists whose ids are one set of names, and what they are called.
_LISTS: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = (
    ("facts", (("facts",),)),
    ("remedies", (("policy", "remedies"),)),
    ("stages", (("stages",),)),
    ("lines", (("beats",), ("reactions",), ("interruptions",))),
    ("endings", (("endings",),)),
    ("rubric items", (("rubric", "items"),)),
    ("sentences", (("policy", "never_say"), ("policy", "must_say"))),
)
#: Of a sidecar with tests: key to the kind of name that its value holds.
TEST_WORDS: Mapping[str, Kind] = {
    **dict.fromkeys(("does", "heard", "not_heard"), "cue"),
    **dict.fromkeys(("asks", "not_asks", "knows", "knows_all"), "fact"),
    **dict.fromkeys(("offers", "not_offers", "agreed"), "remedy"),
    **dict.fromkeys(("says", "after"), "line"),
    "stage": "stage",
    "mood": "mood",
    "ending": "ending",
}
#: So many of the possible names are listed in a message.
_MOST_LISTED = 12
#: Lists that a file may leave out.
_OPTIONAL = (("policy", "remedies"), ("policy", "never_say"), ("policy", "must_say"), ("reactions",), ("interruptions",))


def check_names(tree: Block, findings: Findings) -> Names:
    """Add every id that is there twice and every name that does not exist; return the names that do."""
    for things, paths in _LISTS:
        _check_twice(tree, things, paths, findings)
    names = names_of(tree)
    check_uses(tree, names, findings)
    return names


def check_pack_names(tree: Block, findings: Findings) -> None:
    """Add what is wrong with a pack's names by themselves; stages, facts and the like may be those of whoever uses it."""
    for things, paths in _LISTS:
        _check_twice(tree, things, paths, findings)
    own = _own_cues(tree) or {}
    unknown: dict[Kind, None] = dict.fromkeys(CODES)
    check_uses(tree, {**unknown, **_heard(own), "fault": _set(ALL_FAULTS)}, findings)


def check_uses(tree: Block, names: Names, findings: Findings, words: Mapping[str, Kind] | None = None) -> None:
    """Add every name in a tree that does not exist; ``words`` says which keys hold names, and of what, where it is no scenario."""
    for node, kind in uses(tree, _VALUES if words is None else words):
        _check(node, kind, names, findings)
        if findings.full():
            break


def names_of(tree: Block) -> Names:
    """Return all names that a file defines."""
    anger = tree.value("anger")
    moods = anger.value("moods") if isinstance(anger, Block) else None
    return {
        "stage": _ids(tree, ("stages",)),
        "fact": _ids(tree, ("facts",)),
        "need": _ids(tree, ("facts",)),
        "remedy": _ids(tree, ("policy", "remedies")),
        "mood": _set(entry.key.text for entry in moods.entries) if isinstance(moods, Block) else _set(DEFAULT_MOODS),
        **_heard(_own_cues(tree)),
        "fault": _set(ALL_FAULTS),
        "line": _ids(tree, ("beats",), ("reactions",), ("interruptions",)),
        "ending": _ids(tree, ("endings",)),
        "item": _ids(tree, ("rubric", "items")),
    }


def _own_cues(tree: Block) -> Mapping[str, None] | None:
    return _ids(tree, ("policy", "never_say"), ("policy", "must_say"))


def _heard(own: Mapping[str, None] | None) -> dict[Kind, Mapping[str, None] | None]:
    """Return what can be heard and scored beside what a file lists itself."""
    if own is None:
        return {"cue": None, "row": None}
    return {"cue": {**own, **_set(CATALOGUE)}, "row": {**own, **_set(CATALOGUE), **_set(SHARED_ROWS)}}


def ids_in(tree: Block, path: tuple[str, ...]) -> list[Scalar] | None:
    """Return the ids of a list as they stand in the file; None where the list, or an id in it, cannot be read."""
    holder: Authored | None = tree
    for step in path[:-1]:
        holder = holder.value(step) if isinstance(holder, Block) else None
    owner = holder.value(path[-1]) if isinstance(holder, Block) else None
    if isinstance(holder, Block) and owner is None and path in _OPTIONAL:
        return []
    if not isinstance(owner, Sequence):
        return None
    found = [item.value("id") if isinstance(item, Block) else None for item in owner.items]
    ids = [node for node in found if isinstance(node, Scalar)]
    return ids if len(ids) == len(found) else None


def _ids(tree: Block, *paths: tuple[str, ...]) -> Mapping[str, None] | None:
    lists = [ids_in(tree, path) for path in paths]
    known = [ids for ids in lists if ids is not None]
    return _set(node.text.strip() for ids in known for node in ids) if len(known) == len(lists) else None


def _set(names: Iterable[str]) -> dict[str, None]:
    return dict.fromkeys(names)


def _check_twice(tree: Block, things: str, paths: tuple[tuple[str, ...], ...], findings: Findings) -> None:
    first: dict[str, int] = {}
    for node in (node for path in paths for node in ids_in(tree, path) or ()):
        name = node.text.strip()
        if name in first:
            findings.add("SC201", node, things=things, name=name, first=str(findings.line_in_file(first[name])))
        elif things == "sentences" and name in CATALOGUE:
            findings.add("SC201", node, "taken", name=name)
        first.setdefault(name, node.line)


def uses(node: Authored, words: Mapping[str, Kind] = _VALUES) -> Iterator[tuple[Scalar, Kind]]:
    """Yield every name that is used, with what it has to be; ``words`` says which keys hold names, and of what."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from uses(item, words)
    if not isinstance(node, Block):
        return
    for entry in node.entries:
        key, value = entry.key.text, entry.value
        if key in _KEYS:
            yield from ((inner.key, _KEYS[key]) for inner in (value.entries if isinstance(value, Block) else ()))
        elif key in words:
            yield from ((name, words[key]) for name in _names_under(value))
        elif key == "auto_fail" and isinstance(value, Sequence):
            yield from ((name, "cue") for name in _names_under(value))
        elif not is_private(key):
            yield from uses(value, words)


def _names_under(node: Authored) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _names_under(item)


def _check(node: Scalar, kind: Kind, names: Names, findings: Findings) -> None:
    known = names[kind]
    name = node.text.strip()
    if known is None or name in known or findings.at(node):
        return
    suggestion = findings.closest(name, known)
    variant = kind if kind in ("item", "fault", "row") else "main"
    findings.add(CODES[kind], node, variant, suggestion, name=name, known=", ".join(islice(known, _MOST_LISTED)))
