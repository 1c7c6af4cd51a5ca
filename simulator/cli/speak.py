"""``speak``: render one line of the caller to a sound file, or list the voices.

The line goes the way of a call: stage directions fall away, the temper gives the mood, the voice's process renders, the sound is checked.
"""

from __future__ import annotations

import dataclasses
import json
import os
import wave
from pathlib import Path
from typing import Annotated

import typer

from simulator.devices.ports import VoiceName
from simulator.devices.rendered_line import Rendered
from simulator.devices.spoken_text import line_words
from simulator.devices.voice_process import VoiceProcess
from simulator.devices.voices.cast import choose, voice_named, voices
from simulator.problems import Problem, ProblemError, machine_lacks
from simulator.scenario.model import DEFAULT_MOODS, VoiceWish

#: Enough for an hour of speech on a slow machine.
LONGEST_WAIT_S = 600.0


def speak(
    text: Annotated[
        str, typer.Argument(help="What the caller says; '[sigh]' and '*stress*' are understood.", show_default=False)
    ] = "",
    out: Annotated[
        Path | None, typer.Option("--out", metavar="F.wav", help="The WAV file to write.", show_default=False)
    ] = None,
    temper: Annotated[int, typer.Option("--temper", min=0, max=100, help="How angry: 0 calm to 100 furious.")] = 0,
    voice: Annotated[str, typer.Option("--voice", metavar="NAME", help="A voice by name, or 'list'.", show_default=False)] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Render a caller line to a WAV file; ``--voice list`` prints the voices: name, engine, language, sex."""
    if voice == "list":
        print(listing(as_json))
        return
    if not line_words(text):
        raise ProblemError(
            Problem("usage", "There is nothing to say.", 'Give a text: speak "Where is my order?" --out line.wav')
        )
    if out is None:
        raise ProblemError(Problem("usage", "It is not said where the sound goes.", "Add: --out line.wav"))
    chosen = voice_named(voice) if voice else choose(VoiceWish(), "en-US")
    mood = mood_at(temper)
    require_writable(out)
    rendered = spoken(text, chosen, mood)
    write_wav(out, rendered)
    report = {"file": str(out), "voice": chosen.name, "mood": mood, "ms": rendered.length_ms, "rate": rendered.rate}
    seconds = f"{rendered.length_ms / 1000:.1f} s"
    print(json.dumps(report) if as_json else f"{out}: {seconds}, {chosen.name}, {mood}")


def listing(as_json: bool) -> str:
    """Return the voices of this machine, one a line: name, engine, language, sex, age.

    Raises:
        ProblemError: there is none.
    """
    there = voices()
    if as_json:
        return json.dumps([dataclasses.asdict(voice) for voice in there], indent=1)
    if not there:
        raise machine_lacks("No voice is installed.", "Type: make setup")
    rows = [("name", "engine", "language", "sex", "age")]
    rows += [(voice.name, voice.engine, voice.language, voice.sex, voice.age) for voice in there]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)


def mood_at(temper: int) -> str:
    """Return the mood at this temper, 0-100, by the house's ranges."""
    return [mood for mood, starts in DEFAULT_MOODS.items() if temper * 1000 >= starts][-1]


def spoken(text: str, voice: VoiceName, mood: str) -> Rendered:
    """Return the text as sound.

    Raises:
        ProblemError: the voice failed.
    """
    process = VoiceProcess(voice)
    try:
        rendered = process.line(text, mood, LONGEST_WAIT_S)
        if rendered is None:
            what = process.problem.what if process.problem else "The voice did not answer."
            raise machine_lacks(what, "Try another voice; see: speak --voice list", voice.name)
        return rendered
    finally:
        process.close()


def require_writable(out: Path) -> None:
    """Refuse a file that cannot be written before anything is rendered.

    Raises:
        ProblemError: the folder is missing, it is a folder itself, or writing is not allowed.
    """
    folder = out.absolute().parent
    if out.is_dir():
        raise ProblemError(Problem("usage", "That is a folder, not a file.", "Name a file: --out line.wav", str(out)))
    if not folder.is_dir():
        raise ProblemError(Problem("usage", "The folder does not exist.", f"Make it first: mkdir -p {folder}", str(out)))
    if not os.access(out if out.exists() else folder, os.W_OK):
        raise ProblemError(
            Problem("machine", "The file cannot be written.", "Choose a folder that you may write to.", str(out))
        )


def write_wav(out: Path, rendered: Rendered) -> None:
    """Write the line as a 16-bit mono WAV file, beside and renamed, so that no half file is left.

    Raises:
        ProblemError: the disk refuses it.
    """
    beside = out.with_name(out.name + ".part")
    try:
        with wave.open(str(beside), "wb") as file:
            file.setparams((1, 2, rendered.rate, 0, "NONE", "not compressed"))
            file.writeframes(rendered.samples)
        beside.replace(out)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise machine_lacks(
            f"The file could not be written ({error.strerror}).", "Free some space or choose another place.", str(out)
        ) from error
