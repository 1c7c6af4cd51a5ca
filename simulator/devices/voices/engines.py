"""How a voice of the cast is set up in pyttsx3: which driver, which properties, one engine for each driver.

pyttsx3 finds its drivers by importing ``pyttsx3.drivers.NAME``; our two modules are put there. On Windows and macOS the drivers that
come with pyttsx3 speak; they know no mood, so only their rate follows it, and the level is set on the samples afterwards.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from simulator.devices.ports import VoiceName
from simulator.devices.voices.cast_table import (
    MANNERS,
    NORMAL_RATE,
    PACES,
    PERSONS,
    age_named,
    mood_named,
)

#: Our drivers' names in pyttsx3, with their modules.
OURS = {"hibari": "caller_hibari", "espeak": "caller_espeak"}
_MODULES = {"caller_hibari": "hibari_driver", "caller_espeak": "espeak_driver"}

_engines: dict[str, Any] = {}


def register() -> None:
    """Make our drivers known to pyttsx3."""
    import_module("pyttsx3.drivers")
    for driver, module in _MODULES.items():
        sys.modules.setdefault(f"pyttsx3.drivers.{driver}", import_module(f"simulator.devices.voices.{module}"))


def engine_for(voice: VoiceName) -> tuple[str, Any]:
    """Return the driver's name and pyttsx3's engine for it; there is one a process."""
    register()
    import pyttsx3

    driver = OURS.get(voice.engine) or pyttsx3.engine.default_engine_by_sys_platform()
    if driver not in _engines:
        _engines[driver] = pyttsx3.init(driver)
    return driver, _engines[driver]


def speak_to_file(voice: VoiceName, text: str, mood: str, pace: str, file: Path) -> tuple[tuple[int, int, int], ...]:
    """Speak ``text`` into ``file`` and return (position, length, ms) of its words, as far as the driver knows them.

    Raises:
        RuntimeError: the driver reported an error; its own is the cause.
    """
    driver, engine = engine_for(voice)
    failures: list[Exception] = []
    token = engine.connect("error", lambda name, exception: failures.append(exception))
    try:
        for name, value in _properties(voice, mood, pace, engine):
            engine.setProperty(name, value)
        engine.save_to_file(text, str(file))
        engine.runAndWait()
    finally:
        engine.disconnect(token)
    if failures:
        raise RuntimeError(f"{driver}: {failures[0]}") from failures[0]
    return tuple(engine.getProperty("words")) if driver in _MODULES else ()


def _properties(voice: VoiceName, mood: str, pace: str, engine: Any) -> list[tuple[str, Any]]:
    wish = PACES.get(pace, 1.0)
    if voice.engine == "hibari":
        sex_and_age = voice.name.removeprefix("hibari-")
        return [("voice", sex_and_age), ("mood", mood), ("rate", round(NORMAL_RATE * wish))]
    if voice.engine == "espeak":
        from simulator.devices.voices import espeak_library

        person = PERSONS[("woman" if voice.sex == "woman" else "man", age_named(voice.age))]
        variant = f"+{person.espeak_variant}" if person.espeak_variant else ""
        rate = round(NORMAL_RATE * wish * person.pace)
        identifier = espeak_library.languages()[voice.language] + variant
        return [("voice", identifier), ("mood", mood), ("rate", rate), ("pitch", 50 + person.espeak_pitch)]
    rate = round(NORMAL_RATE * wish * MANNERS[mood_named(mood)].pace)
    return [*_system_voice(voice, engine), ("rate", rate), ("volume", 1.0)]


def _system_voice(voice: VoiceName, engine: Any) -> list[tuple[str, Any]]:
    """Return the property that picks an installed English voice of the right sex, if there is one."""
    wanted = "female" if voice.sex == "woman" else "male"
    for there in engine.getProperty("voices"):
        languages = " ".join(str(language) for language in (there.languages or [])).lower()
        sex = str(there.gender or "").lower().removeprefix("voicegender")
        if sex == wanted and ("en" in languages or not languages):
            return [("voice", there.id)]
    return []
