"""Tests that break one guard each; ``test_guards.py`` runs them and expects the guard to say so."""

from __future__ import annotations

import contextlib
import logging
import socket
import subprocess
import sys
import threading

import pytest

LIVES = threading.Event()


def test_asks_for_the_network_and_survives_the_refusal() -> None:
    with contextlib.suppress(OSError):
        socket.create_connection(("192.0.2.1", 80))


def test_lets_a_child_ask_for_the_network() -> None:
    code = "import socket; socket.getaddrinfo('nowhere.invalid', 80)"
    subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)


def test_leaves_a_thread_behind() -> None:
    threading.Thread(target=LIVES.wait, name="simulator-culprit", daemon=True).start()


def test_logs_a_warning_that_nobody_expects() -> None:
    logging.getLogger("simulator.culprit").warning("the sky is falling")


def test_imports_a_speech_library_unmarked() -> None:
    import vosk  # noqa: F401


def test_leaves_a_window_open(qtbot: object) -> None:
    from PySide6.QtWidgets import QLabel

    test_leaves_a_window_open.kept = QLabel("still here")  # type: ignore[attr-defined]
    test_leaves_a_window_open.kept.show()  # type: ignore[attr-defined]


def test_leaves_a_timer_running(qtbot: object) -> None:
    from PySide6.QtCore import QTimer

    test_leaves_a_timer_running.kept = QTimer()  # type: ignore[attr-defined]
    test_leaves_a_timer_running.kept.start(60_000)  # type: ignore[attr-defined]


def test_innocent_with_a_window(qtbot: object) -> None:
    from PySide6.QtWidgets import QLabel

    label = QLabel("closed in time")
    qtbot.addWidget(label)  # type: ignore[attr-defined]
    label.show()


def test_makes_qt_complain(qtbot: object) -> None:
    from PySide6.QtCore import qWarning

    qWarning("something is wrong")


def test_innocent_unix_socket() -> None:
    a, b = socket.socketpair()
    a.close()
    b.close()


@pytest.mark.device
def test_innocent_import() -> None:
    import vosk

    assert vosk


def test_innocent_after_a_device_test() -> None:
    with pytest.raises(ModuleNotFoundError):
        import vosk  # noqa: F401


def test_innocent_looks_at_the_log(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("simulator.culprit").warning("expected")
    assert "expected" in caplog.text


def test_innocent_expects_the_refusal(refused_network: object) -> None:
    with pytest.raises(OSError, match="no network"):
        socket.getaddrinfo("nowhere.invalid", 80)
