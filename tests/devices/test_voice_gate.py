"""The gate keeps every sample in its place: voice and its surroundings as they were, zeros for noise far from any voice."""

from __future__ import annotations

import random

from simulator.devices.voice_gate import AFTER, BEFORE, MIGHT_BE_VOICE, VoiceGate

VOICE, NOISE = MIGHT_BE_VOICE, MIGHT_BE_VOICE - 0.01


def frame(number: int) -> bytes:
    return bytes([number % 255 + 1]) * 8


def passed(probabilities: list[float]) -> list[int]:
    """Return for each frame its number, or -1 where zeros were passed in its place."""
    gate = VoiceGate()
    sound = b"".join(gate.passed(frame(number), probability) for number, probability in enumerate(probabilities))
    sound += gate.let_go()
    parts = [sound[start : start + 8] for start in range(0, len(sound), 8)]
    assert all(part in (frame(number), bytes(8)) for number, part in enumerate(parts))
    return [number if part == frame(number) else -1 for number, part in enumerate(parts)]


def test_one_frame_that_might_be_voice_is_passed_with_its_surroundings() -> None:
    heard = passed([NOISE] * 50 + [VOICE] + [NOISE] * 50)
    assert [number for number in heard[: 101 - BEFORE] if number >= 0] == list(range(50 - BEFORE, 50 + AFTER + 1))


def test_while_it_is_open_nothing_is_held_back() -> None:
    gate = VoiceGate()
    assert gate.passed(frame(0), VOICE) == frame(0)
    assert all(gate.passed(frame(number), NOISE) == frame(number) for number in range(1, AFTER + 1))
    assert gate.passed(frame(AFTER + 1), NOISE) == b""


def test_a_pause_within_a_sentence_is_passed_as_it_is() -> None:
    assert -1 not in passed([VOICE] + [NOISE] * (BEFORE + AFTER) + [VOICE])


def test_what_is_held_back_at_the_end_of_a_turn_is_let_go_as_it_is() -> None:
    assert passed([NOISE] * 30)[-BEFORE:] == list(range(30 - BEFORE, 30))


def test_no_sample_is_ever_lost_or_moved() -> None:
    dice = random.Random(3)
    for _ in range(50):
        probabilities = [dice.choice([VOICE, NOISE, NOISE, NOISE, NOISE, NOISE]) for _ in range(dice.randrange(200))]
        assert len(passed(probabilities)) == len(probabilities)
