"""Robots: thousands of walks, as the trainer who presses the button waits for them."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.robots.explore import explore
from simulator.robots.gates import run_gates
from simulator.robots.walks import walk
from simulator.scenario_files import find_scenario, load_scenario
from tests.bench.stopwatch import Figure, seconds_of

WALKS = 3_000
STATES = 2_000


def measure() -> Iterator[Figure]:
    """Yield the time of the walks through the example, of its exploration and of its gates."""
    scenario = load_scenario(find_scenario("billing-double-charge"))
    turns = walk(scenario, WALKS).turns
    times = [seconds_of(lambda: walk(scenario, WALKS)) for _ in range(3)]
    yield f"{WALKS:,} walks of the example", f"{min(times):.2f} s", f"{turns:,} turns, two processes, their start included, best of 3"
    yield f"{STATES:,} states explored", f"{seconds_of(lambda: explore(scenario, STATES)):.2f} s", "one process"
    walks, explored = walk(scenario, WALKS), explore(scenario, STATES)
    yield "the eight gates of the example", f"{seconds_of(lambda: run_gates(scenario, walks, explored)):.1f} s", "two processes"
