"""How the voice of one reply compares with the trainee's own baseline, and when it can be compared at all.

Only stretches in which the caller was not heard count, a moment after each line included; then two seconds of voice are needed, from
the microphone that heard the baseline (decisions 5). Everybody is compared with themselves only. "Louder" is decibels, "faster" is words
a minute while speaking; what they might mean is not asked.

Where the system chooses the microphone ("default", "pulse"), a headset that was plugged in since has the same name and another gain. The
sound server could be asked which device stands behind it, but only by a program that is not on every computer, and it moves a running
stream to another device without telling anybody; so that answer would be worth no more than the name. Most Linux computers have nothing
but "default" until somebody chooses, and not to measure would leave them without the feature. So it is measured and told as a fact, and
neither the caller nor the score takes it for a raised voice; who wants it to count chooses the microphone by its name in the settings.
"""

from __future__ import annotations

from collections.abc import Iterable

from simulator.own_voice import (
    LEAST_COMPARED_MS,
    Baseline,
    BesideBaseline,
    NotMeasured,
    VoiceHeard,
    VoiceStretch,
    is_systems_choice,
    put_together,
    words_a_minute,
)
from simulator.transcript.words import Word

#: The caller is heard for a moment after a line: the room, and the buffers of the loudspeaker (speech 10.4).
ECHO_MS = 250
#: Fewer words than this give no pace.
LEAST_WORDS = 5
#: A word whose middle lies this close to a stretch of voice was said in it: recogniser and meter date differently.
WORD_SLACK_MS = 100


def beside_baseline(
    heard: VoiceHeard | None, words: tuple[Word, ...], lines: Iterable[tuple[int, int]], baseline: Baseline | None
) -> BesideBaseline | NotMeasured:
    """Return how a reply compares, or why it does not.

    Args:
        heard: what was measured of the reply.
        lines: (from, to) of the caller's lines in ms; ``to`` below zero: it is still being said.
        baseline: the trainee's own; None: there is nothing to compare with.
    """
    if heard is None or baseline is None:
        return ""
    if heard.device != baseline.device:
        return "other_microphone"
    spoken = tuple(lines)
    clear = tuple(stretch for stretch in heard.stretches if not _caller_is_heard(stretch, spoken))
    figures = put_together(clear)
    if figures.voiced_ms < LEAST_COMPARED_MS:
        return "caller_heard" if put_together(heard.stretches).voiced_ms >= LEAST_COMPARED_MS else "too_short"
    count = sum(1 for word in words if _said_in(word, clear))
    pace = words_a_minute(count, figures.speaking_ms)
    both_move = figures.pitch_movement and baseline.pitch_movement
    return BesideBaseline(
        from_ms=clear[0].from_ms,
        to_ms=clear[-1].to_ms,
        voiced_ms=figures.voiced_ms,
        louder=figures.loudness - baseline.loudness,
        faster=1000 * pace // baseline.pace - 1000 if count >= LEAST_WORDS and baseline.pace else None,
        pitch_movement=figures.pitch_movement if both_move else None,
        counts=not is_systems_choice(baseline.device),
    )


def _caller_is_heard(stretch: VoiceStretch, lines: tuple[tuple[int, int], ...]) -> bool:
    return any(
        begin >= 0 and begin < stretch.to_ms and (end < 0 or stretch.from_ms < end + ECHO_MS) for begin, end in lines
    )


def _said_in(word: Word, stretches: tuple[VoiceStretch, ...]) -> bool:
    middle = (word.start_ms + word.end_ms) // 2
    return any(each.from_ms - WORD_SLACK_MS <= middle <= each.to_ms + WORD_SLACK_MS for each in stretches)
