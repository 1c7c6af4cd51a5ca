"""A scenario of an older format is brought up to date: every change is said, and nothing is written unless somebody asks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from simulator.cli import entry
from simulator.problems import ProblemError
from simulator.scenario.mending.upgrade import upgraded
from simulator.scenario.reading import read_scenario
from tests.support.places import ROOT

OLD = ROOT / "tests" / "old_formats" / "0" / "late-parcel.yaml"
TEXT = OLD.read_text("utf-8")
EXAMPLE = ROOT / "scenarios" / "billing-double-charge.yaml"


def test_an_old_scenario_can_be_played_after_its_upgrade() -> None:
    assert read_scenario(TEXT.encode(), "old.yaml").errors()[0].code == "SC107"
    new = upgraded(TEXT)
    reading = read_scenario(new.text.encode(), "new.yaml")
    assert not reading.errors()
    assert reading.scenario is not None
    assert reading.scenario.company_at_fault == "unknown"
    assert (reading.scenario.caller.patience, reading.scenario.caller.loyalty) == (400, 0)
    assert [stage.place for stage in reading.scenario.stages][:2] == ["venting", "understanding"]
    assert [ending.id for ending in reading.scenario.endings if ending.best] == ["solved"]
    assert upgraded(new.text).changes == ()


def test_every_change_is_said_in_words() -> None:
    said = "\n".join(upgraded(TEXT).changes)
    for words in (
        "format 0 becomes format 1",
        "7.5 becomes 8",
        "learning_goals are a list now",
        "company_at_fault is new and says unknown",
        "temper 1.08 (triggers x 1.08) becomes patience 0.4 (triggers x 1.08).",
        "forgiveness 0.5 (soothers x 0.5) becomes loyalty 0 (soothers x 0.7). loyalty goes from 0 to 1, so the effect is not the same",
        "'venting' gets place: venting",
        "'third' stands; this could not be told",
        "'solved' is marked with best: true",
    ):
        assert words in said


def test_comments_stay() -> None:
    assert re.findall("#.*", upgraded(TEXT).text) == re.findall("#.*", TEXT)


@pytest.mark.parametrize(
    ("temper", "patience"),
    [("1.4", "0"), ("0.6", "1"), ("1", "0.5"), ("1.1", "0.38"), ("3", "0"), ("0", "1")],
)
def test_temper_becomes_patience_by_the_formula(temper: str, patience: str) -> None:
    new = upgraded(TEXT.replace("temper: 1.08", f"temper: {temper}")).text
    assert re.search(rf"(?m)^  patience: {patience} ", new)


def test_a_multiplier_beside_its_successor_goes() -> None:
    new = upgraded(TEXT.replace("  temper: 1.08 ", "  patience: 0.3\n  temper: 1.08 "))
    assert "temper" not in new.text.split("caller:")[1]
    assert any("temper is gone" in words for words in new.changes)


def test_the_present_format_has_nothing_to_change() -> None:
    text = EXAMPLE.read_text("utf-8")
    assert upgraded(text).text == text
    assert upgraded(text).changes == ()


@pytest.mark.parametrize("text", ["format: 2\nid: x\n", "tests: 0\n", "a: [\n", "- a\n"])
def test_what_cannot_be_upgraded_is_said(text: str) -> None:
    with pytest.raises(ProblemError):
        upgraded(text)


def test_the_command_line_writes_only_when_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "old.yaml"
    file.write_bytes(OLD.read_bytes())
    assert entry.main(["upgrade", str(file)]) == 0
    shown = capsys.readouterr().out
    assert "-format: 0\n+format: 1\n" in shown and "Nothing is written yet." in shown
    assert file.read_bytes() == OLD.read_bytes()
    assert entry.main(["upgrade", str(file), "--out", str(tmp_path / "new.yaml")]) == 0
    assert (tmp_path / "new.yaml").read_text("utf-8") == upgraded(TEXT).text
    assert file.read_bytes() == OLD.read_bytes()
    assert entry.main(["upgrade", str(file), "--out", str(tmp_path / "new.yaml")]) == 2
    assert entry.main(["upgrade", str(file), "--write"]) == 0
    assert file.read_text("utf-8") == upgraded(TEXT).text
    assert (tmp_path / "old.yaml.bak").read_bytes() == OLD.read_bytes()
    capsys.readouterr()
    assert entry.main(["upgrade", str(file)]) == 0
    assert "nothing to change" in capsys.readouterr().out


def test_fix_shows_what_it_does_and_keeps_the_file_as_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "slips.yaml"
    before = b"\xef\xbb\xbf" + EXAMPLE.read_bytes().replace(b"go_to: facts", b"go_to: fact").replace(b"\n", b"\r\n")
    file.write_bytes(before)
    assert entry.main(["lint", "--fix", str(file)]) == 0
    shown = capsys.readouterr()
    assert " error " not in shown.out
    assert "-    go_to: fact\n+    go_to: facts\n" in shown.err
    assert "slips.yaml.bak" in shown.err
    assert file.read_bytes() == before.replace(b"go_to: fact\r", b"go_to: facts\r")
    assert (tmp_path / "slips.yaml.bak").read_bytes() == before
    assert entry.main(["lint", "--fix", str(file)]) == 0
    assert (tmp_path / "slips.yaml.bak").read_bytes() == before, "nothing to fix, so the copy stays"


def test_fix_leaves_alone_what_only_a_person_knows(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    file.write_bytes(b"a: [" + b"x" * 1_100_000)
    assert entry.main(["lint", "--fix", str(file)]) == 1
    assert file.stat().st_size == 1_100_004
    file.write_bytes(EXAMPLE.read_bytes().replace(b"hangs_up_at: 96", b"hangs_up_at: 960"))
    assert entry.main(["lint", "--fix", str(file)]) == 1
    assert b"hangs_up_at: 960" in file.read_bytes()
