"""Which voices are on this machine, and which of them a caller gets.

Scenarios ask for traits (woman, man; young, adult, older), never for a voice's name, because names differ between machines. hibari's
cast speaks English where it is installed; espeak stands in elsewhere and for other languages; Windows and macOS have their own voices
for what hibari does not speak (decisions 9, speech 4.3).
"""

from __future__ import annotations

import difflib
import sys
from functools import lru_cache
from importlib import metadata

from simulator.devices.ports import VoiceName
from simulator.devices.voices import espeak_library
from simulator.devices.voices.cast_table import PERSONS
from simulator.problems import Problem, ProblemError, machine_lacks
from simulator.scenario.model import VoiceWish

#: The only version that the hibari driver was written for.
HIBARI_VERSION = "0.2.1"
HIBARI_LANGUAGE = "en-US"
ENGINES = ("hibari", "espeak", "system")


def installed_version(package: str) -> str:
    """Return the version of an installed package, or nothing."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


@lru_cache(maxsize=1)
def voices() -> tuple[VoiceName, ...]:
    """Return the voices of this machine, the best ones first; nothing is loaded for it."""
    found: list[VoiceName] = []
    if installed_version("hibari-tts") == HIBARI_VERSION:
        found += [VoiceName(_named("hibari", sex, age), "hibari", HIBARI_LANGUAGE, sex, age) for sex, age in PERSONS]
    if installed_version("pyttsx3"):
        found += _espeak_voices() if sys.platform.startswith("linux") else _system_voices()
    return tuple(found)


def voice_named(name: str) -> VoiceName:
    """Return the voice of this name.

    Raises:
        ProblemError: there is none; names that are close are given.
    """
    known = {voice.name: voice for voice in voices()}
    if name in known:
        return known[name]
    close = difflib.get_close_matches(name.lower(), known, n=3, cutoff=0.5)
    hint = f"Did you mean {' or '.join(close)}?" if close else "See the names with: speak --voice list"
    raise ProblemError(Problem("usage", f"There is no voice called '{name}'.", hint))


def choose(wish: VoiceWish, language: str) -> VoiceName:
    """Return the voice for a caller with these traits; the same wish gets the same voice every time.

    Raises:
        ProblemError: this machine has no voice at all.
    """
    there = voices()
    if not there:
        raise machine_lacks("No voice is installed.", "Type: make setup")
    return min(there, key=lambda voice: (_distance(voice, wish, language), there.index(voice)))



def in_words(voice: VoiceName, wish: VoiceWish, language: str) -> str:
    """Return one sentence that says which voice was chosen and what it lacks of the wish."""
    lacks = []
    if _primary(voice.language) != _primary(language):
        lacks.append(f"it does not speak {language}")
    if wish.sex not in ("any", voice.sex):
        lacks.append(f"it is no {wish.sex}'s voice")
    if wish.age != voice.age:
        lacks.append(f"it sounds {voice.age}, not {wish.age}")
    return f"The caller speaks with {voice.name}" + (f"; {', '.join(lacks)}." if lacks else ".")


def _distance(voice: VoiceName, wish: VoiceWish, language: str) -> tuple[int, int, int, int, int]:
    """Return how far the voice is from the wish: language, engine, sex, accent, age, in this order."""
    wanted = (wish.accent or language).lower()
    foreign = 0 if _primary(voice.language) == _primary(language) else 1 if _primary(voice.language) == "en" else 2
    sex = "woman" if wish.sex == "any" else wish.sex
    accent = 0 if voice.language.lower() == wanted else 1
    # Where nothing speaks the language, American English does.
    accent += 1 if foreign and voice.language.lower() != "en-us" else 0
    return foreign, ENGINES.index(voice.engine), int(voice.sex != sex), accent, int(voice.age != wish.age)


def _primary(language: str) -> str:
    return language.lower().split("-")[0]


def _named(engine: str, sex: str, age: str) -> str:
    return f"{engine}-{sex}" + ("" if age == "adult" else f"-{age}")


def _espeak_voices() -> list[VoiceName]:
    """Return espeak's voices: a man and a woman for each language, the whole cast for English."""
    found = []
    for tag in sorted(espeak_library.languages(), key=lambda tag: (tag != "en-us", not tag.startswith("en-"), tag)):
        for sex, age in PERSONS:
            if age == "adult" or tag in ("en-us", "en-gb"):
                name = _named(f"espeak-{tag}", sex, age) if (sex, age) != ("man", "adult") else f"espeak-{tag}"
                found.append(VoiceName(name, "espeak", tag, sex, age))
    return found


def _system_voices() -> list[VoiceName]:
    """Return the system's voices by trait; which of the installed ones speaks is decided where they can be listed."""
    return [VoiceName(f"system-{sex}", "system", "en-US", sex) for sex in ("woman", "man")]
