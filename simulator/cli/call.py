"""``call``: take a call in the terminal, typed or by voice."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from simulator.call.state import CallState
from simulator.cli.narration import Narrator, Row, for_people, json_line
from simulator.cli.summary import print_result
from simulator.live.assemble import read_script
from simulator.live.live_call import LiveCall
from simulator.live.opening import Terms
from simulator.live.typed_call import TypedCall
from simulator.problems import ProblemError


def call(
    file: Annotated[Path, typer.Argument(help="The scenario: a file, or the id of one that came along.")],
    typed: Annotated[bool, typer.Option("--typed", help="Type the replies, one a line on standard input.")] = False,
    seed: Annotated[int, typer.Option(help="Seed of the variation.")] = 0,
    out: Annotated[Path | None, typer.Option(help="Where the session's folder is made.")] = None,
    json_output: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
    audio: Annotated[bool, typer.Option("--audio/--no-audio", help="Keep the sound of a spoken call.")] = False,
    baseline: Annotated[
        bool, typer.Option("--baseline", help="Read two sentences before a spoken call, so that loudness is compared with your own voice.")
    ] = False,
) -> int:
    """Take a call. Typed lines that start with / are actions: /silence 6, /interrupt TEXT, /hold, /transfer, /hangup."""
    script = read_script(file)
    if not typed:
        from simulator.cli.spoken import take_spoken

        return take_spoken(script, Terms(seed=seed, out=out, keeps_sound=audio), json_output, baseline)
    live = TypedCall(script, Terms(seed=seed, typed=True, out=out))
    live.watch(Narrator(printer(json_output)))
    live.answer()
    for line in sys.stdin:
        if live.stand != "live":
            break
        live.type_reply(line)
        if live.problem and live.stand == "live":
            print(live.problem.sentence(), file=sys.stderr)
    if live.stand == "live":
        live.type_reply("/hangup")
    return finish(live, json_output)


def printer(json_output: bool) -> Callable[[Row, CallState], None]:
    """Return the function that prints rows."""

    def tell(row: Row, state: CallState) -> None:
        text = json_line(row) if json_output else for_people(row, state)
        if text:
            print(text, flush=True)

    return tell


def finish(live: LiveCall, json_output: bool) -> int:
    """Print card and summary of a call that is over, write its report, and return the exit status.

    Raises:
        ProblemError: the call could not be finished.
    """
    if live.stand == "failed" or live.scorecard is None or live.state is None or live.session is None:
        assert live.problem is not None
        raise ProblemError(live.problem)
    print_result(live.session, live.state, live.scorecard, json_output)
    return 0
