"""The calm robot in words: a trainee who does what the scenario asks for, read from the scenario and not written for one.

The planner says what is to be done, as for the robots without words. Where the trainer wrote a model answer to the caller's line, that is
said first, and only what it leaves out is added. A courtesy that the call still lacks goes along where it does no harm.
"""

from __future__ import annotations

from simulator.call.context import cues_of
from simulator.call.hearing import caller_lines, replies
from simulator.call.state import CallState
from simulator.robots.move import Move, Standing
from simulator.robots.planner import calm_move, politer
from simulator.robots.wording import house_words, words_of_move
from simulator.transcript.words import typed_words


def calm_reply(state: CallState, seed: int) -> str:
    """Return what the calm bot says now."""
    if not caller_lines(state):
        return house_words("greet", state, seed)
    standing = Standing(state.scenario, state.personality, state.story, seed)
    move = politer(standing, calm_move(standing), *_courtesies(state))
    answer = _model_answer(state)
    if not answer:
        return words_of_move(move, state, seed)
    rest = words_of_move(_left_out(move, answer, state), state, seed)
    return f"{answer} {rest}".strip()


def _courtesies(state: CallState) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the courtesies that nobody has heard yet: one to go before the matter, at the close those that go behind it."""
    scenario, heard = state.scenario, state.story.heard
    place = next(stage.place for stage in scenario.stages if stage.id == state.story.stage)
    if place == "closing":
        return (), tuple(skill for skill in ("check_further", "thank") if skill not in heard)
    admits = ("admit_fault",) if scenario.company_at_fault == "yes" else ()
    wanted = {"venting": ("apologise", *admits), "opening": ("apologise", *admits), "resolving": (*admits, "explain_plan")}
    return tuple(skill for skill in wanted.get(place, ()) if skill not in heard)[:1], ()


def _left_out(move: Move, answer: str, state: CallState) -> Move:
    """Return what the move wants and the model answer does not say; of skills beside a question or offer none is added."""
    cues = cues_of(state.scenario, " ".join(word.text for word in typed_words(answer)))
    skills, facts, remedies = ({cue.skill for cue in cues}, {cue.fact for cue in cues}, {cue.remedy for cue in cues})
    matter = bool(move.asks or move.offers)
    return Move(
        () if matter else tuple(skill for skill in move.does if skill not in skills),
        tuple(fact for fact in move.asks if fact not in facts),
        tuple(remedy for remedy in move.offers if remedy not in remedies),
    )


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
