"""The recogniser in its own process: every word arrives with its time, whatever becomes of the process."""

from __future__ import annotations

import itertools
import locale
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from simulator.call.events import DeviceLost, Happening
from simulator.devices import recogniser as module
from simulator.devices.recogniser import Heard, Recogniser
from simulator.model_files import INSTALL_COMMAND
from simulator.problems import ProblemError
from simulator.transcript.words import text_of
from tests.support.places import ROOT
from tests.support.recorded import WORDS, blocks, pause, sentence

pytestmark = pytest.mark.device

SORRY, CHARGES, ELSE, YES = WORDS
TAGS = itertools.count(1)


@pytest.fixture(scope="module")
def listening(model_folder: Path) -> Iterator[Recogniser]:
    """One recogniser for the tests that leave it as they found it."""
    yield from started(model_folder)


@pytest.fixture
def fresh(model_folder: Path) -> Iterator[Recogniser]:
    """A recogniser of the test's own, whose process may be replaced."""
    yield from started(model_folder)


@pytest.fixture
def damaged(model_folder: Path, tmp_path: Path) -> Callable[[str, bytes | None], Path]:
    """Return a function that makes a model with one file replaced, or missing."""

    def make(name: str, content: bytes | None) -> Path:
        copy = tmp_path / "model"
        shutil.copytree(model_folder, copy, copy_function=os.symlink)
        (copy / name).unlink()
        if content is not None:
            (copy / name).write_bytes(content)
        return copy

    return make


def started(model: Path, report: Callable[[Happening], None] = lambda _: None) -> Iterator[Recogniser]:
    recogniser = Recogniser(model, report)
    recogniser.start()
    try:
        assert recogniser.ready(20)
        yield recogniser
    finally:
        recogniser.close()


def hear(recogniser: Recogniser, sound: bytes) -> None:
    for block in blocks(sound):
        recogniser.feed(block)


def finish(recogniser: Recogniser) -> Heard:
    tag = next(TAGS)
    recogniser.finish(tag)
    heard = recogniser.wait(20)
    assert heard.tag == tag
    return heard


def kill(recogniser: Recogniser) -> None:
    """Kill the process and wait until that is noticed."""
    victim, until = recogniser.process_id, time.monotonic() + 10
    os.kill(victim, signal.SIGKILL)
    while recogniser.process_id == victim and time.monotonic() < until:
        recogniser.drain(0.1)
    assert recogniser.process_id != victim


def from_begin(heard: Heard, begin_ms: int) -> list[tuple[str, int, int, int]]:
    return [(word.text, word.start_ms - begin_ms, word.end_ms - begin_ms, word.confidence) for word in heard.words]


@pytest.mark.parametrize("name", WORDS)
def test_a_spoken_sentence_is_heard_word_by_word(listening: Recogniser, name: str) -> None:
    hear(listening, sentence(name) + pause(0.5))
    assert text_of(finish(listening).words) == WORDS[name]


def test_nothing_is_lost_over_a_long_pause(listening: Recogniser) -> None:
    hear(listening, sentence(SORRY) + pause(4))
    assert listening.drain(20)
    assert listening.interim() == WORDS[SORRY]
    hear(listening, sentence(CHARGES) + pause(0.6))
    assert text_of(finish(listening).words) == f"{WORDS[SORRY]} {WORDS[CHARGES]}"
    assert listening.interim() == ""


def test_a_turn_that_is_ended_in_mid_word_keeps_what_was_said(listening: Recogniser) -> None:
    half = sentence(SORRY)[: 2 * 16 * 1_500]
    hear(listening, half)
    assert text_of(finish(listening).words).startswith("i am really sorry")
    hear(listening, pause(0.5))
    finish(listening)


def test_times_are_those_of_the_call_after_the_warm_up_and_after_every_turn(model_folder: Path) -> None:
    for fresh in started(model_folder):
        begin = 0
        for quiet in (1.0, 0.52, 0.3):
            hear(fresh, pause(quiet) + sentence(SORRY) + pause(0.6))
            heard = finish(fresh)
            assert heard.words[0].start_ms == pytest.approx(begin + 1_000 * quiet, abs=100)
            assert heard.words[-1].end_ms == pytest.approx(begin + 1_000 * quiet + len(sentence(SORRY)) / 32 - 150, abs=100)
            begin = heard.at_ms
        assert begin == round(1_000 * (1.0 + 0.52 + 0.3 + 3 * 0.6) + 3 * len(sentence(SORRY)) / 32)


def test_the_same_turn_is_heard_the_same_way_again(listening: Recogniser) -> None:
    turns, begin = [], finish(listening).at_ms
    for _ in range(3):
        hear(listening, pause(0.3) + sentence(CHARGES) + pause(0.7))
        heard = finish(listening)
        turns.append(from_begin(heard, begin))
        begin = heard.at_ms
    assert turns[0] == turns[1] == turns[2]


def test_a_killed_process_is_replaced_and_nothing_is_lost(fresh: Recogniser) -> None:
    turn = pause(0.3) + sentence(SORRY) + pause(1.2) + sentence(CHARGES) + pause(0.5)
    begin = finish(fresh).at_ms
    hear(fresh, turn)
    undisturbed = finish(fresh)
    middle = len(turn) // 2 // 640 * 640
    hear(fresh, turn[:middle])
    fresh.drain(20)
    victim = fresh.process_id
    os.kill(victim, signal.SIGKILL)
    hear(fresh, turn[middle:])
    disturbed = finish(fresh)
    assert fresh.process_id != victim
    assert from_begin(disturbed, undisturbed.at_ms) == from_begin(undisturbed, begin)


