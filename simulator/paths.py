"""Where everything lives on this machine: recordings, models, settings, and what the program brings along.

``SIMULATOR_HOME`` moves all of a person's data into one folder (a stick, a class's share, a test). ``SIMULATOR_MODEL`` names the
folder of the recognition model itself. Without them the platform's own folders are used. Nothing here makes a folder: whoever
writes makes it, so that looking never leaves traces.
"""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

#: Name of the program in folders (decisions 7); on screen it is "Angry Caller".
APP = "angry-caller"


def data_folder() -> Path:
    """Return the folder of this person's data: ``SIMULATOR_HOME``, else the platform's user data folder."""
    return _named("SIMULATOR_HOME") or Path(platformdirs.user_data_dir(APP, appauthor=False))


def sessions_folder() -> Path:
    """Return the folder that holds one folder for every recorded call."""
    return data_folder() / "sessions"


def settings_file() -> Path:
    """Return the file of the settings."""
    return data_folder() / "settings.json"


def cache_folder() -> Path:
    """Return the folder of what can be made again at any time (rendered lines); inside ``SIMULATOR_HOME`` when that is set."""
    home = _named("SIMULATOR_HOME")
    return home / "cache" if home else Path(platformdirs.user_cache_dir(APP, appauthor=False))


def models_folder() -> Path:
    """Return the folder that a newly installed recognition model goes into."""
    return data_folder() / "models"


def models_folders() -> tuple[Path, ...]:
    """Return the folders to look for models in, the first one first (decisions 7)."""
    own = Path(platformdirs.user_data_dir(APP, appauthor=False)) / "models"
    return tuple(dict.fromkeys((models_folder(), own)))


def named_model_folder() -> Path | None:
    """Return the model's own folder where ``SIMULATOR_MODEL`` names it; nothing else is looked at then."""
    return _named("SIMULATOR_MODEL")


def scenarios_folder() -> Path:
    """Return the folder of the scenarios that come with the program."""
    return _brought_along("scenarios")


def assets_folder() -> Path:
    """Return the folder of the program's own files: the model's manifest, icons, sounds."""
    return _brought_along("assets")


def _named(variable: str) -> Path | None:
    text = os.environ.get(variable, "").strip()
    return Path(text).expanduser().absolute() if text else None


def _brought_along(name: str) -> Path:
    """Return a folder beside the package (a checkout), else inside it (installed; see package_dir in ``setup.cfg``)."""
    package = Path(__file__).resolve().parent
    installed = package / "shipped" / name
    return installed if installed.is_dir() else package.parent / name
