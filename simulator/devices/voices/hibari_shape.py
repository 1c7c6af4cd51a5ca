"""How hibari's spectra and pitch are bent into another person and another mood: the arithmetic of speech 4.3, on arrays only.

The network gives, per 12.5 ms frame, three envelopes (601 bins of 20 Hz, natural logarithm of the amplitude) and the pitch in Hz. A
longer vocal tract stretches the envelopes' frequency axis; a mood scales the pitch around its mean; effort tilts the spectrum.

Pace is made here too, by reading the frames faster or slower. The network's own ``speed`` rounds the length of every sound: 1.15 gives 6 %
where 15 % were asked for, and between 1.3 and 1.4 it jumps by a third (measured), with 11 points fewer words heard right at 1.4.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

BIN_HZ = 20.0
#: Frames below this are unvoiced (hibari's own threshold).
VOICED_HZ = 40.0
#: Where a bent pitch is held: below it a frame would fall silent, above it nobody speaks.
PITCH_HZ = (55.0, 620.0)
#: Effort acts between these; below there is no speech, and above only hiss would grow.
TILT_HZ = (60.0, 6000.0)
DB_TO_LOG = 0.11512925


def with_tract(envelope: Array, tract: float) -> Array:
    """Return the envelope with its frequency axis stretched: new[bin] = old[bin / tract], interpolated."""
    if tract == 1.0:
        return envelope
    last = envelope.shape[0] - 1
    place = np.minimum(np.arange(last + 1) / tract, last)
    low = np.minimum(place.astype(np.intp), last - 1)
    part = (place - low).astype(np.float32)[:, None]
    stretched: Array = (envelope[low] * (1 - part) + envelope[low + 1] * part).astype(np.float32)
    return stretched


@lru_cache(maxsize=16)
def tilt(slope: float, bins: int) -> Array:
    """Return what effort adds to each bin: ``slope`` dB per octave around 1 kHz, as natural logarithm."""
    hertz = np.clip(np.arange(bins) * BIN_HZ, *TILT_HZ)
    added: Array = (slope * np.log2(hertz / 1000.0) * DB_TO_LOG).astype(np.float32)[:, None]
    return added


def paced(outputs: Sequence[Array], pace: float) -> list[Array]:
    """Return the network's outputs (``lh theta ln lr phi f0``, frames last) read ``pace`` times as fast.

    Envelopes and the harmonics' phase are interpolated; the free phase is taken from the nearest frame, and so is the pitch where a
    voiced frame meets an unvoiced one.
    """
    lh, theta, ln, lr, phi, f0 = outputs
    frames = f0.shape[-1]
    wanted = max(2, round(frames / pace))
    if wanted == frames or frames < 2:
        return list(outputs)
    place = np.linspace(0, frames - 1, wanted)
    low = np.minimum(place.astype(np.intp), frames - 2)
    part = (place - low).astype(np.float32)
    near = np.round(place).astype(np.intp)

    def between(frame_by_frame: Array) -> Array:
        mixed: Array = (frame_by_frame[..., low] * (1 - part) + frame_by_frame[..., low + 1] * part).astype(np.float32)
        return mixed

    voiced = (f0[low] > VOICED_HZ) & (f0[low + 1] > VOICED_HZ)
    pitch = np.where(voiced, between(f0), f0[near]).astype(np.float32)
    return [between(lh), between(theta), between(ln), between(lr), phi[:, near], pitch]


def mean_pitch(pitches: Sequence[Array]) -> float:
    """Return the geometric mean of the voiced frames, Hz; 0 when nothing is voiced."""
    voiced = np.concatenate([pitch[pitch > VOICED_HZ] for pitch in pitches]) if pitches else np.zeros(0)
    return float(np.exp(np.log(voiced).mean())) if voiced.size else 0.0


def with_melody(pitch: Array, mean: float, height: float, melody: float) -> Array:
    """Return the pitch as mean x height x (pitch / mean) ^ melody over the voiced frames."""
    voiced = pitch > VOICED_HZ
    if mean <= 0:
        return pitch
    bent = mean * height * (np.maximum(pitch, 1.0) / mean) ** melody
    return np.where(voiced, np.clip(bent, *PITCH_HZ), pitch).astype(np.float32)
