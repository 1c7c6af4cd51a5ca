"""``upgrade``: brings a scenario of an older format to the present one, and says every change before anything is written.

Without ``--write`` or ``--out`` nothing is written. A file in the present format is told so: silence would look like success.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from simulator import scenario_files
from simulator.cli.lint_fix import BACKUP, difference
from simulator.problems import Problem, ProblemError
from simulator.scenario.mending.upgrade import upgraded
from simulator.session.folder import write_whole


def upgrade(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A scenario file.")],
    write: Annotated[bool, typer.Option("--write", help="Write the file anew; NAME.yaml.bak stays as it was.")] = False,
    out: Annotated[Path | None, typer.Option("--out", metavar="F", help="Write the new text to another file.")] = None,
) -> int:
    """Show what a scenario of an older format needs to be of the present one, and write it when asked."""
    if write and out is not None:
        raise ProblemError(Problem("usage", "--write and --out were both given.", "Choose one."))
    data = scenario_files.scenario_bytes(file)
    try:
        new = upgraded(_text(data, file))
    except ProblemError as error:
        raise ProblemError(replace(error.problem, where=f"{file} {error.problem.where}".rstrip())) from None
    if not new.changes:
        print(f"{file}: nothing to change. It is in the present format.")
        return 0
    for words in new.changes:
        print(f"{file}: {words}")
    print()
    print(difference(_text(data, file), new.text, str(file)), end="")
    for finding in scenario_files.check_file(file, data=new.text.encode()).errors()[:10]:
        print(f"{finding.where()} {finding.severity} {finding.code} {finding.message} (after the upgrade)")
    _write(file, out, data, new.text, write)
    return 0


def _write(file: Path, out: Path | None, before: bytes, text: str, write: bool) -> None:
    if write:
        write_whole(file.with_name(file.name + BACKUP), before)
        write_whole(file, text.encode())
        print(f"\n{file} is written. The file as it was: {file.name}{BACKUP}")
    elif out is not None:
        if out.exists():
            raise ProblemError(Problem("usage", "There is already a file of this name.", "Choose another name.", str(out)))
        write_whole(out, text.encode())
        print(f"\n{out} is written; {file} is as it was.")
    else:
        print("\nNothing is written yet. Add --write to change the file, or --out F for a new one.")


def _text(data: bytes, file: Path) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise ProblemError(Problem("authoring", "The file is not in UTF-8.", f"Check it with: main.py lint {file}", str(file))) from None
