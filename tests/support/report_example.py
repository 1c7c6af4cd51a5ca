"""One whole call as a report's input: a bakery owner who was billed twice, told from both sides of the phone.

``python -m tests.support.report_example > tests/golden/report.html`` writes the golden report anew; look at it before you
keep it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from simulator.cues.cue import Cue
from simulator.scenario.model import (
    Beat,
    Caller,
    Coaching,
    Fact,
    MustSay,
    Place,
    Policy,
    Scenario,
)
from simulator.scoring.judge import judge
from simulator.scoring.marked_call import AgreedRemedy, CallerLine, MarkedCall, Reply
from simulator.session.report import report_html
from simulator.session.report_input import Move, ReportInput, ReportRow
from simulator.transcript.words import Word
from tests.support.calls import cue, house, over, remedy
from tests.support.small_scenario import parcel, say, when


@dataclass(frozen=True)
class Turn:
    """What the caller says and what the trainee answers, with what it did."""

    caller: str
    answer: str
    cues: tuple[Cue, ...]
    place: Place
    moves: tuple[Move, ...]
    before: int
    after: int
    interrupts: bool = False


TURNS = (
    Turn("", "hello this is sam at larkfield how can i help", (cue("greet", "hello this is sam"),), "opening", (), 74, 74),
    Turn(
        "Finally, a human being. You people took my money twice, and nobody will put it back!",
        "yes yes can you give me your zip code",
        (cue("ask_fact", "can you give me your zip code", fact="identity"),),
        "venting",
        (Move("interrupt", 6_000), Move("ask_fact", -1_500), Move("unsolved", 500)),
        74,
        79,
        interrupts=True,
    ),
    Turn(
        "[sigh] See, there it is. The form. You haven't even heard what I said yet.",
        "two calls already and nine days of waiting that would wear me out too",
        (
            cue("paraphrase", "two calls already and nine days of waiting"),
            cue("acknowledge_feeling", "that would wear me out too"),
        ),
        "venting",
        (Move("paraphrase", -6_000), Move("acknowledge_feeling", -3_500, "possible")),
        79,
        70,
    ),
    Turn(
        "Right. Well. That's the first time anyone's said it back to me.",
        "this was our mistake dana the payment went through twice and i am sorry i will put it right myself",
        (
            cue("admit_fault", "this was our mistake dana the payment went through twice"),
            cue("use_name", "dana"),
            cue("apologise", "i am sorry"),
            cue("take_ownership", "i will put it right myself"),
        ),
        "understanding",
        (Move("admit_fault", -8_000), Move("apologise", -3_000), Move("take_ownership", -9_000), Move("use_name", -2_000)),
        70,
        58,
    ),
    Turn(
        "Go on, then.",
        "which dates do you see the two charges on",
        (cue("ask_fact", "which dates do you see the two charges on", fact="dates"),),
        "understanding",
        (Move("ask_fact", -2_000), Move("unsolved", 500)),
        58,
        56,
    ),
    Turn(
        "The third and the fourth. Same amount, one forty-eight sixty.",
        "what is your zip code please",
        (cue("ask_fact", "what is your zip code", fact="identity"), cue("ask_again", "what is your zip code")),
        "understanding",
        (Move("ask_again", 4_000), Move("ask_fact", -1_000, "said again")),
        56,
        59,
    ),
    Turn(
        "Whitlock. Dana. Oh-four-one-oh-three. You want my shoe size too?",
        "i can rush that refund back to the card first i enter it now then you get a message",
        (
            cue("offer_remedy", "i can rush that refund back to the card", remedy="refund_rush"),
            cue("explain_plan", "first i enter it now then you get a message"),
        ),
        "resolving",
        (Move("explain_plan", -5_000),),
        59,
        44,
    ),
    Turn(
        "One to two days. On the same card? Okay. That I can live with.",
        "thank you dana is there anything else",
        (cue("thank", "thank you dana"), cue("use_name", "dana"), cue("check_further", "is there anything else")),
        "closing",
        (Move("thank", -1_000), Move("check_further", -2_000)),
        44,
        30,
    ),
)


def bakery() -> Scenario:
    """Return the scenario of the call."""
    scenario = parcel()
    vent = Beat(
        "vent",
        say("Well?"),
        "venting",
        when(heard_any=("take_ownership", "paraphrase")),
        repeat=True,
        watch_for=("acknowledge_feeling",),
        model_answer="Forty minutes on hold after being billed twice. I'd be upset too. I'm going to take this on myself.",
    )
    refund = replace(
        remedy("refund_rush", up_to=200_000, label="Rush refund to the same card (1-2 business days)"),
        offer_like=("I can rush that refund back to the card in one to two business days.",),
    )
    return replace(
        scenario,
        id="billing-double-charge",
        title="Charged twice, rent due tomorrow",
        caller=Caller("Dana Whitlock", "Her $148.60 back.", pronouns="she/her"),
        company="Larkfield Fibre",
        fault_is="The same bill was taken twice, on the 3rd and again on the 4th.",
        anger=replace(scenario.anger, start=74_000),
        facts=(
            Fact(
                "identity",
                "Full name and billing ZIP code",
                "Dana Whitlock, 04103",
                ("May I have your ZIP code?",),
                needed=True,
            ),
            Fact("dates", "When the payments were taken", "the 3rd and the 4th, $148.60 each", ("Which dates?",), needed=True),
            Fact(
                "deadline",
                "Why it is urgent",
                "rent of $900 is taken tomorrow",
                ("Is there a date you need it by?",),
                needed=True,
            ),
        ),
        policy=Policy(
            floor=148_600,
            ceiling=350_000,
            remedies=(refund, remedy("bill_credit", up_to=20_000)),
            must_say=(MustSay("when", "Say when the refund will arrive", ("one to two business days",)),),
        ),
        stages=(*scenario.stages[:1], replace(scenario.stages[1], id="facts", place="understanding"), *scenario.stages[1:]),
        opening=replace(scenario.opening, watch_for=("let_vent", "acknowledge_feeling"), model_answer=vent.model_answer),
        beats=(vent,),
        reactions=(),
        endings=tuple(
            replace(each, debrief="Which of your sentences did she repeat back to you?") for each in scenario.endings
        ),
        coaching=Coaching(after=("What was she afraid of, and when did you find out?",)),
    )


def example() -> ReportInput:
    """Return the call's report input, judged by the house rubric."""
    scenario, played = bakery(), _call()
    return ReportInput(
        scenario=scenario,
        scorecard=judge(played, scenario, house()),
        rows=tuple(row for number, turn in enumerate(TURNS) for row in _rows(number, turn)),
        curve=((0, 74), *((_begin(number) + 4_000, turn.after) for number, turn in enumerate(TURNS))),
        known=frozenset({"identity", "dates"}),
        agreed=("refund_rush",),
        typed=False,
        length_ms=_begin(len(TURNS)),
        trainee="Sam Rivera",
        notes="two charges, rent tomorrow",
        details=(
            ("Trainee", "Sam Rivera"),
            ("Begun", "2026-03-04 10:12:00 UTC"),
            ("Scenario", "billing-double-charge 1.0.0"),
            ("Seed", "7"),
            ("Replies", "spoken"),
            ("Rubric", "house 1.0.0"),
        ),
    )


