"""How soon a caller hangs up: whether one answer can end the call, how few can, and whether the file says the same twice.

SC309, SC312 and SC313 of scenario-format 4.2. The temper moves here by the engine's own numbers (``house_effects``), without a clock
and for the most touchy caller that the file's variation allows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from simulator.authored.tree import Authored, Block, locate
from simulator.cues.cue import FAULTS
from simulator.scenario.checks.formula import (
    STAGE_TURNS,
    TEMPER,
    TURNS,
    World,
    formula_of,
    whole_points,
)
from simulator.scenario.checks.implies import possible
from simulator.scenario.checks.moments import Path, certain_endings, in_pack, worlds_of
from simulator.scenario.house_effects import MIDDLE, triggers_of
from simulator.scenario.lint_finding import Findings
from simulator.scenario.model import Beat, Condition, Ending, Scenario, When

MOST_TEMPER = 100_000
#: A call that can be lost in so few answers is worth a word.
QUICK = 3
#: What a trainer is told to use at most, where there is room (scenario-format 3.4: with 7 the call stays teachable).
GOOD_LIMIT = 10_000
#: So few points below the hang-up any bad sentence ends the call, whatever its limit.
NEAR = 3_000


def check_hang_ups(scenario: Scenario, tree: Block, findings: Findings) -> None:
    """Add what makes a caller hang up sooner, or at another number, than the file seems to say."""
    _said_twice(scenario, tree, findings)
    limits = [condition.number for ending in _hang_ups(scenario) for condition in _alone(ending.when, "anger_at_least")]
    if not limits:
        return
    limit = min(limits)
    if not _one_answer(scenario, tree, limit, findings):
        _quickest(scenario, tree, limit, findings)


def _hang_ups(scenario: Scenario) -> tuple[Ending, ...]:
    return tuple(ending for ending in certain_endings(scenario) if ending.kind == "hung_up")


def _alone(when: When, word: str) -> Iterator[Condition]:
    """Yield the conditions of this word that are enough for a ``when`` to be true."""
    if len(when.conditions) == 1:
        condition = when.conditions[0]
        if condition.word == word:
            yield condition
        for branch in condition.branches if condition.word == "any_of" else ():
            yield from _alone(branch, word)


def _said_twice(scenario: Scenario, tree: Block, findings: Findings) -> None:
    anger = tree.value("anger")
    written = anger.value("hangs_up_at") if isinstance(anger, Block) else None
    if written is None or in_pack(written):
        return
    hang_up = scenario.anger.hangs_up_at
    waits = [
        found
        for at, ending in enumerate(scenario.endings)
        if ending.kind == "hung_up"
        for found in _bounds(ending.when, ("endings", at, "when"))
    ]
    if not waits:
        findings.add("SC309", written, "none", limit=_points(hang_up))
    elif all(number != hang_up for _, number in waits):
        path, number = waits[0]
        node, _ = locate(tree, path)
        findings.add("SC309", node, "main", waits=_points(number), limit=_points(hang_up))


def _bounds(when: When, path: Path) -> Iterator[tuple[Path, int]]:
    for condition in when.conditions:
        if condition.word == "anger_at_least":
            yield (*path, condition.word), condition.number
        for at, branch in enumerate(condition.branches if condition.word == "any_of" else ()):
            yield from _bounds(branch, (*path, "any_of", at))


def _start(scenario: Scenario) -> int:
    """Return the highest temper at which a call begins."""
    return max(scenario.anger.calmest, max(scenario.variation.start or (scenario.anger.start,)))


def _most_up(scenario: Scenario) -> int:
    """Return how far one answer can move the temper up: every fault that can be heard in words, and half a minute."""
    caller = MIDDLE if scenario.caller.patience is None else scenario.caller.patience
    patience = min(scenario.variation.patience or (caller,))
    effects = triggers_of(scenario.anger, patience)
    faults = sum(effects.get(fault, 0) for fault in FAULTS)
    return min(scenario.anger.most_up_per_turn, faults + (scenario.anger.per_minute_unsolved + 1) // 2)


def _reached(temper: int, limit: int) -> bool:
    return whole_points(min(temper, MOST_TEMPER)) * 1000 >= limit


def _one_answer(scenario: Scenario, tree: Block, limit: int, findings: Findings) -> bool:
    """Add that the first answer can end the call; return whether it can."""
    start, up = _start(scenario), _most_up(scenario)
    details = {"start": _points(start), "limit": _points(limit), "up": _points(scenario.anger.most_up_per_turn)}
    if _reached(start + up, limit):
        if limit - start <= NEAR:
            node, _ = locate(tree, ("variation", "start") if scenario.variation.start else ("anger", "start"))
            findings.add("SC312", node, "near", **details)
            return True
        node = _anger_value(tree, "most_up_per_turn")
        most = min(GOOD_LIMIT, (limit - start - 1) // 1000 * 1000)
        findings.add("SC312", node, "main", most=_points(most), **details)
        return True
    world = _first_turn(scenario, start, up)
    for at, reaction in enumerate(scenario.reactions):
        heavy = reaction.anger > 0 and _reached(start + up + reaction.anger, limit)
        if heavy and _answers_a_fault(reaction) and possible((formula_of(reaction.when, world),), world):
            node, _ = locate(tree, ("reactions", at, "anger"))
            findings.add("SC312", node, "line", beat=reaction.id, more=_points(reaction.anger), **details)
            return True
    return False


def _first_turn(scenario: Scenario, start: int, up: int) -> World:
    """Return what is so in the turn after the opening, at the temper that a bad answer has left."""
    world = worlds_of(scenario)["beat"]
    nothing = {("knows", fact.id): (0, 0) for fact in scenario.facts}
    nothing |= {("agreed", remedy.id): (0, 0) for remedy in scenario.policy.remedies}
    nothing |= {("said", beat.id): (0, 0) for beat in (*scenario.beats, *scenario.reactions)}
    now = whole_points(start + up)
    return replace(world, bounds={**world.bounds, **nothing, TURNS: (1, 1), STAGE_TURNS: (1, 1), TEMPER: (now, now)})


def _quickest(scenario: Scenario, tree: Block, limit: int, findings: Findings) -> None:
    """Add, as a tip, in how few answers the call can be lost, where they are few."""
    turns = _turns(_start(scenario), _most_up(scenario) + _answering_anger(scenario), limit)
    fault, times = _by_one_fault(scenario)
    anger = tree.value("anger")
    entry = anger.entry("start") if isinstance(anger, Block) else None
    if entry is None or not turns or min(turns, times or turns) > QUICK:
        return
    if fault and times < turns:
        findings.add("SC313", entry.key, "fault", turns=str(turns), times=str(times), fault=fault)
    else:
        findings.add("SC313", entry.key, turns=str(turns))


def _answering_anger(scenario: Scenario) -> int:
    """Return how much a lasting reaction to a fault adds to the temper itself, at most."""
    return max([0, *(reaction.anger for reaction in scenario.reactions if reaction.repeat and _answers_a_fault(reaction))])


def _answers_a_fault(reaction: Beat) -> bool:
    return any(
        condition.word in ("heard", "heard_any") and not set(FAULTS).isdisjoint(condition.ids) for condition in reaction.when.conditions
    )


def _turns(temper: int, up: int, limit: int) -> int:
    """Return after how many answers of this weight the caller hangs up; 0 for never."""
    if up <= 0:
        return 0
    turns = 0
    while not _reached(temper, limit):
        if temper >= MOST_TEMPER:
            return 0
        temper = min(MOST_TEMPER, temper + up)
        turns += 1
    return turns


def _by_one_fault(scenario: Scenario) -> tuple[str, int]:
    """Return the fault that is enough by itself if it is heard often enough, and how often; the least number wins."""
    found = [("", 0)]
    for ending in _hang_ups(scenario):
        found += [(condition.ids[0], condition.number) for condition in _alone(ending.when, "heard_times")]
        for word in ("heard", "heard_any", "heard_before"):
            found += [(condition.ids[0], 1) for condition in _alone(ending.when, word)]
    return min((each for each in found if each[1]), key=lambda each: each[1], default=("", 0))


def _anger_value(tree: Block, key: str) -> Authored:
    """Return where a number of the temper stands; that of the start where the file leaves it to the house."""
    anger = tree.value("anger")
    written = anger.value(key) if isinstance(anger, Block) else None
    return written if written and not in_pack(written) else locate(tree, ("anger", "start"))[0]


def _points(temper: int) -> str:
    points, rest = divmod(temper, 1000)
    return str(points) if not rest else f"{points}.{rest:03}".rstrip("0")
