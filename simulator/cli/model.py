"""``model install | status | path``: the recognition model on this machine."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from simulator.model_files import model_folder
from simulator.problems import EXIT_STATUS

app = typer.Typer(
    help="The speech recognition model: install it, check it, say where it is.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)


@app.command()
def install(
    source: Annotated[
        Path | None, typer.Option("--from", metavar="FILE", help="A folder, .zip or .aar that holds the model.", show_default=False)
    ] = None,
) -> None:
    """Install the recognition model, every file checked by its SHA-256; prints the folder."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        DownloadColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
    )

    from simulator import model_install

    columns = SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), DownloadColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("looking for the model", total=None)

        def show(what: str, done: int, total: int) -> None:
            bar.update(task, description=what, completed=done, total=total or None)

        folder = model_install.install(source, show)
    print(folder)


@app.command()
def status() -> int:
    """Read every byte of the model and say whether it is what its maker published."""
    from simulator import model_install

    found = model_install.status()
    if found.stand == "sound":
        print(found.sentence())
        return 0
    print(found.sentence(), file=sys.stderr)
    return EXIT_STATUS["machine"]


@app.command()
def path() -> None:
    """Print the folder of the installed model."""
    print(model_folder())
