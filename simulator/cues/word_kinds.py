"""Which words carry a story, which are function words, and which are the small change of every service call."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from simulator.cues.phrase import phrase
from simulator.cues.word_stems import stem
from simulator.transcript.normalise import MARKS, normalise
from simulator.transcript.spoken_numbers import NUMBER_WORDS

#: Words that hold a sentence together; a list of key words has hardly any.
FUNCTION_WORDS = frozenset(
    """a an the and or but so if then than that this these those there here it its i we you he she they me us him her them my
    our your his their mine ours yours myself yourself ourselves who whom which what when where why how whether be am is are
    was were been being do does did doing done have has had having will would shall should can could may might must ought not
    no nor yes okay please to of in on at by for from with without about into onto over under up down out off through after
    before between during until since as like just only also too very really quite still yet again ever never always now well
    right all any some each every both either neither one let get got go going gone come because while although though
    however anything something nothing anybody somebody nobody everything everybody else more most much many few less least
    own same such other another back away hello hi oh mm hm want need know see say said tell think make made take give keep
    put sure""".split()
)

#: Content words that any call has, so they tell nothing of this caller's story.
SMALL_CHANGE = frozenset(
    stem(word)
    for word in """issue problem trouble inconvenience experience situation frustration concern delay matter case thing way
    lot bit kind sort help service support customer company caller sir madam mr mrs ms miss time today day moment minute
    second feel feeling feelings sorry apologise apology apologies thank thanks thankful appreciate understand understanding
    hear imagine patience patient please happen happened happening call calling reach reaching contact contacting cause
    caused wait waiting hope want need know see look looking try trying important disappointment stress anger upset concerned
    good bad great best better long hard soon sure fine nice happy welcome glad clear correct true really people person
    somebody everybody question answer information detail details say mention told tell talk speak share bring attention
    feedback message let work able everything perfect handle deal resolve resolved solve sort fix check find make get give
    take go come right wrong type point fact reason place part end side start first last next now again already always never
    today stuff exactly absolutely completely totally definitely certainly truly probably actually basically simply maybe
    perhaps quickly personally especially particularly correctly properly clearly frustrated frustrating annoyed annoying
    angry furious disappointed disappointing stressful worried worrying awful terrible horrible difficult tough upsetting
    inconvenient unacceptable unpleasant""".split()
)

_FEELING = phrase("<FEEL>")


@lru_cache(maxsize=8192)
def is_content(word: str) -> bool:
    """Return whether a normalised word is more than a function word."""
    return word not in FUNCTION_WORDS and word not in MARKS and len(word) > 1


@lru_cache(maxsize=8192)
def is_particular(word: str) -> bool:
    """Return whether a normalised word can name something of one caller's story."""
    if word in NUMBER_WORDS:
        return word not in ("one", "zero")
    return is_content(word) and stem(word) not in SMALL_CHANGE and _FEELING.fullmatch(word) is None


def story_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the stems of the content words of the caller's story, for ``CueContext.story``."""
    found = (word for text in texts for word in normalise(text).words)
    return frozenset(stem(word) for word in found if is_particular(word))
