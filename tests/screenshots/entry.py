"""Draws every page and state with a pretend program behind it, light and dark, so that people can look at them.

    python -m tests screenshots --out DIR [NAME...]

Without names all are drawn. Needs a display (``xvfb-run -a -s "-screen 0 1920x1200x24"``) or ``QT_QPA_PLATFORM=offscreen``.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from simulator.desktop.main_window import MainWindow
from simulator.desktop.theme import Look
from simulator.live.baseline_reading import ReadingNow
from simulator.screens.own_voice_screen import Act
from simulator.screens.preferences import Preferences, Theme
from tests.desktop import pretend_scenes as scenes
from tests.desktop import pretend_world as pretend
from tests.desktop.pretend_world import PretendCall, PretendPlayer, World

NORMAL, LARGE = QSize(1280, 800), QSize(1920, 1080)
LEVELS = (-50, -40, -30, -24, -12, -20, -14, -34, -60, -60)


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: a world, and what is done in the window before it is taken."""

    world: Callable[[], World]
    act: Callable[[MainWindow, World], None]


def class_room() -> World:
    """Return a world with seven scenarios and six calls."""
    return World(shelf=pretend.full_shelf(), calls=pretend.past_calls(), player=PretendPlayer())


def first_day() -> World:
    """Return a world with one scenario and no call."""
    return World(shelf=pretend.shelf_of(scenes.billing()), preferences=Preferences())


def empty() -> World:
    """Return a world without a scenario."""
    return World(preferences=Preferences())


def lacking() -> World:
    """Return a world without model and microphone."""
    lines = (pretend.MICROPHONE_MISSING, pretend.READY[1], pretend.MODEL_MISSING, *pretend.READY[3:])
    return replace(class_room(), lines=lines)


def undecided() -> World:
    """Return a world in which nobody was asked about the recording yet."""
    return replace(class_room(), preferences=Preferences(name="Sam"))


def with_baseline() -> World:
    """Return a world in which the trainee has read the two sentences."""
    return replace(class_room(), baseline=pretend.BASELINE)


def nothing(_window: MainWindow, _world: World) -> None:
    """Leave the window as it opens."""


def own_voice(*acts: Act, now: ReadingNow | None = None) -> Callable[[MainWindow, World], None]:
    """Return the act of pressing these buttons of the step "Your own voice", then letting this moment of the reading come."""

    def act(window: MainWindow, world: World) -> None:
        brief(window, world)
        card = window._brief.own_voice
        for wanted in acts:
            card.wanted = wanted
            card.pressed.emit()
        if now is not None:
            world.reading.now = now
            for _ in range(30):
                window._own_voice.turn()

    return act


def place(name: str) -> Callable[[MainWindow, World], None]:
    """Return the act of going to a place."""

    def act(window: MainWindow, _world: World) -> None:
        window.show_place(name)

    return act


def brief(window: MainWindow, _world: World) -> None:
    """Open the brief of the first scenario."""
    window._open_brief("billing-double-charge.yaml")


def call(make: Callable[[], PretendCall], typed: bool = False) -> Callable[[MainWindow, World], None]:
    """Return the act of being in this call."""

    def act(window: MainWindow, world: World) -> None:
        brief(window, world)
        world.call = make()
        window._start(typed=typed)
        for level in LEVELS * 3:
            world.call.loudness = level
            window._flow._turned(False)

    return act


def live(scene: Callable[[], object], words: str = "", lost: bool = False, typed: bool = False) -> Callable[[], PretendCall]:
    """Return what makes a running call at this moment."""

    def make() -> PretendCall:
        made = PretendCall(scene(), "live", typed=typed)  # type: ignore[arg-type]
        made.words = words
        made.problem = pretend.LOST if lost else None
        made.spoken = 0.45
        return made

    return make


def with_notes(act: Callable[[MainWindow, World], None]) -> Callable[[MainWindow, World], None]:
    """Return the act with something on the notes pad."""

    def noted(window: MainWindow, world: World) -> None:
        act(window, world)
        pad = next(pad for pad in window.findChildren(QPlainTextEdit) if pad.accessibleName() == "Notes")
        pad.setPlainText("3rd + 4th, 148.60 each\n9 days, 2 calls")
        window._flow.page._desk.notes()

    return noted


