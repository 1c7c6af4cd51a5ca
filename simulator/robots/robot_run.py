"""Everything that robots find out about one scenario, in one value: the report, the call map and the findings are made from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from simulator.robots.explore import Explored, explore
from simulator.robots.fixtures import FixtureResult, run_fixtures
from simulator.robots.fixtures_file import Fixtures
from simulator.robots.gates import Gate, run_gates
from simulator.robots.playing import PlayedCall, play
from simulator.robots.trainees import TRAINEES
from simulator.robots.walks import Walks, walk
from simulator.scenario.lint_finding import LintFinding
from simulator.scenario.model import Scenario

WALKS = 3_000
STATES = 2_000


@dataclass(frozen=True, slots=True)
class Parts:
    """Which robots play, and how much."""

    fixtures: bool = True
    bots: bool = True
    #: 0: none.
    walks: int = WALKS
    states: int = STATES
    seed: int = 0
    processes: int = 2

    @property
    def gates(self) -> bool:
        """Whether the gates can be judged: they need all robots."""
        return self.bots and self.walks > 0 and self.states > 0


@dataclass(frozen=True, slots=True)
class RobotRun:
    """What the robots found; a part that did not play is None or empty."""

    scenario: Scenario
    seed: int
    #: None: there is no sidecar, or it was not asked for.
    fixtures: tuple[FixtureResult, ...] | None = None
    bots: Mapping[str, PlayedCall] = field(default_factory=dict)
    walks: Walks | None = None
    explored: Explored | None = None
    gates: tuple[Gate, ...] = ()
    findings: tuple[LintFinding, ...] = ()
    #: To the last published version, in words; None: there is none to compare with.
    difference: tuple[str, ...] | None = None

    @property
    def passed(self) -> bool:
        """Whether no gate and no saved call failed."""
        return all(gate.passed for gate in self.gates) and all(result.passed for result in self.fixtures or ())


def run_robots(scenario: Scenario, fixtures: Fixtures | None, parts: Parts, begin: Callable[[str], None]) -> RobotRun:
    """Return what the robots find; ``begin`` is told in a few words what starts now. Findings are put in by ``findings_of``."""
    results, walks, explored = None, None, None
    gates: tuple[Gate, ...] = ()
    if parts.fixtures and fixtures is not None:
        begin("playing the saved calls")
        results = run_fixtures(scenario, fixtures)
    if parts.walks:
        begin(f"walking through {parts.walks:,} calls")
        walks = walk(scenario, parts.walks, parts.seed, parts.processes)
    if parts.states:
        begin(f"exploring {parts.states:,} states")
        explored = explore(scenario, parts.states, parts.seed)
    if parts.gates and walks is not None and explored is not None:
        begin("judging the gates")
        gates = run_gates(scenario, walks, explored, parts.seed, parts.processes)
    bots = {name: play(scenario, trainee, parts.seed) for name, trainee in TRAINEES.items()} if parts.bots else {}
    return RobotRun(scenario, parts.seed, results, bots, walks, explored, gates)
