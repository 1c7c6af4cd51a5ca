"""The sound of a call survives whatever ends it, and packing never loses it."""

from __future__ import annotations

import os
import subprocess
import sys
import wave
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from simulator.problems import Problem, ProblemError
from simulator.session import track_recorder, tracks
from simulator.session.track_recorder import LEAST_FREE, TrackRecorder, to_pcm
from simulator.session.tracks import has_track, open_track, pack, read_track

CALLER_RATE = 24_000
Sound = NDArray[np.float32]


def sound(seconds: float, rate: int, seed: int = 1) -> Sound:
    """Return noise of 16-bit values, so that it comes back exactly."""
    numbers = np.random.default_rng(seed).integers(-20_000, 20_000, round(seconds * rate))
    return (numbers / 32768).astype(np.float32)


def roomy(folder: Path) -> int:
    return 1 << 40


def no_problem(problem: Problem) -> None:
    raise AssertionError(problem)


def record(session: Path, caller: Sound, trainee: Sound, block_ms: int = 20) -> TrackRecorder:
    recorder = TrackRecorder(session, CALLER_RATE, no_problem, roomy)
    for put, track, rate in ((recorder.caller, caller, CALLER_RATE), (recorder.trainee, trainee, 16_000)):
        step = rate * block_ms // 1000
        for start in range(0, len(track), step):
            put(track[start : start + step])
    recorder.close()
    return recorder


@pytest.fixture
def session(tmp_path: Path) -> Path:
    """A session with half a second of the caller and a second of the trainee, as it is after hanging up."""
    record(tmp_path, sound(0.5, CALLER_RATE), sound(1.0, 16_000, 2))
    return tmp_path


def files(session: Path) -> list[str]:
    return sorted(path.name for path in (session / "audio").iterdir())


def test_both_tracks_come_back_sample_for_sample(session: Path) -> None:
    rate, samples = open_track(session, "caller")
    assert rate == CALLER_RATE
    assert np.array_equal(samples, sound(0.5, CALLER_RATE))
    rate, samples = open_track(session, "trainee")
    assert rate == 16_000
    assert np.array_equal(samples, sound(1.0, 16_000, 2))


def test_any_player_can_read_the_tracks(session: Path) -> None:
    with wave.open(str(session / "audio" / "trainee.wav")) as reader:
        assert (reader.getnchannels(), reader.getsampwidth(), reader.getframerate(), reader.getnframes()) == (1, 2, 16_000, 16_000)


def test_integers_and_bytes_are_taken_as_they_are(tmp_path: Path) -> None:
    pcm = np.array([-32768, -1, 0, 1, 32767], dtype=np.int16)
    recorder = TrackRecorder(tmp_path, CALLER_RATE, no_problem, roomy)
    recorder.trainee(pcm)
    recorder.trainee(pcm.tobytes())
    recorder.close()
    assert to_pcm(open_track(tmp_path, "trainee").samples).tolist() == pcm.tolist() * 2


def test_loud_sound_is_clipped_and_does_not_wrap_round() -> None:
    assert to_pcm(np.array([-1.5, -1.0, 0.0, 1.0, 1.5], dtype=np.float32)).tolist() == [-32768, -32768, 0, 32767, 32767]