def card(window: MainWindow, _world: World) -> None:
    """Open the card of the newest call."""
    window._reopen("s/6")


def rows(window: MainWindow, world: World) -> None:
    """Open all rows of the card."""
    card(window, world)
    window._card._show_rows("")


def failed() -> PretendCall:
    """Return a call that could not begin."""
    made = PretendCall(stand="failed")
    made.problem = pretend.LOST
    return made


SHOTS: dict[str, Shot] = {
    "home": Shot(class_room, nothing),
    "home-first-day": Shot(first_day, nothing),
    "home-empty": Shot(empty, nothing),
    "calls": Shot(class_room, place("calls")),
    "calls-empty": Shot(first_day, place("calls")),
    "settings": Shot(class_room, place("settings")),
    "brief": Shot(class_room, brief),
    "brief-undecided": Shot(undecided, brief),
    "brief-lacking": Shot(lacking, brief),
    "brief-reading": Shot(class_room, own_voice("begin", now=ReadingNow("listening", 62, -22))),
    "brief-too-quiet": Shot(class_room, own_voice("begin", now=ReadingNow("too_quiet", 0, -60))),
    "brief-baseline": Shot(with_baseline, brief),
    "settings-baseline": Shot(with_baseline, place("settings")),
    "ringing-loading": Shot(class_room, call(lambda: PretendCall(stand="preparing"))),
    "ringing": Shot(class_room, call(PretendCall)),
    "ringing-failed": Shot(class_room, call(failed)),
    "call-answered": Shot(class_room, call(live(scenes.just_answered))),
    "call": Shot(class_room, with_notes(call(live(scenes.middle_of_call)))),
    "call-calm": Shot(class_room, call(live(scenes.calm, "and your reference is l f two zero nine eight"))),
    "call-furious": Shot(class_room, call(live(scenes.furious))),
    "call-typed": Shot(class_room, with_notes(call(live(scenes.typed, typed=True), typed=True))),
    "call-lost": Shot(class_room, call(live(lambda: scenes.middle_of_call(phase="device_lost"), lost=True))),
    "call-held": Shot(class_room, call(live(lambda: scenes.middle_of_call(phase="held")))),
    "card": Shot(class_room, card),
    "rows": Shot(class_room, rows),
}  # fmt: skip
IN_LARGE = ("home", "brief", "call", "card", "settings")


def draw(app: QApplication, look: Look, shot: Shot, theme: Theme, text_size: int, size: QSize, path: Path) -> None:
    """Draw one picture."""
    world = shot.world()
    world.preferences = replace(world.preferences, theme=theme, text_size=text_size)
    window = MainWindow(world.services(), look)
    window.resize(size)
    window.show()
    shot.act(window, world)
    settle()
    window.grab().save(str(path))
    window.close()
    window.deleteLater()
    settle()


def settle() -> None:
    """Let layouts and zero timers come to rest."""
    loop = QEventLoop()
    QTimer.singleShot(300, loop, loop.quit)
    loop.exec()


def main(words: list[str]) -> int:
    """Draw the pictures that the command line names."""
    parser = argparse.ArgumentParser(prog="python -m tests screenshots", description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("names", nargs="*", choices=[*SHOTS, []])
    chosen = parser.parse_args(words)
    chosen.out.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    look = Look(app)
    themes: tuple[Theme, ...] = ("light", "dark")
    for name in chosen.names or SHOTS:
        for theme in themes:
            draw(app, look, SHOTS[name], theme, 100, NORMAL, chosen.out / f"{name}-{theme}.png")
        if name in IN_LARGE:
            draw(app, look, SHOTS[name], "light", 200, LARGE, chosen.out / f"{name}-200.png")
            draw(app, look, SHOTS[name], "dark", 200, NORMAL, chosen.out / f"{name}-200-narrow.png")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
