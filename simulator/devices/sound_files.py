"""Sound files as the recogniser wants them: 16 kHz, one channel, 16 bit, in blocks.

A file that is so already passes through bit by bit, which makes recognition comparable with other programs; every other
rate is resampled by soxr, and channels are averaged.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from simulator.problems import Problem, ProblemError

RATE = 16_000
BLOCK_FRAMES = 32_000

_KINDS = "Give a WAV, FLAC or Ogg file."


def read_for_recogniser(file: Path) -> Iterator[bytes]:
    """Yield the file's sound as 16-bit mono blocks at 16 kHz.

    Raises:
        ProblemError: there is no such file, it holds no sound, or it cannot be read.
    """
    import soundfile

    if not file.is_file():
        raise _problem(file, "There is no such file." if not file.exists() else "This is not a file.", _KINDS)
    try:
        with soundfile.SoundFile(file) as sound:
            if not sound.frames:
                raise _problem(file, "The file holds no sound.", "Record it again.")
            yield from _blocks(sound)
    except (soundfile.LibsndfileError, OSError) as error:
        raise _problem(file, f"This is not a sound file that can be read ({_reason(error)}).", _KINDS) from error


def _blocks(sound: Any) -> Iterator[bytes]:
    if sound.channels == 1 and sound.samplerate == RATE:
        for block in sound.blocks(BLOCK_FRAMES, dtype="int16"):
            yield block.tobytes()
        return
    import numpy as np
    import soxr

    resampler = soxr.ResampleStream(sound.samplerate, RATE, 1, dtype="float32")
    for block in sound.blocks(BLOCK_FRAMES, dtype="float32", always_2d=True):
        mono = np.ascontiguousarray(block.mean(axis=1, dtype=np.float32))
        yield _as_16_bit(resampler.resample_chunk(mono))
    yield _as_16_bit(resampler.resample_chunk(np.zeros(0, np.float32), last=True))


def _as_16_bit(samples: Any) -> bytes:
    import numpy as np

    return bytes(np.clip(np.round(samples * 32_768), -32_768, 32_767).astype(np.int16).tobytes())


def _reason(error: Exception) -> str:
    return str(getattr(error, "error_string", error)).rstrip(".")


def _problem(file: Path, what: str, remedy: str) -> ProblemError:
    return ProblemError(Problem("recording", what, remedy, str(file)))
