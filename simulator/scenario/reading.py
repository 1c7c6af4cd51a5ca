"""How a scenario file is read, from its bytes to a ``Scenario``: one gate after the other.

Spelling as YAML, packs, shape, names, then logic; what is found is a value and never an exception, whatever the bytes are. A
scenario comes out as soon as shape and names are right; errors of the logic (a stage without a fallback line) stand beside
it. What lies around the file - packs, the scenario of a sidecar, the published copy - is handed in: nothing here knows a disk.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from simulator.authored.read import read_authored
from simulator.authored.tree import Authored, Block, Fault, Scalar
from simulator.scenario.beyond import check_values
from simulator.scenario.checks.all_checks import check_advice, check_errors
from simulator.scenario.checks.lost_ends import check_lost_ends
from simulator.scenario.checks.version_raised import check_version_raised
from simulator.scenario.flatten import flattened
from simulator.scenario.kinds import kind_of
from simulator.scenario.lint_finding import Findings, LintFinding
from simulator.scenario.model import Scenario
from simulator.scenario.names import check_names
from simulator.scenario.other_kinds import check_other
from simulator.scenario.own_words import check_examples
from simulator.scenario.packs import Shelf, WithPacks, with_packs
from simulator.scenario.parse import scenario_of
from simulator.scenario.placeholders import check_placeholders
from simulator.scenario.plain import Plain
from simulator.scenario.schema import FileKind
from simulator.scenario.structure import check_structure
from simulator.scenario.suppression import without_allowed
from simulator.scenario.translation import check_translation

_SIDECARS = ("tests", "translation")


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as it was read."""

    #: None where shape or names are wrong, and for files of another kind.
    scenario: Scenario | None
    findings: tuple[LintFinding, ...]
    #: None where the file could not be read as YAML.
    tree: Authored | None
    kind: FileKind = "scenario"
    #: A scenario's tree with its packs in it; without packs the tree itself. None for files of another kind.
    whole: Block | None = None
    #: The values by the vocabulary of the kind, of a scenario with its packs; None where nothing can be said about them.
    values: Plain | None = None
    #: The decoded text, and the bytes themselves.
    text: str = ""
    data: bytes = b""
    #: Name and version of each pack that the scenario uses.
    packs: tuple[str, ...] = ()

    def errors(self) -> tuple[LintFinding, ...]:
        """Return the findings that would break a call."""
        return tuple(finding for finding in self.findings if finding.severity == "error")

    def standing_alone(self) -> str:
        """Return the text of a scenario with its packs put in; the text itself where there is nothing to put in."""
        if self.whole is None or not isinstance(self.tree, Block):
            return self.text
        return flattened(self.text, self.tree, self.whole, self.packs)

    def to_record(self) -> bytes:
        """Return the bytes from which this scenario is played again: the file's own, or those with its packs put in."""
        return self.standing_alone().encode() if self.packs else self.data


@dataclass(frozen=True, slots=True)
class Beside:
    """What lies around a file that is read; all of it may be missing."""

    #: The packs that there are, by name.
    packs: Shelf = field(default_factory=dict)
    #: Returns the scenario that a sidecar stands beside, given the id it names; None: there is none. Without it nobody looks.
    scenario: Callable[[str], Reading | None] | None = None
    #: The newest published copy of a scenario, given its id; None: never published.
    published: Callable[[str], Scenario | None] | None = None
    #: Tells whether the recogniser can hear a word; None where no model is at hand.
    knows_word: Callable[[str], bool] | None = None
    #: False: only what would break a call is looked for, for whoever plays the file; warnings and tips take most of the time.
    advice: bool = True


ALONE = Beside()


def read_scenario(data: bytes, name: str, beside: Beside = ALONE) -> Reading:
    """Return what a scenario file's bytes say and all that is wrong with them; findings carry ``name`` as their file.

    A file of another kind is only told that it can't be played.
    """
    return _read(data, name, beside, any_kind=False)


def read_any(data: bytes, name: str, beside: Beside = ALONE) -> Reading:
    """Return what a file of any kind says and all that is wrong with it by the rules of its kind."""
    return _read(data, name, beside, any_kind=True)


