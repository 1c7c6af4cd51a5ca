"""Memory of the processes of a call by voice: the program itself, the recogniser's and the voice's child."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.bench.stopwatch import Figure, run_code

CODE = """
from pathlib import Path
import sys
def resident(pid):
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmRSS"))
if __name__ == "__main__":
    import os
    from PySide6.QtWidgets import QApplication
    from simulator.app import real_services
    from simulator.desktop.main_window import MainWindow
    from simulator.desktop.theme import Look
    app = QApplication(sys.argv)
    window = MainWindow(real_services(), Look(app))
    window.show()
    from simulator.devices.pyttsx3_mouth import VoiceProcess
    from simulator.devices.recogniser import Recogniser
    from simulator.devices.voices.cast import voices
    from simulator.model_files import model_folder
    recogniser = Recogniser(model_folder())
    recogniser.start()
    assert recogniser.ready(60)
    voice = VoiceProcess(voices()[0])
    assert voice.line("Finally, a human being.", "angry")
    print(resident(os.getpid()), resident(recogniser.process_id), resident(voice.pid))
    sys.stdout.flush()
    recogniser.close()
    voice.close()
    os._exit(0)
"""


def measure() -> Iterator[Figure]:
    """Yield the resident memory of each process."""
    if not Path("/proc/self/status").exists():
        return
    own, recogniser, voice = run_code(CODE)[1].split()
    yield "memory: window and streams", f"{own} MB", "resident"
    yield "memory: recogniser's process", f"{recogniser} MB", "resident, after the warm-up"
    yield "memory: voice's process", f"{voice} MB", "resident, after one line"
