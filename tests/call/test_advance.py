"""A call on the telephone: who has the floor, what silence does, what buttons do."""

from __future__ import annotations

from simulator.call.commands import (
    EndCall,
    FinishUtterance,
    PrepareLines,
    StartTimer,
    StopSpeaking,
)
from simulator.call.events import (
    DeviceBack,
    DeviceLost,
    DonePressed,
    HangUpPressed,
    HoldPressed,
    LineFinished,
    NotesChanged,
    PausePressed,
    SpeechStarted,
    SpeechStopped,
    TraineeTurn,
    TransferPressed,
)
from simulator.call.hearing import replies
from simulator.scenario.model import Ending, Opening
from tests.support.small_scenario import parcel, say, when
from tests.support.telephone import Telephone


def in_call(**changes: object) -> Telephone:
    """Return a call whose opening has been said."""
    call = Telephone(parcel(**changes))
    call.trainee_says("hello this is alex how can i help you")
    assert call.state.phase == "listening"
    return call


def test_the_greeting_brings_the_opening_and_moves_nothing() -> None:
    call = Telephone(parcel())
    assert call.trainee_says("hello this is alex how can i help you") == ["opening"]
    assert call.state.story.temper == 70_000 and call.state.story.turns == 0
    assert replies(call.state)[0].turn == 0 and any(cue.skill == "greet" for cue in replies(call.state)[0].cues)


def test_the_caller_begins_after_three_seconds_without_a_greeting() -> None:
    call = Telephone(parcel())
    call.wait(2_900)
    assert call.state.phase == "answered"
    call.wait(200)
    assert call.last_line().source == "opening"


def test_a_caller_can_begin_as_soon_as_the_call_is_answered() -> None:
    call = Telephone(parcel(opening=Opening(say("Finally!"), after="connect")))
    assert call.state.phase == "caller_speaking"


def test_the_turn_ends_after_six_hundred_milliseconds_of_silence() -> None:
    call = in_call()
    begin = call.now
    call.happens(SpeechStarted(begin))
    call.now += 1_000
    commands = call.happens(SpeechStopped(begin, call.now))
    assert commands == (StartTimer("turn_end", call.now + 600),)


def test_a_short_pause_inside_a_sentence_does_not_end_the_turn() -> None:
    call = in_call()
    begin = call.now
    call.happens(SpeechStarted(begin))
    call.now += 1_000
    call.happens(SpeechStopped(begin, call.now))
    call.now += 300
    call.happens(SpeechStarted(call.now))
    assert "turn_end" not in call.timers


def test_push_to_talk_waits_for_the_done_key() -> None:
    call = Telephone(parcel(), push_to_talk=True)
    call.happens(SpeechStarted(0))
    call.now = 900
    call.happens(SpeechStopped(0, 900))
    assert "turn_end" not in call.timers
    assert FinishUtterance() in call.happens(DonePressed())


def test_the_done_key_ends_the_turn_at_once() -> None:
    call = in_call()
    call.happens(SpeechStarted(call.now))
    assert FinishUtterance() in call.happens(DonePressed())


def test_likely_lines_are_prepared_while_the_caller_speaks() -> None:
    call = in_call()
    prepared = [command for command in call.commands if isinstance(command, PrepareLines)][-1]
    assert ("Do you hear me?", "angry") in prepared.lines


def test_a_cough_is_no_turn() -> None:
    call = in_call()
    before = call.state.story
    call.happens(SpeechStarted(call.now))
    call.now += 250
    call.happens(SpeechStopped(call.now - 250, call.now))
    call._fire()
    call.happens(TraineeTurn((), call.now - 250, call.now, 250))
    assert call.state.phase == "listening" and call.state.story == before


def test_speech_that_was_not_understood_is_asked_for_again_and_not_scored() -> None:
    call = in_call()
    said = call.trainee_says("the hum of a of the", confidence=300)
    assert said == ["unclear"]
    assert call.state.story.temper == 70_000 and call.state.story.turns == 0
    assert replies(call.state)[-1].unclear and not replies(call.state)[-1].cues


def test_silence_brings_the_silence_steps_and_at_last_the_end() -> None:
    call = in_call()
    start = call.now
    call.wait(60_000)
    assert call.state.phase == "ended" and call.state.story.ending == "hung-up"
    assert call.now - start >= 38_000
    assert call.state.dead_air == ()


def test_five_seconds_of_nothing_are_dead_air_once_a_gap() -> None:
    call = in_call()
    quiet = call.now
    call.wait(12_000)
    call.trainee_says("i am sorry about that")
    assert call.state.dead_air == ((quiet, replies(call.state)[-1].from_ms),)


