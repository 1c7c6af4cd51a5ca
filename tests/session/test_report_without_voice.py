"""The report that people hand on tells nothing of a voice, and its figures add up all the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from simulator.call.events import HangUpPressed
from simulator.call.hearing import replies
from simulator.live.assemble import read_script
from simulator.live.opening import Terms, open_recording
from simulator.live.wrap_up import mark
from simulator.scoring.finding import Scorecard
from simulator.scoring.voice_facts import NOT_SHARED
from simulator.session.report_file import write_report
from tests.support.own_voice import BASELINE, stretch, voice
from tests.support.places import ROOT
from tests.support.telephone import Telephone

SHORT_CALL = ROOT / "tests" / "support" / "short-call.yaml"
TELLS = re.compile(r"louder|softer|faster than your|slower than your|semitones|\bdB\b|raise_voice|USB Headset", re.IGNORECASE)


@pytest.fixture
def loud(tmp_path: Path) -> tuple[Path, Scorecard, Telephone]:
    """Return the session of a call with one reply that was eight decibels over the baseline, its card and the call."""
    script = read_script(SHORT_CALL)
    call = Telephone(script.scenario, baseline=BASELINE, voice_measures="on")
    call.trainee_says("hello this is alex how can i help you")
    call.wait(1_000)
    begin = call.now
    call.trainee_says("the parcel is at the depot", 3_000, voice=voice(stretch(begin, begin + 3_000, -22_000)))
    call.happens(HangUpPressed())
    recorder = open_recording(script, Terms(out=tmp_path))
    for event in call.events:
        recorder.event(event)
    return recorder.path, mark(call.state, script.rubric, recorder), call


def words(path: Path) -> str:
    return re.sub(r"<style>.*?</style>|<[^>]+>", " ", path.read_text("utf-8"), flags=re.DOTALL)


def test_the_usual_report_is_without_voice_and_has_the_score_without_it(loud: tuple[Path, Scorecard, Telephone]) -> None:
    session, card, _ = loud
    report = write_report(session)

    assert report == session / "report.html"
    text = words(report)
    assert TELLS.search(text) is None and NOT_SHARED in text
    assert card.without_voice is not None and card.without_voice.score != card.score
    assert f" {card.without_voice.score} " in text and f" {card.score} of 100" not in text


def test_the_reasons_of_a_reply_still_add_up_to_what_the_curve_shows(loud: tuple[Path, Scorecard, Telephone]) -> None:
    session, _, call = loud
    effect = next(cause.effect for cause in replies(call.state)[-1].causes if cause.what == "raise_voice")

    shared, own = words(write_report(session)), words(write_report(session, with_voice=True))

    points = (effect + 500) // 1000
    assert points > 0
    assert f"▲ {points} something that is not shared here" in shared
    assert f"▲ {points} you were louder than your own baseline" in own
    assert own.count("▲") - shared.count("▲") == 1, "only the row of what made it harder is gone"


def test_with_voice_is_a_file_of_its_own_for_the_trainee(loud: tuple[Path, Scorecard, Telephone]) -> None:
    session, _, _ = loud
    own = write_report(session, with_voice=True)

    assert own == session / "report-with-voice.html" and not (session / "report.html").exists()
    assert "louder than your own baseline by 8 dB" in words(own)


def test_the_sessions_own_files_keep_the_numbers_as_the_readme_says(loud: tuple[Path, Scorecard, Telephone]) -> None:
    session, _, _ = loud
    assert '"baseline":{' in (session / "events.jsonl").read_text("utf-8")
    assert '"loudness":-22000' in (session / "events.jsonl").read_text("utf-8")
    assert "louder than your own baseline by 8 dB" in (session / "scorecard.json").read_text("utf-8")