def _read(data: bytes, name: str, beside: Beside, any_kind: bool) -> Reading:
    findings = Findings(name)
    read = read_authored(data)
    for fault in read.faults:
        findings.add_fault(fault)
    reading = Reading(None, (), read.tree, kind_of(read.tree), text=read.text, data=data)
    packs: Mapping[str, str] = {}
    if isinstance(read.tree, Block) and reading.kind == "scenario":
        joined = with_packs(read.tree, beside.packs, findings)
        packs = joined.texts
        reading = _scenario(reading, joined, beside, findings)
    elif isinstance(read.tree, Block) and not any_kind:
        findings.add("SC107", read.tree, "kind", kind=reading.kind)
    elif isinstance(read.tree, Block):
        reading = replace(reading, values=_other(reading.kind, read.tree, beside, findings))
    elif read.tree is not None:
        check_structure(read.tree, findings)
    elif not read.faults:
        findings.add_fault(Fault("SC102", 1, 1, "empty"))
    # What could only be better in a pack is told to whoever checks the pack.
    found = [each for each in findings.in_order() if each.file == name or each.severity != "tip"]
    return replace(reading, findings=without_allowed(found, {name: read.text, **packs}, _not_looked_for(beside)))


def _scenario(reading: Reading, joined: WithPacks, beside: Beside, findings: Findings) -> Reading:
    tree = joined.tree
    values = check_structure(tree, findings)
    reading = replace(reading, whole=tree, values=values, packs=joined.packs)
    if values is None:
        return reading
    check_values(tree, findings)
    names = check_names(tree, findings)
    check_placeholders(tree, names, reading.text, findings)
    if isinstance(reading.tree, Block):
        check_examples(reading.tree, findings)
    if findings.any_error():
        return reading
    scenario = scenario_of(values, hashlib.sha256(reading.to_record()).hexdigest())
    check_errors(scenario, tree, findings)
    if beside.advice:
        _advise(reading, scenario, tree, beside, findings)
    return replace(reading, scenario=scenario)


def _advise(reading: Reading, scenario: Scenario, tree: Block, beside: Beside, findings: Findings) -> None:
    check_advice(scenario, tree, findings, beside.knows_word)
    if reading.tree is not None:
        check_lost_ends(reading.tree, reading.text, findings)
    published = beside.published(scenario.id) if beside.published else None
    if published is not None:
        check_version_raised(scenario, published, tree, findings)


def _other(kind: FileKind, tree: Block, beside: Beside, findings: Findings) -> Plain | None:
    scenario = _belongs_to(tree, beside, findings) if kind in _SIDECARS else None
    values = check_other(kind, tree, scenario.whole if scenario else None, findings)
    if kind == "translation" and scenario is not None and scenario.values is not None and not findings.any_error():
        check_translation(tree, scenario.values, findings)
    return values


def _belongs_to(tree: Block, beside: Beside, findings: Findings) -> Reading | None:
    """Return the scenario of a sidecar; add that it is another, or that there is none."""
    named = tree.value("scenario")
    if beside.scenario is None or not isinstance(named, Scalar):
        return None
    name = named.text.strip().partition("@")[0]
    found = beside.scenario(name)
    if found is None:
        findings.add("SC211", named, "alone", name=name)
        return None
    own = found.whole.value("id") if found.whole else None
    if isinstance(own, Scalar) and own.text.strip() != name:
        findings.add("SC211", named, "scenario", own.text.strip(), name=name)
        return None
    return found


def _not_looked_for(beside: Beside) -> frozenset[str]:
    """Return the codes that this reading cannot find, so that allowing them is not idle."""
    without = {"SC409": beside.knows_word, "SC604": beside.published, "SC605": beside.scenario}
    return frozenset(code for code, means in without.items() if means is None) | _FROM_ROBOTS


#: Findings of played calls (scenario-format 4.2).
_FROM_ROBOTS = frozenset(f"SC70{number}" for number in range(1, 10))
