"""Loudness on the card: named in decibels beside the own baseline, scored only from 6 dB on; pace and pitch movement never."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from simulator.own_voice import BesideBaseline, NotMeasured
from simulator.scoring import voice_facts
from simulator.scoring.finding import Scorecard
from simulator.scoring.marked_call import MarkedCall
from simulator.scoring.voice_facts import NOT_SHARED, ONLY_LOUDER, as_shared
from simulator.scoring.wording import cause_sentence, label, tag
from simulator.screens.tokens import Tone
from tests.support.calls import call, fault, greeting, marked, notes, over, reply, row
from tests.support.own_voice import BASELINE, beside
from tests.support.places import ROOT

AT_3_12 = 192_000


def said(*measures: BesideBaseline | NotMeasured, text: str = "the parcel is at the depot") -> MarkedCall:
    """Return a spoken call with one reply for each measure."""
    replies = (replace(reply(f"{text} {number}"), beside=each) for number, each in enumerate(measures))
    return call(greeting(), *replies, baseline=BASELINE, voice_measures="on")


def facts(card: Scorecard) -> dict[str, str]:
    return {fact.id: fact.sentence for fact in card.voice}


class TestLoudness:
    def test_it_is_told_in_decibels_with_its_time(self) -> None:
        found = fault(marked(said(beside(8_000, at_ms=AT_3_12))), "raise_voice")

        assert found is not None and found.label == "Louder than your own baseline"
        assert notes(found.evidence) == ["louder than your own baseline by 8 dB at 3:12"]
        assert (found.evidence[0].turn, found.evidence[0].from_ms) == (1, AT_3_12)

    @pytest.mark.parametrize(("louder", "credit"), [(5_999, 1000), (6_000, 500), (20_000, 500), (-8_000, 1000)])
    def test_from_six_decibels_on_it_takes_half_of_staying_calm(self, louder: int, credit: int) -> None:
        assert row(marked(said(beside(louder))), "stay_calm").credit == credit

    def test_where_only_loudness_took_something_the_words_are_not_blamed(self) -> None:
        only, both = said(beside(8_000)), said(beside(8_000))
        both = replace(both, replies=(*both.replies[:1], replace(both.replies[1], overlaps=(over(),))))
        assert row(marked(only), "stay_calm").missing == ONLY_LOUDER
        assert row(marked(both), "stay_calm").missing.startswith("Even words")

    def test_each_event_takes_half_of_what_is_left(self) -> None:
        assert row(marked(said(beside(8_000), beside(9_000), beside(1_000))), "stay_calm").credit == 250

    def test_the_greeting_counts_too(self) -> None:
        loud = call(replace(greeting(), beside=beside(8_000)), reply("go on"), baseline=BASELINE, voice_measures="on")
        assert row(marked(loud), "stay_calm").credit == 500

    @pytest.mark.parametrize(
        ("measures", "sentence"),
        [
            ((400, -600), "about as loud as your own baseline, over the call."),
            ((3_000, 3_200), "louder than your own baseline by 3 dB, over the call."),
            ((-4_000, -4_000), "softer than your own baseline by 4 dB, over the call."),
            ((0, 8_400), "louder than your own baseline by 4 dB, over the call; most at 1:00, by 8 dB."),
        ],
    )
    def test_the_whole_call_in_one_sentence(self, measures: tuple[int, ...], sentence: str) -> None:
        assert facts(marked(said(*(beside(each) for each in measures))))["loudness"] == sentence


    def test_with_a_microphone_of_the_systems_choice_it_is_told_and_takes_nothing(self) -> None:
        card = marked(said(replace(beside(20_000, at_ms=AT_3_12), counts=False)))
        assert row(card, "stay_calm").credit == 1000 and fault(card, "raise_voice") is None and card.without_voice is None
        assert facts(card)["loudness"].startswith("louder than your own baseline by 20 dB, over the call; most at 3:12, by 20 dB.")
        assert facts(card)["loudness"].endswith(voice_facts.MAY_BE_ANOTHER)
        assert any(note.endswith("It counts for nothing, because the system chooses your microphone.") for note in card.notes)


class TestPaceAndPitchMovement:
    @pytest.mark.parametrize(
        ("faster", "sentence"),
        [
            ((350,), "faster than your own baseline by 35 %, over the call."),
            ((-204,), "slower than your own baseline by 20 %, over the call."),
            ((90, -90), "about as fast as your own baseline, over the call."),
            ((0, 480), "faster than your own baseline by 24 %, over the call; at 1:00 faster than your own baseline by 48 %."),
        ],
    )
    def test_pace_is_a_plain_difference(self, faster: tuple[int, ...], sentence: str) -> None:
        assert facts(marked(said(*(beside(faster=each) for each in faster))))["pace"] == sentence

    def test_pitch_movement_stands_beside_the_own_one(self) -> None:
        card = marked(said(beside(pitch_movement=4_120)))
        assert facts(card)["pitch_movement"] == "4.1 semitones, over the call; 3.0 in your own baseline."

    def test_neither_is_scored(self) -> None:
        plain, wild = marked(said(beside())), marked(said(beside(faster=900, pitch_movement=9_000)))
        assert (plain.score, plain.findings, plain.faults) == (wild.score, wild.findings, wild.faults)

    def test_what_was_not_measured_is_not_told(self) -> None:
        assert set(facts(marked(said(beside(faster=None, pitch_movement=None))))) == {"loudness"}


class TestWhatWasMeasured:
    def test_the_card_says_in_how_many_replies_and_beside_what(self) -> None:
        card = marked(said(beside(), beside(), "too_short"))
        note = "Loudness was measured in 2 of 4 replies, beside the baseline that you read on 24 Nov 2025."
        assert note in card.notes

    @pytest.mark.parametrize(
        ("why", "words"),
        [
            ("other_microphone", "your baseline was read with another microphone than this call."),
            ("caller_heard", "in no reply were there two seconds of your voice while the caller was silent."),
            ("too_short", "in no reply were there two seconds of your voice."),
            ("", "in no reply were there two seconds of your voice."),
        ],
    )
    def test_or_why_not(self, why: NotMeasured, words: str) -> None:
        card = marked(said(why))
        assert any(note.startswith(f"Loudness was not measured: {words}") for note in card.notes)
        assert card.voice == ()

    @pytest.mark.parametrize(
        ("measures", "words"),
        [
            ("off", "you have switched voice measures off."),
            ("no_baseline", "there was no baseline of your own voice to compare it with."),
            ("", "whether you stayed calm rests on words and on talking over."),
        ],
    )
    def test_switched_off_not_read_and_calls_of_earlier_versions(self, measures: str, words: str) -> None:
        card = marked(call(greeting(), reply("go on"), voice_measures=measures))
        assert any(note.startswith(f"Loudness was not measured: {words}") for note in card.notes)

    def test_a_typed_call_speaks_of_no_baseline(self) -> None:
        card = marked(call(greeting(), reply("go on"), typed=True))
        assert not any("baseline" in note for note in card.notes) and card.voice == () and card.without_voice is None


class TestWhatOthersSee:
    def test_where_loudness_changed_the_card_the_other_score_is_kept_beside_it(self) -> None:
        card, quiet = marked(said(beside(8_000))), marked(said(beside()))
        other = card.without_voice
        assert other is not None
        assert (other.score, row(other, "stay_calm").credit, fault(other, "raise_voice")) == (quiet.score, 1000, None)
        assert card.score < other.score
        assert quiet.without_voice is None

    @pytest.mark.parametrize("louder", [0, 8_000])
    def test_others_see_nothing_of_the_voice(self, louder: int) -> None:
        shared = as_shared(marked(said(beside(louder))))
        assert fault(shared, "raise_voice") is None and shared.voice == () and shared.without_voice is None
        assert shared.notes[-1] == NOT_SHARED
        assert not re.search(r"louder|softer|faster|slower|semitones|dB", str(shared))

    def test_of_a_typed_call_there_is_nothing_to_share(self) -> None:
        card = marked(call(greeting(), reply("the parcel is at the depot"), typed=True))
        assert as_shared(card) == card

    def test_unless_the_trainee_shares_it(self) -> None:
        card = marked(said(beside(8_000)))
        assert as_shared(card, shares_voice=True) is card


#: What a measure might be said to mean, and must not.
MEANINGS = (
    "emotion feeling mood stress tension tense nervous anxious anxiety afraid fear angry anger upset annoyed irritated aggressive furious "
    "confident confidence unsure hesitant insecure sincere honest friendly warm cold bored tired calmness excited arousal sentiment "
    "empathy happy sad shout shouted yell yelled harsh tone attitude"
).split()
#: Modules that speak about the trainee's voice and about nothing else.
VOICE_MODULES = (
    "simulator/own_voice.py",
    "simulator/call/beside_baseline.py",
    "simulator/cli/own_voice.py",
    "simulator/desktop/own_voice_flow.py",
    "simulator/desktop/parts/own_voice_card.py",
    "simulator/devices/voice_meter.py",
    "simulator/devices/voice_reading.py",
    "simulator/live/baseline_reading.py",
    "simulator/scoring/voice_facts.py",
    "simulator/screens/own_voice_screen.py",
)


def means_something(text: str) -> list[str]:
    return [word for word in re.findall(r"[a-z]+", text.lower()) if word in MEANINGS]


@pytest.mark.parametrize("module", VOICE_MODULES)
def test_no_sentence_says_what_a_voice_might_mean(module: str) -> None:
    tree = ast.parse(Path(ROOT / module).read_text("utf-8"))
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    texts = [text for text in texts if text not in get_args(Tone)]  # colours are called after the caller's moods
    assert len(texts) > 3
    assert {text: found for text in texts if (found := means_something(text))} == {}


def test_nor_does_any_word_for_a_raised_voice() -> None:
    words = [say("raise_voice") for say in (label, cause_sentence, tag)]
    assert [means_something(each) for each in words] == [[], [], []]
    assert means_something("you sounded angry and stressed, not confident") == ["angry", "confident"]


def test_a_card_with_every_measure_says_nothing_of_the_kind() -> None:
    card = marked(said(beside(9_000, 600, pitch_movement=6_000), beside(-9_000, -600, pitch_movement=500)))
    told = [*facts(card).values(), *notes(fault(card, "raise_voice").evidence), voice_facts.about_voice(card)]  # type: ignore[union-attr]
    assert [means_something(each) for each in told] == [[]] * len(told)


