"""What is shown of a caller's line."""

from __future__ import annotations

import pytest

from simulator.transcript.caption import caption


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("[sigh] I *told* you.", "[sigh] I told you."),
        ("I beg your *pardon*?", "I beg your pardon?"),
        ("one star * stays", "one star * stays"),
        ("A  line\nwith breaks", "A line with breaks"),
    ],
)
def test_stars_of_stress_are_for_the_voice(line: str, shown: str) -> None:
    assert caption(line) == shown
