"""The call page as text: what the trainee sees between two happenings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.call.state import CallState, Cause
from simulator.screens.call_screen import CallScreen, call_screen, pulse_of
from simulator.screens.transcript_lines import bubbles, heard_length, interim_bubble
from tests.desktop import pretend_scenes as scenes

LONG_REPLY = "that's two calls already and nine days of waiting i'm sorry we left you with that dana"


def drawn(screen: CallScreen) -> str:
    lines = [
        f"{screen.title} [{' | '.join(screen.chips)}]",
        f"({screen.person.initials} {screen.standing}) {screen.person.name}  {screen.mood.words}, {screen.started}",
        f"{screen.moved_title}:",
        *(f"  {row.shape} {row.points} {row.words}" for row in screen.moved),
        *(f"  {row.label} = {row.value or 'locked'}" for row in screen.account),
        screen.account_note,
        screen.find_out_title,
        *(f"  [{'x' if row.known else ' '}] {row.label}" for row in screen.find_out),
        screen.hint,
    ]
    return "\n".join(line for line in lines if line)


def said(state: CallState) -> list[str]:
    return [bubble.spoken for bubble in bubbles(state)]


def test_the_middle_of_a_call() -> None:
    assert drawn(call_screen(scenes.middle_of_call())) == (
        "Charged twice, rent due tomorrow [Difficulty 3 | Practice]\n"
        "(DW speaking) Dana Whitlock  ▲ Angry · 62, was 74 at the start\n"
        "What moved her:\n"
        "  ▼ 1 you asked what you needed to know\n"
        "  ▲ 4 asked before\n"
        "  ▼ 7 you repeated her problem back\n"
        "  ▼ 3 you apologised\n"
        "  ▲ 6 you spoke over her\n"
        "  ▼ 2 you asked what you needed to know\n"
        "  Account holder = Dana Whitlock\n"
        "  Monthly plan = $148.60\n"
        "  Payments = 2 x $148.60 (one marked 'pending')\n"
        "  Earlier contacts = 2 calls, last note: 'will drop off in 3-5 days'\n"
        "Find out · 3 of 6\n"
        "  [x] Full name and billing ZIP code\n"
        "  [x] When the two payments were taken\n"
        "  [ ] Last four digits of the card\n"
        "  [x] What she was told on earlier calls\n"
        "  [ ] Why it is urgent\n"
        "  [ ] Fee her bank charged"
    )


def test_the_account_page_stays_locked_until_the_caller_is_known() -> None:
    screen = call_screen(scenes.just_answered())
    assert [(row.label, row.locked) for row in screen.account] == [
        ("Account holder", True),
        ("Monthly plan", False),
        ("Payments", True),
        ("Earlier contacts", False),
    ]
    assert "Dana Whitlock" not in [row.value for row in screen.account]
    assert screen.account_note == "2 rows open once you have: Full name and billing ZIP code"


def test_the_beginning_says_what_to_do() -> None:
    assert call_screen(scenes.just_answered()).hint == "Say hello. Dana begins as soon as you have greeted her."
    assert call_screen(scenes.just_answered(typed=True)).hint.startswith("Type your greeting.")


def test_a_line_is_there_from_its_first_sample_on() -> None:
    state = scenes.middle_of_call()
    waiting = replace(state, transcript=(*state.transcript[:-1], replace(state.transcript[-1], from_ms=-1)))
    assert len(bubbles(waiting)) == len(bubbles(state)) - 1
    assert call_screen(waiting).standing == "about to speak"
    assert bubbles(state)[-1].speaking


def test_tags_say_what_a_reply_did_and_what_it_cost() -> None:
    assert said(scenes.middle_of_call())[2:7:2] == [
        "You 00:20: okay can i have your full name and (Asked for a fact, Spoke over her · +6)",
        f"You 03:11: {LONG_REPLY} (Repeated her story, Apologised)",
        "You 03:29: which dates do you see the two charges on (Asked before · +4)",
    ]


def test_a_reply_that_was_not_understood_says_so_and_nothing_else() -> None:
    state = scenes.middle_of_call()
    unclear = replace(state.transcript[6], unclear=True)  # type: ignore[type-var]
    shown = bubbles(replace(state, transcript=(unclear,)))[0]
    assert [tag.text for tag in shown.tags] == ["Not understood"]


def test_a_typed_call_shows_no_times() -> None:
    assert all(bubble.time == "" and not bubble.speaking for bubble in bubbles(scenes.typed()))


def test_a_failed_voice_leaves_the_caption() -> None:
    state = scenes.middle_of_call()
    line = replace(state.transcript[1], silent=True)  # type: ignore[type-var]
    assert bubbles(replace(state, transcript=(line,)))[0].tags[0].text == "Caption only: the voice failed"


def test_what_moved_nobody_is_said_where_there_is_a_reason_and_else_left_out() -> None:
    state = scenes.just_answered()
    causes = ((1, Cause("acknowledge_feeling", 0, "stock phrase")), (2, Cause("thank", -400)), (3, Cause("silence", 4_000)))
    rows = call_screen(replace(state, causes=causes)).moved
    assert [(row.shape, row.words) for row in rows] == [
        ("▲", "nobody spoke"),
        ("–", "you named her feeling (a stock phrase moves nobody)"),
    ]


@pytest.mark.parametrize(
    ("phase", "standing", "hold", "finish"),
    [
        ("listening", "listening", "Hold", True),
        ("trainee_speaking", "listening", "Hold", True),
        ("finishing", "thinking", "Hold", False),
        ("held", "on hold", "Back to Dana", False),
        ("paused", "paused", "Hold", False),
        ("device_lost", "waiting", "Hold", False),
        ("closing", "saying goodbye", "Hold", False),
    ],
)
def test_every_phase_has_its_word_and_its_buttons(phase: str, standing: str, hold: str, finish: bool) -> None:
    screen = call_screen(scenes.middle_of_call(phase=phase))
    assert (screen.standing, screen.buttons.hold, screen.buttons.may_finish) == (standing, hold, finish)
    assert screen.buttons.may_hold == (phase not in ("paused", "device_lost", "closing"))


def test_a_muted_trainee_is_told() -> None:
    screen = call_screen(scenes.middle_of_call(phase="listening", muted=True))
    assert screen.buttons.mute == "Unmute"
    assert screen.hint == "You are muted: Dana cannot hear you."
    assert not screen.your_turn


def test_push_to_talk_says_which_key_ends_the_turn() -> None:
    assert "Space" in call_screen(scenes.middle_of_call(phase="listening", push_to_talk=True)).hint


@pytest.mark.parametrize(("dbfs", "filled"), [(-90, 0), (-60, 0), (-33, 50), (-6, 100), (0, 100)])
def test_the_level_meter_goes_from_silence_to_loud(dbfs: int, filled: int) -> None:
    assert pulse_of(222_000, dbfs, "", 0.0).level == filled


def test_the_caption_is_revealed_by_whole_words() -> None:
    text = "The third and the fourth."
    assert [text[: heard_length(text, share)] for share in (0, 1, 400, 999, 1000)] == ["", "The", "The third", text, text]


def test_interim_words_are_shown_and_forgotten() -> None:
    bubble = interim_bubble("i am")
    assert bubble is not None and bubble.text == "i am …"
    assert interim_bubble("") is None
