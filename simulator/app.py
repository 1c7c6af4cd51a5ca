"""The composition root of the window: real shelf, sessions, devices and calls for the pages to ask for.

Nothing here decides how anything looks. Values of the lower floors become values of the screens; what only the disk, the
clock or a device can tell is asked for when a page asks, never before.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from simulator import paths, settings
from simulator.desktop.application import run_window
from simulator.desktop.services import (
    FinishedCall,
    OpenReading,
    OwnVoice,
    Services,
    TrackPlayer,
)
from simulator.live import assemble
from simulator.live.live_call import LiveCall
from simulator.live.preflight import preflight
from simulator.own_voice import Baseline
from simulator.problems import Problem, ProblemError
from simulator.scenario_files import scenario_shelf
from simulator.screens.brief_screen import ReadyLine
from simulator.screens.home_screen import ShelfEntry
from simulator.screens.past_call import PastCall
from simulator.screens.preferences import KeepSound, Preferences
from simulator.settings import CONSENT_VERSION, Consent, DeviceName, Settings

_LABELS = {
    "microphone": "Microphone",
    "loudspeaker": "Loudspeaker",
    "model": "Recognition model",
    "voice": "Caller's voice",
    "disk": "Disk",
}
_TRACKS = ("caller", "trainee")


def run(argv: Sequence[str] = ()) -> int:
    """Open the window and return the exit status once it was closed."""
    return run_window(argv, real_services())


def real_services() -> Services:
    """Return the services that stand on this computer's disk and devices."""
    return Services(
        shelf=shelf,
        sessions=past_calls,
        reopen=reopen_call,
        start_spoken=start_spoken,
        start_typed=start_typed,
        preflight=ready_lines,
        load_preferences=load_preferences,
        save_preferences=save_preferences,
        devices=devices,
        open_report=open_report,
        open_scenarios=open_scenarios,
        make_player=make_player,
        own_voice=OwnVoice(load_baseline, read_baseline, save_baseline),
        hour=hour,
        crash_folder=paths.data_folder() / "crashes",
    )


def shelf() -> tuple[ShelfEntry, ...]:
    """Return the person's own scenarios and those that come with the program; an own file hides one of the same name."""
    found: dict[str, ShelfEntry] = {}
    for folder in (paths.scenarios_folder(), own_scenarios()):
        for path, what in scenario_shelf(folder):
            entry = ShelfEntry(str(path), None, what) if isinstance(what, Problem) else ShelfEntry(str(path), what)
            found[path.name] = entry
    return tuple(found.values())


def own_scenarios() -> Path:
    """Return the folder of the person's own scenarios."""
    return paths.data_folder() / "scenarios"


def past_calls() -> tuple[PastCall, ...]:
    """Return the recorded calls, the newest first."""
    from simulator.session.library import sessions

    return tuple(
        PastCall(
            path=str(row.path),
            scenario_id=row.scenario,
            title=row.title,
            started=local_time(row.started),
            score=None if row.score < 0 else row.score,
            kind=row.kind,
            minutes=minutes_of(row.path),
        )
        for row in sessions()
    )


def reopen_call(session: str) -> FinishedCall:
    """Return a recorded call with its card.

    Raises:
        ProblemError: it is no session, or it is damaged.
    """
    from simulator.session.reopen import reopen

    opened = reopen(Path(session))
    return FinishedCall(session, opened.state, opened.scorecard, opened.notices)


def start_spoken(path: str, keep_sound: bool) -> LiveCall:
    """Return a call by voice that begins to ring.

    Raises:
        ProblemError: the model is missing, the disk is full, or the scenario has errors.
    """
    return assemble.spoken_call(path, settings.read()[0], keep_sound)


def start_typed(path: str) -> LiveCall:
    """Return a typed call, ready to be answered.

    Raises:
        ProblemError: the scenario has errors.
    """
    return assemble.typed_call(path, settings.read()[0])


def ready_lines() -> Iterator[ReadyLine]:
    """Yield what a spoken call needs, each as soon as it was looked at; names are shown without their paths and rates."""
    for item in preflight(settings.read()[0]):
        label = _LABELS[item.name]
        if not item.ready:
            yield ReadyLine(item.name, label, "missing", item.what, item.remedy)
        elif not item.as_wished:
            yield ReadyLine(item.name, label, "weak", item.what, "Choose another one in the settings, or go on with this one.")
        else:
            yield ReadyLine(item.name, label, "ready", item.what.split(" (")[0])


def load_preferences() -> Preferences:
    """Return the stored settings as the pages know them; what could not be read has its default."""
    stored, _ = settings.read()
    return Preferences(
        name=stored.trainee_name,
        microphone=device_label(stored.microphone),
        loudspeaker=device_label(stored.loudspeaker),
        turn_end_ms=stored.turn_end_ms,
        push_to_talk=stored.push_to_talk,
        theme=stored.theme,
        text_size=stored.text_size,
        keep_sound=keep_sound_from(stored),
        voice_measures=stored.voice_measures,
    )


