"""Plays the tracks of a recorded call together, for whoever reviews it.

Both tracks begin at sample 0 of the call, so they are mixed once at the loudspeaker's rate (half a second of work for ten minutes of
sound) and played from any moment. The loudspeaker is open only while something is heard.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from simulator.call.events import DeviceLost, Happening
from simulator.devices.loudspeaker import Loudspeaker, at_rate
from simulator.devices.playout import Finished, Samples, Started
from simulator.settings import DeviceName

#: Two voices at full scale together stay below clipping for the most part, and neither becomes faint.
_MIX = 0.7


def mixed(tracks: Sequence[tuple[int, Samples]], rate: int) -> Samples:
    """Return the tracks, pairs of rate and samples, as one sound at this rate; it is as long as the longest."""
    there = [at_rate(samples, own, rate) for own, samples in tracks]
    whole = np.zeros(max((len(one) for one in there), default=0), dtype=np.float32)
    for one in there:
        whole[: len(one)] += one * np.float32(_MIX)
    return whole


class TrackPlayer:
    """One recorded call that can be heard; ``stop`` also lets go of the loudspeaker."""

    def __init__(self, tracks: Sequence[tuple[int, Samples]], wanted: DeviceName) -> None:
        self._tracks = tuple(tracks)
        self._wanted = wanted
        self._speaker: Loudspeaker | None = None
        self._mix: tuple[int, Samples] = (0, np.zeros(0, dtype=np.float32))
        self._line = 0
        self._from_ms = 0
        self._begun = False
        self._over = True
        self._lost = False

    def play(self, from_ms: int) -> None:
        """Play on from this moment of the call; while playing, go there.

        Raises:
            ProblemError: there is no loudspeaker, or it cannot be opened.
        """
        if self._lost:
            self.stop()
        if self._speaker is None:
            self._lost = False
            self._speaker = Loudspeaker(self._wanted, self._notice)
        playout = self._speaker.playout
        if self._mix[0] != playout.rate:
            self._mix = (playout.rate, mixed(self._tracks, playout.rate))
        playout.stop()
        self._line += 1
        self._from_ms, self._begun, self._over = from_ms, False, False
        playout.play(self._line, self._mix[1][playout.rate * from_ms // 1000 :])

    def stop(self) -> None:
        """Fall silent; the position stays."""
        self._from_ms, self._begun, self._over = self.position_ms(), False, True
        speaker, self._speaker = self._speaker, None
        if speaker is not None:
            speaker.close()

    def position_ms(self) -> int:
        """Return the moment of the call that is heard."""
        self._take_reports()
        if self._speaker is None or not self._begun:
            return self._from_ms
        playout = self._speaker.playout
        return self._from_ms + playout.spoken_samples() * 1000 // playout.rate

    def playing(self) -> bool:
        """Return whether sound is running; False once the end was reached or the loudspeaker is gone."""
        self._take_reports()
        return not self._over and not self._lost

    def _take_reports(self) -> None:
        for report in self._speaker.playout.take_reports() if self._speaker else ():
            if report.line != self._line:
                continue
            if isinstance(report, Started):
                self._begun = True
            elif isinstance(report, Finished):
                self._over = True

    def _notice(self, happening: Happening) -> None:
        if isinstance(happening, DeviceLost):
            self._lost = True
