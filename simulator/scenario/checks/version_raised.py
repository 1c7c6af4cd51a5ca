"""Whether the version was raised since the scenario was published: SC604.

Scores of two versions can be compared only if nothing changed that moves temper, path or marks. Such a change asks for a minor
step, any other for a patch step (scenario-format 3.10).
"""

from __future__ import annotations

from dataclasses import fields
from typing import NamedTuple

from simulator.authored.tree import Block, Scalar
from simulator.scenario.lint_finding import Findings
from simulator.scenario.model import (
    Beat,
    Ending,
    Fact,
    Interruption,
    Scenario,
    SilenceStep,
    Stage,
)

#: What is not compared: the version itself and what is derived from the file's bytes.
_ASIDE = ("version", "sha256", "uses")
#: Keys whose change makes scores incomparable, as a trainer calls them.
_SCORED = ("rubric", "policy", "anger", "variation", "company_at_fault")
_PLAYED = ("facts", "stages", "beats", "reactions", "interruptions", "silence", "endings")
_WORDS = frozenset("label value say about delivery hint coach model_answer goal debrief".split())
_Part = Fact | Stage | Beat | Interruption | SilenceStep | Ending


class _Version(NamedTuple):
    major: int
    minor: int
    patch: int

    def text(self) -> str:
        return ".".join(str(part) for part in self)


def check_version_raised(scenario: Scenario, published: Scenario, tree: Block, findings: Findings) -> None:
    """Add that the version should be higher, where the newest published copy says something else under it."""
    now, then = _version(scenario.version), _version(published.version)
    at = tree.value("version")
    if at is None:
        return
    scored = _first_scored(scenario, published)
    if scored:
        least, variant = _Version(then.major, then.minor + 1, 0), "main"
    elif _worded(scenario) != _worded(published):
        least, variant = _Version(then.major, then.minor, then.patch + 1), "words"
    else:
        least, variant = then, "lower"
    if now < least:
        details = {"part": scored, "published": published.version, "least": least.text()}
        findings.add("SC604", Scalar(scenario.version, at.line, at.column), variant, least.text(), **details)


def _version(text: str) -> _Version:
    major, minor, patch = (int(part) for part in text.split("."))
    return _Version(major, minor, patch)


def _first_scored(scenario: Scenario, published: Scenario) -> str:
    """Return the first part, as the file calls it, whose change makes scores incomparable."""
    for name in _SCORED:
        if getattr(scenario, name) != getattr(published, name):
            return name
    for name in _PLAYED:
        if _logic(getattr(scenario, name)) != _logic(getattr(published, name)):
            return name
    mine, theirs = scenario.caller, published.caller
    same = (mine.patience, mine.loyalty, mine.age_preset) == (theirs.patience, theirs.loyalty, theirs.age_preset)
    return "" if same else "caller"


def _logic(parts: tuple[_Part, ...]) -> list[tuple[tuple[str, object], ...]]:
    """Return the parts without their words."""
    return [tuple((field.name, getattr(part, field.name)) for field in fields(part) if field.name not in _WORDS) for part in parts]


def _worded(scenario: Scenario) -> tuple[object, ...]:
    return tuple(getattr(scenario, field.name) for field in fields(scenario) if field.name not in _ASIDE)
