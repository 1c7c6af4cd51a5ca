"""Replies that are more a list of key words than sentences: what is heard in them counts half at most.

The finders drop a mere list as a whole (decisions 1). Between that and a sentence lie replies like "plan finally timeframe checked i'll
manager arrive", in which a rule may find its words side by side by chance. Few words that hold a sentence together *and* several key words
of service talk make one. A clause never does, however bare: "sorry madam i understand frustrating problem i give refund" says who does
what, and people who learn English speak so. Of the 24,928 replies in the repository's corpus two are lists by this rule, both written to
be lists (``tests/scoring/test_word_lists.py``). Where a whole call is spoken so, one of its lists may look like a sentence: then nothing
in it counts more than half. Whole means most of it: who says "sorry for delay, thanks for patience" twice among full sentences has spoken
sentences.
"""

from __future__ import annotations

from collections.abc import Iterable

from simulator.cues.clauses import holds_a_clause
from simulator.cues.guards import KEY_WORDS
from simulator.cues.spot import sounds_like_a_list
from simulator.cues.word_kinds import FUNCTION_WORDS
from simulator.scoring.marked_call import Reply
from simulator.transcript.normalise import MARKS, normalise

#: (least words, most function words in per cent, least different key words) of a reply that is half a list ...
_HALF_A_LIST = (5, 35, 3)
#: ... and of one that is counted when a whole call is asked about.
_PERHAPS_A_LIST = (3, 40, 2)
#: "Thanks for your patience today, Mrs Leong" is a courtesy with three key words in it; with more behind it, it may be a list.
_COURTESIES = [["thanks", "for", "your"], ["sorry", "for", "the"], ["sorry", "about", "the"]]
_OF_A_COURTESY = 3
#: So many such replies, and more than this share of all (one in so many), make a call of lists.
_LEAST_REPLIES, _ONE_IN = 2, 2


def replies_like_lists(replies: Iterable[Reply]) -> frozenset[int]:
    """Return the numbers of the replies in which nothing counts more than half."""
    clear = [reply for reply in replies if not reply.unclear and reply.text]
    perhaps = [reply for reply in clear if _is_like_a_list(reply.text, *_PERHAPS_A_LIST) or _is_dropped(reply)]
    if len(perhaps) >= _LEAST_REPLIES and len(perhaps) * _ONE_IN > len(clear):
        return frozenset(reply.turn for reply in clear)
    return frozenset(reply.turn for reply in clear if _is_like_a_list(reply.text, *_HALF_A_LIST))


def _is_dropped(reply: Reply) -> bool:
    return not reply.cues and sounds_like_a_list(reply.text)


def _is_like_a_list(text: str, least_words: int, most_function_words: int, least_keys: int) -> bool:
    words = [word for word in normalise(text).words if word not in MARKS]
    if holds_a_clause(words):
        return False
    keys = len(KEY_WORDS.intersection(words))
    if words[:3] in _COURTESIES and keys <= _OF_A_COURTESY:
        return False
    holding = sum(word in FUNCTION_WORDS for word in words)
    few = len(words) >= least_words and 100 * holding < most_function_words * len(words)
    return few and keys >= least_keys
