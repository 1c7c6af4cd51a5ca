"""The list of what is left to do in a call, and its price; how it is filled is the matter of ``errands``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from simulator.call.state import Story
from simulator.robots.leads import Leads

#: Cannot be done any more.
IMPOSSIBLE = 1_000.0


@dataclass(frozen=True, slots=True)
class Errand:
    """One thing that is left to do: what a reply must contain for it, and whether it can be done with the next one."""

    does: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    now: bool = True
    #: Temper to get down to (thousandths); -1: this is not about temper.
    cool_to: int = -1


@dataclass(slots=True)
class Parts:
    """What one reply must contain."""

    does: list[str] = field(default_factory=list)
    asks: list[str] = field(default_factory=list)
    offers: list[str] = field(default_factory=list)

    def add(self, other: Parts) -> None:
        """Put the other's parts to these."""
        self.does += other.does
        self.asks += other.asks
        self.offers += other.offers

    def count(self) -> int:
        """Return how many things the reply must contain."""
        return len(self.does) + len(self.asks) + len(self.offers)

    def errand(self, now: bool) -> Errand:
        """Return the reply with these parts as an errand."""
        return Errand(tuple(self.does), tuple(self.asks), tuple(self.offers), now)


#: One way to get something: puts what is left to do for it on the list, and what the reply itself must contain into the parts.
Path = Callable[["Left", Parts], None]


@dataclass(slots=True)
class Left:
    """What is left to do; grows while conditions are traced back."""

    leads: Leads
    story: Story
    #: Rotates the choice between skills of equal right.
    turn: int
    errands: dict[tuple[str, str], Errand] = field(default_factory=dict)
    cost: float = 0.0
    #: What is being traced back at the moment, so that a circle is found.
    tracing: tuple[tuple[str, str], ...] = ()
    #: Something else has to come first before what is being traced.
    blocked: bool = False

    def add(self, kind: str, name: str, errand: Errand, cost: float) -> None:
        """Put an errand on the list, once."""
        self.blocked = True
        if (kind, name) not in self.errands:
            self.errands[kind, name] = errand
            self.cost += cost

    def give_up(self) -> None:
        """Note that this cannot be done any more."""
        self.blocked = True
        self.cost += IMPOSSIBLE

    def cheapest(self, paths: Iterable[Path], parts: Parts) -> None:
        """Take the path that leaves the least to do; where there is none, give up."""
        paths = tuple(paths)
        if len(paths) == 1:
            paths[0](self, parts)
            return
        best: tuple[float, Left, Parts] | None = None
        for path in paths:
            attempt = Left(self.leads, self.story, self.turn, dict(self.errands), self.cost, self.tracing, self.blocked)
            own = Parts()
            path(attempt, own)
            score = attempt.cost + 0.1 * own.count()
            if best is None or score < best[0]:
                best = score, attempt, own
        if best is None:
            self.give_up()
            return
        _, attempt, own = best
        self.errands, self.cost, self.blocked = attempt.errands, attempt.cost, attempt.blocked
        parts.add(own)
