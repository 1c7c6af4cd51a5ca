"""``rescore``: a recorded call is marked once more, and what differs is told; the first card is never touched."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from simulator.cli.lint import lint
from simulator.cli.rescore import rescore
from simulator.problems import ProblemError
from simulator.session.rubric_file import rubric_bytes
from tests.support.places import ROOT
from tests.support.typed_session import typed_session

REPLIES = (
    "Hello, this is Sam at Larkfield Fibre, how can I help?",
    "Forty minutes on hold after being billed twice. I'd be upset too. I'm going to take this on myself.",
    "There is sorrow a bout all of this.",
    "Calm down, please.",
    "/hangup",
)
UNTIL_AGREED = (
    "Hello, this is Sam at Larkfield Fibre, how can I help?",
    "Forty minutes on hold after being billed twice. I'd be upset too. I'm going to take this on myself.",
    "I'm so sorry, that was our mistake, we ran your payment a second time, one day after the other.",
    "So you called three times and nobody put the second payment back. I hear you.",
    "Can I have your full name and your billing ZIP code, please?",
    "On which days did the two payments leave your account?",
    "And the last four digits of the card, please?",
    "I can rush that refund of fifteen dollars back to the card in one to two business days.",
    "/hangup",
)


@pytest.fixture
def session(tmp_path: Path) -> Path:
    """Return the folder of a short typed call of the example scenario."""
    return typed_session(tmp_path, REPLIES)


def card(session: Path, number: int | None = None) -> dict[str, object]:
    name = f"scorecard-{number}.json" if number else "scorecard.json"
    found: dict[str, object] = json.loads((session / name).read_text("utf-8"))
    return found


def row(session: Path, row_id: str, number: int | None = None) -> dict[str, object]:
    findings = card(session, number)["findings"]
    return next(each for each in findings if each["id"] == row_id)  # type: ignore[attr-defined, no-any-return]


def heavier(tmp_path: Path, old: str, new: str) -> Path:
    text = rubric_bytes().decode()
    assert old in text
    file = tmp_path / "our-rubric.yaml"
    file.write_text(text.replace(old, new, 1), "utf-8")
    return file


def test_the_same_rubric_gives_the_same_bytes_and_no_new_file(session: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(session.iterdir())
    first = (session / "scorecard.json").read_bytes()

    assert rescore([session]) == 0

    assert sorted(session.iterdir()) == before
    assert (session / "scorecard.json").read_bytes() == first
    assert "Nothing differs, byte for byte." in capsys.readouterr().out


def test_another_rubric_gives_a_second_card_and_a_table_of_what_differs(
    session: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = (session / "scorecard.json").read_bytes()
    rubric = heavier(tmp_path, "- id: greet\n    line: care\n    weight: 2", "- id: greet\n    line: care\n    weight: 40")

    assert rescore([session], rubric=rubric) == 0

    assert (session / "scorecard.json").read_bytes() == first
    assert (session / "rubric-2.yaml").read_bytes() == rubric.read_bytes()
    assert row(session, "greet", 2)["weight"] == 40
    out = capsys.readouterr().out
    assert "Opened with a greeting" in out and "2 -> 40" in out
    assert f"score {card(session)['score']} -> {card(session, 2)['score']}" in out


def test_the_house_rubric_can_be_printed_and_marked_by(session: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert rescore(print_rubric=True) == 0
    file = tmp_path / "my-rubric.yaml"
    file.write_text(capsys.readouterr().out, "utf-8")

    assert lint([file]) == 0
    assert file.read_bytes() == rubric_bytes()
    rescore([session], rubric=file)
    assert "Nothing differs" in capsys.readouterr().out


def test_the_way_on_the_page_for_trainers_is_right(session: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = (ROOT / "scenarios" / "RUBRIC.md").read_text("utf-8")
    changed = {name: (old, new) for name, new, old in re.findall(r"- id: (\w+)\n    weight: (\d+) +# was (\d+)", page)}
    text = rubric_bytes().decode()
    for name, (old, new) in changed.items():
        text, count = re.subn(rf"(- id: {name}\n    line: \w+\n    weight: ){old}\n", rf"\g<1>{new}\n", text)
        assert count == 1
    file = tmp_path / "my-rubric.yaml"
    file.write_text(text, "utf-8")

    assert len(changed) == 3
    assert lint([file], strict=True) == 0
    rescore([session], rubric=file)
    table = capsys.readouterr().out.replace(str(session), "SESSION").splitlines()
    assert all(line.rstrip() in page for line in table), "\n".join(table)


def test_without_a_session_it_says_what_to_name() -> None:
    with pytest.raises(ProblemError, match="No session was named"):
        rescore()


def test_a_sum_that_was_misheard_is_put_right_in_what_was_agreed(tmp_path: Path) -> None:
    session = typed_session(tmp_path, UNTIL_AGREED)
    assert row(session, "fair_remedy")["missing"] == "What was agreed is too little; fair begins at $148.60."
    number = len(UNTIL_AGREED) - 2
    file = tmp_path / "right.jsonl"
    file.write_text(json.dumps({"turn": number, "text": UNTIL_AGREED[number].replace("fifteen", "one hundred and fifty")}), "utf-8")

    rescore([session], corrections=file)

    right = row(session, "fair_remedy", 2)
    assert right["outcome"] == "met"
    assert right["evidence"][0]["note"].endswith("$150")  # type: ignore[index]


def test_a_misheard_sum_by_itself_stays_with_what_it_was_heard_for(tmp_path: Path) -> None:
    offered = UNTIL_AGREED[-2].replace(" of fifteen dollars", "")
    session = typed_session(tmp_path, (*UNTIL_AGREED[:-2], offered, "That will be fifteen dollars.", "/hangup"))
    assert row(session, "fair_remedy")["evidence"][0]["note"].endswith("$15")  # type: ignore[index]
    file = tmp_path / "right.jsonl"
    file.write_text(json.dumps({"turn": len(UNTIL_AGREED) - 1, "text": "That will be one hundred and fifty dollars."}), "utf-8")

    rescore([session], corrections=file)

    assert row(session, "fair_remedy", 2)["evidence"][0]["note"].endswith("$150")  # type: ignore[index]


def test_the_same_other_rubric_twice_is_one_second_card(session: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rubric = heavier(tmp_path, "- id: greet\n    line: care\n    weight: 2", "- id: greet\n    line: care\n    weight: 40")
    rescore([session], rubric=rubric)
    second = (session / "scorecard-2.json").read_bytes()

    rescore([session], rubric=rubric)

    assert (session / "scorecard-2.json").read_bytes() == second
    assert not (session / "scorecard-3.json").exists()
    assert "Is the same as" in capsys.readouterr().out


def test_words_put_right_are_marked_and_the_first_transcript_is_kept(session: Path, tmp_path: Path) -> None:
    events = (session / "events.jsonl").read_bytes()
    assert row(session, "apologise")["outcome"] == "missed"
    file = tmp_path / "right.jsonl"
    file.write_text('{"turn": 2, "text": "I am sorry about all of this."}\n', "utf-8")

    assert rescore([session], corrections=file) == 0

    assert row(session, "apologise", 2)["outcome"] == "met"
    assert row(session, "apologise")["outcome"] == "missed"
    assert (session / "events.jsonl").read_bytes() == events
    assert "sorry" in (session / "corrections-2.jsonl").read_text("utf-8")


def test_words_put_right_can_take_a_fault_away(session: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "right.jsonl"
    file.write_text('{"turn": 3, "text": "I can hear why you are upset."}\n', "utf-8")

    rescore([session], corrections=file)

    assert "no longer: calm_down_order" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"turn": 99, "text": "hello"}\n', "no reply 99; they go from 0 to 3"),
        ('{"turn": "two", "text": "hello"}\n', "line 1 needs 'turn'"),
        ("hello\n", "can't be understood"),
    ],
)
def test_a_correction_that_does_not_fit_is_refused_in_words(session: Path, tmp_path: Path, line: str, says: str) -> None:
    file = tmp_path / "right.jsonl"
    file.write_text(line, "utf-8")
    before = sorted(session.iterdir())

    with pytest.raises(ProblemError) as raised:
        rescore([session], corrections=file)

    assert says in raised.value.problem.what
    assert sorted(session.iterdir()) == before


def test_a_broken_rubric_costs_nothing(session: Path, tmp_path: Path) -> None:
    rubric = heavier(tmp_path, "- id: greet", "- id: gret")
    before = sorted(session.iterdir())

    with pytest.raises(ProblemError):
        rescore([session], rubric=rubric)

    assert sorted(session.iterdir()) == before


def test_as_json_every_change_is_a_value(session: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rubric = heavier(tmp_path, "- id: greet\n    line: care\n    weight: 2", "- id: greet\n    line: care\n    weight: 40")

    rescore([session], rubric=rubric, json_output=True)

    result = json.loads(capsys.readouterr().out)
    assert result["written"] is True
    assert [(each["id"], each["weight_before"], each["weight_after"]) for each in result["rows"]] == [("greet", 2, 40)]
