"""Two sentences before a call by voice in a terminal, so that loudness is compared with the trainee's own voice.

Only who asks for it with ``--baseline`` is asked to read; nobody has to answer a question before every call. What is typed while the
sentences are read answers nothing, neither here nor in the call that follows.
"""

from __future__ import annotations

import dataclasses
import sys
import threading

from simulator import settings
from simulator.live.baseline_reading import READ_ALOUD, ReadingNow, begin_reading
from simulator.own_voice import day_in_words
from simulator.screens.own_voice_screen import PRIVACY, WHY, message_of
from simulator.settings import Settings

TURN_S = 0.05
#: Characters of the progress that is shown.
WIDTH = 30


def with_baseline(stored: Settings) -> Settings:
    """Return the settings with the baseline that the person reads now, or as they were if none could be used.

    Raises:
        ProblemError: the microphone cannot be opened, or the disk does not take the baseline.
    """
    _say(f"{WHY}\n{PRIVACY}")
    while True:
        now = _read(stored)
        _forget_typed()
        if now.baseline is not None:
            _say(f"Read. Loudness is compared with this baseline of {day_in_words(now.baseline.day)}.")
            kept = dataclasses.replace(stored, voice_measures=True, baseline=now.baseline)
            settings.write(kept)
            return kept
        _say(message_of(now.stand, now.problem))
        if not (sys.stdin.isatty() and _wants_once_more()):
            return stored


def _wants_once_more() -> bool:
    """Ask the person at the keyboard until they answer; Enter alone is no answer, the end of the input is a no."""
    while True:
        _say("Type r and Enter to read once more, or g and Enter to go on without.")
        line = sys.stdin.readline()
        answer = line.strip().lower()
        if answer in ("r", "g") or not line:
            return answer == "r"


def _forget_typed() -> None:
    """Drop what waits at the keyboard: an Enter after the last sentence is no answer to a question that had not been asked."""
    if not sys.stdin.isatty():
        return
    if sys.platform == "win32":
        import msvcrt

        while msvcrt.kbhit():
            msvcrt.getwch()
    else:
        import termios

        termios.tcflush(sys.stdin, termios.TCIFLUSH)


def _read(stored: Settings) -> ReadingNow:
    reading = begin_reading(stored.microphone)
    _say("Read both aloud, as you would speak to a customer. It ends by itself when you have read them.\n")
    _say("\n".join(f"    {sentence}" for sentence in READ_ALOUD))
    wait = threading.Event()
    try:
        now = reading.turn()
        while now.stand == "listening":
            _show(now)
            wait.wait(TURN_S)
            now = reading.turn()
    finally:
        reading.close()
        _say("")
    return now


def _show(now: ReadingNow) -> None:
    if sys.stderr.isatty():
        full = now.progress * WIDTH // 100
        print(f"\r    [{'#' * full}{'.' * (WIDTH - full)}]", end="", file=sys.stderr, flush=True)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
