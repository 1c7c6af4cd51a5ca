"""The caller's sound on its way into the room: one output stream, opened once and kept for the whole call.

The stream runs at the device's own rate; a rendered line is brought to it once, before it is played (decisions 9). A lost device raises
no error: the callbacks merely cease, so a small thread of our own watches their age. While the device is away that thread pulls in the
callback's place, so the call's clock and the caller's track go on; it also tries to open the device again.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from simulator.call.events import DeviceBack, DeviceLost, Happening
from simulator.devices.device_list import (
    SOUND_LOCK,
    Found,
    cannot_open,
    find_loudspeaker,
    sound_library,
)
from simulator.devices.playout import FADE_MS, Playout, Samples
from simulator.problems import ProblemError
from simulator.settings import DeviceName

BLOCK_MS = 20
LATENCY_S = 0.06
#: Without a callback for this long the device is gone (also when the sound server suspended it).
LOST_S = 1.0
RETRY_S = 1.0
#: A Bluetooth headset may take this long to play its first block (pitfalls S6).
FIRST_BLOCK_S = 3.0

_TICK_S = 0.05
_JOIN_S = 3.0


def at_rate(samples: Samples, rate: int, wanted: int) -> Samples:
    """Return mono samples resampled to the wanted rate."""
    if rate == wanted or not len(samples):
        return samples
    import soxr

    resampled: Samples = soxr.resample(samples, rate, wanted).astype(np.float32)
    return resampled


class Loudspeaker:
    """One output stream with the playout that feeds it.

    Raises:
        ProblemError: PortAudio or the device is missing, or it cannot be opened.
    """

    def __init__(self, wanted: DeviceName, report: Callable[[Happening], None]) -> None:
        found = find_loudspeaker(wanted)
        self.playout = Playout(found.device.rate)
        #: Blocks that came too late to be played without a gap.
        self.underflows = 0
        self._blocks = 0
        self._pulled = 0
        self._wanted = wanted
        self._report = report
        self._closing = threading.Event()
        self._retry_now = threading.Event()
        self._ended = threading.Event()
        self._beat = time.monotonic()
        self._name = found.device.name
        self._stream: Any = self._open(found)
        self._watcher = threading.Thread(target=self._watch, name="simulator-loudspeaker", daemon=True)
        self._watcher.start()

    @property
    def name(self) -> str:
        """The device's name."""
        return self._name

    @property
    def latency_ms(self) -> int:
        """Time from a sample's number on the clock to the ear, as the driver states it."""
        stream = self._stream
        return round(stream.latency * 1000) if stream is not None else 0

    def play(self, line: int, samples: Samples, rate: int) -> None:
        """Play a rendered line after whatever is playing now; it is resampled here, in the calling thread."""
        self.playout.play(line, at_rate(samples, rate, self.playout.rate))

    def stop(self) -> None:
        """Fall silent within 30 ms, plus what the sound card already has."""
        self.playout.stop()

    def reopen(self, wanted: DeviceName) -> None:
        """Try this device next while the present one is lost; ``DeviceBack`` says that it works."""
        self._wanted = wanted
        self._retry_now.set()

    def close(self) -> None:
        """Fall silent, end the stream, and the thread with it."""
        if self._closing.is_set():
            return
        self.playout.stop()
        self._closing.set()
        self._watcher.join(_JOIN_S)
        self._drop_stream()

    def _open(self, found: Found) -> Any:
        sound = sound_library()
        rate = self.playout.rate
        self._ended.clear()
        with SOUND_LOCK:
            try:
                stream = sound.OutputStream(
                    device=found.device.number,
                    samplerate=rate,
                    channels=min(2, found.device.channels),
                    dtype="float32",
                    blocksize=rate * BLOCK_MS // 1000,
                    latency=LATENCY_S,
                    callback=self._fill,
                    finished_callback=self._ended.set,
                )
                self._beat = time.monotonic() + FIRST_BLOCK_S - LOST_S
                stream.start()
            except sound.PortAudioError as error:
                raise cannot_open("loudspeaker", found.device.name, error) from error
        self._name = found.device.name
        return stream

    def _fill(self, out: Any, frames: int, _time: object, status: object) -> None:
        """Fill one block; PortAudio's thread, so nothing here waits."""
        self._beat = time.monotonic()
        if status:
            self.underflows += 1
        self._blocks += 1
        out[:] = self._pull(frames)[:, np.newaxis]

    def _pull(self, count: int) -> Samples:
        self._pulled += count
        return self.playout.pull(count)

    def _watch(self) -> None:
        """Wait for the device to go away, then keep the clock going until it is back."""
        ticked = time.monotonic()
        while not self._closing.wait(_TICK_S):
            now = time.monotonic()
            if now - ticked > LOST_S:
                # The whole program stood still (a suspended machine): the device gets another second.
                self._beat = now
            ticked = now
            if self._ended.is_set() or now - self._beat > LOST_S:
                self._lose()
                self._stand_in()
                ticked = time.monotonic()
        self._fall_silent()

    def _lose(self) -> None:
        lost = self._name
        self._drop_stream()
        # Nobody hears the rest of the line.
        self.playout.stop(fade_ms=0)
        self._report(
            DeviceLost("loudspeaker", f"The loudspeaker is gone: {lost}. Plug it in again, or choose another one in the settings.")
        )

    def _stand_in(self) -> None:
        """Pull in real time in the callback's place until a device plays again or the call is over."""
        # What was due while nobody had noticed is made up for.
        began, before, tried = min(self._beat, time.monotonic()), self._pulled, 0.0
        while not self._closing.wait(_TICK_S):
            now = time.monotonic()
            due = before + round((now - began) * self.playout.rate)
            if due > self._pulled:
                self._pull(due - self._pulled)
            if self._retry_now.is_set() or now - tried > RETRY_S:
                self._retry_now.clear()
                if self._reopened():
                    self._report(DeviceBack("loudspeaker"))
                    return
                tried = time.monotonic()

    def _reopened(self) -> bool:
        """Open the wanted device and return whether it plays on; a suspended one takes a buffer's worth and then nothing."""
        try:
            self._stream = self._open(find_loudspeaker(self._wanted))
        except ProblemError:
            # Still away; it is tried again in a second, and the person has been told already.
            return False
        enough = self._blocks + 2 * round(LATENCY_S * 1000 / BLOCK_MS) + 2
        until = time.monotonic() + FIRST_BLOCK_S
        while self._blocks < enough and time.monotonic() < until and not self._ended.is_set():
            if self._closing.wait(BLOCK_MS / 1000):
                break
        if self._blocks >= enough:
            return True
        self._drop_stream()
        return False

    def _fall_silent(self) -> None:
        """Wait until the sound card has taken the fade and a few blocks of zeros, so that nothing clicks."""
        wanted = FADE_MS + 1000 * LATENCY_S
        enough = self._blocks + wanted / BLOCK_MS
        until = time.monotonic() + 2 * wanted / 1000
        while self._stream is not None and self._blocks < enough and time.monotonic() < until:
            self._ended.wait(BLOCK_MS / 1000)

    def _drop_stream(self) -> None:
        stream, self._stream = self._stream, None
        if stream is None:
            return
        sound = sound_library()
        with SOUND_LOCK:
            try:
                stream.abort(ignore_errors=True)
                stream.close(ignore_errors=True)
            except sound.PortAudioError:
                # A device that went away cannot be closed in order; the stream is given up either way.
                return
