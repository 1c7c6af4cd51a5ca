"""``demo``: one whole call without a person or a sound card, scored."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from simulator.cli.call import printer
from simulator.cli.narration import Narrator
from simulator.cli.summary import print_result
from simulator.live.assemble import read_script
from simulator.live.demo_call import DemoCall
from simulator.live.opening import Terms
from simulator.model_files import model_folder
from simulator.problems import Problem, ProblemError
from simulator.robots.bots import BOTS


def demo(
    scenario: Annotated[Path, typer.Option(help="The scenario: a file, or the id of one that came along.")] = Path(
        "billing-double-charge"
    ),
    seed: Annotated[int, typer.Option(help="Seed of the variation and of the trainee's wording.")] = 0,
    out: Annotated[Path | None, typer.Option(help="Where the session's folder is made.")] = None,
    bot: Annotated[str, typer.Option(help=f"The synthetic trainee: {', '.join(BOTS)}.")] = "calm",
    json_output: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
    audio: Annotated[bool, typer.Option("--audio/--no-audio", help="Keep the sound; it is all synthetic.")] = True,
) -> int:
    """Play one whole call: the caller by text-to-speech, a synthetic trainee through the real recogniser; score it."""
    if bot not in BOTS:
        raise ProblemError(Problem("usage", f"There is no bot called '{bot}'.", f"Choose one of: {', '.join(BOTS)}."))
    terms = Terms(seed=seed, made_by="demo", trainee="Synthetic trainee", keeps_sound=audio, out=out)
    call = DemoCall(read_script(scenario), terms, BOTS[bot], model_folder(), Narrator(printer(json_output)))
    call.run(lambda text: print(text, file=sys.stderr) if text else None)
    assert call.session is not None and call.state is not None and call.scorecard is not None
    for notice in call.notices:
        print(notice, file=sys.stderr)
    print_result(call.session, call.state, call.scorecard, json_output, call.recall())
    return 0
