"""Shares work out to processes: this one and some that are spawned; the results come in the order of the work.

This process takes from the end of the list and the others from the front, so nobody waits for long; whatever the number of processes, the
same work gives the same results. A spawned process costs a tenth of a second, which little work does not pay.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Self, TypeVar

from simulator.scenario.model import Scenario

Work = TypeVar("Work")
Result = TypeVar("Result")


class Farm:
    """Some processes that work together; used with ``with``, and the spawned ones end with it."""

    def __init__(self, processes: int) -> None:
        self._others = processes - 1
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_problem: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def results(self, task: Callable[[Scenario, Work], Result], scenario: Scenario, pieces: Sequence[Work]) -> list[Result]:
        """Return ``task(scenario, piece)`` of every piece; ``task`` must be a function of a module."""
        if self._others < 1 or len(pieces) < 2:
            return [task(scenario, piece) for piece in pieces]
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self._others, mp_context=multiprocessing.get_context("spawn"))
        theirs = [self._pool.submit(task, scenario, piece) for piece in pieces]
        mine: dict[int, Result] = {}
        for number in reversed(range(len(pieces))):
            if theirs[number].cancel():
                mine[number] = task(scenario, pieces[number])
        return [mine[number] if number in mine else future.result() for number, future in enumerate(theirs)]
