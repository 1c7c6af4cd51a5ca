"""``transcribe`` hears what Vosk's own program hears, file by file, and a bad file does not stop the others."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile
import soxr

from simulator.cli import transcribe as verb
from simulator.transcript.words import text_of
from tests.support.places import ROOT
from tests.support.recorded import RATE, WORDS, hiss, pause, sentence

pytestmark = [pytest.mark.device, pytest.mark.usefixtures("model_folder")]


SHORT = ["anything-else", "yes-of-course"]


def transcribe(*files: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "transcribe", *map(str, files)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **variables},
    )


def wav(place: Path, sound: bytes, rate: int = RATE, subtype: str = "PCM_16") -> Path:
    soundfile.write(place, np.frombuffer(sound, np.int16), rate, subtype=subtype)
    return place


def rows(done: subprocess.CompletedProcess[str]) -> list[dict]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_every_file_is_a_line_with_words_and_times(tmp_path: Path) -> None:
    files = [wav(tmp_path / f"{name}.wav", sentence(name) + pause(0.3)) for name in WORDS]
    done = transcribe(*files)
    assert done.returncode == 0, done.stderr
    for file, name, row in zip(files, WORDS, rows(done), strict=True):
        assert row["file"] == str(file)
        assert row["text"] == WORDS[name] == " ".join(word["word"] for word in row["words"])
        times = [time for word in row["words"] for time in (word["start_ms"], word["end_ms"])]
        assert times == sorted(times)
        assert times[-1] <= 1_000 * soundfile.info(file).duration
        assert all(0 <= word["confidence"] <= 1 for word in row["words"])


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="vosk-transcriber needs the program ffmpeg")
def test_the_words_are_those_of_vosk_transcriber(tmp_path: Path, model_folder: Path) -> None:
    sorry = sentence("sorry-about-the-delay")
    faint = np.frombuffer(sorry, np.int16) // 24 + np.frombuffer(hiss(len(sorry) / 32_000, 60), np.int16)
    long = hiss(0.4, 40) + sorry + hiss(1.3, 40) + sentence("yes-of-course") + hiss(2.6) + sorry[9_000:-9_000]
    files = [
        wav(tmp_path / "long.wav", long),
        wav(tmp_path / "faint.wav", faint.astype(np.int16).tobytes()),
    ]
    done = transcribe(*files)
    assert done.returncode == 0, done.stderr
    for file, row in zip(files, rows(done), strict=True):
        theirs = file.with_suffix(".txt")
        program = Path(sys.executable).with_name("vosk-transcriber")
        subprocess.run(
            [str(program), "-m", str(model_folder), "-i", str(file), "-o", str(theirs), "--log-level", "ERROR"],
            check=True,
            capture_output=True,
        )
        assert row["text"].split() == theirs.read_text(encoding="utf-8").split()


def test_other_rates_and_channels_are_brought_to_16_khz(tmp_path: Path) -> None:
    name, files = "anything-else", []
    for rate, channels, subtype in ((48_000, 2, "PCM_24"), (8_000, 1, "PCM_16"), (44_100, 1, "FLOAT")):
        sound = soxr.resample(np.frombuffer(sentence(name) + pause(0.3), np.int16) / 32_768, RATE, rate)
        files.append(tmp_path / f"{rate}.wav")
        soundfile.write(files[-1], np.column_stack([sound] * channels), rate, subtype=subtype)
    for row in rows(transcribe(*files)):
        heard, wanted = set(row["text"].split()), set(WORDS[name].split())
        assert len(wanted & heard) >= len(wanted) - 1, row
        assert row["words"][-1]["end_ms"] == pytest.approx(len(sentence(name)) / 32 - 100, abs=150)


@pytest.mark.soak
def test_many_minutes_are_shared_by_several_recognisers_and_come_out_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, model_folder: Path
) -> None:
    monkeypatch.setattr(verb, "BYTES_EACH", 1)
    files = [wav(tmp_path / f"{number}.wav", sentence(name) + pause(0.3)) for number, name in enumerate(SHORT * 2)]
    heard = list(verb.transcripts(files, model_folder))
    assert [text_of(words) for words in heard] == [WORDS[name] for name in SHORT] * 2
    assert heard[:2] == heard[2:]


def test_bad_files_are_named_and_the_rest_is_done(tmp_path: Path) -> None:
    good = wav(tmp_path / "good.wav", sentence("yes-of-course") + pause(0.3))
    junk, empty, silent, missing = (tmp_path / f"{name}.wav" for name in ("junk", "empty", "silent", "missing"))
    junk.write_bytes(b"no sound at all")
    empty.write_bytes(b"")
    wav(silent, b"")
    done = transcribe(junk, empty, good, silent, missing, tmp_path, good)
    assert done.returncode == 1
    assert [row["text"] for row in rows(done)] == ["yes of course"] * 2
    complaints = done.stderr.splitlines()
    assert len(complaints) == 5
    for file, complaint in zip((junk, empty, silent, missing, tmp_path), complaints, strict=True):
        assert complaint.startswith(f"{file}: ")


def test_silence_is_a_transcript_without_words(tmp_path: Path) -> None:
    row, = rows(transcribe(wav(tmp_path / "quiet.wav", pause(2))))
    assert (row["text"], row["words"]) == ("", [])


def test_without_the_model_one_sentence_and_status_3(tmp_path: Path) -> None:
    done = transcribe(wav(tmp_path / "good.wav", sentence("yes-of-course")), SIMULATOR_MODEL=str(tmp_path / "nowhere"))
    assert done.returncode == 3
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "model install" in done.stderr
