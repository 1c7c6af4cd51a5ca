"""The verb ``speak``."""

from __future__ import annotations

import json
import wave
from pathlib import Path

import pytest

from simulator.cli import speak as verb
from simulator.cli.entry import main
from simulator.devices.voices import cast


def test_the_temper_gives_the_mood() -> None:
    assert [verb.mood_at(temper) for temper in (0, 29, 30, 54, 55, 79, 80, 100)] == [
        "calm",
        "calm",
        "irritated",
        "irritated",
        "angry",
        "angry",
        "furious",
        "furious",
    ]


def test_the_voices_are_listed_for_people_and_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["speak", "--voice", "list"]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert rows[0] == ["name", "engine", "language", "sex", "age"]
    assert ["espeak-de", "espeak", "de", "man", "adult"] in rows
    assert main(["speak", "--voice", "list", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert len(listed) == len(rows) - 1 == len(cast.voices())
    assert {"name", "engine", "language", "sex"} <= set(listed[0])


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (["Hello", "--voice", "espeak-en-uk", "--out", "line.wav"], 2, "Did you mean espeak-en-"),
        (["Hello", "--voice", "qqqq", "--out", "line.wav"], 2, "speak --voice list"),
        (["", "--out", "line.wav"], 2, "nothing to say"),
        (["[sigh]", "--out", "line.wav"], 2, "nothing to say"),
        (["Hello"], 2, "--out"),
        (["Hello", "--out", "nowhere/line.wav"], 2, "mkdir -p"),
        (["Hello", "--out", "."], 2, "folder"),
        (["Hello", "--out", "line.wav", "--temper", "101"], 2, "100"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(
    arguments: list[str],
    status: int,
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["speak", *arguments]) == status
    printed = capsys.readouterr()
    assert printed.out == ""
    assert sentence in printed.err
    assert len(printed.err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.device
@pytest.mark.parametrize("voice", ["hibari-man-older", "espeak-en-us-woman"])
def test_a_line_is_written_as_a_wav(voice: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "line.wav"
    assert main(["speak", "[sigh] Where is my $148.60?", "--out", str(out), "--temper", "90", "--voice", voice, "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["voice"], report["mood"]) == (voice, "furious")
    with wave.open(str(out)) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        assert file.getnframes() * 1000 // file.getframerate() == report["ms"] > 1500
    assert [file.name for file in tmp_path.iterdir()] == ["line.wav"]
