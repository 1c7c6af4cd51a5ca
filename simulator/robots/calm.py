"""The calm bot: a trainee who does what the scenario asks for, read from the scenario and not written for one.

It says the model answer of the line it answers; asks for needed facts one at a time; offers what the best ending wants agreed; gives
what the best ending wants heard; and otherwise shows the caller that they were heard. It speaks the trainer's own example sentences, and
never the same one twice while another is left. A courtesy that the call still lacks goes before the matter, or behind it at the close.
"""

from __future__ import annotations

from collections.abc import Iterable

from simulator.call.chance import pick
from simulator.call.conditions import Moment, fits
from simulator.call.hearing import caller_lines, replies
from simulator.call.state import CallState
from simulator.robots.sentences import SKILLS
from simulator.scenario.model import Place, Remedy, Scenario, When


def calm_reply(state: CallState, seed: int) -> str:
    """Return what the calm bot says now."""
    if not caller_lines(state):
        return said("greet", state, seed)
    places = {stage.id: stage.place for stage in state.scenario.stages}
    place = places[state.story.stage]
    matter = _model_answer(state) or _matter(place, state, seed)
    before, behind = _courtesy(place, state, seed)
    return " ".join(part for part in (before, matter, behind) if part)


def _matter(place: Place, state: CallState, seed: int) -> str:
    match place:
        case "opening" | "venting":
            return _heard_first(state, seed)
        case "understanding":
            return _next_question(state, seed) or _next_offer(state, seed) or _heard_first(state, seed)
        case "resolving":
            return _next_offer(state, seed) or _next_question(state, seed) or _closing(state, seed)
        case _:
            return _closing(state, seed)


def _courtesy(place: Place, state: CallState, seed: int) -> tuple[str, str]:
    """Return one courtesy that the call still lacks, to be said before or behind the matter."""
    heard = state.story.heard
    at_fault = state.scenario.company_at_fault == "yes"
    match place:
        case "opening" | "venting":
            wanted = ("apologise", "admit_fault") if at_fault else ("apologise",)
        case "understanding":
            wanted = ("use_name", "signal_listening")
        case "resolving":
            wanted = ("admit_fault", "explain_plan") if at_fault else ("explain_plan",)
        case _:
            behind = [said(skill, state, seed) for skill in ("check_further", "thank") if skill not in heard]
            return "", " ".join(behind)
    skill = next((skill for skill in wanted if skill not in heard), "")
    return (said(skill, state, seed) if skill else ""), ""


def said(skill: str, state: CallState, seed: int) -> str:
    """Return a house sentence that shows this skill, one of several by seed."""
    wordings = SKILLS[skill]
    first_name = state.scenario.caller.name.split()[0]
    text = wordings[pick(seed, len(state.transcript), skill, len(wordings))]
    return text.replace("{name}", first_name).replace("{company}", state.scenario.company)


def _model_answer(state: CallState) -> str:
    """Return the model answer of the caller's last line, unless it was given already."""
    source = caller_lines(state)[-1].source
    scenario = state.scenario
    text = scenario.opening.model_answer if source == "opening" else ""
    for beat in (*scenario.beats, *scenario.reactions):
        if beat.id == source:
            text = beat.model_answer
    given = {reply.answers for reply in replies(state)}
    earlier = [line.line for line in caller_lines(state)[:-1] if line.source == source]
    return "" if not text or given.intersection(earlier) else " ".join(text.split())


def _heard_first(state: CallState, seed: int) -> str:
    first = "acknowledge_feeling" if "apologise" in state.story.heard else "apologise"
    return f"{said(first, state, seed)} {said('take_ownership', state, seed)}"


def _next_question(state: CallState, seed: int) -> str:
    wanted = _wanted_facts(state)
    for fact in state.scenario.facts:
        if fact.id in wanted and fact.id not in state.story.known:
            return sayable(fact.ask_like, state, seed)
    return ""


def _wanted_facts(state: CallState) -> set[str]:
    scenario = state.scenario
    wanted = {fact.id for fact in scenario.facts if fact.needed}
    for remedy in wanted_remedies(scenario):
        wanted.update(remedy.needs)
    return wanted


