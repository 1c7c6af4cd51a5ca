"""The microphone's stream, and how we notice that it is gone.

The stream runs at the device's own rate (16 kHz is refused or silently wrong on many devices, pitfalls S5) and is opened
once per call. PortAudio says nothing when a device goes away; four signs were measured (reliability 1.4) and all are looked
for: the stream's end, no block for a second, and samples of exactly zero, which a sound server delivers when it moves the
stream to another source.
"""

from __future__ import annotations

from typing import Any, Literal

from simulator.devices.device_list import (
    SOUND_LOCK,
    Found,
    find_microphone,
    sound_library,
)
from simulator.devices.sound_ring import SoundRing
from simulator.problems import ProblemError, machine_lacks
from simulator.settings import DeviceName

BLOCK_MS = 20
#: Without a block for so long the device is gone.
STALLED_S = 1.0
#: A microphone has noise: exact zeros for so long mean that it is gone or muted ...
FLAT_S = 2.0
#: ... from the first sound on; until then it may take its time to wake ...
FIRST_SOUND_S = 6.0
#: ... and some headsets, and virtual cards, silence their own noise: known by sound after this much of zeros in one stream.
GATE_S = 1.0
GATED_FLAT_S = 30.0

#: Why a microphone counts as gone: its stream ended, no blocks come, or only zeros.
Loss = Literal["ended", "stalled", "flat"]

SENTENCES: dict[Loss, str] = {
    "ended": "The microphone is gone: {name}. Plug it in again, or choose another one in the settings.",
    "stalled": "The microphone delivers nothing any more: {name}. Plug it in again, or choose another one in the settings.",
    "flat": "The microphone delivers only silence: {name}. Is it muted or unplugged? Switch it on and say something.",
}


class Microphone:
    """One input stream at a time; opened, closed and watched by the ears thread."""

    def __init__(self, wanted: DeviceName, ring: SoundRing) -> None:
        self.wanted = wanted
        self.name = wanted.name
        self.rate = 0
        self.channels = 1
        #: Blocks that PortAudio marked as lost (input overflow).
        self.overflows = 0
        self._ring = ring
        self._ended = False
        self._stream: Any = None

    def open(self) -> None:
        """Open the wanted microphone, or the default one where it is not there, and start it.

        Raises:
            ProblemError: there is none, or it cannot be opened.
        """
        sound = sound_library()
        found = find_microphone(self.wanted)
        with SOUND_LOCK:
            try:
                self._stream = self._started(sound, found, 1)
            except sound.PortAudioError as mono:
                try:
                    self._stream = self._started(sound, found, min(2, found.device.channels))
                except sound.PortAudioError:
                    raise self._cannot_open(found, mono) from mono
        self.name, self.rate = found.device.name, found.device.rate

    @property
    def ended(self) -> bool:
        """Return whether the stream ended without being asked to."""
        return self._ended

    def close(self) -> None:
        """Stop the stream, then close it; safe when it is gone or was never open."""
        stream, self._stream = self._stream, None
        if stream is None:
            return
        with SOUND_LOCK:
            stream.abort(ignore_errors=True)
            stream.close(ignore_errors=True)

    def _started(self, sound: Any, found: Found, channels: int) -> Any:
        rate = found.device.rate
        self._ended = False
        stream = sound.RawInputStream(
            device=found.device.number,
            samplerate=rate,
            channels=channels,
            dtype="int16",
            blocksize=rate * BLOCK_MS // 1000,
            latency="low",
            callback=self._copy,
            finished_callback=self._note_end,
        )
        self.channels = channels
        try:
            stream.start()
        except sound.PortAudioError:
            stream.close(ignore_errors=True)
            raise
        return stream

    def _cannot_open(self, found: Found, error: Exception) -> ProblemError:
        return machine_lacks(
            f"The microphone cannot be opened ({error}).",
            "Close other programs that use it, or choose another one in the settings.",
            found.device.name,
        )

    def _copy(self, data: Any, frames: int, _time: object, status: object) -> None:
        """Copy one block; PortAudio's thread, so nothing else happens here."""
        self._ring.put(bytes(data), frames)
        if status:
            self.overflows += 1

    def _note_end(self) -> None:
        self._ended = True


class SoundWatch:
    """Decides from blocks and the time whether the microphone is gone, and whether it is back. Knows no device."""

    def __init__(self) -> None:
        self._last_block = self._last_look = self._last_sound = 0.0
        self._heard_any = self._gated = self._in_call = False
        self._lost: Loss | None = None

    @property
    def lost(self) -> Loss | None:
        """Return why it counts as gone, or None."""
        return self._lost

    def begin_stream(self, now: float) -> None:
        """Note that a stream was opened."""
        self._last_block = self._last_look = self._last_sound = now
        self._heard_any = False

    def begin_call(self, now: float) -> None:
        """Note that the call was answered: from now on silence of the device matters."""
        self._in_call = True
        if not self._heard_any:
            self._last_sound = now

    def heard(self, sound: bytes, now: float) -> bool:
        """Note a block; return True when it shows that a lost microphone works again."""
        self._last_block = now
        if sound.count(0) == len(sound):
            return False
        self._gated = self._gated or now - self._last_sound >= GATE_S
        self._last_sound = now
        self._heard_any = True
        back, self._lost = self._lost is not None, None
        return back

    def look(self, now: float, ended: bool) -> Loss | None:
        """Return a new reason to count it as gone, once; to be asked several times a second."""
        if now - self._last_look > STALLED_S:
            # The program itself stood still (a closed lid): the microphone gets its time again.
            self._last_block = self._last_sound = now
        self._last_look = now
        if self._lost is not None:
            return None
        if ended:
            self._lost = "ended"
        elif now - self._last_block > STALLED_S:
            self._lost = "stalled"
        elif self._in_call and now - self._last_sound >= self._longest_silence():
            self._lost = "flat"
        return self._lost

    def _longest_silence(self) -> float:
        if self._gated:
            return GATED_FLAT_S
        return FLAT_S if self._heard_any else FIRST_SOUND_S
