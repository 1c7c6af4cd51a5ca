"""The recognition model is installed whole and checked, or not at all."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import shutil
import subprocess
import sys
import urllib.error
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock

from simulator import model_install
from simulator.model_files import Manifest, find_model, manifest, model_folder
from simulator.problems import ProblemError
from tests.support.small_model import (
    FILES,
    NAME,
    contents,
    folder_of,
    manifest_for,
    zip_of,
)


@dataclass
class Place:
    """The small model as its maker publishes it, and where it is to be installed."""

    zipped: Path
    maven: Path
    wanted: Manifest
    target: Path

    def install(self, source: Path | None = None, **more: object) -> Path:
        options = {"open_url": unreachable, **more}
        return model_install.install(source, quiet, wanted=self.wanted, **options)  # type: ignore[arg-type]

    def leftovers(self) -> list[str]:
        names = [path.name for path in self.target.parent.iterdir()] if self.target.parent.exists() else []
        return [name for name in names if name not in (NAME, f".{NAME}.lock")]


@pytest.fixture
def place(own_data_folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Place:
    monkeypatch.delenv("SIMULATOR_MODEL", raising=False)
    # No Maven unless a test brings one.
    monkeypatch.setenv("PATH", str(tmp_path / "programs"))
    zipped = zip_of(tmp_path / "maker.zip", f"{NAME}/")
    maven = zip_of(tmp_path / "maker.aar", "assets/model/")
    return Place(zipped, maven, manifest_for(zipped, maven), own_data_folder / "models" / NAME)


def quiet(what: str, done: int, total: int) -> None:
    assert 0 <= done <= total or total == 0


def unreachable(address: str) -> AbstractContextManager[io.BytesIO]:
    raise urllib.error.URLError("Temporary failure in name resolution")


def offering(content: bytes) -> Callable[[str], AbstractContextManager[io.BytesIO]]:
    return lambda address: contextlib.nullcontext(io.BytesIO(content))


def bring_maven(folder: Path, archive: Path, status: int = 0) -> None:
    """Put a stand-in for Maven on the path that copies an archive to where Maven would."""
    folder.mkdir()
    script = folder / "mvn"
    copy = f"/bin/cp '{archive}' \"${{word#-DoutputDirectory=}}/small-0.1.aar\""
    body = f'for word in "$@"; do case "$word" in -DoutputDirectory=*) {copy};; esac; done; exit {status}'
    script.write_text(f"#!/bin/sh\n{body}\n", encoding="ascii")
    script.chmod(0o755)


def test_from_a_zip(place: Place) -> None:
    assert place.install(place.zipped) == place.target
    assert contents(place.target) == FILES
    assert find_model(place.wanted) == place.target
    assert place.leftovers() == []


def test_from_a_maven_archive(place: Place) -> None:
    place.install(place.maven)
    assert contents(place.target) == FILES


@pytest.mark.parametrize("inside", ["", f"{NAME}/"])
def test_from_a_folder_or_the_folder_around_it(place: Place, tmp_path: Path, inside: str) -> None:
    folder_of(tmp_path / "stick" / inside)
    place.install(tmp_path / "stick")
    assert contents(place.target) == FILES


def test_installed_already_means_no_work(place: Place) -> None:
    place.install(place.zipped)
    before = place.target.stat().st_ino

    def never(address: str) -> AbstractContextManager[io.BytesIO]:
        raise AssertionError(address)

    assert place.install(open_url=never) == place.target
    assert place.target.stat().st_ino == before


def test_a_model_of_the_user_data_folder_counts_as_installed(place: Place, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    own = folder_of(tmp_path / "own" / "angry-caller" / "models" / NAME)
    if sys.platform == "linux":
        assert place.install() == own
        assert not place.target.exists()


def test_a_damaged_model_is_fetched_again(place: Place) -> None:
    place.install(place.zipped)
    damaged = place.target / "am/final.mdl"
    damaged.write_bytes(damaged.read_bytes()[:-1] + b"!")
    assert model_install.status(place.wanted).stand == "damaged"
    assert model_install.status(place.wanted).wrong == ("am/final.mdl",)
    place.install(open_url=offering(place.zipped.read_bytes()))
    assert model_install.status(place.wanted).stand == "sound"


def test_a_truncated_archive_is_refused_at_every_length(place: Place, tmp_path: Path) -> None:
    whole = place.zipped.read_bytes()
    place.install(place.zipped)
    for length in range(0, len(whole), 7):
        cut = tmp_path / "cut.zip"
        cut.write_bytes(whole[:length])
        with pytest.raises(ProblemError) as caught:
            place.install(cut)
        assert str(caught.value).count("\n") == 0
        assert caught.value.exit_status == 3
    assert contents(place.target) == FILES
    assert place.leftovers() == []


def test_one_flipped_byte_is_found_wherever_it_is(place: Place, tmp_path: Path) -> None:
    place.install(place.zipped)
    stored = tmp_path / "stored.zip"
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_STORED) as archive:
        for name, content in FILES.items():
            archive.writestr(name, content)
    whole = stored.read_bytes()
    first = whole.index(FILES["am/final.mdl"])
    for at in range(first, first + len(FILES["am/final.mdl"]), 97):
        (tmp_path / "flipped.zip").write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(ProblemError, match="not the whole model"):
            place.install(tmp_path / "flipped.zip")
    assert contents(place.target) == FILES


def test_a_flipped_byte_in_a_folder_is_named(place: Place, tmp_path: Path) -> None:
    folder_of(tmp_path / "stick", {**FILES, "conf/model.conf": b"--max-active=3001\n"})
    with pytest.raises(ProblemError, match="conf/model.conf differs from the maker's"):
        place.install(tmp_path / "stick")
    assert not place.target.exists()


def test_a_foreign_zip_is_refused(place: Place, tmp_path: Path) -> None:
    foreign = zip_of(tmp_path / "holiday.zip", "photos/", {"beach.jpg": b"sand"})
    with pytest.raises(ProblemError, match="none of its files is in there"):
        place.install(foreign)


def test_a_larger_or_smaller_file_of_the_same_name_is_refused(place: Place, tmp_path: Path) -> None:
    for content, why in ((b"--max-active=3000\n" + b"0" * 10_000_000, "larger"), (b"--max", "shorter")):
        with pytest.raises(ProblemError, match=f"conf/model.conf is {why} than the maker's"):
            place.install(zip_of(tmp_path / "other.zip", f"{NAME}/", {**FILES, "conf/model.conf": content}))
    assert not place.target.exists()


@pytest.mark.parametrize("name", ["../escaped.txt", "/escaped.txt", f"{NAME}/../../escaped.txt", "..\\escaped.txt"])
def test_names_that_lead_outside_are_never_looked_at(place: Place, tmp_path: Path, name: str) -> None:
    archive = zip_of(tmp_path / "sly.zip", f"{NAME}/")
    with zipfile.ZipFile(archive, "a") as more:
        more.writestr(name, "out")
    place.install(archive)
    assert contents(place.target) == FILES
    assert not list(tmp_path.rglob("*escaped*")) and not Path("/escaped.txt").exists()


@pytest.mark.parametrize("name", ["../x", "/x", "a/../x", "a\\x", "c:x", "a//x", "./x"])
def test_a_manifest_with_such_names_is_refused(name: str) -> None:
    from simulator.model_files import manifest_from_plain

    row = {"name": "m", "language": "en-US", "licence": "", "maker": "", "archives": []}
    with pytest.raises(ValueError, match="not a plain path"):
        manifest_from_plain({**row, "files": {name: {"bytes": 1, "sha256": "00"}}})


def test_downloaded_from_the_maker(place: Place) -> None:
    asked: list[str] = []

    def maker(address: str) -> AbstractContextManager[io.BytesIO]:
        asked.append(address)
        return contextlib.nullcontext(io.BytesIO(place.zipped.read_bytes()))

    place.install(open_url=maker)
    assert asked == ["https://maker.example/small-model.zip"]
    assert contents(place.target) == FILES


class Endless(io.RawIOBase):
    """An answer that never ends; it fails the test when far too much is taken."""

    taken = 0

    def read(self, size: int = -1, /) -> bytes:
        self.taken += size
        assert self.taken < 10_000
        return b"x" * size


def test_an_endless_download_is_cut_off(place: Place) -> None:
    with pytest.raises(ProblemError, match="cut short or damaged"):
        place.install(open_url=lambda address: contextlib.nullcontext(Endless()))


def test_no_network_and_no_maven_is_one_sentence_with_the_remedy(place: Place) -> None:
    with pytest.raises(ProblemError) as caught:
        place.install()
    assert caught.value.exit_status == 3
    sentence = str(caught.value)
    assert "the maker's site: no answer" in sentence
    assert "Maven: not installed" in sentence
    assert "model install --from FILE" in sentence
    assert "\n" not in sentence
    assert not place.target.exists()
    assert place.leftovers() == []


def test_the_program_itself_asks_the_network_only_now(refused_network: Callable[[], list[str]], place: Place) -> None:
    with pytest.raises(ProblemError, match="no answer"):
        model_install.install(None, quiet, wanted=place.wanted)
    assert refused_network()


def test_an_address_that_is_not_https_is_not_opened() -> None:
    with pytest.raises(urllib.error.URLError):
        model_install.open_address("http://maker.example/small-model.zip")


def test_maven_is_asked_when_the_maker_does_not_answer(place: Place, tmp_path: Path) -> None:
    bring_maven(tmp_path / "programs", place.maven)
    place.install()
    assert contents(place.target) == FILES


@pytest.mark.parametrize("status", [0, 1])
def test_an_empty_shell_from_maven_is_refused(place: Place, tmp_path: Path, status: int) -> None:
    shell = zip_of(tmp_path / "shell.aar", "assets/model/", {})
    bring_maven(tmp_path / "programs", shell, status)
    with pytest.raises(ProblemError, match="could not be fetched"):
        place.install()
    assert place.leftovers() == []


def test_a_killed_installation_is_cleared_up_by_the_next_one(place: Place) -> None:
    place.install(place.zipped)
    # Killed between the two renames: the old model is aside, half a new one lies about.
    place.target.rename(place.target.with_name(f".{NAME}.old"))
    folder_of(place.target.with_name(f".{NAME}.part-abc"), {"am/final.mdl": b"half"})
    assert place.install() == place.target
    assert contents(place.target) == FILES
    assert place.leftovers() == []


@pytest.mark.parametrize("when", ["unpacking the model", "downloading the model"])
def test_ctrl_c_leaves_nothing_half_done(place: Place, when: str) -> None:
    def impatient(what: str, done: int, total: int) -> None:
        if what == when and done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        model_install.install(None, impatient, wanted=place.wanted, open_url=offering(place.zipped.read_bytes()))
    assert not place.target.exists()
    assert place.leftovers() == []


def test_the_old_model_comes_back_when_the_new_one_cannot_be_put_in_place(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.install(place.zipped)
    rename = Path.rename

    def stubborn(self: Path, target: Path) -> Path:
        if self.name == "model":
            raise OSError(errno.EIO, "Input/output error")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", stubborn)
    with pytest.raises(ProblemError, match="cannot be written"):
        place.install(place.maven)
    assert contents(place.target) == FILES
    assert place.leftovers() == []


@contextlib.contextmanager
def small_disk() -> Iterator[None]:
    """Let no file grow beyond 300 bytes inside the block, as on a disk that is nearly full."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_disk_that_fills_up_while_unpacking_is_explained(place: Place) -> None:
    with pytest.raises(ProblemError) as caught, small_disk():
        place.install(place.zipped)
    assert caught.value.exit_status == 3
    assert "not enough room" in str(caught.value)
    assert place.leftovers() == []


