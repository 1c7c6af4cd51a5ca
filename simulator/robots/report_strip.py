"""How often something happened, as a bar: half the bar is a quarter, so that a rare line can still be seen."""

from __future__ import annotations

from simulator.robots.call_map import per_thousand
from simulator.robots.report_parts import Strip

#: Fewer than so many in 1,000 calls are rare.
RARE = 5


def strip_of(times: int, most: int, calls: int) -> Strip:
    """Return the bar of something that happened so often; ``most`` fills the whole bar."""
    share = times / most if most else 0.0
    width = max(2, round(100 * share**0.5)) if times else 0
    now = per_thousand(times, calls)
    exact = f"{now:,}" if not times or times * 1000 >= calls else f"{times} in {calls:,}"
    return Strip(width, exact, "bad" if not times else "mixed" if now < RARE else "quiet")
