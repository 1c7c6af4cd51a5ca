"""``transcribe``: recognise sound files, one JSON object a line.

``confidence`` is the recogniser's own figure, 0 to 1 with three digits. Each file has a fresh recogniser and is fed in
blocks of 4,000 bytes without voice activity, so the words equal those of ``vosk-transcriber`` (decisions 9). Several files
share the processors.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import threading
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Annotated

import typer

from simulator.devices.recogniser import Recogniser
from simulator.devices.sound_files import read_for_recogniser
from simulator.model_files import model_folder
from simulator.problems import EXIT_STATUS, Problem, ProblemError
from simulator.transcript.words import Word, text_of

#: Each recogniser is a process with 160 to 290 MB, and half a second goes by until it has loaded ...
MOST_RECOGNISERS = 4
#: ... so each should have this much to do: a minute of 16 kHz sound.
BYTES_EACH = 2_000_000
LOAD_S = 30.0
#: The recogniser is given no more than it can keep again, and has so long for each of these stretches (16 s of sound).
STRETCH_BYTES = 512_000
STRETCH_S = 120.0


def transcribe(files: Annotated[list[Path], typer.Argument(help="Sound files: WAV, FLAC or Ogg, any rate.")]) -> int:
    """Recognise sound files and print one JSON object a line: file, text, words with times and confidence."""
    failed = False
    with contextlib.closing(transcripts(files, model_folder())) as results:
        for file, result in zip(files, results, strict=True):
            if isinstance(result, Problem):
                failed = True
                print(result.sentence(), file=sys.stderr, flush=True)
            else:
                print(json_row(file, result), flush=True)
    return EXIT_STATUS["recording"] if failed else 0


def json_row(file: Path, words: tuple[Word, ...]) -> str:
    """Return the line that is printed for a file."""
    row = {
        "file": str(file),
        "text": text_of(words),
        "words": [
            {"word": word.text, "start_ms": word.start_ms, "end_ms": word.end_ms, "confidence": word.confidence / 1000}
            for word in words
        ],
    }
    return json.dumps(row, ensure_ascii=False)


def transcripts(files: list[Path], model: Path) -> Generator[tuple[Word, ...] | Problem, None, None]:
    """Yield each file's words in the order of the files, or why there are none.

    Raises:
        ProblemError: the recogniser cannot be had.
    """
    own = threading.local()
    started: list[Recogniser] = []

    def recognise(file: Path) -> tuple[Word, ...] | Problem:
        if not hasattr(own, "recogniser"):
            own.recogniser = Recogniser(model, warm_up=None)
            started.append(own.recogniser)
            own.recogniser.start()
        else:
            own.recogniser.renew()
        return recognised(file, own.recogniser)

    workers = ThreadPoolExecutor(_worthwhile(files), thread_name_prefix="simulator transcribe")
    try:
        yield from workers.map(recognise, files)
    finally:
        workers.shutdown(cancel_futures=True)
        for recogniser in started:
            recogniser.close()


def _worthwhile(files: list[Path]) -> int:
    """Return how many recognisers finish these files the soonest."""
    work = sum(file.stat().st_size for file in files if file.is_file())
    return max(1, min(len(files), os.cpu_count() or 1, MOST_RECOGNISERS, work // BYTES_EACH))


def recognised(file: Path, recogniser: Recogniser) -> tuple[Word, ...] | Problem:
    """Return the words of a file, heard by a fresh recogniser, or why it cannot be read.

    Raises:
        ProblemError: the recogniser fails.
    """
    blocks = read_for_recogniser(file)
    waiting = 0
    while True:
        try:
            block = next(blocks, None)
        except ProblemError as error:
            return error.problem
        if block is None:
            break
        recogniser.feed(block)
        waiting += len(block)
        if waiting >= STRETCH_BYTES:
            if recogniser.ready(LOAD_S):
                recogniser.drain(STRETCH_S)
            waiting = 0
    recogniser.ready(LOAD_S)
    recogniser.finish(0)
    return recogniser.wait(STRETCH_S).words
