"""``report``: from a recorded call to one HTML file."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.cli.report import report, write_report
from simulator.problems import ProblemError
from tests.support.typed_session import typed_session

REPLIES = (
    "Hello, this is Sam at Larkfield Fibre, how can I help?",
    "Forty minutes on hold after being billed twice. I'd be upset too. I'm going to take this on myself.",
    "Calm down, please.",
    "/hangup",
)


@pytest.fixture
def session(tmp_path: Path) -> Path:
    """Return the folder of a short typed call of the example scenario."""
    return typed_session(tmp_path, REPLIES, "Sam <b>Rivera</b>")


def test_the_report_stands_in_the_session_and_its_path_is_printed(session: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(session) == 0

    assert capsys.readouterr().out == f"{session / 'report.html'}\n"
    text = (session / "report.html").read_text("utf-8")
    assert "Call with Dana Whitlock" in text
    assert "you told her to calm down" in text
    assert "Sam &lt;b&gt;Rivera&lt;/b&gt;" in text


def test_it_can_be_written_elsewhere_and_is_the_same_each_time(session: Path, tmp_path: Path) -> None:
    first, second = write_report(session, tmp_path / "one.html"), write_report(session, tmp_path / "two.html")

    assert first.read_bytes() == second.read_bytes()


def test_a_folder_that_is_no_session_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ProblemError, match="no whole session"):
        write_report(tmp_path)
