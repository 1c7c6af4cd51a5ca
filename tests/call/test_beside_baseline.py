"""When a reply's voice is compared with the trainee's own baseline, and what the caller hears of it."""

from __future__ import annotations

import dataclasses

import pytest

from simulator.call.beside_baseline import beside_baseline
from simulator.call.events import LineFinished, LineStarted
from simulator.call.hearing import replies
from simulator.own_voice import Baseline, BesideBaseline
from simulator.transcript.words import Word
from tests.support.own_voice import BASELINE, stretch, voice
from tests.support.small_scenario import parcel
from tests.support.telephone import Telephone

WORDS = tuple(Word("word", 10_000 + 300 * at, 10_300 + 300 * at) for at in range(12))


def compared(loudness: int = -30_000, **more: object) -> BesideBaseline:
    found = beside_baseline(voice(stretch(10_000, 14_000, loudness)), WORDS, (), BASELINE)
    assert isinstance(found, BesideBaseline)
    return found


@pytest.mark.parametrize(("loudness", "louder", "raised"), [(-22_000, 8_000, True), (-24_000, 6_000, True), (-24_001, 5_999, False)])
def test_six_decibels_over_the_own_baseline_are_a_raised_voice(loudness: int, louder: int, raised: bool) -> None:
    assert (compared(loudness).louder, compared(loudness).raised) == (louder, raised)


def test_pace_counts_words_while_speaking_and_pauses_do_not_slow_it() -> None:
    assert compared().faster == 1000 * 180 // 160 - 1000
    apart = voice(stretch(10_000, 11_800), stretch(20_000, 21_800))
    words = (*WORDS[:6], *(Word("word", 20_000 + 300 * at, 20_300 + 300 * at) for at in range(6)))
    found = beside_baseline(apart, words, (), BASELINE)
    assert isinstance(found, BesideBaseline) and found.faster == 1000 * 200 // 160 - 1000


def test_too_few_words_have_no_pace_and_no_pitch_no_movement() -> None:
    found = beside_baseline(voice(stretch(10_000, 14_000)), WORDS[:4], (), BASELINE)
    assert isinstance(found, BesideBaseline) and found.faster is None
    flat = Baseline(BASELINE.device, BASELINE.day, 7_000, -30_000, 160, 0)
    found = beside_baseline(voice(stretch(10_000, 14_000)), WORDS, (), flat)
    assert isinstance(found, BesideBaseline) and found.pitch_movement is None


def test_less_than_two_seconds_of_voice_say_nothing() -> None:
    assert beside_baseline(voice(stretch(10_000, 11_999, -10_000)), WORDS, (), BASELINE) == "too_short"


@pytest.mark.parametrize("line", [(8_000, 10_500), (13_000, 20_000), (5_000, 9_800), (9_000, -1)])
def test_where_the_caller_is_heard_loudness_is_not_measured(line: tuple[int, int]) -> None:
    assert beside_baseline(voice(stretch(10_000, 14_000, -10_000)), WORDS, (line,), BASELINE) == "caller_heard"


def test_the_rest_of_a_reply_that_began_over_the_caller_counts() -> None:
    loud_over, rest = stretch(10_000, 11_000, -10_000), stretch(12_000, 15_000, -29_000)
    found = beside_baseline(voice(loud_over, rest), WORDS, ((8_000, 10_400),), BASELINE)
    assert isinstance(found, BesideBaseline)
    assert (found.from_ms, found.voiced_ms, found.louder) == (12_000, 3_000, 1_000)


def test_a_line_that_was_never_begun_is_not_heard() -> None:
    assert isinstance(beside_baseline(voice(stretch(10_000, 14_000)), WORDS, ((-1, -1),), BASELINE), BesideBaseline)


def test_another_microphone_than_the_baselines_is_not_compared() -> None:
    other = voice(stretch(10_000, 14_000, -10_000), device="Built-in microphone")
    assert beside_baseline(other, WORDS, (), BASELINE) == "other_microphone"


