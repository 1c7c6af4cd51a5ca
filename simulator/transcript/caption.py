"""A caller's line as a caption: what a person reads of it.

Stage directions stay, for they say how it sounds; the stars around a stressed word (scenario format 3.2) are for the voice and fall away.
"""

from __future__ import annotations

import re

from simulator.transcript.literal import one_line

STRESS = re.compile(r"\*([^*\n]+)\*")


def caption(line: str) -> str:
    """Return the line as it is shown, on one line and harmless."""
    return one_line(STRESS.sub(r"\1", line))
