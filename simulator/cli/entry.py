"""The command line's door: one verb a module, and what a problem looks like on the way out.

Exit status: 0 good; 1 the input has findings; 2 wrong usage; 3 something the machine lacks. Errors go to standard error in one
sentence, results to standard output.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup

from simulator.problems import ProblemError

if TYPE_CHECKING:
    # WORKAROUND(typer 0.29): it carries its own copy of click, does not install click itself, and exports no names for these.
    from typer._click import Command, Context, HelpFormatter

#: Verb -> module of this package, with its one-line help; a module is imported only when its verb is called.
VERBS: dict[str, tuple[str, str]] = {
    "demo": ("demo", "Play one whole call with a synthetic trainee, score it and write the report."),
    "call": ("call", "Take a call in the terminal, typed or by voice."),
    "lint": ("lint", "Check scenario files."),
    "upgrade": ("upgrade", "Bring a scenario of an older format up to date."),
    "robots": ("robots", "Let robot trainees play scenarios, and judge the gates."),
    "score": ("score", "Find skills and faults in replies given as JSON lines."),
    "transcribe": ("transcribe", "Recognise sound files."),
    "speak": ("speak", "Render a line of the caller to a sound file."),
    "model": ("model", "Install the recognition model, or tell about it."),
    "check": ("check", "Say what is ready for a call, and what to do about the rest."),
    "sessions": ("sessions", "List recorded sessions."),
    "replay": ("replay", "Print a recorded call; --check recomputes it."),
    "rescore": ("rescore", "Mark a recorded call once more: another rubric, or words put right."),
    "report": ("report", "Write the report of a session."),
}


class LazyGroup(TyperGroup):
    """Lists all verbs and imports one."""

    def list_commands(self, ctx: Context) -> list[str]:
        """Return the verbs in the order of the table."""
        return list(VERBS)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        """Return the verb's command, importing its module."""
        if cmd_name not in VERBS:
            return None
        module = importlib.import_module(f"simulator.cli.{VERBS[cmd_name][0]}")
        app = getattr(module, "app", None)
        if app is not None:
            command = typer.main.get_command(app)
        else:
            command = _single(cmd_name, getattr(module, cmd_name))
        command.name = cmd_name
        return command

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the list of verbs without importing any."""
        with formatter.section("Verbs"):
            formatter.write_dl([(verb, line) for verb, (_, line) in VERBS.items()])


def _single(name: str, function: Callable[..., Any]) -> Command:
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name)(function)
    return typer.main.get_command(app)


def main(argv: list[str]) -> int:
    """Run the verb and return the exit status."""
    about = "Angry Caller: practise calming an irate caller, offline and by voice."
    group = LazyGroup(name="main.py", help=about, rich_markup_mode=None)
    try:
        result = group.main(args=argv, prog_name="main.py", standalone_mode=False)
    except ProblemError as error:
        print(error.problem.sentence(), file=sys.stderr)
        return error.exit_status
    except typer.TyperException as error:
        print(f"{error.format_message()} Type: main.py --help", file=sys.stderr)
        return 2
    except (typer.Abort, KeyboardInterrupt):
        print("Stopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()  # the reader has gone; there is nobody to tell
        return 0
    return result if isinstance(result, int) else 0
