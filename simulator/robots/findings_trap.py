"""Which line of the caller is a trap: after it even calm handling no longer reaches the best ending, and the file does not say so.

From moments of walks and exploration the calm robot plays on. A line is a trap if that failed from every moment behind it, and went
well from one where it had not been said. Where several explain the same failures, the one that explains most is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simulator.robots.explore import TURNS_LEFT
from simulator.robots.playing import latest_turn, play
from simulator.robots.trainees import TRAINEES
from simulator.robots.walk_block import Sample
from simulator.scenario.model import Scenario

#: Moments that are tried, spread evenly.
_MOST = 400
#: After so many failures and no success it is no single line that is to blame.
_ENOUGH = 40


def traps(scenario: Scenario, moments: Sequence[Sample]) -> Iterator[str]:
    """Yield the beats and reactions that are traps, the one that explains most first; ``moments`` are those to play on from."""
    failed, went_well = _tried(scenario, moments)
    fine = {line for said in went_well for line in said}
    lines = [beat.id for beat in (*scenario.beats, *scenario.reactions) if beat.id not in fine]
    while went_well and failed:
        explains = {line: sum(line in said for said in failed) for line in lines}
        line = max(explains, key=lambda name: explains[name], default="")
        if not line or not explains[line]:
            return
        yield line
        failed = [said for said in failed if line not in said]


def _tried(scenario: Scenario, moments: Sequence[Sample]) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """Return what had been said at the moments from which the calm robot failed, and at those from which it went well."""
    best = {ending.id for ending in scenario.best_endings()}
    latest = latest_turn(scenario)
    # With fewer turns left the time is the reason and not the line.
    early = [sample for sample in moments if latest - sample.story.turns >= TURNS_LEFT and not sample.story.ending]
    failed, went_well = [], []
    for sample in early[:: max(1, len(early) // _MOST)]:
        said = frozenset(sample.story.said)
        if _gets_there(scenario, sample, best):
            went_well.append(said)
        elif not best <= sample.story.closed_off:
            failed.append(said)
        if len(failed) >= _ENOUGH and not went_well:
            break
    return failed, went_well


def _gets_there(scenario: Scenario, sample: Sample, best: set[str]) -> bool:
    call = play(scenario, TRAINEES["calm"], sample.seed, story=sample.story)
    return call.ending in best or best <= call.story.closed_off
