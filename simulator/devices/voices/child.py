"""What the voice's own process does: render one line after another until it is told to end.

Messages: ``("render", number, line, voice, mood, pace)`` is answered by ``("rendered", number, samples, rate, words)`` or
``("failed", number, reason)``; ``("end",)`` ends. A line that cannot be rendered is an answer; anything worse ends the process, and the
program at the other end starts another.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from typing import Protocol

from simulator.devices.ports import VoiceName


class Pipe(Protocol):
    """What is needed of the connection."""

    def send(self, message: tuple[object, ...]) -> None:
        """Send one message."""

    def recv(self) -> tuple[object, ...]:
        """Wait for one message."""


def serve(pipe: Pipe, room: str, prelude: Callable[[], None] | None = None) -> None:
    """Answer until ``("end",)`` comes.

    Args:
        room: the folder for passing files; whoever started this process clears it up.
        prelude: runs first (tests put drivers of their own in place with it).
    """
    tempfile.tempdir = room
    if prelude is not None:
        prelude()
    from simulator.devices.voices.render import RenderError, render

    pipe.send(("ready",))
    while True:
        message = pipe.recv()
        if message[0] == "end":
            return
        _, number, line, voice, mood, pace = message
        assert isinstance(voice, VoiceName)
        try:
            sound = render(str(line), voice, str(mood), str(pace))
        except (RenderError, ImportError) as error:
            pipe.send(("failed", number, str(error)))
        else:
            pipe.send(("rendered", number, sound.samples, sound.rate, sound.words))