def save_preferences(chosen: Preferences) -> None:
    """Store what was chosen; a new answer about the recording is stored with its version and time (decisions 9).

    Raises:
        ProblemError: the disk does not allow it.
    """
    stored, _ = settings.read()
    changed = dataclasses.replace(
        stored,
        trainee_name=chosen.name,
        microphone=device_from(chosen.microphone),
        loudspeaker=device_from(chosen.loudspeaker),
        turn_end_ms=chosen.turn_end_ms,
        push_to_talk=chosen.push_to_talk,
        theme=chosen.theme,
        text_size=chosen.text_size,
        voice_measures=chosen.voice_measures,
    )
    if chosen.keep_sound != keep_sound_from(stored):
        now = datetime.now(UTC).astimezone().isoformat(timespec="seconds")
        given = Consent(CONSENT_VERSION, now, chosen.keep_sound == "sound") if chosen.keep_sound else None
        changed = dataclasses.replace(changed, consent=given)
    settings.write(changed)


def devices() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of the microphones and of the loudspeakers that are plugged in now.

    Raises:
        ProblemError: PortAudio is missing.
    """
    from simulator.devices import device_list

    device_list.refresh()
    microphones = (device_label(device.remembered()) for device in device_list.microphones())
    loudspeakers = (device_label(device.remembered()) for device in device_list.loudspeakers())
    return tuple(dict.fromkeys(microphones)), tuple(dict.fromkeys(loudspeakers))


def open_report(session: str) -> None:
    """Write the report of a session and open it in the person's browser.

    Raises:
        ProblemError: the session is damaged, the disk is full, or nothing here opens HTML files.
    """
    from simulator.session.report_file import write_report

    _show(write_report(Path(session)), "The report is written, but no program here opens it.")


def open_scenarios() -> None:
    """Make the folder of the person's own scenarios and open it.

    Raises:
        ProblemError: the disk does not allow it, or nothing here opens folders.
    """
    folder = own_scenarios()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        what = f"The folder cannot be made ({error.strerror})."
        raise ProblemError(Problem("machine", what, "Set SIMULATOR_HOME to a folder of your own.", str(folder))) from error
    _show(folder, "No program here opens folders.")


def make_player(session: str) -> TrackPlayer | None:
    """Return what plays the tracks of a session; None where no sound was kept.

    Raises:
        ProblemError: the tracks cannot be read.
    """
    from simulator.session import tracks

    kept = [name for name in _TRACKS if session and tracks.has_track(Path(session), name)]
    if not kept:
        return None
    from simulator.devices.track_player import TrackPlayer as RealPlayer

    return RealPlayer([tracks.open_track(Path(session), name) for name in kept], settings.read()[0].loudspeaker)


def load_baseline() -> tuple[Baseline | None, bool]:
    """Return the stored baseline as it is shown, and whether the microphone that a call would use now is the one that heard it."""
    from simulator.devices import device_list

    stored = settings.read()[0]
    if stored.baseline is None:
        return None, False
    shown = dataclasses.replace(stored.baseline, device=device_list.shown_name(stored.baseline.device))
    try:
        return shown, device_list.find_microphone(stored.microphone).device.name == stored.baseline.device
    except ProblemError:
        return shown, True  # that there is no microphone is said by the preflight


def read_baseline() -> OpenReading:
    """Open the microphone and listen to somebody who reads two sentences.

    Raises:
        ProblemError: there is no microphone, or it cannot be opened.
    """
    from simulator.live.baseline_reading import begin_reading

    return begin_reading(settings.read()[0].microphone)


def save_baseline(baseline: Baseline | None) -> None:
    """Store the baseline, or delete it.

    Raises:
        ProblemError: the disk does not allow it.
    """
    settings.write(dataclasses.replace(settings.read()[0], baseline=baseline))


def hour() -> int:
    """Return the hour of the day."""
    return datetime.now().astimezone().hour


def device_label(device: DeviceName) -> str:
    """Return a device as it stands in a list; empty for the system's own choice."""
    return f"{device.name} ({device.host_api})" if device.host_api else device.name


def device_from(label: str) -> DeviceName:
    """Return the device that a list's label stands for."""
    name, bracket, host_api = label.rpartition(" (")
    return DeviceName(name, host_api.removesuffix(")")) if bracket else DeviceName(label)


def keep_sound_from(stored: Settings) -> KeepSound:
    """Return the answer about the recording; none where a newer text has to be asked."""
    consent = stored.consent
    if consent is None or consent.version != CONSENT_VERSION:
        return ""
    return "sound" if consent.given else "words"


def local_time(started: str) -> str:
    """Return a UTC time such as ``2026-01-31T09:30:00Z`` as people here write it; any other text as it is."""
    try:
        then = datetime.fromisoformat(started)
    except ValueError:
        return started
    return f"{then.astimezone():%d %b %Y, %H:%M}".lstrip("0")


def minutes_of(session: Path) -> int:
    """Return how many whole minutes a call took, from the last event that was written; 0 where that cannot be told."""
    import json

    from simulator.session import folder

    try:
        with (session / folder.EVENTS).open("rb") as stream:
            stream.seek(max(0, stream.seek(0, 2) - 65_536))
            lines = stream.read().split(b"\n")
        return (int(json.loads(lines[-2])["at_ms"]) + 30_000) // 60_000
    except (OSError, ValueError, LookupError, TypeError):
        return 0


def _show(path: Path, otherwise: str) -> None:
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        raise ProblemError(Problem("machine", otherwise, "Open it yourself.", str(path)))
