"""A sentence to try, filled from this scenario: its own words where it has any for this, else the rubric's phrase.

Placeholders are filled from the caller, the policy and the facts; a phrase with one that this call cannot fill is passed over
for the next, so nobody ever reads a brace.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from simulator.cues.spot import spot
from simulator.scenario.model import Remedy
from simulator.scoring.call_view import CallView, piece
from simulator.scoring.pronouns import capital, fill, first_name
from simulator.scoring.remedy import grantable
from simulator.scoring.rubric import Row

_BRACKETS = re.compile(r"\s*\([^()]*\)")
_PLACEHOLDER = re.compile(r"\{([a-z0-9_.-]+)\}")
#: Rows for which the scenario's own sentences say more than the house's phrase.
_IN_OWN_WORDS = frozenset({"give_timeframe", "give_reference"})
#: A fact of fewer words is a number or a name, which nobody plays back as a story.
_TOLD_WORDS = 3
_MOST_TOLD = 2


def better_for(row: Row, view: CallView) -> str:
    """Return a sentence to try for this row, or nothing where no phrase can be filled; a trainer's own phrase comes first."""
    values = _values(view)
    own = view.scenario.cues.get(row.id)
    if own is not None and own.better_phrase and (text := filled(own.better_phrase, values, view)):
        return text
    own_words = (model_answer_for(row.id, view) or _own_sentence(row.id, view)) if row.model_answer else ""
    if own_words:
        return own_words
    return next((text for phrase in row.better if (text := filled(phrase, values, view))), "")


def _own_sentence(what: str, view: CallView) -> str:
    """Return a sentence of the scenario itself that does this: one that it requires, else one that offers what may be given.

    "By five o'clock tomorrow" helps nobody who waits for a refund in two days.
    """
    if what not in _IN_OWN_WORDS:
        return ""
    required = (text for must in view.scenario.policy.must_say for text in must.like)
    texts = (text for text in (*required, *_offers(view)) if text.endswith((".", "!")))
    return next((text for text in texts if any(cue.skill == what and cue.certainty == "sure" for cue in spot(text))), "")


def model_answer_for(what: str, view: CallView) -> str:
    """Return the model answer to the first line of this call that waited for the skill, or nothing."""
    for line in view.call.lines:
        source = piece(view.scenario, line.source)
        if source is not None and what in source.watch_for and source.model_answer:
            return " ".join(source.model_answer.split())
    return ""


def filled(phrase: str, values: Mapping[str, str], view: CallView) -> str:
    """Return the phrase with every placeholder filled, or nothing where one has no value."""
    phrase = fill(phrase, view.person)
    if any(not values.get(name) for name in _PLACEHOLDER.findall(phrase)):
        return ""
    return _PLACEHOLDER.sub(lambda found: values[found.group(1)], phrase)


def _values(view: CallView) -> Mapping[str, str]:
    scenario = view.scenario
    values = {
        "caller": first_name(scenario.caller),
        "company": scenario.company,
        "fault": _sentence(scenario.fault_is),
        "told": _told(view),
        "ask": _ask(view),
        "offer": next(iter(_offers(view)), ""),
    }
    options = [_spoken(remedy) for remedy in grantable(view)][:2]
    if len(options) == 2:
        values["option_1"], values["option_2"] = options
    values.update((f"fact.{fact.id}", fact.value) for fact in scenario.facts)
    values.update((f"remedy.{remedy.id}", _spoken(remedy)) for remedy in grantable(view))
    return {name: " ".join(value.split()) for name, value in values.items()}


def _sentence(text: str) -> str:
    text = text.strip()
    return f"{capital(text)}." if text and text[-1] not in ".!?" else capital(text)


def _told(view: CallView) -> str:
    """Return what the caller has told so far, as far as it is a story and no identification."""
    secret = set(view.scenario.policy.verify_first)
    facts = (fact for fact in view.scenario.facts if fact.id in view.call.known and fact.id not in secret)
    return "; ".join([fact.value for fact in facts if len(fact.value.split()) >= _TOLD_WORDS][:_MOST_TOLD])


def _ask(view: CallView) -> str:
    """Return a question for a needed fact that is still open, else for any that is."""
    missing = [fact for fact in view.scenario.facts if fact.id not in view.call.known and fact.ask_like]
    needed = [fact for fact in missing if fact.needed]
    return next((fact.ask_like[0] for fact in (*needed, *missing)), "")


def _offers(view: CallView) -> Iterable[str]:
    """Yield offers that the policy lets the trainee make and that are not agreed yet, grants before reviews."""
    agreed = {each.remedy for each in view.call.agreed}
    for remedy in sorted(grantable(view), key=lambda remedy: remedy.agent_may != "grant"):
        if remedy.id not in agreed and remedy.offer_like:
            yield remedy.offer_like[0]


def _spoken(remedy: Remedy) -> str:
    """Return the label as one would say it: what stands in brackets is for the eye, and no promise."""
    return _BRACKETS.sub("", remedy.label)
