"""When both spoke at once, and when that counts as an interruption.

The trainee interrupts by speaking over the caller for 800 ms or more, or with three words that are no back-channel, unless it begins
within 300 ms of the caller's end: that is how people take turns (decisions 5). Whose voice began before the caller's line, or within
300 ms of its beginning, was cut in on and interrupts nobody: the caller took a pause between two sentences for the end of the turn.
"""

from __future__ import annotations

from collections.abc import Iterable

from simulator.call.state import CallerTurn
from simulator.transcript.words import Word

INTERRUPT_MS = 800
INTERRUPT_WORDS = 3
#: An overlap that begins this shortly before the caller's end is ordinary turn-taking.
TURN_TAKING_MS = 300
#: Nobody answers to these; they say "I am here".
BACK_CHANNELS = frozenset("mm hm mhm hmm uh huh yeah yes yep okay ok right sure oh ah i see go on the".split())


def overlaps(
    voice: Iterable[tuple[int, int]], words: tuple[Word, ...], lines: Iterable[CallerTurn]
) -> tuple[tuple[int, int, int, int, bool], ...]:
    """Return (from, to, ms before the line's end, words that are no back-channel, counts as interrupt) for each overlap."""
    found = []
    spoken = tuple(line for line in lines if line.to_ms > line.from_ms >= 0 and not line.silent)
    for begin, end in voice:
        for line in spoken:
            start, stop = max(begin, line.from_ms), min(end, line.to_ms)
            if stop > start:
                inside = sum(1 for word in words if start <= word.start_ms < stop and word.text.lower() not in BACK_CHANNELS)
                before_end = line.to_ms - start
                long_enough = stop - start >= INTERRUPT_MS or inside >= INTERRUPT_WORDS
                in_mid_line = begin > line.from_ms + TURN_TAKING_MS and before_end > TURN_TAKING_MS
                found.append((start, stop, before_end, inside, long_enough and in_mid_line))
    return tuple(found)
