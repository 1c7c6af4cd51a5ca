"""The robots that speak: what a synthetic trainee says next, given how the call stands.

Each is one of the nine without words, put into words; the calm one also uses the trainer's model answers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from simulator.call.hearing import caller_lines
from simulator.call.state import CallState
from simulator.robots.calm import calm_reply
from simulator.robots.move import Move, Standing, Trainee
from simulator.robots.trainees import TRAINEES
from simulator.robots.wording import house_words, words_of_move

#: Says this next; nothing at all for an empty text.
Bot = Callable[[CallState, int], str]


def in_words(trainee: Trainee) -> Bot:
    """Return the robot that says what this one does; it greets first, unless it never speaks."""

    def reply(state: CallState, seed: int) -> str:
        move = trainee(Standing(state.scenario, state.personality, state.story, seed))
        if move is None:
            return ""
        if not caller_lines(state):
            return house_words("greet", state, seed)
        return words_of_move(move, state, seed) or words_of_move(Move(("dismiss",)), state, seed)

    return reply


BOTS: Mapping[str, Bot] = {name: calm_reply if name == "calm" else in_words(trainee) for name, trainee in TRAINEES.items()}
