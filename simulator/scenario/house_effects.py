"""How much each skill and fault moves the caller's temper: the house's numbers, and how a caller's nature scales them (decisions 2).

Thousandths of a point. Signs and order follow the literature named in the scoring design (responsibility and repair soothe most,
blame and "calm down" anger most); the sizes are ours, set so that one good or bad sentence never decides a call. The engine moves the
temper by these numbers, and the linter foretells with the same ones how quickly a call can be lost.
"""

from __future__ import annotations

from collections.abc import Mapping

from simulator.scenario.model import Anger

#: Patience and loyalty where the file is silent, per mille.
MIDDLE = 500

SOOTHERS: Mapping[str, int] = {
    "acknowledge_feeling": -7_000,
    "apologise": -4_000,
    "admit_fault": -8_000,
    "take_ownership": -8_000,
    "paraphrase": -6_000,
    "explain_plan": -5_000,
    "offer_options": -5_000,
    "give_timeframe": -4_000,
    "give_reference": -5_000,
    "recap": -4_000,
    "let_vent": -3_000,
    "signal_listening": -2_000,
    "use_name": -2_000,
    "set_limit": -2_000,
    "greet": -1_000,
    "ask_fact": -2_000,
    "check_further": -2_000,
    "thank": -1_000,
    "teach": -1_000,
    "go_further": -3_000,
    "escalate": -4_000,
    "offer_remedy": 0,
}

TRIGGERS: Mapping[str, int] = {
    "calm_down_order": 14_000,
    "blame_caller": 16_000,
    "blame_others": 12_000,
    "dismiss": 12_000,
    "policy_shield": 9_000,
    "sarcasm": 15_000,
    "insult": 22_000,
    "non_apology": 3_000,
    "interrupt": 6_000,
    "dead_air": 5_000,
    "over_promise": 3_000,
    "forbidden_offer": 0,
    "ask_again": 4_000,
    "robotic": 2_000,
    "raise_voice": 3_000,
    "put_on_hold": 6_000,
    "end_call": 4_000,
}


def product(value: int, per_mille: int) -> int:
    """Return value × per_mille / 1000, rounded half away from zero (decisions 7)."""
    size = (abs(value) * per_mille + 500) // 1000
    return size if value >= 0 else -size


def soothers_of(anger: Anger, loyalty: int) -> dict[str, int]:
    """Return skill -> effect in thousandths of a point for a caller of this loyalty (per mille): house numbers, the file's own first."""
    return {what: product(effect, 700 + 600 * loyalty // 1000) for what, effect in {**SOOTHERS, **anger.soothers}.items()}


def triggers_of(anger: Anger, patience: int) -> dict[str, int]:
    """Return fault -> effect in thousandths of a point for a caller of this patience (per mille): house numbers, the file's own first."""
    return {what: product(effect, 1400 - 800 * patience // 1000) for what, effect in {**TRIGGERS, **anger.triggers}.items()}
