"""Makes the call map out of what robots found; reading and comparing stored maps needs no robots and stands beside this."""

from __future__ import annotations

from dataclasses import replace

from simulator.robots.call_map import CallMap, per_thousand
from simulator.robots.robot_run import RobotRun


def call_map(run: RobotRun) -> CallMap:
    """Return the map of what robots found; the walks must have been played."""
    scenario, walks = run.scenario, run.walks
    if walks is None:
        raise ValueError("a call map needs walks")
    lines = (*scenario.beats, *scenario.reactions)
    return CallMap(
        scenario=scenario.id,
        version=scenario.version,
        sha256=scenario.sha256,
        walks=walks.count,
        seed=run.seed,
        beats={beat.id: per_thousand(walks.hits.get(beat.id, 0), walks.count) for beat in lines},
        reached_by={beat.id: tuple(result.name for result in run.fixtures or () if beat.id in result.said) for beat in lines},
        endings={ending.id: per_thousand(walks.ended(ending.id), walks.count) for ending in scenario.endings},
        gates={gate.id: (gate.passed, gate.figure) for gate in run.gates},
        findings=tuple(replace(finding, file=finding.file.replace("\\", "/").rpartition("/")[2]) for finding in run.findings),
    )
