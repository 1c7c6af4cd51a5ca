"""How the caller is spoken of: name, initials, and the pronouns of the file."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.scenario.model import Caller
from simulator.scoring.pronouns import capital, first_name, pronoun_of
from simulator.transcript.literal import one_line


@dataclass(frozen=True, slots=True)
class Person:
    """A caller in words."""

    name: str
    #: How the trainee may address the caller: the first name, or the whole name where it begins with a title.
    first: str
    initials: str
    #: she, he, they, or the first name where the file gives no pronouns.
    subject: str
    #: her, him, them.
    whom: str
    #: her, his, their.
    whose: str


def person_of(caller: Caller) -> Person:
    """Return how to speak of this caller."""
    name = one_line(caller.name)
    words = [word for word in name.split() if not word.endswith(".")] or ["?"]
    initials = (words[0][:1] + (words[-1][:1] if len(words) > 1 else "")).upper()
    pronoun = pronoun_of(caller)
    return Person(
        name, one_line(first_name(caller)), initials, one_line(pronoun.they), one_line(pronoun.them), one_line(pronoun.their)
    )


def starts(text: str) -> str:
    """Return the text with a capital at its start, the rest untouched."""
    return capital(text)
