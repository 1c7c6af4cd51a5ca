"""What the optional age preset changes: how much an outcome, a clear way forward and courtesy soothe, by a fifth at most.

Off by default, chosen by the trainer and never shown as "older people are ...". Age stereotypes are poorly supported; what a study
of complaint handling found to change with age is not tolerance but what counts: the outcome most at 49 to 57, the procedure at 33 to
43, courtesy least at 33 to 43, and for many older callers being patronised hurts most (scoring 6.4). The sizes are ours; no point of the
score depends on them.
"""

from __future__ import annotations

from collections.abc import Mapping

from simulator.scenario.house_effects import product

_OUTCOME = ("offer_options", "go_further", "escalate", "offer_remedy")
_PROCEDURE = ("explain_plan", "give_timeframe", "give_reference", "recap")
_COURTESY = ("greet", "use_name", "thank", "acknowledge_feeling", "apologise", "let_vent", "signal_listening")

#: Preset -> skill -> per mille of its effect.
_FACTORS: Mapping[str, Mapping[str, int]] = {
    "young": dict.fromkeys(_PROCEDURE, 1_100),
    "middle": {**dict.fromkeys(_OUTCOME, 1_200), **dict.fromkeys(_PROCEDURE, 1_200), **dict.fromkeys(_COURTESY, 800)},
    "older": dict.fromkeys(_COURTESY, 1_200),
}


def by_age(soothers: Mapping[str, int], preset: str) -> dict[str, int]:
    """Return skill -> effect in thousandths of a point under this preset; ``off`` changes nothing."""
    factors = _FACTORS.get(preset, {})
    return {what: product(effect, factors.get(what, 1_000)) for what, effect in soothers.items()}
