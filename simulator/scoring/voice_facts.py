"""What the card says of the voice: plain differences from the trainee's own baseline, and why a measure is not there.

Only loudness counts, and only from 6 dB over the own baseline on (decisions 5). Pace and pitch movement are told and never scored: a
constant voice differs by a tenth in words a minute from one sentence to the next (measured), so small differences are not told either.
What a voice might mean is not said anywhere. The report, which people hand on, is without these measures unless the trainee asks for them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from simulator.own_voice import RAISED, BesideBaseline, day_in_words
from simulator.scoring.evidence import of_time
from simulator.scoring.finding import Evidence, Scorecard, VoiceFact
from simulator.scoring.marked_call import MarkedCall, Reply
from simulator.scoring.wording import moment

#: Over a whole call, less than this is "about as": thousandths of a dB, and per mille of the pace.
LEAST_DB, LEAST_PACE = 1_500, 100
#: One reply is named for its pace from here on: a quarter faster or slower.
ONE_REPLY_PACE = 250
#: Names the evidence of a raised voice.
RULE = "loudness"
#: What was missing where nothing but loudness took anything away.
ONLY_LOUDER = "The words stayed even; the voice was 6 dB or more over your own baseline."
#: What stands first in every sentence about whether it was measured.
LOUDNESS = "Loudness was"
RESTS_ON = "Whether you stayed calm rests on words and on talking over."
#: Behind every difference that was measured with a microphone of the system's choice.
MAY_BE_ANOTHER = (
    "The system chooses your microphone, so it may have been another one when you read your baseline: "
    "this is told as a fact and counts for nothing. It counts once you choose your microphone by its name in the settings."
)
HEADING = "Your voice, beside your own baseline"
COUNTS = (
    "Loudness counts from 6 dB over your own baseline on, where the microphone has a name of its own; "
    "pace and pitch movement never count."
)
NOT_SHARED = "Loudness, pace and pitch movement do not stand in this report; the score is the one without them."
_WHY = {
    "": "whether you stayed calm rests on words and on talking over.",
    "off": f"you have switched voice measures off. {RESTS_ON}",
    "no_baseline": f"there was no baseline of your own voice to compare it with. {RESTS_ON}",
    "other_microphone": f"your baseline was read with another microphone than this call. {RESTS_ON}",
    "caller_heard": f"in no reply were there two seconds of your voice while the caller was silent. {RESTS_ON}",
    "too_short": f"in no reply were there two seconds of your voice. {RESTS_ON}",
}


def raised_voice(call: MarkedCall) -> Iterable[Evidence]:
    """Yield each reply that was 6 dB or more over the baseline, as evidence."""
    for reply, beside in _measured(call):
        if beside.raised:
            note = f"{_by(beside.louder, 'louder')} at {moment(beside.from_ms)}"
            yield of_time(beside.from_ms, beside.to_ms, RULE, note=note, turn=reply.turn)


def voice_note(call: MarkedCall) -> str:
    """Return the sentence that says in how many replies loudness was measured, or why not."""
    measured = sum(1 for _ in _measured(call))
    if measured and call.baseline is not None:
        day = day_in_words(call.baseline.day)
        found = f"{LOUDNESS} measured in {measured} of {len(call.replies)} replies, beside the baseline that you read on {day}."
        return found if _counts(call) else f"{found} It counts for nothing, because the system chooses your microphone."
    reasons = {reply.beside for reply in call.replies}
    found = next((why for why in ("other_microphone", "caller_heard", "too_short") if why in reasons), "too_short")
    return f"{LOUDNESS} not measured: {_WHY[found if call.voice_measures == 'on' else call.voice_measures]}"


def voice_facts(call: MarkedCall) -> tuple[VoiceFact, ...]:
    """Return loudness, pace and pitch movement of the call beside the baseline, as far as they were measured."""
    measured = tuple(_measured(call))
    if not measured:
        return ()
    loudness = _loudness(measured) if _counts(call) else f"{_loudness(measured)} {MAY_BE_ANOTHER}"
    loud = VoiceFact("loudness", "Loudness", loudness)
    pace, movement = _pace(measured), _pitch_movement(measured, call)
    more = (VoiceFact("pace", "Pace", pace), VoiceFact("pitch_movement", "Pitch movement", movement))
    return (loud, *(fact for fact in more if fact.sentence))


def about_voice(card: Scorecard) -> str:
    """Return what the measures do to the score of this card."""
    if card.without_voice is None:
        return COUNTS
    return f"{COUNTS} Without loudness the score would be {card.without_voice.score}; the report has that one, and none of these measures."


def without_voice(call: MarkedCall) -> MarkedCall:
    """Return the call as if no voice had been measured."""
    replies = tuple(replace(reply, beside="") for reply in call.replies)
    return replace(call, replies=replies, baseline=None, voice_measures="off")


def as_shared(card: Scorecard, shares_voice: bool = False) -> Scorecard:
    """Return the card as others than the trainee see it: without voice measures, unless the trainee shares them (decisions 5)."""
    if shares_voice:
        return card
    plain = card.without_voice or card
    notes = tuple(NOT_SHARED if note.startswith(LOUDNESS) else note for note in plain.notes)
    return replace(plain, voice=(), without_voice=None, notes=notes)


Measured = tuple[Reply, BesideBaseline]


def _measured(call: MarkedCall) -> Iterable[Measured]:
    for reply in call.replies:
        if isinstance(reply.beside, BesideBaseline):
            yield reply, reply.beside


def _counts(call: MarkedCall) -> bool:
    """Return whether loudness may count: the microphone has a name of its own."""
    return all(beside.counts for _, beside in _measured(call))


def _loudness(measured: tuple[Measured, ...]) -> str:
    whole = _mean((beside.louder, beside.voiced_ms) for _, beside in measured)
    over_all = f"{_by(whole, 'louder' if whole > 0 else 'softer')}, over the call"
    if abs(whole) < LEAST_DB:
        over_all = "about as loud as your own baseline, over the call"
    _, loudest = max(measured, key=lambda each: each[1].louder)
    if loudest.louder < RAISED:
        return f"{over_all}."
    return f"{over_all}; most at {moment(loudest.from_ms)}, by {_decibels(loudest.louder)} dB."


def _by(mdb: int, word: str) -> str:
    return f"{word} than your own baseline by {_decibels(mdb)} dB"


def _decibels(mdb: int) -> int:
    return (abs(mdb) + 500) // 1000


def _pace(measured: tuple[Measured, ...]) -> str:
    told = [(beside.faster, beside) for _, beside in measured if beside.faster is not None]
    if not told:
        return ""
    whole = _mean((faster, beside.voiced_ms) for faster, beside in told)
    most, where = max(told, key=lambda each: abs(each[0]))
    over_all = f"{_faster(whole)}, over the call" if abs(whole) >= LEAST_PACE else "about as fast as your own baseline, over the call"
    if abs(most) < ONE_REPLY_PACE or len(told) == 1:
        return f"{over_all}."
    return f"{over_all}; at {moment(where.from_ms)} {_faster(most)}."


def _faster(per_mille: int) -> str:
    return f"{'faster' if per_mille > 0 else 'slower'} than your own baseline by {(abs(per_mille) + 5) // 10} %"


def _pitch_movement(measured: tuple[Measured, ...], call: MarkedCall) -> str:
    told = [(beside.pitch_movement, beside.voiced_ms) for _, beside in measured if beside.pitch_movement is not None]
    if not told or call.baseline is None:
        return ""
    own = call.baseline.pitch_movement
    return f"{_semitones(_mean(told))} semitones, over the call; {_semitones(own)} in your own baseline."


def _semitones(thousandths: int) -> str:
    tenths = (thousandths + 50) // 100
    return f"{tenths // 10}.{tenths % 10}"


def _mean(weighed: Iterable[tuple[int, int]]) -> int:
    """Return the mean of values by their weights, rounded half up."""
    pairs = tuple(weighed)
    weights = sum(weight for _, weight in pairs)
    return (2 * sum(value * weight for value, weight in pairs) + weights) // (2 * weights)


