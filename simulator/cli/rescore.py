"""``rescore``: marks recorded calls once more, keeps the new card beside the old one, and prints what differs."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Annotated

import typer

from simulator.problems import Problem, ProblemError
from simulator.scoring.wording import OUTCOME_WORDS
from simulator.session.rescored_file import Rescored, corrections_from, rescore_session
from simulator.session.rescoring import Correction, RowChange
from simulator.session.rubric_file import rubric_bytes

_LONGEST_LABEL = 38


def rescore(
    session: Annotated[list[Path] | None, typer.Argument(metavar="SESSION...", help="Session folders.")] = None,
    rubric: Annotated[Path | None, typer.Option("--rubric", help="Mark by this rubric; else by the session's own.")] = None,
    corrections: Annotated[
        Path | None, typer.Option("--corrections", help='What was really said: lines of {"turn": 3, "text": "..."}.')
    ] = None,
    json_output: Annotated[bool, typer.Option("--json", help="Print one JSON object a session.")] = False,
    print_rubric: Annotated[bool, typer.Option("--print-rubric", help="Print the house rubric, to make one of your own of it.")] = False,
) -> int:
    """Mark recorded calls once more; the first card stays as it is."""
    if print_rubric:
        print(rubric_bytes().decode("utf-8"), end="")
        return 0
    if not session:
        raise ProblemError(Problem("usage", "No session was named.", "Name a session's folder; main.py sessions lists them."))
    right = _corrections(corrections)
    if right and len(session) > 1:
        raise ProblemError(Problem("usage", "Corrections belong to one call.", "Name one session."))
    data = rubric_bytes(rubric) if rubric else None
    for path in session:
        result = rescore_session(path, data, str(rubric or ""), right)
        print(_row(result) if json_output else _table(result), flush=True)
    return 0


def _corrections(file: Path | None) -> tuple[Correction, ...]:
    if file is None:
        return ()
    try:
        return corrections_from(file.read_text("utf-8"))
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise ProblemError(Problem("usage", f"The corrections can't be read ({reason}).", "Check the file.", str(file))) from error
    except ValueError as error:
        remedy = 'Write one a line: {"turn": 3, "text": "what was said"}'
        raise ProblemError(Problem("usage", f"The corrections can't be understood ({error}).", remedy, str(file))) from error


def _row(result: Rescored) -> str:
    difference = dataclasses.asdict(result.difference)
    row = {"session": str(result.path), "scorecard": str(result.file), "written": result.written, **difference}
    return json.dumps(row, ensure_ascii=False)


def _table(result: Rescored) -> str:
    difference = result.difference
    same = (difference.score_before, difference.passed_before) == (difference.score_after, difference.passed_after)
    lines = [f"{result.path}: score {difference.score_before} -> {difference.score_after}{'' if same else _passed(result)}"]
    if difference.rows:
        lines.append(f"  {'':{_LONGEST_LABEL}} {'before':22} {'after':22} weight")
    lines += [_line(row) for row in difference.rows]
    lines += [f"  no longer: {fault}" for fault in difference.gone]
    lines += [f"  new: {fault}" for fault in difference.new]
    if not difference.rows and not difference.gone and not difference.new:
        lines.append("  Nothing differs, byte for byte." if not result.written else "  No row differs.")
    lines.append(f"  {'Kept as' if result.written else 'Is the same as'} {result.file}")
    return "\n".join(lines)


def _line(row: RowChange) -> str:
    return f"  {row.label:{_LONGEST_LABEL}} {_cell(row, True):22} {_cell(row, False):22} {_weight(row)}".rstrip()


def _passed(result: Rescored) -> str:
    before, after = result.difference.passed_before, result.difference.passed_after
    if before == after:
        return ""
    return ", now passed" if after else ", no longer passed"


def _cell(row: RowChange, before: bool) -> str:
    outcome, credit = (row.outcome_before, row.credit_before) if before else (row.outcome_after, row.credit_after)
    if not outcome:
        return "not on the card"
    share = f" {credit / 10:.0f} %" if outcome in ("met", "partly", "missed") else ""
    return f"{OUTCOME_WORDS[outcome]}{share}"


def _weight(row: RowChange) -> str:
    return str(row.weight_after) if row.weight_before == row.weight_after else f"{row.weight_before} -> {row.weight_after}"
