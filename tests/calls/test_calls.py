"""Every ``.call`` script holds, line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.call_script import play_script
from tests.support.places import ROOT

SCRIPTS = sorted((ROOT / "tests" / "calls").glob("*.call"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_call(script: Path) -> None:
    call = play_script(script)
    assert call.state.phase == "ended", "a script is played to its ending"


def test_a_wrong_line_is_shown_with_an_arrow(tmp_path: Path) -> None:
    script = tmp_path / "wrong.call"
    script.write_text('scenario tests/support/short-call.yaml\ntrainee "hello there"\n    caller nobody\n')
    with pytest.raises(AssertionError, match="(?s)wrong.call, line 3: the caller said: opening.*-->     caller nobody"):
        play_script(script)
