"""The Qt application: made once, with the exception hook first, and run until the window closes."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from PySide6.QtWidgets import QApplication

from simulator.desktop.crash_report import CrashReports
from simulator.desktop.main_window import MainWindow
from simulator.desktop.services import Services
from simulator.desktop.theme import Look


def run_window(argv: Sequence[str], services: Services) -> int:
    """Show the window and return Qt's exit status once it was closed."""
    reports = CrashReports(services.crash_folder)
    former = sys.excepthook
    reports.install()
    app = QApplication([sys.argv[0], *argv])
    app.setApplicationName("angry-caller")
    app.setApplicationDisplayName("Angry Caller")
    window = MainWindow(services, Look(app))
    reports.show = window.show_crash
    reports.session = window.running_session
    window.show()
    status = app.exec()
    sys.excepthook = former
    return status
