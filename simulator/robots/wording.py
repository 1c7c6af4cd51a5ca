"""The words of a robot: a move as the sentences that a trainee would say.

The scenario's own examples come first (``ask_like``, ``offer_like``, ``must_say``, ``never_say``), then the house sentences. A paraphrase
and a recap are put together from the scenario. Several wordings each, by seed, and none twice while another is left.
"""

from __future__ import annotations

import re

from simulator.call.chance import pick
from simulator.call.hearing import replies
from simulator.call.state import CallState
from simulator.robots.move import Move
from simulator.robots.sentences import FAULTS, SKILLS
from simulator.scenario.model import Scenario

#: Behaviour that the ears measure in time and loudness; there are no words for it.
WORDLESS = frozenset("let_vent interrupt dead_air raise_voice robotic ask_again".split())
_OWN = {"her": "your", "his": "your", "their": "your", "she": "you", "he": "you", "they": "you", "him": "you", "them": "you"}


def words_of_move(move: Move, state: CallState, seed: int) -> str:
    """Return the reply that makes this move; empty where it has no words."""
    does = [sentence for skill in move.does if (sentence := skill_words(skill, state, seed))]
    scenario = state.scenario
    asks = [sayable(fact.ask_like, state, seed) for fact in scenario.facts if fact.id in move.asks]
    offers = [sayable(remedy.offer_like, state, seed) for remedy in scenario.policy.remedies if remedy.id in move.offers]
    return " ".join((*does, *offers, *asks))


def skill_words(skill: str, state: CallState, seed: int) -> str:
    """Return a sentence that shows this skill, or commits this fault."""
    scenario = state.scenario
    if skill in WORDLESS:
        return ""
    for must in scenario.policy.must_say:
        if must.id in (skill, skill.removeprefix("give_")):
            return sayable(must.like, state, seed)
    for never in scenario.policy.never_say:
        if never.id == skill:
            return sayable(never.like, state, seed)
    if skill == "recap":
        return _recap(state)
    if skill == "paraphrase":
        return paraphrase(scenario)
    if skill == "acknowledge_feeling" and pick(seed, len(state.transcript), "feeling", 3):
        return _feeling(scenario)
    if skill == "admit_fault" and scenario.company_at_fault == "partly" and scenario.fault_is:
        return f"You are right about that part, and it was our mistake. {scenario.fault_is}"
    return house_words(skill, state, seed)


def house_words(skill: str, state: CallState, seed: int) -> str:
    """Return a house sentence for this skill or fault, one of several by seed."""
    wordings = SKILLS.get(skill) or FAULTS.get(skill) or SKILLS["take_ownership"]
    first_name = state.scenario.caller.name.split()[0]
    text = wordings[pick(seed, len(state.transcript), skill, len(wordings))]
    return text.replace("{name}", first_name).replace("{company}", state.scenario.company)


def _feeling(scenario: Scenario) -> str:
    """Return empathy that names the caller's own matter: without it, it would count as a stock phrase."""
    if scenario.fault_is and scenario.company_at_fault == "yes":
        return f"I can hear how frustrating it is that {_told(scenario.fault_is)}"
    return f"I can hear how upsetting this is for you, when all you want is {_told(_wish(scenario))}"


def paraphrase(scenario: Scenario) -> str:
    """Return the caller's matter in the caller's own particulars, as far as the scenario names it."""
    if scenario.fault_is and scenario.company_at_fault == "yes":
        return f"So if I understand you right, {_told(scenario.fault_is)}"
    return f"So if I understand you right, what you want is {_told(_wish(scenario))}"


def _wish(scenario: Scenario) -> str:
    """Return what the caller wants, spoken to the caller."""
    return " ".join(_OWN.get(word.lower(), word) for word in scenario.caller.wants.split())


def _told(text: str) -> str:
    """Return the text as the end of a sentence: without the parts behind a comma that the recogniser would write otherwise."""
    whole = text.rstrip(". ")
    parts = [part for part in whole.split(", ") if _is_plain(part)] if _is_plain(whole.split(", ")[0]) else [whole]
    told = ", ".join(parts)
    # A name, or "I", keeps its capital; so does a figure, which has none.
    small = told if told[1:2].isupper() or told[:2] == "I " else told[:1].lower() + told[1:]
    return f"{small}."


def _recap(state: CallState) -> str:
    agreed = [remedy for remedy in state.scenario.policy.remedies if remedy.id in state.story.agreed]
    plan = " and ".join(_without_brackets(remedy.label).lower() for remedy in agreed) or "I will look into this for you"
    return f"So let me go over it once more, what we agreed is {plan}."


def _without_brackets(text: str) -> str:
    return text.split("(")[0].strip()


def sayable(sentences: tuple[str, ...], state: CallState, seed: int) -> str:
    """Return one of the sentences, by seed, and not one that was said already while another is left.

    Those with figures or capital letters in a row are passed over where others exist: a recogniser writes numbers as words and cannot
    know abbreviations, so such a sentence would count against it.
    """
    plain = tuple(text for text in sentences if _is_plain(text))
    choice = plain or sentences
    at = pick(seed, 0, choice[0], len(choice))
    said_before = [reply.text for reply in replies(state)]
    in_turn = [choice[(at + step) % len(choice)] for step in range(len(choice))]
    return min(in_turn, key=lambda text: sum(1 for old in said_before if _mostly_said(text, old)))


def _mostly_said(text: str, heard: str) -> bool:
    """Return whether a recognised reply holds most words of this sentence."""
    words = set(re.sub(r"[?.,]", "", text.lower()).split())
    return 3 * len(words & set(heard.lower().split())) >= 2 * len(words)


def _is_plain(text: str) -> bool:
    """Return whether there are no figures and no capital letters in a row in it."""
    words = re.sub(r"[?.,]", " ", text).split()
    return not any(char.isdigit() for char in text) and not any(len(word) > 1 and word.isupper() for word in words)
