"""How the caller is spoken of on cards and in reports: she, he or they, or the first name where the file is silent."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.scenario.model import Caller

_TITLES = frozenset(["mr", "mrs", "ms", "miss", "mx", "dr", "prof"])


@dataclass(frozen=True, slots=True)
class Pronoun:
    """The forms of one pronoun; a first name is its own pronoun."""

    they: str
    them: str
    their: str
    #: True: the verb has no -s ("they trust").
    plural: bool = False

    def verb(self, plural: str, singular: str = "") -> str:
        """Return the verb's form that fits; ``singular`` only where it is not the plural with an -s."""
        return plural if self.plural else singular or f"{plural}s"


SHE = Pronoun("she", "her", "her")
HE = Pronoun("he", "him", "his")
THEY = Pronoun("they", "them", "their", plural=True)
_KNOWN = {"she": SHE, "he": HE, "they": THEY}


def pronoun_of(caller: Caller) -> Pronoun:
    """Return the pronoun of the scenario's ``pronouns`` ("she/her"), else the caller's first name."""
    name = first_name(caller)
    return known_pronoun(caller.pronouns) or Pronoun(name, name, f"{name}'s")


def known_pronoun(pronouns: str) -> Pronoun | None:
    """Return the pronoun that is written like "she/her", or None where it is none that we know."""
    return _KNOWN.get(pronouns.strip().casefold().split("/")[0])


def first_name(caller: Caller) -> str:
    """Return how the trainee may address the caller: the first name, or the whole name where it begins with a title."""
    words = caller.name.split()
    if not words:
        return "the caller"
    return " ".join(words) if words[0].casefold().rstrip(".") in _TITLES else words[0]


def capital(text: str) -> str:
    """Return the text with a capital at its start, the rest untouched."""
    return text[:1].upper() + text[1:]


def fill(template: str, pronoun: Pronoun) -> str:
    """Return the text with ``{they}``, ``{them}``, ``{their}`` and their capital forms filled in; other braces stay."""
    for name, value in (("they", pronoun.they), ("them", pronoun.them), ("their", pronoun.their)):
        template = template.replace("{" + name + "}", value).replace("{" + name.capitalize() + "}", capital(value))
    return template
