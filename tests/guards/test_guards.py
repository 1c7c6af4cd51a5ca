"""Every guard of ``conftest.py`` catches what it is there for, and nothing else."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.support.places import ROOT

CAUGHT = {
    "test_asks_for_the_network_and_survives_the_refusal": "the network was asked for",
    "test_lets_a_child_ask_for_the_network": "nowhere.invalid",
    "test_leaves_a_thread_behind": "simulator-culprit",
    "test_logs_a_warning_that_nobody_expects": "the sky is falling",
    "test_imports_a_speech_library_unmarked": "pytest.mark.device",
    "test_leaves_a_window_open": "QLabel",
    "test_leaves_a_timer_running": "QTimer",
    "test_makes_qt_complain": "QtWarningMsg: something is wrong",
}


@pytest.fixture(scope="module")
def report() -> str:
    """Return what pytest says about the culprits."""
    command = [sys.executable, "-m", "pytest", "-p", "no:randomly", "-rA", "--tb=short", "tests/guards/culprits.py"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize(("culprit", "words"), CAUGHT.items())
def test_the_guard_catches_it(culprit: str, words: str, report: str) -> None:
    assert re.search(rf"^(FAILED|ERROR) \S+::{culprit}\b", report, re.MULTILINE), report
    assert words in report


def test_the_innocent_pass(report: str) -> None:
    accused = set(re.findall(r"^(?:FAILED|ERROR) \S+::(\w+)", report, re.MULTILINE))
    assert accused == set(CAUGHT)