def _begin(number: int) -> int:
    return 24_000 * number


def _call() -> MarkedCall:
    return MarkedCall(
        typed=False,
        lines=tuple(_line(number, turn) for number, turn in enumerate(TURNS) if turn.caller),
        replies=tuple(_reply(number, turn) for number, turn in enumerate(TURNS)),
        known=frozenset({"identity", "dates"}),
        agreed=(AgreedRemedy("refund_rush", 148_600, _begin(7)),),
        asked_for=frozenset(),
        dead_air=(),
        holds=(),
        ending="solved",
        kind="resolved",
        measured_faults=(),
        temper_start=74,
        temper_highest=79,
        temper_end=30,
        length_ms=_begin(len(TURNS)),
    )


def _line(number: int, turn: Turn) -> CallerLine:
    end = _begin(number) + (1_400 if turn.interrupts else -500)
    return CallerLine(number - 1, "opening" if number == 1 else "vent", turn.caller, _begin(number) - 9_000, end, turn.before)


def _reply(number: int, turn: Turn) -> Reply:
    begin = _begin(number)
    spoken = turn.answer.split()
    words = tuple(Word(word, begin + 300 * at, begin + 300 * at + 280) for at, word in enumerate(spoken))
    return Reply(
        turn=number,
        text=turn.answer,
        words=words,
        from_ms=begin,
        to_ms=words[-1].end_ms,
        place=turn.place,
        answers=number - 1,
        cues=tuple(_placed(each, turn.answer) for each in turn.cues),
        asked_again=("identity",) if number == 5 else (),
        overlaps=(over(at_ms=begin, long_ms=1_400),) if turn.interrupts else (),
        temper_before=turn.before,
        temper_after=turn.after,
    )


def _placed(each: Cue, text: str) -> Cue:
    start = text.index(each.quote)
    return replace(each, start=start, end=start + len(each.quote))


def _rows(number: int, turn: Turn) -> tuple[ReportRow, ...]:
    begin = _begin(number)
    caller = ReportRow(begin - 9_000, "caller", turn.caller, temper_before=turn.before, temper_after=turn.before)
    answer = ReportRow(
        begin,
        "trainee",
        turn.answer,
        tags=tuple(each.skill for each in turn.cues),
        moves=turn.moves,
        temper_before=turn.before,
        temper_after=turn.after,
        turn=number,
        model_answer=bakery().opening.model_answer if number == 1 else "",
    )
    return (caller, answer) if turn.caller else (answer,)


if __name__ == "__main__":
    print(report_html(example()), end="")
