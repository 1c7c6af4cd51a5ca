#!/usr/bin/env python3
"""A sound card for machines without one: a private PulseAudio with a loudspeaker and a microphone that a test can speak into.

    virtual_sound_card.py run CMD...    start one, run the command inside it, stop it; exits with the command's status
    virtual_sound_card.py start         start the standing one and print its environment:  eval "$(... start)"
    virtual_sound_card.py restart       kill and start again: "the headset was pulled out"
    virtual_sound_card.py stop          stop it
    virtual_sound_card.py selftest      play noise through both paths and compare (needs numpy and sounddevice)

Names for sounddevice: ``speaker`` and ``microphone`` (the default pair too) are what the program opens; what a test plays
into ``mic_feed`` is heard in ``microphone``; what was played on ``speaker`` is heard in ``speaker_loop``.

The machine's own sound set-up is not touched: own socket, own state, own ALSA configuration, no system bus, no X server; root
or not. Two things that are not obvious: without ``norewinds=1`` an idle null sink sleeps for up to two seconds and a freshly
opened microphone is silent so long; and ``PULSE_LATENCY_MSEC`` must not be set, or PortAudio's streams stall.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

#: Tells processes inside where the card's folder is.
VARIABLE = "VIRTUAL_SOUND_CARD"
RATE = 48_000
#: Linux refuses longer paths for a Unix socket.
LONGEST_SOCKET_PATH = 107
PACKAGES = "pulseaudio pulseaudio-utils libasound2-plugins libportaudio2"

_ALSA = """\
</usr/share/alsa/alsa.conf>
pcm.!default {{ type asym playback.pcm "speaker" capture.pcm "microphone" }}
ctl.!default {{ type pulse server "unix:{socket}" }}
"""
_ALSA_DEVICE = (
    'pcm.{name} {{ type pulse server "unix:{socket}" device "{device}" hint {{ show on description "virtual {name}" }} }}\n'
)
_DEVICES = {"speaker": "speaker", "speaker_loop": "speaker.monitor", "microphone": "microphone", "mic_feed": "mic_feed"}


#: The daemons that this process started; they may outlive the ``SoundCard`` that started them.
_daemons: dict[int, subprocess.Popen[bytes]] = {}


class CardError(Exception):
    """The card cannot be had; the message is for the person at the terminal."""


class SoundCard:
    """One virtual sound card, known by its folder. Any process may stop or restart it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._socket = folder / "native"
        self._pid_file = folder / "daemon.pid"

    @classmethod
    def temporary(cls) -> SoundCard:
        """Return a card in a new folder, which ``stop`` removes."""
        return cls(Path(tempfile.mkdtemp(prefix="sound-card-")))

    @classmethod
    def standing(cls) -> SoundCard:
        """Return the card of this environment, else the one standing card of this person."""
        named = os.environ.get(VARIABLE)
        return cls(Path(named) if named else Path(tempfile.gettempdir()) / f"angry-caller-sound-card-{os.getuid()}")

    def environment(self) -> dict[str, str]:
        """Return the variables that make a process use this card."""
        return {
            VARIABLE: str(self.folder),
            "PULSE_SERVER": f"unix:{self._socket}",
            "PULSE_RUNTIME_PATH": str(self.folder / "run"),
            "PULSE_STATE_PATH": str(self.folder / "state"),
            "PULSE_COOKIE": str(self.folder / "cookie"),
            "ALSA_CONFIG_PATH": str(self.folder / "alsa.conf"),
        }

    def start(self, ends_with_us: bool = False) -> None:
        """Start the card and return when it can be used; does nothing when it runs.

        Args:
            ends_with_us: the kernel ends it when this thread ends, however that happens.

        Raises:
            CardError: a package is missing or the daemon did not come up in 10 s.
        """
        if self.is_running():
            return
        for program in ("pulseaudio", "pactl"):
            if shutil.which(program) is None:
                raise CardError(f"The program {program} is missing. Type: apt-get install --no-install-recommends {PACKAGES}")
        if len(str(self._socket)) > LONGEST_SOCKET_PATH:
            raise CardError(f"The path {self._socket} is too long for a socket. Set TMPDIR to a shorter one.")
        self._lay_out()
        with open(self.folder / "daemon.log", "ab") as log:
            daemon = subprocess.Popen(
                self._command(),
                env=inside(self.environment()),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=_die_with_parent if ends_with_us else None,
            )
        _daemons[daemon.pid] = daemon
        self._pid_file.write_text(str(daemon.pid), encoding="ascii")
        self._wait_until_it_answers(daemon)

    def stop(self) -> None:
        """Stop the card, if it runs, and remove its folder."""
        self._kill(signal.SIGTERM)
        shutil.rmtree(self.folder, ignore_errors=True)

    def restart(self) -> None:
        """Kill the card, as if it were unplugged, and start it again."""
        self.unplug()
        self.start()

    def unplug(self) -> None:
        """Kill the card without a farewell; ``start`` plugs it in again."""
        self._kill(signal.SIGKILL)

    def is_running(self) -> bool:
        """Return whether the daemon of this folder is alive."""
        return self._pid() is not None

    def _pid(self) -> int | None:
        with contextlib.suppress(OSError, ValueError):
            pid = int(self._pid_file.read_text(encoding="ascii"))
            # The number may have been given to somebody else meanwhile: only a process that names our socket is ours.
            if str(self._socket).encode() in Path(f"/proc/{pid}/cmdline").read_bytes():
                return pid
        return None

    def _kill(self, how: signal.Signals) -> None:
        pid = self._pid()
        if pid is not None:
            os.kill(pid, how)
            if not _wait(lambda: not self.is_running(), 3):
                os.kill(pid, signal.SIGKILL)
            if pid in _daemons:
                _daemons.pop(pid).wait()
        self._pid_file.unlink(missing_ok=True)
        self._socket.unlink(missing_ok=True)

    def _lay_out(self) -> None:
        for folder in (self.folder, self.folder / "run", self.folder / "state"):
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(0o700)
        (self.folder / "run" / "pid").unlink(missing_ok=True)
        self._socket.unlink(missing_ok=True)
        devices = [_ALSA_DEVICE.format(name=name, device=device, socket=self._socket) for name, device in _DEVICES.items()]
        (self.folder / "alsa.conf").write_text(_ALSA.format(socket=self._socket) + "".join(devices), encoding="utf-8")

    def _command(self) -> list[str]:
        sink = f"module-null-sink norewinds=1 rate={RATE}"
        modules = [
            f"module-native-protocol-unix auth-anonymous=1 auth-cookie-enabled=0 socket={self._socket}",
            f"{sink} sink_name=speaker channels=2",
            f"{sink} sink_name=mic_feed channels=1",
            "module-remap-source source_name=microphone master=mic_feed.monitor channels=1",
        ]
        # -n: no default script, hence no udev, no bus, no session manager.
        options = "-n --daemonize=no --use-pid-file=no --exit-idle-time=-1 --disable-shm=yes --high-priority=no --realtime=no"
        return ["pulseaudio", *options.split(), "--log-target=stderr", *(word for one in modules for word in ("-L", one))]

    def _wait_until_it_answers(self, daemon: subprocess.Popen[bytes]) -> None:
        def answers() -> bool:
            sources = self._pactl("list", "short", "sources")
            return daemon.poll() is not None or "\tmicrophone\t" in sources

        _wait(answers, 10)
        if daemon.poll() is not None or not answers():
            raise CardError(
                f"The virtual sound card did not come up:\n{(self.folder / 'daemon.log').read_text(errors='replace')}"
            )
        self._pactl("set-default-sink", "speaker")
        self._pactl("set-default-source", "microphone")

    def _pactl(self, *words: str) -> str:
        done = subprocess.run(["pactl", *words], env=inside(self.environment()), capture_output=True, text=True, check=False)
        return done.stdout


