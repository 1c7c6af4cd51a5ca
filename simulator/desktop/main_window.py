"""The one window: which page is on top, and what the pages' wishes lead to.

Pages know neither each other nor the disk; they say what was wanted, and the window asks the services. A ``ProblemError`` of
a service is shown in the page that asked.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from simulator.desktop.brief_page import BriefPage
from simulator.desktop.call_flow import CallFlow
from simulator.desktop.calls_page import CallsPage
from simulator.desktop.card_page import CardPage
from simulator.desktop.home_page import HomePage
from simulator.desktop.own_voice_flow import OwnVoiceFlow
from simulator.desktop.parts.notice_bar import NoticeBar
from simulator.desktop.services import FinishedCall, Services
from simulator.desktop.settings_page import SettingsPage
from simulator.desktop.sidebar import Sidebar
from simulator.desktop.theme import Look
from simulator.problems import ProblemError
from simulator.screens.brief_screen import brief_screen
from simulator.screens.calls_screen import calls_screen
from simulator.screens.card_screen import card_screen
from simulator.screens.home_screen import ShelfEntry, home_screen
from simulator.screens.own_voice_screen import baseline_line
from simulator.screens.past_call import PastCall, scores_of
from simulator.screens.preferences import Preferences
from simulator.screens.rows_screen import rows_screen


class MainWindow(QMainWindow):
    """Home, brief, call and card."""

    def __init__(self, services: Services, look: Look) -> None:
        super().__init__()
        self._services, self._look = services, look
        self._shelf: tuple[ShelfEntry, ...] = ()
        self._entry: ShelfEntry | None = None
        self._finished: FinishedCall | None = None
        self._speaking = True
        self._preferences = Preferences()
        self._notice = NoticeBar("irritated", "▲")
        self._side, self._pages, self._places = Sidebar(look), QStackedWidget(), QStackedWidget()
        self._home, self._calls, self._settings = HomePage(look), CallsPage(look), SettingsPage(look)
        self._brief, self._card = BriefPage(look), CardPage(look)
        self._flow = CallFlow(look, self._put_on_top)
        self._own_voice = OwnVoiceFlow(lambda: self._services.own_voice, self._brief.own_voice)
        self._shell = QWidget()
        self._lay_out()
        self._connect()
        self.setWindowTitle("Angry Caller")
        self.resize(QSize(1280, 800))
        self._take_preferences()
        self.show_place("practise")

    def show_place(self, place: str) -> None:
        """Go to Practise, My calls or Settings."""
        self._card.leave()
        self._side.show_place(place)
        self._put_on_top(self._shell)
        {"practise": self._show_home, "calls": self._show_calls, "settings": self._show_settings}[place]()

    def show_crash(self, sentence: str) -> None:
        """Say that something of ours went wrong, and stop the running call in order."""
        if self._flow.call is not None:
            self._flow.close()
            self.show_place("practise")
        self._notice.show_sentence(sentence)

    def running_session(self) -> Path | None:
        """Return the folder of the running call, for a crash report."""
        return self._flow.call.session if self._flow.call is not None else None

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop everything in order: streams must not outlive the window."""
        self._leave_brief()
        self._card.leave()
        self._flow.close()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        for place in (self._home, self._calls, self._settings):
            self._places.addWidget(place)
        row = QHBoxLayout(self._shell)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(self._places, 1)
        for page in (self._shell, self._brief, self._flow.waiting, self._flow.page, self._card):
            self._pages.addWidget(page)
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._notice)
        column.addWidget(self._pages, 1)
        self.setCentralWidget(central)

    def _connect(self) -> None:
        self._side.chosen.connect(self.show_place)
        self._home.chosen.connect(self._open_brief)
        self._home.look_again.connect(self._show_home)
        self._home.open_folder.connect(self._open_folder)
        self._calls.chosen.connect(self._reopen)
        self._calls.practise.connect(self._go_home)
        self._settings.changed.connect(self._change_settings)
        self._settings.forget.connect(self._forget_baseline)
        self._own_voice.changed.connect(self._show_baseline)
        self._brief.back.connect(self._go_home)
        self._brief.take.connect(self._take_call)
        self._flow.finished.connect(self._show_finished)
        self._flow.left.connect(self._show_brief)
        self._flow.type_instead.connect(self._type_instead)
        self._card.home.connect(self._go_home)
        self._card.again.connect(self._call_again)
        self._card.report.connect(self._open_report)

    def _put_on_top(self, page: QWidget) -> None:
        if self._pages.currentWidget() is self._brief and page is not self._brief:
            self._leave_brief()
        self._pages.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_brief(self) -> None:
        self._brief.leave()
        self._own_voice.leave()

    def _go_home(self) -> None:
        self.show_place("practise")

    def _show_home(self) -> None:
        self._places.setCurrentWidget(self._home)
        self._notice.show_sentence("")
        calls: tuple[PastCall, ...] = ()
        try:
            self._shelf = self._services.shelf()
            calls = self._services.sessions()
        except ProblemError as error:
            self._notice.show_problem(error.problem)
        self._home.show_screen(home_screen(self._shelf, calls, self._preferences.name, self._services.hour()))
        self._home.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_calls(self) -> None:
        self._places.setCurrentWidget(self._calls)
        self._notice.show_sentence("")
        try:
            self._calls.show_screen(calls_screen(self._services.sessions()))
        except ProblemError as error:
            self._notice.show_problem(error.problem)
        self._calls.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_settings(self) -> None:
        self._places.setCurrentWidget(self._settings)
        self._notice.show_sentence("")
        try:
            microphones, loudspeakers = self._services.devices()
        except ProblemError as error:
            self._notice.show_problem(error.problem)
            microphones = loudspeakers = ()
        self._settings.show_preferences(self._preferences, microphones, loudspeakers)
        self._show_baseline()

    def _show_baseline(self) -> None:
        self._settings.show_baseline(baseline_line(self._services.own_voice.load()[0]))

    def _forget_baseline(self) -> None:
        try:
            self._services.own_voice.save(None)
        except ProblemError as error:
            self._notice.show_problem(error.problem)
            return
        self._notice.show_sentence("")
        self._show_baseline()

    def _open_folder(self) -> None:
        self._services.open_scenarios()

    def _open_brief(self, path: str) -> None:
        found = [entry for entry in self._shelf if entry.path == path and entry.scenario is not None]
        if found:
            self._entry = found[0]
            self._show_brief()

    def _show_brief(self) -> None:
        if self._entry is None or self._entry.scenario is None:
            self._go_home()
            return
        self._put_on_top(self._brief)
        self._own_voice.show_step(self._preferences.voice_measures)
        screen = brief_screen(self._entry.scenario)
        self._brief.show_screen(screen, self._services.preflight(), self._preferences.keep_sound, self._speaking)

    def _take_call(self) -> None:
        self._own_voice.leave()  # before the call opens the same microphone
        keep = self._brief.keep_sound()
        self._speaking = self._brief.speaking()
        if keep and keep != self._preferences.keep_sound:
            self._save(replace(self._preferences, keep_sound=keep))
        self._start(typed=not self._speaking)

    def _type_instead(self) -> None:
        self._start(typed=True)

    def _start(self, typed: bool) -> None:
        if self._entry is None or self._entry.scenario is None:
            return
        keep = not typed and self._preferences.keep_sound == "sound"
        try:
            call = (
                self._services.start_typed(self._entry.path) if typed else self._services.start_spoken(self._entry.path, keep)
            )
        except ProblemError as error:
            self._show_brief()
            self._brief.show_problem(error.problem.sentence())
            return
        self._flow.start(call, self._entry.scenario, typed, keep)

    def _show_finished(self) -> None:
        finished = self._flow.take_finished()
        if finished is None:
            self._show_brief()
        else:
            self._show_card(finished)

    def _reopen(self, session: str) -> None:
        try:
            self._show_card(self._services.reopen(session))
        except ProblemError as error:
            self._notice.show_problem(error.problem)

    def _show_card(self, finished: FinishedCall) -> None:
        self._finished = finished
        self._entry = self._entry_of(finished.state.scenario.id)
        problem = " ".join(finished.notices)
        before: tuple[int, ...] = ()
        player = None
        try:
            before = scores_before(self._services.sessions(), finished)
            player = self._services.make_player(finished.session)
        except ProblemError as error:
            problem = error.problem.sentence()
        self._put_on_top(self._card)
        self._card.show_screen(
            card_screen(finished.state, finished.card, before), rows_screen(finished.state, finished.card), player
        )
        self._card.show_problem(problem)

    def _entry_of(self, scenario_id: str) -> ShelfEntry | None:
        found = (entry for entry in self._shelf if entry.scenario is not None and entry.scenario.id == scenario_id)
        return next(found, None)

    def _call_again(self) -> None:
        self._card.leave()
        self._show_brief()

    def _open_report(self) -> None:
        if self._finished is None:
            return
        try:
            self._services.open_report(self._finished.session)
        except ProblemError as error:
            self._card.show_problem(error.problem.sentence())

    def _take_preferences(self) -> None:
        try:
            self._preferences = self._services.load_preferences()
        except ProblemError as error:
            self._notice.show_problem(error.problem)
        self._look.choose(self._preferences.theme, self._preferences.text_size)

    def _change_settings(self) -> None:
        self._save(self._settings.preferences())

    def _save(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self._look.choose(preferences.theme, preferences.text_size)
        try:
            self._services.save_preferences(preferences)
        except ProblemError as error:
            self._notice.show_problem(error.problem)


def scores_before(calls: tuple[PastCall, ...], finished: FinishedCall) -> tuple[int, ...]:
    """Return the scores of the same scenario from before a call, newest first; calls after it do not count."""
    paths = [call.path for call in calls]
    earlier = calls[paths.index(finished.session) + 1 :] if finished.session in paths else calls
    return scores_of(earlier, finished.state.scenario.id)
