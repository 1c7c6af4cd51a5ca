"""How the sound of a call gets onto the disk while the call runs.

Two mono WAV files on one clock: sample 0 of both is the moment the call was answered. They are written with the standard library's
``wave`` on an unbuffered file ten times a second, because then the header is right after every write and the sound survives a
``kill -9`` (FLAC and other WAV writers lose it); once a second they are flushed to the disk for the power cut. The devices' callbacks
only append to a queue. When the disk cannot keep up, whole blocks are given up and silence of their length is written, so the clock
stays true; when it is full, recording ends with a problem and the call goes on.
"""

from __future__ import annotations

import io
import os
import shutil
import threading
import wave
from collections import deque
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from simulator.problems import Problem
from simulator.session.folder import AUDIO

CALLER, TRAINEE = "caller", "trainee"
#: The trainee's track is at the recogniser's rate (decisions 9).
TRAINEE_RATE = 16_000
#: Recording ends below this much room; starting a call wants more (see ``live.preflight``).
LEAST_FREE = 50 << 20

#: Mono sound: floats of full scale 1.0, 16-bit integers, or the latter as bytes in the machine's order.
Block = NDArray[np.float32] | NDArray[np.int16] | bytes

_EVERY_S = 0.1
_FLUSH_EVERY = 10
_QUEUE_S = 60
_JOIN_S = 5.0


def to_pcm(block: Block) -> NDArray[np.int16]:
    """Return a block as 16-bit integers; floats beyond full scale are clipped."""
    if isinstance(block, bytes):
        return np.frombuffer(block, dtype=np.int16)
    if block.dtype == np.int16:
        return block.astype(np.int16, copy=False)
    pcm: NDArray[np.int16] = np.clip(np.rint(block * 32768.0), -32768, 32767).astype(np.int16)
    return pcm


def free_bytes(folder: Path) -> int:
    """Return the free room of the disk that holds this folder."""
    return shutil.disk_usage(folder).free


class TrackRecorder:
    """Records caller and trainee until closed; ``caller`` and ``trainee`` may be called from a sound card's callback."""

    def __init__(
        self,
        session: Path,
        caller_rate: int,
        report: Callable[[Problem], None],
        free: Callable[[Path], int] = free_bytes,
    ) -> None:
        self._folder = session / AUDIO
        self._report = report
        self._free = free
        self._ending = threading.Event()
        self._thread: threading.Thread | None = None
        self.problem: Problem | None = None
        self._tracks: tuple[_Track, ...] = ()
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._tracks = tuple(
                _Track(self._folder / f"{name}.wav", rate) for name, rate in ((CALLER, caller_rate), (TRAINEE, TRAINEE_RATE))
            )
        except OSError as error:
            self._give_up(error)
            return
        self._thread = threading.Thread(target=self._write_on, name="simulator-tracks", daemon=True)
        self._thread.start()

    @property
    def dropped(self) -> int:
        """Samples, of both tracks together, that had to be replaced by silence."""
        return sum(track.dropped for track in self._tracks)

    def caller(self, block: Block) -> None:
        """Append what was played of the caller, silence included; never waits."""
        if self.problem is None:
            self._tracks[0].put(block)

    def trainee(self, block: Block) -> None:
        """Append what was heard of the trainee at 16 kHz; never waits."""
        if self.problem is None:
            self._tracks[1].put(block)

    def close(self) -> None:
        """Write what is left and close the files; the tracks are then whole WAV files."""
        self._ending.set()
        if self._thread is not None:
            self._thread.join(_JOIN_S)
            self._thread = None

    def _write_on(self) -> None:
        turn = 0
        try:
            while not self._ending.wait(_EVERY_S):
                turn += 1
                self._write_once(flush=turn % _FLUSH_EVERY == 0)
            self._write_once(flush=True)
            for track in self._tracks:
                track.close()
        except OSError as error:
            self._give_up(error)
            for track in self._tracks:
                track.abandon()

    def _write_once(self, flush: bool) -> None:
        if flush and self._free(self._folder) < LEAST_FREE:
            raise OSError(0, f"less than {LEAST_FREE >> 20} MB are free")
        for track in self._tracks:
            track.write()
            if flush:
                track.flush()

    def _give_up(self, error: OSError) -> None:
        what = f"The sound of the call is no longer recorded ({error.strerror or error}); the call goes on."
        self.problem = Problem("machine", what, "Free some disk space before the next call.", str(self._folder))
        self._report(self.problem)


class _WholeFile(io.FileIO):
    """An unbuffered file whose ``write`` takes everything or raises: ``wave`` would not notice that a full disk took half."""

    # ``wave`` writes bytes only; FileIO itself would take any buffer.
    def write(self, data: bytes, /) -> int:  # type: ignore[override]
        rest = memoryview(data)
        while len(rest):
            rest = rest[super().write(rest) :]
        return len(data)


class _Track:
    """One WAV file with its queue."""

    def __init__(self, path: Path, rate: int) -> None:
        self._file = _WholeFile(path, "wb")
        self._wave = wave.Wave_write(self._file)
        self._wave.setnchannels(1)
        self._wave.setsampwidth(2)
        self._wave.setframerate(rate)
        # The header is there before the first sound is.
        self._wave.writeframes(b"")
        self._blocks: deque[Block | int] = deque()
        self._put = 0
        self._written = 0
        self._most = rate * _QUEUE_S
        self._gap = 0
        self.dropped = 0

    def put(self, block: Block) -> None:
        samples = len(block) // 2 if isinstance(block, bytes) else len(block)
        if self._put - self._written > self._most:
            self._gap += samples
            self.dropped += samples
            return
        self._fill_gap()
        self._blocks.append(block)
        self._put += samples

    def _fill_gap(self) -> None:
        if self._gap:
            self._blocks.append(self._gap)
            self._put += self._gap
            self._gap = 0

    def write(self) -> None:
        pieces = []
        while self._blocks:
            block = self._blocks.popleft()
            pieces.append(np.zeros(block, dtype=np.int16) if isinstance(block, int) else to_pcm(block))
        if pieces:
            sound = np.concatenate(pieces)
            self._wave.writeframes(sound.astype("<i2").tobytes())
            self._written += len(sound)

    def flush(self) -> None:
        os.fsync(self._file.fileno())

    def close(self) -> None:
        self._fill_gap()
        self.write()
        self._wave.close()
        self._file.close()

    def abandon(self) -> None:
        """Close a file that takes no more; what it has stays."""
        try:
            self._wave.close()
        except OSError:
            # The header may now promise more than is there; readers go by the length of the file.
            return
        finally:
            self._file.close()
