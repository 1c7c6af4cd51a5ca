"""Where the program looks for things and where it puts them."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator import paths


def test_simulator_home_holds_all_of_a_persons_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SIMULATOR_HOME", str(tmp_path / "stick"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    everything = (paths.sessions_folder(), paths.models_folder(), paths.cache_folder(), paths.settings_file())
    assert all(place.is_relative_to(tmp_path / "stick") for place in everything)
    # A model that make setup installed for this person is still found.
    assert paths.models_folders() == (tmp_path / "stick" / "models", tmp_path / "own" / "angry-caller" / "models")


@pytest.mark.skipif("sys.platform != 'linux'")
def test_without_simulator_home_the_platforms_own_folders_are_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SIMULATOR_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert paths.data_folder() == tmp_path / "data" / "angry-caller"
    assert paths.models_folders() == (tmp_path / "data" / "angry-caller" / "models",)
    assert paths.cache_folder() == tmp_path / "cache" / "angry-caller"


def test_an_empty_variable_is_no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMULATOR_HOME", "  ")
    monkeypatch.setenv("SIMULATOR_MODEL", "")
    assert paths.data_folder() != Path.cwd()
    assert paths.named_model_folder() is None


def test_a_relative_home_does_not_depend_on_later_changes_of_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SIMULATOR_HOME", "stick")
    assert paths.data_folder() == tmp_path / "stick"


def test_what_comes_with_the_program_is_found_from_anywhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert (paths.assets_folder() / "model-manifest.json").is_file()
    assert list(paths.scenarios_folder().glob("*.yaml"))


def test_looking_makes_no_folders(own_data_folder: Path) -> None:
    paths.sessions_folder()
    paths.cache_folder()
    paths.models_folders()
    assert not list(own_data_folder.iterdir())