def test_what_the_disk_cannot_take_in_time_becomes_silence_and_the_clock_stays_true(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(track_recorder, "_QUEUE_S", 1)
    # The writer sleeps until the end: the queue can only fill up.
    monkeypatch.setattr(track_recorder, "_EVERY_S", 60)
    recorder = TrackRecorder(tmp_path, CALLER_RATE, no_problem, roomy)
    ones = np.full(8_000, 0.5, dtype=np.float32)
    for _ in range(5):
        recorder.trainee(ones)
    assert recorder.dropped == 16_000
    recorder._tracks[1].write()
    recorder.trainee(ones)
    recorder.close()
    loud = open_track(tmp_path, "trainee").samples > 0
    assert loud.tolist() == [True] * 24_000 + [False] * 16_000 + [True] * 8_000


def test_silence_for_lost_sound_is_written_at_the_end_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(track_recorder, "_QUEUE_S", 1)
    monkeypatch.setattr(track_recorder, "_EVERY_S", 60)
    recorder = TrackRecorder(tmp_path, CALLER_RATE, no_problem, roomy)
    for _ in range(5):
        recorder.trainee(np.full(8_000, 0.5, dtype=np.float32))
    recorder.close()
    assert len(open_track(tmp_path, "trainee").samples) == 40_000


def test_a_killed_recording_is_readable_everywhere(tmp_path: Path) -> None:
    program = (
        "import os, signal, sys; from pathlib import Path; import numpy as np;"
        "from simulator.session import track_recorder as t;"
        "block = np.full(1600, 0.25, dtype=np.float32);"
        "free = lambda folder: 1 << 40;"
        f"recorder = t.TrackRecorder(Path({str(tmp_path)!r}), {CALLER_RATE}, print, free);"
        "[(recorder.caller(block), recorder.trainee(block)) for _ in range(20)];"
        "track = recorder._tracks[1];"
        "[None for _ in iter(lambda: track._written < 32000, False)];"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", program], env=os.environ, cwd=Path(__file__).parents[2], timeout=30, check=False)
    assert done.returncode == -9
    with wave.open(str(tmp_path / "audio" / "trainee.wav")) as reader:
        assert reader.getnframes() == 32_000
    assert len(open_track(tmp_path, "trainee").samples) == 32_000
    assert pack(tmp_path) == ()
    assert files(tmp_path) == ["caller.flac", "trainee.flac"]


def test_a_full_disk_ends_the_recording_and_not_the_call(tmp_path: Path) -> None:
    problems: list[Problem] = []
    recorder = TrackRecorder(tmp_path, CALLER_RATE, problems.append, lambda folder: LEAST_FREE - 1)
    recorder.trainee(sound(0.2, 16_000))
    recorder.close()
    assert [problem.family for problem in problems] == ["machine"]
    assert "the call goes on" in problems[0].what
    assert recorder.problem == problems[0]
    # The call goes on: what comes now is dropped without a word and without filling the memory.
    recorder.trainee(sound(0.2, 16_000))
    recorder.close()
    assert len(problems) == 1


def test_an_error_while_writing_keeps_what_is_there(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    problems: list[Problem] = []
    recorder = TrackRecorder(tmp_path, CALLER_RATE, problems.append, roomy)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_044, hard))
    try:
        for block in np.split(sound(1.0, 16_000), 100):
            recorder.trainee(block)
        recorder.close()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert len(problems) == 1
    kept = open_track(tmp_path, "trainee").samples
    assert len(kept) == 5_000
    assert np.array_equal(kept, sound(1.0, 16_000)[:5_000])


def test_a_folder_that_cannot_be_made_is_a_problem_and_not_the_end(tmp_path: Path) -> None:
    (tmp_path / "audio").write_text("in the way")
    problems: list[Problem] = []
    recorder = TrackRecorder(tmp_path, CALLER_RATE, problems.append)
    recorder.caller(sound(0.1, CALLER_RATE))
    recorder.close()
    assert len(problems) == 1


def test_packing_keeps_every_sample_and_half_the_room(session: Path) -> None:
    before = {name: open_track(session, name) for name in tracks.NAMES}
    assert pack(session) == ()
    assert files(session) == ["caller.flac", "trainee.flac"]
    for name, (rate, samples) in before.items():
        packed, problem = read_track(session, name)
        assert problem is None
        assert packed.rate == rate
        assert np.array_equal(packed.samples, samples)
    assert pack(session) == ()


def test_a_call_without_a_sample_can_be_packed(tmp_path: Path) -> None:
    record(tmp_path, sound(0, CALLER_RATE), sound(0, 16_000))
    assert pack(tmp_path) == ()
    rate, samples = open_track(tmp_path, "trainee")
    assert (rate, len(samples)) == (16_000, 0)


class Killed(BaseException):
    """The process dies here."""


STEPS: dict[str, tuple[object, str]] = {
    "before writing": (tracks, "_write_flac"),
    "before reading back": (tracks, "_read_flac"),
    "before the rename": (Path, "replace"),
    "before the folder is flushed": (tracks, "_flush_folder"),
    "before the original goes": (Path, "unlink"),
}


@pytest.mark.parametrize("step", STEPS)
def test_packing_killed_at_any_step_leaves_one_good_copy(session: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    place, name = STEPS[step]
    real: Callable[..., object] = getattr(place, name)

    def dies(*values: object, **options: object) -> object:
        if name == "unlink" and options:
            return real(*values, **options)
        raise Killed

    with monkeypatch.context() as dying:
        dying.setattr(place, name, dies)
        with pytest.raises(Killed):
            pack(session)
    assert np.array_equal(open_track(session, "caller").samples, sound(0.5, CALLER_RATE))
    assert pack(session) == ()
    assert files(session) == ["caller.flac", "trainee.flac"]
    assert np.array_equal(open_track(session, "caller").samples, sound(0.5, CALLER_RATE))


def test_a_copy_that_differs_is_not_kept(session: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = tracks._write_flac

    def bad_disk(path: Path, rate: int, pcm: NDArray[np.int16]) -> None:
        real(path, rate, pcm ^ np.int16(1))

    monkeypatch.setattr(tracks, "_write_flac", bad_disk)
    problems = pack(session)
    assert ["differs from the original" in problem.what for problem in problems] == [True, True]
    assert files(session) == ["caller.wav", "trainee.wav"]


def test_a_full_disk_while_packing_keeps_the_original(session: Path) -> None:
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, hard))
    try:
        problems = pack(session)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert len(problems) == 2
    assert files(session) == ["caller.wav", "trainee.wav"]


@pytest.mark.parametrize("length", [0, 0xFFFFFFFF, 1000])
def test_a_header_with_a_wrong_length_does_not_matter(session: Path, length: int) -> None:
    path = session / "audio" / "caller.wav"
    whole = bytearray(path.read_bytes())
    whole[40:44] = length.to_bytes(4, "little")
    path.write_bytes(whole)
    assert np.array_equal(open_track(session, "caller").samples, sound(0.5, CALLER_RATE))


def test_half_a_sample_at_the_end_is_dropped(session: Path) -> None:
    path = session / "audio" / "caller.wav"
    path.write_bytes(path.read_bytes()[:-1])
    assert np.array_equal(open_track(session, "caller").samples, sound(0.5, CALLER_RATE)[:-1])


@pytest.mark.parametrize("content", [b"", b"RIFF", b"RIFF\0\0\0\0WAVE", b"x" * 5000], ids=["empty", "short", "no format", "foreign"])
def test_a_file_that_is_no_sound_is_explained(session: Path, content: bytes) -> None:
    (session / "audio" / "caller.wav").write_bytes(content)
    with pytest.raises(ProblemError, match="cannot be read") as caught:
        open_track(session, "caller")
    assert caught.value.problem.family == "recording"
    assert len(pack(session)) == 1


def test_a_cut_flac_plays_up_to_the_damage(tmp_path: Path) -> None:
    long = sound(70, 16_000, 3)
    (tmp_path / "audio").mkdir()
    with wave.open(str(tmp_path / "audio" / "trainee.wav"), "wb") as writer:
        writer.setparams((1, 2, 16_000, 0, "NONE", ""))
        writer.writeframes(to_pcm(long).tobytes())
    assert pack(tmp_path) == ()
    path = tmp_path / "audio" / "trainee.flac"
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 9 // 10])
    track, problem = read_track(tmp_path, "trainee")
    assert problem is not None
    assert "damaged from 01:0" in problem.what
    assert 62 * 16_000 < len(track.samples) < 63 * 16_000
    assert np.array_equal(track.samples, long[: len(track.samples)])


def test_a_session_without_sound_says_so(tmp_path: Path) -> None:
    assert not has_track(tmp_path, "caller")
    assert pack(tmp_path) == ()
    with pytest.raises(ProblemError, match="has no sound of the caller"):
        open_track(tmp_path, "caller")
