"""The sound of the ringing telephone: two tones together, two seconds on, four seconds off, as the American network rings.

Frequencies and cadence: the precise tone plan (440 and 480 Hz; 2 s on, 4 s off).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

TONES_HZ = (440, 480)
ON_S = 2.0
OFF_S = 4.0
#: Quiet enough not to startle somebody in a headset.
LEVEL_DBFS = -30
#: The line's number in the playout; lines of the call count from 0.
LINE = -1
_EDGE_S = 0.02


def ring(rate: int) -> NDArray[np.float32]:
    """Return one ring with its pause, mono, at this rate."""
    time = np.arange(round(ON_S * rate)) / rate
    tone = sum(np.sin(2 * np.pi * hertz * time) for hertz in TONES_HZ) / len(TONES_HZ)
    edge = np.clip(np.minimum(time, ON_S - time) / _EDGE_S, 0.0, 1.0)
    sound = 10 ** (LEVEL_DBFS / 20) * np.sqrt(2) * tone * edge
    return np.concatenate([sound, np.zeros(round(OFF_S * rate))]).astype(np.float32)
