"""Use the caller's name, also where the recogniser could only write what it sounded like ("wit lock").

The agent's own name in a greeting is none, and neither is a name that is an ordinary word ("will") unless it stands where
people address each other.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from simulator.cues.candidate import Candidate
from simulator.cues.cue import CueContext
from simulator.cues.phrase import phrase
from simulator.cues.word_kinds import FUNCTION_WORDS
from simulator.transcript.normalise import MARKS, Normalised, normalise

_TITLES = frozenset("mr mrs ms miss dr madam sir lady doctor professor".split())
_GREETERS = frozenset(
    "hi hello hey thanks thank you okay right sorry yes no sure please morning afternoon evening well so".split()
)
_ORDINARY = FUNCTION_WORDS | frozenset(
    "mark bill grace rose art sue may june april faith hope joy jack rob frank pat drew chase dean guy "
    "miles grant page young long price "
    "day king brown white black green cook baker ray ned gene summer autumn dawn olive ivy heather "
    "holly violet daisy lily hunter "
    "mason carter taylor walker hall wood woods stone field fields bell banks park parks rice berry fox "
    "wolf best love ford case "
    "church church lane street bridge rivers marsh hill hills west north east power powers small little "
    "short swift wise bright".split()
)
_OWN = phrase(
    "my name is|name is|this is|i am|it is|you are (?:speaking|through|talking|chatting) (?:to|with)|"
    "speaking (?:to|with)|by|from|colleague|manager|supervisor|agent|called"
)
#: After these words people say a name.
_CALLING = re.compile(r"(?:^|\b)(?:thank you|thanks|hi|hello|hey|mr|mrs|ms|miss)$")
_SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("^(?:wh)", "w"),
        ("^(?:kn|gn|pn)", "n"),
        ("^wr", "r"),
        ("^ps", "s"),
        ("^x", "s"),
        ("mb$", "m"),
        ("tch", "x"),
        ("sch", "sk"),
        ("ph", "f"),
        ("gh(?=t|$)", ""),
        ("gh", "k"),
        ("ck", "k"),
        ("[sz]h|ch|tio|sio|cz|cs", "x"),
        ("th", "t"),
        ("dg", "x"),
        ("c(?=[eiy])", "s"),
        ("[cq]", "k"),
        ("x(?!$)", "x"),
        ("z", "s"),
        ("v", "f"),
        ("d", "t"),
        ("b", "p"),
        ("g", "k"),
        ("j", "x"),
        ("(?<=.)[hwy]", ""),
        ("^[aeiou]+", "a"),
        ("(?<=.)[aeiou]+", ""),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=4096)
def sound_key(word: str) -> str:
    """Return a rough key of how a word sounds: consonants, voiced and voiceless taken together."""
    key = "".join(letter for letter in word if letter.isalpha())
    for pattern, sound in _SOUNDS:
        key = pattern.sub(sound, key)
    return key


@lru_cache(maxsize=4096)
def sounds_like_called(name: str, heard: str) -> bool:
    """Return whether a word may be this name where only a name can stand ("thank you donna" for Dana): alike in sound is enough."""
    if len(name) < 3 or heard in _ORDINARY or not 0 <= len(heard) - len(name) <= 2:
        return False
    return sound_key(name) == sound_key(heard) and name[0] == heard[0] and Levenshtein.normalized_similarity(name, heard) >= 0.5


@lru_cache(maxsize=4096)
def sounds_like(name: str, heard: str) -> bool:
    """Return whether the recogniser may have written ``heard`` (blanks left out) for this name."""
    if name == heard:
        return True
    if len(name) < 4 or not 0.6 <= len(heard) / len(name) <= 1.6 or heard in _ORDINARY:
        return False
    alike = Levenshtein.normalized_similarity(name, heard)
    if sound_key(name) == sound_key(heard):
        return alike >= (0.55 if len(sound_key(name)) >= 3 else 0.75)
    return len(name) >= 5 and alike >= 0.8


def _addressed(text: Normalised, first: int, last: int) -> bool:
    """Return whether a word here can be an address: after a title, a greeting or a comma, or alone at a rim of the sentence."""
    before = text.words[first - 1] if first else "."
    after = text.words[last] if last < len(text.words) else "."
    bordered = text.tokens[first].border or (last < len(text.words) and text.tokens[last].border)
    return (
        before in _TITLES
        or before in _GREETERS - {"so", "you", "well"}
        or bordered
        or (after in MARKS and before not in _ORDINARY)
    )


def _is_own(text: Normalised, first: int) -> bool:
    return any(
        _OWN.fullmatch(" ".join(text.words[max(first - size, 0) : first])) for size in (1, 2, 3, 4) if first >= size
    ) and "am i" not in " ".join(text.words[max(first - 4, 0) : first])


def find(text: Normalised, context: CueContext) -> list[Candidate]:
    """Return the places where the caller's first or last name is spoken."""
    names = [
        word for word in normalise(context.caller_name).words if word not in _TITLES and word not in MARKS and len(word) > 1
    ]
    found: list[Candidate] = []
    for name in names:
        for first in range(len(text.words)):
            for size in (1, 2, 3):
                piece = text.words[first : first + size]
                if len(piece) < size or MARKS & set(piece):
                    continue
                called = size == 1 and _CALLING.search(" ".join(text.words[max(first - 2, 0) : first])) is not None
                if not (sounds_like(name, "".join(piece)) or (called and sounds_like_called(name, piece[0]))):
                    continue
                if name in _ORDINARY and not _addressed(text, first, first + size):
                    continue
                if not _is_own(text, first):
                    found.append(Candidate("use_name", "name: the caller's name", "sure", first, first + size))
                break
    return found
