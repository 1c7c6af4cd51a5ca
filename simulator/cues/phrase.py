"""The small language in which the rules are written, and what a rule is.

A phrase is a regular expression over normalised text (lower case, single blanks, ``.`` and ``?`` as words of their own) with
three additions: ``~3`` stands for up to three words, none of them a negation or a *but*; ``^`` for the beginning of a
sentence; and ``<NAME>`` for a list of words of the lexicon below. A gap never crosses a mark. Everything is bounded, so a
search is linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from simulator.cues.cue import Certainty

_GAP_WORD = r"(?!(?:not|no|never|nor|but|however|unable|cannot)\b)[a-z']+ "

LEXICON: dict[str, str] = {
    "I": "(?:i|we)",
    "IAM": "(?:i am|we are)",
    "MY": "(?:my|our)",
    "VERY": "(?:so|very|really|truly|terribly|deeply|sincerely|extremely|genuinely|awfully|most|dreadfully|ever so)",
    "HEDGE": "(?:just|also|now|personally|quickly|definitely|certainly|then|right now|first|still|gladly|"
    "immediately|actually|only|"
    "again|go ahead and|take a (?:minute|moment|second) to|try to|try and|go and|be able to|happily|"
    "quick|already|straight away)",
    "NUM": "(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|"
    "ninety|hundred|few|couple of|half an)",
    "UNIT": "(?:seconds?|minutes?|hours?|days?|weeks?|months?)",
    "WEEKDAY": "(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)",
    "MONTH": "(?:january|february|march|april|may|june|july|august|september|october|november|december)",
    "FEEL": "(?:frustrat\\w+|annoy\\w*|upset\\w*|angr\\w+|anger|disappoint\\w*|inconvenien\\w+|stress\\w*|"
    "worr\\w+|difficult\\w*|"
    "hard|tough|awful|horrible|horrid|terrible|dreadful|rotten|rubbish|nasty|distress\\w*|exhaust\\w+|tiring|tired|irritat\\w+|"
    "madden\\w+|infuriat\\w+|furious|unpleasant|painful|pain|scary|frightening|frightened|scared|unfair|"
    "unacceptable|unsettling|"
    "unsettled|embarrass\\w+|concern\\w*|fed up|let down|confus\\w+|overwhelm\\w+|nightmare|hassle|"
    "urgen\\w+|discomfort|anxious|"
    "anxiety|alarming|alarmed|miserable|unhappy|displeas\\w+|dissatisf\\w+|troubl\\w+|mad|cross|"
    "outrag\\w+|crushing|heartbreaking|"
    "devastat\\w+|shock\\w*|unnerving|nerve wracking|aggravat\\w+|dishearten\\w+|sad|hurt\\w*|gutted|trying|sucks?|burden\\w*|"
    "bothersome|off putting|let ?down|pressure|inexcusable|uncomfortable|draining|ridiculous|"
    "impatien\\w+|sick of|rough|lousy|grim)",
    "TEAM": "(?:managers?|supervisors?|team leads?|team leaders?|specialists?|technicians?|engineers?|experts?|seniors?|leads?|"
    "departments?|teams?|management|back office|complaints (?:desk|office|handler)|higher ups?|head "
    "office|billing|tech support|"
    "second line|level two|tier two|escalations?|developers?|duty manager|warehouse|depot|claims handler|case handler|boss|"
    "director|branch|store manager|security|it support|retention|accounts|finance|logistics|maintenance|adviser|advisor)",
}

_NAME = re.compile(r"<([A-Z]+)>")
_GAP = re.compile(r"~(\d+) ")


@lru_cache(maxsize=4096)
def phrase(text: str) -> re.Pattern[str]:
    """Return the compiled phrase; see the module's docstring for the language."""
    filled = _NAME.sub(lambda match: LEXICON[match.group(1)], text)
    filled = _GAP.sub(lambda match: f"(?:{_GAP_WORD}){{0,{match.group(1)}}}", filled)
    filled = filled.replace("^", r"(?:(?<=[.?] )|(?<![\s\S]))")
    return re.compile(rf"(?<!\S)(?:{filled})(?:(?<=\s)|(?!\S))")


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of saying a thing."""

    skill: str
    #: Understandable to a coach: "apology: sorry for ...".
    name: str
    pattern: re.Pattern[str]
    certainty: Certainty = "sure"
    #: Text that has to be in the turn somewhere, one of these, before the pattern is tried (for speed only).
    keys: tuple[str, ...] = ()
    #: Where this is found in the same sentence the rule does not apply.
    unless: re.Pattern[str] | None = None


def rule(skill: str, name: str, pattern: str, keys: str = "", *, unless: str = "", possible: bool = False) -> Rule:
    """Return a rule from its phrase; ``keys`` are separated by blanks (``_`` stands for a blank inside one)."""
    return Rule(
        skill,
        name,
        phrase(pattern),
        "possible" if possible else "sure",
        tuple(key.replace("_", " ") for key in keys.split()),
        phrase(unless) if unless else None,
    )
