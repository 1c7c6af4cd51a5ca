"""The summary that closes every call on the command line (its shape is promised in the contract)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from simulator.call.state import CallState
from simulator.cues.cue import ALL_SKILLS
from simulator.robots.recall import Recall
from simulator.scoring.finding import Scorecard
from simulator.scoring.voice_facts import about_voice
from simulator.scoring.wording import outcome_word
from simulator.session.marking import marked_call
from simulator.session.report_file import write_report


def summary_row(session: Path, state: CallState, card: Scorecard, report: Path | None, recall: float | None = None) -> dict[str, Any]:
    """Return the summary as a JSON object."""
    row: dict[str, Any] = {
        "type": "summary",
        "session": str(session),
        "scenario": state.scenario.id,
        "seed": state.seed,
        "ending": card.ending,
        "turns": state.story.turns,
        "temper": {"start": card.temper_start, "highest": card.temper_highest, "end": card.temper_end},
        "skills": {
            finding.id: {"outcome": finding.outcome, "evidence": len(finding.evidence)}
            for finding in card.findings
            if finding.id in ALL_SKILLS
        },
        "faults": {fault.id: len(fault.evidence) for fault in card.faults},
        "score": card.score,
        "report": str(report) if report else "",
    }
    if recall is not None:
        row["recall"] = round(recall, 3)
    return row


def print_result(session: Path, state: CallState, card: Scorecard, json_output: bool, recall: Recall | None = None) -> None:
    """Write the report of a call that is over, and print its card, or its summary as JSON.

    Raises:
        ProblemError: the disk does not take the report.
    """
    report = write_report(session)
    if json_output:
        print(json.dumps(summary_row(session, state, card, report, recall.share if recall else None), ensure_ascii=False), flush=True)
        return
    print(card_text(card, state))
    if recall is not None:
        print(f"\nThe trainee said {recall.said} words; {100 * recall.share:.1f} % of them were recognised.")
    print(f"\nSession: {session}\nReport:  {report}")


def card_text(card: Scorecard, state: CallState) -> str:
    """Return the scorecard as a page of plain text."""
    first = card.first
    lines = [
        "",
        first.headline,
        f"Score {card.score} of 100 (care {card.care}, solution {card.solution}, conduct {card.conduct})"
        f" · temper {card.temper_start} -> {card.temper_end}, highest {card.temper_highest}",
        "",
        f"Keep doing this:   {first.keep}",
    ]
    if first.keep_evidence and first.keep_evidence.quote:
        lines.append(f"                   \"{first.keep_evidence.quote}\"")
    if first.change:
        lines.append(f"Change one thing:  {first.change}")
    if first.sentence:
        lines.append(f"Try:               \"{first.sentence}\"")
    lines.append("")
    marks = {"met": "✓", "partly": "◐", "missed": "✗", "not_applicable": "–", "could_not_tell": "?"}
    for finding in card.findings:
        best = max((evidence for evidence in finding.evidence if evidence.quote), key=lambda evidence: evidence.credit, default=None)
        quote = f'"{best.quote}"' if best else ""
        word = "" if finding.outcome == "met" else outcome_word(finding)
        note = " · ".join(part for part in (word, quote) if part)
        lines.append(f"  {marks[finding.outcome]} {finding.label:34} {note}".rstrip())
    for fault in card.faults:
        quotes = ", ".join(f'"{evidence.quote or evidence.note}"' for evidence in fault.evidence)
        lines.append(f"  ! {fault.label}: {quotes}")
    lines.extend(f"  – {fact.label}: {fact.sentence}" for fact in card.voice)
    lines.extend([f"    {about_voice(card)}"] if card.voice else [])
    for failed in card.auto_fails:
        lines.append(f"  ✗ The call fails: {failed.label}: \"{failed.evidence.quote}\"")
    lines.extend(f"  A coach should look: {reason}" for reason in card.for_the_coach)
    unclear = sum(1 for reply in marked_call(state).replies if reply.unclear)
    if unclear:
        lines.append(f"  {unclear} of your replies could not be made out; nothing was scored in them.")
    return "\n".join(lines)
