#!/usr/bin/env python3
"""Renders the sentences beside this file, and the sentence that warms the recogniser, with hibari's own voice.

    python tests/recorded/render.py      writes tests/recorded/*.flac and assets/warm-up.wav

The noise in the voice comes from a fixed seed, so the same version of hibari gives the same files. They are kept in the repository
because what a recogniser hears in them is compared word by word.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import soundfile
import soxr
from hibari import SAMPLE_RATE, Hibari

HERE = Path(__file__).resolve().parent
RATE = 16_000
LEVEL_DBFS = -20
#: Samples quieter than this at either end are cut away, down to 50 ms before and 100 ms after.
QUIET = 300

SENTENCES = {
    "sorry-about-the-delay": "I am really sorry about the delay, that must be very frustrating for you.",
    "two-charges": "I can see two charges on your account, and I will refund the second one today.",
    "anything-else": "Is there anything else that I can do for you this morning?",
    "yes-of-course": "Yes, of course.",
}
WARM_UP = "I'm sorry about the delay, let me see what I can do for you."


def rendered(voice: Hibari, text: str, seed: int) -> np.ndarray:
    """Return the sentence as 16-bit samples at 16 kHz, cut to whole tenths of a second."""
    sound = soxr.resample(voice(text, seed=seed), SAMPLE_RATE, RATE, quality="VHQ")
    sound *= 10 ** (LEVEL_DBFS / 20) / np.sqrt(np.mean(sound**2))
    samples = (np.clip(sound, -0.99, 0.99) * 32_767).astype(np.int16)
    loud = np.flatnonzero(np.abs(samples.astype(int)) > QUIET)
    samples = samples[max(0, loud[0] - RATE // 20) : loud[-1] + RATE // 10]
    return np.pad(samples, (0, -len(samples) % (RATE // 10)))


def main() -> None:
    """Write all files."""
    voice = Hibari()
    for name, text in SENTENCES.items():
        soundfile.write(HERE / f"{name}.flac", rendered(voice, text, seed=7), RATE, subtype="PCM_16")
    soundfile.write(HERE.parents[1] / "assets" / "warm-up.wav", rendered(voice, WARM_UP, seed=3), RATE, subtype="PCM_16")


if __name__ == "__main__":
    main()
