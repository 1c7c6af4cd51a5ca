"""Voice measures live in the events: what was recorded gives the same card again, and what is not there takes no byte."""

from __future__ import annotations

import json

import pytest

from simulator.call.advance import ENGINE_VERSION
from simulator.call.events import Event, TraineeTurn, event_from_plain
from simulator.session.recording import Header, event_line, events_from, scorecard_text
from simulator.session.replay import differences, recompute
from tests.support.calls import house
from tests.support.own_voice import BASELINE, HEADSET, stretch, voice
from tests.support.small_scenario import parcel
from tests.support.telephone import Telephone


def loud_call() -> Telephone:
    """Return a call with one reply that is eight decibels over the baseline."""
    call = Telephone(parcel(), baseline=BASELINE, voice_measures="on")
    call.trainee_says("hello this is alex how can i help you")
    call.wait(1_000)
    begin = call.now
    call.trainee_says("the parcel is at the depot", 3_000, voice=voice(stretch(begin, begin + 3_000, -22_000)))
    return call


def header(call: Telephone) -> Header:
    return Header("0", ENGINE_VERSION, "parcel", "1", "", call.state.scenario.sha256, "", 0, False, "2026-01-31T09:30:00Z")


def text_of(events: list[Event]) -> str:
    return "".join(event_line(event) + "\n" for event in events)


def test_events_with_a_baseline_and_a_measured_voice_are_read_back_as_they_were() -> None:
    call = loud_call()
    assert events_from(text_of(call.events)) == (tuple(call.events), False)


def test_the_card_comes_from_the_events_alone_and_byte_for_byte() -> None:
    call = loud_call()
    events, _ = events_from(text_of(call.events))
    first, second = (recompute(parcel(), header(call), events, house()) for _ in range(2))
    assert "louder than your own baseline by 8 dB" in first.scorecard_text
    assert first.scorecard.without_voice is not None
    assert differences(second, first.decisions, first.scorecard_text, header(call)) == ()
    assert scorecard_text(first.scorecard) == second.scorecard_text


def test_without_measures_no_byte_tells_of_them() -> None:
    call = Telephone(parcel())
    call.trainee_says("hello this is alex how can i help you")
    call.trainee_says("the parcel is at the depot", 3_000)
    lines = text_of(call.events)
    assert "baseline" not in lines and '"voice":""' in lines and "voice_measures" not in lines
    result = recompute(parcel(), header(call), events_from(lines)[0], house())
    card = json.loads(result.scorecard_text)
    assert not {"voice", "without_voice"} & set(card)


def test_a_turn_of_an_earlier_version_has_no_measured_voice() -> None:
    line = event_line(Event(0, 0, TraineeTurn((), 0, 900, 900)))
    assert "voice\"" not in line
    (event,), _ = events_from(line + "\n")
    assert isinstance(event.what, TraineeTurn) and event.what.voice is None


def test_only_numbers_and_the_microphones_name_are_recorded() -> None:
    turn = next(event for event in loud_call().events if isinstance(event.what, TraineeTurn) and event.what.voice)
    kept = json.loads(event_line(turn))["what"]["voice"]
    assert kept.pop("device") == HEADSET and kept.pop("type") == "VoiceHeard"
    (piece,) = kept.pop("stretches")
    assert kept == {} and piece.pop("type") == "VoiceStretch"
    assert all(type(value) is int for value in piece.values())


@pytest.mark.parametrize("voice", [{"device": "x", "stretches": [3]}, {"device": "x", "stretches": [{"a": 1}]}, "loud", 3])
def test_a_damaged_voice_is_a_damaged_event(voice: object) -> None:
    what = {"type": "TraineeTurn", "words": [], "from_ms": 0, "to_ms": 1, "voice": voice}
    with pytest.raises(ValueError, match="not an event"):
        event_from_plain({"seq": 0, "at_ms": 0, "what": what})
