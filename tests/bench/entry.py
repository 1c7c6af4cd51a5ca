"""``python -m tests bench [WORDS]``: speed and memory on this machine, printed as figures with the way they were taken.

Words choose among: window, recogniser, answer, transcription, scenario, robots, cues, memory. Without words all are run.
"""

from __future__ import annotations

import importlib
import platform
import sys
from pathlib import Path

MEASURES = ("window", "recogniser", "transcription", "scenario", "robots", "cues", "memory", "answer")


def main(words: list[str]) -> int:
    """Run the chosen measures and print a line for each figure."""
    unknown = [word for word in words if word not in MEASURES]
    if unknown:
        print(f"nobody measures '{unknown[0]}'; there are: {', '.join(MEASURES)}", file=sys.stderr)
        return 2
    print(f"{_processor()}, {platform.system()} {platform.release()}, Python {platform.python_version()}")
    for name in words or MEASURES:
        module = importlib.import_module(f"tests.bench.{name}")
        for what, figure, how in module.measure():
            print(f"{what:52} {figure:>24}   {how}", flush=True)
    return 0


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return f"{len(names)} x {names[0]}" if names else platform.machine()