def test_too_little_room_is_noticed_before_anything_is_fetched(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: shutil._ntuple_diskusage(100, 99, 1))  # type: ignore[attr-defined]
    with pytest.raises(ProblemError, match="not enough room for the model"):
        place.install(open_url=offering(place.zipped.read_bytes()))


def test_a_folder_that_cannot_be_written_is_explained(place: Place, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SIMULATOR_HOME", str(tmp_path / "file"))
    with pytest.raises(ProblemError, match="Set SIMULATOR_HOME"):
        place.install(place.zipped)


@pytest.mark.skipif("os.name != 'posix' or os.geteuid() == 0", reason="root may write everywhere")
def test_a_read_only_folder_is_explained(place: Place) -> None:
    place.target.parent.mkdir(parents=True)
    place.target.parent.chmod(0o555)
    with pytest.raises(ProblemError, match="cannot be written"):
        place.install(place.zipped)
    place.target.parent.chmod(0o755)


def test_two_installations_do_not_clash(place: Place) -> None:
    place.target.parent.mkdir(parents=True)
    with FileLock(place.target.parent / f".{NAME}.lock"), pytest.raises(ProblemError, match="Another installation"):
        place.install(place.zipped, lock_s=0.05)
    place.install(place.zipped)


def test_a_second_installation_finds_what_the_first_one_brought(place: Place) -> None:
    """The program of another process installs while we wait for its lock."""
    place.target.parent.mkdir(parents=True)
    lock = FileLock(place.target.parent / f".{NAME}.lock")
    lock.acquire()

    def seen(what: str, done: int, total: int) -> None:
        if what == "waiting for another installation":
            folder_of(place.target)
            lock.release()

    assert model_install.install(None, seen, wanted=place.wanted, open_url=unreachable) == place.target


def test_simulator_model_names_the_folder_itself(place: Place, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SIMULATOR_MODEL", str(tmp_path / "named"))
    with pytest.raises(ProblemError, match="SIMULATOR_MODEL names a folder that is not the model"):
        model_folder(place.wanted)
    assert place.install(place.zipped) == tmp_path / "named"
    assert model_folder(place.wanted) == tmp_path / "named"


def test_a_folder_with_other_things_in_it_is_never_replaced(place: Place, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "diary.txt").write_text("dear diary")
    monkeypatch.setenv("SIMULATOR_MODEL", str(tmp_path / "home"))
    with pytest.raises(ProblemError, match='something else: "diary.txt"'):
        place.install(place.zipped)
    assert contents(tmp_path / "home") == {"diary.txt": b"dear diary"}


def test_a_source_that_is_not_there_is_wrong_usage(place: Place, tmp_path: Path) -> None:
    with pytest.raises(ProblemError) as caught:
        place.install(tmp_path / "nowhere.zip")
    assert caught.value.exit_status == 2


def test_the_manifest_of_the_program_is_whole() -> None:
    wanted = manifest()
    assert wanted.language == "en-US"
    assert [archive.kind for archive in wanted.archives] == ["zip", "maven"]
    assert all(archive.source.startswith("https://") for archive in wanted.archives if archive.kind == "zip")
    # Later versions of this artefact are empty shells.
    assert wanted.archives[1].source.split(":")[2] == "0.3.45"
    assert all(len(file.sha256) == 64 for file in wanted.files)


def test_a_manifest_may_list_several_models(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import json

    from simulator import paths

    english = json.loads((paths.assets_folder() / "model-manifest.json").read_text("utf-8"))
    rows = [{**english, "language": "de-DE", "name": "german"}, english]
    (tmp_path / "model-manifest.json").write_text(json.dumps(rows), encoding="utf-8")
    monkeypatch.setattr(paths, "assets_folder", lambda: tmp_path)
    assert manifest("de-DE").name == "german"
    assert manifest() != manifest("de-DE")
    with pytest.raises(ProblemError, match='"fr-FR"'):
        manifest("fr-FR")


def test_killed_while_installing_the_old_model_is_still_there(place: Place, tmp_path: Path) -> None:
    """A real process is killed in the middle of unpacking."""
    place.install(place.zipped)
    program = (
        "import os, signal, sys; from pathlib import Path; sys.path.insert(0, os.getcwd());"
        "from tests.support.small_model import manifest_for; from simulator import model_install;"
        "kill = lambda what, done, total: done > 700 and os.kill(os.getpid(), signal.SIGKILL);"
        f"model_install.install(Path({str(place.maven)!r}), kill, "
        f"wanted=manifest_for(Path({str(place.zipped)!r}), Path({str(place.maven)!r})))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=Path(__file__).parent.parent, env=os.environ, check=False)
    assert done.returncode == -9
    assert place.leftovers() != []
    assert contents(place.target) == FILES
    place.install(place.maven)
    assert place.leftovers() == []
