"""``check``: what is ready for a spoken call, and what to do about the rest."""

from __future__ import annotations

import dataclasses
import json
import sys
from typing import Annotated

import typer

from simulator import settings
from simulator.live.preflight import can_call, preflight
from simulator.problems import EXIT_STATUS


def check(json_output: Annotated[bool, typer.Option("--json", help="Print a JSON list.")] = False) -> int:
    """Say what is ready for a call, and what to do about the rest."""
    stored, problems = settings.read()
    for problem in problems:
        print(problem.sentence(), file=sys.stderr)
    items = []
    for item in preflight(stored):
        items.append(item)
        if not json_output:
            print(f"{item.name + ':':13}{item.sentence()}")
    if json_output:
        print(json.dumps([{**dataclasses.asdict(item), "sentence": item.sentence()} for item in items], ensure_ascii=False))
    return 0 if can_call(items) else EXIT_STATUS["machine"]
