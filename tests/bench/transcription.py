"""Transcription speed beside the recogniser maker's own command on the same file."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import wave
from collections.abc import Iterator
from pathlib import Path

from simulator.model_files import model_folder
from simulator.robots.recall import heard_share
from tests.bench.stopwatch import Figure, seconds_of
from tests.support.places import ROOT

#: The recordings of the tests, one after the other, until the file is this long.
LONG_S = 60
RATE = 16_000


def measure() -> Iterator[Figure]:
    """Yield both times, and whether both wrote the same words."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "minute.wav")
        length = _minute(path)
        ours, theirs = Path(folder, "ours.txt"), Path(folder, "theirs.txt")
        own = seconds_of(lambda: ours.write_bytes(_run([sys.executable, "main.py", "transcribe", str(path)])))
        command = [str(Path(sys.executable).with_name("vosk-transcriber")), "-m", str(model_folder()), "-i", str(path), "-o", str(theirs)]
        other = seconds_of(lambda: _run(command))
        text = ours.read_text("utf-8").split('"text": "')[1].split('"')[0]
        same = heard_share(theirs.read_text("utf-8"), text)
    yield f"transcribe, {length:.0f} s of speech", f"{own:.2f} s ({length / own:.0f} x real time)", "whole process"
    yield "vosk-transcriber, the same file", f"{other:.2f} s ({length / other:.0f} x real time)", "whole process"
    yield "words in which the two differ", f"{same.said - same.right + same.invented} of {same.said}", ""


def _run(command: list[str]) -> bytes:
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout


def _minute(path: Path) -> float:
    import soundfile

    pieces = [soundfile.read(file, dtype="int16") for file in sorted((ROOT / "tests" / "recorded").glob("*.flac"))]
    assert all(rate == RATE for _, rate in pieces)
    once = b"".join(sound.tobytes() for sound, _ in pieces)
    data = once * (1 + 2 * RATE * LONG_S // len(once))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(data)
    return len(data) / 2 / RATE
