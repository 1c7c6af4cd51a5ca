"""Which voice a caller gets."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from simulator.devices.ports import VoiceName
from simulator.devices.voices import cast
from simulator.problems import ProblemError
from simulator.scenario.model import VoiceWish

Machine = Callable[..., None]


@pytest.fixture
def machine_with(monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    """Pretend that these packages are installed on this kind of machine."""

    def install(*, platform: str = "linux", **versions: str) -> None:
        packages = {name.replace("_", "-"): version for name, version in versions.items()}
        monkeypatch.setattr(cast, "installed_version", lambda package: packages.get(package, ""))
        monkeypatch.setattr(cast.sys, "platform", platform)
        cast.voices.cache_clear()

    yield install
    cast.voices.cache_clear()


def test_english_callers_have_the_neural_cast(machine_with: Machine) -> None:
    machine_with(hibari_tts="0.2.1", pyttsx3="2.99")
    assert cast.choose(VoiceWish("woman", "adult"), "en-US").name == "hibari-woman"
    assert cast.choose(VoiceWish("man", "older"), "en-GB").name == "hibari-man-older"
    assert cast.choose(VoiceWish("any", "young"), "en").name == "hibari-woman-young"


def test_espeak_stands_in_without_the_neural_voice(machine_with: Machine) -> None:
    machine_with(pyttsx3="2.99")
    chosen = cast.choose(VoiceWish("man", "older"), "en-US")
    assert (chosen.name, chosen.engine) == ("espeak-en-us-man-older", "espeak")
    assert cast.choose(VoiceWish("woman", accent="en-GB"), "en-US").name == "espeak-en-gb-woman"


def test_other_languages_are_spoken_by_espeak(machine_with: Machine) -> None:
    machine_with(hibari_tts="0.2.1", pyttsx3="2.99")
    chosen = cast.choose(VoiceWish("woman", "older"), "de-DE")
    assert chosen.name == "espeak-de-woman"
    assert cast.in_words(chosen, VoiceWish("woman", "older"), "de-DE") == (
        "The caller speaks with espeak-de-woman; it sounds adult, not older."
    )


def test_a_language_that_nothing_speaks_is_said_so(machine_with: Machine) -> None:
    machine_with(hibari_tts="0.2.1", pyttsx3="2.99")
    chosen = cast.choose(VoiceWish(), "xx")
    assert chosen.language == "en-US"
    assert "does not speak xx" in cast.in_words(chosen, VoiceWish(), "xx")


def test_another_version_of_the_neural_voice_is_not_trusted(machine_with: Machine) -> None:
    machine_with(hibari_tts="0.3.0", pyttsx3="2.99")
    assert cast.choose(VoiceWish(), "en-US").engine == "espeak"


def test_windows_and_macos_use_their_own_voices(machine_with: Machine) -> None:
    machine_with(platform="win32", pyttsx3="2.99")
    assert cast.choose(VoiceWish("man"), "en-US") == VoiceName("system-man", "system", "en-US", "man")


def test_a_machine_without_any_voice_says_what_to_do(machine_with: Machine) -> None:
    machine_with()
    with pytest.raises(ProblemError, match="make setup") as caught:
        cast.choose(VoiceWish(), "en-US")
    assert caught.value.exit_status == 3


def test_the_choice_is_the_same_every_time(machine_with: Machine) -> None:
    machine_with(hibari_tts="0.2.1", pyttsx3="2.99")
    wishes = [VoiceWish(sex, age) for sex in ("woman", "man", "any") for age in ("young", "adult", "older")]  # type: ignore[arg-type]
    first = [cast.choose(wish, "en-US") for wish in wishes]
    cast.voices.cache_clear()
    assert [cast.choose(wish, "en-US") for wish in wishes] == first
    assert all(wish.age == voice.age for wish, voice in zip(wishes, first, strict=True))


def test_an_unknown_name_is_answered_with_close_ones(machine_with: Machine) -> None:
    machine_with(hibari_tts="0.2.1", pyttsx3="2.99")
    with pytest.raises(ProblemError, match="Did you mean hibari-woman") as caught:
        cast.voice_named("hibari-womn")
    assert caught.value.exit_status == 2
