"""``score``: JSON lines in, JSON lines out; a broken line is named and the others are scored."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from simulator.cli.score import score
from tests.cues.context import EXAMPLE


def run(capsys: pytest.CaptureFixture[str], file: Path, scenario: Path | None = None) -> tuple[int, list[dict[str, Any]], str]:
    status = score(str(file), scenario)
    out, err = capsys.readouterr()
    return status, [json.loads(line) for line in out.splitlines()], err


def written(tmp_path: Path, *lines: str) -> Path:
    file = tmp_path / "replies.jsonl"
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return file


def test_cues_with_span_and_quote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Oh, I’m so sorry, Mrs Whitlock."
    status, rows, err = run(capsys, written(tmp_path, json.dumps({"id": 7, "text": text, "caller_name": "Dana Whitlock"})))
    assert (status, err) == (0, "")
    assert rows[0]["id"] == 7
    assert {cue["skill"] for cue in rows[0]["cues"]} == {"apologise", "use_name"}
    for cue in rows[0]["cues"]:
        start, end = cue["span"]
        assert cue["quote"] == text[start:end]
        assert cue["certainty"] in ("sure", "possible") and cue["rule"]


def test_a_broken_line_is_named_and_the_others_are_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(
        tmp_path,
        '{"id": 1, "text": "thank you"}',
        "{broken",
        "",
        "[1]",
        '{"id": 2}',
        '{"id": 3, "text": 5}',
        '{"id": 4, "text": "hi"}',
    )
    status, rows, err = run(capsys, file)
    assert status == 1
    assert [row["id"] for row in rows] == [1, 4]
    assert [line.split(": ")[0] for line in err.splitlines()] == [f"{file}:{n}" for n in (2, 4, 5, 6)]


def test_with_a_scenario_facts_and_remedies_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(
        tmp_path,
        '{"id": "a", "text": "What is your zip code?"}',
        '{"id": "b", "text": "I can take $20 off your next bill."}',
    )
    _, rows, _ = run(capsys, file, EXAMPLE)
    assert {cue.get("fact") for cue in rows[0]["cues"]} == {"identity"}
    assert {(cue["remedy"], cue["amount"]) for cue in rows[1]["cues"] if "remedy" in cue} == {("goodwill_credit", 20.0)}


def test_lines_of_one_call_remember_each_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "i will look into the second payment for you"
    lines = [json.dumps({"id": n, "text": text, "call": call}) for n, call in enumerate(["a", "b", "a"])]
    _, rows, _ = run(capsys, written(tmp_path, *lines))
    assert ["robotic" in {cue["skill"] for cue in row["cues"]} for row in rows] == [False, False, True]


def test_words_as_transcribe_prints_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = [
        {"word": w, "start_ms": 300 * n, "end_ms": 300 * n + 200, "confidence": c}
        for n, (w, c) in enumerate([("you're", 1.0), ("an", 0.9), ("idiot", 0.4)])
    ]
    _, rows, _ = run(capsys, written(tmp_path, json.dumps({"id": 1, "text": "you're an idiot", "words": words})))
    assert {(cue["skill"], cue["certainty"]) for cue in rows[0]["cues"]} == {("insult", "possible")}
    status, rows, err = run(capsys, written(tmp_path, '{"id": 1, "text": "a", "words": [1]}'))
    assert (status, rows) == (1, []) and "words" in err
