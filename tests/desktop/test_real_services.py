"""What the window asks for, answered by the real disk: shelf, typed call, My calls, settings, report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from simulator import app, settings
from simulator.call.events import HangUpPressed
from simulator.desktop.services import Services
from simulator.problems import ProblemError
from simulator.screens.home_screen import home_screen
from simulator.screens.preferences import Preferences
from simulator.settings import Consent, DeviceName
from tests.support.places import ROOT

FILE = str(ROOT / "scenarios" / "billing-double-charge.yaml")


@pytest.fixture
def services() -> Services:
    """Return the real services over a data folder of this test's own."""
    return app.real_services()


def played(services: Services) -> str:
    """Play a short typed call and return its session."""
    call = services.start_typed(FILE)
    call.answer()
    call.type_reply("larkfield fibre good morning how can i help")
    call.type_reply("i am sorry you were billed twice")
    call.press(HangUpPressed())
    for _ in range(100):
        call.turn()
        if call.stand == "over":
            break
    assert call.scorecard is not None and call.session is not None
    call.close()
    return str(call.session)


def test_the_shelf_has_our_scenarios_and_ones_own(services: Services, own_data_folder: Path) -> None:
    own = own_data_folder / "scenarios"
    own.mkdir()
    (own / "late-bus.yaml").write_text("format: 1\nid: late-bus\ntitle: [\n", encoding="utf-8")
    entries = {Path(entry.path).name: entry for entry in services.shelf()}
    assert entries["billing-double-charge.yaml"].scenario is not None
    assert entries["late-bus.yaml"].problem is not None
    cards = home_screen(tuple(entries.values()), (), "", 9).cards
    assert cards[-1].title.startswith("This file has a mistake in line ")


def test_a_file_of_ones_own_hides_ours_of_the_same_name(services: Services, own_data_folder: Path) -> None:
    own = own_data_folder / "scenarios"
    own.mkdir()
    (own / "billing-double-charge.yaml").write_bytes(Path(FILE).read_bytes())
    paths = [entry.path for entry in services.shelf() if entry.path.endswith("billing-double-charge.yaml")]
    assert paths == [str(own / "billing-double-charge.yaml")]


def test_a_typed_call_is_in_my_calls_and_can_be_opened_again(services: Services) -> None:
    session = played(services)
    (row,) = services.sessions()
    assert (row.path, row.scenario_id, row.kind) == (session, "billing-double-charge", "agent_ended")
    again = services.reopen(session)
    assert again.card.score == row.score
    assert again.state.typed and again.notices == ()
    assert services.make_player(session) is None


def test_a_folder_that_is_no_session_is_explained(services: Services, tmp_path: Path) -> None:
    with pytest.raises(ProblemError):
        services.reopen(str(tmp_path))


def test_the_report_is_written_beside_the_session_and_opened(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    session = played(services)
    services.open_report(session)
    assert [Path(url.toLocalFile()).name for url in opened] == ["report.html"]
    assert "Dana Whitlock" in (Path(session) / "report.html").read_text("utf-8")


def test_a_desktop_that_opens_nothing_is_explained(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    with pytest.raises(ProblemError, match="No program here opens folders"):
        services.open_scenarios()


def test_preferences_come_back_as_they_were_saved(services: Services) -> None:
    chosen = Preferences("Sam", "USB Headset (ALSA)", "", 1_500, True, "dark", 150, "sound")
    services.save_preferences(chosen)
    assert services.load_preferences() == chosen
    stored = settings.read()[0]
    assert stored.microphone == DeviceName("USB Headset", "ALSA")
    assert stored.consent is not None and stored.consent.given and stored.consent.time


def test_an_answer_is_dated_once_and_a_newer_question_is_asked_again(services: Services) -> None:
    services.save_preferences(Preferences(keep_sound="words"))
    first = settings.read()[0].consent
    services.save_preferences(replace(services.load_preferences(), name="Sam"))
    assert settings.read()[0].consent == first
    settings.write(replace(settings.read()[0], consent=Consent(0, "2020-01-01T00:00:00+00:00", True)))
    assert services.load_preferences().keep_sound == ""


@pytest.mark.parametrize(
    ("device", "label"),
    [
        (DeviceName(), ""),
        (DeviceName("Headset"), "Headset"),
        (DeviceName("Jabra (2)", "ALSA"), "Jabra (2) (ALSA)"),
    ],
)
def test_a_device_is_found_again_by_its_label(device: DeviceName, label: str) -> None:
    assert app.device_label(device) == label
    assert app.device_from(label) == device


def test_a_time_that_is_none_is_shown_as_it_is() -> None:
    assert app.local_time("yesterday") == "yesterday"
    assert ":" in app.local_time("2026-01-31T09:30:00Z")


def test_a_session_without_events_took_no_time(tmp_path: Path) -> None:
    assert app.minutes_of(tmp_path) == 0
    (tmp_path / "events.jsonl").write_text('{"at_ms":95000}\n{"at_ms":', encoding="utf-8")
    assert app.minutes_of(tmp_path) == 2
