"""What can go wrong, as values: what happened, where, and what to do about it.

Two families of error are kept apart everywhere. A ``Problem`` is about the environment or about what somebody wrote; it is
explained to the person in three short sentences and never comes with a traceback. Anything else that escapes is a mistake of ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Family = Literal["authoring", "machine", "recording", "setting", "usage"]

#: Exit status of the command line by family: the input has findings, wrong usage, something the machine lacks.
EXIT_STATUS: dict[Family, int] = {"authoring": 1, "recording": 1, "usage": 2, "setting": 2, "machine": 3}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that went wrong, in words for the person who can mend it."""

    family: Family
    what: str
    remedy: str
    #: A file, ``FILE:LINE:COL``, a device name, or nothing.
    where: str = ""

    def sentence(self) -> str:
        """Return where, what and remedy as one line of text."""
        start = f"{self.where}: " if self.where else ""
        return f"{start}{self.what} {self.remedy}".strip()


class ProblemError(Exception):
    """Carries a ``Problem`` to whoever can show it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.sentence())
        self.problem = problem

    @property
    def exit_status(self) -> int:
        """The command line's exit status for this problem (1, 2 or 3)."""
        return EXIT_STATUS[self.problem.family]


def machine_lacks(what: str, remedy: str, where: str = "") -> ProblemError:
    """Return the error for a missing model, voice, sound device or disk."""
    return ProblemError(Problem("machine", what, remedy, where))
