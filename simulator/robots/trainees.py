"""The nine shipped robots by name (scenario-format 5.2): what each does in a turn, with signals alone.

They are shipped and not written by trainers. All but the silent one read what they need from the scenario.
"""

from __future__ import annotations

from collections.abc import Mapping

from simulator.call.chance import pick
from simulator.robots.leads import leads_of
from simulator.robots.manners import ANY_RUDE, RUDE, SLIPS
from simulator.robots.move import Move, Standing, Trainee
from simulator.robots.planner import calm_move
from simulator.scenario.model import Ending, Scenario

#: One turn in so many is a fault of the robot that slips.
SLIPS_IN = 4


def calm(standing: Standing) -> Move:
    """Do what the best ending wants, as a calm and correct agent."""
    return calm_move(standing)


def rude(standing: Standing) -> Move:
    """Commit a fault every turn; insults only once everything else has been said, and they end any call."""
    turn = standing.story.turns
    if turn >= len(RUDE):
        return Move((RUDE[turn % len(RUDE)], "insult"))
    return Move((RUDE[(pick(standing.seed, 0, "rude", len(RUDE)) + turn) % len(RUDE)],))


def silent(standing: Standing) -> None:
    """Say nothing."""
    return


def sorry_only(standing: Standing) -> Move:
    """Apologise, and nothing else."""
    return Move(("apologise",))


def form_filler(standing: Standing) -> Move:
    """Ask every fact in the order of the file, then all over again; no empathy."""
    facts = standing.scenario.facts
    open_ones = [fact for fact in facts if fact.id not in standing.story.known] or facts
    return Move(asks=(open_ones[standing.story.turns % len(open_ones)].id,)) if open_ones else Move(("ask_fact",))


def slow(standing: Standing) -> Move:
    """Handle the call calmly, but settle for a remedy that is not the best one."""
    return calm_move(standing, lesser_goals(standing.scenario))


def promiser(standing: Standing) -> Move:
    """Offer everything in turn, what is forbidden too."""
    remedies = standing.scenario.policy.remedies
    return Move(offers=(remedies[standing.story.turns % len(remedies)].id,)) if remedies else Move(("over_promise",))


def slips(standing: Standing) -> Move:
    """Handle the call calmly, but one turn in four is a fault."""
    if pick(standing.seed, standing.story.turns, "slip", SLIPS_IN) == 0:
        return Move((SLIPS[pick(standing.seed, standing.story.turns, "which slip", len(SLIPS))],))
    return calm_move(standing)


def random_rude(standing: Standing) -> Move:
    """Commit any fault, in any order."""
    return Move((ANY_RUDE[pick(standing.seed, standing.story.turns, "random rude", len(ANY_RUDE))],))


def lesser_goals(scenario: Scenario) -> tuple[Ending, ...]:
    """Return the partial endings that a remedy beside those of the best ending leads to; without one, the best endings."""
    leads = leads_of(scenario)
    wanted = {remedy for ending in leads.best for remedy in leads.agreed_in[ending.id]}
    partial = [ending for ending in scenario.endings if ending.kind == "partial"]
    other = [ending for ending in partial if leads.agreed_in[ending.id] - wanted]
    return tuple(other or partial or leads.best)


TRAINEES: Mapping[str, Trainee] = {
    "calm": calm,
    "rude": rude,
    "silent": silent,
    "sorry-only": sorry_only,
    "form-filler": form_filler,
    "slow": slow,
    "promiser": promiser,
    "slips": slips,
    "random-rude": random_rude,
}
