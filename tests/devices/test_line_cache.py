"""Rendered lines on disk."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from simulator.devices import rendered_line
from simulator.devices.line_cache import LineCache
from simulator.devices.ports import VoiceName
from simulator.devices.rendered_line import LineRequest, Rendered, wordless
from simulator.devices.voices.word_times import WordTime

VOICE = VoiceName("pretend", "espeak", "en-us", "woman")
LINE = Rendered(b"\x01\x00" * 4000, 24_000, (WordTime(0, 5, 0), WordTime(6, 11, 120)))


def request(text: str = "Where is my order?", mood: str = "angry") -> LineRequest:
    return LineRequest(text, VOICE, mood)


def test_a_line_comes_back_as_it_was(tmp_path: Path) -> None:
    assert LineCache(tmp_path / "lines").put(request(), LINE)
    assert LineCache(tmp_path / "lines").get(request()) == LINE


def test_another_mood_voice_or_pace_is_another_line(tmp_path: Path) -> None:
    cache = LineCache(tmp_path)
    cache.put(request(), LINE)
    assert cache.get(request(mood="calm")) is None
    assert cache.get(LineRequest("Where is my order?", VOICE, "angry", "fast")) is None
    assert cache.get(LineRequest("Where is my order?", VoiceName("x", "espeak", "en-us", "man"), "angry")) is None


def test_a_tuned_number_or_another_version_makes_every_line_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    before = request().key()
    with monkeypatch.context() as patch:
        patch.setattr(rendered_line, "MANNERS", {"angry": 1})
        assert request().key() != before
    with monkeypatch.context() as patch:
        patch.setattr(rendered_line, "_versions", lambda: ("9.9",))
        assert request().key() != before
    assert request().key() == before


@pytest.mark.parametrize("harm", ["cut", "flip", "empty", "text"])
def test_a_damaged_file_is_noticed_and_removed(tmp_path: Path, harm: str) -> None:
    cache = LineCache(tmp_path)
    cache.put(request(), LINE)
    (file,) = tmp_path.iterdir()
    data = bytearray(file.read_bytes())
    data[300] ^= 1
    file.write_bytes({"cut": bytes(data[:200]), "flip": bytes(data), "empty": b"", "text": b"hello"}[harm])
    assert cache.get(request()) is None
    assert not file.exists()


def test_the_folder_stays_small_and_keeps_what_was_used_last(tmp_path: Path) -> None:
    cache = LineCache(tmp_path, most_bytes=50_000)
    for number in range(12):
        cache.put(request(f"line {number}"), LINE)
        for age, file in enumerate(sorted(tmp_path.iterdir(), key=lambda file: file.stat().st_mtime_ns, reverse=True)):
            os.utime(file, ns=(0, 10**18 - age * 10**9))
        cache.get(request("line 0"))
    size = sum(file.stat().st_size for file in tmp_path.iterdir())
    assert size <= 50_000
    assert cache.get(request("line 11")) == LINE
    assert cache.get(request("line 0")) == LINE, "it was used all the time"
    assert cache.get(request("line 2")) is None


def test_a_folder_that_cannot_be_written_only_means_nothing_is_kept(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    cache = LineCache(blocked)
    assert not cache.put(request(), LINE)
    assert cache.get(request()) is None


def test_no_half_written_file_is_left(tmp_path: Path) -> None:
    LineCache(tmp_path).put(request(), LINE)
    assert [file.suffix for file in tmp_path.iterdir()] == [".line"]


def test_a_line_without_words_is_a_short_silence() -> None:
    assert wordless("[sigh]") == wordless("...")
    breath = wordless("[sigh]")
    assert breath is not None
    assert breath.length_ms == 400
    assert not breath.sound().any()
    assert wordless("[sigh] No.") is None


def test_what_has_been_heard_is_counted_in_whole_words() -> None:
    assert [LINE.characters_spoken(ms) for ms in (0, 119, 120, 999)] == [5, 5, 11, 11]
    assert len(LINE.sound(48_000)) == pytest.approx(8000, abs=2)
