"""A scenario small enough to hold in the head: a parcel, two stages, one remedy."""

from __future__ import annotations

from dataclasses import replace

from simulator.scenario.model import (
    ANY_MOOD,
    Anger,
    Beat,
    Caller,
    Condition,
    Ending,
    Fact,
    Opening,
    Policy,
    Remedy,
    Rubric,
    Say,
    Scenario,
    SilenceStep,
    Stage,
    When,
)


def when(**words: object) -> When:
    """Return a ``when`` written as in a file: ``when(heard="apologise", anger_at_most=50)``."""
    return When(tuple(_condition(word, value) for word, value in words.items()))


def _condition(word: str, value: object) -> Condition:
    match value:
        case str():
            return Condition(word, (value,))
        case int() if word.startswith("anger"):
            return Condition(word, number=value * 1000)
        case int():
            return Condition(word, number=value)
        case (str(), int()):
            return Condition(word, (value[0],), value[1])
        case [When(), *_]:
            return Condition(word, branches=tuple(value))
        case _:
            return Condition(word, tuple(value))  # type: ignore[call-overload]


def say(text: str = "", **moods: str) -> Say:
    """Return lines: one for any mood, or one a mood."""
    return Say({ANY_MOOD: (text,)} if text else {mood: (line,) for mood, line in moods.items()})


def parcel(**changes: object) -> Scenario:
    """Return the parcel scenario with these parts replaced."""
    scenario = Scenario(
        id="late-parcel",
        version="1.0.0",
        title="The parcel that never came",
        language="en-US",
        caller=Caller("Robin Vale", "the parcel", pronouns="they/them", patience=500, loyalty=500),
        company_at_fault="yes",
        fault_is="The driver left the parcel at the wrong door.",
        company="Swift Parcels",
        anger=Anger(start=70_000, per_minute_unsolved=0),
        facts=(Fact("number", "Parcel number", "four four two", ("What is the parcel number?",), needed=True),),
        policy=Policy(
            remedies=(
                Remedy("resend", "Send it again", "grant", ("I will send it again today.",), needs=("number",)),
                Remedy("cash", "Cash", "never", ("We will pay you cash for this.",)),
            )
        ),
        stages=(
            Stage("venting", "venting", done_when=when(anger_at_most=60)),
            Stage("fixing", "resolving", done_when=when(agreed="resend"), back_to="venting", back_when=when(anger_at_least=85)),
            Stage("closing", "closing"),
        ),
        opening=Opening(say("Where is my parcel?")),
        beats=(
            Beat("why", say(angry="Do you hear me?", irritated="Well?", furious="Listen!"), "venting", repeat=True),
            Beat("softens", say("All right, go on."), "venting", when(heard="take_ownership"), anger=-4_000, go_to="fixing"),
            Beat("tells", say("Four four two."), "fixing", when(asked="number"), reveals=("number",)),
            Beat("takes", say("Yes, send it."), "fixing", when(offered="resend", anger_at_most=75), repeat=True, agrees_to="resend"),
            Beat("waits", say("And now?"), "fixing", repeat=True),
            Beat("bye", say("Anything more?"), "closing", repeat=True),
        ),
        reactions=(Beat("snaps", say("Do not tell me to calm down!"), "", when(heard="calm_down_order"), repeat=True),),
        silence=(
            SilenceStep(5_000, say("Hello?")),
            SilenceStep(11_000, say("Are you there?"), anger=4_000),
            SilenceStep(20_000, say("Hello!"), anger=8_000),
        ),
        unclear=say("Say that again?"),
        endings=(
            Ending("hung-up", "hung_up", when(anger_at_least=96), say=say("Goodbye!")),
            Ending("solved", "resolved", when(agreed="resend", heard="say_goodbye"), best=True, say=say("Thank you. Bye.")),
        ),
        rubric=Rubric(),
        sha256="0" * 64,
    )
    return replace(scenario, **changes)  # type: ignore[arg-type]
