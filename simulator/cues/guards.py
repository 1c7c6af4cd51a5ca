"""The guards: what looks like a behaviour and is none. They run last, on everything.

Negation (a negator up to four words before the cue in the same but-free part, scoring 5), contrast, reported speech, wishes,
self-correction, sarcasm, and lists of key words. A phrase of a rule may contain negators of its own; only what stands before
counts.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from simulator.cues.candidate import Candidate
from simulator.cues.clauses import holds_a_clause
from simulator.cues.phrase import phrase
from simulator.cues.word_kinds import FUNCTION_WORDS
from simulator.transcript.normalise import CONTRAST, MARKS, Normalised
from simulator.transcript.spoken_numbers import NUMBER_WORDS

NEGATORS = frozenset("not never no nor neither nobody nothing none hardly without unable refuse refusing cannot".split())
_REACH = 4
#: A cue that begins with one of these is a clause of its own; a negation before it belongs to the clause before.
_OPENERS = frozenset("i we you they he she it that there this let".split())
#: A negator with the word behind it, or before it, that takes nothing back.
_HARMLESS_AFTER = {
    "not": frozenset("only just worry blame hesitate mind sure know forget get so leave hang".split()),
    "no": frozenset(
        "problem worries doubt trouble issue wonder need rush matter longer i we my sorry that it you and "
        "sir madam this".split()
    ),
    "never": frozenset("mind".split()),
    "without": frozenset("doubt question fail delay any a further".split()),
    "nothing": frozenset("to".split()),
}
_HARMLESS_BEFORE = frozenset("oh why if or is are was do does did would could should can have has".split())
#: After these a "not" reaches into the clause that follows it: "I don't think we made a mistake".
_REACHES_ON = frozenset(
    "say saying said think thinking mean promise guarantee believe sure certain know expect suggesting "
    "suggest imply claim want going see".split()
)

#: Skills whose own words are a refusal, a question or a time, so that a negator before them means nothing.
_NOT_NEGATED = frozenset(
    "ask_fact dismiss policy_shield set_limit check_further non_apology signal_listening put_on_hold "
    "blame_others greet say_goodbye sarcasm paraphrase forbidden_offer".split()
)
#: Skills that other people's words do not fake.
_NOT_REPORTED = frozenset(
    "paraphrase ask_fact check_further greet use_name signal_listening acknowledge_feeling blame_others "
    "put_on_hold give_timeframe explain_plan thank recap".split()
)

_REPORTED = phrase(
    "(?:you|they|he|she|somebody|who|agent|manager|supervisor|script|colleague|website|email|letter|"
    "everybody|people|policy|lady|man|guy|one|it|recording|voice) (?:\\w+ )?(?:said|say|says|told|tells|"
    "claimed|claims|promised|wrote|mentioned|thinks?|keeps? saying|reads?)"
    "(?: (?:that|me|you|us|to|say|tell|i|we|he|she|they|was|were|is|are|am|will|would|how|it|"
    "about)){0,5}|(?:supposed|meant|trained|told|asked|have|expected|here|paid|want me|wants me|need me|"
    "like me) to (?:say|tell|read|apologise|be)(?: (?:that|you|i|we|am|are|to|how)){0,3}|"
    "(?:say|read|use) the words?"
)
_WISH = phrase(
    "(?:i|we) (?:really |only |do )?wish (?:that )?(?:i|we|there)?(?: could| can| were| had)?|if "
    "(?:only )?(?:i|we) (?:could|can|were|had)|(?:i|we) would (?:love|like) to (?:be able to|but)|(?:i|"
    "we) (?:could|would|should) have(?: \\w+)?|(?:was|were) (?:going|supposed|meant) to|used to"
)
_BAD_NEWS = phrase(
    "(?:can|do|does|is|are|will|would|did|am|could) not|no|nothing|never|unable|policy|unfortunately|"
    "rules?|you (?:should|need|have|must|will have)|must|there is|that is (?:how|the|our|just)|it is "
    "(?:what|not|the|our|just)|only|only (?:doing|following)"
)
_GOOD_NEWS = phrase(
    "<I> (?:will|can (?!not)|am going|have|want|am (?!not|unable|afraid))|let me|i would like to|do not worry|what (?:i|we) can"
)
_NO_PROMISE = phrase("(?:not|never) (?:\\w+ )?(?:promise|guarantee|swear|commit)|no (?:promises?|guarantees?)")
_NO_REASON = phrase("(?:not|never|hardly) (?:\\w+ )?(?:understand|see|get|know) (?:why|what) (?:you|the|all|everybody|people)")
_PROMISES = frozenset("give_timeframe explain_plan offer_remedy over_promise".split())
_WISHED = frozenset("offer_remedy take_ownership escalate admit_fault explain_plan give_timeframe apologise".split())
_PRAISE = frozenset("thank acknowledge_feeling apologise signal_listening use_name go_further check_further".split())

#: Words that a stuffed reply piles up.
KEY_WORDS = frozenset(
    """sorry apology apologies apologise apologize refund refunds credit replacement replace voucher discount manager
    supervisor understand escalate escalation thank thanks policy compensation compensate frustrating frustration frustrated
    empathy empathise options option guarantee promise callback reference timeframe ownership resolve resolution solution
    help assist assistance goodwill gesture waive specialist acknowledge listening listen plan recap summary appreciate
    patience feelings inconvenience mistake fault responsible responsibility anything else hello hi welcome immediately today
    tomorrow transfer hold goodbye question questions""".split()
)


def is_reported(text: Normalised, first: int) -> bool:
    """Return whether the words right before token ``first`` report what somebody said or should say."""
    before = max(first - 7, 0)
    while any(word in MARKS for word in text.words[before:first]):
        before += 1
    piece = " ".join(text.words[before:first])
    return any(match.end() >= len(piece) - 1 for match in _REPORTED.finditer(piece))


def is_harmless(text: Normalised, at: int) -> bool:
    """Return whether the negator at this token takes nothing back: "don't worry", "not only", "oh no"."""
    word = text.words[at]
    after = text.words[at + 1] if at + 1 < len(text.words) else ""
    before = text.words[at - 1] if at else ""
    if word == "not" and before in ("why", "if", "or"):
        return True
    if word == "not" and at >= 2 and text.words[at - 1] in ("is", "are", "was") and after in ("it", "that", "you", "they"):
        return True
    return (
        after in _HARMLESS_AFTER.get(word, frozenset())
        and after not in _REACHES_ON
        or (word == "no" and before in ("oh", "ah"))
    )


def _is_negated(text: Normalised, cue: Candidate) -> bool:
    own = text.words[cue.first]
    for at in range(cue.first - 1, max(cue.first - 1 - _REACH, -1), -1):
        if text.words[at] in MARKS or text.parts[at] != text.parts[cue.first]:
            return False
        if text.words[at] in NEGATORS and not is_harmless(text, at):
            if text.words[at] == "no" and own in _OPENERS | {"sorry", "please", "okay"}:
                continue
            next_word = text.words[at + 1]
            if own in _OPENERS or text.tokens[cue.first].border:
                return next_word in _REACHES_ON or (next_word in ("here", "trying") and cue.first - at <= 4)
            return True
        if text.tokens[at].border and text.words[at] not in NEGATORS:
            return False
    return False


def _after_but(text: Normalised, cue: Candidate) -> str:
    """Return what follows the *but* behind the cue in the same sentence; empty where there is none."""
    last = text.sentence(cue.first)[1]
    for at in range(cue.last - 1, min(last, cue.last + 8)):
        if text.words[at] in CONTRAST:
            return " ".join(text.words[at + 1 : min(last, at + 16)])
    return ""


def _contrasted(text: Normalised, cue: Candidate) -> Candidate | None:
    """Drop empathy before a "but" with bad news; make such an apology *possible*."""
    if cue.skill not in ("acknowledge_feeling", "apologise"):
        return cue
    rest = _after_but(text, cue)
    bad, good = _BAD_NEWS.search(rest), _GOOD_NEWS.search(rest)
    if not rest or not bad or (good and good.start() < bad.start()):
        return cue
    return replace(cue, certainty="possible") if cue.skill == "apologise" else None


def _corrects_itself(text: Normalised, cue: Candidate) -> bool:
    """Return whether this "sorry" stands between two figures or days: "Friday, sorry, Saturday"."""
    if cue.skill != "apologise" or text.words[cue.last - 1] != "sorry" or cue.last - cue.first > 1:
        return False
    before = text.words[cue.first - 1] if cue.first else ""
    after = text.words[cue.last] if cue.last < len(text.words) else ""
    kinds = (
        NUMBER_WORDS,
        frozenset("monday tuesday wednesday thursday friday saturday sunday".split()),
        frozenset(["or", "no"]),
    )
    return any(before in kind and after in kind for kind in kinds[:2]) or before == "or"


def _disclaimed(text: Normalised, cue: Candidate) -> bool:
    """Return whether the clause says that it is no promise: "I can't promise you'll have it within two days"."""
    if cue.skill not in _PROMISES:
        return False
    first = cue.first
    while (
        first > 0
        and cue.first - first < 10
        and text.parts[first - 1] == text.parts[cue.first]
        and text.words[first - 1] not in MARKS
    ):
        first -= 1
    return bool(_NO_PROMISE.search(" ".join(text.words[first : cue.last])))


def _doubts_the_feeling(text: Normalised, cue: Candidate) -> bool:
    """Return whether the sentence finds no reason for the feeling that it names: "I don't see why you're so upset"."""
    first, last = text.sentence(cue.first)
    return cue.skill == "acknowledge_feeling" and bool(_NO_REASON.search(" ".join(text.words[first:last])))


def _wished(text: Normalised, cue: Candidate) -> bool:
    if cue.skill not in _WISHED:
        return False
    piece = " ".join(text.words[max(cue.first - 6, 0) : cue.first + 1])
    match = _WISH.search(piece)
    return bool(match) and not any(mark in piece[match.end() :] for mark in MARKS) if match else False


def survives(text: Normalised, cue: Candidate) -> Candidate | None:
    """Return the candidate as the guards leave it, or nothing."""
    if cue.skill not in _NOT_NEGATED and _is_negated(text, cue):
        return None
    if cue.skill not in _NOT_REPORTED and is_reported(text, cue.first):
        return None
    if _disclaimed(text, cue) or _doubts_the_feeling(text, cue) or _wished(text, cue) or _corrects_itself(text, cue):
        return None
    return _contrasted(text, cue)


def without_mockery(text: Normalised, cues: list[Candidate]) -> list[Candidate]:
    """Return the cues without thanks and sympathy in a sentence that mocks."""
    mocked = [text.sentence(cue.first) for cue in cues if cue.skill == "sarcasm"]
    return [cue for cue in cues if cue.skill not in _PRAISE or not any(a <= cue.first < b for a, b in mocked)]


def sounds_like_a_list(text: Normalised, cues: list[Candidate]) -> bool:
    """Return whether the reply is a mere list of key words (decisions 1, scoring 5).

    One content word making up half of them, under 15 % function words in seven words or more, or more than one cue for four
    words; the last only together with few function words, because a short honest "Sorry about that, thanks, anything else?"
    is as dense. Where somebody does something in it, however bare the words, only the first makes it a list.
    """
    words = [word for word in text.words if word not in MARKS and word not in NUMBER_WORDS]
    if len(words) < 5:
        return False
    content = [word for word in words if word not in FUNCTION_WORDS]
    keys = sum(word in KEY_WORDS for word in words)
    share = 1 - len(content) / len(words)
    if content and len(content) >= 4 and Counter(content).most_common(1)[0][1] * 2 >= len(content):
        return True
    if holds_a_clause(words):
        return False
    if share < 0.15 and (len(words) >= 7 or keys * 2 >= len(words)):
        return True
    places = {cue.first for cue in cues if cue.skill not in ("use_name", "greet")}
    dense = len(words) >= 7 and len(places) / len(words) > 0.25 and share < 0.25
    return dense or (len(words) >= 6 and keys * 2 >= len(words) and share < 0.45)
