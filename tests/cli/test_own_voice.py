"""Reading two sentences in a terminal: only who asks for it reads, what was read is kept, and a stray Enter answers nothing."""

from __future__ import annotations

import dataclasses
import io
import os
import select
import sys
from pathlib import Path

import pytest

from simulator import settings
from simulator.cli import own_voice, spoken
from simulator.live import assemble
from simulator.live.assemble import read_script
from simulator.live.baseline_reading import READ_ALOUD, ReadingNow
from simulator.live.opening import Terms
from simulator.problems import Problem, ProblemError
from simulator.settings import Settings
from tests.support.own_voice import BASELINE

GOOD, SHORT = ReadingNow("done", 100, -60, BASELINE), ReadingNow("too_short", 0, -60)


class Keyboard(io.StringIO):
    """Standard input with or without a person."""

    def __init__(self, typed: str, person: bool) -> None:
        super().__init__(typed)
        self.person = person

    def isatty(self) -> bool:
        return self.person


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> list[ReadingNow]:
    """Return what comes of the readings to follow."""
    outcomes: list[ReadingNow] = []
    monkeypatch.setattr(own_voice, "_read", lambda stored: outcomes.pop(0))
    monkeypatch.setattr(own_voice, "_forget_typed", lambda: None)
    return outcomes


def typed(monkeypatch: pytest.MonkeyPatch, words: str, person: bool = True) -> None:
    monkeypatch.setattr("sys.stdin", Keyboard(words, person))


def test_what_was_read_is_kept(
    terminal: list[ReadingNow], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal.append(GOOD)
    typed(monkeypatch, "")
    old = dataclasses.replace(BASELINE, day="2024-01-01")
    assert own_voice.with_baseline(Settings(baseline=old, voice_measures=False)) == Settings(baseline=BASELINE)
    assert settings.read()[0].baseline == BASELINE
    out, err = capsys.readouterr()
    assert out == "" and "never the sound" in err and "baseline of 24 Nov 2025" in err


def test_a_reading_that_cannot_be_used_can_be_done_once_more(
    terminal: list[ReadingNow], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal.extend((SHORT, GOOD))
    typed(monkeypatch, "r\n")
    assert own_voice.with_baseline(Settings()).baseline == BASELINE
    assert "not quite both sentences" in capsys.readouterr().err


def test_enter_alone_is_no_answer(terminal: list[ReadingNow], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    terminal.extend((SHORT, GOOD))
    typed(monkeypatch, "\n\nr\n")
    assert own_voice.with_baseline(Settings()).baseline == BASELINE
    assert capsys.readouterr().err.count("Type r and Enter") == 3


@pytest.mark.parametrize("answer", ["g\n", ""], ids=["go on", "the input ends"])
def test_it_can_be_left_out_after_all(terminal: list[ReadingNow], monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    terminal.append(SHORT)
    typed(monkeypatch, answer)
    assert own_voice.with_baseline(Settings()) == Settings()


def test_a_script_is_never_asked_and_its_input_stays_its_own(terminal: list[ReadingNow], monkeypatch: pytest.MonkeyPatch) -> None:
    terminal.append(SHORT)
    typed(monkeypatch, "h\n", person=False)
    assert own_voice.with_baseline(Settings()) == Settings()
    assert sys.stdin.readline() == "h\n"


def test_an_enter_from_while_the_sentences_were_read_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    pty = pytest.importorskip("pty")
    keyboard, terminal = pty.openpty()
    with os.fdopen(terminal, "r", encoding="utf-8") as stdin, os.fdopen(keyboard, "wb", buffering=0) as keys:
        monkeypatch.setattr("sys.stdin", stdin)
        keys.write(b"\n")
        assert select.select([stdin], [], [], 5)[0]
        own_voice._forget_typed()
        keys.write(b"r\n")
        assert stdin.readline() == "r\n"


@pytest.mark.parametrize("asked", [True, False])
def test_model_and_disk_are_looked_at_before_anybody_reads_and_only_who_asks_reads(monkeypatch: pytest.MonkeyPatch, asked: bool) -> None:
    def missing() -> Path:
        raise ProblemError(Problem("machine", "The recognition model is missing.", "main.py model install"))

    def never(stored: Settings) -> Settings:
        raise AssertionError("nobody reads for a call that cannot begin")

    monkeypatch.setattr(assemble, "require_machine", missing)
    monkeypatch.setattr(spoken, "require_machine", missing)
    monkeypatch.setattr(spoken, "with_baseline", never)
    with pytest.raises(ProblemError, match="model is missing"):
        spoken.take_spoken(read_script("billing-double-charge"), Terms(), False, asked)


def test_the_sentences_are_shown_while_they_are_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    class Reading:
        def turn(self) -> ReadingNow:
            return GOOD

        def close(self) -> None:
            pass

    monkeypatch.setattr(own_voice, "begin_reading", lambda microphone: Reading())
    assert own_voice._read(Settings()) == GOOD
    assert all(sentence in capsys.readouterr().err for sentence in READ_ALOUD[:1])
