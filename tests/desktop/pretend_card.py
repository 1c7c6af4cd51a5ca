"""The scorecard of the pretend call: all 24 rows with the evidence that a trainee would read."""

from __future__ import annotations

from simulator.scoring.finding import (
    Evidence,
    Fault,
    Finding,
    FirstWords,
    Line,
    Outcome,
    Scorecard,
)
from simulator.scoring.pronouns import SHE
from simulator.scoring.wording import label

#: Id, line, weight, outcome, credit, quote, moment, note.
_ROWS: tuple[tuple[str, Line, int, Outcome, int, str, int, str], ...] = (
    ("greet", "care", 2, "met", 1000, "good morning you are speaking with sam how can i help", 1_200, ""),
    ("stay_calm", "care", 7, "met", 1000, "", 0, ""),
    ("let_vent", "care", 6, "partly", 500, "", 20_600, "you began 1.4 s before she ended"),
    ("signal_listening", "care", 3, "met", 1000, "i see go on", 61_000, ""),
    ("use_name", "care", 2, "met", 1000, "dana", 197_000, ""),
    ("acknowledge_feeling", "care", 7, "met", 1000, "nine days of waiting would wear anybody out", 52_000, ""),
    ("apologise", "care", 5, "met", 1000, "i'm sorry we left you with that", 191_000, ""),
    ("admit_fault", "care", 6, "met", 1000, "this was our mistake the payment went through twice", 242_000, ""),
    (
        "ask_fact",
        "solution",
        5,
        "partly",
        500,
        "which dates do you see the two charges on",
        209_000,
        "she had told the dates before",
    ),
    ("paraphrase", "solution", 5, "met", 1000, "that's two calls already and nine days of waiting", 191_000, ""),
    ("take_ownership", "solution", 5, "met", 1000, "i'm rushing that refund back to your card right now", 226_000, ""),
    ("offer_remedy", "solution", 8, "met", 1000, "i'm rushing that refund back to your card", 226_000, ""),
    ("fair_remedy", "solution", 3, "met", 1000, "", 240_000, "$148.60 agreed, within policy"),
    ("offer_options", "solution", 3, "missed", 0, "", 0, ""),
    ("explain_plan", "solution", 4, "partly", 500, "i'm sending your bank fee to review", 232_000, ""),
    ("give_timeframe", "solution", 5, "missed", 0, "", 0, ""),
    ("no_blame", "conduct", 5, "met", 1000, "", 0, ""),
    ("not_dismissive", "conduct", 4, "met", 1000, "", 0, ""),
    ("not_robotic", "conduct", 3, "partly", 500, "which dates do you see", 209_000, "asked before"),
    ("right_order", "conduct", 3, "met", 1000, "", 191_000, "you listened before you offered"),
    ("escalate", "solution", 3, "not_applicable", 0, "", 0, ""),
    ("keep_moving", "solution", 2, "met", 1000, "", 0, ""),
    ("check_further", "conduct", 2, "missed", 0, "", 0, ""),
    ("thank", "conduct", 2, "could_not_tell", 0, "", 0, ""),
)
_MISSING = {
    "let_vent": ("Room for her to finish the complaint.", "Go on, I'm writing this down."),
    "ask_fact": ("Facts asked once, one at a time.", "You said the third and the fourth. Is that right?"),
    "offer_options": ("Two ways to choose from.", "I can rush it to the card, or credit your next bill. Which suits you?"),
    "explain_plan": (
        "The steps in their order.",
        "First I enter the refund, then I open the fee review, and you get both numbers by text.",
    ),
    "give_timeframe": ("A day or a time.", "It will be on your card by Thursday at the latest."),
    "not_robotic": ("Words of your own.", ""),
    "check_further": ("One question before the goodbye.", "Is there anything else that is open for you?"),
}


def pretend_card() -> Scorecard:
    """Return the card of a call that went from 74 to 28."""
    findings = tuple(_finding(*row) for row in _ROWS)
    evidence = {finding.id: finding.evidence[0] for finding in findings if finding.evidence}
    first = FirstWords(
        headline="She stayed, and she trusts the plan.",
        keep="You said plainly that it was our mistake.",
        keep_evidence=evidence["admit_fault"],
        change="Let her finish before you ask.",
        change_evidence=evidence["let_vent"],
        sentence="Go on, I'm writing this down.",
    )
    faults = (
        Fault("interrupt", label("interrupt", SHE), (evidence["let_vent"],)),
        Fault(
            "ask_again",
            label("ask_again", SHE),
            (Evidence(3, "which dates do you see", 209_000, 213_000, "ask_again", "sure", 0),),
        ),
    )
    return Scorecard(
        "billing-double-charge", "", "house", 74, 68, 81, 73, 70, True, findings, faults, (), (), first, "resolved", "resolved",
        "Which of your sentences did she repeat back to you? That is the one that worked.", 74, 82, 28, 9,
        ("Loudness is not measured in this version; that row counts for nobody.",),
    )  # fmt: skip


def _finding(what: str, line: Line, weight: int, outcome: Outcome, credit: int, quote: str, at_ms: int, note: str) -> Finding:
    evidence = (Evidence(2, quote, at_ms, at_ms + 3_000, f"{what}: words like these", "sure", credit, note),) if quote or note else ()
    missing, better = _MISSING.get(what, ("", ""))
    return Finding(what, label(what, SHE), line, weight, outcome, credit, evidence, missing, better)
