"""Calls as the judge sees them, written so that a trainer can read them.

    call(
        reply("hello this is sam", cue("greet", "hello this is sam"), place="opening"),
        reply("i am so sorry", cue("apologise"), place="venting"),
    )

Each reply answers a caller line that ends 400 ms before it begins; everything else is as quiet as it can be.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import cast

from simulator.cues.cue import Certainty, Cue
from simulator.scenario.model import Place, Remedy, Scenario
from simulator.scoring.finding import Evidence, Fault, Finding, Scorecard
from simulator.scoring.judge import judge
from simulator.scoring.marked_call import (
    AgreedRemedy,
    CallerLine,
    DeadAir,
    MarkedCall,
    Overlap,
    Reply,
)
from simulator.scoring.rubric import HouseRubric, rubric_from
from simulator.transcript.words import Word
from tests.support.places import ROOT
from tests.support.small_scenario import parcel

#: A turn of either side, the first of the trainee from 0.
TURN_MS = 10_000
CALLER_ENDS_BEFORE_MS = 400


@cache
def house() -> HouseRubric:
    """Return the house rubric that the program ships."""
    return rubric_from((ROOT / "assets" / "rubric-house.yaml").read_bytes(), "assets/rubric-house.yaml")


def cue(skill: str, quote: str = "", **more: object) -> Cue:
    """Return a sure cue; without a quote it is the whole reply."""
    start = cast(int, more.pop("start", 0))
    certainty = cast(Certainty, more.pop("certainty", "sure"))
    made = Cue(skill, certainty, start, start + len(quote), quote, cast(str, more.pop("rule", f"{skill} rule")))
    return replace(made, **more)  # type: ignore[arg-type]


def reply(text: str, *cues: Cue, place: Place = "venting", confidence: int = 1000, **more: object) -> Reply:
    """Return a reply; its cues are placed where their quote stands in the text, its words are 300 ms long."""
    placed = tuple(_placed(each, text) for each in cues)
    return Reply(
        turn=-1,
        text=text,
        words=tuple(Word(word, 0, 0, confidence) for word in text.split()),
        from_ms=0,
        to_ms=0,
        place=place,
        answers=-1,
        cues=placed,
        **more,  # type: ignore[arg-type]
    )


def _placed(each: Cue, text: str) -> Cue:
    quote = each.quote or text
    start = max(0, text.find(quote))
    return replace(each, quote=quote, start=start, end=start + len(quote))


def greeting() -> Reply:
    """Return turn 0: what the trainee says when picking up."""
    return reply("hello this is sam how can i help", cue("greet", "hello this is sam"), place="opening")


def call(*replies: Reply, said: Mapping[int, str] | None = None, **more: object) -> MarkedCall:
    """Return a call of these replies; ``said`` names the beat of a caller line by its number."""
    numbered = tuple(_in_turn(number, each) for number, each in enumerate(replies))
    sources = said or {}
    lines = tuple(_line(number, sources.get(number, "opening" if number == 0 else "why")) for number in range(len(replies)))
    made = MarkedCall(
        typed=False,
        lines=lines,
        replies=numbered,
        known=frozenset(),
        agreed=(),
        asked_for=frozenset(),
        dead_air=(),
        holds=(),
        ending="solved",
        kind="resolved",
        measured_faults=(),
        temper_start=70,
        temper_highest=74,
        temper_end=30,
        length_ms=2 * TURN_MS * max(1, len(replies)),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def _in_turn(number: int, each: Reply) -> Reply:
    begin = each.from_ms or 2 * TURN_MS * number
    words = tuple(replace(word, start_ms=begin + 300 * at, end_ms=begin + 300 * (at + 1)) for at, word in enumerate(each.words))
    end = words[-1].end_ms if words else begin + 1000
    return replace(each, turn=number, from_ms=begin, to_ms=end, words=words, answers=number - 1)


def _line(number: int, source: str) -> CallerLine:
    begin = 2 * TURN_MS * number + TURN_MS
    return CallerLine(number, source, "Where is my parcel?", begin, begin + TURN_MS - CALLER_ENDS_BEFORE_MS, 70)


def over(before_end_ms: int = 1400, at_ms: int = 0, long_ms: int = 1200) -> Overlap:
    """Return an interruption: the trainee began this long before the caller had ended."""
    return Overlap(at_ms, at_ms + long_ms, before_end_ms, 3, interrupt=True)


def silence(at_ms: int, long_ms: int = 6200) -> DeadAir:
    """Return a stretch of dead air."""
    return DeadAir(at_ms, at_ms + long_ms)


def agreed(remedy: str, amount: int = -1) -> AgreedRemedy:
    """Return an agreement at the end of the call; the amount is in thousandths of the currency unit."""
    return AgreedRemedy(remedy, amount, 1_000_000)


def with_remedies(*remedies: Remedy, **policy: object) -> Scenario:
    """Return the parcel scenario with these remedies and these limits of the policy."""
    scenario = parcel()
    return replace(scenario, policy=replace(scenario.policy, remedies=remedies, **policy))  # type: ignore[arg-type]


def remedy(remedy_id: str, **more: object) -> Remedy:
    """Return a remedy that the trainee may grant."""
    made = Remedy(remedy_id, remedy_id.replace("_", " ").capitalize(), "grant", (f"I can give you the {remedy_id}.",))
    return replace(made, **more)  # type: ignore[arg-type]


def marked(played: MarkedCall, scenario: Scenario | None = None) -> Scorecard:
    """Return the scorecard of a call, by the house rubric."""
    return judge(played, scenario or parcel(), house())


def row(card: Scorecard, row_id: str) -> Finding:
    """Return one row of the card."""
    return next(finding for finding in card.findings if finding.id == row_id)


def fault(card: Scorecard, fault_id: str) -> Fault | None:
    """Return one fault of the card."""
    return next((each for each in card.faults if each.id == fault_id), None)


def notes(evidence: tuple[Evidence, ...]) -> list[str]:
    """Return what the evidence says for itself."""
    return [each.note for each in evidence]
