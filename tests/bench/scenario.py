"""Reading, linting and playing a scenario, in process."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from simulator.call.personality import draw
from simulator.call.signals import Signals
from simulator.call.story import begin, play_turn
from simulator.scenario.reading import read_scenario
from simulator.scenario_files import find_scenario, scenario_bytes
from tests.bench.stopwatch import Figure, seconds_of

LINTS = 20
TURNS = 3_000


def measure() -> Iterator[Figure]:
    """Yield the time of one lint and the turns that the engine plays in a second."""
    data = scenario_bytes(find_scenario("billing-double-charge"))
    reading = read_scenario(data, "example")
    assert reading.scenario is not None
    times = [seconds_of(lambda: read_scenario(data, "example")) for _ in range(LINTS)]
    yield "read and lint the example", f"{1000 * statistics.median(times):.0f} ms", f"median of {LINTS}"
    scenario = reading.scenario
    personality = draw(scenario, 0)
    signals = Signals(heard=("acknowledge_feeling", "ask_fact"), asked=("identity",))

    def play() -> None:
        story = begin(scenario, personality)
        for _ in range(TURNS):
            story, _outcome = play_turn(scenario, personality, story, signals, 0)
            if story.ending:
                story = begin(scenario, personality)

    yield "turns of the caller's story", f"{TURNS / seconds_of(play):,.0f} a second", "one core, signals only, no recording"
