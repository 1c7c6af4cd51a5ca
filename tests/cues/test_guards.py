"""What looks like a behaviour and is none: every guard against its traps, typed and as heard."""

from __future__ import annotations

import pytest

from simulator.cues.cue import CueContext
from simulator.cues.spot import sounds_like_a_list, spot
from simulator.transcript.words import Word
from tests.corpus.measure import as_heard
from tests.cues.traps import HONEST, LISTS, TRAPS

DANA = CueContext(caller_name="Dana Whitlock")


@pytest.mark.parametrize("heard", [False, True], ids=["typed", "heard"])
@pytest.mark.parametrize(("guard", "text", "forbidden", "needed"), TRAPS, ids=[row[1] for row in TRAPS])
def test_trap(guard: str, text: str, forbidden: str, needed: str, heard: bool) -> None:
    found = {cue.skill: cue.rule for cue in spot(as_heard(text) if heard else text, DANA)}
    wrong = {skill: rule for skill, rule in found.items() if skill in forbidden.split()}
    assert not wrong, f"{guard}: {wrong}"
    assert set(needed.split()) <= set(found), f"{guard}: {sorted(found)}"


def test_there_are_traps_for_every_guard() -> None:
    guards = {row[0] for row in TRAPS}
    assert len(TRAPS) >= 60
    assert {"negation", "harmless", "contrast", "non-apology", "repair", "self-correction", "reported", "sarcasm"} <= guards


@pytest.mark.parametrize("text", LISTS)
def test_a_list_of_key_words_has_no_cues(text: str) -> None:
    assert spot(text) == ()
    assert sounds_like_a_list(text)


@pytest.mark.parametrize("text", HONEST)
def test_a_short_honest_reply_is_no_list(text: str) -> None:
    assert spot(text)
    assert not sounds_like_a_list(text)


def test_sarcasm_is_never_sure() -> None:
    assert {cue.certainty for cue in spot("Thanks for shouting at me.") if cue.skill == "sarcasm"} == {"possible"}


def test_an_insult_on_an_unsure_word_is_only_possible() -> None:
    text = "you are an idiot"
    clear = tuple(Word(word, 300 * at, 300 * at + 250, 1000) for at, word in enumerate(text.split()))
    unsure = (*clear[:-1], Word("idiot", 900, 1150, 400))
    assert [cue.certainty for cue in spot(text, words=clear) if cue.skill == "insult"] == ["sure"]
    assert [cue.certainty for cue in spot(text, words=unsure) if cue.skill == "insult"] == ["possible"]
