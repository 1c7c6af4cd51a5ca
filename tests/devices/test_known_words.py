"""The recogniser's list of words is read from the model's own grammar, kept, and never guessed."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from simulator.devices.known_words import word_finder
from simulator.problems import ProblemError

WORDS = ("<eps>", "!SIL", "refund", "[unk]", "café", "can't", "apple", "#0", "<s>")


def text(words: str) -> bytes:
    return struct.pack("<i", len(words.encode())) + words.encode()


def grammar(words: tuple[str, ...] = WORDS, flags: int = 3) -> bytes:
    """Return the beginning of a grammar as the model's maker writes it, with something behind the words."""
    head = struct.pack("<i", 2125659606) + text("ngram") + text("standard") + struct.pack("<iiqqqq", 4, flags, 1, 1, 9, 0)
    table = struct.pack("<i", 2125658996) + text("words.txt") + struct.pack("<qq", len(words), len(words))
    return head + table + b"".join(text(word) + struct.pack("<q", at) for at, word in enumerate(words)) + b"arcs" * 10


@pytest.fixture
def model(tmp_path: Path) -> Path:
    folder = tmp_path / "a-model"
    (folder / "graph").mkdir(parents=True)
    (folder / "graph" / "Gr.fst").write_bytes(grammar())
    return folder


def test_words_of_the_grammar_are_known_and_its_signs_are_not(model: Path, tmp_path: Path) -> None:
    knows = word_finder(model, tmp_path / "cache")
    assert [word for word in ("apple", "café", "can't", "refund") if not knows(word)] == []
    assert [word for word in ("", "app", "apples", "zorbex", "<s>", "[unk]", "#0", "!SIL", "a\nb") if knows(word)] == []


def test_the_second_time_the_kept_list_is_asked(model: Path, tmp_path: Path) -> None:
    word_finder(model, tmp_path / "cache")
    [kept] = (tmp_path / "cache").iterdir()
    kept.write_bytes(kept.read_bytes().replace(b"refund", b"return"))
    knows = word_finder(model, tmp_path / "cache")
    assert knows("return") and not knows("refund")


def test_half_a_kept_list_is_read_anew(model: Path, tmp_path: Path) -> None:
    word_finder(model, tmp_path / "cache")
    [kept] = (tmp_path / "cache").iterdir()
    kept.write_bytes(kept.read_bytes()[:-8])
    assert word_finder(model, tmp_path / "cache")("refund")
    assert [file.suffix for file in (tmp_path / "cache").iterdir()] == [".txt"]


def test_another_model_of_the_same_name_has_a_list_of_its_own(model: Path, tmp_path: Path) -> None:
    word_finder(model, tmp_path / "cache")
    (model / "graph" / "Gr.fst").write_bytes(grammar((*WORDS, "zorbex")))
    assert word_finder(model, tmp_path / "cache")("zorbex")


def test_a_folder_that_takes_nothing_only_means_that_nothing_is_kept(model: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert word_finder(model, tmp_path / "cache")("refund")


@pytest.mark.parametrize(
    "data",
    [b"", b"words", grammar(flags=0), grammar()[:150], b"\0" * 500, grammar().replace(struct.pack("<i", 6), struct.pack("<i", -6))],
)
def test_a_grammar_that_begins_otherwise_is_refused_with_the_remedy(model: Path, tmp_path: Path, data: bytes) -> None:
    (model / "graph" / "Gr.fst").write_bytes(data)
    with pytest.raises(ProblemError) as refusal:
        word_finder(model, tmp_path / "cache")
    assert "model install" in refusal.value.problem.remedy
    assert not (tmp_path / "cache").exists()


@pytest.mark.device
def test_it_knows_what_vosk_itself_knows(model_folder: Path, tmp_path: Path) -> None:
    import vosk

    vosk.SetLogLevel(-1)
    asked = vosk.Model(str(model_folder))
    knows = word_finder(model_folder, tmp_path)
    [kept] = tmp_path.iterdir()
    listed = [word.decode(errors="replace") for word in kept.read_bytes().split(b"\n")[1:]]
    assert len(listed) > 100_000
    words = [*listed[::50], "zorbex", "quanterly", "router's", "would've", "refundz", "4471"]
    wrong = [word for word in words if "\ufffd" not in word and knows(word) != (asked.vosk_model_find_word(word) >= 0)]
    assert wrong == []
