"""How the caller's temper moves in one turn, with the reason for every part of it.

Theory: each id heard has an effect (house default or the scenario's own), scaled by the caller's personality. The same skill again
within three turns counts ``repeat_discount``; a "possible" one counts half; a stock phrase nothing. An admission of fault soothes only
where the company is at fault, or partly and the named part is admitted. The minutes add ``per_minute_unsolved`` until something is
agreed. The sum is limited per turn and the result stays between ``calmest`` and 100. Faults are not discounted by repetition.
"""

from __future__ import annotations

from simulator.call.personality import Personality
from simulator.call.signals import Signals
from simulator.call.state import Cause, Story
from simulator.scenario.house_effects import product
from simulator.scenario.model import Anger, Scenario

MOST = 100_000
#: The same skill within this many turns counts as said again (scenario-format 3.4).
REPEAT_TURNS = 3
MINUTE_MS = 60_000


def clamp(temper: int, anger: Anger) -> int:
    """Return the temper within ``calmest`` and 100 points."""
    return max(anger.calmest, min(MOST, temper))


def mood_of(temper: int, anger: Anger) -> str:
    """Return the name of the mood at this temper (rounded to whole points, as everywhere)."""
    rounded = (temper + 500) // 1000 * 1000
    name = ""
    for mood, start in anger.moods.items():
        if not name or rounded >= start:
            name = mood
    return name


def voice_mood(temper: int) -> str:
    """Return how a line is said at this temper (thousandths): the four moods that voices know, whatever a file calls its own."""
    points = (temper + 500) // 1000
    return "furious" if points >= 80 else "angry" if points >= 55 else "irritated" if points >= 30 else "calm"


def causes_of(signals: Signals, story: Story, scenario: Scenario, personality: Personality, turn_ms: int) -> tuple[Cause, ...]:
    """Return each part of the movement by name; ``story`` is the one before this reply was booked."""
    causes = [cause for what in signals.heard if (cause := _cause(what, signals, story, scenario, personality)) is not None]
    if not story.agreed and scenario.anger.per_minute_unsolved and turn_ms > 0:
        effect = (scenario.anger.per_minute_unsolved * turn_ms + MINUTE_MS // 2) // MINUTE_MS
        if effect:
            causes.append(Cause("unsolved", effect))
    return tuple(causes)


def _cause(what: str, signals: Signals, story: Story, scenario: Scenario, personality: Personality) -> Cause | None:
    soothes = personality.soothers.get(what, 0)
    angers = personality.triggers.get(what, 0)
    if what == "dead_air" and scenario.silence:
        return None  # the silence steps have moved the temper already (decisions 2)
    effect, note = soothes + angers, ""
    if not effect:
        return None
    if what in signals.stock:
        return Cause(what, 0, "stock phrase")
    if what == "admit_fault" and not _admission_counts(scenario, signals):
        return Cause(what, 0, "not the company's fault")
    if what in signals.possible:
        effect, note = product(effect, 500), "possible"
    last = story.last_heard.get(what)
    if soothes and last is not None and story.turns + 1 - last <= REPEAT_TURNS:
        effect, note = product(effect, scenario.anger.repeat_discount), "said again"
    return Cause(what, effect, note)


def _admission_counts(scenario: Scenario, signals: Signals) -> bool:
    if scenario.company_at_fault == "yes":
        return True
    return scenario.company_at_fault == "partly" and signals.names_fault


def moved(temper: int, causes: tuple[Cause, ...], anger: Anger) -> int:
    """Return the temper after these causes, within the limits of one turn."""
    total = sum(cause.effect for cause in causes)
    total = max(-anger.most_down_per_turn, min(anger.most_up_per_turn, total))
    return clamp(temper + total, anger)
