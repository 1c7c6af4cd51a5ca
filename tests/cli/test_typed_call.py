"""``call --typed``, ``sessions``, ``replay``: what a trainer without a microphone uses, and what scripts read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.places import ROOT

GOOD = """Hello, this is Alex, how can I help you?
I am really sorry that you waited two weeks for the wrong lamp. I will take care of this for you.
What is your order number?
I will send you the right lamp today.
"""


def run(*words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Run the program and return what it printed."""
    return subprocess.run(
        [sys.executable, "main.py", *words], cwd=ROOT, input=typed, capture_output=True, text=True, check=False, timeout=120
    )


def call(typed: str, out: Path, *more: str) -> list[dict[str, object]]:
    """Play the short call and return its rows."""
    done = run("call", "tests/support/short-call.yaml", "--typed", "--json", "--out", str(out), *more, typed=typed)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_good_call_is_resolved_and_summed_up_in_the_promised_shape(tmp_path: Path) -> None:
    rows = call(GOOD, tmp_path)
    summary = rows[-1]
    promised = "type session scenario seed ending turns temper skills faults score report".split()
    assert list(summary) == promised
    assert summary["type"] == "summary" and summary["ending"] == "solved"
    assert set(summary["temper"]) == {"start", "highest", "end"}  # type: ignore[arg-type]
    assert summary["skills"]["apologise"]["outcome"] == "met"  # type: ignore[index]
    assert Path(str(summary["report"])).is_file()
    assert {row["type"] for row in rows} == {"caller", "trainee", "temper", "stage", "ending", "summary"}


def test_replay_checks_equal_and_notices_a_changed_byte(tmp_path: Path) -> None:
    session = str(call(GOOD, tmp_path)[-1]["session"])
    assert run("replay", session, "--check").returncode == 0
    card = Path(session, "scorecard.json")
    card.write_text(card.read_text().replace('"score":', '"score": '))
    changed = run("replay", session, "--check")
    assert changed.returncode == 1 and "scorecard.json, line 1" in changed.stdout


def test_a_replayed_call_tells_the_same_rows(tmp_path: Path) -> None:
    rows = call(GOOD, tmp_path)
    again = run("replay", str(rows[-1]["session"]), "--json")
    assert [json.loads(line) for line in again.stdout.splitlines()] == rows


def test_silence_and_interruption_have_their_actions(tmp_path: Path) -> None:
    rows = call("/silence 4\n/silence 6\n/interrupt no no listen to me\n/hangup\n", tmp_path)
    sources = [row["source"] for row in rows if row["type"] == "caller"]
    assert sources[:2] == ["opening", "silence-1"]
    assert rows[-1]["faults"]["interrupt"] == 1  # type: ignore[index]
    assert rows[-1]["ending"] == "trainee-hung-up"


def test_the_end_of_the_input_hangs_up(tmp_path: Path) -> None:
    assert call("Hello\n", tmp_path)[-1]["ending"] == "trainee-hung-up"


def test_an_unknown_action_is_named_and_costs_nothing(tmp_path: Path) -> None:
    done = run("call", "tests/support/short-call.yaml", "--typed", "--out", str(tmp_path), typed="Hello\n/dance\n")
    assert done.returncode == 0 and "'/dance' is no action." in done.stderr and "/silence SECONDS" in done.stderr


def test_sessions_lists_what_was_recorded(own_data_folder: Path) -> None:
    assert "No sessions yet" in run("sessions").stdout
    done = run("call", "tests/support/short-call.yaml", "--typed", "--json", typed=GOOD)
    summary = json.loads(done.stdout.splitlines()[-1])
    (row,) = json.loads(run("sessions", "--json").stdout)
    assert row["path"] == summary["session"] and row["score"] == summary["score"]


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (("call", "no-such-scenario", "--typed"), 2, "There is no such scenario file."),
        (("replay", "/no/such/session"), 2, "There is no session folder here."),
        (("demo", "--bot", "nobody"), 2, "There is no bot called 'nobody'."),
        (("dance",), 2, "No such command"),
    ],
)
def test_wrong_usage_is_one_sentence_and_status_2(words: tuple[str, ...], status: int, sentence: str) -> None:
    done = run(*words)
    assert done.returncode == status and sentence in done.stderr and "Traceback" not in done.stderr


def test_a_broken_scenario_is_named_with_line_and_column(tmp_path: Path) -> None:
    text = (ROOT / "tests" / "support" / "short-call.yaml").read_text("utf-8")
    broken = tmp_path / "broken.yaml"
    broken.write_text(text.replace("repeat: always", "repaet: always", 1), "utf-8")
    line = next(number for number, each in enumerate(broken.read_text("utf-8").splitlines(), 1) if "repaet" in each)
    done = run("call", str(broken), "--typed")
    assert done.returncode == 1 and f"{broken}:{line}:5" in done.stderr and "'repeat'" in done.stderr


def test_a_missing_model_is_one_sentence_and_status_3(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMULATOR_MODEL", str(tmp_path))
    done = run("demo")
    assert done.returncode == 3 and "model" in done.stderr and "model install" in done.stderr and "Traceback" not in done.stderr


def test_a_full_or_unwritable_place_is_one_sentence_and_status_3(tmp_path: Path) -> None:
    blocked = tmp_path / "a-file"
    blocked.write_text("not a folder")
    done = run("call", "tests/support/short-call.yaml", "--typed", "--out", str(blocked), typed="Hello\n")
    assert done.returncode == 3 and "The disk does not take any more here" in done.stderr
