"""``robots`` on the command line: what is played, printed and kept, and the exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.cli.entry import main
from simulator.robots import gates
from simulator.scenario.code_book import smallest_scenario
from tests.support.places import ROOT

EXAMPLE = ROOT / "scenarios" / "billing-double-charge.yaml"
SAVED = """\
tests: 1
scenario: late-parcel
calls:
  - name: Solved
    turns:
      - {does: [apologise], expect: {says: what-now}}
      - {asks: [order_number], expect: {says: give-number}}
      - {offers: [new_parcel], expect: {says: accept}}
    expect: {ending: solved}
"""
#: Enough for the tests of the verb; the robots themselves have tests of their own.
FEW = ("--walks", "60", "--explore", "40")


@pytest.fixture(autouse=True)
def few_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    """Judge the gates by a handful of calls: these tests are about the verb."""
    sizes = {"CALM_CALLS": 4, "RUDE_CALLS": 8, "CHEAP_CALLS": 2, "SLIPPING_CALLS": 8, "SPOKEN_CALM": 2, "SPOKEN_RUDE": 1}
    for name, calls in sizes.items():
        monkeypatch.setattr(gates, name, calls)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "late-parcel.yaml"
    path.write_text(smallest_scenario(), "utf-8")
    path.with_name("late-parcel.tests.yaml").write_text(SAVED, "utf-8")
    return path


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = main(["robots", *words])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def test_saved_calls_alone_take_no_time(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, str(file), "--fixtures")
    assert (status, err) == (0, "")
    assert "Every saved call passed." in out
    assert "Saved calls: 1 of 1 passed." in out
    assert "Walks" not in out and "gate" not in out


def test_a_failed_saved_call_says_where_and_what_and_fails(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sidecar = file.with_name("late-parcel.tests.yaml")
    sidecar.write_text(SAVED.replace("says: accept", "says: what-now"), "utf-8")
    status, out, _ = run(capsys, str(file), "--fixtures")
    assert status == 1
    assert "FAILED Solved\n    line 8: turn 3: expected says what-now, got accept" in out


def test_the_robots_alone(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, str(file), "--bots", "--json")
    report = json.loads(out)
    assert status == 0
    assert {"calm", "rude", "silent", "sorry-only", "form-filler", "slow", "promiser", "slips", "random-rude"} == {
        bot["name"] for bot in report["bots"]
    }
    assert (report["gates"], report["walks"], report["fixtures"]) == ([], {}, [])


def test_the_json_has_the_promised_shape(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, str(file), *FEW, "--json")
    report = json.loads(out)
    assert [gate["id"] for gate in report["gates"]][:7] == ["G1", "G2", "G3", "G4", "G5", "G6", "G7"]
    assert all({"id", "passed", "figure"} <= set(gate) for gate in report["gates"])
    assert status == (0 if report["passed"] else 1)
    assert report["walks"]["count"] == 60
    assert report["walks"]["hits"]["accept"] > 0
    assert report["coverage"]["lines"] == 3
    assert report["coverage"]["lines_in_saved_calls"] == 3
    assert report["exploration"]["checked"] > 0
    assert report["fixtures"][0]["name"] == "Solved"
    assert report["difference"] is None


def test_the_same_seed_gives_the_same_report(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, again = (run(capsys, str(file), *FEW, "--json") for _ in range(2))
    other = run(capsys, str(file), *FEW, "--json", "--seed", "5")
    assert first[1] == again[1]
    assert first[1] != other[1]


def test_the_text_is_a_table_with_a_first_sentence(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, str(file), *FEW)
    lines = out.splitlines()
    assert lines[0] == f"A parcel that never came (late-parcel 1.0.0, {file})"
    assert "gate" in lines[1] or "Every" in lines[1]
    assert any(line.startswith("  G1 ") for line in lines)
    assert any(line.split()[:2] == ["calm", "solved"] for line in lines)
    assert any(line.startswith("Exploration: checked ") for line in lines)


def test_a_folder_plays_every_scenario_in_it_and_nothing_else(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = smallest_scenario().replace("id: late-parcel", "id: lost-parcel")
    file.with_name("lost-parcel.yaml").write_text(other, "utf-8")
    status, out, _ = run(capsys, str(file.parent), "--fixtures", "--json")
    assert status == 0
    assert [report["scenario"] for report in json.loads(out)] == ["late-parcel", "lost-parcel"]


def test_of_several_scenarios_a_broken_one_does_not_keep_the_others_from_playing(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.with_name("broken.yaml").write_text("format: 1\nid: [", "utf-8")
    status, out, err = run(capsys, str(file.parent), "--fixtures")
    assert status == 1
    assert "broken.yaml:" in err
    assert out.splitlines()[-3:] == ["  scenario     saved calls", "  late-parcel  1 of 1", "1 of 1 scenario passed everything."]


def test_a_scenario_is_found_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "billing-double-charge", "--fixtures")
    assert status == 0
    assert out.startswith("Charged twice, rent due tomorrow")


@pytest.mark.parametrize(
    ("name", "text", "status", "words"),
    [
        ("x.yaml", "format: 1\n", 1, "x.yaml:1:1: This block needs 'id'."),
        ("x.tests.yaml", "tests: 1\nscenario: late-parcel\n", 2, "This is a file of tests, not a scenario."),
    ],
)
def test_what_cannot_be_played_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, status: int, words: str
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    got, out, err = run(capsys, str(tmp_path / name))
    assert (got, out) == (status, "")
    assert words in err


def test_an_empty_folder_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, str(tmp_path))
    assert status == 2
    assert "There are no scenarios here." in err


def test_the_report_is_written_where_it_was_asked_for(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = file.with_name("report.html")
    run(capsys, str(file), "--fixtures", "--report", str(page))
    assert "<title>Robots: A parcel that never came</title>" in page.read_text("utf-8")


def test_publishing_keeps_copy_and_map_and_tells_the_difference_later(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, str(file), *FEW, "--publish-anyway", "Only for this test", "--json")
    kept = file.parent / ".published"
    assert f"Published as {kept / 'late-parcel@1.0.0.yaml'}." in err
    assert sorted(path.name for path in kept.iterdir()) == ["late-parcel@1.0.0.map.json", "late-parcel@1.0.0.yaml"]
    assert (kept / "late-parcel@1.0.0.yaml").read_bytes() == file.read_bytes()
    later = smallest_scenario().replace('"1.0.0"', '"1.1.0"').replace("id: give-number", "id: tells-number")
    file.write_text(later, "utf-8")
    file.with_name("late-parcel.tests.yaml").unlink()
    status, out, _ = run(capsys, str(file), *FEW)
    assert "Since the last published version:" in out
    assert "The line 'give-number' is gone" in out
    assert "The line 'tells-number' is new" in out


def test_publishing_is_refused_when_a_saved_call_fails(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sidecar = file.with_name("late-parcel.tests.yaml")
    sidecar.write_text(SAVED.replace("ending: solved", "ending: hung-up"), "utf-8")
    status, _, err = run(capsys, str(file), *FEW, "--publish")
    assert status == 1
    assert "Not published:" in err
    assert not (file.parent / ".published").exists()


def test_publishing_needs_all_robots(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, str(file), "--fixtures", "--publish")
    assert status == 2
    assert "Publishing needs all robots to play." in err


def test_lint_shows_what_the_robots_found_while_the_file_is_the_same(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.with_name("late-parcel.tests.yaml").write_text(SAVED.replace("      - {does: [apologise], expect: {says: what-now}}\n", ""))
    run(capsys, str(file), *FEW, "--publish-anyway", "Only for this test", "--json")
    assert main(["lint", "--tips", str(file)]) == 0
    assert "tip SC709 No saved test reaches 'what-now'." in capsys.readouterr().out
    file.write_text(smallest_scenario() + "# changed\n", "utf-8")
    main(["lint", "--tips", str(file)])
    assert "SC709" not in capsys.readouterr().out
