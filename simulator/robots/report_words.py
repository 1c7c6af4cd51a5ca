"""The words of the robots' report: what gates promise and what robots do."""

from __future__ import annotations

from collections.abc import Mapping

#: Gate -> what it promises (scenario-format 5.4).
PROMISES: Mapping[str, str] = {
    "G1": "An agent who handles the call calmly and correctly reaches the best ending, from the start.",
    "G2": "From anywhere that is not too late, calm handling still reaches the best ending.",
    "G3": "An agent who is rude from the start is hung up on.",
    "G4": "An agent who turns rude later is hung up on, too, and never reaches the best ending.",
    "G5": "The caller always has something to say.",
    "G6": "No cheap trick wins: not silence, not sorry alone, not a list of questions.",
    "G7": "The call forgives: an agent who slips one time in four mostly reaches the best ending.",
    "G8": "With sentences and the program's ears in the loop, calm agents still get there and rude ones do not.",
}

#: Robot trainee -> what it does (scenario-format 5.2).
DOES: Mapping[str, str] = {
    "calm": "The best skill for the stage, one question at a time, the best allowed remedy",
    "rude": "A fault every turn",
    "silent": "Says nothing",
    "sorry-only": "Apologises every turn, and nothing else",
    "form-filler": "Asks every fact in order, without a kind word",
    "slow": "Takes the first allowed remedy, not the best one",
    "promiser": "Offers everything, the forbidden things too",
    "slips": "Calm, but one turn in four is a fault",
    "random-rude": "Any fault, in any order",
}


def many(number: int, word: str, plural: str = "") -> str:
    """Return "1 line", "2 lines"; a number of more than three figures with its comma."""
    return f"{number:,} {word if number == 1 else plural or word + 's'}"
