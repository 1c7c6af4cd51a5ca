"""Every golden recording replays to the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.call.advance import ENGINE_VERSION
from simulator.session.reopen import reopen
from tests.support.places import ROOT

RECORDINGS = sorted((ROOT / "tests" / "golden" / str(ENGINE_VERSION)).iterdir())


@pytest.mark.parametrize("recording", RECORDINGS, ids=lambda path: path.name)
def test_the_same_events_give_the_same_bytes(recording: Path) -> None:
    opened = reopen(recording)
    assert [difference.sentence() for difference in opened.differences] == []
    assert opened.notices == ()


def test_there_is_a_golden_recording_for_every_call_script() -> None:
    scripts = {path.stem for path in (ROOT / "tests" / "calls").glob("*.call")}
    assert {path.name for path in RECORDINGS} == scripts


def test_a_recording_of_another_engine_is_not_called_equal(tmp_path: Path) -> None:
    for file in RECORDINGS[0].iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    header = tmp_path / "header.json"
    header.write_text(header.read_text().replace('"engine_version":', '"engine_version":9'))
    (difference,) = reopen(tmp_path).differences
    assert "engine_version" in difference.file