def test_speaking_over_the_caller_is_an_interruption_and_opens_the_next_turn() -> None:
    call = in_call()
    line, begin = call.caller_begins(after="go on please")
    call.happens(SpeechStarted(begin + 500))
    call.now = begin + 2_000
    call.happens(LineFinished(line, begin, call.now))
    assert call.state.phase == "trainee_speaking"
    call.trainee_falls_silent("no no listen to me now", begin + 500, 2_500)
    reply = replies(call.state)[-1]
    assert reply.overlaps[0][:3] == (begin + 500, begin + 2_000, 1_500)
    causes = [cause.what for cause in reply.causes]
    assert "interrupt" in causes and "let_vent" not in causes


def test_a_trainee_whom_the_caller_cut_in_on_has_not_interrupted() -> None:
    call = in_call()
    line, begin = call.caller_begins(after="what i can do is")
    call.happens(SpeechStarted(begin - 100))
    call.now = begin + 2_000
    call.happens(LineFinished(line, begin, call.now))
    call.trainee_falls_silent("open a review for you today", begin - 100, 2_100)
    reply = replies(call.state)[-1]
    assert reply.overlaps and not reply.overlaps[0][4]
    assert "interrupt" not in [cause.what for cause in reply.causes]


def test_a_back_channel_over_the_caller_is_no_interruption_and_no_turn() -> None:
    call = in_call()
    line, begin = call.caller_begins(after="please tell me")
    call.happens(SpeechStarted(begin + 600))
    call.happens(SpeechStopped(begin + 600, begin + 1_000))
    call.now = begin + 2_000
    call.happens(LineFinished(line, begin, call.now))
    assert call.state.phase == "listening" and "turn_end" not in call.timers
    call.trainee_says("i am sorry to hear that")
    assert not any(overlap[4] for overlap in replies(call.state)[-1].overlaps)


def test_letting_the_caller_finish_is_credited_three_times_at_most() -> None:
    call = in_call()
    for _ in range(5):
        call.trainee_says("hello there")
    assert call.state.story.heard["let_vent"] == 3


def test_hold_stops_the_clock_of_silence_and_an_unannounced_one_angers() -> None:
    call = in_call()
    call.happens(HoldPressed())
    assert call.state.phase == "held" and not call.timers
    assert call.state.story.temper == 76_000
    call.now += 30_000
    call.happens(HoldPressed())
    assert call.state.phase == "listening" and call.state.holds[0][2] is False
    call.trainee_says("thank you for holding")
    assert call.state.dead_air == ()


def test_pause_says_the_line_again_that_it_cut_off() -> None:
    call = in_call()
    number, _ = call.caller_begins(after="tell me more")
    text = call.last_line().text
    assert StopSpeaking() in call.happens(PausePressed(True))
    call.now += 60_000
    call.happens(PausePressed(False))
    assert (call.last_line().text, call.last_line().line) == (text, number + 1)


def test_a_lost_microphone_stops_the_story_until_it_is_back() -> None:
    call = in_call()
    call.happens(DeviceLost("microphone", "It is gone."))
    assert call.state.phase == "device_lost"
    call.wait(60_000)
    assert call.state.story.temper == 70_000, "nobody is blamed for silence without a microphone"
    call.happens(DeviceBack("microphone"))
    assert call.state.phase == "listening"


def test_hanging_up_ends_the_call_with_the_built_in_ending_where_none_fits() -> None:
    call = in_call()
    commands = call.happens(HangUpPressed())
    assert EndCall("trainee-hung-up", "agent_ended") in commands


def test_transfer_takes_an_ending_of_the_file_where_one_fits() -> None:
    plain = in_call()
    assert EndCall("transferred", "escalated") in plain.happens(TransferPressed())
    endings = (Ending("passed-on", "escalated", when(heard="transfer"), say=say("Finally.")),)
    own = in_call(endings=endings)
    own.happens(TransferPressed())
    assert own.caller_speaks() == ["passed-on"]
    assert own.state.story.ending == "passed-on"


def test_notes_are_kept_and_nothing_happens_after_the_end() -> None:
    call = in_call()
    call.happens(NotesChanged("parcel 442"))
    assert call.state.notes == "parcel 442"
    call.happens(HangUpPressed())
    ended = call.state
    call.happens(SpeechStarted(call.now))
    call.happens(NotesChanged("late"))
    assert call.state == ended
