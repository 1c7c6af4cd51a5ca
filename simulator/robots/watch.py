"""Watches every condition of a scenario over many turns: was it ever true, was it ever false?

A condition is looked at whenever the caller looks at it: those of a beat while its stage is on, those of endings and reactions at every
reply. Once both have been seen a few times it is let alone; what is left are the conditions that a trainer may want to hear about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from simulator.call.conditions import Check, Moment, check_of_condition
from simulator.call.state import Story
from simulator.robots.leads import conditions_of
from simulator.scenario.model import Condition, Scenario, When

#: Seen so often both true and false, a condition is no longer watched.
ENOUGH = 20
#: Only speech that is heard while it lasts, or nobody speaking, can make these true.
_OUT_OF_REACH = frozenset({"talking_seconds_at_least", "silence_seconds_at_least"})


@dataclass(frozen=True, slots=True)
class ConditionTally:
    """How often one condition was true and false when it was looked at."""

    #: What it belongs to: "beat vent-soften", "ending resolved", "stage facts done_when".
    where: str
    #: The condition in the file's words: "anger_at_most: 52".
    condition: str
    true: int
    false: int


@dataclass(slots=True)
class _Watched:
    """One condition; ``late`` is looked at when the turn is over, as endings and stages do."""

    number: int
    check: Check
    late: bool
    true: int = 0
    false: int = 0


class Watch:
    """The conditions that are still watched, by stage."""

    def __init__(self, scenario: Scenario) -> None:
        self._all = [
            _Watched(number, check_of_condition(condition), late)
            for number, (_, _, late, condition) in enumerate(_conditions(scenario))
        ]
        belongs = [stage for _, stage, _, _ in _conditions(scenario)]
        self._open = {
            stage.id: [each for each, own in zip(self._all, belongs, strict=True) if own in ("", stage.id)]
            for stage in scenario.stages
        }

    def look(self, stage: str, heard_at: tuple[Story, Moment], after: Story) -> None:
        """Look at what is still open in the stage in which the reply was given."""
        story, moment = heard_at
        if after.stage != stage:
            after = replace(after, turns_in_stage=story.turns_in_stage)
        settled = False
        for each in self._open[stage]:
            if each.check(after if each.late else story, moment):
                each.true += 1
            else:
                each.false += 1
            settled = settled or (each.true >= ENOUGH and each.false >= ENOUGH)
        if settled:
            self._open = {
                name: [each for each in watched if each.true < ENOUGH or each.false < ENOUGH]
                for name, watched in self._open.items()
            }

    def seen(self) -> tuple[tuple[int, int], ...]:
        """Return for every condition, in file order, how often it was true and false."""
        return tuple((each.true, each.false) for each in self._all)


def tallies(scenario: Scenario, seen: Iterable[tuple[tuple[int, int], ...]]) -> tuple[ConditionTally, ...]:
    """Return what several watches have seen together."""
    totals = [(sum(true for true, _ in each), sum(false for _, false in each)) for each in zip(*seen, strict=True)]
    return tuple(
        ConditionTally(where, words_of(condition), *total)
        for (where, _, _, condition), total in zip(_conditions(scenario), totals, strict=True)
    )


def words_of(condition: Condition) -> str:
    """Return a condition as the file writes it: "anger_at_most: 52", "heard_any: [recap, thank]"."""
    ids = ", ".join(condition.ids)
    if condition.word == "heard_times":
        return f"heard_times: {{what: {ids}, at_least: {condition.number}}}"
    if condition.ids:
        return f"{condition.word}: [{ids}]" if condition.word.endswith(("_any", "_all")) else f"{condition.word}: {ids}"
    thousandths = condition.word.startswith(("anger", "talking", "silence"))
    return f"{condition.word}: {condition.number / 1000 if thousandths else condition.number:g}"


def _conditions(scenario: Scenario) -> Iterator[tuple[str, str, bool, Condition]]:
    """Yield what each condition belongs to, its stage ("" for any), whether it is looked at late, and itself."""
    for where, stage, late, when in _whens(scenario):
        for condition in conditions_of(when):
            if condition.word not in ("any_of", "none_of") and condition.word not in _OUT_OF_REACH:
                yield where, stage, late, condition


def _whens(scenario: Scenario) -> Iterator[tuple[str, str, bool, When]]:
    for beat in scenario.beats:
        yield f"beat {beat.id}", beat.stage, False, beat.when
    for beat in scenario.reactions:
        yield f"reaction {beat.id}", "", False, beat.when
    for interruption in scenario.interruptions:
        yield f"interruption {interruption.id}", "", False, interruption.when
    for stage in scenario.stages:
        ways: Mapping[str, When | None] = {"done_when": stage.done_when, "back_when": stage.back_when}
        for name, when in ways.items():
            if when is not None:
                yield f"stage {stage.id} {name}", stage.id, True, when
    for ending in scenario.endings:
        yield f"ending {ending.id}", "", True, ending.when
