"""A typed call of the example scenario, played to the end of its lines."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from simulator.live.assemble import read_script
from simulator.live.opening import Terms
from simulator.live.typed_call import TypedCall


def typed_session(out: Path, lines: Iterable[str], trainee: str = "Sam") -> Path:
    """Return the folder that the call left."""
    live = TypedCall(read_script("billing-double-charge"), Terms(typed=True, out=out, trainee=trainee))
    live.answer()
    for line in lines:
        live.type_reply(line)
    assert live.session is not None
    live.close()
    return live.session
