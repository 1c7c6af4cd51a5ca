"""Finding cues in a reply."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from simulator.call.context import cue_context
from simulator.cues.spot import spot
from simulator.scenario_files import find_scenario, load_scenario
from tests.bench.stopwatch import Figure, seconds_of

REPLIES = (
    "forty minutes on hold after being billed twice i would be upset too i am going to take this on myself",
    "can i have your full name and billing zip code please",
    "i can rush that refund back to the card in one to two business days",
    "so to recap the refund goes out today you send me the statement and the review team answers in three days",
    "you need to calm down that is our policy and there is nothing i can do",
    "thank you for your patience is there anything else i can help you with",
)
ROUNDS = 30


def measure() -> Iterator[Figure]:
    """Yield the time of one reply, with the example's lists."""
    context = cue_context(load_scenario(find_scenario("billing-double-charge")))
    times = [seconds_of(lambda text=text, n=n: spot(f"{text} number {n}", context)) for n in range(ROUNDS) for text in REPLIES]  # type: ignore[misc]
    yield "cues of one reply", f"{1000 * statistics.median(times):.2f} ms", f"median of {len(times)}, each text new"
