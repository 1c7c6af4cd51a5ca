"""The example scenario's lists as the finders get them."""

from __future__ import annotations

from functools import lru_cache

from simulator.call.context import cue_context
from simulator.cues.cue import CueContext
from simulator.scenario_files import load_scenario
from tests.support.places import ROOT

EXAMPLE = ROOT / "scenarios" / "billing-double-charge.yaml"


@lru_cache(maxsize=1)
def example() -> CueContext:
    """Return the example's context."""
    return cue_context(load_scenario(EXAMPLE))
