"""How a scenario file is read, from its bytes to a ``Scenario``: one gate after the other.

Spelling as YAML, shape, names, then logic; what is found is a value and never an exception, whatever the bytes are. A
scenario comes out as soon as shape and names are right; errors of the logic (a stage without a fallback line) stand beside
it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from simulator.authored.read import read_authored
from simulator.authored.tree import Authored, AuthoredText, Block, Fault
from simulator.scenario.beyond import check_values
from simulator.scenario.checks.all_checks import check_all
from simulator.scenario.lint_finding import Findings, LintFinding
from simulator.scenario.model import Scenario
from simulator.scenario.names import check_names
from simulator.scenario.parse import scenario_of
from simulator.scenario.placeholders import check_placeholders
from simulator.scenario.structure import check_structure

#: What a file is, told by its first key (decisions 3).
FileKind = Literal["scenario", "tests", "translation", "pack", "rubric", "examples"]
_KINDS: dict[str, FileKind] = {
    "tests": "tests",
    "translation": "translation",
    "pack": "pack",
    "rubric": "rubric",
    "examples": "examples",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as it was read."""

    #: None where shape or names are wrong, and for files of another kind.
    scenario: Scenario | None
    findings: tuple[LintFinding, ...]
    #: None where the file could not be read as YAML.
    tree: Authored | None
    kind: FileKind = "scenario"

    def errors(self) -> tuple[LintFinding, ...]:
        """Return the findings that would break a call."""
        return tuple(finding for finding in self.findings if finding.severity == "error")


def read_scenario(data: bytes, name: str) -> Reading:
    """Return what a scenario file's bytes say and all that is wrong with them; findings carry ``name`` as their file."""
    findings = Findings(name)
    read = read_authored(data)
    for fault in read.faults:
        findings.add_fault(fault)
    kind = kind_of(read.tree)
    scenario = None
    if kind != "scenario" and read.tree is not None:
        findings.add("SC107", read.tree, "kind", kind=kind)
    elif isinstance(read.tree, Block):
        scenario = _check(read, read.tree, findings, hashlib.sha256(data).hexdigest())
    elif read.tree is not None:
        check_structure(read.tree, findings)
    elif not read.faults:
        findings.add_fault(Fault("SC102", 1, 1, "empty"))
    return Reading(scenario, findings.in_order(), read.tree, kind)


def kind_of(tree: Authored | None) -> FileKind:
    """Return the kind of a file by its first key; whatever is not another kind is read as a scenario."""
    if not isinstance(tree, Block) or not tree.entries or tree.value("format") is not None:
        return "scenario"
    return _KINDS.get(tree.entries[0].key.text, "scenario")


def _check(read: AuthoredText, tree: Block, findings: Findings, sha256: str) -> Scenario | None:
    plain = check_structure(tree, findings)
    if plain is None:
        return None
    check_values(tree, findings)
    names = check_names(tree, findings)
    check_placeholders(tree, names, read.text, findings)
    if findings.any_error():
        return None
    scenario = scenario_of(plain, sha256)
    check_all(scenario, tree, findings)
    return scenario
