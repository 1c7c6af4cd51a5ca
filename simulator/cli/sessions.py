"""``sessions``: list recorded sessions."""

from __future__ import annotations

import dataclasses
import json
from typing import Annotated

import typer

from simulator.session.library import sessions as recorded


def sessions(json_output: Annotated[bool, typer.Option("--json", help="Print a JSON list.")] = False) -> int:
    """List recorded sessions, the newest first."""
    rows = recorded()
    if json_output:
        print(json.dumps([{**dataclasses.asdict(row), "path": str(row.path)} for row in rows], ensure_ascii=False))
        return 0
    if not rows:
        print("No sessions yet. Take a call with:  main.py call billing-double-charge --typed")
    for row in rows:
        score = f"{row.score:3d}" if row.score >= 0 else "cut off"
        sound = "sound" if row.keeps_sound else ""
        print(f"{row.started}  {score:>7}  {row.kind.replace('_', ' '):12}  {row.title}  {sound}\n    {row.path}")
    return 0