def inside(environment: Mapping[str, str]) -> dict[str, str]:
    """Return this process's environment with the card's laid over it."""
    mine = {name: value for name, value in os.environ.items() if name != "PULSE_LATENCY_MSEC"}
    return {**mine, **environment}


@contextlib.contextmanager
def running_card() -> Iterator[SoundCard]:
    """Keep a card of our own running inside the block."""
    card = SoundCard.temporary()
    try:
        card.start(ends_with_us=True)
        yield card
    finally:
        card.stop()


def run(command: list[str]) -> int:
    """Run the command inside a new card and return its exit status."""
    if shutil.which(command[0]) is None:
        raise CardError(f"There is no command {command[0]}.")
    with running_card() as card:
        child = subprocess.Popen(command, env=inside(card.environment()))
        # Ctrl+C and a polite kill reach the child (the first by the terminal); we stay to clean up and hand on its status.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, lambda number, frame: child.terminate())
        status = child.wait()
    return status if status >= 0 else 128 - status


def selftest() -> int:
    """Play noise through both paths and return 0 when it comes back as it was."""
    with running_card() as card:
        os.environ.update(card.environment())
        os.environ.pop("PULSE_LATENCY_MSEC", None)
        likeness = {
            f"{out} -> {into}": _likeness(out, into) for out, into in (("mic_feed", "microphone"), ("speaker", "speaker_loop"))
        }
    for path, value in likeness.items():
        print(f"{path}: correlation {value:.4f}")
    return 0 if min(likeness.values()) > 0.95 else 1


