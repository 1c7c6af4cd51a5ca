"""``lint`` on the command line: what is printed where, and the exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.cli.entry import main
from simulator.scenario.code_book import smallest_scenario
from tests.support.places import ROOT

EXAMPLE = ROOT / "scenarios" / "billing-double-charge.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    good = smallest_scenario()
    (tmp_path / "good.yaml").write_text(good, "utf-8")
    (tmp_path / "good.tests.yaml").write_text("tests: 1\nscenario: late-parcel\n", "utf-8")
    for place in ("more", ".published"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "broken.yaml").write_text(good.replace("start: 60", "start: 740"), "utf-8")
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = main(["lint", *words])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def test_a_clean_file_prints_nothing_but_how_much_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, str(EXAMPLE))
    assert (status, out) == (0, "")
    assert err.splitlines() == [
        f"{EXAMPLE}: 25 beats, 8 reactions, 7 endings, 115 lines with 1,240 words.",
        "1 scenario checked: clean.",
    ]


def test_findings_are_lines_with_a_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = folder / "more" / "broken.yaml"
    status, out, err = run(capsys, str(broken))
    assert status == 1
    assert out == f"{broken}:18:10 error SC105 'start' goes from 0 to 100; this says 740. Did you mean 74?\n"
    assert err == "1 scenario checked: 1 error.\n"


def test_folders_are_searched_but_for_what_is_hidden(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, str(folder))
    assert status == 1
    assert len(out.splitlines()) == 1
    assert err.endswith("2 scenarios, 1 file of tests checked: 1 error.\n")


def test_a_sidecar_is_checked_against_the_scenario_beside_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fixtures = folder / "good.tests.yaml"
    fixtures.write_text("tests: 1\nscenario: late-parcel\ncalls:\n  - {name: x, expect: {ending: solvd}}\n", "utf-8")
    status, out, _ = run(capsys, str(fixtures))
    assert status == 1
    assert out == f"{fixtures}:4:32 error SC211 There is no ending called 'solvd'. Did you mean 'solved'?\n"


def test_of_other_kinds_of_files_the_spelling_is_checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fixtures = folder / "good.tests.yaml"
    fixtures.write_text("tests: 1\nscenario: late-parcel\nscenario: twice\n", "utf-8")
    status, out, _ = run(capsys, str(fixtures))
    assert status == 1
    assert out.startswith(f"{fixtures}:3:1 error SC005 ")


def test_files_are_checked_once_however_often_they_are_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, str(folder / "more"), str(folder / "more" / "broken.yaml"))
    assert len(out.splitlines()) == 1


def test_json_is_a_list_and_nothing_else(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = folder / "more" / "broken.yaml"
    status, out, err = run(capsys, "--format", "json", str(broken))
    assert (status, err) == (1, "")
    assert json.loads(out) == [
        {
            "file": str(broken),
            "line": 18,
            "column": 10,
            "severity": "error",
            "code": "SC105",
            "message": "'start' goes from 0 to 100; this says 740. Did you mean 74?",
            "suggestion": "74",
        }
    ]
    assert json.loads(run(capsys, "--format", "json", str(EXAMPLE))[1]) == []


def test_github_gets_annotations(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odd = folder / "100%, sure.yaml"
    odd.write_text("format: 2\n", "utf-8")
    _, out, _ = run(capsys, str(odd), "--format", "github")
    place = f"file={folder}/100%25%2C sure.yaml,line=1,col=9,title=SC107"
    assert out == f"::error {place}::This file is format 2; this program knows 1. A newer version of the program can read it.\n"


def test_a_path_that_is_not_there_is_wrong_usage(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, str(folder), str(folder / "nowhere"))
    assert (status, out) == (2, "")
    assert err == f"{folder / 'nowhere'}: There is no such file or folder. Check the path.\n"


def test_an_empty_folder_is_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, str(tmp_path), "--strict", "--tips") == (0, "", "Nothing checked: clean.\n")


def test_bytes_that_are_no_text_are_a_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "sound.yaml").write_bytes(bytes(range(256)))
    status, out, _ = run(capsys, str(tmp_path))
    assert status == 1
    assert " error SC010 " in out


def test_without_a_model_nobody_can_say_what_is_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SIMULATOR_MODEL", str(tmp_path / "nowhere"))
    status, out, err = run(capsys, str(EXAMPLE), "--hear")
    assert (status, out) == (3, "")
    assert "model" in err


@pytest.mark.device
def test_a_word_that_the_recogniser_does_not_know_is_told_with_what_it_hears(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = smallest_scenario().replace('value: "five five two"', 'value: "the zorbex kettle"')
    (tmp_path / "kettle.yaml").write_text(text, "utf-8")
    status, out, _ = run(capsys, str(tmp_path), "--hear")
    assert status == 0
    assert "warning SC409 The recogniser does not know 'zorbex'" in out
    assert "Said aloud, it is heard as “" in out


@pytest.mark.device
def test_words_are_looked_up_wherever_the_model_is_installed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = smallest_scenario().replace('value: "five five two"', 'value: "552, at 5 o\'clock, in the café"')
    (tmp_path / "cafe.yaml").write_text(text, "utf-8")
    assert run(capsys, str(tmp_path))[1] == ""


def test_without_a_model_it_is_said_that_words_were_not_looked_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SIMULATOR_MODEL", str(tmp_path / "nowhere"))
    status, _, err = run(capsys, str(EXAMPLE))
    assert status == 0
    assert "not looked up" in err


def test_a_pack_is_blamed_once_however_many_use_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SIMULATOR_HOME", str(tmp_path / "home"))
    packs = tmp_path / "home" / "packs"
    packs.mkdir(parents=True)
    head = 'pack: 1\nid: odd\nversion: "1.0.0"\ntitle: Odd\nlanguage: en\n'
    (packs / "odd.yaml").write_text(head + "unclear: {say: 7}\n", "utf-8")
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text(smallest_scenario() + 'uses: ["pack:odd@1"]\n', "utf-8")
    status, out, _ = run(capsys, str(tmp_path / "one.yaml"), str(tmp_path / "two.yaml"))
    assert status == 1
    assert out == f"{packs / 'odd.yaml'}:6:16 error SC104 '7' should be words in quotes. Write \"7\".\n"


def test_a_warning_that_is_allowed_is_not_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    published = tmp_path / ".published"
    published.mkdir()
    (published / "late-parcel@1.2.0.yaml").write_text(smallest_scenario().replace("1.0.0", "1.2.0"), "utf-8")
    (published / "late-parcel@1.10.0.yaml").write_text(smallest_scenario().replace("1.0.0", "1.10.0"), "utf-8")
    scenario = tmp_path / "late-parcel.yaml"
    scenario.write_text(smallest_scenario(), "utf-8")
    assert " warning SC604 Version 1.10.0 was published already." in run(capsys, str(scenario))[1]
    assert run(capsys, str(scenario), "--strict")[0] == 1
    allowed = smallest_scenario().replace("version:", "# lint: allow SC604 - an old one, kept for comparison\nversion:")
    scenario.write_text(allowed, "utf-8")
    assert run(capsys, str(scenario), "--strict", "--tips")[:2] == (0, "")
