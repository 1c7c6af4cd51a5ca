"""Voices in numbers, for calls in which loudness, pace and pitch movement are compared with the trainee's own baseline."""

from __future__ import annotations

from simulator.own_voice import Baseline, BesideBaseline, VoiceHeard, VoiceStretch

HEADSET = "USB Headset"
#: -30 dB below full scale, 160 words a minute, three semitones.
BASELINE = Baseline(HEADSET, "2025-11-24", 7_000, -30_000, 160, 3_000)


def stretch(from_ms: int, to_ms: int, loudness: int = -30_000, movement: int = 3_000) -> VoiceStretch:
    """Return a stretch that is voice from begin to end, its pitch about 150 Hz."""
    length = to_ms - from_ms
    return VoiceStretch(from_ms, to_ms, length, loudness, length // 2, 7_000 - movement // 2, 7_000 + movement - movement // 2)


def voice(*stretches: VoiceStretch, device: str = HEADSET) -> VoiceHeard:
    """Return the voice of a reply."""
    return VoiceHeard(device, stretches)


def beside(louder: int = 0, faster: int | None = 0, at_ms: int = 60_000, pitch_movement: int | None = 3_000) -> BesideBaseline:
    """Return a reply that begins then and differs so much from the baseline."""
    return BesideBaseline(at_ms, at_ms + 4_000, 3_000, louder, faster, pitch_movement)
