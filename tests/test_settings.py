"""Settings are stored, survive a broken file, and explain themselves."""

from __future__ import annotations

import dataclasses
import json
import os
from pathlib import Path

import pytest

from simulator import paths, settings
from simulator.own_voice import Baseline
from simulator.problems import ProblemError
from simulator.settings import Consent, DeviceName, Settings

CHOSEN = Settings(
    microphone=DeviceName("Headset Mono", "ALSA"),
    turn_end_ms=900,
    push_to_talk=True,
    theme="dark",
    trainee_name="Zoë Öz",
    consent=Consent(1, "2026-01-05T09:30:00+01:00", True),
    voice_measures=False,
    baseline=Baseline("Headset Mono", "2026-01-05", 7_200, -27_500, 168, 3_100),
)


def stored(text: str) -> tuple[Settings, tuple[str, ...]]:
    place = paths.settings_file()
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")
    found, problems = settings.read()
    assert all(problem.where == str(place) and problem.remedy for problem in problems)
    return found, tuple(problem.what for problem in problems)


def test_without_a_file_everything_has_its_default() -> None:
    assert settings.read() == (Settings(), ())
    assert Settings().turn_end_ms == 600
    assert Settings().consent is None


def test_what_is_saved_is_read_back() -> None:
    settings.write(CHOSEN)
    assert settings.read() == (CHOSEN, ())


def test_only_what_was_changed_is_in_the_file() -> None:
    settings.write(dataclasses.replace(Settings(), theme="light"))
    assert json.loads(paths.settings_file().read_text("utf-8")) == {"theme": "light"}


def test_keys_of_a_newer_version_stay_in_the_file() -> None:
    found, problems = stored('{"theme": "dark", "hologram": {"on": true}}')
    assert problems == ()
    settings.write(dataclasses.replace(found, theme="light"))
    assert json.loads(paths.settings_file().read_text("utf-8")) == {"theme": "light", "hologram": {"on": True}}


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"theme": "dark"', "[" * 100_000], ids=lambda text: text[:6] or "empty")
def test_a_broken_file_gives_defaults_and_is_kept(text: str) -> None:
    found, problems = stored(text)
    assert found == Settings()
    assert len(problems) == 1
    settings.write(CHOSEN)
    assert settings.read() == (CHOSEN, ())
    assert paths.settings_file().with_name("settings.broken.json").read_text("utf-8") == text


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("turn_end_ms", 399),
        ("turn_end_ms", 4001),
        ("turn_end_ms", "600"),
        ("turn_end_ms", True),
        ("turn_end_ms", 600.5),
        ("push_to_talk", "yes"),
        ("theme", "pink"),
        ("theme", ["dark"]),
        ("trainee_name", 7),
        ("microphone", "Headset"),
        ("microphone", {"host_api": "ALSA"}),
        ("consent", {"version": 1}),
    ],
)
def test_a_value_that_cannot_be_is_named_and_has_its_default(key: str, value: object) -> None:
    found, problems = stored(json.dumps({key: value, "push_to_talk": True} if key != "push_to_talk" else {key: value}))
    assert getattr(found, key) == getattr(Settings(), key)
    assert len(problems) == 1
    assert key in problems[0]
    assert found.push_to_talk is (key != "push_to_talk")


@pytest.mark.parametrize("turn_end_ms", [400, 4000])
def test_the_limits_themselves_are_allowed(turn_end_ms: int) -> None:
    assert stored(json.dumps({"turn_end_ms": turn_end_ms})) == (Settings(turn_end_ms=turn_end_ms), ())


def test_sound_is_kept_only_with_consent_to_the_present_text() -> None:
    assert not settings.may_record(Settings())
    assert settings.may_record(CHOSEN)
    assert not settings.may_record(Settings(consent=Consent(settings.CONSENT_VERSION, "2026-01-05T09:30:00Z", False)))
    assert not settings.may_record(Settings(consent=Consent(settings.CONSENT_VERSION - 1, "2026-01-05T09:30:00Z", True)))


def test_every_setting_explains_itself_in_one_sentence() -> None:
    declared = settings.declarations()
    assert [one.key for one in declared] == [field.name for field in dataclasses.fields(Settings) if field.name != "unknown"]
    assert all(one.sentence.endswith(".") and one.sentence.count(".") == 1 for one in declared)
    assert all(one.default == getattr(Settings(), one.key) for one in declared)


def test_a_disk_that_refuses_leaves_the_old_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    settings.write(CHOSEN)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ProblemError) as caught:
        settings.write(Settings())
    assert caught.value.exit_status == 3
    assert settings.read() == (CHOSEN, ())
    assert [path.name for path in paths.data_folder().iterdir()] == ["settings.json"]


def test_a_data_folder_that_is_a_file_is_explained(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SIMULATOR_HOME", str(tmp_path / "file"))
    with pytest.raises(ProblemError, match="cannot be saved"):
        settings.write(CHOSEN)


def test_a_setting_is_found_under_its_former_name(monkeypatch: pytest.MonkeyPatch) -> None:
    declared = tuple(
        dataclasses.replace(one, former=("silence_ms",)) if one.key == "turn_end_ms" else one for one in settings.declarations()
    )
    monkeypatch.setattr(settings, "declarations", lambda: declared)
    found, problems = stored('{"silence_ms": 900}')
    assert (found, problems) == (Settings(turn_end_ms=900), ())
    settings.write(found)
    assert json.loads(paths.settings_file().read_text("utf-8")) == {"turn_end_ms": 900}
