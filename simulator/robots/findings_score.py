"""What the scorecard would say to the robot that promises everything: it must not pass (scenario-format 5.2).

The robot's signals are put before the judge as sure cues of a typed call; there are no words to quote.
"""

from __future__ import annotations

from simulator.call.conditions import whole_points
from simulator.cues.cue import Cue
from simulator.paths import assets_folder
from simulator.robots.playing import PlayedCall
from simulator.robots.report_retold import Told, retold
from simulator.scenario.model import Scenario
from simulator.scoring.finding import Scorecard
from simulator.scoring.judge import judge
from simulator.scoring.marked_call import AgreedRemedy, CallerLine, MarkedCall, Reply
from simulator.scoring.rubric import rubric_from

#: Nobody speaks over anybody: a turn of either side lasts so long.
_TURN_MS = 15_000


def scored(scenario: Scenario, call: PlayedCall) -> Scorecard:
    """Return the scorecard of a robot's call, by the house rubric as this scenario weighs it."""
    rubric = rubric_from((assets_folder() / "rubric-house.yaml").read_bytes())
    return judge(_marked(scenario, call), scenario, rubric)


def _marked(scenario: Scenario, call: PlayedCall) -> MarkedCall:
    turns = retold(scenario, call)
    tempers = [whole_points(point) for turn in turns for point in (turn.before.temper, turn.after.temper)] or [0]
    lines, replies = _lines(turns), tuple(_reply(scenario, number, turn, _lines(turns[:number])) for number, turn in enumerate(turns))
    return MarkedCall(
        typed=True,
        lines=lines,
        replies=replies,
        known=call.story.known,
        agreed=tuple(AgreedRemedy(remedy, amount, 0) for remedy, amount in sorted(call.story.agreed.items())),
        asked_for=call.story.asked_for,
        dead_air=(),
        holds=(),
        ending=call.ending,
        kind=call.kind,
        measured_faults=(),
        temper_start=tempers[0],
        temper_highest=max(tempers),
        temper_end=tempers[-1],
        length_ms=2 * _TURN_MS * len(turns),
    )


def _lines(turns: tuple[Told, ...]) -> tuple[CallerLine, ...]:
    """Return the caller's lines in these turns, the opening first."""
    start = whole_points(turns[0].before.temper) if turns else 0
    spoken = [CallerLine(0, "opening", "", 0, _TURN_MS, start)]
    for number, turn in enumerate(turns, 1):
        begin = 2 * _TURN_MS * number
        for line in turn.lines:
            points = whole_points(turn.after.temper)
            spoken.append(CallerLine(len(spoken), line.source, line.text, begin, begin + _TURN_MS, points))
    return tuple(spoken)


def _reply(scenario: Scenario, number: int, turn: Told, before: tuple[CallerLine, ...]) -> Reply:
    begin = 2 * _TURN_MS * number + _TURN_MS
    return Reply(
        turn=number + 1,
        text="",
        words=(),
        from_ms=begin,
        to_ms=begin + _TURN_MS,
        place=next(stage.place for stage in scenario.stages if stage.id == turn.before.stage),
        answers=before[-1].line,
        cues=_cues(turn),
        temper_before=whole_points(turn.before.temper),
        temper_after=whole_points(turn.after.temper),
    )


def _cues(turn: Told) -> tuple[Cue, ...]:
    def cue(skill: str, fact: str = "", remedy: str = "") -> Cue:
        return Cue(skill, "sure", 0, 0, "", "robot", fact, remedy)

    plain = [cue(what) for what in turn.signals.heard if what not in ("ask_fact", "offer_remedy")]
    asks = [cue("ask_fact", fact=fact) for fact in turn.signals.asked]
    return (*plain, *asks, *(cue("offer_remedy", remedy=remedy) for remedy in turn.signals.offered))
