"""From the end of the trainee's speech to the caller's first sample, over the virtual sound card, in real time.

Both sides are recorded at the card, outside the program: the moment is the last sample that the trainee's voice feeds into the microphone
and the first that leaves the loudspeaker. 600 ms of it are the silence that ends a turn.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from simulator.devices.pyttsx3_mouth import VoiceProcess
from simulator.live.assemble import read_script, spoken_from
from simulator.live.demo_call import voices_for
from simulator.live.opening import Terms
from simulator.robots.calm import calm_reply
from simulator.settings import Settings
from tests.bench.stopwatch import Figure, median_and_p95
from tests.support.spoken_trainee import CARD_RATE, Ear, RealTimeTrainee, play_call

TURNS = 20
LONGEST_S = 600.0
FRAME_MS = 5
#: Of full scale: below this nobody speaks.
QUIET = 0.004
#: A pause inside speech is shorter than this, a change of speaker takes longer than nothing and less than that.
PAUSE_MS = 500
LONGEST_ANSWER_MS = 4_000


def measure() -> Iterator[Figure]:
    """Yield the time to the caller's answer over at least ``TURNS`` turns."""
    times: list[float] = []
    seed = 0
    while len(times) < TURNS:
        times.extend(_call(seed))
        seed += 1
    how = f"{len(times)} turns on the virtual card, 600 ms are the turn's end"
    yield "trainee's last sound to caller's first", median_and_p95(times), how


def _call(seed: int) -> list[float]:
    """Play one call and return the milliseconds of each answer."""
    with tempfile.TemporaryDirectory() as out:
        script = read_script("billing-double-charge")
        call = spoken_from(script, replace(Terms(), seed=seed, out=Path(out)), Settings())
        voice = VoiceProcess(voices_for(script.scenario)[1])
        trainee_ear, caller_ear = Ear("microphone"), Ear("speaker_loop")
        trainee = RealTimeTrainee(call, voice, lambda state: calm_reply(state, seed))
        try:
            play_call(call, trainee, LONGEST_S)
        finally:
            call.close()
            voice.close()
            heard = [trainee_ear.close(), caller_ear.close()]
    spans = sorted((*span, who) for who, (begin, sound) in enumerate(heard) for span in _spans(begin, sound))
    answers = [1000 * (after[0] - before[1]) for before, after in pairwise(spans) if (before[2], after[2]) == (0, 1)]
    return [answer for answer in answers if 0 < answer < LONGEST_ANSWER_MS]


def _spans(begin: float, sound: Any) -> list[tuple[float, float]]:
    """Return the stretches of speech as (from, to), in seconds of the streams' clock."""
    frame = CARD_RATE * FRAME_MS // 1000
    loud = np.abs(sound[: len(sound) // frame * frame]).reshape(-1, frame).max(axis=1) > QUIET
    spans: list[tuple[float, float]] = []
    for at in np.flatnonzero(loud):
        start, end = begin + at * FRAME_MS / 1000, begin + (at + 1) * FRAME_MS / 1000
        if spans and start - spans[-1][1] < PAUSE_MS / 1000:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans
