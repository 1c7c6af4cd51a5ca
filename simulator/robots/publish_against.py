"""What stands against publishing a scenario: errors, gates and saved calls that failed, unfinished lines."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.robots.robot_run import RobotRun
from simulator.scenario.reading import Reading

#: The tip about a line that is marked as unfinished; it blocks publishing only (scenario-format 2.2).
_UNFINISHED = "SC608"


def stands_against(reading: Reading, run: RobotRun) -> Iterator[str]:
    """Yield what forbids publishing, a sentence each: errors, failed gates and saved calls, unfinished lines."""
    for finding in (*reading.findings, *run.findings):
        if finding.severity == "error" or finding.code == _UNFINISHED:
            yield f"line {finding.line}: {finding.message}"
    for gate in run.gates:
        if not gate.passed:
            yield f"gate {gate.id} failed ({gate.figure})."
    for result in run.fixtures or ():
        if not result.passed:
            yield f"the saved call '{result.name}' failed."
