"""Packs that a scenario uses: found by name, checked, and their parts put into the scenario's tree (scenario-format 3.6).

``uses: ["pack:house-manners@1"]`` takes the newest 1.x.y that is there. Where packs lie is the caller's business: they come
in by name, as bytes. What is found in a pack names the pack's own file. A file of example sentences is named in the same
list; what it puts in are its ``cues``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from simulator.authored.read import MOST_NODES, read_authored
from simulator.authored.tree import AuthoredText, Block, Scalar, Sequence
from simulator.scenario.kinds import kind_of
from simulator.scenario.lint_finding import Findings
from simulator.scenario.names import check_pack_names
from simulator.scenario.own_words import check_examples
from simulator.scenario.pack_merge import (
    block_with_lines_from,
    merged,
    number_of_values,
)
from simulator.scenario.plain import Plain
from simulator.scenario.structure import check_structure

_WISH = re.compile(r"pack:([a-z][a-z0-9_-]{0,63})@([0-9]{1,9}(?:\.[0-9]{1,9}){0,2})")
_VERSION = re.compile(r"[0-9]{1,9}\.[0-9]{1,9}\.[0-9]{1,9}")
#: More packs than this in one scenario are a mistake, and each is read.
MOST_PACKS = 20
#: Values in all packs of a scenario together; each file may have as many by itself.
MOST_VALUES = MOST_NODES


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file that may hold a pack."""

    #: As findings name it.
    name: str
    data: bytes


#: The files of each pack, by the pack's name; several where several versions lie there.
Shelf = Mapping[str, tuple[PackFile, ...]]


@dataclass(frozen=True, slots=True)
class WithPacks:
    """A scenario's tree with all that its packs bring."""

    tree: Block
    #: Name and version of each pack that was put in.
    packs: tuple[str, ...] = ()
    #: The text of each file that was read, by the name that findings give it.
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Candidate:
    file: PackFile
    read: AuthoredText
    tree: Block | None
    version: str

    def order(self) -> tuple[int, ...]:
        return tuple(int(part) for part in self.version.split(".")) if self.version else ()


def with_packs(tree: Block, shelf: Shelf, findings: Findings) -> WithPacks:
    """Return the scenario with its packs; what is wrong with them, or keeps them from being found, is added."""
    uses = tree.value("uses")
    whole, packs, texts, values = tree, [], {}, 0
    for wish in uses.items[:MOST_PACKS] if isinstance(uses, Sequence) else ():
        if not isinstance(wish, Scalar):
            continue
        found = _found(wish, shelf, findings)
        if found is None or found.tree is None:
            continue
        values += number_of_values(found.tree)
        if values > MOST_VALUES:
            findings.add("SC208", wish, "large")
            break
        texts[found.file.name] = found.read.text
        checked = _checked(found, found.tree, tree, wish, findings)
        if checked is not None:
            whole = merged(whole, checked)
            packs.append(f"{wish.text.strip().partition(':')[2].partition('@')[0]} {found.version}")
    return WithPacks(whole, tuple(packs), texts)


def _found(wish: Scalar, shelf: Shelf, findings: Findings) -> _Candidate | None:
    """Return the newest file that fits a wish such as ``pack:house-manners@1``."""
    form = _WISH.fullmatch(wish.text.strip())
    if form is None:
        findings.add("SC208", wish, "form", value=wish.text)
        return None
    name, version = form.groups()
    if name not in shelf:
        findings.add("SC208", wish, suggestion=_close(name, version, shelf, findings), name=name)
        return None
    candidates = [_candidate(file) for file in shelf[name]]
    fitting = [each for each in candidates if f"{each.version}.".startswith(f"{version}.")]
    if fitting:
        return max(fitting, key=_Candidate.order)
    broken = next((each for each in candidates if not each.version), None)
    if broken is not None:
        _add_faults(broken, findings)
        findings.add("SC208", wish, "broken", name=name)
    else:
        there = ", ".join(sorted({each.version for each in candidates}))
        findings.add("SC208", wish, "version", name=name, version=version, there=there)
    return None


def _close(name: str, version: str, shelf: Shelf, findings: Findings) -> str:
    close = findings.closest(name, list(shelf))
    return f"pack:{close}@{version}" if close else ""


def _candidate(file: PackFile) -> _Candidate:
    read = read_authored(file.data)
    tree = read.tree if isinstance(read.tree, Block) else None
    version = tree.value("version") if tree else None
    text = version.text.strip() if isinstance(version, Scalar) else ""
    return _Candidate(file, read, tree, text if _VERSION.fullmatch(text) else "")


def _add_faults(candidate: _Candidate, findings: Findings) -> int:
    """Add what is wrong with the spelling of a pack's file; return what its lines count on from."""
    first = findings.with_file(candidate.file.name)
    for fault in candidate.read.faults:
        findings.add_fault(replace(fault, line=fault.line + first))
    return first


def _checked(candidate: _Candidate, tree: Block, scenario: Block, wish: Scalar, findings: Findings) -> Block | None:
    """Return the tree of a pack, or of a file of examples, to be put in; None for one of another kind."""
    first = _add_faults(candidate, findings)
    pack = block_with_lines_from(tree, first)
    ours, theirs = (_language(each) for each in (scenario, pack))
    if ours and theirs and ours.partition("-")[0] != theirs.partition("-")[0]:
        findings.add("SC208", wish, "language", pack=theirs, scenario=ours)
        return None
    kind = kind_of(pack)
    if kind not in ("pack", "examples"):
        findings.add("SC208", pack, "kind", kind=kind)
        return None
    if kind == "examples":
        check_structure(pack, findings, "examples")
        check_examples(pack, findings)
        return pack
    check_pack(pack, findings)
    return pack


def _language(tree: Block) -> str:
    value = tree.value("language")
    return value.text.strip() if isinstance(value, Scalar) else ""


def check_pack(pack: Block, findings: Findings) -> Plain | None:
    """Add what is wrong with a pack by itself: its shape, its own names, that it uses packs; return its plain values."""
    uses = pack.entry("uses")
    if uses is not None:
        findings.add("SC212", uses.key)
        pack = Block(tuple(entry for entry in pack.entries if entry is not uses), pack.line, pack.column, pack.flow)
    plain = check_structure(pack, findings, "pack")
    check_pack_names(pack, findings)
    return plain
