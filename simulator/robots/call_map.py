"""The call map: what a published scenario did when robots played it, so that a later change cannot go unnoticed.

For every line of the caller the saved calls that reach it and how often it was said in 1,000 walks; for every ending how often; and
what the gates said. The difference to the last published map is told in words (scenario-format 5.1).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from simulator.scenario.lint_finding import LintFinding

#: Grammar of the stored file.
FORMAT = 1
#: Said so many times more, or fewer, than before is worth a sentence; below the second figure (per 1,000 calls) it is chance.
FACTOR = 2
_LEAST = 20


@dataclass(frozen=True, slots=True)
class CallMap:
    """What the robots found in one version of a scenario."""

    scenario: str
    version: str
    #: Of the scenario's file.
    sha256: str
    walks: int
    seed: int
    #: Beat or reaction -> how often it was said per 1,000 walks.
    beats: Mapping[str, int]
    #: Beat or reaction -> names of the saved calls that reach it.
    reached_by: Mapping[str, tuple[str, ...]]
    #: Ending -> how often per 1,000 walks.
    endings: Mapping[str, int]
    #: Gate -> (passed, figure).
    gates: Mapping[str, tuple[bool, str]]
    findings: tuple[LintFinding, ...] = ()
    #: Why it was published although a gate failed; empty: none did.
    published_anyway: str = ""


def per_thousand(times: int, calls: int) -> int:
    """Return how often that is in 1,000 calls, at least 1 where it happened at all."""
    return max(1, round(1000 * times / calls)) if times and calls else 0


def to_json(found: CallMap) -> str:
    """Return the map as the text of its file: sorted and indented, so that a difference of two versions can be read."""
    return json.dumps({"call_map": FORMAT, **asdict(found)}, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def from_json(text: str) -> CallMap:
    """Return the map of a file's text.

    Raises:
        ValueError: this is no call map that this version can read.
    """
    values: Any = json.loads(text)
    if not isinstance(values, dict) or values.pop("call_map", 0) != FORMAT:
        raise ValueError("no call map of format 1")
    try:
        values["reached_by"] = {beat: tuple(names) for beat, names in values["reached_by"].items()}
        values["gates"] = {gate: (passed, figure) for gate, (passed, figure) in values["gates"].items()}
        values["findings"] = tuple(LintFinding(**finding) for finding in values["findings"])
        return CallMap(**values)
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError("a part of the call map is missing") from error


def difference(old: CallMap, new: CallMap) -> tuple[str, ...]:
    """Return in words what has changed since the last published map; nothing where the calls go as before."""
    return (
        *_appeared("line", old.beats, new.beats, "said"),
        *_moved("line", old.beats, new.beats, "said"),
        *_lost_tests(old, new),
        *_appeared("ending", old.endings, new.endings, "reached"),
        *_moved("ending", old.endings, new.endings, "reached"),
    )


def _appeared(what: str, old: Mapping[str, int], new: Mapping[str, int], done: str) -> Iterator[str]:
    for name in old:
        if name not in new:
            yield f"The {what} '{name}' is gone; before, it was {done} {_often(old[name])}."
    for name in new:
        if name not in old:
            yield f"The {what} '{name}' is new; it is {done} {_often(new[name])}."


def _moved(what: str, old: Mapping[str, int], new: Mapping[str, int], done: str) -> Iterator[str]:
    for name in old:
        before, now = old[name], new.get(name, -1)
        if now == 0 and before:
            yield f"The {what} '{name}' is never {done} any more; before, it was {_often(before)}."
        elif before == 0 and now > 0:
            yield f"The {what} '{name}' is {done} now, {_often(now)}; before, it never was."
        elif now > 0 and max(before, now) >= FACTOR * min(before, now) and abs(now - before) >= _LEAST:
            more = "more" if now > before else "less"
            yield f"The {what} '{name}' is {done} {more} often: {_often(now)}, before {before:,}."


def _lost_tests(old: CallMap, new: CallMap) -> Iterator[str]:
    for name, tests in old.reached_by.items():
        if tests and name in new.beats and not new.reached_by.get(name):
            yield f"No saved test reaches the line '{name}' any more."


def _often(times: int) -> str:
    return f"{times:,} {'time' if times == 1 else 'times'} in 1,000 calls" if times else "in none of the test calls"
