"""When each word of a line begins in the rendered sound, so that a caption can follow what has really been played.

espeak tells the sample of every word; hibari tells nothing, so its words are spread over each sentence by how many sounds they have
(decisions 9). Either way the result is one time for every word of the line as the trainer wrote it, never going back.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from simulator.devices.spoken_text import SpokenText, line_words


@dataclass(frozen=True, slots=True)
class WordTime:
    """A word of the line and when it begins."""

    char_from: int
    char_to: int
    ms: int


def words_of_line(line: str, spoken: SpokenText, events: Sequence[tuple[int, int, int]]) -> tuple[WordTime, ...]:
    """Return the times of all words of ``line``.

    Args:
        events: (position in ``spoken.text``, length, ms) as the voice gave them; a word without one begins with the next.
    """
    begins = sorted((spoken.origins[at][0], ms) for at, _, ms in events if 0 <= at < len(spoken.origins))
    places = [place for place, _ in begins]
    words: list[WordTime] = []
    latest = 0
    for start, end in line_words(line):
        first = bisect_right(places, start - 1)
        if first < len(begins) and places[first] < end:
            latest = max(latest, begins[first][1])
        words.append(WordTime(start, end, latest))
    return tuple(words)


def spread(weights: Sequence[float], from_ms: int, to_ms: int) -> tuple[int, ...]:
    """Return when each of the words begins if they fill the stretch in proportion to their weights."""
    total = sum(weights) or 1.0
    begins, done = [], 0.0
    for weight in weights:
        begins.append(from_ms + round((to_ms - from_ms) * done / total))
        done += weight
    return tuple(begins)


def moved(words: Sequence[WordTime], by_ms: int) -> tuple[WordTime, ...]:
    """Return the words that many milliseconds earlier (a trimmed beginning), none before 0."""
    return tuple(WordTime(word.char_from, word.char_to, max(0, word.ms - by_ms)) for word in words)
