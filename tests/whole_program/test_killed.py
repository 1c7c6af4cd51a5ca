"""kill -9 at any moment leaves a session that can be opened, and loses nothing that was shown."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.session.reopen import reopen
from tests.support.places import ROOT

REPLIES = (
    "Hello, this is Alex, how can I help you?",
    "I am really sorry that you waited two weeks for the wrong lamp. I will take care of this for you.",
    "What is your order number?",
    "I will send you the right lamp today.",
)


def killed_after(rows: int, out: Path) -> list[dict[str, object]]:
    """Play a typed call and kill it as soon as it has printed so many rows; return these rows."""
    command = [sys.executable, "main.py", "call", "tests/support/short-call.yaml", "--typed", "--json", "--out", str(out)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdin and program.stdout
        program.stdin.write("\n".join(REPLIES[:-1]) + "\n")
        program.stdin.flush()
        shown = [json.loads(program.stdout.readline()) for _ in range(rows)]
        program.kill()
    return shown


@pytest.mark.parametrize("rows", [1, 2, 3, 5, 7])
def test_what_was_shown_is_in_the_session_after_kill_9(rows: int, tmp_path: Path) -> None:
    shown = killed_after(rows, tmp_path)
    (session,) = tmp_path.iterdir()
    opened = reopen(session)
    assert opened.differences == ()
    texts = [getattr(entry, "text", "") for entry in opened.state.transcript]
    for row in shown:
        if row["type"] in ("caller", "trainee"):
            assert row["text"] in texts
    assert "cut off" in " ".join(opened.notices)
    assert opened.scorecard.score >= 0


def test_a_torn_last_line_is_dropped_and_said(tmp_path: Path) -> None:
    killed_after(5, tmp_path)
    (session,) = tmp_path.iterdir()
    events = session / "events.jsonl"
    data = events.read_bytes()
    events.write_bytes(data[:-20])
    opened = reopen(session)
    assert any("torn" in notice for notice in opened.notices)


@pytest.mark.soak
@pytest.mark.parametrize("rows", range(1, 12))
@pytest.mark.parametrize("again", range(5))
def test_kill_9_many_times(rows: int, again: int, tmp_path: Path) -> None:
    killed_after(rows, tmp_path)
    (session,) = tmp_path.iterdir()
    assert reopen(session).differences == ()
