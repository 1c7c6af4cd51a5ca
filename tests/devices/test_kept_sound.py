"""Sound is kept until its words have arrived, and handed to a new child exactly as it was handed to the first one."""

from __future__ import annotations

from simulator.devices.kept_sound import BLOCK_BYTES, Gap, Item, KeptSound, Mark


def everything(kept: KeptSound) -> list[Item]:
    handed: list[Item] = []
    while (item := kept.next()) is not None:
        handed.append(item)
    return handed


def test_blocks_are_cut_at_the_same_places_whatever_the_microphone_delivers() -> None:
    sound = bytes(range(250)) * 80
    for size in (2, 640, 1_002, 16_000):
        kept = KeptSound(1_000_000)
        for start in range(0, len(sound), size):
            kept.add(sound[start : start + size])
        kept.mark(1)
        *parts, end = everything(kept)
        assert b"".join(part for part in parts if isinstance(part, bytes)) == sound
        assert {len(part) for part in parts if isinstance(part, bytes)} == {BLOCK_BYTES}
        assert end == Mark(1)


def test_the_end_of_a_turn_hands_on_the_short_rest() -> None:
    kept = KeptSound(1_000_000)
    kept.add(bytes(BLOCK_BYTES + 100))
    kept.mark(7)
    assert [len(part) for part in everything(kept) if isinstance(part, bytes)] == [BLOCK_BYTES, 100]


def test_a_new_child_is_given_what_has_no_answer_yet_and_nothing_else() -> None:
    kept = KeptSound(1_000_000)
    kept.add(b"\1" * BLOCK_BYTES)
    kept.mark(1)
    kept.add(b"\2" * BLOCK_BYTES)
    kept.mark(2)
    everything(kept)
    kept.settle_mark(1)
    kept.rewind()
    assert kept.begins_at == BLOCK_BYTES // 2
    assert everything(kept) == [b"\2" * BLOCK_BYTES, Mark(2)]


def test_settled_sound_does_not_move_the_cursor_of_the_present_child() -> None:
    kept = KeptSound(1_000_000)
    for number in range(4):
        kept.add(bytes([number]) * BLOCK_BYTES)
    assert kept.next() == b"\0" * BLOCK_BYTES
    assert kept.next() == b"\1" * BLOCK_BYTES
    kept.settle_until(BLOCK_BYTES // 2)
    assert kept.next() == b"\2" * BLOCK_BYTES


def test_letting_go_of_sound_never_lets_go_of_an_unanswered_turn() -> None:
    kept = KeptSound(1_000_000)
    kept.add(bytes(BLOCK_BYTES))
    kept.mark(5)
    kept.add(bytes(BLOCK_BYTES))
    kept.settle_until(kept.fed)
    assert everything(kept)[0] == Mark(5)


def test_too_much_sound_is_dropped_counted_and_the_clock_goes_on() -> None:
    kept = KeptSound(2 * BLOCK_BYTES)
    for _ in range(5):
        kept.add(bytes(BLOCK_BYTES))
    assert kept.dropped == 3 * BLOCK_BYTES // 2
    assert kept.fed == 5 * BLOCK_BYTES // 2
    assert everything(kept)[-1] == Gap(3 * BLOCK_BYTES // 2)
    kept.mark(1)
    kept.settle_mark(1)
    assert kept.begins_at == kept.fed


def test_giving_up_answers_every_turn_that_was_asked_for() -> None:
    kept = KeptSound(1_000_000)
    kept.add(bytes(100))
    kept.mark(3)
    kept.add(bytes(100))
    kept.mark(4)
    assert kept.settle_all() == (3, 4)
    assert kept.begins_at == kept.fed == 100
    assert kept.kept_bytes == 0
