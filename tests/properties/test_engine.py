"""Whatever happens in whatever order, the engine keeps its promises."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.call.advance import ENGINE_VERSION, advance, ringing
from simulator.call.commands import EndCall, SpeakLine, StartTimer
from simulator.call.events import (
    CallAnswered,
    DeviceBack,
    DeviceLost,
    DonePressed,
    Event,
    HangUpPressed,
    Happening,
    HoldPressed,
    LineFinished,
    LineStarted,
    MutePressed,
    NotesChanged,
    PausePressed,
    SpeechStarted,
    SpeechStopped,
    TimerFired,
    TraineeTurn,
    TransferPressed,
    event_from_plain,
)
from simulator.canonical import plain
from simulator.scenario_files import find_scenario, load_scenario
from simulator.session.recording import decision_line, event_line, events_from
from simulator.transcript.words import Word
from tests.support.small_scenario import parcel

EXAMPLE = load_scenario(find_scenario("billing-double-charge"))
SENTENCES = (
    "i am sorry about that",
    "you need to calm down",
    "what is the parcel number",
    "can i have your full name and billing zip code",
    "i will send it again today",
    "i can rush that refund back to the card in one to two business days",
    "that is our policy",
    "you are an idiot",
    "i will take care of this for you myself",
    "your reference is four seven two",
    "um",
    "",
)

moments = st.integers(0, 5_000)
happenings = st.one_of(
    st.builds(lambda back: ("voice", back), moments),
    st.builds(lambda back: ("quiet", back), moments),
    st.builds(lambda text, sure: ("turn", text, sure), st.sampled_from(SENTENCES), st.booleans()),
    st.sampled_from([("line on",), ("line over",), ("done",), ("hold",), ("transfer",), ("hang up",), ("lost",), ("back",)]),
    st.builds(lambda timer: ("timer", timer), st.sampled_from(("opening", "turn_end", "silence"))),
    st.builds(lambda on: ("pause", on), st.booleans()),
    st.builds(lambda on: ("mute", on), st.booleans()),
    st.just(("notes",)),
)


def happening(what: tuple[object, ...], at: int, line: int) -> Happening:
    """Return the happening that this stands for, at this time and for the caller's present line."""
    match what:
        case ("voice", int(back)):
            return SpeechStarted(max(0, at - back))
        case ("quiet", int(back)):
            return SpeechStopped(max(0, at - back), at)
        case ("turn", str(text), bool(sure)):
            words = tuple(Word(word, at, at + 200, 1000 if sure else 300) for word in text.split())
            return TraineeTurn(words, max(0, at - 1_000), at, 900)
        case ("timer", str(timer)):
            return TimerFired(timer)
        case ("pause", bool(on)):
            return PausePressed(on)
        case ("mute", bool(on)):
            return MutePressed(on)
        case ("line on",):
            return LineStarted(line, at)
        case ("line over",):
            return LineFinished(line, max(0, at - 1_000), at)
    plain_ones = {
        "done": DonePressed(),
        "hold": HoldPressed(),
        "transfer": TransferPressed(),
        "hang up": HangUpPressed(),
        "lost": DeviceLost("microphone", "It is gone."),
        "back": DeviceBack("microphone"),
        "notes": NotesChanged("a note"),
    }
    return plain_ones[str(what[0])]


@settings(max_examples=150)
@given(st.sampled_from([parcel(), EXAMPLE]), st.lists(st.tuples(happenings, st.integers(0, 4_000)), max_size=60), st.integers(0, 3))
def test_whatever_happens(scenario, steps, seed) -> None:
    state = ringing(scenario, seed)
    events: list[Event] = []
    decisions: list[str] = []
    at, ended = 0, 0

    def take(what: Happening) -> None:
        nonlocal state, ended
        event = Event(len(events), at, what)
        events.append(event)
        state, commands = advance(state, event)
        decisions.append(decision_line(event, state, commands))
        assert scenario.anger.calmest <= state.story.temper <= 100_000
        assert sum(isinstance(command, SpeakLine) for command in commands) <= 1, "one mouth says one line"
        assert all(command.due_ms >= at for command in commands if isinstance(command, StartTimer)), "no timer in the past"
        ended += sum(isinstance(command, EndCall) for command in commands)

    take(CallAnswered(seed, ENGINE_VERSION, scenario.sha256))
    for what, later in steps:
        at += later
        take(happening(what, at, state.next_line - 1))
    assert ended <= 1
    assert (state.phase == "ended") == (ended == 1) == bool(state.story.ending and state.phase != "closing")

    written = "".join(event_line(event) + "\n" for event in events)
    read, torn = events_from(written)
    assert read == tuple(events) and not torn
    again = ringing(scenario, seed)
    for event, decision in zip(read, decisions, strict=True):
        again, commands = advance(again, event)
        assert decision_line(event, again, commands) == decision, "the same events, the same bytes"


@given(st.text(max_size=40), st.integers(0, 10**9))
def test_every_event_is_read_as_it_was_written(text: str, at: int) -> None:
    for what in (NotesChanged(text), TraineeTurn((Word(text, at, at + 1, 500),), at, at + 1, 1), DeviceLost(text, text)):
        event = Event(0, at, what)
        assert event_from_plain(plain(event)) == event
