"""Moments of a pretend call with Dana Whitlock, as the engine would hold them."""

from __future__ import annotations

from dataclasses import replace

from simulator.call.personality import draw
from simulator.call.state import CallerTurn, CallState, Cause, Story, TraineeTurnRecord
from simulator.cues.cue import Cue
from simulator.scenario.model import Scenario
from simulator.scenario.reading import read_scenario
from simulator.transcript.words import typed_words
from tests.support.places import ROOT

FILE = ROOT / "scenarios" / "billing-double-charge.yaml"


def billing() -> Scenario:
    """Return the scenario that comes with the program."""
    scenario = read_scenario(FILE.read_bytes(), FILE.name).scenario
    assert scenario is not None
    return scenario


def said(line: int, text: str, temper: int, from_ms: int, to_ms: int) -> CallerTurn:
    """Return a line of the caller."""
    return CallerTurn(line, f"line-{line}", text, "angry", temper, from_ms, to_ms)


def replied(
    turn: int, text: str, at: tuple[int, int], temper: tuple[int, int], *causes: tuple[str, int, str]
) -> TraineeTurnRecord:
    """Return a reply with the cues that its causes stand for."""
    cues = tuple(Cue(what, "sure", 0, 0, "", what) for what, _, _ in causes if what not in ("ask_again", "interrupt"))
    again = tuple(what for what, _, _ in causes if what == "ask_again")
    overlaps = tuple((at[0], at[0] + 1400, 1400, 4, True) for what, _, _ in causes if what == "interrupt")
    moved = tuple(Cause(what, effect, note) for what, effect, note in causes)
    return TraineeTurnRecord(
        turn, typed_words(text), text, *at, "venting", turn - 1, cues, moved, *temper, asked_again=again, overlaps=overlaps
    )


OPENING = (
    "Finally, a human being. Forty minutes I've been listening to that piano. You people took my money twice. "
    "So don't read me a script. Just tell me when I get my money."
)


def transcript() -> tuple[CallerTurn | TraineeTurnRecord, ...]:
    """Return the call up to 3:42, while Dana speaks."""
    return (
        replied(
            0,
            "larkfield fibre good morning you are speaking with sam how can i help",
            (1_200, 5_000),
            (74_000, 74_000),
            ("greet", -800, ""),
        ),
        said(0, OPENING, 74_000, 6_000, 22_000),
        replied(
            1,
            "okay can i have your full name and",
            (20_600, 25_000),
            (74_000, 80_000),
            ("interrupt", 6_000, ""),
            ("ask_fact", -1_800, ""),
        ),
        said(
            1,
            "You're the third person I've told this to. Nine days! And nobody, nobody has called me back.",
            80_000,
            182_000,
            190_000,
        ),
        replied(
            2,
            "that's two calls already and nine days of waiting i'm sorry we left you with that dana",
            (191_000, 198_000),
            (80_000, 66_000),
            ("paraphrase", -7_000, ""),
            ("apologise", -3_000, ""),
        ),
        said(2, "Well. Thank you. At least somebody wrote it down. So what happens now?", 66_000, 200_000, 206_000),
        replied(
            3,
            "which dates do you see the two charges on",
            (209_000, 213_000),
            (66_000, 62_000),
            ("ask_fact", -800, ""),
            ("ask_again", 4_000, ""),
        ),
        said(
            3,
            "The third and the fourth. I just said that. One hundred forty-eight dollars and sixty cents, both times.",
            62_000,
            215_000,
            -1,
        ),
    )


def middle_of_call(**changes: object) -> CallState:
    """Return the call as Dana speaks at 3:42, angry at 62."""
    scenario = billing()
    curve = (
        (0, 74_000),
        (25_000, 80_000),
        (70_000, 82_000),
        (110_000, 76_000),
        (150_000, 74_000),
        (198_000, 66_000),
        (213_000, 62_000),
    )
    story = Story(62_000, "facts", turns=3, known=frozenset({"identity", "charge_dates", "prior_contact"}))
    state = CallState(
        scenario,
        7,
        "caller_speaking",
        222_000,
        story,
        draw(scenario, 7),
        transcript=transcript(),
        curve=curve,
        greeted=True,
        next_line=4,
    )
    return replace(state, notes="3rd + 4th, 148.60 each\n9 days, 2 calls", **changes)  # type: ignore[arg-type]


def just_answered(typed: bool = False) -> CallState:
    """Return the call as it was picked up."""
    scenario = billing()
    return CallState(scenario, 7, "answered", 0, Story(74_000, "venting"), draw(scenario, 7), typed=typed, curve=((0, 74_000),))


def furious() -> CallState:
    """Return a call that goes badly, at 91."""
    state = middle_of_call()
    turns = list(transcript()[:5])
    turns[4] = replied(
        2,
        "ma'am please calm down it's on the website that pending charges take three to five days",
        (191_000, 198_000),
        (82_000, 91_000),
        ("calm_down_order", 15_000, ""),
        ("policy_shield", 9_000, ""),
    )
    turns.append(said(4, "Calm down? Calm DOWN? You calm down and give me my money!", 91_000, 199_500, -1))
    curve = ((0, 74_000), (25_000, 80_000), (120_000, 82_000), (198_000, 91_000))
    story = replace(state.story, temper=91_000, known=frozenset({"prior_contact"}))
    return replace(state, transcript=tuple(turns), curve=curve, story=story, at_ms=201_000)


def calm() -> CallState:
    """Return a call that goes well, at 26, with the trainee speaking."""
    state = middle_of_call()
    more = (
        replace(state.transcript[-1], to_ms=222_000),
        replied(
            4,
            "i'm rushing that refund back to your card now it takes one to two business days and i'll send the fee to review",
            (226_000, 238_000),
            (40_000, 30_000),
            ("offer_remedy", 0, ""),
            ("give_timeframe", -4_000, ""),
            ("take_ownership", -9_000, ""),
            ("explain_plan", -5_000, "possible"),
        ),
        said(4, "One to two days, to the same card. All right. Thank you.", 26_000, 240_000, 245_000),
    )
    story = replace(state.story, temper=26_000, known=frozenset(fact.id for fact in state.scenario.facts[:5]))
    curve = (*state.curve, (230_000, 40_000), (238_000, 30_000), (245_000, 26_000))
    return replace(
        state, phase="trainee_speaking", transcript=state.transcript[:-1] + more, story=story, curve=curve, at_ms=251_000
    )


def typed() -> CallState:
    """Return a typed call in the middle."""
    state = middle_of_call(typed=True, phase="listening")
    return replace(state, transcript=(*state.transcript[:-1], replace(state.transcript[-1], to_ms=222_000)))


def over() -> CallState:
    """Return the call after its good end."""
    state = calm()
    later = ((290_000, 24_000), (360_000, 29_000), (420_000, 28_000), (462_000, 28_000))
    story = replace(state.story, temper=28_000, ending="resolved", kind="resolved")
    return replace(state, phase="ended", at_ms=468_000, curve=state.curve + later, story=story)
