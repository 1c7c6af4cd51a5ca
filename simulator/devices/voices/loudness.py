"""How loud a rendered line is and where it begins and ends, whatever engine made it.

Level is the power of the frames in which somebody speaks (within 20 dB of the loud ones), so pauses do not count. A soft limiter keeps
peaks below full scale: effort and a high level together reach 2.3 times full scale (speech 4.3).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Sound = NDArray[np.float32]

FRAME_MS = 10
#: A frame this far below the loud ones is no speech (dB): for the level, and for finding the ends.
SPEECH_DB = 20.0
EDGE_DB = 42.0
LEAD_MS = 10
TAIL_MS = 120
#: The limiter bends above the knee and never passes the ceiling.
KNEE = 0.70
CEILING = 0.98
#: Below this nothing was said (dBFS).
SILENT_DB = -70.0


def speech_level(sound: Sound, rate: int) -> float:
    """Return the level of the speech in dBFS (a sine at full scale has -3); -120 when there is none."""
    frames = _frame_powers(sound, rate)
    if frames.size == 0 or frames.max() <= 1e-12:
        return -120.0
    loud = np.percentile(frames, 95)
    return float(10 * np.log10(frames[frames >= loud * 10 ** (-SPEECH_DB / 10)].mean()))


def levelled(sound: Sound, rate: int, level: float) -> Sound:
    """Return the sound with its speech at ``level`` dBFS, peaks bent softly below full scale."""
    result, gain = sound, 0.0
    for _ in range(4):
        present = speech_level(result, rate)
        if present < SILENT_DB or abs(present - level) < 0.2:
            break
        # What the limiter takes away is given back in the next round.
        gain += level - present
        result = limited(sound * _gain(gain))
    return result


def limited(sound: Sound) -> Sound:
    """Return the sound with everything above the knee bent below the ceiling."""
    size = np.abs(sound)
    over = size > KNEE
    room = CEILING - KNEE
    bent = np.where(over, np.sign(sound) * (KNEE + room * np.tanh((size - KNEE) / room)), sound)
    return bent.astype(np.float32)


def trimmed(sound: Sound, rate: int, lead_ms: int = LEAD_MS, tail_ms: int = TAIL_MS) -> tuple[Sound, int]:
    """Return the sound with so much silence before and after the speech, and how many ms were cut off its beginning."""
    frames = _frame_powers(sound, rate)
    if frames.size == 0 or frames.max() <= 1e-12:
        return sound, 0
    step = rate * FRAME_MS // 1000
    speech = np.flatnonzero(frames >= np.percentile(frames, 95) * 10 ** (-EDGE_DB / 10))
    start = max(0, int(speech[0]) * step - rate * lead_ms // 1000)
    wanted_end = (int(speech[-1]) + 1) * step + rate * tail_ms // 1000
    cut = sound[start:wanted_end]
    missing = wanted_end - start - len(cut)
    return np.concatenate([cut, np.zeros(missing, np.float32)]), start * 1000 // rate


def fault_in(sound: Sound, rate: int) -> str:
    """Return what is wrong with a rendered sound, or nothing."""
    if len(sound) == 0:
        return "no sound at all"
    if not bool(np.isfinite(sound).all()):
        return "numbers that are no sound"
    if speech_level(sound, rate) < SILENT_DB:
        return "silence"
    return ""


def _gain(decibels: float) -> np.float32:
    return np.float32(10 ** (decibels / 20))


def _frame_powers(sound: Sound, rate: int) -> NDArray[np.float64]:
    step = rate * FRAME_MS // 1000
    whole = sound[: len(sound) // step * step].astype(np.float64)
    powers: NDArray[np.float64] = (whole.reshape(-1, step) ** 2).mean(axis=1) if len(whole) else np.zeros(0)
    return powers
