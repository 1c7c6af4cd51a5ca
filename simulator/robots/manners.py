"""Which skills a calm agent shows in which part of a call, and which faults the rude ones commit.

The order is that of the skill guides behind the rubric: hear the caller out and show it before asking, say why while asking, say what
happens next when the matter is agreed, repeat it at the end.
"""

from __future__ import annotations

from collections.abc import Mapping

from simulator.scenario.model import Place

#: Soothing skills by place, the most natural first.
SHOWN_IN: Mapping[Place, tuple[str, ...]] = {
    "opening": ("acknowledge_feeling", "apologise", "take_ownership", "use_name"),
    "venting": ("acknowledge_feeling", "paraphrase", "take_ownership", "admit_fault", "apologise", "use_name"),
    "understanding": ("acknowledge_feeling", "use_name", "explain_plan", "signal_listening", "paraphrase", "take_ownership"),
    "resolving": ("take_ownership", "explain_plan", "give_timeframe", "acknowledge_feeling", "paraphrase", "use_name"),
    "closing": ("check_further", "thank", "use_name", "give_timeframe", "acknowledge_feeling", "take_ownership", "paraphrase"),
}

#: Everything that a calm agent may do in words when a scenario listens for it.
GOOD = frozenset(
    "greet acknowledge_feeling apologise admit_fault take_ownership paraphrase explain_plan offer_options give_timeframe give_reference "
    "recap let_vent signal_listening use_name set_limit check_further thank teach go_further escalate say_goodbye".split()
)
#: Signals that end or hand over a call: done only where the right ending waits for them.
LAST_WORDS = frozenset({"say_goodbye", "end_call", "transfer", "put_on_hold"})

#: Faults that anger anybody, without insults: of those, two can end a call at once.
RUDE = ("calm_down_order", "policy_shield", "blame_caller", "sarcasm", "dismiss", "blame_others")
ANY_RUDE = (*RUDE, "insult", "interrupt")
#: Faults that a well-meaning person commits.
SLIPS = ("calm_down_order", "policy_shield", "blame_caller", "dismiss", "blame_others", "non_apology", "interrupt", "over_promise")
#: The rest of the catalogue, for walks.
OTHER_FAULTS = ("insult", "sarcasm", "robotic", "dead_air", "raise_voice", "put_on_hold", "end_call")
