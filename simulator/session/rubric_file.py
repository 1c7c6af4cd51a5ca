"""Reads a rubric from the disk: the house's own, or one that a trainer wrote."""

from __future__ import annotations

from pathlib import Path

from simulator.paths import assets_folder
from simulator.problems import Problem, ProblemError
from simulator.scoring.rubric import HouseRubric, rubric_from


def house_rubric_file() -> Path:
    """Return the file of the house rubric."""
    return assets_folder() / "rubric-house.yaml"


def rubric_bytes(path: Path | None = None) -> bytes:
    """Return a rubric file's bytes, for the copy in the session; the house's without a path.

    Raises:
        ProblemError: it cannot be read.
    """
    chosen = path or house_rubric_file()
    try:
        return chosen.read_bytes()
    except OSError as error:
        remedy = "Name an existing file, or leave the option out to use the house rubric."
        raise ProblemError(Problem("usage", f"The rubric cannot be read ({error.strerror}).", remedy, str(chosen))) from error


def read_rubric(path: Path | None = None) -> HouseRubric:
    """Return the rubric of this file, or the house rubric.

    Raises:
        ProblemError: it cannot be read, or something in it is wrong (named by line, or by row and key).
    """
    return rubric_from(rubric_bytes(path), str(path or house_rubric_file()))
