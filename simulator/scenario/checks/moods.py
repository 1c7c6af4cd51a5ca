"""Whether every mood has its place on the scale, and every line of a mood its moment: SC308 and SC310."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from simulator.authored.tree import Block, Scalar, locate
from simulator.scenario.checks.formula import (
    MOST_TEMPER,
    TEMPER,
    Formula,
    Some,
    Within,
    World,
    formula_of,
    opposite,
    whole_points,
)
from simulator.scenario.checks.implies import possible
from simulator.scenario.checks.moments import (
    Path,
    beats_with_places,
    certain_endings,
    in_pack,
    worlds_of,
)
from simulator.scenario.lint_finding import Findings
from simulator.scenario.model import ANY_MOOD, Say, Scenario, When

#: So many endings are looked at for what they leave to the lines; a trainer's file has about ten.
MOST_ENDINGS = 20


def check_moods(scenario: Scenario, tree: Block, findings: Findings) -> None:
    """Add moods that are in disorder, and lines whose mood never comes where they stand."""
    _scale(tree, findings)
    worlds = worlds_of(scenario)
    ended = tuple(opposite(formula_of(ending.when, worlds["beat"])) for ending in certain_endings(scenario)[:MOST_ENDINGS])
    for spoken in _all_spoken(scenario, worlds["beat"], worlds["ending"], ended):
        if findings.full():
            return
        if len(spoken.moods) > 1 or spoken.delivered:
            _spoken(spoken, scenario, tree, findings)


def _scale(tree: Block, findings: Findings) -> None:
    anger = tree.value("anger")
    moods = anger.value("moods") if isinstance(anger, Block) else None
    entries = moods.entries if isinstance(moods, Block) else ()
    starts = [(entry.key.text, entry.value, float(entry.value.text)) for entry in entries if isinstance(entry.value, Scalar)]
    if not starts:
        return
    if min(start for _, _, start in starts) > 0:
        findings.add("SC310", starts[0][1], "first", mood=starts[0][0])
    for (mood, _, start), (other, value, next_start) in pairwise(starts):
        if next_start == start:
            findings.add("SC310", value, "same", mood=mood, other=other)
        elif next_start < start:
            findings.add("SC310", value, "order", mood=mood, other=other)


@dataclass(frozen=True, slots=True)
class _Spoken:
    """Lines by mood, with what holds when they are spoken."""

    path: Path
    say: Say
    #: Moods of the lines, then moods of the manners.
    moods: tuple[str, ...]
    delivered: tuple[str, ...]
    when: When
    world: World
    holds: tuple[Formula, ...]


def _all_spoken(scenario: Scenario, world: World, last: World, ended: tuple[Formula, ...]) -> Iterator[_Spoken]:
    for key, beat, at in beats_with_places(scenario):
        holds = (formula_of(beat.when, world), *ended)
        yield _Spoken((key, at), beat.say, _moods(beat.say), tuple(beat.delivery), beat.when, world, holds)
    for at, each in enumerate(scenario.interruptions):
        cutting_in = worlds_of(scenario)["interruption"]
        holds = (formula_of(each.when, cutting_in),)
        yield _Spoken(("interruptions", at), each.say, _moods(each.say), (), each.when, cutting_in, holds)
    for at, ending in enumerate(scenario.endings):
        holds = (formula_of(ending.when, last),)
        yield _Spoken(("endings", at), ending.say, _moods(ending.say), (), ending.when, last, holds)
    started = Within(TEMPER, whole_points(_calmest_start(scenario)), MOST_TEMPER)
    yield _Spoken(("opening",), scenario.opening.say, _moods(scenario.opening.say), (), When(), world, (started,))


def _calmest_start(scenario: Scenario) -> int:
    least = min(scenario.variation.start) if scenario.variation.start else scenario.anger.start
    return max(scenario.anger.calmest, least)


def _moods(say: Say) -> tuple[str, ...]:
    return tuple(mood for mood in say.lines if mood != ANY_MOOD)


def _spoken(spoken: _Spoken, scenario: Scenario, tree: Block, findings: Findings) -> None:
    there = [mood for mood in spoken.world.moods if _occurs(mood, spoken)]
    if not there:
        return  # never said at all: other codes say so
    used = {_line_for(mood, spoken.moods, list(spoken.world.moods)) for mood in there}
    for part, moods in (("say", spoken.moods), ("delivery", spoken.delivered)):
        for mood in moods:
            if mood in there or (part == "say" and mood in used):
                continue
            node, _ = locate(tree, (*spoken.path, part))
            entry = node.entry(mood) if isinstance(node, Block) else None
            if entry and not in_pack(entry.key):
                variant, details = _reason(mood, spoken, scenario)
                findings.add("SC308", entry.key, variant, mood=mood, **details)


def _occurs(mood: str, spoken: _Spoken) -> bool:
    here = Some(tuple(Within(TEMPER, least, most) for least, most in spoken.world.moods[mood]))
    return possible((*spoken.holds, here), spoken.world)


def _line_for(mood: str, own: Iterable[str], order: list[str]) -> str:
    """Return whose line is spoken in a mood: its own, else that of the nearest mood, the calmer one of two."""
    at = order.index(mood)
    return min((each for each in own), key=lambda each: (abs(order.index(each) - at), order.index(each)), default="")


def _reason(mood: str, spoken: _Spoken, scenario: Scenario) -> tuple[str, Mapping[str, str]]:
    stretch = spoken.world.moods[mood]
    if not stretch or stretch[0][1] < whole_points(scenario.anger.calmest):
        return "never", {"calmest": str(whole_points(scenario.anger.calmest))}
    least, most = stretch[0]
    needs = f"{least}-{most}"
    if spoken.path == ("opening",):
        return "opening", {"needs": needs, "start": str(whole_points(_calmest_start(scenario)))}
    for condition in spoken.when.conditions:
        points = str(condition.number // 1000)
        if condition.word == "anger_at_most" and condition.number < least * 1000:
            return "main", {"needs": needs, "wants": f"at most {points}"}
        if condition.word == "anger_at_least" and condition.number > most * 1000:
            return "main", {"needs": needs, "wants": f"at least {points}"}
    return "other", {"needs": needs}