def test_a_process_that_hangs_is_replaced_and_feeding_it_never_waits(
    fresh: Recogniser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ANSWER_S", 0.6)
    victim = fresh.process_id
    os.kill(victim, signal.SIGSTOP)
    slowest, began = 0.0, time.monotonic()
    for block in blocks(sentence(CHARGES) + pause(8)):
        before = time.monotonic()
        fresh.feed(block)
        slowest = max(slowest, time.monotonic() - before)
    assert time.monotonic() - began < 0.6, "the whole of it has to be in before the hanging is noticed"
    assert slowest < 0.1
    heard = finish(fresh)
    assert text_of(heard.words) == WORDS[CHARGES]
    assert fresh.process_id != victim


def test_after_too_many_deaths_in_a_row_the_loss_is_reported_and_turns_are_answered(
    model_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "REPLACEMENTS", 1)
    reported: list[Happening] = []
    for recogniser in started(model_folder, reported.append):
        for _ in range(2):
            assert reported == []
            hear(recogniser, sentence(YES))
            assert recogniser.ready(20)
            kill(recogniser)
        assert [type(happening) for happening in reported] == [DeviceLost]
        assert reported[0].device == "recogniser"
        assert "signal 9" in reported[0].problem
        recogniser.feed(pause(1))
        assert finish(recogniser).words == ()


@pytest.mark.soak
def test_a_finished_turn_forgives_earlier_deaths(model_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "REPLACEMENTS", 1)
    reported: list[Happening] = []
    for recogniser in started(model_folder, reported.append):
        for _ in range(2):
            kill(recogniser)
            hear(recogniser, sentence(YES) + pause(0.4))
            assert text_of(finish(recogniser).words) == WORDS[YES]
    assert reported == []


def test_ctrl_c_in_the_terminal_is_not_meant_for_it(listening: Recogniser) -> None:
    before = listening.process_id
    os.kill(before, signal.SIGINT)
    hear(listening, sentence(YES) + pause(0.4))
    assert text_of(finish(listening).words) == WORDS[YES]
    assert listening.process_id == before


def test_a_missing_model_is_named_with_its_remedy(tmp_path: Path) -> None:
    with pytest.raises(ProblemError) as caught:
        Recogniser(tmp_path / "nowhere").start()
    assert caught.value.exit_status == 3
    assert str(tmp_path / "nowhere") in str(caught.value)
    assert INSTALL_COMMAND in str(caught.value)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("conf/model.conf", b""),
        ("graph/disambig_tid.int", b""),
        ("ivector/splice.conf", b"--left-con"),
        ("am/final.mdl", None),
        ("graph/HCLr.fst", bytes(1_000)),
    ],
)
def test_a_damaged_model_is_refused_before_it_is_loaded(
    damaged: Callable[[str, bytes | None], Path], name: str, content: bytes | None
) -> None:
    with pytest.raises(ProblemError, match=name):
        Recogniser(damaged(name, content)).start()


@pytest.mark.parametrize(
    ("name", "how"),
    [("conf/model.conf", "did not answer in time"), ("graph/disambig_tid.int", "signal"), ("am/final.mdl", "Failed to create")],
)
def test_a_model_that_hangs_crashes_or_fails_while_loading_costs_a_sentence(
    damaged: Callable[[str, bytes | None], Path],
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    name: str,
    how: str,
) -> None:
    monkeypatch.setattr(module, "check_model", lambda model: None)
    monkeypatch.setattr(module, "LOAD_S", 3.0)
    recogniser = Recogniser(damaged(name, b""))
    recogniser.start()
    try:
        with pytest.raises(ProblemError, match=how):
            recogniser.ready(20)
    finally:
        recogniser.close()
    assert capfd.readouterr() == ("", ""), "what the library prints is kept away from the terminal"


@pytest.fixture
def comma_locale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give this process a locale with decimal commas, as a German desktop does."""
    if shutil.which("localedef") is None:
        pytest.skip("no localedef to make a locale with")
    made = subprocess.run(
        ["localedef", "-i", "de_DE", "-f", "UTF-8", str(tmp_path / "de_DE.UTF-8")], check=False, capture_output=True
    )
    if made.returncode > 1:
        pytest.skip("no locale definitions on this machine")
    monkeypatch.setenv("LOCPATH", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    before = locale.setlocale(locale.LC_ALL)
    locale.setlocale(locale.LC_ALL, "de_DE.UTF-8")
    assert locale.localeconv()["decimal_point"] == ","
    yield
    locale.setlocale(locale.LC_ALL, before)


def test_a_desktop_with_decimal_commas_does_not_matter(comma_locale: None, model_folder: Path) -> None:
    for recogniser in started(model_folder):
        hear(recogniser, sentence(SORRY) + pause(0.5))
        heard = finish(recogniser)
        assert text_of(heard.words) == WORDS[SORRY]
        assert heard.words[-1].end_ms > 3_000


_PARENT = """
import sys
from pathlib import Path
from simulator.devices.recogniser import Recogniser
if __name__ == "__main__":
    recogniser = Recogniser(Path(sys.argv[1]))
    recogniser.start()
    recogniser.ready(20)
    print(recogniser.process_id, flush=True)
    sys.stdin.read()
"""


def test_the_process_ends_when_the_program_is_killed(model_folder: Path, tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(_PARENT, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, str(script), str(model_folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])},
    ) as parent:
        child = Path(f"/proc/{int(parent.stdout.readline())}")
        assert child.exists()
        parent.kill()
        parent.wait()
        until = time.monotonic() + 5
        while child.exists() and "zombie" not in (child / "status").read_text() and time.monotonic() < until:
            os.sched_yield()
        assert not child.exists() or "zombie" in (child / "status").read_text()
