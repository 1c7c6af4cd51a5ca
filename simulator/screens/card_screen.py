"""What the card shows after a call: one sentence first, then why, then everything.

Strength before change, one change only, and every point with its words and its time. "not heard" is what the program can know
of a missing step; it never says "not done".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.call.state import CallState
from simulator.scoring.finding import Evidence, Finding, Outcome, Scorecard
from simulator.scoring.wording import shown
from simulator.screens.card_curve import CardCurve, card_curve
from simulator.screens.figures import length, moment
from simulator.screens.past_call import ENDED
from simulator.screens.persons import Person, person_of, starts
from simulator.screens.tokens import Tone
from simulator.transcript.literal import one_line

#: How many steps stand on the card before "all of them".
STEPS = 10

SHAPES: Mapping[Outcome, tuple[str, Tone]] = {
    "met": ("✓", "calm"),
    "partly": ("◐", "irritated"),
    "missed": ("✗", "furious"),
    "not_applicable": ("–", "plain"),
    "could_not_tell": ("–", "plain"),
}
WORDS: Mapping[Outcome, str] = {
    "met": "met",
    "partly": "partly",
    "missed": "not heard",
    "not_applicable": "not needed",
    "could_not_tell": "could not tell",
}


@dataclass(frozen=True, slots=True)
class Quote:
    """Words or a stretch of the call, with the moment where they are heard."""

    text: str
    #: ``4:02``; empty in a typed call.
    time: str
    from_ms: int
    #: By which rule it was found, for whoever has to defend or overrule the point; empty where there is none to read.
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Advice:
    """Keep doing this, or change one thing."""

    title: str
    shape: str
    tone: Tone
    sentence: str
    quote: Quote | None
    #: A sentence to try, without quotation marks; empty for a strength.
    try_this: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One criterion on the short list."""

    id: str
    shape: str
    tone: Tone
    label: str
    #: When it was heard, or how it came out.
    right: str
    spoken: str


@dataclass(frozen=True, slots=True)
class CardScreen:
    """The card of one call."""

    title: str
    chips: tuple[str, ...]
    headline: str
    ended: str
    curve: CardCurve
    keep: Advice | None
    change: Advice | None
    score: str
    beside_score: str
    #: Name and 0-100.
    lines: tuple[tuple[str, int], ...]
    steps: tuple[Step, ...]
    all_rows: str
    #: Why the call fails whatever else happened, and why a coach should look: title and sentence.
    notices: tuple[tuple[str, str], ...]
    debrief: str
    #: How long the call took, for the player.
    length_ms: int


def card_screen(state: CallState, card: Scorecard, before: tuple[int, ...]) -> CardScreen:
    """Return the card of a finished call; ``before`` are the scores of the same scenario until then, newest first."""
    person = person_of(state.scenario.caller)
    timed = not state.typed
    return CardScreen(
        title=f"Your call with {person.name}",
        chips=(one_line(state.scenario.title), f"Attempt {len(before) + 1}"),
        headline=one_line(card.first.headline),
        ended=_ended(state, card, person),
        curve=card_curve(state, card),
        keep=_keep(card, timed),
        change=_change(card, timed),
        score=str(card.score) if card.replies else "–",
        beside_score=_beside(card.score, before) if card.replies else "nothing was said, so nothing is marked",
        lines=(("Care", card.care), ("Solution", card.solution), ("Conduct", card.conduct)),
        steps=tuple(step_of(finding, timed) for finding in _chosen(card.findings)) if card.replies else (),
        all_rows=f"All {counted_rows(card)} steps with evidence",
        notices=_notices(card, timed),
        debrief=one_line(card.debrief),
        length_ms=max(state.at_ms, 0),
    )


def counted_rows(card: Scorecard) -> int:
    """Return how many rows count in this call's score, those that did not apply included."""
    return sum(finding.weight > 0 for finding in card.findings)


def step_of(finding: Finding, timed: bool) -> Step:
    """Return one criterion with its shape and its word; a met one shows when it was heard."""
    shape, tone = SHAPES[finding.outcome]
    label = one_line(finding.label)
    right = one_line(shown(finding)) if timed or finding.outcome != "met" else WORDS["met"]
    return Step(finding.id, shape, tone, label, right, f"{label}: {WORDS[finding.outcome]}")


def quote_of(evidence: Evidence | None, timed: bool) -> Quote | None:
    """Return the evidence as words for the trainee: what was said, and what has to be added to it."""
    if evidence is None or not (evidence.note or evidence.quote):
        return None
    said = f"“{one_line(evidence.quote)}”" if evidence.quote else ""
    text = " – ".join(part for part in (said, one_line(evidence.note)) if part)
    doubt = " · perhaps" if evidence.certainty == "possible" else ""
    rule = one_line(evidence.rule_in_words)
    return Quote(text, moment(evidence.from_ms) if timed else "", evidence.from_ms, f"“{rule}”{doubt}" if rule else "")


def _keep(card: Scorecard, timed: bool) -> Advice | None:
    if not card.first.keep:
        return None
    return Advice("Keep doing this", "✓", "calm", one_line(card.first.keep), quote_of(card.first.keep_evidence, timed))


def _change(card: Scorecard, timed: bool) -> Advice | None:
    first = card.first
    if not first.change:
        return None
    quote = quote_of(first.change_evidence, timed)
    try_this = one_line(first.sentence).strip('"“”')
    return Advice("Change one thing", "→", "irritated", one_line(first.change), quote, try_this)


def _ended(state: CallState, card: Scorecard, person: Person) -> str:
    kind = ENDED.get(card.kind, "not finished")
    how = f"{person.subject} hung up" if card.kind == "hung_up" else kind
    took = f" · {length(state.at_ms)}" if not state.typed else f" · {card.replies} replies"
    moved = "stayed at" if card.temper_start == card.temper_end else f"went from {card.temper_start} to"
    return f"Ended: {how}{took} · {person.whose} anger {moved} {card.temper_end}"


def _beside(score: int, before: tuple[int, ...]) -> str:
    return f"of 100 · your best {max(score, *before)} · last {before[0]}" if before else "of 100 · your first try"


def _chosen(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Take the heaviest criteria that could be judged, in the order of the rubric."""
    judged = [finding for finding in findings if finding.outcome in ("met", "partly", "missed") and finding.weight > 0]
    heaviest = sorted(judged, key=_weight, reverse=True)[:STEPS]
    return tuple(finding for finding in judged if finding in heaviest)


def _weight(finding: Finding) -> int:
    return finding.weight


def _notices(card: Scorecard, timed: bool) -> tuple[tuple[str, str], ...]:
    fails = []
    for fail in card.auto_fails:
        quote = quote_of(fail.evidence, timed)
        words = f": {quote.text} {quote.time}".rstrip() if quote else ""
        fails.append(("This must not be said", f"{starts(one_line(fail.label))}{words}"))
    sentences = " ".join(one_line(sentence) for sentence in card.for_the_coach)
    looks = [("A coach should look", sentences)] if sentences else []
    return (*fails, *looks)
