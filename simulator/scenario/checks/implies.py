"""Whether conditions can be true together, and whether one follows from another.

The answer "impossible" is always right; the answer "possible" may be wrong, because a search that becomes long is given up. So a
check that reports what is impossible never raises a false alarm, and no file can keep it busy.
"""

from __future__ import annotations

from collections.abc import Iterable

from simulator.scenario.checks.formula import (
    EVER,
    SILENCE,
    STAGE_TURNS,
    TURNS,
    Every,
    Formula,
    Some,
    Variable,
    Within,
    World,
    formula_of,
    opposite,
)
from simulator.scenario.model import When

#: A search looks at so many parts of formulas and then gives up. A ``when`` of a trainer takes some dozens.
MOST_STEPS = 4_000

Box = dict[Variable, tuple[int, int]]


def implies(a: When, b: When, world: World) -> bool:
    """Return True only if ``b`` holds at every moment at which ``a`` does; False where that could not be shown."""
    return not possible((formula_of(a, world), opposite(formula_of(b, world))), world)


def possible(formulas: Iterable[Formula], world: World) -> bool:
    """Return False only if there is no moment at which all of these hold; True where none could be ruled out."""
    return _Search(world).all_of(formulas)


class _Search:
    """One search for a moment: bounds are narrowed, what follows is followed, and of several ways each is tried."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._steps = MOST_STEPS

    def all_of(self, formulas: Iterable[Formula]) -> bool:
        box: Box = {}
        open_: list[Some] = []
        return all(self._hold(each, box, open_) for each in formulas) and self._goes_on(box, open_)

    def _goes_on(self, box: Box, open_: list[Some]) -> bool:
        """Return whether one of the parts of every open "some" can hold within these bounds."""
        settled = self._settled(box, open_)
        if settled is None:
            return False
        if not settled or self._steps <= 0:
            return True
        choice = min(settled, key=lambda some: len(some.parts))
        rest = [some for some in settled if some is not choice]
        for part in choice.parts:
            inner, inner_open = dict(box), list(rest)
            if self._hold(part, inner, inner_open) and self._goes_on(inner, inner_open):
                return True
        return False

    def _settled(self, box: Box, open_: list[Some]) -> list[Some] | None:
        """Return what stays open once everything that has only one way left is narrowed; None if something has no way left."""
        while True:
            left: list[Some] = []
            narrowed = False
            for some in open_:
                ways = self._ways(some, box)
                if ways is None:
                    continue
                if not ways:
                    return None
                if len(ways) > 1:
                    left.append(Some(ways))
                    continue
                narrowed = True
                if not self._hold(ways[0], box, left):
                    return None
            open_ = left
            if not narrowed or self._steps <= 0:
                return open_

    def _ways(self, some: Some, box: Box) -> tuple[Formula, ...] | None:
        """Return the parts that can still hold; None if one of them holds already."""
        ways = []
        for part in some.parts:
            verdict = self._verdict(part, box)
            if verdict:
                return None
            if verdict is None:
                ways.append(part)
        return tuple(ways)

    def _verdict(self, formula: Formula, box: Box) -> bool | None:
        """Return whether it holds everywhere or nowhere within these bounds; None if that is not seen at a glance."""
        self._steps -= 1
        if isinstance(formula, Within):
            least, most = self._bounds(formula.variable, box)
            if formula.least <= least and most <= formula.most:
                return True
            return False if most < formula.least or formula.most < least else None
        decided = isinstance(formula, Some)
        every = True
        for part in formula.parts:
            verdict = self._verdict(part, box)
            if verdict is decided:
                return decided
            every = every and verdict is not None
        return not decided if every else None

    def _hold(self, formula: Formula, box: Box, open_: list[Some]) -> bool:
        """Narrow the bounds so that it holds; return whether that leaves anything."""
        self._steps -= 1
        if isinstance(formula, Within):
            return self._narrow(box, formula.variable, formula.least, formula.most)
        if isinstance(formula, Every):
            return all(self._hold(part, box, open_) for part in formula.parts)
        open_.append(formula)
        return bool(formula.parts)

    def _bounds(self, variable: Variable, box: Box) -> tuple[int, int]:
        return box.get(variable) or self._world.bounds_of(variable)

    def _narrow(self, box: Box, variable: Variable, least: int, most: int) -> bool:
        old = self._bounds(variable, box)
        new = (max(old[0], least), min(old[1], most))
        if new[0] > new[1]:
            return False
        box[variable] = new
        return new == old or self._follows(box, variable, *new)

    def _follows(self, box: Box, variable: Variable, least: int, most: int) -> bool:
        """Narrow what hangs on a variable: what is heard now was heard, and nobody is silent who is heard."""
        kind, name = variable
        if kind in ("heard", "asked") and least and not self._narrow(box, SILENCE, 0, 0):
            return False
        if kind == "heard" and least:
            return self._narrow(box, ("times", name), 1, EVER)
        if kind == "times" and not most:
            return self._narrow(box, ("heard", name), 0, 0)
        if variable == STAGE_TURNS:
            return self._narrow(box, TURNS, least, EVER)
        return variable != TURNS or self._narrow(box, STAGE_TURNS, 0, most)