@pytest.mark.parametrize(("device", "counts"), [("USB Headset", True), ("default", False), ("Pulse", False), ("", False)])
def test_where_the_system_chooses_the_microphone_a_difference_is_told_and_counts_for_nothing(device: str, counts: bool) -> None:
    own = dataclasses.replace(BASELINE, device=device)
    found = beside_baseline(voice(stretch(10_000, 14_000, -10_000), device=device), WORDS, (), own)
    assert isinstance(found, BesideBaseline)
    assert (found.louder, found.counts, found.raised) == (20_000, counts, counts)


def test_then_the_caller_hears_no_raised_voice() -> None:
    call = in_call(baseline=dataclasses.replace(BASELINE, device="default"), voice_measures="on")
    call.wait(1_000)
    heard = voice(stretch(call.now, call.now + 3_000, -10_000), device="default")
    call.trainee_says("the parcel is at the depot", 3_000, voice=heard)
    assert isinstance(replies(call.state)[-1].beside, BesideBaseline)
    assert "raise_voice" not in call.state.story.heard


def test_without_baseline_or_measure_there_is_nothing() -> None:
    assert beside_baseline(voice(stretch(10_000, 14_000)), WORDS, (), None) == ""
    assert beside_baseline(None, WORDS, (), BASELINE) == ""


def test_everybody_is_compared_with_themselves_only() -> None:
    booming = Baseline(BASELINE.device, BASELINE.day, 7_000, -18_000, 190, 5_000)
    as_usual = beside_baseline(voice(stretch(10_000, 14_000, -18_000)), WORDS, (), booming)
    assert isinstance(as_usual, BesideBaseline) and (as_usual.louder, as_usual.raised) == (0, False)
    assert compared(-30_000).louder == 0, "twelve decibels softer, and just as usual"


def in_call(**answered: object) -> Telephone:
    call = Telephone(parcel(), **answered)
    call.trainee_says("hello this is alex how can i help you")
    return call


def test_the_caller_hears_a_raised_voice() -> None:
    loud, calm = in_call(baseline=BASELINE, voice_measures="on"), in_call(baseline=BASELINE, voice_measures="on")
    for call, loudness in ((loud, -22_000), (calm, -30_000)):
        begin = call.now + 1_000
        call.wait(1_000)
        call.trainee_says("the parcel is at the depot", 3_000, voice=voice(stretch(begin, begin + 3_000, loudness)))
    causes = {cause.what: cause.effect for cause in replies(loud.state)[-1].causes}
    assert causes["raise_voice"] > 0
    assert "raise_voice" not in {cause.what for cause in replies(calm.state)[-1].causes}
    assert loud.state.story.temper > calm.state.story.temper


def test_over_the_callers_line_it_is_heard_as_an_interruption_and_not_as_loud() -> None:
    call = in_call(baseline=BASELINE, voice_measures="on")
    number, begin = call.caller_begins("where is it now please")
    call.happens(LineFinished(number, begin, begin + 4_000))
    call.now = begin + 4_000
    call.trainee_says("the parcel is at the depot", 3_000, voice=voice(stretch(begin + 500, begin + 3_900, -10_000)))
    assert replies(call.state)[-1].beside == "caller_heard"
    assert "raise_voice" not in call.state.story.heard


def test_a_line_that_was_only_shown_as_a_caption_covers_nothing() -> None:
    call = in_call(baseline=BASELINE, voice_measures="on")
    number, begin = call.caller_begins("where is it now please")
    call.happens(LineStarted(number, begin))
    call.happens(LineFinished(number, begin, begin + 4_000, silent=True))
    call.now = begin + 4_000
    call.trainee_says("the parcel is at the depot", 3_000, voice=voice(stretch(begin + 500, begin + 3_900, -10_000)))
    assert "raise_voice" in call.state.story.heard


def test_a_reply_that_was_not_understood_is_not_measured() -> None:
    call = in_call(baseline=BASELINE, voice_measures="on")
    call.trainee_says("the parcel is", 3_000, confidence=100, voice=voice(stretch(call.now, call.now + 3_000, -10_000)))
    assert replies(call.state)[-1].unclear and replies(call.state)[-1].beside == ""


def test_a_typed_call_has_none_of_it() -> None:
    call = in_call(typed=True)
    call.trainee_says("the parcel is at the depot")
    assert call.state.baseline is None and call.state.voice_measures == ""
    assert {reply.beside for reply in replies(call.state)} == {""}
