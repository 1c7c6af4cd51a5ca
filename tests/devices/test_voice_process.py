"""The voice in its own process: what becomes of lines when it misbehaves, dies or hangs."""

from __future__ import annotations

import os
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from simulator.devices.line_cache import LineCache
from simulator.devices.ports import VoiceName
from simulator.devices.voice_process import Patience, VoiceProcess
from simulator.devices.voices import espeak_library
from tests.support import pretend_drivers

pytestmark = pytest.mark.device

ESPEAK = VoiceName("espeak-en-us", "espeak", "en-us", "man")
HIBARI = VoiceName("hibari-woman", "hibari", "en-US", "woman")
#: Short for a child that hangs on purpose, long enough for this machine to start one.
SHORT = Patience(least=1.0, per_character=0.0, start=20.0)

Open = Callable[..., VoiceProcess]


@pytest.fixture
def voice() -> Iterator[Open]:
    """Open voice processes that are closed after the test."""
    opened: list[VoiceProcess] = []

    def open_voice(name: VoiceName = ESPEAK, **options: object) -> VoiceProcess:
        opened.append(VoiceProcess(name, **options))  # type: ignore[arg-type]
        return opened[-1]

    yield open_voice
    for process in opened:
        process.close()


def moody(open_voice: Open, **options: object) -> VoiceProcess:
    return open_voice(prelude=pretend_drivers.moody, patience=SHORT, **options)


def test_a_line_comes_as_checked_sound_with_word_times(voice: Open) -> None:
    line = "[sigh] I have called you twice!"
    rendered = voice().line(line, "angry")
    assert rendered is not None
    assert 1000 < rendered.length_ms < 4000
    assert rendered.sound().any()
    words = [line[word.char_from : word.char_to] for word in rendered.words]
    assert words == ["I", "have", "called", "you", "twice!"]
    times = [word.ms for word in rendered.words]
    assert times == sorted(times)
    assert times[-1] < rendered.length_ms


def test_printing_libraries_do_not_disturb(voice: Open, capfd: pytest.CaptureFixture[str]) -> None:
    assert moody(voice).line("hello", "calm") is not None
    assert capfd.readouterr().out == ""


def test_a_line_that_kills_the_voice_once_is_said_by_the_next_one(voice: Open, tmp_path: Path) -> None:
    process = moody(voice)
    assert process.line("before", "calm") is not None
    first = process.pid
    assert process.line(f"crash once {tmp_path / 'memory'}", "calm") is not None
    assert process.pid not in (0, first)


def test_a_killed_voice_leaves_no_files_behind(voice: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    process = moody(voice)
    assert process.line("crash", "calm") is None
    assert process.line("after", "calm") is not None
    process.close()
    assert list(tmp_path.iterdir()) == []


def test_a_line_that_always_kills_the_voice_is_given_up_and_the_next_one_comes(voice: Open) -> None:
    process = moody(voice)
    assert process.line("crash", "calm") is None
    assert process.problem is not None
    assert "signal 9" in process.problem.what
    assert process.line("after", "calm") is not None
    assert process.problem is None


def test_a_voice_that_hangs_is_replaced_within_its_deadline(voice: Open) -> None:
    process = moody(voice)
    assert process.line("before", "calm") is not None
    first, began = process.pid, time.monotonic()
    assert process.line("hang for ever", "calm") is None
    assert time.monotonic() - began < SHORT.least + 1.5
    with pytest.raises(ProcessLookupError):
        os.kill(first, 0)
    assert process.line("after", "calm") is not None


@pytest.mark.parametrize("text", ["complain", "nothing", "empty", "silent"])
def test_what_is_no_sound_is_a_failed_line_and_no_reason_to_start_again(voice: Open, text: str) -> None:
    process = moody(voice)
    assert process.line("before", "calm") is not None
    first = process.pid
    assert process.line(text, "calm") is None
    assert process.problem is not None
    assert process.pid == first


def test_aiff_under_the_name_of_a_wav_is_read(voice: Open) -> None:
    rendered = moody(voice).line("apple", "calm")
    assert rendered is not None
    assert rendered.length_ms == pytest.approx(1120, abs=20)


def test_a_needed_line_goes_before_the_prepared_ones(voice: Open) -> None:
    process = moody(voice)
    for number in range(5):
        process.prepare(f"likely {number}", "calm")
    assert process.line("needed", "calm") is not None
    ready = [number for number in range(5) if not isinstance(process.look(f"likely {number}", "calm"), str)]
    assert ready in ([], [0]), "at most the one that was in work already"
    for number in range(5):
        assert process.line(f"likely {number}", "calm") is not None


def test_a_voice_killed_while_rendering_is_replaced(voice: Open) -> None:
    process = voice(HIBARI)
    assert process.line("Hello?", "calm") is not None
    long_line = "I have told you three times and nobody listens to me. " * 15
    process.want(long_line, "furious")
    process.turn()
    os.kill(process.pid, signal.SIGKILL)
    began = time.monotonic()
    assert process.line("So what now?", "furious") is not None
    assert time.monotonic() - began < 20
    assert process.line(long_line, "furious") is not None


def test_a_voice_that_cannot_start_fails_soon_and_then_rests(voice: Open) -> None:
    process = voice(prelude=pretend_drivers.cannot_start, patience=SHORT)
    assert process.line("hello", "calm") is None
    assert process.line("hello again", "calm") is None
    began = time.monotonic()
    assert process.line("once more", "calm") is None
    assert time.monotonic() - began < 0.5
    assert process.problem is not None


def test_lines_come_from_the_disk_without_a_process(voice: Open, tmp_path: Path) -> None:
    first = voice(cache=LineCache(tmp_path)).line("Where is it?", "angry")
    again = voice(cache=LineCache(tmp_path))
    assert again.line("Where is it?", "angry") == first
    assert again.pid == 0
    next(tmp_path.glob("*.line")).write_bytes(b"damaged")
    anew = voice(cache=LineCache(tmp_path))
    assert anew.line("Where is it?", "angry") is not None
    assert anew.pid != 0


def test_a_mere_direction_needs_no_voice(voice: Open) -> None:
    process = voice()
    breath = process.line("[sigh]", "calm")
    assert breath is not None
    assert breath.length_ms == 400
    assert process.pid == 0


def test_espeaks_data_may_lie_in_a_very_deep_folder(voice: Open, tmp_path: Path) -> None:
    data = espeak_library.data_folder()
    assert data is not None
    deep = tmp_path / "/".join(["a folder with ümlauts"] * 8) / "package"
    deep.parent.mkdir(parents=True)
    deep.symlink_to(data.parent, target_is_directory=True)
    assert len(str(deep)) > 160
    process = voice(prelude=partial(pretend_drivers.espeak_data_in, str(deep / data.name)))
    assert process.line("I am still here.", "calm") is not None


def test_missing_espeak_data_is_a_failed_line_with_a_reason(voice: Open, tmp_path: Path) -> None:
    data = espeak_library.data_folder()
    assert data is not None
    (tmp_path / "espeak-ng-data").mkdir()
    (tmp_path / "libespeak-ng.so").symlink_to(data.parent / "libespeak-ng.so")
    process = voice(prelude=partial(pretend_drivers.espeak_data_in, str(tmp_path / "espeak-ng-data")), patience=SHORT)
    assert process.line("hello", "calm") is None
    assert process.problem is not None
    assert "espeak" in process.problem.what