def _likeness(out: str, into: str) -> float:
    """Play two seconds of smooth noise on one device and return its best correlation with what another one hears."""
    import numpy
    import sounddevice

    rate = 16_000
    noise = numpy.convolve(numpy.random.default_rng(1).standard_normal(2 * rate), numpy.hanning(32), "same")
    noise = (0.3 * noise / numpy.abs(noise).max()).astype("float32")
    blocks: list[numpy.ndarray] = []

    def hear(block: numpy.ndarray, frames: int, at: object, status: object) -> None:
        blocks.append(block[:, 0].copy())

    with sounddevice.InputStream(device=into, samplerate=rate, channels=1, blocksize=320, latency="low", callback=hear):
        sounddevice.play(noise, rate, device=out, latency=0.1)
        sounddevice.wait()
        sounddevice.sleep(500)
    heard = numpy.concatenate(blocks)
    if len(heard) < len(noise):
        return 0.0
    size = 1 << (len(heard) + len(noise)).bit_length()
    products = numpy.fft.irfft(numpy.fft.rfft(heard, size) * numpy.fft.rfft(noise, size).conj(), size)
    start = int(products[: len(heard) - len(noise) + 1].argmax())
    return float(numpy.corrcoef(heard[start : start + len(noise)], noise)[0, 1])


def _wait(until: Callable[[], bool], seconds: float) -> bool:
    """Return whether it came true in time. A daemon announces neither its birth nor its death to us, hence the looking."""
    end = time.monotonic() + seconds
    while not until():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def _die_with_parent() -> None:
    """Ask the kernel (PR_SET_PDEATHSIG) to end this process when its parent ends."""
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)


def main(words: list[str]) -> int:
    """Carry out one verb and return the exit status."""
    verb, rest = (words[0], words[1:]) if words else ("", [])
    try:
        if verb == "run" and rest:
            return run(rest)
        if verb == "selftest":
            return selftest()
        if verb in ("start", "restart", "stop"):
            card = SoundCard.standing()
            getattr(card, verb)()
            if verb != "stop":
                print("\n".join(f"export {name}={shlex.quote(value)}" for name, value in card.environment().items()))
            return 0
    except CardError as error:
        print(error, file=sys.stderr)
        return 3
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
