"""How much is lost between the trainee's mouth and the cues: replies of the corpus spoken by voices and heard by the real recogniser.

The same hundred replies for every voice, spread over the authors that only measure. ``hibari`` is the program's own voice; ``rms`` and
``slt`` are voices of flite, of another make, so that the recogniser is not tried on one voice only.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from simulator.cli.speak import LONGEST_WAIT_S, write_wav
from simulator.cli.transcribe import transcripts
from simulator.devices.voice_process import VoiceProcess
from simulator.devices.voices.cast import voice_named
from simulator.model_files import model_folder
from simulator.problems import Problem
from simulator.transcript.words import text_of
from tests.corpus import measure

REPLIES = 100
FLITE_VOICES = ("rms", "slt")
VOICES = ("hibari-woman", "hibari-man", *FLITE_VOICES)


def replies() -> list[measure.Row]:
    """Return a hundred replies of the held-back authors, at even steps."""
    rows = measure.rows(*measure.HELD_BACK)
    return [rows[at * len(rows) // REPLIES] for at in range(REPLIES)]


def heard(voice: str, rows: Sequence[measure.Row], folder: Path) -> list[str]:
    """Return what the recogniser writes of each reply when this voice says it; the sound goes into the folder."""
    files = [folder / f"{voice}-{number:03}.wav" for number in range(len(rows))]
    if voice in FLITE_VOICES:
        for row, file in zip(rows, files, strict=True):
            subprocess.run(["flite", "-voice", voice, "-t", row.text, "-o", str(file)], check=True)
    else:
        _speak_all(voice, rows, files)
    return list(_texts(files))


def _speak_all(voice: str, rows: Sequence[measure.Row], files: Sequence[Path]) -> None:
    process = VoiceProcess(voice_named(voice))
    try:
        for row, file in zip(rows, files, strict=True):
            line = process.line(row.text, "calm", LONGEST_WAIT_S)
            assert line is not None, process.problem
            write_wav(file, line)
    finally:
        process.close()


def _texts(files: list[Path]) -> Iterator[str]:
    for words in transcripts(files, model_folder()):
        assert not isinstance(words, Problem), words
        yield text_of(words)


def tally(rows: Sequence[measure.Row], texts: Sequence[str]) -> measure.Tally:
    """Return how well the cues in these texts agree with the replies' labels."""
    total = measure.Tally()
    for row, text in zip(rows, texts, strict=True):
        found, labels = measure.found_labels(text), measure.measured(row.labels)
        total.right += len(found & labels)
        total.wrong += len(found - labels)
        total.missed += len(labels - found)
    return total
