"""The guards around every test, and the few fixtures that everybody needs.

A test touches no network, no user's data, no sound library (unless it is marked ``device``), and leaves nothing running. Each
guard fails the test that broke it, so that the fault is found where it was made and not three tests later.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

import hypothesis
import platformdirs
import pytest

from tests.support import device_imports, leftovers
from tests.support.offline import sitecustomize as offline
from tests.support.places import OFFLINE, ROOT
from tests.virtual_sound_card import SoundCard

#: Where the environment says that a virtual sound card is running.
_RUNNING_CARD = "VIRTUAL_SOUND_CARD"

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Repeatable, without a folder of old failures, and without a stopwatch: busy machines are slow.
hypothesis.settings.register_profile("house", derandomize=True, database=None, deadline=None)
hypothesis.settings.load_profile("house")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Move the person's data out of reach and close the network and the device libraries."""
    _name_the_model()
    home = Path(session.config._tmp_path_factory.mktemp("home"))  # type: ignore[attr-defined]
    os.environ["SIMULATOR_HOME"] = str(home / "data")
    for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
        os.environ[f"XDG_{kind}_HOME"] = str(home / kind.lower())
    os.environ[offline.LOG_VARIABLE] = str(home / "network.log")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(OFFLINE), os.environ.get("PYTHONPATH", "")]))
    offline.refuse_network()
    device_imports.refuse_device_libraries()


def _name_the_model() -> None:
    """Resolve the installed recognition model before the data folder moves, and hand it on by its name."""
    if os.environ.get("SIMULATOR_MODEL"):
        return
    homes = [os.environ.get("SIMULATOR_HOME", ""), platformdirs.user_data_dir("angry-caller", appauthor=False)]
    for home in filter(None, homes):
        for found in sorted(Path(home, "models").glob("*/am/final.mdl")):
            os.environ["SIMULATOR_MODEL"] = str(found.parent.parent)
            return


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Generator[None, object, object]:
    """Let a test module that marks something ``device`` import the libraries while it is read."""
    marked = isinstance(collector, pytest.Module) and "mark.device" in collector.path.read_text(encoding="utf-8")
    if not marked:
        return (yield)
    with device_imports.device_libraries():
        return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> Generator[None, object, object]:
    """Let a test marked ``device``, with all its fixtures, import the libraries."""
    if item.get_closest_marker("device") is None:
        return (yield)
    with device_imports.device_libraries():
        return (yield)


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test its own empty data folder; nobody's recordings are ever touched."""
    folder = tmp_path_factory.mktemp("simulator-home")
    monkeypatch.setenv("SIMULATOR_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test that leaves a thread, a child, a window or a running timer of ours behind."""
    threads, children = leftovers.threads_of_ours(), multiprocessing.active_children()
    windows = set(leftovers.visible_windows())
    yield
    left = {
        "threads": leftovers.left_threads(threads),
        "children": leftovers.left_children(children),
        "windows": sorted(set(leftovers.visible_windows()) - windows),
        "timers": leftovers.new_timers() if "qtbot" in request.fixturenames else [],
    }
    assert not any(left.values()), f"the test left behind: { {what: names for what, names in left.items() if names} }"


@pytest.fixture(autouse=True)
def no_network_asked_for(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test in which somebody asked for the network, even if the refusal was survived."""
    offline.forget_attempts()
    yield
    if "refused_network" not in request.fixturenames:
        assert not offline.attempts(), f"the network was asked for: {offline.attempts()}"


@pytest.fixture(autouse=True)
def no_unexpected_warnings(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test in which our own modules logged a warning, unless it looks at the log itself (``caplog``)."""
    if "caplog" in request.fixturenames:
        yield
        return
    handler = leftovers.UnexpectedWarnings()
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    assert not handler.lines, f"unexpected in the log: {handler.lines}"


@pytest.fixture
def refused_network() -> object:
    """Return the function that lists what was asked of the network: for tests that expect the refusal."""
    return offline.attempts


@pytest.fixture(scope="session")
def model_folder() -> Path:
    """Return the folder of the recognition model; without it the test fails and says what to type."""
    folder = os.environ.get("SIMULATOR_MODEL", "")
    if not folder:
        pytest.fail("the recognition model is not installed; run: make setup", pytrace=False)
    return Path(folder)


@pytest.fixture(scope="session")
def sound_card() -> Iterator[SoundCard]:
    """Return the virtual sound card: the one that ``make test`` started, else one for this session."""
    running = os.environ.get(_RUNNING_CARD, "")
    if running:
        yield SoundCard(Path(running))
        return
    card = SoundCard.temporary()
    card.start()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in card.environment().items():
            patch.setenv(name, value)
        patch.delenv("PULSE_LATENCY_MSEC", raising=False)
        _look_for_devices_again()
        yield card
    card.stop()


def _look_for_devices_again() -> None:
    """Let PortAudio see the card that came after it; it looks for devices only when it is initialised."""
    sounddevice = sys.modules.get("sounddevice")
    if sounddevice is not None:
        sounddevice._terminate()
        sounddevice._initialize()


@pytest.fixture(scope="session")
def checkout() -> Path:
    """Return the root of the checkout."""
    return ROOT
