"""``model`` and ``check`` on the command line: what is printed where, and the exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator import paths
from simulator.cli.entry import main
from tests.support.small_model import FILES, NAME, contents, manifest_text, zip_of


@pytest.fixture(autouse=True)
def small_model(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Let the program want the small model, which nobody publishes and no Maven brings; return where it goes."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "model-manifest.json").write_text(manifest_text(), encoding="utf-8")
    monkeypatch.setattr(paths, "assets_folder", lambda: tmp_path / "assets")
    monkeypatch.delenv("SIMULATOR_MODEL", raising=False)
    return paths.models_folder() / NAME


def test_install_prints_the_folder_and_path_finds_it(
    small_model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = zip_of(tmp_path / "small.zip", f"{NAME}/")
    assert main(["model", "install", "--from", str(archive)]) == 0
    assert capsys.readouterr() == (f"{small_model}\n", "")
    assert contents(small_model) == FILES
    assert main(["model", "path"]) == 0
    assert capsys.readouterr() == (f"{small_model}\n", "")
    assert main(["model", "status"]) == 0
    assert "every file is the maker's" in capsys.readouterr().out


def test_without_a_model_path_and_status_say_what_to_run(capsys: pytest.CaptureFixture[str]) -> None:
    for verb in ("path", "status"):
        assert main(["model", verb]) == 3
        out, err = capsys.readouterr()
        assert out == ""
        assert "model install" in err
        assert err.count("\n") == 1


def test_install_without_a_source_is_one_sentence_and_exit_three(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["model", "install"]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "--from FILE" in err


def test_a_damaged_archive_is_refused_with_exit_three(small_model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive = zip_of(tmp_path / "small.zip", f"{NAME}/", {**FILES, "conf/model.conf": b"--max-active=3001\n"})
    assert main(["model", "install", "--from", str(archive)]) == 3
    assert "conf/model.conf differs" in capsys.readouterr().err
    assert not small_model.exists()


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["model", "install", "--from", str(tmp_path / "nowhere.aar")]) == 2
    assert "nowhere.aar" in capsys.readouterr().err


def test_check_prints_one_line_each_and_exit_three_without_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 3
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines] == ["microphone", "loudspeaker", "model", "voice", "disk"]
    assert "apt install libportaudio2" in lines[0]
    assert lines[4].startswith("disk:        ready, ")


def test_check_prints_json_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--json"]) == 3
    rows = json.loads(capsys.readouterr().out)
    assert [row["name"] for row in rows] == ["microphone", "loudspeaker", "model", "voice", "disk"]
    assert rows[0]["ready"] is False
    assert all(row["sentence"] for row in rows)


def test_check_tells_of_broken_settings_and_goes_on(capsys: pytest.CaptureFixture[str]) -> None:
    paths.settings_file().write_text("{", encoding="utf-8")
    assert main(["check"]) == 3
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 5
    assert "settings.json" in err
