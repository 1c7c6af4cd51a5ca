"""A recorded call of a scenario with packs is played again as it was, whatever has become of the packs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.cli.entry import main
from simulator.scenario.code_book import smallest_scenario

PACK = """pack: 1
id: polite
version: "1.0.0"
title: Polite callers
language: en-GB
reactions:
  - {id: thanked, when: {heard: thank}, repeat: always, say: "You're welcome, I'm sure."}
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SIMULATOR_HOME", str(tmp_path))
    for folder in ("packs", "scenarios"):
        (tmp_path / folder).mkdir()
    (tmp_path / "packs" / "polite.yaml").write_text(PACK, "utf-8")
    (tmp_path / "scenarios" / "late.yaml").write_text(smallest_scenario() + 'uses: ["pack:polite@1"]\n', "utf-8")
    return tmp_path


def play(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("sys.stdin", iter(["Hello, this is support.\n", "Thank you for waiting.\n"]))
    assert main(["call", "late", "--typed", "--json", "--out", str(home / "out")]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert "You're welcome, I'm sure." in [row.get("text") for row in rows]
    return Path(rows[-1]["session"])


def test_the_recording_needs_no_packs(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    session = play(home, capsys, monkeypatch)
    assert "You're welcome, I'm sure." in (session / "scenario.yaml").read_text("utf-8")
    for change in (PACK.replace("I'm sure", "and goodbye"), PACK.replace("1.0.0", "2.0.0"), "nonsense: ["):
        (home / "packs" / "polite.yaml").write_text(change, "utf-8")
        assert main(["replay", str(session), "--check"]) == 0, capsys.readouterr().err
    (home / "packs" / "polite.yaml").unlink()
    assert main(["replay", str(session), "--check"]) == 0, capsys.readouterr().err


def test_a_scenario_whose_pack_is_missing_is_refused_before_the_call(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "packs" / "polite.yaml").unlink()
    assert main(["call", "late", "--typed", "--out", str(home / "out")]) == 1
    assert "There is no pack called 'polite' here." in capsys.readouterr().err
