"""Plays the saved calls of a sidecar ``NAME.tests.yaml`` and says which expectation failed, where, and what happened instead.

Steps with ``does``, ``asks`` and ``offers`` give the signals directly; steps with ``text`` and the detection list go through the ears of
a real call. A bot finishes a call, or plays all of it, where the sidecar names one. Everything is played with seed 0, as an assessment.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from simulator.call import story as telling
from simulator.call import temper
from simulator.call.context import cues_of
from simulator.call.floor import silence_due
from simulator.call.hearing import Heard, hear
from simulator.call.personality import draw
from simulator.call.signals import Signals, signals_of
from simulator.call.state import CallerTurn, CallState, Spoken, TraineeTurnRecord
from simulator.robots.fixtures_expect import Complaint, Seen, unheard, unmet
from simulator.robots.fixtures_file import (
    CallFixture,
    DetectionFixture,
    Fixtures,
    FixtureTurn,
)
from simulator.robots.move import Move, signals_of_move
from simulator.robots.playing import play
from simulator.robots.trainees import TRAINEES
from simulator.scenario.model import Scenario
from simulator.transcript.words import typed_words

SEED = 0


@dataclass(frozen=True, slots=True)
class FixtureResult:
    """How one saved call, or one sentence of the detection list, came out."""

    name: str
    #: Where it begins in the sidecar.
    line: int
    complaints: tuple[Complaint, ...] = ()
    #: Source of the caller's lines -> how often; for sentences of the detection list nothing.
    said: Mapping[str, int] = field(default_factory=dict)
    turns: int = 0
    ending: str = ""

    @property
    def passed(self) -> bool:
        """Whether everything that it expects came true."""
        return not self.complaints


def run_fixtures(scenario: Scenario, fixtures: Fixtures) -> tuple[FixtureResult, ...]:
    """Return how every saved call and every sentence of the detection list comes out, in the order of the sidecar."""
    calls = tuple(play_fixture(scenario, fixture) for fixture in fixtures.calls)
    return (*calls, *(_detected(scenario, sentence) for sentence in fixtures.detection))


def play_fixture(scenario: Scenario, fixture: CallFixture) -> FixtureResult:
    """Return how one saved call comes out; a call that ends before its last step is a complaint of its own."""
    state, said, complaints = _connected(scenario), [], []
    for number, turn in enumerate(fixture.turns, 1):
        if state.story.ending:
            complaints.append(Complaint(turn.line, f"turn {number}: the call had ended already with {state.story.ending}"))
            break
        state, lines = _stepped(state, turn)
        said += [line.source for line in lines]
        mood = lines[0].mood if lines else temper.mood_of(state.story.temper, scenario.anger)
        complaints += unmet(turn.expect, Seen(state.story, tuple(line.source for line in lines), mood), f"turn {number}")
    if fixture.bot and not state.story.ending:
        played = play(scenario, TRAINEES[fixture.bot], SEED, story=state.story)
        said += [source for step in played.steps for source in step.lines]
        state = replace(state, story=played.story)
    seen = Seen(state.story, tuple(said), temper.mood_of(state.story.temper, scenario.anger))
    complaints += unmet(fixture.expect, seen, "at the end")
    counts = {source: said.count(source) for source in said}
    return FixtureResult(fixture.name, fixture.line, tuple(complaints), counts, state.story.turns, state.story.ending)


def _connected(scenario: Scenario) -> CallState:
    personality = draw(scenario, SEED)
    story, line = telling.opening_line(scenario, telling.begin(scenario, personality))
    state = CallState(scenario, SEED, "listening", 0, story, personality, typed=True, greeted=True)
    return _heard_by_trainee(state, (line,))


def _stepped(state: CallState, turn: FixtureTurn) -> tuple[CallState, tuple[Spoken, ...]]:
    if turn.silence_ms:
        return _silent(state, turn.silence_ms)
    signals = Signals()
    record = None
    if turn.text:
        heard = hear(state, typed_words(turn.text), state.at_ms, 0)
        signals = heard.signals
        record = _record(state, heard)
    if turn.does or turn.asks or turn.offers:
        signals = _joined(signals, signals_of_move(Move(turn.does, turn.asks, turn.offers), state.scenario))
    story, outcome = telling.play_turn(state.scenario, state.personality, state.story, signals, SEED)
    transcript = (*state.transcript, record) if record else state.transcript
    state = replace(state, story=story, at_ms=state.at_ms + telling.TURN_MS, transcript=transcript, gap_ms=0)
    return _heard_by_trainee(state, outcome.lines), outcome.lines


def _joined(words: Signals, injected: Signals) -> Signals:
    """Return both together, for a step that has words and signals."""
    heard = tuple(dict.fromkeys((*words.heard, *injected.heard)))
    asked = tuple(dict.fromkeys((*words.asked, *injected.asked)))
    possible = words.possible - set(injected.heard)
    return replace(words, heard=heard, asked=asked, offered={**words.offered, **injected.offered}, possible=possible)


def _silent(state: CallState, silence_ms: int) -> tuple[CallState, tuple[Spoken, ...]]:
    """Play the steps of the silence list that fall into this silence."""
    said: list[Spoken] = []
    began_ms = state.at_ms
    state = replace(state, quiet_since=began_ms, silence_step=0)
    while not state.story.ending and 0 <= (due_ms := silence_due(state)) <= began_ms + silence_ms:
        story, outcome = telling.play_silence(state.scenario, state.personality, state.story, state.silence_step, due_ms - began_ms)
        said += outcome.lines
        state = replace(state, story=story, at_ms=due_ms, silence_step=state.silence_step + 1)
    return _heard_by_trainee(replace(state, at_ms=began_ms + silence_ms, gap_ms=silence_ms), tuple(said)), tuple(said)


def _heard_by_trainee(state: CallState, lines: tuple[Spoken, ...]) -> CallState:
    """Put the caller's lines into the transcript, over at once: a typed call has no times."""
    points = state.story.temper
    spoken = tuple(
        CallerTurn(state.next_line + at, line.source, line.text, line.mood, points, state.at_ms, state.at_ms)
        for at, line in enumerate(lines)
    )
    return replace(state, transcript=(*state.transcript, *spoken), next_line=state.next_line + len(spoken))


def _record(state: CallState, heard: Heard) -> TraineeTurnRecord:
    points = state.story.temper
    return TraineeTurnRecord(
        turn=state.story.turns + 1,
        words=heard.words,
        text=heard.text,
        from_ms=state.at_ms,
        to_ms=state.at_ms,
        stage=state.story.stage,
        answers=state.next_line - 1,
        cues=heard.cues,
        causes=(),
        temper_before=points,
        temper_after=points,
    )


def _detected(scenario: Scenario, sentence: DetectionFixture) -> FixtureResult:
    """Return whether the ears hear in a sentence what is wanted; sure and possible both count."""
    signals = signals_of(cues_of(scenario, " ".join(word.text for word in typed_words(sentence.text))))
    complaints = unheard(sentence.expect, signals)
    name = f'"{sentence.text}"' + (f" after {sentence.after}" if sentence.after else "")
    return FixtureResult(name, sentence.line, complaints)
