"""A mistake of ours leaves a report and one plain sentence; somebody else's is only explained."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from simulator.desktop.crash_report import LAST_EVENTS, CrashReports
from simulator.problems import Problem, ProblemError


def raised(error: Exception) -> tuple[type[Exception], Exception, object]:
    try:
        raise error
    except type(error) as caught:
        return type(caught), caught, caught.__traceback__


@pytest.fixture
def told() -> list[str]:
    """Return the sentences that the window was given."""
    return []


@pytest.fixture
def reports(tmp_path: Path, told: list[str]) -> CrashReports:
    """Return the reports of a folder that is not there yet."""
    made = CrashReports(tmp_path / "crashes")
    made.show = told.append
    return made


def test_a_mistake_of_ours_is_written_down(
    reports: CrashReports, told: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = tmp_path / "session"
    session.mkdir()
    (session / "events.jsonl").write_text("".join(f'{{"seq":{number}}}\n' for number in range(80)), encoding="utf-8")
    reports.session = lambda: session
    reports.hook(*raised(ValueError("a wrong number")))  # type: ignore[arg-type]
    (report,) = (tmp_path / "crashes").iterdir()
    text = report.read_text("utf-8")
    assert "ValueError: a wrong number" in text and "PySide6" in text
    assert text.count('{"seq":') == LAST_EVENTS and '{"seq":79}' in text
    assert told == [f"Something went wrong inside the program. The call so far is kept. A report is in {report}"]
    assert "ValueError" in capsys.readouterr().err


def test_the_same_mistake_is_reported_once(reports: CrashReports, told: list[str], tmp_path: Path) -> None:
    for _ in range(3):
        reports.hook(*raised(KeyError("again")))  # type: ignore[arg-type]
    assert len(list((tmp_path / "crashes").iterdir())) == len(told) == 1


def test_a_problem_is_explained_without_a_report(reports: CrashReports, told: list[str], tmp_path: Path) -> None:
    reports.hook(*raised(ProblemError(Problem("machine", "The disk is full.", "Free some space."))))  # type: ignore[arg-type]
    assert told == ["The disk is full. Free some space."]
    assert not (tmp_path / "crashes").exists()


def test_a_folder_that_cannot_be_written_is_said(told: list[str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    reports = CrashReports(tmp_path / "file" / "crashes")
    reports.show = told.append
    reports.hook(*raised(ValueError("x")))  # type: ignore[arg-type]
    assert "No report could be written" in told[0]


def test_the_hook_is_installed_and_leaves_interrupts_alone(
    reports: CrashReports, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    reports.install()
    assert sys.excepthook == reports.hook
    seen: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "__excepthook__", lambda kind, error, trace: seen.append(kind))
    reports.hook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert (seen, told) == ([KeyboardInterrupt], [])
