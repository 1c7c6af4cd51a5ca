"""The words of a line: which wording in which mood, and its placeholders filled in."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.scenario.model import ANY_MOOD, Anger, Say, Scenario


def line_for(say: Say, mood: str, anger: Anger, times_taken: int) -> str:
    """Return the line for the mood, else that of the nearest mood (the calmer one of two); a list rotates."""
    lines = lines_in(say, mood, anger)
    return lines[times_taken % len(lines)] if lines else ""


def lines_in(say: Say, mood: str, anger: Anger) -> tuple[str, ...]:
    """Return the wordings for the mood, else those of the nearest mood (the calmer one of two)."""
    lines = say.lines.get(mood) or say.lines.get(ANY_MOOD)
    if lines or not say.lines:
        return lines or ()
    order = list(anger.moods)
    at = order.index(mood) if mood in order else 0
    nearest = min(
        (name for name in say.lines if name in order),
        key=lambda name: (abs(order.index(name) - at), order.index(name)),
        default=next(iter(say.lines)),
    )
    return say.lines[nearest]


def filled(text: str, scenario: Scenario) -> str:
    """Return the text with its placeholders looked up; an unknown one stays as it is."""
    if "{" not in text:
        return text
    for name, value in _placeholders(scenario):
        text = text.replace("{" + name + "}", value)
    return text


def _placeholders(scenario: Scenario) -> Iterable[tuple[str, str]]:
    yield "caller", scenario.caller.name
    yield "company", scenario.company
    for fact in scenario.facts:
        yield f"fact.{fact.id}", fact.value
    for remedy in scenario.policy.remedies:
        yield f"remedy.{remedy.id}", remedy.label
