"""Before a call the person learns what is ready and what to do about the rest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator import paths
from simulator.devices import device_list
from simulator.devices.ports import VoiceName
from simulator.devices.voices import cast
from simulator.live import preflight as the_preflight
from simulator.live.preflight import (
    LEAST_FREE,
    Readiness,
    can_call,
    preflight,
    require_room,
)
from simulator.problems import ProblemError
from simulator.settings import DeviceName, Settings
from tests.support.small_model import NAME, folder_of, manifest_text
from tests.virtual_sound_card import SoundCard


@pytest.fixture(autouse=True)
def small_model(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Let the program want the small model, and let there be one voice."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "model-manifest.json").write_text(manifest_text(), encoding="utf-8")
    monkeypatch.setattr(paths, "assets_folder", lambda: tmp_path / "assets")
    monkeypatch.setattr(cast, "voices", lambda: (VoiceName("Vera", "espeak", "en-US", "woman"),))
    monkeypatch.delenv("SIMULATOR_MODEL", raising=False)
    return paths.models_folder() / NAME


def look(settings: Settings | None = None) -> dict[str, Readiness]:
    return {item.name: item for item in preflight(settings or Settings())}


def test_the_five_things_in_their_order() -> None:
    assert [item.name for item in preflight(Settings())] == ["microphone", "loudspeaker", "model", "voice", "disk"]


def test_a_machine_without_the_sound_library_learns_what_to_type() -> None:
    for name in ("microphone", "loudspeaker"):
        item = look()[name]
        assert not item.ready
        assert "apt install libportaudio2" in item.remedy
    assert not can_call(look().values())


def test_the_model_is_missing_and_then_there(small_model: Path) -> None:
    assert look()["model"].remedy == "Run: python main.py model install"
    folder_of(small_model)
    assert look()["model"] == Readiness("model", True, f"{NAME} ({small_model})")


def test_a_model_that_lacks_a_file_is_not_ready(small_model: Path) -> None:
    folder_of(small_model)
    (small_model / "am" / "final.mdl").write_bytes(b"")
    assert not look()["model"].ready


def test_no_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    assert look()["voice"].sentence() == "ready, espeak only, without a neural voice"
    monkeypatch.setattr(cast, "voices", lambda: ())
    assert not look()["voice"].ready
    assert look()["voice"].remedy


@pytest.mark.parametrize(("free", "ready"), [(LEAST_FREE - 1, False), (LEAST_FREE, True)])
def test_a_call_needs_two_hundred_megabytes(monkeypatch: pytest.MonkeyPatch, free: int, ready: bool) -> None:
    monkeypatch.setattr(the_preflight, "free_bytes", lambda folder: free)
    assert look()["disk"].ready is ready
    if ready:
        require_room()
    else:
        assert "199 MB are free; a call needs 200 MB" in look()["disk"].what
        with pytest.raises(ProblemError) as caught:
            require_room()
        assert caught.value.exit_status == 3


def test_a_folder_that_cannot_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(folder: Path) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(the_preflight, "_probe", refused)
    assert "Read-only file system" in look()["disk"].what


def test_looking_leaves_no_traces(own_data_folder: Path) -> None:
    look()
    assert not list(own_data_folder.iterdir())


def test_a_spoken_call_needs_all_five() -> None:
    ready = [Readiness(name, True, "there") for name in ("microphone", "loudspeaker", "model", "voice", "disk")]
    assert can_call(ready)
    for index, item in enumerate(ready):
        assert not can_call([*ready[:index], Readiness(item.name, False, "away", "Bring it."), *ready[index + 1 :]])


@pytest.fixture
def card(sound_card: SoundCard) -> Iterator[SoundCard]:
    device_list.refresh()
    yield sound_card
    device_list.refresh()


@pytest.mark.device
def test_everything_is_ready_with_a_sound_card(card: SoundCard, small_model: Path) -> None:
    folder_of(small_model)
    items = look()
    assert can_call(items.values()), items
    assert all(item.as_wished for item in items.values())


@pytest.mark.device
def test_a_chosen_headset_that_is_away_is_named_and_the_default_taken(card: SoundCard) -> None:
    item = look(Settings(microphone=DeviceName("Brightcall Headset", "ALSA")))["microphone"]
    assert item.ready
    assert not item.as_wished
    assert '"Brightcall Headset", is not there' in item.what