def wanted_remedies(scenario: Scenario) -> tuple[Remedy, ...]:
    """Return the remedies that the best ending wants agreed, in the order of the file."""
    named = {name for ending in scenario.best_endings()[:1] for name in _named(ending.when, ("agreed", "agreed_all", "agreed_any"))}
    return tuple(remedy for remedy in scenario.policy.remedies if remedy.id in named and remedy.agent_may != "never")


def _next_offer(state: CallState, seed: int) -> str:
    for remedy in wanted_remedies(state.scenario):
        if remedy.id in state.story.agreed:
            continue
        if state.story.known.issuperset(remedy.needs):
            return sayable(remedy.offer_like, state, seed)
        question = _question_for(state, remedy, seed)
        if question:
            return question
    return ""


def _question_for(state: CallState, remedy: Remedy, seed: int) -> str:
    for fact in state.scenario.facts:
        if fact.id in remedy.needs and fact.id not in state.story.known:
            return sayable(fact.ask_like, state, seed)
    return ""


def _closing(state: CallState, seed: int) -> str:
    """Say what the best ending still wants heard; then whether anything is open; then goodbye."""
    scenario = state.scenario
    wanted = [name for ending in scenario.best_endings()[:1] for name in _named(ending.when, ("heard_before", "heard_before_all", "heard"))]
    for skill in wanted:
        if skill not in state.story.heard:
            return _skill_sentence(skill, state, seed)
    for skill in ("give_timeframe", "check_further", "thank"):
        if skill not in state.story.heard:
            return said(skill, state, seed)
    if _fits_any_ending(state):
        return said("say_goodbye", state, seed)
    return _heard_first(state, seed)


def _fits_any_ending(state: CallState) -> bool:
    moment = Moment(heard=("say_goodbye",))
    return any(fits(ending.when, state.story, moment) for ending in state.scenario.endings)


def _skill_sentence(skill: str, state: CallState, seed: int) -> str:
    if skill == "recap":
        return _recap(state)
    for must in state.scenario.policy.must_say:
        if must.id in (skill, skill.removeprefix("give_")):
            return sayable(must.like, state, seed)
    return said(skill, state, seed) if skill in SKILLS else said("take_ownership", state, seed)


def _recap(state: CallState) -> str:
    agreed = [remedy for remedy in state.scenario.policy.remedies if remedy.id in state.story.agreed]
    plan = " and ".join(_without_brackets(remedy.label).lower() for remedy in agreed) or "I will look into this for you"
    return f"So let me go over it once more, what we agreed is {plan}."


def _without_brackets(text: str) -> str:
    return text.split("(")[0].strip()


def _named(when: When, words: Iterable[str]) -> tuple[str, ...]:
    found: list[str] = []
    for condition in when.conditions:
        if condition.word in words:
            found.extend(condition.ids)
        if condition.word == "any_of" and condition.branches:
            found.extend(_named(condition.branches[0], words))
    return tuple(found)


def sayable(sentences: tuple[str, ...], state: CallState, seed: int) -> str:
    """Return one of the sentences, by seed, and not one that was said already while another is left.

    Those with figures or capital letters in a row are passed over where others exist: a recogniser writes numbers as words and cannot
    know abbreviations, so such a sentence would count against it.
    """
    plain = tuple(text for text in sentences if not any(char.isdigit() for char in text) and not _has_abbreviation(text))
    choice = plain or sentences
    at = pick(seed, 0, choice[0], len(choice))
    said_before = [reply.text for reply in replies(state)]
    in_turn = [choice[(at + step) % len(choice)] for step in range(len(choice))]
    return min(in_turn, key=lambda text: sum(1 for old in said_before if _mostly_said(text, old)))


def _mostly_said(text: str, heard: str) -> bool:
    """Return whether a recognised reply holds most words of this sentence."""
    words = set(text.lower().replace("?", "").replace(".", "").replace(",", "").split())
    return 3 * len(words & set(heard.lower().split())) >= 2 * len(words)


def _has_abbreviation(text: str) -> bool:
    return any(len(word) > 1 and word.isupper() for word in text.replace("?", " ").replace(".", " ").split())
