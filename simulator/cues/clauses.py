"""Whether words say that somebody does something, however bare: "i understand", "we already give", "he will send".

It tells people who learn English, and leave out the small words, from a list of key words: "sorry madam i understand frustrating problem i
give refund" is two sentences. Behind "i'll" or "i'm" a chance neighbour in a list may look like a verb, so there only verbs count that are
no key word of service talk themselves.
"""

from __future__ import annotations

from collections.abc import Sequence

_WHO = frozenset("i we you he she it they".split())
#: Between the two, without changing anything.
_BETWEEN = frozenset("already also just now not do did still then".split())
#: What "i'll", "i'm", "we've" and "you'd" leave behind the person.
_HELPS = frozenset("will would can could shall must am are is was were have has had".split())
_DOES = frozenset(
    """know knew see saw feel think thought hear heard give gave given giving send sent sending check checked checking make made
    making took taken taking call called calling ask asked tell told find found look looked looking fix fixed fixing talk talking
    speak spoke speaking put pay paid paying cancel cancelled change changed return arrange arranged arranging order ordered book
    booked bring brought write wrote open close wait waited waiting want wanted need needed try tried trying""".split()
)
#: Key words that are verbs right behind a person only.
_KEY_VERBS = frozenset(
    "understand understood refund refunded replace replaced help helped apologise apologize transfer transferred take".split()
)


def holds_a_clause(words: Sequence[str]) -> bool:
    """Return whether a person and what they do stand side by side in these normalised words."""
    return any(word in _WHO and _does(words, at + 1) for at, word in enumerate(words))


def _does(words: Sequence[str], at: int) -> bool:
    helped = False
    while at < len(words) and (words[at] in _BETWEEN or words[at] in _HELPS):
        helped = helped or words[at] in _HELPS
        at += 1
    return at < len(words) and (words[at] in _DOES or (not helped and words[at] in _KEY_VERBS))
