"""Reading a session's two tracks, and packing them once the call is over.

WAV is what survives a crash, FLAC is what is kept (55 % of the room, every sample the same). A WAV is deleted only after its FLAC
has been read back from the disk and compared, so whatever step is interrupted leaves one good copy, and packing again goes on from
there.
"""

from __future__ import annotations

import os
import struct
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from simulator.problems import Problem, ProblemError
from simulator.session.folder import AUDIO
from simulator.session.track_recorder import CALLER, TRAINEE

NAMES = (CALLER, TRAINEE)

#: Frames read at a time: damage costs at most the block that it is in.
_FRAMES = 1 << 12


class SoundTrack(NamedTuple):
    """One track."""

    #: In Hz.
    rate: int
    #: Mono, full scale 1.0; sample 0 is the moment the call was answered.
    samples: NDArray[np.float32]


def has_track(session: Path, name: str) -> bool:
    """Return whether this session has the track ``caller`` or ``trainee``."""
    return _wav(session, name).is_file() or _flac(session, name).is_file()


def open_track(session: Path, name: str) -> SoundTrack:
    """Return a track of a session, from FLAC or from WAV, also from one whose recording was killed.

    Raises:
        ProblemError: there is no such track, or nothing of it can be read.
    """
    return read_track(session, name)[0]


def read_track(session: Path, name: str) -> tuple[SoundTrack, Problem | None]:
    """Return a track and, where it is damaged, from when on; what can be read is returned all the same.

    Raises:
        ProblemError: there is no such track, or nothing of it can be read.
    """
    wav, flac = _wav(session, name), _flac(session, name)
    if wav.is_file():
        rate, pcm = _read_wav(wav)
        return SoundTrack(rate, _floats(pcm)), None
    if not flac.is_file():
        raise ProblemError(Problem("recording", f"This session has no sound of the {name}.", "Read the transcript.", str(session)))
    rate, pcm, whole = _read_flac(flac)
    return SoundTrack(rate, _floats(pcm)), None if whole else _damaged(flac, len(pcm) / rate)


def pack(session: Path) -> tuple[Problem, ...]:
    """Turn the session's WAV tracks into FLAC and return what went wrong; a WAV that could not be packed stays as it is."""
    problems = []
    for name in NAMES:
        wav = _wav(session, name)
        beside = _flac(session, name).with_suffix(".flac.new")
        beside.unlink(missing_ok=True)
        if not wav.is_file():
            continue
        try:
            _pack_one(wav, beside, _flac(session, name))
        except ProblemError as error:
            problems.append(error.problem)
        except OSError as error:
            beside.unlink(missing_ok=True)
            what = f"The track could not be packed ({error.strerror or error}); it stays as WAV."
            problems.append(Problem("recording", what, "Free some disk space; it is tried again later.", str(wav)))
    return tuple(problems)


def _pack_one(wav: Path, beside: Path, flac: Path) -> None:
    rate, pcm = _read_wav(wav)
    if not len(pcm):
        # FLAC cannot hold a sound without samples.
        return
    _write_flac(beside, rate, pcm)
    read_rate, read_back, whole = _read_flac(beside)
    if not whole or read_rate != rate or not np.array_equal(read_back, pcm):
        raise OSError(0, "the packed copy differs from the original")
    beside.replace(flac)
    _flush_folder(flac.parent)
    wav.unlink()


def _write_flac(path: Path, rate: int, pcm: NDArray[np.int16]) -> None:
    sound = _soundfile()
    try:
        with sound.SoundFile(path, "w", rate, channels=1, format="FLAC", subtype="PCM_16") as out:
            for start in range(0, len(pcm), _FRAMES):
                out.write(pcm[start : start + _FRAMES])
    except sound.LibsndfileError as error:
        raise OSError(0, str(error)) from error
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _read_flac(path: Path) -> tuple[int, NDArray[np.int16], bool]:
    """Return rate, samples and whether that is all: a damaged file is read block by block up to the damage."""
    sound = _soundfile()
    blocks: list[NDArray[np.int16]] = []
    rate, expected = 0, 0
    try:
        with sound.SoundFile(path) as stream:
            rate, expected = stream.samplerate, stream.frames
            while len(block := stream.read(_FRAMES, dtype="int16")):
                blocks.append(block)
    except sound.LibsndfileError as error:
        if not blocks:
            raise _unreadable(path) from error
    pcm = np.concatenate(blocks) if blocks else np.zeros(0, dtype=np.int16)
    if not len(pcm):
        raise _unreadable(path)
    return rate, pcm, len(pcm) == expected


def _read_wav(path: Path) -> tuple[int, NDArray[np.int16]]:
    """Return rate and samples of a 16-bit mono WAV, going by the file's length: a killed recorder's header may be behind."""
    with path.open("rb") as stream:
        if stream.read(12)[8:] != b"WAVE":
            raise _unreadable(path)
        rate = 0
        while len(head := stream.read(8)) == 8:
            name, length = struct.unpack("<4sI", head)
            if name == b"data":
                rest = stream.read()
                return _known(rate, path), np.frombuffer(rest[: len(rest) // 2 * 2], dtype="<i2").astype(np.int16)
            chunk = stream.read(length + length % 2)
            if name == b"fmt " and len(chunk) >= 16:
                _, channels, rate, _, _, bits = struct.unpack("<HHIIHH", chunk[:16])
                if (channels, bits) != (1, 16):
                    raise _unreadable(path)
    return _known(rate, path), np.zeros(0, dtype=np.int16)


def _known(rate: int, path: Path) -> int:
    if not rate:
        raise _unreadable(path)
    return rate


def _floats(pcm: NDArray[np.int16]) -> NDArray[np.float32]:
    return pcm.astype(np.float32) / np.float32(32768.0)


def _wav(session: Path, name: str) -> Path:
    return session / AUDIO / f"{name}.wav"


def _flac(session: Path, name: str) -> Path:
    return session / AUDIO / f"{name}.flac"


def _damaged(path: Path, seconds: float) -> Problem:
    minutes, rest = divmod(int(seconds), 60)
    return Problem("recording", f"The sound is damaged from {minutes:02}:{rest:02} on.", "What is before can be heard.", str(path))


def _unreadable(path: Path) -> ProblemError:
    return ProblemError(Problem("recording", "This sound cannot be read.", "The transcript and the scorecard are not touched.", str(path)))


def _flush_folder(folder: Path) -> None:
    if os.name == "posix":
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _soundfile() -> Any:
    import soundfile

    return soundfile
